using Fairload.App.Caseload;
using Fairload.Core.Caseload;

namespace Fairload.App.Tests.Caseload.Calibration;

public sealed class The_vignettes_that_ship
{
    [Fact]
    public void Are_twelve_of_children_and_eight_of_adults_each_with_a_code_of_its_own()
    {
        var all = ReferenceData.Vignettes();

        Assert.Equal((12, 8), (all.Count(v => v.Area == Area.Children), all.Count(v => v.Area == Area.Adults)));
        Assert.Equal(20, all.Select(v => v.Code).Distinct().Count());
        Assert.Equal(20, all.Select(v => v.Title).Distinct().Count());
        // Long enough to decide six factors, short enough to be read in a minute.
        Assert.All(all, v => Assert.InRange(v.Text.Split(' ').Length, 45, 110));
        Assert.All(all, v => Assert.DoesNotContain(' ', v.Code));
    }
}

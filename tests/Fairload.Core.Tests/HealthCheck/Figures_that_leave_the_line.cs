using Fairload.Core.Disclosure;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Surveys;

namespace Fairload.Core.Tests.HealthCheck;

public sealed class Figures_that_leave_the_line
{
    private static readonly DateOnly Day = new(2026, 9, 30);
    private static readonly Wording Any = new("Text", "Testun");

    [Fact]
    public void Are_about_at_least_ten_people_each()
    {
        (MeasureCard, MeasureFigure)[] figures =
        [
            (Card("nine", MeasureUnit.Percent), MeasureFigure.Share("nine", "", Day, Day, 3, 9.9m)),
            (Card("ten", MeasureUnit.Percent), MeasureFigure.Share("ten", "", Day, Day, 3, 10)),
            (Card("span", MeasureUnit.Ratio), MeasureFigure.Ratio("span", "", Day, Day, 100, 12)),
        ];
        Assert.True(FigureRelease.Of("r", figures).Try(out var asked, out _));

        Assert.True(Protection.Of(asked.Population, [], asked.Wanted, DisclosureRule.Usual).Try(out var release, out _));

        Assert.Equal(["span", "ten"], release.Released.Select(r => r.Group.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Are_not_asked_for_where_they_are_about_no_people_or_are_not_known()
    {
        var share = MeasureFigure.Share("m", "", Day, Day, 1, 50);
        Assert.Null(FigureRelease.People(Card("m", MeasureUnit.Percent) with { Kind = MeasureKind.Survey }, share));
        Assert.Null(FigureRelease.People(Card("m", MeasureUnit.Percent), share with { Release = "round" }));
        Assert.Null(FigureRelease.People(Card("m", MeasureUnit.Percent), MeasureFigure.Unknown("m", "", Day, Day)));
        Assert.Null(FigureRelease.People(Card("m", MeasureUnit.Count), MeasureFigure.Count("m", "", Day, Day, 4)));
        Assert.Equal(50, FigureRelease.People(Card("m", MeasureUnit.Percent), share));
    }

    private static MeasureCard Card(string code, MeasureUnit unit) =>
        new(code, Any, MeasureKind.Data, unit, Filling.Itself, false, Better.Lower, Any, Any, Any, Any, Any, Any, Any, Any, Any, Any, [], [], "q");
}

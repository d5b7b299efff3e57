using Fairload.App.Caseload;
using Fairload.Web.Caseload;

namespace Fairload.Web.Tests.Caseload;

public sealed class Words_of_a_clock
{
    [Fact]
    public void Are_in_both_languages_for_every_clock_that_ships()
    {
        var (english, welsh) = (new Catalogue(Language.English), new Catalogue(Language.Welsh));

        Assert.NotEmpty(ReferenceData.Clocks());
        Assert.All(ReferenceData.Clocks(), clock =>
        {
            Assert.Equal(clock.Name, ClockWords.Name(english, clock));
            Assert.NotEqual(clock.Name, ClockWords.Name(welsh, clock));
        });
    }

    [Fact]
    public void Are_the_councils_own_for_a_clock_of_its_own() =>
        Assert.Equal("Ring back", ClockWords.Name(new(Language.Welsh), ReferenceData.Clocks()[0] with { Code = "ring-back", Name = "Ring back" }));
}

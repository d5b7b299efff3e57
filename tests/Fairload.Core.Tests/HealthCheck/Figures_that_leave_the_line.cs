using Fairload.Core.Disclosure;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;
using FsCheck;
using FsCheck.Fluent;

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

    /// <summary>Whatever a figure comes to: the public edition lies within half its unit of what members read, and members read what the
    /// department reads.</summary>
    [Fact]
    public void Never_contradict_each_other() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.GeneratorFor<int>().ToArbitrary(), seed =>
        {
            var dice = new Random(seed);
            var unit = dice.GetItems(Enum.GetValues<MeasureUnit>(), 1)[0];
            var (card, held, whole) = (Card("m", unit), new HashSet<string> { "m" }, dice.Next(20, 2000));
            var figure = MeasureFigure.Share("m", "", Day, Day, dice.Next(whole + 1), whole);
            var (inside, members, everybody) = (Of(Edition.Internal), Of(Edition.Members), Of(Edition.Public));

            Assert.Equal(inside.Value, members.Value);
            Assert.True(Math.Abs(members.Value!.Value - everybody.Value!.Value) * 2 <= FigureOfEdition.RoundedTo(Edition.Public, unit));
            Assert.Null(members.Numerator);
            Assert.Empty(everybody.Parts);

            MeasureFigure Of(Edition edition) => FigureOfEdition.Of(card, figure, edition, held);
        }));

    [Fact]
    public void Are_hidden_where_the_ledger_does_not_hold_them_and_from_the_public_under_twice_the_floor()
    {
        var (card, nothing, held) = (Card("m", MeasureUnit.Percent), new HashSet<string>(), new HashSet<string> { "m" });
        var figure = MeasureFigure.Share("m", "", Day, Day, 4, 15);

        Assert.Equal(FigureState.Known, FigureOfEdition.Of(card, figure, Edition.Internal, nothing).State);
        Assert.Equal((FigureState.Hidden, null), (FigureOfEdition.Of(card, figure, Edition.Members, nothing).State,
            FigureOfEdition.Of(card, figure, Edition.Members, nothing).Value));
        Assert.Equal(FigureState.Known, FigureOfEdition.Of(card, figure, Edition.Members, held).State);
        Assert.Equal(FigureState.Hidden, FigureOfEdition.Of(card, figure, Edition.Public, held).State);
    }

    private static MeasureCard Card(string code, MeasureUnit unit) =>
        new(code, Any, MeasureKind.Data, unit, Filling.Itself, false, Better.Lower, Any, Any, Any, Any, Any, Any, Any, Any, Any, Any, [],
            [], "q");
}

using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Surveys;

namespace Fairload.Core.Tests.HealthCheck;

public sealed class Entering_a_measure
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Wording Any = new("Text", "Testun");
    private static readonly MeasureSaid Nothing = new("", null, Today, null, null, null, null, "");

    [Fact]
    public void Works_a_share_out_of_both_of_its_parts()
    {
        var figure = Entered(MeasureUnit.Percent, Nothing with { Numerator = 3, Denominator = 8 }).Figure;

        Assert.Equal((37.5m, FigureState.Known, Filling.Hand), (figure.Value, figure.State, figure.Basis));
    }

    [Fact]
    public void Keeps_who_will_know_and_is_no_figure()
    {
        var entry = Entered(MeasureUnit.Percent, Nothing with { WhoKnows = "The team manager", KnownBy = Today.AddDays(20) });

        Assert.False(entry.IsKnown);
        Assert.Equal((FigureState.NotYetKnown, null), (entry.Figure.State, entry.Figure.Value));
    }

    public static TheoryData<MeasureUnit, MeasureSaid, string> Wrong => new()
    {
        { MeasureUnit.Percent, Nothing, "Enter the share" },
        { MeasureUnit.Percent, Nothing with { Numerator = 9, Denominator = 8 }, "The part is larger than the whole" },
        { MeasureUnit.Percent, Nothing with { Value = 101 }, "at most 100" },
        { MeasureUnit.Percent, Nothing with { Numerator = 1, Denominator = 0 }, "more than 0" },
        { MeasureUnit.Count, Nothing with { Value = 1.5m }, "whole number" },
        { MeasureUnit.Ratio, Nothing with { Value = -1 }, "0 or more" },
        { MeasureUnit.InPlace, Nothing, "how far it is in place" },
        { MeasureUnit.Text, Nothing with { Text = "  " }, "what there is to say" },
        { MeasureUnit.Days, Nothing with { To = Today.AddDays(1), Value = 3 }, "days that have been" },
        { MeasureUnit.Days, Nothing with { From = Today, To = Today.AddDays(-1), Value = 3 }, "lies after the last" },
        { MeasureUnit.Days, Nothing with { To = null, Value = 3 }, "the day up to which" },
        { MeasureUnit.Days, Nothing with { Value = 3, WhoKnows = "HR", KnownBy = Today }, "Leave one of both empty" },
        { MeasureUnit.Days, Nothing with { WhoKnows = "HR" }, "the day by which" },
        { MeasureUnit.Days, Nothing with { WhoKnows = "HR", KnownBy = Today.AddDays(-1) }, "a day to come" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Refuses_what_can_not_be_and_says_why(MeasureUnit unit, MeasureSaid said, string because)
    {
        var read = MeasureEntry.Read(Card(unit), said, Today, "Ana", Now);

        Assert.False(read.Try(out _, out var problems));
        Assert.Contains(problems, p => p.Message.Contains(because, StringComparison.Ordinal));
    }

    [Fact]
    public void Is_refused_for_what_people_say()
    {
        var card = Card(MeasureUnit.Percent) with { Kind = MeasureKind.Survey, Filled = Filling.Itself, Query = "staff-survey" };

        Assert.False(MeasureEntry.Read(card, Nothing with { Value = 50 }, Today, "Ana", Now).Try(out _, out _));
    }

    private static MeasureEntry Entered(MeasureUnit unit, MeasureSaid said)
    {
        Assert.True(MeasureEntry.Read(Card(unit), said, Today, "Ana", Now).Try(out var entry, out _));
        return entry;
    }

    private static MeasureCard Card(MeasureUnit unit) =>
        new("m", Any, MeasureKind.Data, unit, Filling.Hand, false, Better.Lower, Any, Any, Any, Any, Any, Any, Any, Any, Any, Any, [], [],
            null);
}

using FsCheck;
using FsCheck.Fluent;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Imports;

public sealed class What_is_entered_by_hand
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Fact]
    public void Is_read_back_as_it_was_written_whatever_the_words()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Zip(Gen.Elements(Enum.GetValues<FactKind>()), ArbMap.Default.GeneratorFor<string>()).ListOf().ToArbitrary(), facts =>
            {
                var said = facts.Aggregated();
                return EnteredFacts.Read(said.ToString()).ToString() == said.ToString()
                    && said.SaysTheSame(EnteredFacts.Read(said.ToString()));
            }));
    }

    [Fact]
    public void Says_the_same_whatever_the_order_the_case_and_the_zeros()
    {
        var ours = new EnteredFacts().With(FactKind.Team, "Riverside").With(FactKind.Fte, 0.80m).With(FactKind.Began, Today);
        var theirs = new EnteredFacts().With(FactKind.Began, Today).With(FactKind.Fte, 0.8m).With(FactKind.Team, " RIVERSIDE ");
        Assert.True(ours.SaysTheSame(theirs));
        Assert.True(ours.SaysTheSame(new()));
        Assert.False(ours.SaysTheSame(theirs.With(FactKind.Fte, 1m)));
        Assert.False(new EnteredFacts().With(FactKind.To, (DateOnly?)null).SaysTheSame(new EnteredFacts().With(FactKind.To, Today)));
        Assert.Equal(Today, theirs.Day(FactKind.Began));
        Assert.Null(theirs.Day(FactKind.Closed));
    }

    [Fact]
    public void Is_settled_once_and_knows_which_extracts_can_know_of_it()
    {
        var mark = EnteredHere.Enter(EnteredKind.Absence, Guid.Empty, new(), null, "Pat Singh", default, Today);
        Assert.False(mark.IsKnownOn(Today.AddDays(-1)));
        Assert.True(mark.IsKnownOn(Today));
        Assert.True(mark.Contradicted(EnteredFacts.NotShown, Today));
        Assert.False(mark.Contradicted(EnteredFacts.NotShown, Today.AddDays(1)));
        mark.Settle(EnteredState.Confirmed, Today);
        Assert.Equal((EnteredState.Confirmed, Today, "", null), (mark.State, mark.SettledOn!.Value, mark.Theirs, mark.TheirsOn));
        Assert.Throws<InvalidOperationException>(() => mark.Settle(EnteredState.TakenBack, Today));
    }

    [Theory]
    [InlineData("", "child-in-need", "2026-11-16", 1)]
    [InlineData("R-1", "nonsense", "2026-11-16", 1)]
    [InlineData("R-1", "child-in-need", "2026-11-17", 1)]
    [InlineData("R-1", "child-in-need", "1979-12-31", 1)]
    [InlineData("R-1", "child-in-need", "1980-01-01", 0)]
    [InlineData("R-1", "child-in-need", "2026-11-16", 0)]
    public void Opens_no_case_that_can_not_be(string reference, string type, string began, int problems)
    {
        var day = DateOnly.Parse(began, System.Globalization.CultureInfo.InvariantCulture);
        var read = CaseOpening.Read(new(reference, type, day, new Id<Team>(), null), Today);
        Assert.Equal(problems, read.Try(out _, out var wrong) ? 0 : wrong.Count);
    }

    [Fact]
    public void Keeps_hours_that_are_not_known_not_known()
    {
        var written = new StarterWritten("7", "Ada Moor", "Social worker", new Id<Team>(), " ", "", Today, null, "");
        Assert.True(StaffEntry.Read(written, "Council", Today).Try(out var starter, out _));
        Assert.Null(starter.Facts.Fte);
        foreach (var wrong in new[] { "-1", "1.6", "full", "1e9", "0.00001" })
            Assert.False(StaffEntry.Read(written with { Fte = wrong }, "Council", Today).Try(out _, out _));
    }

    [Fact]
    public void Takes_no_free_text_for_why_somebody_is_away_and_no_part_of_their_time_that_can_not_be()
    {
        string[] words = ["Sickness"];
        Assert.True(StaffEntry.Read(new("Sickness", Today, null), words, false, Today).Try(out _, out _));
        Assert.False(StaffEntry.Read(new("sickness of the heart", Today, null), words, false, Today).Try(out _, out _));
        foreach (var (percent, fits) in new[]
            { ("0", false), ("0.5", true), ("100", true), ("100.1", false), ("", false), ("half", false) })
        {
            Assert.Equal(fits, StaffEntry.Read(new("Sickness", Today, null, percent), words, true, Today).Try(out _, out _));
        }
    }
}

internal static class Facts
{
    public static EnteredFacts Aggregated(this IEnumerable<(FactKind Kind, string Said)> facts)
    {
        var all = new EnteredFacts();
        foreach (var (kind, said) in facts) all = all.With(kind, said);
        return all;
    }
}

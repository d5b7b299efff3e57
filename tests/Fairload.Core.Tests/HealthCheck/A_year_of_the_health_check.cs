using Fairload.Core.HealthCheck.Cycles;

namespace Fairload.Core.Tests.HealthCheck;

public sealed class A_year_of_the_health_check
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly StillOpen Nothing = new(0, 3, 0, 0, true, true);

    [Fact]
    public void Goes_step_by_step_from_opening_to_comparing()
    {
        var cycle = Opened();
        foreach (var step in Enum.GetValues<CycleStep>().Skip(1)) Done(cycle.Go(step, "", Nothing, cycle.Version, "Pat", Today));

        Assert.Equal(Enum.GetValues<CycleStep>(), cycle.Steps.Select(s => s.Step));
        Assert.Equal((CycleStep.Compared, true), (cycle.Step, cycle.IsFrozen));
    }

    [Fact]
    public void Leaves_no_step_out()
    {
        var cycle = Opened();

        Assert.Contains("one step on, or back", Refused(cycle.Go(CycleStep.Talking, "", Nothing, cycle.Version, "Pat", Today)));
        Assert.Contains("one step on, or back", Refused(cycle.Go(CycleStep.Opened, "", Nothing, cycle.Version, "Pat", Today)));
    }

    [Fact]
    public void Goes_back_only_with_a_reason_and_is_not_reached_any_more()
    {
        var cycle = At(CycleStep.Talking);

        Assert.Contains("Say why it goes back", Refused(cycle.Go(CycleStep.Gathering, " ", Nothing, cycle.Version, "Pat", Today)));
        Done(cycle.Go(CycleStep.Gathering, "Two figures were wrong", Nothing, cycle.Version, "Pat", Today));
        Assert.Null(cycle.ReachedOn(CycleStep.Talking));
        Assert.Equal("Two figures were wrong", cycle.Steps[^1].Reason);
    }

    public static TheoryData<CycleStep, StillOpen, string> LeftOpen => new()
    {
        { CycleStep.Gathering, Nothing with { NotYetKnown = 4 }, "Of 4 measures nobody has said who will know" },
        { CycleStep.Talking, Nothing with { Findings = 0 }, "No finding has been written down" },
        { CycleStep.Talking, Nothing with { NotTalkedAbout = 2 }, "On 2 findings" },
        { CycleStep.Judging, Nothing with { NotJudged = 1 }, "no judgement on 1 parts" },
    };

    [Theory, MemberData(nameof(LeftOpen))]
    public void Leaves_open_only_what_somebody_gives_a_reason_for(CycleStep from, StillOpen open, string because)
    {
        var cycle = At(from);

        Assert.Contains(because, Refused(cycle.Go(from + 1, "", open, cycle.Version, "Pat", Today)));
        Done(cycle.Go(from + 1, "It will be known in March", open, cycle.Version, "Pat", Today));
        Assert.Equal(from + 1, cycle.Step);
    }

    [Fact]
    public void Is_published_only_when_it_is_decided_and_proved_whatever_the_reason()
    {
        var cycle = At(CycleStep.Reporting);

        Assert.Contains("Write the publication record first", Refused(cycle.Go(
            CycleStep.Published, "We must", Nothing with { HasDecidedPublication = false }, cycle.Version, "Pat", Today)));
        Assert.Contains("Not everything in the editions is proved safe", Refused(cycle.Go(
            CycleStep.Published, "We must", Nothing with { IsProved = false }, cycle.Version, "Pat", Today)));
        Assert.Equal(CycleStep.Reporting, cycle.Step);
    }

    [Fact]
    public void Takes_a_step_once_when_two_take_it()
    {
        var cycle = At(CycleStep.Gathering);
        var seen = cycle.Version;
        Done(cycle.Go(CycleStep.AskingStaff, "", Nothing, seen, "Pat", Today));

        Assert.Contains("Somebody has taken a step meanwhile", Refused(cycle.Go(CycleStep.Talking, "", Nothing, seen, "Dana", Today)));
    }

    [Fact]
    public void Is_opened_for_days_that_can_be()
    {
        Assert.Contains("last day lies before", Refused(Cycle.Open(2026, "five-areas-2009", Today, Today.AddDays(-1), "Pat", Today)));
        Assert.Contains("called by the year in which it ends: 2026",
            Refused(Cycle.Open(2025, "five-areas-2009", Today, Today, "Pat", Today)));
        Assert.Contains("two years at most", Refused(Cycle.Open(2026, "five-areas-2009", Today.AddYears(-3), Today, "Pat", Today)));
        Assert.Contains("first day", Refused(Cycle.Open(2026, "five-areas-2009", null, Today, "Pat", Today)));
    }

    private static Cycle Opened() => Done(Cycle.Open(2026, "five-areas-2009", new(2025, 10, 1), new(2026, 9, 30), "Pat", Today));

    private static Cycle At(CycleStep step)
    {
        var cycle = Opened();
        while (cycle.Step < step) Done(cycle.Go(cycle.Step + 1, "", Nothing, cycle.Version, "Pat", Today));
        return cycle;
    }

    private static T Done<T>(Result<T> result) where T : notnull
    {
        Assert.True(result.Try(out var value, out _));
        return value;
    }

    private static string Refused<T>(Result<T> result) where T : notnull
    {
        Assert.False(result.Try(out _, out var problems));
        return string.Join(' ', problems.Select(p => p.Message));
    }
}

using Fairload.Core.Surveys.Rounds;

namespace Fairload.Core.Tests.Surveys.Rounds;

public sealed class A_round
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    private static readonly RoundPlan Sound = new(
        "pulse", RoundMode.PersonalCodes, Today, Today.AddDays(14), 10, 20,
        [BackgroundQuestion.RoleGroup, BackgroundQuestion.Contract], "Ola Reed, union, 01234 567890");

    [Fact]
    public void Is_open_from_its_first_day_until_the_day_before_it_closes()
    {
        var round = Open();

        Assert.True(round.IsOpen(Today));
        Assert.True(round.IsOpen(Today.AddDays(13)));
        Assert.False(round.IsOpen(Today.AddDays(14)));
        Assert.False(round.IsOpen(Today.AddDays(-1)));
        Assert.Equal(Today.AddDays(13), round.LastDay);
        Assert.Equal([BackgroundQuestion.RoleGroup, BackgroundQuestion.Contract], round.Background);
    }

    [Fact]
    public void Is_refused_with_everything_that_is_wrong_at_once()
    {
        var plan = new RoundPlan("", null, Today.AddDays(-1), null, 4, 20, [], " ");

        Assert.Equal(
            ["Questionnaire", "Mode", "OpensOn", "ClosesOn", "Floor", "SafePerson"], plan.Faults(Today).Select(p => p.Field));
    }

    [Theory]
    [InlineData(4, 20, "Floor")]
    [InlineData(101, 101, "Floor")]
    [InlineData(12, 11, "CommentFloor")]
    [InlineData(10, 101, "CommentFloor")]
    public void Has_no_floor_under_five_and_none_for_comments_under_the_other(int floor, int comments, string field) =>
        Assert.Equal(field, Assert.Single((Sound with { Floor = floor, CommentFloor = comments }).Faults(Today)).Field);

    [Fact]
    public void Closes_after_it_opens_and_within_three_months()
    {
        Assert.Equal("ClosesOn", Assert.Single((Sound with { ClosesOn = Today }).Faults(Today)).Field);
        Assert.Empty((Sound with { ClosesOn = Today.AddDays(92) }).Faults(Today));
        Assert.Equal("ClosesOn", Assert.Single((Sound with { ClosesOn = Today.AddDays(93) }).Faults(Today)).Field);
    }

    [Fact]
    public void That_is_open_becomes_stricter_and_never_weaker()
    {
        var round = Open();

        Assert.Equal(["Floor"], Fields(round.Strengthen(9, 20, round.Background)));
        Assert.Equal(["CommentFloor"], Fields(round.Strengthen(10, 19, round.Background)));
        Assert.Equal(["Background"], Fields(round.Strengthen(10, 20, [BackgroundQuestion.Experience])));
        Assert.Equal((10, 20, 2), (round.Floor, round.CommentFloor, round.Background.Count));

        Assert.True(round.Strengthen(12, 25, [BackgroundQuestion.Contract]).Try(out _, out _));
        Assert.Equal((12, 25), (round.Floor, round.CommentFloor));
        Assert.Equal([BackgroundQuestion.Contract], round.Background);
        Assert.Equal(["Background"], Fields(round.Strengthen(12, 25, [BackgroundQuestion.RoleGroup])));
    }

    [Fact]
    public void Is_planned_anew_or_cancelled_only_before_anybody_is_invited()
    {
        var planned = Planned();
        Assert.True(planned.Replan(Sound with { Floor = 8 }, 1, Today).Try(out _, out _));
        Assert.Equal(8, planned.Floor);
        Assert.True(planned.Cancel().Try(out _, out _));
        Assert.False(planned.Open("{}", 50, 0, "", "Pat", Today).Try(out _, out _));

        var open = Open();
        Assert.False(open.Replan(Sound with { Floor = 8 }, 1, Today).Try(out _, out _));
        Assert.False(open.Cancel().Try(out _, out _));
        Assert.Equal((RoundState.Open, 10), (open.State, open.Floor));
    }

    [Fact]
    public void Opens_once_on_its_days_and_for_at_least_as_many_as_its_floor()
    {
        Assert.StartsWith("Only 9 people", Says(Planned().Open("{}", 9, 0, "", "Pat", Today)), StringComparison.Ordinal);
        Assert.StartsWith("It opens on", Says(Planned().Open("{}", 50, 0, "", "Pat", Today.AddDays(-1))), StringComparison.Ordinal);
        Assert.StartsWith("The day on which", Says(Planned().Open("{}", 50, 0, "", "Pat", Today.AddDays(14))), StringComparison.Ordinal);
        Assert.StartsWith("This round has been opened", Says(Open().Open("{}", 50, 0, "", "Pat", Today)), StringComparison.Ordinal);
    }

    [Fact]
    public void Reminds_twice_and_not_a_third_time()
    {
        var round = Open();
        Assert.True(round.Remind(Today).Try(out _, out _));
        Assert.True(round.Remind(Today).Try(out _, out _));
        Assert.StartsWith("2 reminders have gone", Says(round.Remind(Today)), StringComparison.Ordinal);
        Assert.False(Open().Remind(Today.AddDays(14)).Try(out _, out _));
    }

    [Fact]
    public void Closes_once_and_only_when_it_was_open()
    {
        Assert.False(Planned().Close("Pat", Today).Try(out _, out _));
        var round = Open();
        Assert.True(round.Close("Pat", Today).Try(out _, out _));
        Assert.True(round.Close("Ola", Today.AddDays(1)).Try(out _, out _));
        Assert.Equal(("Pat", Today), (round.ClosedBy, round.ClosedOn));
    }

    private static SurveyRound Planned() => SurveyRound.Plan(Sound, 1, "00", "Pat", Today).Try(out var round, out var problems) ? round
        : throw new InvalidOperationException(problems[0].Message);

    private static SurveyRound Open()
    {
        var round = Planned();
        Assert.True(round.Open("{}", 50, 0, "https://example.org", "Pat", Today).Try(out _, out _));
        return round;
    }

    private static IEnumerable<string> Fields(Result<SurveyRound> refused) =>
        refused.Try(out _, out var problems) ? [] : problems.Select(p => p.Field);

    private static string Says(Result<SurveyRound> refused) => refused.Try(out _, out var problems) ? "" : problems[0].Message;
}

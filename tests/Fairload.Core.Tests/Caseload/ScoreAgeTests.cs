using Fairload.Core.Caseload;

namespace Fairload.Core.Tests.Caseload;

public sealed class Age_of_a_score
{
    private static readonly DateOnly Day = Sample.Day;
    private static readonly Id<Case> Case = Id<Case>.New();
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(CaseEventKind.Conference, true)]
    [InlineData(CaseEventKind.CourtDate, true)]
    [InlineData(CaseEventKind.LegalStatus, true)]
    [InlineData(CaseEventKind.PlacementMove, true)]
    [InlineData(CaseEventKind.CarerGone, true)]
    [InlineData(CaseEventKind.PlanReview, false)]
    [InlineData(CaseEventKind.PlanVisit, false)]
    [InlineData(CaseEventKind.Referral, false)]
    public void Ends_with_a_conference_court_a_move_or_a_carer_gone(CaseEventKind kind, bool ends) =>
        Assert.Equal(ends, ScoreAge.FallsDueBecause(Day, [Happened(kind, 1)]).Count == 1);

    [Fact]
    public void Does_not_end_with_what_happened_before_or_on_the_day() =>
        Assert.Empty(ScoreAge.FallsDueBecause(Day, [Happened(CaseEventKind.Conference, 0), Happened(CaseEventKind.CarerGone, -1)]));

    [Fact]
    public void Does_not_end_with_what_is_only_planned()
    {
        Assert.Empty(ScoreAge.FallsDueBecause(Day, [Happened(CaseEventKind.CourtDate, 30)], Day.AddDays(29)));
        Assert.Single(ScoreAge.FallsDueBecause(Day, [Happened(CaseEventKind.CourtDate, 30)], Day.AddDays(30)));
    }

    [Fact]
    public void Says_every_reason_the_oldest_first() => Assert.Equal(
        [CaseEventKind.PlacementMove, CaseEventKind.Conference],
        ScoreAge.FallsDueBecause(Day, [Happened(CaseEventKind.Conference, 9), Happened(CaseEventKind.PlacementMove, 3)]));

    [Fact]
    public void Lets_only_the_latest_agreed_score_count()
    {
        var (high, low) = (Score(ScoreBy.Agreed, -30, 3), Score(ScoreBy.Agreed, -5, 1));
        Assert.Equal(1, ScoreAge.TierInForce([low, high, Score(ScoreBy.Supervisor, -1, 3), Score(ScoreBy.Practitioner, 0, 3)], Day));
        Assert.Equal(3, ScoreAge.TierInForce([low, high], Day.AddDays(-6)));
        Assert.Null(ScoreAge.TierInForce([low, high], Day.AddDays(-31)));
    }

    [Fact]
    public void Takes_of_two_scores_of_one_day_the_one_entered_last()
    {
        var (first, second) = (Score(ScoreBy.Agreed, 0, 3), Score(ScoreBy.Agreed, 0, 2, later: 1));
        Assert.Same(second, ScoreAge.InForce([second, first], Day));
        Assert.Same(second, ScoreAge.InForce([first, second], Day));
    }

    [Fact]
    public void Does_not_go_back_to_an_older_score_because_the_latest_is_partial() =>
        Assert.Null(ScoreAge.TierInForce([Score(ScoreBy.Agreed, -30, 3), Score(ScoreBy.Agreed, -5, null)], Day));

    private static CaseEvent Happened(CaseEventKind kind, int after) => CaseEvent.Happened(Case, kind, Day.AddDays(after), null);

    private static Score Score(ScoreBy by, int day, int? last, int later = 0) =>
        Core.Caseload.Score.Give(Case, by, "sample/1", [last ?? 1, last ?? 1, last ?? 1, last ?? 1, last ?? 1, last], Day.AddDays(day), "",
            Noon.AddHours(later), null);
}

namespace Fairload.Core.Caseload;

/// <summary>Which score counts, and whether it is out of date.</summary>
public static class ScoreAge
{
    /// <summary>What changes a case so much that it is looked at again: conference, court, move, carer gone.</summary>
    public static IReadOnlyList<CaseEventKind> Matters { get; } =
    [
        CaseEventKind.Conference, CaseEventKind.CourtDate, CaseEventKind.LegalStatus, CaseEventKind.PlacementMove, CaseEventKind.CarerGone,
    ];

    /// <summary>The kinds of event that happened after the day of the score, oldest first; empty while the score is good. An event
    /// on the day itself was known to those who scored.</summary>
    public static IReadOnlyList<CaseEventKind> FallsDueBecause(DateOnly scoredOn, IEnumerable<CaseEvent> events) =>
        FallsDueBecause(scoredOn, events, DateOnly.MaxValue);

    /// <summary>The same, leaving out what is only planned: a court date of next month has not happened yet.</summary>
    public static IReadOnlyList<CaseEventKind> FallsDueBecause(DateOnly scoredOn, IEnumerable<CaseEvent> events, DateOnly today) =>
    [
        .. events.Where(e => Matters.Contains(e.Kind) && e.HappenedOn > scoredOn && e.HappenedOn <= today)
            .OrderBy(e => e.HappenedOn).ThenBy(e => e.Kind).Select(e => e.Kind).Distinct(),
    ];

    /// <summary>The agreed score that counts on a day: the latest by the day it was given, and of one day the one entered last. An
    /// older score never counts again because a later one is partial.</summary>
    public static Score? InForce(IEnumerable<Score> scores, DateOnly day) => scores
        .Where(s => s.By == ScoreBy.Agreed && s.ScoredOn <= day)
        .OrderByDescending(s => s.ScoredOn).ThenByDescending(s => s.EnteredAt)
        .FirstOrDefault();

    /// <summary>The tier of the score in force; null while there is none or it is partial.</summary>
    public static int? TierInForce(IEnumerable<Score> scores, DateOnly day) =>
        InForce(scores, day) is { } score ? FactorSet.TierOf(score.Values) : null;
}

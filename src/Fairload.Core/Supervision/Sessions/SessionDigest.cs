using Fairload.Core.Caseload;

namespace Fairload.Core.Supervision.Sessions;

/// <summary>What a digest needs of one case in the worker's hands.</summary>
/// <param name="Since">Since when they have it; null where that is not known, as of what the first extract held.</param>
/// <param name="LastHeardOn">The last visit, review or other event that is known; null for none.</param>
/// <param name="IsOverdue">A clock of it has run out.</param>
/// <param name="IsOnItsWay">A transfer of it is under way.</param>
/// <param name="ScoreIsDue">It has no agreed score, or something has happened since.</param>
public sealed record DigestCase(
    Id<Case> Id, string Reference, string TypeCode, int? Tier, decimal Points, DateOnly? Since, DateOnly? LastHeardOn, bool IsOverdue,
    bool IsOnItsWay, bool ScoreIsDue)
{
    /// <summary>It is before a court.</summary>
    public bool IsInCourt { get; init; }

    /// <summary>The next hearing that was entered; null for none known.</summary>
    public DateOnly? HearingOn { get; init; }
}

/// <summary>What to speak about when two people meet for supervision; each list by reference. A case may stand in several.</summary>
/// <param name="New">Came since the last session; without a session, in the last four weeks.</param>
/// <param name="Heavy">Of tier 3, or among the three with the most points.</param>
/// <param name="Quiet">In hand for six weeks, and nothing of it was heard in six weeks.</param>
/// <param name="Stuck">Something is overdue, or it is on its way to another team.</param>
public sealed record SessionDigest(
    IReadOnlyList<DigestCase> New, IReadOnlyList<DigestCase> Heavy, IReadOnlyList<DigestCase> Quiet, IReadOnlyList<DigestCase> Stuck,
    IReadOnlyList<DigestCase> ToScore)
{
    public const int QuietDays = 42;

    /// <summary>Before a court; those with the nearest hearing first, and those without one that is known at the end.</summary>
    public IReadOnlyList<DigestCase> InCourt { get; init; } = [];

    private const int NewDays = 28;
    private const int Heaviest = 3;

    /// <param name="lastSession">The day of the last session that was held; null for none.</param>
    public static SessionDigest Of(IReadOnlyList<DigestCase> cases, DateOnly? lastSession, DateOnly today)
    {
        var (since, quiet) = (lastSession ?? today.AddDays(-NewDays), today.AddDays(-QuietDays));
        var heaviest = cases.OrderByDescending(c => c.Points).ThenBy(c => c.Reference, StringComparer.Ordinal).Take(Heaviest)
            .Select(c => c.Id).ToHashSet();
        return new(
            Those(c => c.Since > since),
            Those(c => c.Tier == 3 || heaviest.Contains(c.Id)),
            Those(c => (c.Since is null || c.Since <= quiet) && (c.LastHeardOn is null || c.LastHeardOn <= quiet)),
            Those(c => c.IsOverdue || c.IsOnItsWay),
            Those(c => c.ScoreIsDue))
        {
            InCourt = [.. Those(c => c.IsInCourt).OrderBy(c => c.HearingOn is { } on && on >= today ? on : DateOnly.MaxValue)],
        };

        List<DigestCase> Those(Func<DigestCase, bool> are) =>
            [.. cases.Where(are).OrderBy(c => c.Reference, StringComparer.Ordinal)];
    }
}

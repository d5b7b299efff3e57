using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.PeerReview.Audits;

/// <summary>A case as it was held for some days of a period.</summary>
/// <param name="TeamId">In which it lay; null where the extract names none that is known.</param>
public sealed record HeldFile(Id<Case> CaseId, string Reference, Id<Team>? TeamId, DateOnly FromOn, DateOnly? ToOn);

/// <summary>The files from which a sample is drawn: every open case that was held by somebody in the period, but for those that were
/// audited in the last twelve months.</summary>
/// <remarks>Councils that have managers audit one another's files leave those out that were audited in the last twelve months.</remarks>
public static class SamplingList
{
    public const int MonthsApart = 12;

    /// <summary>By reference; each case once, in the team in which it was held last.</summary>
    /// <param name="held">Of the team or service of the round.</param>
    /// <param name="audited">Cases with the day on which a file of theirs was drawn.</param>
    /// <param name="drawnOn">The day of this draw.</param>
    public static IReadOnlyList<HeldFile> Of(
        IEnumerable<HeldFile> held, IEnumerable<(Id<Case> CaseId, DateOnly DrawnOn)> audited, DateOnly from, DateOnly last,
        DateOnly drawnOn)
    {
        var recent = audited.Where(a => a.DrawnOn > drawnOn.AddMonths(-MonthsApart)).Select(a => a.CaseId).ToHashSet();
        return
        [
            .. held.Where(h => h.FromOn <= last && (h.ToOn is null || h.ToOn > from) && !recent.Contains(h.CaseId))
                .GroupBy(h => h.Reference, StringComparer.Ordinal)
                .Select(g => g.OrderByDescending(h => h.FromOn).ThenBy(h => h.CaseId.ToString(), StringComparer.Ordinal).First())
                .OrderBy(h => h.Reference, StringComparer.Ordinal),
        ];
    }
}

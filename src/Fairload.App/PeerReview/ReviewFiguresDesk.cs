using Fairload.App.Audit;
using Fairload.Core.PeerReview.Audits;
using Fairload.Core.PeerReview.Reviews;
using Fairload.Core.PeerReview.Room;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.PeerReview;

/// <summary>What audits came to in a period. Files are counted, not people.</summary>
/// <param name="Results">Of rounds that were drawn in the period. Their shares are null for fewer than five files.</param>
/// <param name="Finished">Audits that were finished in the period, of whatever round.</param>
/// <param name="Learning">What was learnt from those rounds, oldest first; a round of which nobody has said it yet has none.</param>
/// <param name="ReauditsDue">To be done again, not overdue, and in no round yet, as of the last day.</param>
/// <param name="ReauditsOverdue">The same, with a day before that one.</param>
public sealed record AuditFigures(
    AuditResults Results, int Rounds, IReadOnlyList<string> Learning, int Finished, int ReauditsDue, int ReauditsOverdue);

/// <summary>The latest peer review that had begun by the last day, with its lines.</summary>
public sealed record LatestReview(Review Review, IReadOnlyList<LineOfEnquiry> Lines);

/// <summary>What peer review gives a health check for a period.</summary>
/// <param name="Review">Null where there was none.</param>
/// <param name="Evidence">In the order of the parts, those without a piece too; as of the last day.</param>
public sealed record ReviewFigures(AuditFigures Audits, LatestReview? Review, IReadOnlyList<EvidenceByPart> Evidence);

/// <summary>Figures of audits, reviews and evidence for a health check. It holds no name, no grade of a person and no file.</summary>
public sealed class ReviewFiguresDesk(FairloadDb db, FrameworkParts parts)
{
    /// <param name="from">First day of the period.</param>
    /// <param name="last">Its last day.</param>
    public async Task<ReviewFigures> Of(DateOnly from, DateOnly last, CancellationToken stop) =>
        new(await Audits(from, last, stop), await Latest(last, stop), await Evidence(last, stop));

    private async Task<AuditFigures> Audits(DateOnly from, DateOnly last, CancellationToken stop)
    {
        var rounds = await db.Set<AuditRound>().AsNoTracking().Where(r => from <= r.DrawnOn && r.DrawnOn <= last)
            .OrderBy(r => r.DrawnOn).Select(r => new { r.Id, r.Learning }).ToListAsync(stop);
        var files = await db.Set<AuditFile>().AsNoTracking().ToListAsync(stop);
        var again = files.Where(f => f.ReauditOfId is not null).Select(f => f.ReauditOfId!.Value).ToHashSet();
        var (begins, ends) = (from.StartInUk, last.AddDays(1).StartInUk);
        var due = files.Where(f => f is { IsFinished: true, ReauditOn: not null } && !again.Contains(f.Id)).ToList();
        return new(
            AuditResults.Of([.. files.Where(f => rounds.Exists(r => r.Id == f.RoundId))]), rounds.Count,
            [.. rounds.Select(r => r.Learning).Where(l => l.Length > 0)],
            files.Count(f => begins <= f.FinishedAt && f.FinishedAt < ends), due.Count(f => f.ReauditOn >= last),
            due.Count(f => f.ReauditOn < last));
    }

    private async Task<LatestReview?> Latest(DateOnly last, CancellationToken stop)
    {
        var review = await db.Set<Review>().AsNoTracking().Where(r => r.FromOn <= last).OrderByDescending(r => r.FromOn)
            .FirstOrDefaultAsync(stop);
        return review is null ? null
            : new(review, await db.Set<LineOfEnquiry>().AsNoTracking().Where(l => l.ReviewId == review.Id).OrderBy(l => l.Number)
                .ToListAsync(stop));
    }

    private async Task<IReadOnlyList<EvidenceByPart>> Evidence(DateOnly last, CancellationToken stop) => EvidenceByPart.Of(
        await db.Set<EvidencePiece>().AsNoTracking().Where(p => p.AddedOn <= last).ToListAsync(stop), parts.All.Select(p => p.Code), last);
}

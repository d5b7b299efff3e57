using Fairload.App.PeerReview.Audits;
using Fairload.App.PeerReview.Room;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Audits;
using Fairload.Core.PeerReview.Reviews;
using Fairload.Core.PeerReview.Room;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Home;

/// <summary>What evidence, reviews and audits ask of a reader. What a reader may not see is not in it.</summary>
/// <param name="ToAudit">Files that the reader has to audit, by their day.</param>
/// <param name="Concerns">Urgent concerns about files of the reader's own teams that have no answer.</param>
/// <param name="ToModerate">How many finished audits wait for a moderator.</param>
/// <param name="AuditAgain">Audits to be done again that are overdue and in no round.</param>
/// <param name="Expired">Pieces of evidence that have expired, for those who keep them.</param>
/// <param name="Expiring">Those that expire within sixty days.</param>
/// <param name="Unanswered">Lines of enquiry that wait for the council's response, for those who keep reviews.</param>
/// <param name="Entry">The reader's own entry from outside, while it lasts.</param>
public sealed record ReviewsToday(
    IReadOnlyList<FileRow> ToAudit, IReadOnlyList<FileRow> Concerns, int ToModerate, int AuditAgain, int Expired, int Expiring,
    int Unanswered, EvidenceEntry? Entry)
{
    public static ReviewsToday Nothing { get; } = new([], [], 0, 0, 0, 0, 0, null);
}

/// <summary>Asks about evidence, reviews and audits, of each reader as much as their role is about.</summary>
public sealed class ReviewsTodayDesk(FairloadDb db, FileAuditDesk audits, AuditReading reading, EntryDesk entries)
{
    public async Task<ReviewsToday> Of(Reader reader, DateOnly today, CancellationToken stop)
    {
        var now = ReviewsToday.Nothing;
        if (reader.Is(Role.Evaluator))
            now = now with { Entry = (await entries.Of(reader, stop)).FirstOrDefault(e => e.IsOpen(today)) };
        if (reader.May(Permission.AuditFiles)) now = await Audits(now, reader, today, stop);
        if (reader.May(Permission.InviteReviewers)) now = await Evidence(now, today, stop);
        if (reader.May(Permission.KeepReviews))
        {
            now = now with
            {
                Unanswered = await db.Set<LineOfEnquiry>().CountAsync(l => l.ToConsider != "" && l.Response == "", stop),
            };
        }

        return now;
    }

    private async Task<ReviewsToday> Audits(ReviewsToday now, Reader reader, DateOnly today, CancellationToken stop)
    {
        if (!await db.Set<AuditRound>().AnyAsync(stop)) return now;
        var view = await audits.All(reader, stop);
        return now with
        {
            ToAudit = [.. view.Mine.Where(r => !r.File.IsFinished)],
            Concerns = [.. view.Concerns.Where(c => c.File.UrgentAnsweredAt is null)],
            ToModerate = view.ToModerate.Count,
            AuditAgain = view.Moderates ? (await reading.ToBeAuditedAgain(today.AddDays(-1), stop)).Count : 0,
        };
    }

    private async Task<ReviewsToday> Evidence(ReviewsToday now, DateOnly today, CancellationToken stop)
    {
        var states = (await db.Set<EvidencePiece>().AsNoTracking().Where(p => p.ExpiresOn != null).ToListAsync(stop))
            .Select(p => p.State(today)).ToList();
        return now with
        {
            Expired = states.Count(s => s == EvidenceState.Expired),
            Expiring = states.Count(s => s == EvidenceState.Expiring),
        };
    }
}

using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.PeerReview.Room;

/// <summary>Somebody of outside who is, was or will be let in.</summary>
public sealed record EntryRow(EvidenceEntry Entry, string Name, string Email, bool IsOpen, bool IsOver);

/// <summary>An entry that has just been given.</summary>
/// <param name="Invitation">For whoever has no account yet; null for an account that is there.</param>
public sealed record EntryGiven(EvidenceEntry Entry, string Name, NewInvitation? Invitation);

/// <summary>Who of outside may read which parts of the evidence room, and until when.</summary>
public sealed class EntryDesk(FairloadDb db, AccountDesk accounts, FrameworkParts parts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Those that last or are to come first, each in name order.</summary>
    public async Task<IReadOnlyList<EntryRow>> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.InviteReviewers);
        var today = clock.UkToday;
        var found = await (from e in db.Set<EvidenceEntry>().AsNoTracking()
                           join a in db.Set<Account>() on e.AccountId equals a.Id
                           select new { e, a.Name, a.Email }).ToListAsync(stop);
        return
        [
            .. found.Select(f => new EntryRow(f.e, f.Name, f.Email, f.e.IsOpen(today), f.e.EndedAt is not null || f.e.LastOn < today))
                .OrderBy(r => r.IsOver).ThenBy(r => r.Name, StringComparer.CurrentCulture).ThenBy(r => r.Entry.FromOn),
        ];
    }

    /// <summary>Lets somebody in, with a new account where they have none. Refuses somebody of the department: what they see follows from
    /// their role.</summary>
    public async Task<Result<EntryGiven>> Give(string? email, string? name, EntryOffer offer, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.InviteReviewers);
        var today = clock.UkToday;
        var problems = EvidenceEntry.Wrong(offer, parts.Codes.Parts, today);
        if (!Account.Open(email, name, null, clock.GetUtcNow().UtcDateTime).Try(out var would, out var wrong)) problems.AddRange(wrong);
        if (problems.Count > 0) return problems;

        var address = would!.Email;
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Email == address, stop);
        NewInvitation? invitation = null;
        if (account is null)
        {
            var invited = await accounts.Invite(reader, email, name, null, [new(Role.Evaluator)], stop);
            if (!invited.Try(out invitation, out var refused)) return refused.ToList();
            account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == invitation.Account, stop);
        }

        return await db.Change<Result<EntryGiven>>(
            async () =>
            {
                var roles = await db.Set<AccountGrant>().Where(g => g.AccountId == account.Id).Select(g => g.Role).ToListAsync(stop);
                if (account.Disabled || account.WorkerId is not null || roles.Any(r => r != Role.Evaluator))
                    return new Problem("Email", $"{address} belongs to somebody who is not from outside, or may not sign in any more. Nobody was let in");
                if (roles.Count == 0) db.Add(AccountGrant.Give(account.Id, new(Role.Evaluator)));
                var given = EvidenceEntry.Give(
                    account.Id, offer, parts.Codes.Parts, reader.Name, today, clock.GetUtcNow().UtcDateTime);
                if (!given.Try(out var entry, out var refused)) return refused.ToList();
                db.Add(entry);
                await audit.Note(
                    reader, AuditAction.ReviewerLetIn, "evidence entry", entry.Id.ToString(),
                    $"{entry.FromOn:yyyy-MM-dd} to {entry.LastOn:yyyy-MM-dd}", stop);
                return new EntryGiven(entry, account.Name, invitation);
            },
            stop);
    }

    /// <summary>Ends an entry before its last day: the next request finds nothing. Null when there is none.</summary>
    public Task<EvidenceEntry?> End(Id<EvidenceEntry> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.InviteReviewers);
        return db.Change(
            async () =>
            {
                if (await db.Set<EvidenceEntry>().SingleOrDefaultAsync(e => e.Id == id, stop) is not { } entry) return null;
                if (entry.End(reader.Name, clock.GetUtcNow().UtcDateTime))
                    await audit.Note(reader, AuditAction.ReviewerLetIn, "evidence entry", id.ToString(), "ended", stop);
                return entry;
            },
            stop);
    }

    /// <summary>The reader's own entries, the last to end first; empty for whoever has none.</summary>
    internal async Task<IReadOnlyList<EvidenceEntry>> Of(Reader reader, CancellationToken stop) =>
        reader.Account is not { } account ? []
            : [.. (await db.Set<EvidenceEntry>().AsNoTracking().Where(e => e.AccountId == account).ToListAsync(stop))
                .OrderByDescending(e => e.LastOn)];
}

using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>What somebody who is kept out of a case is told of it.</summary>
public sealed record RestrictedDoor(Id<Case> Case, string Name);

/// <summary>A restriction for those who may restrict or change it.</summary>
/// <param name="Restricted">Null while the case is not restricted.</param>
/// <param name="Shown">What the case is called to this reader.</param>
public sealed record RestrictionView(Id<Case> Case, string Shown, RestrictedCase? Restricted, IReadOnlyList<Account> Readers, int Version);

/// <summary>What somebody wants to be restricted.</summary>
/// <param name="Readers">Addresses of the people who may open it; whoever restricts is always one of them.</param>
/// <param name="Version">Of the restriction as it was seen.</param>
public sealed record Restricting(RestrictionKind? Why, string? Reason, IReadOnlyList<string> Readers, int Version);

/// <summary>Restricting a case, naming who may open it, and opening it by a reason.</summary>
public sealed class RestrictedDesk(
    FairloadDb db, CaseDesk cases, RestrictedTexts texts, RestrictedNotices notices, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null when there is no such case, or the reader may not restrict it or is kept out of it.</summary>
    public async Task<RestrictionView?> Restriction(Id<Case> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.RestrictCases);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } one) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        if (!await cases.MaySee(id, reader, Permission.RestrictCases, assignments, stop)) return null;

        var restricted = await db.Set<RestrictedCase>().AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == id, stop);
        var readers = from r in db.Set<RestrictedReader>()
                      join a in db.Set<Account>() on r.AccountId equals a.Id
                      where r.CaseId == id
                      select a;
        return new(
            id, restricted?.Reference ?? one.Reference, restricted,
            [.. (await readers.AsNoTracking().ToListAsync(stop)).OrderBy(a => a.Name, StringComparer.CurrentCulture)],
                restricted?.Version ?? 0);
    }

    /// <summary>Restricts the case, or names other people who may open it. Refuses what Core refuses, addresses that nobody has, and what
    /// somebody else has changed since it was seen.</summary>
    public async Task<Result<Done>> Restrict(Id<Case> id, Restricting asked, Reader reader, CancellationToken stop)
    {
        if (await Restriction(id, reader, stop) is null || reader.Account is not { } me)
            throw new UnauthorizedAccessException("This case is not the reader's to restrict.");
        return await db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, "restricted cases", stop);
                var one = await db.Cases.SingleAsync(c => c.Id == id, stop);
                var there = await db.Set<RestrictedCase>().SingleOrDefaultAsync(r => r.CaseId == id, stop);
                if ((there?.Version ?? 0) != asked.Version || (there is not null && asked.Why is not null))
                    return new Problem("", $"Somebody else has changed the restriction of this case since you opened this page. Look at it again");
                if (!(await Accounts(asked.Readers, stop)).Try(out var named, out var problems)) return problems.ToList();

                var (reference, now) = (there?.Reference ?? one.Reference, clock.GetUtcNow().UtcDateTime);
                if (there is null)
                {
                    var made = RestrictedCase.Restrict(one, await NextNumber(stop), asked.Why, asked.Reason, me, now);
                    if (!made.Try(out there, out problems)) return problems.ToList();
                    db.Add(there);
                    await db.SaveChangesAsync(stop);
                    await Inherit(db, clock, stop);
                    await db.SaveChangesAsync(stop);
                    await texts.Replace(reference, there.Name, stop);
                }

                var all = await Alike(reference, stop);
                foreach (var other in all) other.ReadersChanged();
                var ids = all.Select(a => a.CaseId).ToList();
                await db.Set<RestrictedReader>().Where(r => ids.Contains(r.CaseId)).ExecuteDeleteAsync(stop);
                foreach (var account in named.Append(me).Distinct()) db.AddRange(ids.Select(i => new RestrictedReader(i, account, now)));
                await audit.Note(reader, AuditAction.CaseRestricted, "case", id.ToString(),
                    $"{there.Why}, {named.Append(me).Distinct().Count()}", stop);
                return default(Done);
            },
            stop);
    }

    /// <summary>Gives the case its name back.</summary>
    public async Task<Result<Done>> Lift(Id<Case> id, int version, Reader reader, CancellationToken stop)
    {
        if (await Restriction(id, reader, stop) is not { Restricted: not null })
            throw new UnauthorizedAccessException("This case is not the reader's to show.");
        return await db.Change<Result<Done>>(
            async () =>
            {
                var there = await db.Set<RestrictedCase>().SingleOrDefaultAsync(r => r.CaseId == id, stop);
                if (there is null || there.Version != version)
                    return new Problem("", $"Somebody else has changed the restriction of this case since you opened this page. Look at it again");
                foreach (var one in await Alike(there.Reference, stop))
                {
                    (await db.Cases.SingleAsync(c => c.Id == one.CaseId, stop)).Lift(one.Reference);
                    await db.Set<RestrictedReader>().Where(r => r.CaseId == one.CaseId).ExecuteDeleteAsync(stop);
                    db.Remove(one);
                }

                await audit.Note(reader, AuditAction.CaseRestricted, "case", id.ToString(), "lifted", stop);
                return default(Done);
            },
            stop);
    }

    /// <summary>The door of a case that the reader could see if it were not restricted, and may open by a reason; null otherwise.</summary>
    public async Task<RestrictedDoor?> Door(Id<Case> id, Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.BreakGlass) || reader.Account is null || !await cases.IsShut(id, reader, stop)) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        return await cases.Reaches(id, reader, Permission.BreakGlass, assignments, stop)
            ? new(id, await db.Cases.Where(c => c.Id == id).Select(c => c.Reference).SingleAsync(stop)) : null;
    }

    /// <summary>Opens it for an hour, notes it, and tells who restricted it and who manages it.</summary>
    public async Task<Result<Done>> Open(Id<Case> id, string? reason, Reader reader, CancellationToken stop)
    {
        if (await Door(id, reader, stop) is null) throw new UnauthorizedAccessException("This case is not the reader's to open.");
        var opened = RestrictedOpening.Open(id, reader.Account!.Value, reason, clock.GetUtcNow().UtcDateTime);
        if (!opened.Try(out var opening, out var problems)) return problems.ToList();
        await db.Change(
            async () =>
            {
                db.Add(opening);
                await db.SaveChangesAsync(stop);
                await notices.Tell(opening, stop);
                await audit.Note(reader, AuditAction.RestrictedOpened, "case", id.ToString(), stop);
                return default(Done);
            },
            stop);
        return default(Done);
    }

    /// <summary>Every case under a reference that is restricted is restricted: earlier and later episodes, and what an import has just
    /// brought. Inside the change.</summary>
    internal static async Task Inherit(FairloadDb db, TimeProvider clock, CancellationToken stop)
    {
        var restricted = await db.Set<RestrictedCase>().OrderBy(r => r.Number).ToListAsync(stop);
        if (restricted.Count == 0) return;
        var references = restricted.Select(r => r.Reference).ToList();
        var (number, now) = (restricted[^1].Number, clock.GetUtcNow().UtcDateTime);
        foreach (var one in await db.Cases.Where(c => references.Contains(c.Reference)).ToListAsync(stop))
        {
            var like = restricted.First(r => r.Reference == one.Reference);
            db.Add(like.For(one, ++number, now));
            foreach (var reader in await db.Set<RestrictedReader>().AsNoTracking().Where(r => r.CaseId == like.CaseId).ToListAsync(stop))
                db.Add(new RestrictedReader(one.Id, reader.AccountId, now));
        }
    }

    private Task<List<RestrictedCase>> Alike(string reference, CancellationToken stop) =>
        db.Set<RestrictedCase>().Where(r => r.Reference == reference).ToListAsync(stop);

    private async Task<int> NextNumber(CancellationToken stop) =>
        (await db.Set<RestrictedCase>().MaxAsync(r => (int?)r.Number, stop) ?? 0) + 1;

    private async Task<Result<List<Id<Account>>>> Accounts(IReadOnlyList<string> addresses, CancellationToken stop)
    {
        var wanted = addresses.Select(Account.Normalise).Where(a => a.Length > 0).Distinct().ToList();
        var found = await db.Set<Account>().AsNoTracking().Where(a => wanted.Contains(a.Email) && !a.Disabled)
            .Select(a => new { a.Id, a.Email }).ToListAsync(stop);
        var unknown = wanted.Except(found.Select(f => f.Email)).ToList();
        return unknown.Count > 0 ? new Problem("Readers", $"Nobody has an account with the address {unknown[0]}. Correct it or leave it out")
            : found.Select(f => f.Id).ToList();
    }
}

using System.Globalization;
using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.DataProtection;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.DataProtection;

/// <summary>A rule, and what deleting by it today would do.</summary>
/// <param name="Before">The first day that is kept.</param>
public sealed record KindKept(RetentionRule Rule, DateOnly Before, int Due, int HeldBack);

/// <param name="Name">Staff number and name of the person, or what the case is called here.</param>
public sealed record HoldLine(LegalHold Hold, string Name);

/// <param name="IsOn">Records are deleted each day. Until somebody has looked it is off.</param>
public sealed record RetentionView(
    DateOnly Today, IReadOnlyList<KindKept> Kinds, bool IsOn, DateOnly? LastRun, IReadOnlyList<HoldLine> Holds,
        IReadOnlyList<DeletionLine> Log);

/// <summary>How long records are kept, what must not be deleted, and the deletion itself.</summary>
public sealed class RetentionDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    private const string LastRun = "retention-last-run";
    private const int Kept = 100;

    /// <summary>The rules in force; anybody may know how long the department keeps what.</summary>
    public async Task<IReadOnlyList<RetentionRule>> Rules(CancellationToken stop)
    {
        var agreed = await db.Set<RetentionRow>().AsNoTracking().ToDictionaryAsync(r => r.Kind, stop);
        return [.. Enum.GetValues<RecordKind>().Select(k => agreed.GetValueOrDefault(k) is { } row
            ? new RetentionRule(k, row.Months, row.Reason, row.AgreedBy, row.Version) : RetentionRule.Default(k))];
    }

    /// <summary>Rules, holds and the log, with what a deletion would do today. It deletes nothing.</summary>
    public async Task<RetentionView> Show(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ProtectData);
        var today = clock.UkToday;
        var kinds = new List<KindKept>();
        foreach (var rule in await Rules(stop))
        {
            var before = rule.Before(today);
            var (due, held) = await Deletions.Count(db, rule.Kind, before, before.StartInUk, stop);
            kinds.Add(new(rule, before, due, held));
        }

        var last = await Last(stop);
        var log = await db.Set<DeletionLine>().AsNoTracking().OrderByDescending(l => l.DeletedAt).ThenBy(l => l.Kind).Take(Kept)
            .ToListAsync(stop);
        return new(today, kinds, last is not null, last, await Holds(stop), log);
    }

    /// <summary>The council decides how long. Refuses what Core refuses, and what somebody else has decided since it was seen.</summary>
    public async Task<Result<Done>> Agree(RecordKind kind, int? months, string? reason, int version, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ProtectData);
        if (!RetentionRule.Agree(kind, months, reason, reader.Name, version).Try(out var rule, out var problems)) return problems.ToList();
        return await db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, "retention", stop);
                var row = await db.Set<RetentionRow>().SingleOrDefaultAsync(r => r.Kind == kind, stop);
                if ((row?.Version ?? 0) != version)
                    return new Problem("", $"Somebody else has changed how long these are kept since you opened this page. Look at it again");
                if (row is null) db.Add(row = new RetentionRow { Kind = kind });
                (row.Months, row.Reason, row.AgreedBy, row.Version) = (rule.Months, rule.Reason, rule.AgreedBy, rule.Version);
                row.AgreedAt = clock.GetUtcNow().UtcDateTime;
                await audit.Note(reader, AuditAction.RetentionChanged, "retention", kind.ToString(), $"{rule.Months}", stop);
                return default(Done);
            },
            stop);
    }

    /// <summary>Nothing of this person, or of this case, is deleted until the hold is lifted.</summary>
    /// <param name="what">A staff number or the reference of a case.</param>
    public async Task<Result<Done>> Hold(string? what, string? reason, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ProtectData);
        var said = what?.Trim() ?? "";
        var worker = await db.Workers.Where(w => w.StaffNumber == said).Select(w => (Id<Worker>?)w.Id).SingleOrDefaultAsync(stop);
        var cases = worker is null && said.Length > 0 ? await db.Cases.Where(c => c.Reference == said).Select(c => c.Id).ToListAsync(stop)
            : [];
        if (worker is null && cases.Count == 0)
            return new Problem("What", $"Enter the staff number of a person, or the reference of a case as it is called here");
        return await db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, "retention", stop);
                var (people, held) = (worker is { } w ? [w] : Array.Empty<Id<Worker>>(), cases);
                var there = await db.Set<LegalHold>().Where(h => h.LiftedAt == null
                    && ((h.WorkerId != null && people.Contains(h.WorkerId.Value)) || (h.CaseId != null && held.Contains(h.CaseId.Value))))
                        .ToListAsync(stop);
                var now = clock.GetUtcNow().UtcDateTime;
                foreach (var (person, one) in people.Select(p => ((Id<Worker>?)p, (Id<Core.Caseload.Case>?)null))
                    .Concat(cases.Select(c => ((Id<Worker>?)null, (Id<Core.Caseload.Case>?)c)))
                    .Where(t => !there.Any(h => h.WorkerId == t.Item1 && h.CaseId == t.Item2)))
                {
                    if (!LegalHold.Put(person, one, reason, reader.Name, now).Try(out var hold, out var problems)) return problems.ToList();
                    db.Add(hold);
                    await audit.Note(reader, AuditAction.HoldChanged, person is null ? "case" : "worker",
                        (person?.ToString() ?? one.ToString())!, "put", stop);
                }

                return default(Done);
            },
            stop);
    }

    public Task<Result<Done>> Lift(Id<LegalHold> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ProtectData);
        return db.Change<Result<Done>>(
            async () =>
            {
                if (await db.Set<LegalHold>().SingleOrDefaultAsync(h => h.Id == id, stop) is not { } hold)
                    return new Problem("", $"This hold is not here any more");
                if (!hold.Lift(reader.Name, clock.GetUtcNow().UtcDateTime).Try(out _, out var problems)) return problems.ToList();
                await audit.Note(reader, AuditAction.HoldChanged, hold.WorkerId is null ? "case" : "worker",
                    (hold.WorkerId?.ToString() ?? hold.CaseId.ToString())!, "lifted", stop);
                return default(Done);
            },
            stop);
    }

    /// <summary>Somebody has looked at what would be deleted: it is deleted now, and each day from now on.</summary>
    public async Task Begin(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ProtectData);
        await Delete(reader.Name, (action, detail) => audit.Note(reader, action, "retention", "", detail, stop), stop);
    }

    /// <summary>Nothing is deleted until somebody begins again.</summary>
    public Task<Done> End(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ProtectData);
        return db.Change(
            async () =>
            {
                await Settings.Remove(db, LastRun, stop);
                await audit.Note(reader, AuditAction.RetentionChanged, "retention", "", "ended", stop);
                return default(Done);
            },
            stop);
    }

    /// <summary>Once a day on whichever node comes first. After a long pause, or when the clock leaps ahead, it stops until somebody has
    /// looked again.</summary>
    /// <returns>How many records went.</returns>
    public async Task<int> Tend(CancellationToken stop)
    {
        if (await Last(stop) is not { } last || last >= clock.UkToday) return 0;
        if (DeletionDays.IsTooLongAgo(last, clock.UkToday))
        {
            await db.Change(
                async () =>
                {
                    await Settings.Remove(db, LastRun, stop);
                    await audit.NoteOfNobody(AuditAction.RetentionChanged, "retention", "", "ended after a long pause", stop);
                    return default(Done);
                },
                stop);
            return 0;
        }

        return await Delete("", (action, detail) => audit.NoteOfNobody(action, "retention", "", detail, stop), stop);
    }

    private Task<int> Delete(string by, Func<AuditAction, string, Task> note, CancellationToken stop) => db.Change(
        async () =>
        {
            await OneAtATime.Wait(db, "retention", stop);
            var (today, now, all) = (clock.UkToday, clock.GetUtcNow().UtcDateTime, 0);
            // Two nodes come at the same time: the second finds that the day is done.
            if (by.Length == 0 && await Last(stop) is { } last && !DeletionDays.IsDue(last, today)) return 0;
            foreach (var rule in await Rules(stop))
            {
                var before = rule.Before(today);
                var (_, held) = await Deletions.Count(db, rule.Kind, before, before.StartInUk, stop);
                var deleted = await Deletions.Run(db, rule.Kind, before, before.StartInUk, stop);
                if (deleted > 0) db.Add(new DeletionLine(Guid.CreateVersion7(), now, rule.Kind, before, deleted, held, by));
                all += deleted;
            }

            await Settings.Put(db, LastRun, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), stop);
            if (all > 0) await note(AuditAction.RecordsDeleted, all.ToString(CultureInfo.InvariantCulture));
            return all;
        },
        stop);

    private async Task<DateOnly?> Last(CancellationToken stop) =>
        DateOnly.TryParseExact(await Settings.Get(db, LastRun, stop), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day)
            ? day : null;

    private async Task<IReadOnlyList<HoldLine>> Holds(CancellationToken stop)
    {
        var holds = await db.Set<LegalHold>().AsNoTracking().OrderBy(h => h.LiftedAt != null).ThenByDescending(h => h.PutAt).Take(Kept)
            .ToListAsync(stop);
        var lines = new List<HoldLine>();
        foreach (var hold in holds)
        {
            var name = hold.WorkerId is { } worker
                ? await db.Workers.Where(w => w.Id == worker).Select(w => w.StaffNumber + ", " + w.Name).SingleAsync(stop)
                : await db.Cases.Where(c => c.Id == hold.CaseId).Select(c => c.Reference).SingleAsync(stop);
            lines.Add(new(hold, name));
        }

        return lines;
    }
}

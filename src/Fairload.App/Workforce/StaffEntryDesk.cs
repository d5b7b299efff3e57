using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce;

/// <summary>A person as they stand, for who enters something about them.</summary>
/// <param name="Absences">Those in force or still to come, the earliest first; <paramref name="Reductions"/> likewise.</param>
/// <param name="Marks">What was entered here about them and no extract has confirmed.</param>
public sealed record StaffEntryView(
    Worker Worker, IReadOnlyList<Absence> Absences, IReadOnlyList<Reduction> Reductions, IReadOnlyList<EnteredHere> Marks,
    IReadOnlyList<string> Categories, IReadOnlyList<string> Reasons, DateOnly Today)
{
    /// <summary>A record as it was seen, in one text; empty for one that is new.</summary>
    public static string Seen(Absence? absence) => absence is null ? "" : EnteredStaff.Of(absence).ToString();

    public static string Seen(Reduction? reduction) => reduction is null ? "" : EnteredStaff.Of(reduction).ToString();
}

/// <summary>What somebody enters about days away or a reduction.</summary>
/// <param name="Record">The record that it changes; null for a new one.</param>
/// <param name="Seen">That record as they saw it.</param>
public sealed record DatedChange(Guid? Record, string Seen, DatedWritten Written);

/// <summary>
/// Staff between extracts: starters, leavers, absences and reductions, entered by hand by human resources and by those who manage them.
/// Each is marked as entered here until a staff sheet says the same.
/// </summary>
public sealed class StaffEntryDesk(FairloadDb db, EnteredMarks marks, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Words that a council without a staff sheet begins with.</summary>
    private static readonly string[] Away = ["Sickness", "Annual leave", "Maternity leave", "Special leave", "Training"];

    private static readonly string[] Given =
        ["Phased return", "Union facility time", "AMHP rota", "Practice educator", "Reasonable adjustment"];

    /// <summary>The reader's teams today, in name order.</summary>
    public async Task<IReadOnlyList<Team>> Teams(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.EnterStaff);
        var sight = reader.SightFor(Permission.EnterStaff);
        return
        [
            .. (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(clock.UkToday) && sight.SeesTeam(t))
                .OrderBy(t => t.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Null when there is no such person, or they are not the reader's to enter anything about.</summary>
    public async Task<StaffEntryView?> Of(Id<Worker> id, Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.EnterStaff)) return null;
        if (await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, stop) is not { } worker) return null;
        var today = clock.UkToday;
        if (!reader.SightFor(Permission.EnterStaff).SeesWorker(id, await TeamsNow.Of(db, id, today, stop))) return null;
        var absences = await db.Absences.AsNoTracking().Where(a => a.WorkerId == id && (a.ToOn == null || a.ToOn >= today))
            .OrderBy(a => a.FromOn).ToListAsync(stop);
        var reductions = await db.Reductions.AsNoTracking().Where(r => r.WorkerId == id && (r.ToOn == null || r.ToOn >= today))
            .OrderBy(r => r.FromOn).ToListAsync(stop);
        var records = absences.Select(a => a.Id.Value).Concat(reductions.Select(r => r.Id.Value)).Append(id.Value).ToList();
        var entered = await db.Set<EnteredHere>().AsNoTracking()
            .Where(m => m.State == EnteredState.Open && records.Contains(m.RecordId)).ToListAsync(stop);
        return new(
            worker, absences, reductions, [.. entered.OrderByDescending(m => m.EnteredAt)],
            Words(await db.Absences.Select(a => a.Category).Distinct().ToListAsync(stop), Away),
            Words(await db.Reductions.Select(r => r.Reason).Distinct().ToListAsync(stop), Given), today);
    }

    /// <summary>Refuses what Core refuses, a staff number that is known already, and a team that is not the reader's.</summary>
    public Task<Result<Worker>> Start(StarterWritten written, Reader reader, CancellationToken stop) =>
        db.Change<Result<Worker>>(
            async () =>
            {
                await OneAtATime.Wait(db, ImportDesk.Turn, stop);
                var team = (await Teams(reader, stop)).FirstOrDefault(t => t.Id == written.Team);
                var read = StaffEntry.Read(written with { Team = team?.Id }, team?.Employer ?? "", clock.UkToday);
                if (!read.Try(out var starter, out var problems)) return problems.ToList();
                var number = Written.Fold(starter.Facts.StaffNumber);
                if ((await db.Workers.AsNoTracking().ToListAsync(stop)).Find(w => Written.Fold(w.StaffNumber) == number) is { } known)
                    return new Problem("StaffNumber", $"The staff number {known.StaffNumber} is in use already. Check it; whoever comes back is entered by the staff sheet");

                var worker = Worker.Join(starter.Facts, null);
                db.Add(worker);
                db.Add(new Membership(Id<Membership>.New(), worker.Id, starter.Team, 1, starter.Facts.StartsOn, null, null));
                await db.SaveChangesAsync(stop);
                var said = new EnteredFacts().With(FactKind.Name, worker.Name).With(FactKind.Role, worker.Role)
                    .With(FactKind.Began, worker.StartsOn).With(FactKind.Team, team!.Name);
                if (worker.Fte is { } fte) said = said.With(FactKind.Fte, fte);
                await marks.Enter(EnteredKind.Starter, worker.Id.Value, said, null, reader, stop);
                await audit.Note(reader, AuditAction.EnteredHere, "worker", worker.Id.ToString(), nameof(EnteredKind.Starter), stop);
                return worker;
            },
            stop);

    /// <summary>Their last day at work. What they hold waits from the day after until somebody gives it to others.</summary>
    /// <param name="version">Of the person as they were seen.</param>
    public Task<Result<Done>> Leave(Id<Worker> id, int version, DateOnly? lastDay, Reader reader, CancellationToken stop) =>
        Change(id, nameof(EnteredKind.Leaver), reader, async view =>
        {
            if (view.Worker.Version != version) return Overtaken;
            if (!StaffEntry.LastDay(lastDay, view.Worker, view.Today).Try(out var leaving, out var problems)) return problems.ToList();
            var worker = await db.Workers.SingleAsync(w => w.Id == id, stop);
            var before = EnteredStaff.Leaves(worker.EndsOn);
            if (!worker.Amend(worker.Facts with { EndsOn = leaving.LastDay })) return default(Done);
            await marks.Enter(EnteredKind.Leaver, id.Value, EnteredStaff.Leaves(leaving.LastDay), before, reader, stop);
            return default(Done);
        }, stop);

    /// <summary>Days away: new ones, or those of an absence that is known put right.</summary>
    public Task<Result<Done>> Absent(Id<Worker> id, DatedChange change, Reader reader, CancellationToken stop) =>
        Change(id, nameof(EnteredKind.Absence), reader, async view =>
        {
            var held = view.Absences.FirstOrDefault(a => a.Id.Value == change.Record);
            if (change.Seen != StaffEntryView.Seen(held)) return Overtaken;
            if (!StaffEntry.Read(change.Written, view.Categories, false, view.Today).Try(out var entry, out var problems))
                return problems.ToList();
            if (view.Absences.Any(a => a != held && a.FromOn <= (entry.To ?? DateOnly.MaxValue)
                && entry.From <= (a.ToOn ?? DateOnly.MaxValue)))
            {
                return new Problem("From", $"They are away already on some of these days. Change that absence instead");
            }

            var now = new Absence(held?.Id ?? Id<Absence>.New(), id, entry.From, entry.To, entry.Word, held?.BroughtBy);
            if (now == held) return default(Done);
            await Put(
                held, now, EnteredKind.Absence, now.Id.Value, EnteredStaff.Of(now), held is null ? null : EnteredStaff.Of(held), reader,
                stop);
            return default(Done);
        }, stop);

    /// <summary>A part of their time that is given to something else: a new one, or one that is known put right.</summary>
    public Task<Result<Done>> Reduce(Id<Worker> id, DatedChange change, Reader reader, CancellationToken stop) =>
        Change(id, nameof(EnteredKind.Reduction), reader, async view =>
        {
            var held = view.Reductions.FirstOrDefault(r => r.Id.Value == change.Record);
            if (change.Seen != StaffEntryView.Seen(held)) return Overtaken;
            if (!StaffEntry.Read(change.Written, view.Reasons, true, view.Today).Try(out var entry, out var problems))
                return problems.ToList();
            var others = view.Reductions.Where(r => r != held && (r.FromOn is null || entry.To is null || r.FromOn <= entry.To)
                && (r.ToOn is null || entry.From <= r.ToOn)).Sum(r => r.Percent);
            if (others + entry.Percent > 100)
                return new Problem("Percent", $"With what is taken off already this is over 100 per cent of their time. Change the other reduction first");
            var now = new Reduction(held?.Id ?? Id<Reduction>.New(), id, entry.Word, entry.Percent, entry.From, entry.To, held?.BroughtBy);
            if (now == held) return default(Done);
            await Put(
                held, now, EnteredKind.Reduction, now.Id.Value, EnteredStaff.Of(now), held is null ? null : EnteredStaff.Of(held), reader,
                stop);
            return default(Done);
        }, stop);

    private static Problem Overtaken => new("", $"Somebody has changed this while you looked at it. Nothing of yours was stored: below stands what counts now, beside what you entered. Save again if yours is right");

    private async Task Put<T>(
        T? held, T now, EnteredKind kind, Guid record, EnteredFacts said, EnteredFacts? before, Reader reader, CancellationToken stop)
        where T : class
    {
        if (held is null) db.Add(now);
        else db.Update(now);
        await db.SaveChangesAsync(stop);
        await marks.Enter(kind, record, said, before, reader, stop);
    }

    private static IReadOnlyList<string> Words(IEnumerable<string> held, IEnumerable<string> shipped) =>
    [
        .. held.Where(w => w.Length > 0).Concat(shipped).DistinctBy(Written.Fold).Order(StringComparer.CurrentCulture),
    ];

    private Task<Result<Done>> Change(
        Id<Worker> id, string what, Reader reader, Func<StaffEntryView, Task<Result<Done>>> work, CancellationToken stop) =>
        db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, ImportDesk.Turn, stop);
                if (await Of(id, reader, stop) is not { } view || view.Worker.HasLeft(view.Today))
                    return new Problem("", $"This person has left, or is not yours to enter anything about. Nothing was stored.");
                var done = await work(view);
                if (done.Try(out _, out _)) await audit.Note(reader, AuditAction.EnteredHere, "worker", id.ToString(), what, stop);
                return done;
            },
            stop);
}

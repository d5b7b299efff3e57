using Fairload.App.Actions;
using Fairload.App.Caseload;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.Supervision;
using Fairload.App.Workforce.Reorganisations;
using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Imports;
using Fairload.Core.Supervision;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Census;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fairload.App.Imports;

/// <summary>
/// Puts back what was there before the latest import. What people have entered since is kept; where it hangs on a row that the
/// import brought or changed, undoing refuses and names it.
/// </summary>
internal sealed class ImportUndo(FairloadDb db)
{
    private const int Chunk = 1000;

    public async Task<IReadOnlyList<Problem>> WhatForbids(ImportRun run, CancellationToken stop)
    {
        var problems = new List<Problem>();
        await ScoresSince(run, problems, stop);
        await NamesSince(run.Id, problems, stop);
        await AccountsSince(run.Id, problems, stop);
        await DecisionsSince(run, problems, stop);
        await MeetingsSince(run.Id, problems, stop);
        await NotesSince(run.Id, problems, stop);
        problems.AddRange(await new EnteredUndo(db).WhatForbids(run.Id, stop));
        await TransfersSince(run.Id, problems, stop);
        await PanelsSince(run.Id, problems, stop);
        await AdvisersSince(run.Id, problems, stop);
        await MeasureUndo.WhatForbids(db, run.Id, problems, stop);
        await ReorganisedSince.WhatForbids(db, run, problems, stop);
        await new ActionsOfAnImport(db).WhatForbids(run.Id, problems, stop);
        problems.AddRange(await new SupervisionUndo(db).WhatForbids(run.Id, stop));
        await SupplementUndo.WhatForbids(db, run.Id, problems, stop);
        await WorkplaceUndo.WhatForbids(db, run.Id, problems, stop);
        await RestrictedNames.WhatForbids(db, run.Id, problems, stop);
        await ChangedSince(run.Id, problems, stop);
        return problems;
    }

    public async Task Run(Id<ImportRun> import, CancellationToken stop)
    {
        var changes = await db.Set<ImportChange>().AsNoTracking().Where(c => c.ImportId == import).OrderByDescending(c => c.Sequence)
            .ToListAsync(stop);
        var restored = changes.Where(c => c.After is not null).ToList();
        var gaveRoom = restored.Where(c => GivesRoom(RowImage.TypeOf(db, c.TableName).ClrType)).ToList();

        // What pointed at new rows lets them go first. A case that was closed is opened again only when the one after it is gone.
        await Restore(restored.Except(gaveRoom), stop);
        await DeleteBrought(import, stop);
        await Restore(gaveRoom.Where(c => !IsOpenBefore(c)), stop);
        await Restore(gaveRoom.Where(IsOpenBefore), stop);
        await new RowWriter(db).Insert(changes.Where(c => c.After is null).Select(c => RowImage.Revive(db, c.TableName, c.Before)), stop);
        await db.Set<ImportChange>().Where(c => c.ImportId == import).ExecuteDeleteAsync(stop);
    }

    private static bool GivesRoom(Type type) => type == typeof(Case) || type == typeof(MeasureEntry) || type == typeof(CaseSupplement)
        || type == typeof(CaseConflict) || type == typeof(CaseCoWorker);

    private static bool IsOpenBefore(ImportChange change) => change.Before.Contains("\"closed_on\":null", StringComparison.Ordinal);

    private async Task Restore(IEnumerable<ImportChange> changes, CancellationToken stop)
    {
        foreach (var table in changes.GroupBy(c => c.TableName))
        {
            foreach (var chunk in table.Chunk(Chunk))
            {
                var rows = await Rows(table.Key, chunk, stop);
                foreach (var change in chunk)
                {
                    var row = rows.GetValueOrDefault(change.RowId)
                        ?? throw new InvalidOperationException($"{change.TableName} {change.RowId} was changed by an import and is not there.");
                    RowImage.Restore(db.Attach(row), change.Before);
                }

                await db.SaveChangesAsync(stop);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The rows as they are now, by id; not tracked.</summary>
    private Task<Dictionary<Guid, object>> Rows(string table, IEnumerable<ImportChange> changes, CancellationToken stop)
    {
        var type = RowImage.TypeOf(db, table);
        var read = typeof(ImportUndo)
            .GetMethod(nameof(Read), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
        return (Task<Dictionary<Guid, object>>)read.MakeGenericMethod(type.ClrType)
            .Invoke(this, [type, changes.Select(c => c.RowId).ToList(), stop])!;
    }

    private async Task<Dictionary<Guid, object>> Read<T>(IEntityType type, List<Guid> ids, CancellationToken stop) where T : class
    {
        var wanted = ids.Select(id => new Id<T>(id)).ToList();
        var key = type.FindPrimaryKey()!.Properties.Single().Name;
        var rows = await db.Set<T>().AsNoTracking().Where(row => wanted.Contains(EF.Property<Id<T>>(row, key))).ToListAsync(stop);
        return rows.ToDictionary(row => RowImage.IdOf(db, row), row => (object)row);
    }

    private async Task DeleteBrought(Id<ImportRun> import, CancellationToken stop)
    {
        await new ActionsOfAnImport(db).Delete(import, stop);
        await new SupervisionUndo(db).DeleteBrought(import, stop);
        await SupplementUndo.DeleteBrought(db, import, stop);
        await WorkplaceUndo.DeleteBrought(db, import, stop);
        await db.Set<LoadSnapshot>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Scores.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.CaseEvents.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Assignments.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Cases.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await MeasureUndo.DeleteBrought(db, import, stop);
        await db.Set<CensusEntry>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Memberships.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Posts.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Absences.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Reductions.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.ExtraDuties.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Workers.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Teams.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
    }

    /// <summary>A score by hand on a case that the import brought, or one after the import's own, on which the tier now rests.</summary>
    private async Task ScoresSince(ImportRun run, List<Problem> problems, CancellationToken stop)
    {
        var scored = await db.Scores
            .Where(s => s.BroughtBy == null && (db.Cases.Any(c => c.Id == s.CaseId && c.BroughtBy == run.Id)
                || (s.EnteredAt >= run.AppliedAt && db.Scores.Any(own => own.CaseId == s.CaseId && own.BroughtBy == run.Id))))
            .Join(db.Cases, s => s.CaseId, c => c.Id, (s, c) => c.Reference).Distinct().OrderBy(r => r).ToListAsync(stop);
        if (scored.Count > 0)
            problems.Add(new("", $"This import can not be undone: cases that it brought or scored have been scored by hand since ({Few(scored)}). Nothing was changed."));
    }

    private async Task NamesSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var settled = await db.SettledNames
            .Where(n => db.Workers.Any(w => w.Id == n.WorkerId && w.BroughtBy == import)
                || db.Teams.Any(t => t.Id == n.TeamId && t.BroughtBy == import))
            .Select(n => n.Written).OrderBy(n => n).ToListAsync(stop);
        if (settled.Count > 0)
            problems.Add(new("", $"This import can not be undone: names have been settled since to people or teams that it brought ({Few(settled)}). Nothing was changed."));
    }

    private async Task AccountsSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var accounts = await db.Set<Account>()
            .Where(a => a.WorkerId != null && db.Workers.Any(w => w.Id == a.WorkerId && w.BroughtBy == import)).Select(a => a.Email)
                .OrderBy(e => e).ToListAsync(stop);
        if (accounts.Count > 0)
            problems.Add(new("", $"This import can not be undone: accounts belong to people that it brought ({Few(accounts)}). Nothing was changed."));

        var teams = await db.Set<AccountGrant>().Where(g => g.TeamId != null)
            .Join(db.Teams.Where(t => t.BroughtBy == import), g => g.TeamId, t => t.Id, (g, t) => t.Name).Distinct().OrderBy(n => n)
                .ToListAsync(stop);
        if (teams.Count > 0)
            problems.Add(new("", $"This import can not be undone: people hold roles in teams that it brought ({Few(teams)}). Nothing was changed."));
    }

    /// <summary>A case that the import brought has an adviser, or had one, or the person is one.</summary>
    private async Task AdvisersSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var advised = await db.Set<CaseAdviser>()
            .Where(a => db.Cases.Any(c => c.Id == a.CaseId && c.BroughtBy == import)
                || db.Workers.Any(w => w.Id == a.WorkerId && w.BroughtBy == import))
            .Join(db.Cases, a => a.CaseId, c => c.Id, (a, c) => c.Reference).Distinct().OrderBy(r => r).ToListAsync(stop);
        if (advised.Count > 0)
            problems.Add(new("", $"This import can not be undone: advisers have been named since on cases of it, or are people that it brought ({Few(advised)}). Nothing was changed."));
    }

    /// <summary>A case that the import brought or gave to somebody, or a person whom it brought, about whom somebody has decided
    /// since.</summary>
    private async Task DecisionsSince(ImportRun run, List<Problem> problems, CancellationToken stop)
    {
        var decided = await db.Set<AllocationDecision>()
            .Where(d => db.Cases.Any(c => c.Id == d.CaseId && c.BroughtBy == run.Id)
                || db.Assignments.Any(a => a.CaseId == d.CaseId && a.BroughtBy == run.Id && a.ToOn != null && a.Version > 0)
                || db.Workers.Any(w => (w.Id == d.WorkerId || w.Id == d.WithId) && w.BroughtBy == run.Id))
            .Join(db.Cases, d => d.CaseId, c => c.Id, (d, c) => c.Reference).Distinct().OrderBy(r => r).ToListAsync(stop);
        if (decided.Count > 0)
            problems.Add(new("", $"This import can not be undone: cases of it have been given to people since ({Few(decided)}). Nothing was changed."));
    }

    /// <summary>A case, a person or a team that the import brought, which stands on the list of a meeting.</summary>
    private async Task MeetingsSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var workers = db.Workers.Where(w => w.BroughtBy == import).Select(w => (Id<Worker>?)w.Id);
        var lines = db.Set<MeetingLine>();
        var refused = db.Set<MeetingRefusal>().Where(r => workers.Contains(r.WorkerId)).Select(r => r.LineId);
        var edits = db.Set<MeetingEdit>();
        var meetings = await db.Set<AllocationMeeting>()
            .Where(m => workers.Contains(m.WorkerId) || db.Teams.Any(t => t.Id == m.TeamId && t.BroughtBy == import)
                || lines.Any(l => l.MeetingId == m.Id && (db.Cases.Any(c => c.Id == l.CaseId && c.BroughtBy == import)
                    || workers.Contains(l.FromId) || workers.Contains(l.ToId) || workers.Contains(l.WithId) || refused.Contains(l.Id)))
                || edits.Any(e => e.MeetingId == m.Id && (workers.Contains(e.WorkerId)
                    || db.Cases.Any(c => c.Id == e.CaseId && c.BroughtBy == import))))
            .CountAsync(stop);
        if (meetings > 0)
            problems.Add(new("", $"This import can not be undone: {meetings} allocation meetings have people, teams or cases that it brought on their lists. Nothing was changed."));
    }

    /// <summary>A case or a person that the import brought, about which somebody has written a handover note.</summary>
    private async Task NotesSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var written = await db.Set<HandoverNote>()
            .Where(n => db.Cases.Any(c => c.Id == n.CaseId && c.BroughtBy == import)
                || db.Workers.Any(w => w.Id == n.WorkerId && w.BroughtBy == import))
            .Join(db.Cases, n => n.CaseId, c => c.Id, (n, c) => c.Reference).Distinct().OrderBy(r => r).ToListAsync(stop);
        if (written.Count > 0)
            problems.Add(new("", $"This import can not be undone: handover notes have been written to cases of it ({Few(written)}). Nothing was changed."));
    }

    /// <summary>A case, a person or a team that the import brought, of which a transfer tells.</summary>
    private async Task TransfersSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var told = await db.Set<Transfer>()
            .Where(t => db.Cases.Any(c => c.Id == t.CaseId && c.BroughtBy == import)
                || db.Teams.Any(x => (x.Id == t.FromTeamId || x.Id == t.ToTeamId) && x.BroughtBy == import)
                || db.Set<TransferStep>().Any(s => s.TransferId == t.Id
                    && db.Workers.Any(w => (w.Id == s.WorkerId || w.Id == t.WithId) && w.BroughtBy == import)))
            .Join(db.Cases, t => t.CaseId, c => c.Id, (t, c) => c.Reference).Distinct().OrderBy(r => r).ToListAsync(stop);
        if (told.Count > 0)
            problems.Add(new("", $"This import can not be undone: transfers between teams rest on what it brought ({Few(told)}). Nothing was changed."));
    }

    /// <summary>A case or a person that the import brought, who is brought to the panel or sits on it.</summary>
    private async Task PanelsSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var brought = await db.Set<PanelBooking>()
            .Where(b => db.Cases.Any(c => c.Id == b.CaseId && c.BroughtBy == import)
                || db.Workers.Any(w => (w.Id == b.WorkerId || w.Id == b.BookedById) && w.BroughtBy == import))
            .Join(db.Cases, b => b.CaseId, c => c.Id, (b, c) => c.Reference).Distinct().OrderBy(r => r).ToListAsync(stop);
        var opened = await db.Set<PanelSession>()
            .AnyAsync(s => db.Workers.Any(w => w.Id == s.OpenedById && w.BroughtBy == import), stop);
        if (brought.Count > 0 || opened)
            problems.Add(new("", $"This import can not be undone: the complex case panel rests on what it brought ({Few(brought)}). Nothing was changed."));
    }

    private async Task ChangedSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var touched = new SortedSet<string>(StringComparer.Ordinal);
        var changes = await db.Set<ImportChange>().AsNoTracking().Where(c => c.ImportId == import && c.After != null).ToListAsync(stop);
        foreach (var table in changes.GroupBy(c => c.TableName))
        {
            foreach (var chunk in table.Chunk(Chunk))
            {
                var rows = await Rows(table.Key, chunk, stop);
                foreach (var change in chunk)
                {
                    if (!rows.TryGetValue(change.RowId, out var row) || RowImage.Of(db, row) != change.After)
                        touched.Add(await NameOf(row, change, stop));
                }
            }
        }

        if (touched.Count > 0)
            problems.Add(new("", $"This import can not be undone: what it changed has been changed again since ({Few([.. touched])}). Nothing was changed."));
    }

    private async Task<string> NameOf(object? row, ImportChange change, CancellationToken stop) => row switch
    {
        Case c => c.Reference,
        Worker w => w.StaffNumber,
        Team t => t.Name,
        Assignment a => await db.Cases.Where(c => c.Id == a.CaseId).Select(c => c.Reference).SingleAsync(stop),
        EnteredHere m => await new EnteredUndo(db).NameOf(m, stop),
        CaseSupplement s => await db.Cases.Where(c => c.Id == s.CaseId).Select(c => c.Reference).SingleAsync(stop),
        CaseConflict k => await db.Cases.Where(c => c.Id == k.CaseId).Select(c => c.Reference).SingleAsync(stop),
        CaseCoWorker k => await db.Cases.Where(c => c.Id == k.CaseId).Select(c => c.Reference).SingleAsync(stop),
        CaseEvent e => await db.Cases.Where(c => c.Id == e.CaseId).Select(c => c.Reference).SingleAsync(stop),
        SupervisionSession s => await db.Workers.Where(w => w.Id == s.WorkerId).Select(w => w.StaffNumber).SingleAsync(stop),
        TeamMeeting { TeamId: { } team } => await db.Teams.Where(t => t.Id == team).Select(t => t.Name).SingleAsync(stop),
        _ => change.TableName,
    };

    internal static string Few(IReadOnlyList<string> names) =>
        names.Count <= 5 ? string.Join(", ", names) : string.Join(", ", names.Take(5)) + $" +{names.Count - 5}";
}

using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>
/// Puts back what was there before the latest import. What people have entered since is kept; where it hangs on a row that the
/// import brought or changed, undoing refuses and names it.
/// </summary>
internal sealed class ImportUndo(FairloadDb db)
{
    public async Task<IReadOnlyList<Problem>> WhatForbids(Id<ImportRun> import, CancellationToken stop)
    {
        var problems = new List<Problem>();
        await ScoresSince(import, problems, stop);
        await NamesSince(import, problems, stop);
        await ChangedSince(import, problems, stop);
        return problems;
    }

    public async Task Run(Id<ImportRun> import, CancellationToken stop)
    {
        var changes = await db.Set<ImportChange>().Where(c => c.ImportId == import).OrderByDescending(c => c.Sequence).ToListAsync(stop);
        db.ChangeTracker.Clear();

        foreach (var change in changes.Where(c => c.After is not null))
        {
            var row = await db.FindAsync(RowImage.TypeOf(db, change.TableName).ClrType, [RowImage.KeyOf(db, change.TableName, change.RowId)], stop)
                ?? throw new InvalidOperationException($"{change.TableName} {change.RowId} was changed by an import and is not there.");
            RowImage.Restore(db.Entry(row), change.Before);
        }

        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        await DeleteBrought(import, stop);
        foreach (var change in changes.Where(c => c.After is null)) db.Add(RowImage.Revive(db, change.TableName, change.Before));
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        await db.Set<ImportChange>().Where(c => c.ImportId == import).ExecuteDeleteAsync(stop);
    }

    private async Task DeleteBrought(Id<ImportRun> import, CancellationToken stop)
    {
        await db.Set<LoadSnapshot>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Scores.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.CaseEvents.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Assignments.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Cases.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Memberships.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Posts.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Absences.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Reductions.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.ExtraDuties.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Workers.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Teams.Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
    }

    private async Task ScoresSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var scored = await db.Scores
            .Where(s => s.BroughtBy == null && db.Cases.Any(c => c.Id == s.CaseId && c.BroughtBy == import))
            .Join(db.Cases, s => s.CaseId, c => c.Id, (s, c) => c.Reference).Distinct().OrderBy(r => r).ToListAsync(stop);
        if (scored.Count > 0)
            problems.Add(new("", $"This import can not be undone: cases that it brought have been scored since ({Few(scored)}). Nothing was changed."));
    }

    private async Task NamesSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var settled = await db.SettledNames
            .Where(n => db.Workers.Any(w => w.Id == n.WorkerId && w.BroughtBy == import) || db.Teams.Any(t => t.Id == n.TeamId && t.BroughtBy == import))
            .Select(n => n.Written).OrderBy(n => n).ToListAsync(stop);
        if (settled.Count > 0)
            problems.Add(new("", $"This import can not be undone: names have been settled since to people or teams that it brought ({Few(settled)}). Nothing was changed."));

        var accounts = await db.Set<Fairload.Core.Access.Account>()
            .Where(a => a.WorkerId != null && db.Workers.Any(w => w.Id == a.WorkerId && w.BroughtBy == import)).Select(a => a.Email).ToListAsync(stop);
        if (accounts.Count > 0)
            problems.Add(new("", $"This import can not be undone: accounts belong to people that it brought ({Few(accounts)}). Nothing was changed."));
    }

    private async Task ChangedSince(Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var touched = new List<string>();
        await foreach (var change in db.Set<ImportChange>().AsNoTracking().Where(c => c.ImportId == import && c.After != null).AsAsyncEnumerable().WithCancellation(stop))
        {
            var row = await db.FindAsync(RowImage.TypeOf(db, change.TableName).ClrType, [RowImage.KeyOf(db, change.TableName, change.RowId)], stop);
            if (row is null || RowImage.Of(db, row) != change.After) touched.Add(NameOf(row, change));
        }

        db.ChangeTracker.Clear();
        if (touched.Count > 0)
            problems.Add(new("", $"This import can not be undone: what it changed has been changed again since ({Few(touched)}). Nothing was changed."));
    }

    private static string NameOf(object? row, ImportChange change) => row switch
    {
        Case c => c.Reference,
        Worker w => w.StaffNumber,
        Team t => t.Name,
        _ => change.TableName,
    };

    private static string Few(IReadOnlyList<string> names) =>
        names.Count <= 5 ? string.Join(", ", names) : string.Join(", ", names.Take(5)) + $" +{names.Count - 5}";
}

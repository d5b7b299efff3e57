using Fairload.App.Imports;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>What undoing an import means for what was entered about cases.</summary>
internal static class SupplementUndo
{
    /// <summary>What the import brought has been changed or ended since; or somebody works beside a holder whom the import
    /// brought.</summary>
    public static async Task WhatForbids(FairloadDb db, Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var changed = await db.Cases
            .Where(c => db.Set<CaseSupplement>().Any(s => s.CaseId == c.Id && s.BroughtBy == import && s.ReplacedAt != null)
                || db.Set<CaseConflict>().Any(k => k.CaseId == c.Id && k.BroughtBy == import && k.ToOn != null)
                || db.Set<CaseCoWorker>().Any(k => k.CaseId == c.Id && k.BroughtBy == import && k.ToOn != null)
                || db.Set<CaseCoWorker>().Any(k => k.CaseId == c.Id && k.BroughtBy != import
                    && db.Assignments.Any(a => a.CaseId == c.Id && a.BroughtBy == import && a.ToOn != null))
                || db.Set<CaseCoWorker>().Any(k => k.CaseId == c.Id && k.BroughtBy != import
                    && db.Workers.Any(w => w.Id == k.WorkerId && w.BroughtBy == import)))
            .Select(c => c.Reference).Distinct().OrderBy(r => r).ToListAsync(stop);
        if (changed.Count > 0)
            problems.Add(new("", $"This import can not be undone: what stands about cases of it has been entered or changed since ({ImportUndo.Few(changed)}). Nothing was changed."));
    }

    public static async Task DeleteBrought(FairloadDb db, Id<ImportRun> import, CancellationToken stop)
    {
        await db.Set<CaseSupplement>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Set<CaseConflict>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Set<CaseCoWorker>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
    }
}

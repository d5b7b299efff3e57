using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Plans;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>What people have entered about the cases and people that an import brought.</summary>
internal static class EnteredSinceImport
{
    public static async Task WhatForbids(FairloadDb db, Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var cases = db.Cases.Where(c => c.BroughtBy == import);
        var workers = db.Workers.Where(w => w.BroughtBy == import);
        var about = await db.Cases.Where(c =>
                db.Set<CaseSupplement>().Any(s => s.CaseId == c.Id
                    && (cases.Any(x => x.Id == c.Id) || workers.Any(w => w.Id == s.AboutId)))
                || db.Set<CaseConflict>().Any(k => k.CaseId == c.Id
                    && (cases.Any(x => x.Id == c.Id) || workers.Any(w => w.Id == k.WorkerId)))
                || db.Set<ScoreQuestion>().Any(q => q.CaseId == c.Id
                    && (cases.Any(x => x.Id == c.Id) || workers.Any(w => w.Id == q.WorkerId))))
            .Select(c => c.Reference).OrderBy(r => r).ToListAsync(stop);
        var people = await workers.Where(w =>
                db.Set<WorkerWord>().Any(x => x.WorkerId == w.Id) || db.Set<LoadPlan>().Any(x => x.WorkerId == w.Id)).Select(w => w.StaffNumber)
            .OrderBy(n => n).ToListAsync(stop);
        if (about.Count + people.Count > 0)
            problems.Add(new("", $"This import can not be undone: something has been entered about cases or people of it ({ImportUndo.Few([.. about, .. people])}). Nothing was changed."));
    }
}

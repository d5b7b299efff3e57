using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Plans;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>What people have entered about cases and staff, where undoing an import would take from under it what it stands on.</summary>
internal sealed class EnteredUndo(FairloadDb db)
{
    /// <summary>A case or a person that the import brought, about which somebody has entered something; and a mark that the import
    /// settled, where something else has been entered about the same since.</summary>
    public async Task<IReadOnlyList<Problem>> WhatForbids(Id<ImportRun> import, CancellationToken stop)
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
            .Select(c => c.Reference).ToListAsync(stop);
        var people = await workers.Where(w => db.Set<WorkerWord>().Any(x => x.WorkerId == w.Id)
                || db.Set<LoadPlan>().Any(p => p.WorkerId == w.Id)
                || db.Absences.Any(a => a.WorkerId == w.Id && a.BroughtBy == null)
                || db.Reductions.Any(r => r.WorkerId == w.Id && r.BroughtBy == null))
            .Select(w => w.StaffNumber).ToListAsync(stop);
        var byHand = await Marked(import, stop);
        var opened = await cases.Where(c => db.Cases.Any(x => x.PreviousId == c.Id && x.BroughtBy == null)).Select(c => c.Reference)
            .ToListAsync(stop);
        var all = about.Concat(people).Concat(byHand).Concat(opened).Distinct().Order(StringComparer.Ordinal).ToList();
        return all.Count == 0 ? []
            : [new("", $"This import can not be undone: something has been entered about cases or people of it ({ImportUndo.Few(all)}). Nothing was changed.")];
    }

    /// <summary>The reference of the case or the staff number of the person.</summary>
    public async Task<string> NameOf(EnteredHere mark, CancellationToken stop)
    {
        var (theCase, worker) = (new Id<Case>(mark.RecordId), new Id<Worker>(mark.RecordId));
        var (absence, reduction) = (new Id<Absence>(mark.RecordId), new Id<Reduction>(mark.RecordId));
        return await db.Cases.Where(c => c.Id == theCase).Select(c => c.Reference).FirstOrDefaultAsync(stop)
            ?? await db.Workers.Where(w => w.Id == worker
                    || db.Absences.Any(a => a.WorkerId == w.Id && a.Id == absence)
                    || db.Reductions.Any(r => r.WorkerId == w.Id && r.Id == reduction))
                .Select(w => w.StaffNumber).FirstOrDefaultAsync(stop)
            ?? mark.Kind.ToString();
    }

    private async Task<IReadOnlyList<string>> Marked(Id<ImportRun> import, CancellationToken stop)
    {
        var marks = await db.Set<EnteredHere>().AsNoTracking().ToListAsync(stop);
        if (marks.Count == 0) return [];
        var cases = (await db.Cases.Where(c => c.BroughtBy == import).Select(c => new { c.Id, c.Reference }).ToListAsync(stop))
            .ToDictionary(c => c.Id.Value, c => c.Reference);
        var workers = (await db.Workers.Where(w => w.BroughtBy == import).Select(w => new { w.Id, w.StaffNumber }).ToListAsync(stop))
            .ToDictionary(w => w.Id.Value, w => w.StaffNumber);
        var names = marks.Select(m => cases.GetValueOrDefault(m.RecordId) ?? workers.GetValueOrDefault(m.RecordId)).OfType<string>()
            .ToHashSet();

        var settled = (await db.Set<ImportChange>().Where(c => c.ImportId == import && c.TableName == "entered_here")
            .Select(c => c.RowId).ToListAsync(stop)).ToHashSet();
        foreach (var mark in marks.Where(m => settled.Contains(m.Id.Value)))
        {
            if (marks.Any(m => m.RecordId == mark.RecordId && m.EnteredAt > mark.EnteredAt)) names.Add(await NameOf(mark, stop));
        }

        return [.. names];
    }
}

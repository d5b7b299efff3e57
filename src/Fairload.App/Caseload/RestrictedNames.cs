using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>What the council calls its restricted cases: for extracts and sheets of scores, which know nothing of restrictions.</summary>
internal static class RestrictedNames
{
    public static async Task<IReadOnlyDictionary<Id<Case>, string>> Of(FairloadDb db, CancellationToken stop) =>
        await db.Set<RestrictedCase>().AsNoTracking().ToDictionaryAsync(r => r.CaseId, r => r.Reference, stop);

    /// <summary>Restrictions since an import that brought the case: when it is taken back, nothing is left that keeps the next import from
    /// showing the case.</summary>
    public static async Task WhatForbids(FairloadDb db, Id<Core.Imports.ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var names = await (from r in db.Set<RestrictedCase>()
                           join c in db.Cases on r.CaseId equals c.Id
                           where c.BroughtBy == import && !db.Set<RestrictedCase>().Any(other => other.Reference == r.Reference
                               && !db.Cases.Any(o => o.Id == other.CaseId && o.BroughtBy == import))
                           orderby r.Number
                           select c.Reference).ToListAsync(stop);
        if (names.Count > 0)
            problems.Add(new("", $"This import can not be undone: cases that it brought are restricted ({Imports.ImportUndo.Few(names)}). Nothing was changed."));
    }
}

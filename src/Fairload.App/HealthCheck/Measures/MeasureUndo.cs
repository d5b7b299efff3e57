using Fairload.App.Imports;
using Fairload.Core.Caseload;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>What undoing an import means for the measures of the health check.</summary>
internal static class MeasureUndo
{
    /// <summary>A figure of the import in whose place somebody has entered another.</summary>
    public static async Task WhatForbids(FairloadDb db, Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var entered = await db.Set<MeasureEntry>().Where(e => e.BroughtBy == import && e.ReplacedAt != null).Select(e => e.Measure)
            .Distinct().OrderBy(m => m).ToListAsync(stop);
        if (entered.Count > 0)
            problems.Add(new("", $"This import can not be undone: figures that it brought have been replaced since ({ImportUndo.Few(entered)}). Nothing was changed."));
    }

    public static async Task DeleteBrought(FairloadDb db, Id<ImportRun> import, CancellationToken stop)
    {
        await db.Set<MeasureEntry>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Set<IntakeDay>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
    }
}

using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Posts;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce.Reorganisations;

/// <summary>What a reorganisation means for imports: a file from before it would put people back where they were.</summary>
internal static class ReorganisedSince
{
    /// <summary>The day of the latest one that was done; null for none.</summary>
    public static Task<DateOnly?> Latest(FairloadDb db, CancellationToken stop) =>
        db.Set<Reorganisation>().Where(r => r.State == ReorganisationState.Applied).MaxAsync(r => (DateOnly?)r.DueOn, stop);

    /// <summary>Now, and after every import that is held, whatever the clock says: undoing goes by that order.</summary>
    public static async Task<DateTime> AfterImports(FairloadDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Imports.MaxAsync(i => i.AppliedAt, stop) is { } last && last >= now ? last.AddMilliseconds(1) : now;
    }

    /// <summary>An import of staff or cases, on which a reorganisation rests that was done since.</summary>
    public static async Task WhatForbids(FairloadDb db, ImportRun run, List<Problem> problems, CancellationToken stop)
    {
        var since = await db.Set<Reorganisation>()
            .CountAsync(r => r.State == ReorganisationState.Applied && r.SettledAt >= run.AppliedAt, stop);
        if (since > 0 && !run.Kind.IsLog)
            problems.Add(new("", $"This import can not be undone: {since} reorganisations have been done since, which rest on it. Nothing was changed."));
        if (await db.Set<Vacancy>().AnyAsync(v => db.Set<Team>().Any(t => t.Id == v.TeamId && t.BroughtBy == run.Id), stop))
            problems.Add(new("", $"This import can not be undone: vacancies have been entered for teams that it brought. Nothing was changed."));
    }
}

using Fairload.Core.Imports;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>What undoing an import means for the registers of the workplace.</summary>
internal static class WorkplaceUndo
{
    /// <summary>A record of the import that somebody has changed since, or one by hand that rests on a team or a person it
    /// brought.</summary>
    public static async Task WhatForbids(FairloadDb db, Id<ImportRun> import, List<Problem> problems, CancellationToken stop)
    {
        var changed = await db.Set<RiskAssessment>().CountAsync(r => r.BroughtBy == import && r.Version > 0, stop)
            + await db.Set<Incident>().CountAsync(i => i.BroughtBy == import && i.Version > 0, stop)
            + await db.Set<Feedback>().CountAsync(f => f.BroughtBy == import && f.Version > 0, stop);
        if (changed > 0)
            problems.Add(new("", $"This import can not be undone: {changed} records that it brought have been changed by hand since. Nothing was changed."));

        var teams = db.Teams.Where(t => t.BroughtBy == import).Select(t => t.Id);
        var people = db.Workers.Where(w => w.BroughtBy == import).Select(w => w.Id);
        var resting = await db.Set<RiskAssessment>().CountAsync(
                r => r.BroughtBy != import && (teams.Contains(r.TeamId) || people.Any(p => p == r.WorkerId)), stop)
            + await db.Set<Incident>().CountAsync(
                i => i.BroughtBy != import && (teams.Contains(i.TeamId) || people.Any(p => p == i.WorkerId)), stop)
            + await db.Set<SmallThing>().CountAsync(t => teams.Contains(t.TeamId) || people.Any(p => p == t.OwnerId), stop)
            + await db.Set<SmallThingVoice>().CountAsync(v => people.Contains(v.WorkerId), stop)
            + await db.Set<TimeUseWeek>().CountAsync(w => people.Contains(w.WorkerId), stop)
            + await db.Set<Feedback>().CountAsync(f => f.BroughtBy != import && teams.Contains(f.TeamId), stop);
        if (resting > 0)
            problems.Add(new("", $"This import can not be undone: {resting} entries about the workplace rest on teams or people that it brought. Nothing was changed."));
    }

    public static async Task DeleteBrought(FairloadDb db, Id<ImportRun> import, CancellationToken stop)
    {
        await db.Set<RiskAssessment>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Set<Incident>().Where(i => i.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Set<Feedback>().Where(f => f.BroughtBy == import).ExecuteDeleteAsync(stop);
    }
}

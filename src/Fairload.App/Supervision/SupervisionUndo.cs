using Fairload.App.Imports;
using Fairload.Core.Imports;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision;

/// <summary>What supervision has to say when an import is undone.</summary>
internal sealed class SupervisionUndo(FairloadDb db)
{
    public async Task<IReadOnlyList<Problem>> WhatForbids(Id<ImportRun> import, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var touched = await db.Set<SupervisionSession>()
            .Where(s => s.BroughtBy == import
                && (s.EnteredBy != "" || s.Answer != null || db.Set<SessionAction>().Any(a => a.SessionId == s.Id)))
            .Join(db.Workers, s => s.WorkerId, w => w.Id, (s, w) => w.StaffNumber).Distinct().OrderBy(n => n).ToListAsync(stop);
        if (touched.Count > 0)
            problems.Add(new("", $"This import can not be undone: sessions that it brought have been changed, confirmed or disputed since ({ImportUndo.Few(touched)}). Nothing was changed."));

        var workers = db.Workers.Where(w => w.BroughtBy == import);
        var people = await workers.Where(w =>
                db.Set<SupervisionSession>().Any(s => s.BroughtBy != import && (s.WorkerId == w.Id || s.SupervisorId == w.Id))
                || db.Set<SupervisionAgreement>().Any(a => a.WorkerId == w.Id || a.SupervisorId == w.Id || a.ProfessionalId == w.Id))
            .Select(w => w.StaffNumber).OrderBy(n => n).ToListAsync(stop);
        var teams = await db.Teams.Where(t => t.BroughtBy == import && db.Set<TeamMeeting>()
            .Any(m => m.BroughtBy != import && m.TeamId == t.Id))
            .Select(t => t.Name).OrderBy(n => n).ToListAsync(stop);
        if (people.Count + teams.Count > 0)
            problems.Add(new("", $"This import can not be undone: supervision or meetings have been entered since of people or teams that it brought ({ImportUndo.Few([.. people, .. teams])}). Nothing was changed."));

        var meetings = await db.Set<TeamMeeting>().CountAsync(m => m.BroughtBy == import && m.EnteredBy != "", stop);
        if (meetings > 0)
            problems.Add(new("", $"This import can not be undone: {meetings} meetings that it brought have been changed since. Nothing was changed."));
        return problems;
    }

    public async Task DeleteBrought(Id<ImportRun> import, CancellationToken stop)
    {
        await db.Set<SupervisionSession>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
        await db.Set<TeamMeeting>().Where(r => r.BroughtBy == import).ExecuteDeleteAsync(stop);
    }
}

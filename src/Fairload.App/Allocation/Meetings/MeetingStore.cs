using Fairload.App.Access;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Meetings;

/// <summary>Reads meetings for whoever may take part, and writes what a proposal makes of the lines.</summary>
public sealed class MeetingStore(FairloadDb db)
{
    /// <summary>Not tracked; null when there is none or it is not the reader's.</summary>
    internal Task<AllocationMeeting?> Find(Id<AllocationMeeting> id, Reader reader, CancellationToken stop) =>
        Find(db.Set<AllocationMeeting>().AsNoTracking(), id, reader, stop);

    /// <summary>The list as it is now, not tracked; null when there is none or it is not the reader's.</summary>
    internal async Task<MeetingList?> List(Id<AllocationMeeting> id, Reader reader, CancellationToken stop)
    {
        if (await Find(id, reader, stop) is not { } meeting) return null;
        var plan = await db.Set<PlanRow>().AsNoTracking().Where(p => p.MeetingId == id).Select(p => p.Document).SingleOrDefaultAsync(stop);
        var lines = await db.Set<MeetingLine>().AsNoTracking().Where(l => l.MeetingId == id).ToListAsync(stop);
        var ids = lines.Select(l => l.Id).ToList();
        var refusals = await db.Set<MeetingRefusal>().AsNoTracking().Where(r => ids.Contains(r.LineId)).ToListAsync(stop);
        return new(meeting, plan is null ? null : MeetingPlanning.Read(plan), lines, refusals);
    }

    /// <summary>Inside a change: the meeting for whoever may take part; everybody else who changes it waits until this is done.</summary>
    internal async Task<AllocationMeeting?> Take(Id<AllocationMeeting> id, Reader reader, CancellationToken stop)
    {
        await OneAtATime.Wait(db, $"meeting {id}", stop);
        return await Find(db.Set<AllocationMeeting>(), id, reader, stop);
    }

    /// <summary>Inside a change: lines come, go and change their proposal.</summary>
    /// <returns>Cases that came onto the list and cases that are not on it any more.</returns>
    internal async Task<(IReadOnlyList<Id<Case>> New, IReadOnlyList<Id<Case>> Gone)> Write(
        AllocationMeeting meeting, WorkedOut done, string by, DateTime at, CancellationToken stop)
    {
        var row = await db.Set<PlanRow>().SingleOrDefaultAsync(p => p.MeetingId == meeting.Id, stop);
        if (row is null) db.Add(new PlanRow { MeetingId = meeting.Id, Document = MeetingPlanning.Write(done.Plan) });
        else row.Document = MeetingPlanning.Write(done.Plan);

        var lines = await db.Set<MeetingLine>().Where(l => l.MeetingId == meeting.Id).ToDictionaryAsync(l => l.CaseId, stop);
        var (come, gone) = (new List<Id<Case>>(), new List<Id<Case>>());
        foreach (var outcome in done.Lines)
        {
            if (!lines.Remove(outcome.Case, out var line))
            {
                db.Add(line = MeetingLine.For(meeting.Id, outcome.Case, outcome.From));
                if (outcome.From is null || meeting.Scope == MeetingScope.Caseload) come.Add(outcome.Case);
            }

            if (done.Freed.Contains(outcome.Case)) line.Settle(LineMark.Free, "", at, by);
            line.Propose(outcome.To, outcome.With);
        }

        foreach (var (_, line) in lines)
        {
            if (line.FromId is null || meeting.Scope == MeetingScope.Caseload || line.Mark != LineMark.Free) gone.Add(line.CaseId);
            db.RemoveRange(await db.Set<MeetingRefusal>().Where(r => r.LineId == line.Id).ToListAsync(stop));
            db.Remove(line);
        }

        meeting.IsPlanned();
        return (come, gone);
    }

    /// <summary>Whose line of management covers all of it; or who manages a team in it, where managers take part.</summary>
    internal static bool MayTakePart(Sight sight, MeetingAbout about, IEnumerable<Team> teams) =>
        Covers(sight, about, teams) || (about.ManagersTakePart && teams.Any(t => MeetingQuestions.IsIn(t, about) && sight.SeesTeam(t)));

    internal static bool Covers(Sight sight, MeetingAbout about, IEnumerable<Team> teams) =>
        sight.Everything || (about.Scope != MeetingScope.Council && (about.Service.Length > 0 ? sight.Services.Contains(about.Service)
            : teams.Any(t => t.Id == about.Team && sight.SeesTeam(t))));

    private async Task<AllocationMeeting?> Find(
        IQueryable<AllocationMeeting> meetings, Id<AllocationMeeting> id, Reader reader, CancellationToken stop)
    {
        if (await meetings.SingleOrDefaultAsync(m => m.Id == id, stop) is not { } meeting) return null;
        var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
        return MayTakePart(reader.SightFor(Permission.Allocate), meeting.About, teams) ? meeting : null;
    }
}

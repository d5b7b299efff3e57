using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Meetings;

/// <summary>Allocation meetings: to open, to look at, and to end.</summary>
public sealed class MeetingDesk(
    FairloadDb db, MeetingStore store, MeetingQuestions questions, HandoverDesk handover, AsOfDesk asOf, CouncilSettings settings,
    AuditTrail audit, TimeProvider clock)
{
    private const int Kept = 60;

    /// <summary>Open ones first, then the latest; at most sixty.</summary>
    public async Task<IReadOnlyList<MeetingRow>> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var sight = reader.SightFor(Permission.Allocate);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var latest = await db.Set<AllocationMeeting>().AsNoTracking().OrderByDescending(m => m.OpenedAt).ToListAsync(stop);
        var mine = latest.Where(m => MeetingStore.MayTakePart(sight, m.About, teams.Values))
            .OrderBy(m => m.State is not (MeetingState.Open or MeetingState.Preparing)).Take(Kept).ToList();
        var ids = mine.Select(m => m.Id).ToList();
        var lines = await db.Set<MeetingLine>().Where(l => ids.Contains(l.MeetingId)).GroupBy(l => l.MeetingId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var rows = new List<MeetingRow>();
        foreach (var meeting in mine) rows.Add(new(meeting, await Name(meeting, stop), lines.GetValueOrDefault(meeting.Id)));
        return rows;
    }

    /// <summary>Teams and services for which the reader may open a meeting, in name order.</summary>
    public async Task<MeetingPlaces> Places(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var (sight, today) = (reader.SightFor(Permission.Allocate), clock.UkToday);
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today)).ToList();
        return new(
            [.. teams.Where(sight.SeesTeam).OrderBy(t => t.Name, StringComparer.CurrentCulture)],
            [
                .. teams.Select(t => t.Service).Where(s => s.Length > 0 && (sight.Everything || sight.Services.Contains(s))).Distinct()
                    .Order(StringComparer.CurrentCulture),
            ],
            sight.Everything);
    }

    /// <summary>Refuses what the reader may not allocate for as a whole.</summary>
    public async Task<Result<AllocationMeeting>> Open(MeetingAbout about, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        if (about.MostMoves < 0) return new Problem("MostMoves", $"The most moves are 0 or more");
        var (sight, today) = (reader.SightFor(Permission.Allocate), clock.UkToday);
        var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
        var isThere = about.Scope == MeetingScope.Council || teams.Any(t => t.Exists(today) && MeetingQuestions.IsIn(t, about));
        if (!isThere || !MeetingStore.Covers(sight, about, teams))
            return new Problem("Scope", $"Choose a team or service that you may allocate for");
        return await db.Change<Result<AllocationMeeting>>(
            async () =>
            {
                var meeting = AllocationMeeting.Open(about, clock.GetUtcNow().UtcDateTime, reader.Name);
                db.Add(meeting);
                await audit.Note(reader, AuditAction.MeetingChanged, "meeting", meeting.Id.ToString(), stop);
                return meeting;
            },
            stop);
    }

    /// <summary>Whose caseload it is and among whom it may be spread; null for nobody in the reader's line of management.</summary>
    public async Task<SpreadView?> ToSpread(Id<Worker> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var (sight, today) = (reader.SightFor(Permission.Allocate), clock.UkToday);
        if (await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, stop) is not { } worker) return null;
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var team = (await db.Memberships.AsNoTracking().Where(m => m.WorkerId == id).ToListAsync(stop))
            .OrderByDescending(m => m.IsOn(today)).ThenByDescending(m => m.Share).Select(m => teams[m.TeamId])
            .FirstOrDefault(sight.SeesTeam);
        if (team is null) return null;
        var service = team.Service.Length > 0 && (sight.Everything || sight.Services.Contains(team.Service)) ? team.Service : null;
        var cases = await LoadReading.Held(db, db.Workers.Where(w => w.Id == id).Select(w => w.Id)).CountAsync(stop);
        var open = await db.Set<AllocationMeeting>().AsNoTracking()
            .Where(m => m.WorkerId == id && (m.State == MeetingState.Open || m.State == MeetingState.Preparing))
            .OrderByDescending(m => m.OpenedAt).FirstOrDefaultAsync(stop);
        return new(
            worker, team, service, cases, open is not null && MeetingStore.MayTakePart(sight, open.About, teams.Values) ? open.Id : null);
    }

    /// <summary>The caseload of somebody who leaves or is away, among their team; or among their service, for whoever reaches it.</summary>
    public async Task<Result<AllocationMeeting>> Spread(Id<Worker> id, bool wide, Reader reader, CancellationToken stop)
    {
        if (await ToSpread(id, reader, stop) is not { } view) return new Problem("", $"This is nobody whose cases you may spread");
        if (view.Cases == 0) return new Problem("", $"There is nothing to spread: no open case is in this name");
        var service = wide ? view.Service ?? "" : "";
        return await Open(new(MeetingScope.Caseload, view.Team.Id, service, id, 0, 0, AllocationMeeting.UsualSteps, false), reader, stop);
    }

    /// <summary>Null when there is none or the reader does not take part.</summary>
    public async Task<MeetingView?> Show(Id<AllocationMeeting> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        if (await store.List(id, reader, stop) is not { } list) return null;
        var cases = await Cases(list, stop);
        var edits = await db.Set<MeetingEdit>().AsNoTracking().Where(e => e.MeetingId == id).OrderByDescending(e => e.Number)
            .ToListAsync(stop);
        var people = await People(list, edits, stop);
        var elsewhere = await AlsoIn(list, stop);
        var left = list.Plan?.Left.ToDictionary(l => l.Case) ?? [];
        var notes = await handover.For(
            [.. list.Lines.Where(l => l.DecisionId is null).Select(l => l.CaseId)],
            [.. list.Lines.Select(l => l.DecisionId).OfType<Id<AllocationDecision>>()], stop);
        var refusals = list.Refusals.ToLookup(r => r.LineId, r => people[r.WorkerId]);
        return new(
            list.Meeting, await Name(list.Meeting, stop), clock.UkToday, await asOf.Days(stop), list.Plan,
            [
                .. list.Lines.Select(l => new LineView(
                    l, cases[l.CaseId], Person(l.FromId), Person(l.ToId), Person(l.WithId), [.. refusals[l.Id]],
                    l.ToId is null ? left.GetValueOrDefault(l.CaseId) : null, elsewhere.Contains(l.CaseId),
                    [.. notes[l.CaseId]]))
                    .OrderBy(l => l.Line.ToId is null && l.From is null).ThenBy(l => l.From is not null)
                    .ThenByDescending(l => l.Case.Tier ?? 4).ThenBy(l => l.Case.Reference, StringComparer.Ordinal),
            ],
            [
                .. edits.Select(e => new EditView(
                    e, e.CaseId is { } one ? cases.GetValueOrDefault(one)?.Reference ?? "" : "", Person(e.WorkerId)?.Name ?? "")),
            ],
            people, list.Meeting.CanBeTakenBack(clock.GetUtcNow().UtcDateTime), list.Meeting.OpenedBy == reader.Name);

        Worker? Person(Id<Worker>? worker) => worker is { } one ? people[one] : null;
    }

    /// <summary>How often its list has been changed; null when it is not the reader's.</summary>
    public async Task<int?> Version(Id<AllocationMeeting> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        return (await store.Find(id, reader, stop))?.Version;
    }

    /// <summary>One line with everybody who may take it as the list stands; null when it is not there.</summary>
    public async Task<MoveView?> Line(Id<AllocationMeeting> id, Id<MeetingLine> lineId, Reader reader, CancellationToken stop)
    {
        if (await Show(id, reader, stop) is not { Plan: { } plan } view) return null;
        if (view.Lines.FirstOrDefault(l => l.Line.Id == lineId) is not { } line) return null;
        var question = await questions.ReadOne(view.Meeting.About, line.Case.Id, stop);
        var at = question.Items.Index().Where(i => i.Item.Case.Id == line.Case.Id).Select(i => (int?)i.Index).FirstOrDefault();
        if (at is not { } item) return new(view.Meeting, line, [], []);

        var loads = plan.People.ToDictionary(p => p.Worker, p => p.After);
        var takers = question.Sharing.Items[item].Options.Where(o => question.Items[item].Now != question.People[o.Holder])
            .DistinctBy(o => o.Holder).Select(Taker).OrderBy(t => t.After.Fraction).ToList();
        var not = question.People.Index().Where(p => question.Items[item].Rules[p.Index] is not (Rule.Alone or Rule.Jointly))
            .Select(p => (p.Item.Worker, question.Items[item].Rules[p.Index]))
            .Concat(question.LeftOut.Select(p => (p.Worker, p.Load.Capacity is null ? Rule.HoursNotKnown : Rule.NoCapacity))).ToList();
        return new(view.Meeting, line, takers, not);

        Taker Taker(Option option)
        {
            var (person, capacity) = (question.People[option.Holder].Worker, question.Sharing.Holders[option.Holder].Capacity);
            var now = loads.GetValueOrDefault(person.Id);
            var after = line.To?.Id == person.Id ? now : now + ((decimal)option.Points / capacity);
            return new(
                person, option.With < 0 ? null : question.People[option.With].Worker, new(now), new(after),
                after * 100 > settings.Limits.OverFrom);
        }
    }

    /// <summary>Ends it without a decision.</summary>
    public Task<Result<AllocationMeeting>> GiveUp(Id<AllocationMeeting> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        return db.Change<Result<AllocationMeeting>>(
            async () =>
            {
                if (await store.Take(id, reader, stop) is not { } meeting) return new Problem("", $"There is no such meeting");
                var ended = meeting.GiveUp(clock.GetUtcNow().UtcDateTime, reader.Name);
                if (ended.Try(out _, out _)) await audit.Note(reader, AuditAction.MeetingEnded, "meeting", id.ToString(), stop);
                return ended;
            },
            stop);
    }

    private async Task<string> Name(AllocationMeeting meeting, CancellationToken stop) => meeting switch
    {
        { WorkerId: { } worker } => await db.Workers.Where(w => w.Id == worker).Select(w => w.Name).SingleAsync(stop),
        { Scope: MeetingScope.Team, TeamId: { } team } => await db.Teams.Where(t => t.Id == team).Select(t => t.Name).SingleAsync(stop),
        _ => meeting.Service,
    };

    private Task<Dictionary<Id<Case>, Case>> Cases(MeetingList list, CancellationToken stop) => db.Cases.AsNoTracking()
        .Where(c => db.Set<MeetingLine>().Where(l => l.MeetingId == list.Meeting.Id).Select(l => l.CaseId)
            .Concat(db.Set<MeetingEdit>().Where(e => e.MeetingId == list.Meeting.Id && e.CaseId != null).Select(e => e.CaseId!.Value))
            .Contains(c.Id))
        .ToDictionaryAsync(c => c.Id, stop);

    private async Task<Dictionary<Id<Worker>, Worker>> People(MeetingList list, List<MeetingEdit> edits, CancellationToken stop)
    {
        var ids = list.Lines.SelectMany(l => new[] { l.FromId, l.ToId, l.WithId }).Concat(edits.Select(e => e.WorkerId))
            .OfType<Id<Worker>>().Concat(list.Refusals.Select(r => r.WorkerId)).Concat(list.Plan?.People.Select(p => p.Worker) ?? [])
            .Distinct().ToList();
        return await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
    }

    private async Task<HashSet<Id<Case>>> AlsoIn(MeetingList list, CancellationToken stop)
    {
        if (list.Meeting.State != MeetingState.Open) return [];
        var others = db.Set<AllocationMeeting>().Where(m => m.State == MeetingState.Open && m.Id != list.Meeting.Id).Select(m => m.Id);
        var cases = list.Lines.Select(l => l.CaseId).ToList();
        return [.. await db.Set<MeetingLine>().Where(l => others.Contains(l.MeetingId) && cases.Contains(l.CaseId)).Select(l => l.CaseId)
            .ToListAsync(stop)];
    }
}

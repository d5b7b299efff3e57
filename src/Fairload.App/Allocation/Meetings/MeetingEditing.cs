using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Meetings;

/// <summary>What somebody does to one line.</summary>
/// <param name="Version">Of the line as it was seen.</param>
/// <param name="Worker">To whom it goes, or not; as it was seen.</param>
public sealed record LineChange(Id<MeetingLine> Line, int Version, EditKind Kind, Id<Worker>? Worker, string Reason);

/// <summary>
/// Changes of the list. Each is worked out first, outside of any lock, and then stored together with the proposal that it leads to:
/// what can not be worked out is not stored. When somebody else was faster it is worked out again on top of theirs.
/// </summary>
public sealed class MeetingEditing(
    FairloadDb db, MeetingStore store, MeetingPlanning planning, AuditTrail audit, TimeProvider clock)
{
    private const int Tries = 6;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The first proposal, or one more by what the database says now.</summary>
    public Task<Result<MeetingEdit>> WorkOut(Id<AllocationMeeting> id, Reader reader, CancellationToken stop) =>
        WorkOut(id, reader, null, stop, default);

    /// <param name="watch">Is told how far the search is.</param>
    /// <param name="enough">Ends the search with the best that was found so far.</param>
    internal Task<Result<MeetingEdit>> WorkOut(
        Id<AllocationMeeting> id, Reader reader, SearchWatch? watch, CancellationToken stop, CancellationToken enough)
    {
        reader.Demand(Permission.Allocate);
        return Again(id, null, reader, watch, stop, enough);
    }

    /// <summary>Refuses a line that somebody else has changed since it was seen, and what a rule stands against.</summary>
    public Task<Result<MeetingEdit>> Change(Id<AllocationMeeting> id, LineChange change, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        return Again(id, change, reader, null, stop, default);
    }

    /// <summary>A note for whoever takes the case: it changes nothing of the proposal.</summary>
    public Task<Result<MeetingLine>> HandOver(
        Id<AllocationMeeting> id, Id<MeetingLine> lineId, int version, string note, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        return db.Change<Result<MeetingLine>>(
            async () =>
            {
                if (await store.Take(id, reader, stop) is not { State: MeetingState.Open }) return Ended;
                if (await db.Set<MeetingLine>().SingleOrDefaultAsync(l => l.Id == lineId && l.MeetingId == id, stop) is not { } line)
                    return NotThere;
                return line.Version != version && line.Note != note.Trim() ? Overtaken(line) : line.HandOver(note, Now, reader.Name);
            },
            stop);
    }

    private static Problem Ended => new("", $"The meeting has ended meanwhile. Nothing was changed.");
    private static Problem NotThere => new("", $"This case is not on the list any more: it was closed or given to somebody. Nothing was changed.");

    private async Task<Result<MeetingEdit>> Again(
        Id<AllocationMeeting> id, LineChange? change, Reader reader, SearchWatch? watch, CancellationToken stop, CancellationToken enough)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await store.List(id, reader, stop) is not { } list || !IsOpen(list.Meeting)) return Ended;
            var (version, before) = (list.Meeting.Version, list.Plan?.Figures);
            var line = change is null ? null : list.Lines.Find(l => l.Id == change.Line);
            if (change is not null)
            {
                if (line is null) return NotThere;
                if (line.Version != change.Version)
                    return await MySecondClick(id, line, change, reader, stop) is { } done ? done : Overtaken(line);
                if (Apply(change, line, list.Refusals, reader.Name) is { } problem) return problem;
            }

            var made = await planning.WorkOut(list, line?.CaseId, watch, stop, enough);
            if (!made.Try(out var worked, out var problems)) return problems.ToList();
            var stored = await db.Change(() => Store(id, version, change, line, before, worked, reader, stop), stop);
            if (stored is not null) return stored;
            db.ChangeTracker.Clear();
        }

        return new Problem("", $"Others are changing the list faster than it can be worked out. Nothing was changed; try again");
    }

    /// <summary>Null where somebody else has changed the meeting since it was read.</summary>
    private async Task<MeetingEdit?> Store(
        Id<AllocationMeeting> id, int version, LineChange? change, MeetingLine? seen, PlanFigures? before, WorkedOut worked, Reader reader,
        CancellationToken stop)
    {
        if (await store.Take(id, reader, stop) is not { } meeting || meeting.Version != version) return null;
        if (change is not null && seen is not null)
        {
            var line = await db.Set<MeetingLine>().SingleAsync(l => l.Id == seen.Id, stop);
            line.Settle(seen.Mark, seen.Reason, Now, reader.Name);
            if (change is { Kind: EditKind.Refused, Worker: { } refused }
                && !await db.Set<MeetingRefusal>().AnyAsync(r => r.LineId == line.Id && r.WorkerId == refused, stop))
            {
                db.Add(new MeetingRefusal(Id<MeetingRefusal>.New(), line.Id, refused, reader.Name, Now));
            }

            if (change.Kind == EditKind.Freed)
                db.RemoveRange(await db.Set<MeetingRefusal>().Where(r => r.LineId == line.Id).ToListAsync(stop));
        }

        var isFirst = meeting.State == MeetingState.Preparing;
        var (come, gone) = await store.Write(meeting, worked, reader.Name, Now, stop);
        var number = await db.Set<MeetingEdit>().Where(e => e.MeetingId == id).MaxAsync(e => (int?)e.Number, stop) ?? 0;
        var kind = change?.Kind ?? (isFirst ? EditKind.Opened : EditKind.WorkedOutAgain);
        var edit = Edit(kind, seen?.CaseId, change?.Worker, change?.Reason.Trim() ?? "", reader.Name);
        foreach (var freed in worked.Freed) Edit(EditKind.Freed, freed, null, "", "");
        foreach (var one in isFirst ? [] : come) Edit(EditKind.New, one, null, "", "");
        foreach (var one in gone) Edit(EditKind.Gone, one, null, "", "");
        await audit.Note(reader, AuditAction.MeetingChanged, "meeting", id.ToString(), stop);
        return edit;

        MeetingEdit Edit(EditKind what, Id<Case>? one, Id<Worker>? worker, string reason, string by)
        {
            var after = worked.Plan.Figures;
            var made = new MeetingEdit(
                Id<MeetingEdit>.New(), id, ++number, what, one, worker, reason, by, Now, before?.Heaviest, after.Heaviest, before?.Placed,
                after.Placed, before?.Jain, after.Jain);
            db.Add(made);
            return made;
        }
    }

    /// <summary>On the list as it was read: what the change would make of it.</summary>
    private Problem? Apply(LineChange change, MeetingLine line, List<MeetingRefusal> refusals, string by)
    {
        switch (change)
        {
            case { Kind: EditKind.Pinned or EditKind.Moved, Worker: null }:
                return new("Worker", $"Choose who takes the case");
            case { Kind: EditKind.Moved, Reason: var why } when string.IsNullOrWhiteSpace(why):
                return new("Reason", $"Say in a few words why it goes to somebody else than proposed");
            case { Reason.Length: > AllocationDecision.LongestNote }:
                return new("Reason", $"The reason is longer than {AllocationDecision.LongestNote} letters; make it shorter");
            case { Kind: EditKind.Pinned or EditKind.Moved, Worker: { } worker }:
                line.Propose(worker, line.ToId == worker ? line.WithId : null);
                line.Settle(LineMark.Pinned, change.Reason, Now, by);
                return null;
            case { Kind: EditKind.Refused, Worker: { } worker }:
                refusals.Add(new(Id<MeetingRefusal>.New(), line.Id, worker, by, Now));
                line.Settle(LineMark.Free, change.Reason, Now, by);
                return null;
            case { Kind: EditKind.Left }:
                line.Settle(LineMark.Left, change.Reason, Now, by);
                return null;
            case { Kind: EditKind.Freed }:
                refusals.RemoveAll(r => r.LineId == line.Id);
                line.Settle(LineMark.Free, "", Now, by);
                return null;
            default:
                return new("", $"Choose what to do with the case");
        }
    }

    /// <summary>The very change that this reader made a moment ago: the second click of a double one.</summary>
    private async Task<MeetingEdit?> MySecondClick(
        Id<AllocationMeeting> id, MeetingLine line, LineChange change, Reader reader, CancellationToken stop)
    {
        if (line.Version != change.Version + 1 || line.MarkedBy != reader.Name) return null;
        var last = await db.Set<MeetingEdit>().AsNoTracking().Where(e => e.MeetingId == id && e.CaseId == line.CaseId)
            .OrderByDescending(e => e.Number).FirstOrDefaultAsync(stop);
        return last is not null && last.Kind == change.Kind && last.WorkerId == change.Worker && last.By == reader.Name ? last : null;
    }

    private static bool IsOpen(AllocationMeeting meeting) => meeting.State is MeetingState.Preparing or MeetingState.Open;

    private static Problem Overtaken(MeetingLine line) =>
        new("", $"{line.MarkedBy} has changed this line while you looked at it. Yours was not stored: look at the line as it is now, and change it again if you still want to");
}

using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Allocation;

internal sealed class HandoverMapping : IEntityTypeConfiguration<HandoverNote>
{
    public void Configure(EntityTypeBuilder<HandoverNote> note)
    {
        note.ToTable("handover_note");
        note.PointsAt<HandoverNote, Case>(n => n.CaseId);
        note.PointsAt<HandoverNote, Worker>(n => n.WorkerId);
        note.PointsAt<HandoverNote, AllocationDecision>(n => n.DecisionId);
    }
}

/// <summary>A handover note with who wrote it.</summary>
public sealed record NoteView(HandoverNote Note, Worker By);

/// <summary>The notes of one case.</summary>
/// <param name="Mine">The reader's own that has not gone yet; null for none.</param>
/// <param name="MayWrite">The reader holds the case.</param>
/// <param name="All">The latest first; for those who hold the case or allocate it.</param>
public sealed record HandoverView(Case Case, HandoverNote? Mine, bool MayWrite, IReadOnlyList<NoteView> All)
{
    /// <summary>What was entered about the case, of which the next worker needs the court and its next hearing.</summary>
    public SupplementFacts Entered { get; init; } = SupplementFacts.Nothing;
}

/// <summary>A case of somebody whose caseload is handed over, with their note.</summary>
public sealed record HandoverLine(HeldNow Held, HandoverNote? Note);

/// <summary>What a leaver has still to write.</summary>
/// <param name="IsSpread">A list of who takes over their cases has been begun.</param>
/// <param name="EndsOn">Their last day; null where none is known.</param>
public sealed record HandoverList(bool IsSpread, DateOnly? EndsOn, IReadOnlyList<HandoverLine> Lines)
{
    public int Missing => Lines.Count(l => l.Note is null);
}

/// <summary>Handover notes: written by whoever holds a case, read by whoever takes it and by those who manage.</summary>
public sealed class HandoverDesk(FairloadDb db, CaseDesk cases, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The reader's own cases, where they leave or their caseload is being spread; null where neither is so.</summary>
    public async Task<HandoverList?> Mine(Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.SeeOwnWork) || reader.Worker is not { } me) return null;
        var ends = await db.Workers.Where(w => w.Id == me).Select(w => w.EndsOn).SingleOrDefaultAsync(stop);
        var isSpread = await db.Set<AllocationMeeting>().AnyAsync(
            m => m.WorkerId == me && (m.State == MeetingState.Open || m.State == MeetingState.Preparing), stop);
        if (ends is null && !isSpread) return null;
        var held = await LoadReading.Held(db, db.Workers.Where(w => w.Id == me).Select(w => w.Id)).ToListAsync(stop);
        var notes = await Open(db.Set<HandoverNote>().AsNoTracking(), me).ToDictionaryAsync(n => n.CaseId, stop);
        return new(
            isSpread, ends,
            [
                .. held.OrderBy(h => h.Reference, StringComparer.Ordinal)
                    .Select(h => new HandoverLine(h, notes.GetValueOrDefault(h.CaseId))),
            ]);
    }

    /// <summary>Null when there is no such case or the reader may not see it.</summary>
    public async Task<HandoverView?> Of(Id<Case> id, Reader reader, CancellationToken stop)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } one) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        if (!reader.May(Permission.SeeCases) || !await cases.MaySee(id, reader, Permission.SeeCases, assignments, stop)) return null;
        var mayWrite = one.ClosedOn is null && reader.May(Permission.SeeOwnWork)
            && reader.Worker is { } me && assignments.Any(a => a.ToOn is null && a.WorkerId == me);
        var reads = mayWrite || await cases.MaySee(id, reader, Permission.Allocate, assignments, stop);
        var all = await Read(
            db.Set<HandoverNote>().AsNoTracking().Where(n => n.CaseId == id && (reads || n.WorkerId == reader.Worker)), stop);
        return new(
            one, all.FirstOrDefault(n => n.Note.DecisionId is null && n.Note.WorkerId == reader.Worker)?.Note, mayWrite,
            [.. all.OrderByDescending(n => n.Note.WrittenAt)])
        {
            Entered = (await db.Set<CaseSupplement>().AsNoTracking()
                .SingleOrDefaultAsync(s => s.CaseId == id && s.ReplacedAt == null, stop))?.Facts ?? SupplementFacts.Nothing,
        };
    }

    /// <summary>Refuses whoever does not hold the case, what Core refuses, and a note that was changed since it was seen.</summary>
    /// <param name="version">Of the note as it was seen; 0 for none.</param>
    public async Task<Result<HandoverNote>> Write(Id<Case> id, string text, int version, Reader reader, CancellationToken stop) =>
        await db.Change<Result<HandoverNote>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"allocation of {id}", stop);
                if (await Of(id, reader, stop) is not { MayWrite: true })
                    return new Problem("", $"The case is not with you any more, so there is nothing to hand over. Nothing was stored.");
                var (me, at) = (reader.Worker!.Value, clock.GetUtcNow().UtcDateTime);
                var stands = await Open(db.Set<HandoverNote>(), me).SingleOrDefaultAsync(n => n.CaseId == id, stop);
                if (stands is not null && stands.Version != version && stands.Text != text.Trim())
                    return new Problem("", $"You have changed this note in another window meanwhile. Look at it as it is now, and change it again if you still want to");
                var written = stands is null ? HandoverNote.Begin(id, me, text, at) : stands.Write(text, at);
                if (!written.Try(out var note, out _)) return written;
                if (stands is null) db.Add(note);
                await audit.Note(reader, AuditAction.HandoverWritten, "case", id.ToString(), stop);
                return note;
            },
            stop);

    /// <summary>The reader holds the case or has held it: what they typed is theirs, also when it has just gone from them.</summary>
    public async Task<bool> WasMine(Id<Case> id, Reader reader, CancellationToken stop) => reader.Worker is { } me
        && await db.Assignments.AnyAsync(a => a.CaseId == id && a.WorkerId == me, stop);

    /// <summary>Notes that went with these decisions, or that whoever holds these cases has written and that have not gone yet.</summary>
    internal async Task<ILookup<Id<Case>, NoteView>> For(
        IReadOnlyList<Id<Case>> open, IReadOnlyList<Id<AllocationDecision>> decided, CancellationToken stop) =>
        (await Read(
            db.Set<HandoverNote>().AsNoTracking().Where(n => (n.DecisionId == null && open.Contains(n.CaseId))
                || (n.DecisionId != null && decided.Contains(n.DecisionId.Value))), stop)).ToLookup(n => n.Note.CaseId);

    private static IQueryable<HandoverNote> Open(IQueryable<HandoverNote> notes, Id<Worker> by) =>
        notes.Where(n => n.WorkerId == by && n.DecisionId == null);

    private async Task<List<NoteView>> Read(IQueryable<HandoverNote> notes, CancellationToken stop) =>
        [.. (await notes.Join(db.Workers.AsNoTracking(), n => n.WorkerId, w => w.Id, (n, w) => new { n, w }).ToListAsync(stop))
            .Select(r => new NoteView(r.n, r.w))];
}

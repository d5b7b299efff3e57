using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Fairload.App.Imports;

/// <summary>What a person asks an import to do.</summary>
/// <param name="Matching">Name of a saved matching of columns for a case sheet; empty lets the columns be found by their names.</param>
/// <param name="AsOf">The day that the file tells about; today when not given.</param>
public sealed record ImportRequest(ImportKind Kind, string FileName, string Matching = "", DateOnly? AsOf = null, bool CloseMissing =
    false);

/// <summary>A file that was looked at and waits for a person to confirm it.</summary>
public sealed record ImportLook(ImportRun Run, ImportOutcome Outcome);

/// <summary>What undoing the latest import would take back, or why it can not.</summary>
public sealed record UndoLook(ImportRun Run, ImportOutcome Outcome, IReadOnlyList<Problem> Forbidden);

/// <summary>Look, confirm in one transaction, undo. Nothing that was not confirmed is held.</summary>
public sealed partial class ImportDesk(
    FairloadDb db, CouncilSettings settings, ImportReading reading, LoadSnapshots snapshots, EnteredDesk entered, AuditTrail audit,
    TimeProvider clock, ILogger<ImportDesk> log)
{
    /// <summary>What imports, undoing and settling names wait for each other by.</summary>
    internal const string Turn = "imports";

    /// <summary>Reads the file and says what it would do; keeps the file until it is confirmed or abandoned.</summary>
    public async Task<Result<ImportLook>> Look(ImportRequest request, Stream file, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var id = Id<ImportRun>.New();
        var (asOf, wrong) = await AsOf(request, stop);
        if (wrong is not null) return wrong;
        if (!(await reading.Stage(id, request, asOf, file, request.CloseMissing, stop)).Try(out var staged, out var problems))
            return problems.ToList();

        var run =
            ImportRun.Look(id, request.Kind, request.FileName, request.Matching, asOf, reader.Name, clock.GetUtcNow().UtcDateTime,
            staged.Outcome.ToJson());
        await db.Change(
            async () =>
            {
                db.Add(run);
                db.Add(new ImportFile { ImportId = run.Id, Bytes = await Bytes(file, stop) });
                await audit.Note(reader, AuditAction.ImportLooked, "import", run.Id.ToString(), stop);
                return default(Done);
            },
            stop);
        return new ImportLook(run, staged.Outcome);
    }

    /// <summary>What the file would do, with nothing kept at all.</summary>
    public async Task<Result<ImportOutcome>> Preview(ImportRequest request, Stream file, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var (asOf, wrong) = await AsOf(request, stop);
        if (wrong is not null) return wrong;
        return (await reading.Stage(Id<ImportRun>.New(), request, asOf, file, request.CloseMissing, stop))
            .Try(out var staged, out var problems)
            ? staged.Outcome
            : problems.ToList();
    }

    /// <summary>Does what was looked at. When something has changed meanwhile, says so and keeps the new look instead of doing
    /// it.</summary>
    public Task<Result<ImportOutcome>> Confirm(Id<ImportRun> id, bool closeMissing, Reader reader, CancellationToken stop) =>
        Alone<ImportOutcome>(
        reader,
        async () =>
        {
            if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id, stop) is not { } run)
                return new Problem("", $"This import is not here any more.");
            if (run.State != ImportState.Looked) return Settled;

            var kept = await db.Set<ImportFile>().SingleAsync(f => f.ImportId == id, stop);
            using var file = new MemoryStream(kept.Bytes, writable: false);
            var request = new ImportRequest(run.Kind, run.FileName, run.Matching, run.AsOf, closeMissing);
            if ((await AsOf(request, stop)).Wrong is { } late) return late;
            if (!(await reading.Stage(id, request, run.AsOf, file, closeMissing, stop)).Try(out var staged, out var problems))
                return problems.ToList();
            if (staged.Outcome.Digest != ImportOutcome.FromJson(run.Outcome).Digest)
            {
                run.LookAgain(staged.Outcome.ToJson());
                return new Problem("", $"What is held has changed since you looked, so this import would now do something else. Read what it would do now, then confirm.");
            }

            run.Apply(closeMissing, reader.Name, await AfterTheLast(stop), staged.Outcome.ToJson());
            db.Remove(kept);
            await Write(run, staged, reader, stop);
            return staged.Outcome;
        },
        stop);

    /// <summary>Settles where the file contradicts what was entered here, and looks again: what the file would do may be another thing
    /// now.</summary>
    public async Task<Result<Done>> Settle(
        Id<ImportRun> id, Id<EnteredHere> mark, string theirs, bool keepsOurs, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        if (!(await entered.Answer(mark, theirs, keepsOurs, reader, stop)).Try(out _, out var problems)) return problems.ToList();
        return await Alone<Done>(
            reader,
            async () =>
            {
                if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id && i.State == ImportState.Looked, stop) is not { } run)
                    return Settled;
                var kept = await db.Set<ImportFile>().AsNoTracking().SingleAsync(f => f.ImportId == id, stop);
                using var file = new MemoryStream(kept.Bytes, writable: false);
                var request = new ImportRequest(run.Kind, run.FileName, run.Matching, run.AsOf);
                if (!(await reading.Stage(id, request, run.AsOf, file, false, stop)).Try(out var staged, out var wrong))
                    return wrong.ToList();
                run.LookAgain(staged.Outcome.ToJson());
                return default(Done);
            },
            stop);
    }

    /// <summary>Looks and confirms in one go, as a command does.</summary>
    public Task<Result<ImportOutcome>> Import(ImportRequest request, Stream file, Reader reader, CancellationToken stop) =>
        Alone<ImportOutcome>(
        reader,
        async () =>
        {
            var id = Id<ImportRun>.New();
            var (asOf, wrong) = await AsOf(request, stop);
            if (wrong is not null) return wrong;
            if (!(await reading.Stage(id, request, asOf, file, request.CloseMissing, stop)).Try(out var staged, out var problems))
                return problems.ToList();

            var now = clock.GetUtcNow().UtcDateTime;
            var run = ImportRun.Look(id, request.Kind, request.FileName, request.Matching, asOf, reader.Name, now, "{}");
            run.Apply(request.CloseMissing, reader.Name, await AfterTheLast(stop), staged.Outcome.ToJson());
            db.Add(run);
            await Write(run, staged, reader, stop);
            return staged.Outcome;
        },
        stop);

    /// <summary>The import that undoing would take back and what forbids it; null when there is none.</summary>
    public async Task<UndoLook?> LookAtUndo(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        return await Latest(stop) is { } run
            ? new(run, ImportOutcome.FromJson(run.Outcome), await new ImportUndo(db).WhatForbids(run, stop)) : null;
    }

    /// <summary>Puts back what was there before the latest applied import.</summary>
    public Task<Result<ImportRun>> UndoLatest(Reader reader, CancellationToken stop) =>
        Undo(() => Latest(stop), new("", $"There is no import to undo."), reader, stop);

    /// <summary>The same for the import that a person has seen: a second click never takes back the one before it.</summary>
    public Task<Result<ImportRun>> Undo(Id<ImportRun> id, Reader reader, CancellationToken stop) => Undo(
        async () => await Latest(stop) is { } run && run.Id == id ? run : null,
        new("", $"This import is not the latest any more: somebody has undone it or imported another since. Nothing was changed."),
        reader,
        stop);

    public Task<Result<Done>> Abandon(Id<ImportRun> id, Reader reader, CancellationToken stop) => Alone<Done>(
        reader,
        async () =>
        {
            if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id && i.State == ImportState.Looked, stop) is not { } run)
                return Settled;
            run.Abandon();
            await db.Set<ImportFile>().Where(f => f.ImportId == id).ExecuteDeleteAsync(stop);
            return default(Done);
        },
        stop);

    /// <summary>Of each kind and matching the latest import that is held.</summary>
    public async Task<IReadOnlyList<ImportRun>> Held(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var latest = db.Imports.Where(i => i.State == ImportState.Applied).GroupBy(i => new { i.Kind, i.Matching })
            .Select(g => g.Max(i => i.AppliedAt));
        var runs = await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Applied && latest.Contains(i.AppliedAt))
            .ToListAsync(stop);
        return [.. runs.OrderBy(i => i.Kind).ThenBy(i => i.Matching, StringComparer.CurrentCulture)];
    }

    /// <summary>Every import that waits for a person, and the last fifty of the others; newest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> Recent(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var waiting = await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Looked).ToListAsync(stop);
        var rest = await db.Imports.AsNoTracking().Where(i => i.State != ImportState.Looked)
            .OrderByDescending(i => i.AppliedAt ?? i.LookedAt).Take(50).ToListAsync(stop);
        return [.. waiting.OrderByDescending(i => i.LookedAt), .. rest];
    }

    public async Task<ImportLook?> Find(Id<ImportRun> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        return await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, stop) is { } run
            ? new(run, ImportOutcome.FromJson(run.Outcome)) : null;
    }

    /// <summary>The import that undoing would take back.</summary>
    public async Task<ImportRun?> Latest(CancellationToken stop) =>
        await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Applied).OrderByDescending(i => i.AppliedAt)
            .FirstOrDefaultAsync(stop);

    private static Problem Settled => new("", $"This import has already been settled: somebody confirmed or abandoned it.");

    private Task<Result<ImportRun>> Undo(Func<Task<ImportRun?>> find, Problem none, Reader reader, CancellationToken stop) =>
        Alone<ImportRun>(
        reader,
        async () =>
        {
            if (await find() is not { } run) return none;
            var undo = new ImportUndo(db);
            var forbidden = await undo.WhatForbids(run, stop);
            if (forbidden.Count > 0) return forbidden.ToList();

            await undo.Run(run.Id, stop);
            db.Attach(run);
            run.Undo(reader.Name, clock.GetUtcNow().UtcDateTime);
            await audit.Note(reader, AuditAction.ImportUndone, "import", run.Id.ToString(), stop);
            ImportUndone(run.Id, run.Kind);
            return run;
        },
        stop);

    /// <summary>One import at a time, whichever node it runs on; somebody who changes a row that it is about to change wins.</summary>
    private async Task<Result<T>> Alone<T>(Reader reader, Func<Task<Result<T>>> work, CancellationToken stop) where T : notnull
    {
        reader.Demand(Permission.Import);
        try
        {
            return await db.Change(
                async () =>
                {
                    await OneAtATime.Wait(db, Turn, stop);
                    return await work();
                },
                stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Problem("", $"Somebody changed what this import is about while it ran. Nothing of it was stored. Try again.");
        }
    }

    /// <summary>Undoing goes by the order of applying, so no two are applied at the same instant, whatever the clock says.</summary>
    private async Task<DateTime> AfterTheLast(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Imports.MaxAsync(i => i.AppliedAt, stop) is { } last && last >= now ? last.AddMilliseconds(1) : now;
    }

    private async Task Write(ImportRun run, Staged staged, Reader reader, CancellationToken stop)
    {
        await audit.Note(reader, AuditAction.ImportApplied, "import", run.Id.ToString(), stop);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        await staged.Journal.Save(run.Id, stop);
        await RestrictedDesk.Inherit(db, clock, stop);
        if (!run.Kind.IsLog) await snapshots.Take(run.AsOf, run.Id, stop);
        ImportApplied(run.Id, run.Kind, staged.Outcome.Added, staged.Outcome.Changed);
    }

    private async Task<(DateOnly AsOf, Problem? Wrong)> AsOf(ImportRequest request, CancellationToken stop)
    {
        var today = clock.UkToday;
        var asOf = request.AsOf ?? today;
        if (asOf > today) return (asOf, new("AsOf", $"The day that the file tells about, {asOf:d MMMM yyyy}, lies in the future. Enter today or an earlier day."));

        if (!request.Kind.IsLog && await ReorganisedSince.Latest(db, stop) is { } done && done > asOf)
            return (asOf, new("AsOf", $"A reorganisation was done for {done:d MMMM yyyy}. Enter that day or a later one: a file from before would put the teams in disorder"));

        var latest = await db.Imports.Where(i => i.State == ImportState.Applied && i.Kind == request.Kind && i.Matching == request.Matching)
            .MaxAsync(i => (DateOnly?)i.AsOf, stop);
        return latest > asOf
            ? (asOf, new("AsOf", $"A newer file of this kind is already held, as of {latest:d MMMM yyyy}. Undo it first, or give a later day."))
            : (asOf, null);
    }

    private async Task<byte[]> Bytes(Stream file, CancellationToken stop)
    {
        file.Position = 0;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(file.Length, settings.Limits.UploadMegabytes * 1024L * 1024L);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, stop);
        return bytes;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} of {Kind} applied: {Added} added, {Changed} changed")]
    private partial void ImportApplied(Id<ImportRun> importId, ImportKind kind, int added, int changed);

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} of {Kind} undone")]
    private partial void ImportUndone(Id<ImportRun> importId, ImportKind kind);
}

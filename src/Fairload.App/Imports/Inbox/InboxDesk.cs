using Fairload.App.Access;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Fairload.App.Imports.Inbox;

/// <summary>The heartbeat of the inbox, for the Imports page.</summary>
/// <param name="LookedAt">Null when it has never been looked at: the site has not run yet.</param>
/// <param name="Trouble">Why the folder could not be looked at; empty when all was well.</param>
/// <param name="Taken">The last one that was taken in; null for none.</param>
/// <param name="Waiting">Held for a person and not settled, and refused in the last two weeks; the latest first.</param>
public sealed record InboxView(DateTime? LookedAt, string LookedBy, string Trouble, InboxFile? Taken, IReadOnlyList<InboxFile> Waiting);

/// <summary>
/// Takes in extracts that somebody's job puts into the inbox. Each file is looked at as a person would; one whose change is within the
/// council's limits is confirmed, every other one is held for a person or refused in a sentence. Nothing is half applied.
/// </summary>
public sealed partial class InboxDesk(
    FairloadDb db, ImportDesk imports, InboxKinds kinds, InboxFolder folder, CouncilSettings settings, TimeProvider clock,
    ILogger<InboxDesk> log)
{
    /// <summary>Who brings in what nobody brought in by hand.</summary>
    internal static Reader Inbox { get; } = new("the inbox", null, [new(Role.Analyst)]);

    private static readonly string Node = $"{Environment.MachineName}, process {Environment.ProcessId}";

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(15);

    /// <summary>How long a file that was refused is named.</summary>
    private static readonly TimeSpan Named = TimeSpan.FromDays(14);

    /// <summary>One look at the folder; how many files found their place. One node at a time.</summary>
    public async Task<int> Look(CancellationToken stop)
    {
        if (!await TakeTurn(stop)) return 0;
        var (settled, trouble) = (0, "");
        try
        {
            foreach (var file in folder.Still())
                if (await Take(file, stop)) settled++;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            trouble = e.Message;
            FolderTrouble(e);
        }

        await EndTurn(trouble, stop);
        return settled;
    }

    public async Task<InboxView> View(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var watch = await db.Set<InboxWatch>().AsNoTracking().SingleOrDefaultAsync(stop);
        var since = clock.GetUtcNow().UtcDateTime - Named;
        var files = db.Set<InboxFile>().AsNoTracking();
        var waiting = await files.Where(f => (f.Fate == InboxFate.Refused && f.FoundAt >= since)
            || (f.Fate == InboxFate.Held && db.Imports.Any(i => i.Id == f.ImportId && i.State == ImportState.Looked))).ToListAsync(stop);
        return new(
            watch?.LookedAt, watch?.LookedBy ?? "", watch?.Trouble ?? "",
            await files.Where(f => f.Fate == InboxFate.Taken).OrderByDescending(f => f.FoundAt).FirstOrDefaultAsync(stop),
            [.. waiting.OrderByDescending(f => f.FoundAt).Take(20)]);
    }

    private async Task<bool> Take(InboxSeen file, CancellationToken stop)
    {
        var most = settings.Limits.UploadMegabytes * 1024L * 1024L;
        if (await folder.Read(file, most, stop) is not { } bytes) return false;
        var hash = InboxFolder.Hash(bytes);
        if (file.Length > most)
            return await Refuse(file, hash, new("", $"{file.Name} is larger than {settings.Limits.UploadMegabytes} MB, which is the most that we read."), stop);
        if (await db.Set<InboxFile>().AsNoTracking().Where(f => f.Hash == hash && f.Fate == InboxFate.Taken)
            .OrderBy(f => f.FoundAt).FirstOrDefaultAsync(stop) is { } same && bytes.Length > 0)
        {
            var on = DateOnly.FromDateTime(same.FoundAt);
            return await Refuse(file, hash, new("", $"The same file was taken in before, on {on:d MMMM yyyy}. It was not taken in again."), stop);
        }

        using var stream = new MemoryStream(bytes, writable: false);
        var asOf = InboxName.Day(file.Name) ?? Written(file);
        if (!(await kinds.Of(stream, file.Name, asOf, stop)).Try(out var kind, out var unknown))
            return await Refuse(file, hash, unknown[0], stop);

        var isFirst = !await db.Imports.AnyAsync(
            i => i.State == ImportState.Applied && i.Kind == kind.Kind && i.Matching == kind.Matching, stop);
        await AbandonOld(file.Name, stop);
        var looked = await imports.Look(new(kind.Kind, file.Name, kind.Matching, asOf), stream, Inbox, stop);
        if (!looked.Try(out var look, out var refused))
            return await Refuse(file, hash, refused[0], stop);

        if (settings.Limits.Inbox.WhyHeld(Change(look.Outcome), isFirst) is { } why)
            return await Settle(file, hash, InboxFate.Held, why, look.Run.Id, stop);
        var confirmed = await imports.Confirm(look.Run.Id, closeMissing: false, Inbox, stop);
        return confirmed.Try(out _, out var late)
            ? await Settle(file, hash, InboxFate.Taken, null, look.Run.Id, stop)
            : await Settle(file, hash, InboxFate.Held, late[0], look.Run.Id, stop);
    }

    /// <summary>The day in the UK on which it was written; a clock that is ahead says no day that has not come.</summary>
    private DateOnly Written(InboxSeen file)
    {
        var written = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(file.WrittenAt, London));
        return written > clock.UkToday ? clock.UkToday : written;
    }

    /// <summary>A look that broke off before it was settled: the file is looked at again, and the old look would wait for ever.</summary>
    private async Task AbandonOld(string name, CancellationToken stop)
    {
        var old = await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Looked && i.LookedBy == Inbox.Name && i.FileName == name
            && !db.Set<InboxFile>().Any(f => f.ImportId == i.Id)).Select(i => i.Id).ToListAsync(stop);
        foreach (var one in old) await imports.Abandon(one, Inbox, stop);
    }

    private static InboxChange Change(ImportOutcome does) => new(
        does.Added, does.Changed, does.Closed + does.Missing, does.Problems.Count(p => p.Severity == "error"),
        does.Changed + does.Unchanged + does.Missing, does.Unsettled.Count());

    /// <summary>Moved first and written down then: what is not written down is found in its folder, and never taken in twice.</summary>
    private async Task<bool> Settle(
        InboxSeen file, string hash, InboxFate fate, Problem? why, Id<ImportRun>? import, CancellationToken stop)
    {
        var kept = folder.Keep(file.Name, fate == InboxFate.Taken ? "done" : "held", clock.UkToday);
        await db.Change(
            () =>
            {
                db.Add(InboxFile.Of(file.Name, kept, hash, fate, Sentence(why), import, clock.GetUtcNow().UtcDateTime));
                return Task.FromResult(default(Done));
            },
            stop);
        db.ChangeTracker.Clear();
        FileSettled(fate, import);
        return true;
    }

    private Task<bool> Refuse(InboxSeen file, string hash, Problem why, CancellationToken stop) =>
        Settle(file, hash, InboxFate.Refused, why, null, stop);

    private static ImportProblem? Sentence(Problem? why) =>
        why is null ? null : ImportProblem.Of(new("", null, "", Severity.Error, why.Says));

    private Task<bool> TakeTurn(CancellationToken stop) => db.Change(
        async () =>
        {
            await OneAtATime.Wait(db, "inbox", stop);
            var (now, watch) = (clock.GetUtcNow().UtcDateTime, await db.Set<InboxWatch>().SingleOrDefaultAsync(stop));
            if (db.Database.IsNpgsql() && watch?.BusyUntil > now && watch.LookedBy != Node) return false;
            if (watch is null) db.Add(watch = new() { LookedAt = now });
            (watch.BusyUntil, watch.LookedBy, watch.Version) = (now + Turn, Node, watch.Version + 1);
            return true;
        },
        stop);

    private async Task EndTurn(string trouble, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await db.Change(
            async () =>
            {
                var watch = await db.Set<InboxWatch>().SingleAsync(stop);
                (watch.BusyUntil, watch.LookedAt, watch.Trouble) = (null, clock.GetUtcNow().UtcDateTime, trouble);
                watch.Version++;
                return default(Done);
            },
            stop);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A file of the inbox was settled as {Fate}, import {ImportId}")]
    private partial void FileSettled(InboxFate fate, Id<ImportRun>? importId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The inbox could not be looked at")]
    private partial void FolderTrouble(Exception fault);
}

using System.Security.Cryptography;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Reflection;
using Fairload.Core.Workforce;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision.Reflection;

/// <summary>A note opened for the one who wrote it.</summary>
/// <param name="Text">Null when the key with which it was shut is lost.</param>
public sealed record OpenNote(Id<OwnNote> Id, DateOnly WrittenOn, string? Text);

/// <summary>
/// What workers write to themselves. There is no way to another's notes here: every question takes the reader's own, whatever their role.
/// Nothing of it is written into the audit trail.
/// </summary>
public sealed class NoteDesk(FairloadDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<OpenNote>> Mine(Reader reader, CancellationToken stop)
    {
        var own = Own(reader);
        var notes = await db.Set<OwnNote>().AsNoTracking().Where(n => n.WorkerId == own).ToListAsync(stop);
        var box = Box(own);
        return
        [
            .. notes.OrderByDescending(n => n.WrittenOn).ThenByDescending(n => n.Id.ToString(), StringComparer.Ordinal)
                .Select(n => new OpenNote(n.Id, n.WrittenOn, Open(box, n.Shut))),
        ];
    }

    public Task<Result<Done>> Write(string text, Reader reader, CancellationToken stop)
    {
        var own = Own(reader);
        return db.Change<Result<Done>>(
            async () =>
            {
                if (!OwnNote.Read(text).Try(out var tidy, out var problems)) return problems.ToList();
                if (await db.Set<OwnNote>().CountAsync(n => n.WorkerId == own, stop) >= OwnNote.Most)
                    return new Problem("Text", $"You keep {OwnNote.Most} notes, which is the most; delete some first");
                db.Add(new OwnNote(Id<OwnNote>.New(), own, clock.UkToday, Box(own).Protect(tidy)));
                return default(Done);
            },
            stop);
    }

    /// <summary>It is gone; of another's note nothing happens.</summary>
    public Task<Done> Delete(Id<OwnNote> id, Reader reader, CancellationToken stop)
    {
        var own = Own(reader);
        return db.Change(
            async () =>
            {
                await db.Set<OwnNote>().Where(n => n.Id == id && n.WorkerId == own).ExecuteDeleteAsync(stop);
                return default(Done);
            },
            stop);
    }

    private static Id<Worker> Own(Reader reader)
    {
        reader.Demand(Permission.SeeOwnWork);
        return reader.Worker ?? throw new UnauthorizedAccessException("Only somebody on the staff list writes notes.");
    }

    /// <summary>A key of each worker's own, so that a row moved to another's name does not open.</summary>
    private IDataProtector Box(Id<Worker> worker) => protection.CreateProtector("fairload.own-note.v1", worker.ToString());

    private static string? Open(IDataProtector box, string shut)
    {
        try
        {
            return box.Unprotect(shut);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

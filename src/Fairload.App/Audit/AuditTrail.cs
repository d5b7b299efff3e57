using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Audit;

/// <summary>
/// Who did what to which record, and when. Inside a change the note is part of it: both are written or neither. Alone, it is a
/// change of its own. The id names a record and the detail holds codes and counts; names of people do not belong there.
/// </summary>
public sealed class AuditTrail(FairloadDb db, TimeProvider clock)
{
    public const int EntriesAPage = 50;

    public Task Note(Reader reader, AuditAction action, string kind, string id, CancellationToken stop) =>
        Note(reader, action, kind, id, "", stop);

    /// <param name="detail">Codes and counts only.</param>
    public Task Note(Reader reader, AuditAction action, string kind, string id, string detail, CancellationToken stop) =>
        Write(reader.Account, reader.Name, action, kind, id, detail, stop);

    /// <summary>Somebody looked at a named record: a person's page, a case's page.</summary>
    public Task Read(Reader reader, string kind, string id, CancellationToken stop) => Note(reader, AuditAction.Read, kind, id, "", stop);

    /// <summary>For what happens before anybody is signed in. What was typed is never noted: it may be a password.</summary>
    internal Task NoteOfNobody(AuditAction action, string kind, string id, string detail, CancellationToken stop) =>
        Write(null, "nobody signed in", action, kind, id, detail, stop);

    /// <summary>For what somebody did who does not want to be named.</summary>
    internal Task NoteUnnamed(AuditAction action, string kind, string id, string detail, CancellationToken stop) =>
        Write(null, "somebody who is not named", action, kind, id, detail, stop);

    internal Task NoteOf(Account account, AuditAction action, string kind, string id, string detail, CancellationToken stop) =>
        Write(account.Id, account.Name, action, kind, id, detail, stop);

    /// <summary>Fifty entries, newest first.</summary>
    /// <param name="day">A day in the UK; null for every day.</param>
    /// <param name="page">From 1.</param>
    public async Task<AuditPage> Look(DateOnly? day, AuditAction? action, string? kind, int page, CancellationToken stop)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (day is { } on)
        {
            var (from, to) = (on.StartInUk, on.AddDays(1).StartInUk);
            entries = entries.Where(e => from <= e.At && e.At < to);
        }

        if (action is not null) entries = entries.Where(e => e.Action == action);
        if (!string.IsNullOrWhiteSpace(kind)) entries = entries.Where(e => e.SubjectKind == kind.Trim());

        var count = await entries.CountAsync(stop);
        var pages = Math.Max(1, (count + EntriesAPage - 1) / EntriesAPage);
        page = Math.Clamp(page, 1, pages);
        var shown = await entries.OrderByDescending(e => e.Sequence).Skip((page - 1) * EntriesAPage).Take(EntriesAPage).ToListAsync(stop);
        return new(shown, count, page, pages);
    }

    private async Task Write(
        Id<Account>? account, string who, AuditAction action, string kind, string id, string detail, CancellationToken stop)
    {
        var entry = AuditEntry.Write(clock.GetUtcNow().UtcDateTime, account, who, action, kind, id, detail);
        if (db.Database.CurrentTransaction is not null)
        {
            db.Add(entry);
            return;
        }

        await db.Change(
            () =>
            {
                db.Add(entry);
                return Task.FromResult(default(Done));
            },
            stop);
    }
}

/// <summary>One page of the audit trail.</summary>
/// <param name="Count">Of all entries that match, not only of those shown.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, int Count, int Page, int Pages);

internal static class UkDays
{
    extension(DateOnly day)
    {
        /// <summary>The instant at which the day begins in the UK.</summary>
        public DateTime StartInUk => UkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));
    }
}

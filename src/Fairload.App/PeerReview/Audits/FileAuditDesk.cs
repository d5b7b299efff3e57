using Fairload.App.Access;
using Fairload.App.Allocation;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Audits;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.PeerReview.Audits;

/// <summary>A file with its round.</summary>
public sealed record FileRow(AuditFile File, AuditRound Round, string? Team);

/// <summary>Key messages of a round.</summary>
public sealed record Learnt(AuditRound Round, IReadOnlyList<string> Teams);

/// <summary>What audits mean for a reader.</summary>
/// <param name="Mine">Files given to the reader: those to do by their day, then those done.</param>
/// <param name="ToModerate">Finished and not moderated, of others; for moderators.</param>
/// <param name="Rounds">The latest first; for moderators.</param>
/// <param name="Concerns">Urgent concerns about files of the reader's teams, those without an answer first.</param>
/// <param name="Learnt">From audits of the reader's teams, or of all for moderators; the latest first.</param>
/// <param name="Shift">How far moderation lies from the reader's own grades; null for whoever audits nothing.</param>
public sealed record AuditsView(
    IReadOnlyList<FileRow> Mine, IReadOnlyList<FileRow> ToModerate, IReadOnlyList<AuditRound> Rounds, IReadOnlyList<FileRow> Concerns,
    IReadOnlyList<Learnt> Learnt, AuditorShift? Shift, bool Moderates, DateOnly Today);

/// <summary>One file as its auditor or a moderator sees it.</summary>
/// <param name="Sections">In the order of the form, those without anything said too.</param>
/// <param name="Before">The audit to which this one goes back; null for none.</param>
/// <param name="After">The audit that goes back to this one; null while there is none.</param>
public sealed record FileView(
    AuditFile File, AuditRound Round, string? Team, IReadOnlyList<AuditedSection> Sections, AuditFile? Before, AuditFile? After,
    bool MayWrite, bool MayModerate);

/// <summary>Case file audits for those who do them, moderate them, and answer for what they show.</summary>
public sealed class FileAuditDesk(FairloadDb db, AuditReading reading, NoticeDesk notices, AuditTrail audit, TimeProvider clock)
{
    public async Task<AuditsView> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.AuditFiles);
        var (moderates, teams) = (reader.May(Permission.ModerateAudits), await reading.TeamsOf(reader, stop));
        var rows = await Rows(stop);
        var mine = rows.Where(r => reader.Account is { } me && r.File.AuditorId == me).ToList();
        bool IsTheirs(FileRow row) => moderates || (row.File.TeamId is { } team && teams.Contains(team));
        var rounds = rows.Select(r => r.Round).DistinctBy(r => r.Id).OrderByDescending(r => r.Number).ToList();
        return new(
            [.. mine.OrderBy(r => r.File.IsFinished).ThenBy(r => r.Round.DueOn).ThenBy(r => r.File.Reference, StringComparer.Ordinal)],
            moderates ? [.. rows.Where(r => r.File is { IsFinished: true, Moderated: null } && !mine.Contains(r))] : [],
            moderates ? rounds : [],
            [.. rows.Where(r => r.File.UrgentAt is not null && IsTheirs(r)).OrderBy(r => r.File.UrgentAnsweredAt is not null)
                .ThenBy(r => r.File.UrgentAt)],
            [.. rounds.Where(r => r.Learning.Length > 0 && rows.Any(f => f.Round.Id == r.Id && IsTheirs(f)))
                .Select(r => new Learnt(r, [.. rows.Where(f => f.Round.Id == r.Id && IsTheirs(f)).Select(f => f.Team).OfType<string>()
                    .Distinct().Order(StringComparer.CurrentCulture)]))],
            AuditorShift.Of(mine.Select(r => r.File)).SingleOrDefault(), moderates, clock.UkToday);
    }

    /// <summary>Null when there is none, or it is neither the reader's to audit nor to moderate.</summary>
    public async Task<FileView?> Show(Id<AuditFile> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.AuditFiles);
        if (await db.Set<AuditFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, stop) is not { } file) return null;
        var (isMine, moderates) = (reader.Account is { } me && file.AuditorId == me, reader.May(Permission.ModerateAudits));
        if (!isMine && !moderates) return null;
        var said = await db.Set<AuditedSection>().AsNoTracking().Where(s => s.FileId == id).ToDictionaryAsync(s => s.Code, stop);
        return new(
            file, await db.Set<AuditRound>().AsNoTracking().SingleAsync(r => r.Id == file.RoundId, stop),
            await db.Teams.Where(t => t.Id == file.TeamId).Select(t => t.Name).SingleOrDefaultAsync(stop),
            [.. AuditSections.Codes.Select(c => said.GetValueOrDefault(c) ?? new(id, c, null, false, ""))],
            await Linked(f => f.Id == file.ReauditOfId, stop), await Linked(f => f.ReauditOfId == id, stop),
            isMine && !file.IsFinished, moderates && !isMine && file.IsFinished);
    }

    /// <summary>Keeps the auditor's work, or finishes it.</summary>
    /// <param name="seen">The version that the auditor saw.</param>
    public Task<Result<AuditFile>> Write(Id<AuditFile> id, FileSaid said, bool finish, int seen, Reader reader, CancellationToken stop) =>
        Alter(
        id, reader, finish ? "finished" : "kept",
        async file =>
        {
            var written = file.Write(said, finish, seen, clock.UkToday, Deed(reader));
            if (!written.Try(out _, out _)) return written;
            await db.Set<AuditedSection>().Where(s => s.FileId == id).ExecuteDeleteAsync(stop);
            db.AddRange(said.Sections.Where(s => s.IsSaid || s.Note.Trim().Length > 0)
                .Select(s => s with { FileId = id, Note = s.Note.Trim() }));
            return written;
        },
        stop);

    /// <param name="seen">The version that the moderator saw.</param>
    public Task<Result<AuditFile>> Moderate(
        Id<AuditFile> id, FileGrade? grade, string why, int seen, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ModerateAudits);
        return Alter(id, reader, "moderated", file => Task.FromResult(file.Moderate(grade, why, seen, Deed(reader))), stop);
    }

    /// <summary>What can not wait: whoever manages the team gets a letter, once, with nothing about the case in it.</summary>
    public async Task<Result<AuditFile>> Raise(Id<AuditFile> id, string concern, Reader reader, CancellationToken stop)
    {
        var raised = await Alter(id, reader, "urgent concern", file => Task.FromResult(file.Raise(concern, Deed(reader))), stop);
        if (raised.Try(out var file, out _)) await notices.Letter(await reading.Managers(file.TeamId, stop), stop);
        return raised;
    }

    /// <summary>An urgent concern for whoever answers for the team. Null for everybody else.</summary>
    public async Task<FileRow?> Concern(Id<AuditFile> id, Reader reader, CancellationToken stop) =>
        (await All(reader, stop)).Concerns.FirstOrDefault(c => c.File.Id == id);

    /// <summary>The manager says what was done.</summary>
    public async Task<Result<AuditFile>> Answer(Id<AuditFile> id, string done, Reader reader, CancellationToken stop)
    {
        if (await Concern(id, reader, stop) is null) return new Problem("", $"There is no such concern, or it is not yours to answer");
        return await Alter(id, reader, "urgent concern answered", file => Task.FromResult(file.Answer(done, Deed(reader))), stop);
    }

    internal async Task<IReadOnlyList<FileRow>> Rows(CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, stop);
        var rounds = await db.Set<AuditRound>().AsNoTracking().ToDictionaryAsync(r => r.Id, stop);
        return [.. (await db.Set<AuditFile>().AsNoTracking().ToListAsync(stop))
            .OrderByDescending(f => rounds[f.RoundId].Number).ThenBy(f => f.Number)
            .Select(f => new FileRow(f, rounds[f.RoundId], f.TeamId is { } team ? teams.GetValueOrDefault(team) : null))];
    }

    private Task<AuditFile?> Linked(System.Linq.Expressions.Expression<Func<AuditFile, bool>> which, CancellationToken stop) =>
        db.Set<AuditFile>().AsNoTracking().SingleOrDefaultAsync(which, stop);

    private Task<Result<AuditFile>> Alter(
        Id<AuditFile> id, Reader reader, string what, Func<AuditFile, Task<Result<AuditFile>>> work, CancellationToken stop)
    {
        reader.Demand(Permission.AuditFiles);
        return db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, $"audit file {id}", stop);
                var altered = await work(await db.Set<AuditFile>().SingleAsync(f => f.Id == id, stop));
                if (altered.Try(out _, out _))
                {
                    await audit.Note(reader, AuditAction.FileAuditChanged, "audit file", id.ToString(), what, stop);
                }

                return altered;
            },
            stop);
    }

    private AuditDeed Deed(Reader reader) => new(reader.Account, reader.Name, clock.GetUtcNow().UtcDateTime);
}

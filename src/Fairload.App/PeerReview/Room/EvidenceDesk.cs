using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.PeerReview.Room;

/// <summary>What of the evidence room is looked for; empty for everything.</summary>
/// <param name="Find">Words that title, text, owner or file name hold, every one of them.</param>
public sealed record EvidenceSearch(string? Find = null, string? Part = null, EvidenceState? State = null);

/// <summary>A piece with the version that counts.</summary>
public sealed record EvidenceRow(EvidencePiece Piece, EvidenceVersion Latest, EvidenceState State);

/// <summary>The evidence room as a reader sees it.</summary>
/// <param name="Rows">By title.</param>
/// <param name="Parts">Those that the reader may filter by.</param>
/// <param name="Entry">The reader's own entry from outside: the one that lasts, else the last that was; null for none.</param>
public sealed record EvidenceList(
    IReadOnlyList<EvidenceRow> Rows, IReadOnlyList<PartName> Parts, bool IsInside, bool MayKeep, bool MayInvite, EvidenceEntry? Entry,
    DateOnly Today);

/// <summary>One piece with its versions, the newest first. Whoever comes from outside sees the newest alone.</summary>
public sealed record EvidenceView(
    EvidencePiece Piece, IReadOnlyList<EvidenceVersion> Versions, EvidenceState State, bool IsInside, bool MayKeep, FrameworkParts Parts);

/// <summary>A file or a link that somebody puts in.</summary>
/// <param name="GivenName">As the browser calls the file; empty for none.</param>
/// <param name="File">Can be read from any place.</param>
public sealed record EvidenceGiven(string GivenName, Stream File, string Link);

/// <summary>A file to be sent, part by part.</summary>
public sealed record EvidenceDownload(EvidenceVersion Version, IAsyncEnumerable<byte[]> Parts);

/// <summary>The evidence room: what shows how things are, for those inside, and for reviewers what is opened to them.</summary>
public sealed class EvidenceDesk(FairloadDb db, EntryDesk entries, FrameworkParts parts, AuditTrail audit, TimeProvider clock)
{
    private readonly EvidenceStore _store = new(db);

    public FrameworkParts Parts { get; } = parts;

    public async Task<EvidenceList> List(EvidenceSearch search, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeEvidence);
        var today = clock.UkToday;
        var (pieces, mine) = (await Seen(reader, stop), IsInside(reader) ? [] : await entries.Of(reader, stop));
        var latest = await Latest(stop);
        var rows = pieces.Select(p => new EvidenceRow(p, latest[p.Id], p.State(today)))
            .Where(r => Matches(r, search)).OrderBy(r => r.Piece.Title, StringComparer.CurrentCulture).ThenBy(r => r.Piece.EffectiveOn);
        var entry = mine.FirstOrDefault(e => e.IsOpen(today)) ?? (mine.Count > 0 ? mine[0] : null);
        var open = mine.Where(e => e.IsOpen(today)).SelectMany(e => e.PartCodes).ToHashSet();
        return new(
            [.. rows], [.. Parts.All.Where(p => IsInside(reader) || open.Contains(p.Code))], IsInside(reader),
            reader.May(Permission.KeepEvidence), reader.May(Permission.InviteReviewers), entry, today);
    }

    /// <summary>Null when there is none, or it is not opened to this reader today.</summary>
    public async Task<EvidenceView?> Show(Id<EvidencePiece> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeEvidence);
        if ((await Seen(reader, stop)).FirstOrDefault(p => p.Id == id) is not { } piece) return null;
        var versions = await db.Set<EvidenceVersion>().AsNoTracking().Where(v => v.PieceId == id).OrderByDescending(v => v.Number)
            .ToListAsync(stop);
        return new(
            piece, IsInside(reader) ? versions : versions[..1], piece.State(clock.UkToday), IsInside(reader),
            reader.May(Permission.KeepEvidence), Parts);
    }

    /// <summary>A file, for whoever may see its piece; that it was read is noted before the first byte goes out. Null where there is
    /// none.</summary>
    public async Task<EvidenceDownload?> Open(Id<EvidencePiece> id, int number, Reader reader, CancellationToken stop)
    {
        if (await Show(id, reader, stop) is not { } view) return null;
        if (view.Versions.FirstOrDefault(v => v.Number == number && v.IsFile) is not { } version) return null;
        await audit.Read(reader, "evidence file", $"{id}/{number}", stop);
        return new(version, _store.Read(version.Sha256, stop));
    }

    public async Task<Result<EvidencePiece>> Add(EvidenceSaid said, EvidenceGiven given, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepEvidence);
        var problems = new List<Problem>();
        if (!EvidencePiece.Add(said, Parts.Codes, reader.Name, clock.UkToday).Try(out var piece, out var wrong)) problems.AddRange(wrong);
        var made = await Version(piece?.Id ?? Id<EvidencePiece>.New(), 1, given, reader, stop);
        if (!made.Try(out var version, out var refused)) problems.AddRange(refused);
        if (problems.Count > 0) return problems;
        return await db.Change<Result<EvidencePiece>>(
            async () =>
            {
                await Keep(version!, given, stop);
                db.Add(piece!);
                await db.SaveChangesAsync(stop);
                db.Add(version!);
                await Note(reader, piece!.Id, "added", stop);
                return piece;
            },
            stop);
    }

    /// <param name="seen">The number of the version that the reader saw as the newest.</param>
    public async Task<Result<EvidenceVersion>> AddVersion(
        Id<EvidencePiece> id, EvidenceGiven given, int seen, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepEvidence);
        var made = await Version(id, seen + 1, given, reader, stop);
        if (!made.Try(out var version, out var problems)) return problems.ToList();
        return await db.Change<Result<EvidenceVersion>>(
            async () =>
            {
                await OneAtWork(id, stop);
                var newest = await db.Set<EvidenceVersion>().AsNoTracking().Where(v => v.PieceId == id).OrderByDescending(v => v.Number)
                    .FirstAsync(stop);
                if (newest.Number != seen)
                    return new Problem("", $"{newest.AddedBy} has put in a newer version meanwhile. Look at it first; yours was not stored");
                await Keep(version, given, stop);
                db.Add(version);
                await Note(reader, id, $"version {version.Number}", stop);
                return version;
            },
            stop);
    }

    /// <param name="seen">The version of the record that the reader saw.</param>
    public Task<Result<EvidencePiece>> Change(Id<EvidencePiece> id, EvidenceSaid said, int seen, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepEvidence);
        return db.Change<Result<EvidencePiece>>(
            async () =>
            {
                await OneAtWork(id, stop);
                var piece = await db.Set<EvidencePiece>().SingleAsync(p => p.Id == id, stop);
                var rewritten = piece.Rewrite(said, Parts.Codes, seen, reader.Name, clock.UkToday);
                if (rewritten.Try(out _, out _)) await Note(reader, id, "changed", stop);
                return rewritten;
            },
            stop);
    }

    private static bool IsInside(Reader reader) => reader.Grants.Any(g => AccessTable.Of(g.Role, Permission.SeeEvidence) == Reach.Council);

    private static bool Matches(EvidenceRow row, EvidenceSearch search)
    {
        var (piece, words) = (row.Piece, (search.Find ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var text = $"{piece.Title}\n{piece.Shows}\n{piece.Owner}\n{row.Latest.FileName}\n{row.Latest.Link}";
        return words.All(w => text.Contains(w, StringComparison.CurrentCultureIgnoreCase))
            && (string.IsNullOrEmpty(search.Part) || piece.PartCodes.Contains(search.Part))
            && (search.State is null || row.State == search.State);
    }

    private Task OneAtWork(Id<EvidencePiece> id, CancellationToken stop) => Access.OneAtATime.Wait(db, $"evidence piece {id}", stop);

    private async Task<IReadOnlyList<EvidencePiece>> Seen(Reader reader, CancellationToken stop)
    {
        var pieces = await db.Set<EvidencePiece>().AsNoTracking().ToListAsync(stop);
        if (IsInside(reader)) return pieces;
        var (mine, today) = (await entries.Of(reader, stop), clock.UkToday);
        return [.. pieces.Where(p => mine.Any(e => e.Opens(p, today)))];
    }

    private async Task<Dictionary<Id<EvidencePiece>, EvidenceVersion>> Latest(CancellationToken stop) =>
        (await db.Set<EvidenceVersion>().AsNoTracking().ToListAsync(stop)).GroupBy(v => v.PieceId)
            .ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!);

    private async Task<Result<EvidenceVersion>> Version(
        Id<EvidencePiece> piece, int number, EvidenceGiven given, Reader reader, CancellationToken stop)
    {
        var at = clock.GetUtcNow().UtcDateTime;
        var isLink = given.Link.Trim().Length > 0;
        if (isLink && given.GivenName.Length > 0) return new Problem("File", $"Choose a file or enter a link, not both");
        if (isLink) return EvidenceVersion.Of(piece, number, given.Link, reader.Name, at);
        if (EvidenceVersion.WrongName(given.GivenName) is { } wrong) return wrong;
        if (!EvidenceContent.TypeOf(given.GivenName, given.File).Try(out var type, out var refused)) return refused.ToList();
        var sha256 = await EvidenceStore.Hash(given.File, stop);
        return EvidenceVersion.Of(piece, number, new EvidenceFile(given.GivenName, type, given.File.Length, sha256), reader.Name, at);
    }

    private async Task Keep(EvidenceVersion version, EvidenceGiven given, CancellationToken stop)
    {
        if (version.IsFile) await _store.Keep(version.Sha256, given.File, stop);
    }

    private Task Note(Reader reader, Id<EvidencePiece> id, string what, CancellationToken stop) =>
        audit.Note(reader, AuditAction.EvidenceChanged, "evidence", id.ToString(), what, stop);
}

namespace Fairload.Core.PeerReview.Room;

/// <summary>A file as it came in: what it is by its content, and how it is found again.</summary>
/// <param name="Name">As it was called, without folders.</param>
/// <param name="MediaType">Of the short list that may be kept.</param>
/// <param name="Sha256">Of its bytes, in hexadecimal: files of the same bytes are kept once.</param>
public sealed record EvidenceFile(string Name, string MediaType, long Bytes, string Sha256);

/// <summary>What a piece of evidence consisted of from one moment on: a file, or a link.</summary>
public sealed class EvidenceVersion
{
    public const int MostName = 120;
    public const int MostLink = 500;

    private EvidenceVersion() { }

    public Id<EvidenceVersion> Id { get; private init; }
    public Id<EvidencePiece> PieceId { get; private init; }

    /// <summary>1, 2, 3 …; the highest counts.</summary>
    public int Number { get; private init; }

    /// <summary>Empty for a link, as are the type and the hash.</summary>
    public string FileName { get; private init; } = "";
    public string MediaType { get; private init; } = "";
    public long Bytes { get; private init; }
    public string Sha256 { get; private init; } = "";

    /// <summary>Empty for a file.</summary>
    public string Link { get; private init; } = "";
    public string AddedBy { get; private init; } = "";
    public DateTime AddedAt { get; private init; }

    public bool IsFile => Link.Length == 0;

    public static EvidenceVersion Of(Id<EvidencePiece> piece, int number, EvidenceFile file, string by, DateTime at) => new()
    {
        Id = Id<EvidenceVersion>.New(),
        PieceId = piece,
        Number = number,
        FileName = file.Name,
        MediaType = file.MediaType,
        Bytes = file.Bytes,
        Sha256 = file.Sha256,
        AddedBy = by,
        AddedAt = at,
    };

    /// <summary>Refuses what is no address of a page: other schemes, and addresses with a name or password in them.</summary>
    public static Result<EvidenceVersion> Of(Id<EvidencePiece> piece, int number, string link, string by, DateTime at)
    {
        var address = link.Trim();
        var isSound = address.Length <= MostLink && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0
                && !address.Any(char.IsControl);
        if (!isSound) return new Problem("Link", $"Enter the link as https://… with {MostLink} characters or fewer, and without a name or password in it");
        return new EvidenceVersion
        {
            Id = Id<EvidenceVersion>.New(),
            PieceId = piece,
            Number = number,
            Link = address,
            AddedBy = by,
            AddedAt = at,
        };
    }

    /// <summary>Null for a name that can be kept.</summary>
    public static Problem? WrongName(string given) => given switch
    {
        "" => new Problem("File", $"Choose a file, or enter a link"),
        _ when given.Any(c => c is '/' or '\\') || given is "." or ".." || given.Any(char.IsControl) =>
            new Problem("File", $"The name of the file holds a folder. Rename it to a plain name without strokes, and give it to us again"),
        { Length: > MostName } => new Problem("File", $"Shorten the name of the file to {MostName} characters or fewer"),
        _ => null,
    };
}

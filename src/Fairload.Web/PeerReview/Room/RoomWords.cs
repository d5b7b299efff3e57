using Fairload.App.PeerReview;
using Fairload.App.PeerReview.Room;
using Fairload.Core.PeerReview.Room;
using Fairload.Core.Surveys;

namespace Fairload.Web.PeerReview.Room;

/// <summary>The evidence room in words.</summary>
internal static class RoomWords
{
    private const long Kilobyte = 1024;
    private const long Megabyte = Kilobyte * Kilobyte;

    public static string Name(Catalogue T, Wording says) => T.Language == Language.Welsh ? says.Cy : says.En;

    public static string Of(Catalogue T, PartName part) => T["{0}: {1}", Name(T, part.Of), Name(T, part.Name)];

    /// <summary>Parts by name, in the order of the frameworks; one that is in no framework any more stands as its code.</summary>
    public static IReadOnlyList<string> Parts(Catalogue T, IReadOnlyList<string> codes, FrameworkParts known) =>
        [.. known.All.Where(p => codes.Contains(p.Code)).Select(p => Of(T, p)), .. codes.Where(c => known.Find(c) is null)];

    public static string Expiry(Catalogue T, EvidencePiece piece, EvidenceState state) => (piece.ExpiresOn, state) switch
    {
        (null, _) => T["does not expire"],
        ({ } day, EvidenceState.Expired) => T["expired on {0}", day],
        ({ } day, EvidenceState.Expiring) => T["expires soon, on {0}", day],
        ({ } day, _) => T["expires on {0}", day],
    };

    public static string State(Catalogue T, EvidenceState state) => state switch
    {
        EvidenceState.InDate => T["in date"],
        EvidenceState.Expiring => T["expires soon"],
        EvidenceState.Expired => T["expired"],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Readers(Catalogue T, EvidenceReaders readers) =>
        readers == EvidenceReaders.Internal ? T["the department"] : T["the department, and reviewers who are let in"];

    public static string Size(Catalogue T, long bytes) =>
        bytes >= Megabyte ? T["{0} MB", T.Number((decimal)bytes / Megabyte, 1)]
            : T["{0} KB", T.Number(Math.Max(1, (decimal)bytes / Kilobyte), 0)];

    /// <summary>What stands above the room for somebody from outside.</summary>
    public static string Entry(Catalogue T, EvidenceList view) => view.Entry switch
    {
        null => T["Nothing is opened to you. Whoever asked you to come has to let you in."],
        { } entry when entry.IsOpen(view.Today) => T["You may read this until the end of {0}. Each file that you open is noted.", entry.LastOn],
        { EndedAt: null } entry when entry.FromOn > view.Today => T["The evidence room opens to you on {0}.", entry.FromOn],
        { } entry => T["Your entry has ended; its last day was to be {0}. Whoever asked you to come can let you in again.", entry.LastOn],
    };
}

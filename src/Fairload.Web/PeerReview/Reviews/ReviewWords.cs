using Fairload.Core.PeerReview.Reviews;

namespace Fairload.Web.PeerReview.Reviews;

/// <summary>Peer reviews in words.</summary>
internal static class ReviewWords
{
    public static string Of(Catalogue T, Review review) => T["Peer review with {0}", review.OtherCouncil];

    public static string Days(Catalogue T, Review review) =>
        review.FromOn == review.LastOn ? T.Date(review.FromOn) : T["{0} to {1}", review.FromOn, review.LastOn];

    public static string Source(Catalogue T, NoteSource source) => source switch
    {
        NoteSource.Interview => T["a talk with one person"],
        NoteSource.Group => T["a group"],
        NoteSource.Observation => T["something observed"],
        NoteSource.Document => T["a document"],
        NoteSource.Data => T["figures"],
        NoteSource.FileAudit => T["an audited case file"],
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <summary>What was looked at; what nobody counted is not told as nought.</summary>
    public static string Considered(Catalogue T, EvidenceConsidered looked)
    {
        var told = new[]
        {
            looked.Documents is { } documents ? T.Count(documents, "{0} document", "{0} documents") : null,
            looked.Data is { } data ? T.Count(data, "{0} set of figures", "{0} sets of figures") : null,
            looked.Interviews is { } talks ? T.Count(talks, "{0} talk or group", "{0} talks and groups") : null,
            looked.Observations is { } observed ? T.Count(observed, "{0} observation", "{0} observations") : null,
            looked.Files is { } files ? T.Count(files, "{0} case file", "{0} case files") : null,
        };
        return told.All(t => t is null) ? T["not counted"] : string.Join(", ", told.OfType<string>());
    }
}

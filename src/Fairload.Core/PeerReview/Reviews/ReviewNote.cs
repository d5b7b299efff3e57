using Fairload.Core.Workforce;

namespace Fairload.Core.PeerReview.Reviews;

/// <summary>Where a reviewer heard or saw something.</summary>
public enum NoteSource
{
    Interview,
    Group,
    Observation,
    Document,
    Data,
    FileAudit,
}

/// <summary>Something that a reviewer wrote down. It says what, and never who: a note that names somebody of staff is refused.</summary>
/// <param name="Line">Number of the line of enquiry; null for the whole review.</param>
/// <param name="People">How many were there; null for not known.</param>
public sealed record ReviewNote(
    Id<ReviewNote> Id, Id<Review> ReviewId, int? Line, NoteSource Source, int? People, string Says, DateOnly NotedOn)
{
    public const int MostText = 2000;
    public const int MostPeople = 2000;

    public static Result<ReviewNote> Take(
        Id<Review> review, int? line, NoteSource? source, int? people, string says, IReadOnlyList<string> staff, DateOnly today)
    {
        var (said, problems) = (says.Trim(), new List<Problem>());
        if (source is null) problems.Add(new("Source", $"Choose where it was heard or seen"));
        if (people is < 0 or > MostPeople)
            problems.Add(new("People", $"Enter how many were there, from 0 to {MostPeople}, or leave it empty where nobody counted"));
        if (said.Length is 0 or > MostText) problems.Add(new("Says", $"Enter what was said or seen, in {MostText} characters or fewer"));
        if (Attribution.Named(said, staff) is { } name)
            problems.Add(new("Says", $"This names {name}. Write what was said, and not who said it or of whom"));
        return problems.Count > 0 ? problems : new ReviewNote(Id<ReviewNote>.New(), review, line, source!.Value, people, said, today);
    }
}

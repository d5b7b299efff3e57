namespace Fairload.Core.PeerReview.Reviews;

/// <summary>What somebody says of a review.</summary>
/// <param name="OtherCouncil">Whose people come.</param>
/// <param name="Team">By role, such as: lead director, principal social worker, person with lived experience.</param>
/// <param name="About">What the council wants to learn.</param>
public sealed record ReviewSaid(string OtherCouncil, DateOnly? FromOn, DateOnly? LastOn, string Team, string About);

/// <summary>People of another council come as critical friends, for some days. It ends in strengths, areas to consider and a response,
/// never in a grade.</summary>
/// <remarks>Peer challenges of councils: about three days on site, evidence from several sources, nothing attributed, no rating.</remarks>
public sealed class Review
{
    public const int MostText = 2000;

    private Review() { }

    public Id<Review> Id { get; private init; }
    public string OtherCouncil { get; private set; } = "";
    public DateOnly FromOn { get; private set; }
    public DateOnly LastOn { get; private set; }
    public string Team { get; private set; } = "";
    public string About { get; private set; } = "";
    public string WrittenBy { get; private set; } = "";
    public DateOnly WrittenOn { get; private set; }
    public int Version { get; private set; }

    public static Result<Review> Plan(ReviewSaid said, string by, DateOnly today)
    {
        if (Wrong(said) is { Count: > 0 } problems) return problems;
        var review = new Review { Id = Id<Review>.New() };
        review.Take(said, by, today);
        return review;
    }

    /// <param name="seen">The version that the reader saw.</param>
    public Result<Review> Rewrite(ReviewSaid said, int seen, string by, DateOnly today)
    {
        if (seen != Version)
            return new Problem("", $"{WrittenBy} has changed this review meanwhile. Their words stand below; what you entered is still here and not saved");
        if (Wrong(said) is { Count: > 0 } problems) return problems;
        Take(said, by, today);
        return this;
    }

    private void Take(ReviewSaid said, string by, DateOnly today)
    {
        (OtherCouncil, Team, About) = (said.OtherCouncil.Trim(), said.Team.Trim(), said.About.Trim());
        (FromOn, LastOn) = (said.FromOn!.Value, said.LastOn!.Value);
        (WrittenBy, WrittenOn) = (by, today);
        Version++;
    }

    private static List<Problem> Wrong(ReviewSaid said)
    {
        var problems = new List<Problem>();
        if (said.OtherCouncil.Trim().Length is 0 or > 200)
            problems.Add(new("OtherCouncil", $"Enter which council comes, in 200 characters or fewer"));
        if (said.FromOn is null) problems.Add(new("FromOn", $"Enter the first day"));
        if (said.LastOn is null) problems.Add(new("LastOn", $"Enter the last day"));
        if (said.LastOn < said.FromOn) problems.Add(new("LastOn", $"The last day has to be the first day or later"));
        if (said.Team.Trim().Length is 0 or > MostText)
            problems.Add(new("Team", $"Enter who comes, by role, in {MostText} characters or fewer"));
        if (said.About.Trim().Length > MostText)
            problems.Add(new("About", $"Shorten what you want to learn to {MostText} characters or fewer"));
        return problems;
    }
}

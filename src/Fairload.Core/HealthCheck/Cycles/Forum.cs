using Fairload.Core.Workforce;

namespace Fairload.Core.HealthCheck.Cycles;

/// <summary>Who called people together.</summary>
public enum ForumHosts
{
    HumanResourcesAndUnion,
    HumanResources,
    Union,
    PrincipalSocialWorker,
    PeopleWhoUseServices,
}

/// <summary>A meeting in which people were asked what they make of what was found. Notes say what was said, never who said it.</summary>
/// <remarks>Surrey's health check of 2011 held forty-nine, run by human resources and the union together.</remarks>
public sealed class Forum
{
    public const int MostText = 4000;
    public const int MostPeople = 2000;

    private Forum() { }

    public Id<Forum> Id { get; private init; }
    public Id<Cycle> CycleId { get; private init; }
    public DateOnly HeldOn { get; private init; }
    public string Place { get; private init; } = "";
    public ForumHosts Hosts { get; private init; }

    /// <summary>How many came; null for not known.</summary>
    public int? People { get; private init; }
    public string Notes { get; private init; } = "";

    public static Result<Forum> Hold(
        Id<Cycle> cycle, DateOnly? on, string place, ForumHosts? hosts, int? people, string notes, IEnumerable<string> staff,
        DateOnly today)
    {
        var (said, problems) = (notes.Trim(), new List<Problem>());
        if (on is null) problems.Add(new("HeldOn", $"Enter the day on which it was held"));
        if (on > today) problems.Add(new("HeldOn", $"Enter a day that has been"));
        if (hosts is null) problems.Add(new("Hosts", $"Choose who called people together"));
        if (people is < 0 or > MostPeople)
            problems.Add(new("People", $"Enter how many came, from 0 to {MostPeople}, or leave it empty where nobody counted"));
        if (place.Trim().Length is 0 or > 200) problems.Add(new("Place", $"Enter where it was held, in 200 characters or fewer"));
        if (said.Length > MostText) problems.Add(new("Notes", $"Shorten the notes to {MostText} characters or fewer"));
        if (Attribution.Named(said, staff) is { } name)
        {
            problems.Add(new("Notes", $"This names {name}. Write what was said, and not who said it or of whom"));
        }

        if (problems.Count > 0) return problems;
        return new Forum
        {
            Id = Id<Forum>.New(),
            CycleId = cycle,
            HeldOn = on!.Value,
            Place = place.Trim(),
            Hosts = hosts!.Value,
            People = people,
            Notes = said,
        };
    }
}

using Fairload.Core.Surveys;

namespace Fairload.Core.HealthCheck.Frameworks;

/// <summary>What a part of one framework is in another.</summary>
public enum LinkKind
{
    Same,

    /// <summary>The same thing in other words.</summary>
    Reworded,

    /// <summary>The number stayed and what is meant changed: no figure is followed from one to the other.</summary>
    Changed,

    /// <summary>It holds a part of it.</summary>
    Part,
}

/// <summary>From one part to another, each as <c>framework/part</c>.</summary>
public sealed record CrosswalkLink(string From, string To, LinkKind Kind, Wording Note);

/// <summary>How the parts of the frameworks correspond.</summary>
public sealed record Crosswalk(IReadOnlyList<CrosswalkLink> Links)
{
    /// <summary>Refuses a link to or from a part that is not there, to itself, or without a note.</summary>
    public static Result<Crosswalk> Read(Crosswalk crosswalk, IReadOnlyList<Framework> frameworks)
    {
        var parts = frameworks.SelectMany(f => f.Parts, (f, p) => $"{f.Code}/{p.Code}").ToHashSet(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var link in crosswalk.Links)
        {
            foreach (var end in new[] { link.From, link.To }.Where(e => !parts.Contains(e)))
                problems.Add(new("Links", $"The crosswalk names {end}, and no framework has that part"));
            if (link.From == link.To || !link.Note.IsWhole)
                problems.Add(new("Links", $"The link from {link.From} to {link.To} leads to itself or has no note in both languages"));
        }

        return problems.Count > 0 ? problems : crosswalk;
    }

    /// <summary>All that a part corresponds to, in either direction, in the order of the file.</summary>
    public IReadOnlyList<(string Other, CrosswalkLink Link)> Of(string framework, string part)
    {
        var key = $"{framework}/{part}";
        return [.. Links.Where(l => l.From == key || l.To == key).Select(l => (l.From == key ? l.To : l.From, l))];
    }
}

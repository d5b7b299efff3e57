using Fairload.Core.Caseload;

namespace Fairload.Core.Allocation;

/// <summary>What it costs that somebody does not speak a language, holds nothing in an area, has no skill or goal of a kind of work, or
/// had most of the heavy cases: looked up once for each language, area and kind, and not for each case and person.</summary>
internal sealed class KindCosts(IReadOnlyList<PersonAsked> people, KindWeights kind)
{
    private readonly Dictionary<string, int[]> _languages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _localities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _types = new(StringComparer.Ordinal);
    private int[]? _heavy;

    /// <summary>Each with a number for every person, to be added up. Nothing that is the same for everybody.</summary>
    public IReadOnlyList<int[]> For(CaseAsked one)
    {
        var costs = new List<int[]>(4);
        if (kind.SpeaksLanguage > 0 && one is { LanguageIsMust: false, Language.Length: > 0 })
            costs.Add(Known(_languages, one.Language, p => p.Languages.Contains(one.Language) ? 0 : kind.SpeaksLanguage));
        if (kind.SameLocality > 0 && one.Locality.Length > 0)
            costs.Add(Known(_localities, one.Locality, p => p.Localities.Contains(one.Locality) ? 0 : kind.SameLocality));
        if (kind.HasSkill + kind.HasGoal > 0 && one.Wants.Count > 0)
        {
            costs.Add(Known(_types, CaseType.Plain(one.TypeCode), p =>
                (one.Wants.Any(p.Skills.Contains) ? 0 : kind.HasSkill) + (one.Wants.Any(p.Goals.Contains) ? 0 : kind.HasGoal)));
        }

        if (kind.FewHeavy > 0 && one.Tier == HeavyNewCases.Tier) costs.Add(_heavy ??= All(p => p.HadMostHeavy ? kind.FewHeavy : 0));
        return costs;
    }

    private int[] Known(Dictionary<string, int[]> known, string key, Func<PersonAsked, int> cost)
    {
        if (!known.TryGetValue(key, out var costs)) known[key] = costs = All(cost);
        return costs;
    }

    private int[] All(Func<PersonAsked, int> cost)
    {
        var costs = new int[people.Count];
        for (var i = 0; i < costs.Length; i++) costs[i] = cost(people[i]);
        return costs;
    }
}

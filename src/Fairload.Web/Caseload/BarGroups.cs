using Fairload.App.Caseload;
using Fairload.Core.Caseload;
using Fairload.Web.Charts;

namespace Fairload.Web.Caseload;

/// <summary>One ink of a bar and what it stands for.</summary>
internal sealed record BarGroup(char Ink, string Name);

/// <summary>
/// What the four inks of load bars stand for: the two types of case that weigh most among the people shown, all other types, and
/// what comes on top. More than four could not be told apart.
/// </summary>
/// <param name="HasRange">Some of the loads are provisional.</param>
/// <param name="Used">The inks that stand in any of the bars.</param>
internal sealed record BarGroups(IReadOnlyList<string> Heaviest, decimal Scale, bool HasRange, IReadOnlySet<char> Used)
{
    public static BarGroups Of(IEnumerable<WorkerLoad> loads)
    {
        var all = loads.ToList();
        var types = all.SelectMany(l => l.Parts).Where(p => p.Kind == LoadPart.Case).GroupBy(p => p.Code)
            .OrderByDescending(g => g.Sum(p => p.Points)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(2);
        var groups =
            new BarGroups([.. types], LoadBar.ScaleFor(all.SelectMany(l => new[] { l.Percent?.Value, l.HighPercent?.Value })),
            all.Any(l => l.Low < l.High), new HashSet<char>());
        return groups with { Used = all.SelectMany(l => l.Parts).Where(p => p.Points > 0).Select(groups.Ink).ToHashSet() };
    }

    public IReadOnlyList<BarGroup> Key(Catalogue T)
    {
        var named = Heaviest.Index().Select(type => new BarGroup((char)('a' + type.Index), CaseWords.Type(T, type.Item)));
        BarGroup[] all = [.. named, new('c', T["Other kinds of case"]), new('d', T["Travel, court and extra duties"])];
        return [.. all.Where(g => Used.Contains(g.Ink))];
    }

    /// <summary>Null where a load has no percentage: there is nothing to draw.</summary>
    public LoadBar? Bar(WorkerLoad load)
    {
        if (load.Capacity is not > 0) return null;
        var capacity = load.Capacity.Value;
        var parts = load.Parts.GroupBy(Ink).OrderBy(g => g.Key).Select(g => new BarPart(g.Key, g.Sum(p => p.Points) / capacity * 100));
        return new([.. parts], load.LowPercent?.Value, load.HighPercent?.Value, Scale);
    }

    private char Ink(LoadPart part)
    {
        if (part.Kind != LoadPart.Case) return 'd';
        return Heaviest.Index().Where(t => t.Item == part.Code).Select(t => (char)('a' + t.Index)).FirstOrDefault('c');
    }
}

/// <summary>A load as a bar with its figure in words: on the pages of a person and of a team.</summary>
internal sealed record LoadFigure(PersonLoad Person, BarGroups Groups);

namespace Fairload.Core.Surveys.Results;

/// <summary>A theme's score of a group as it is shown.</summary>
/// <param name="Score">Null at an end of the scale: see <see cref="Low"/> and <see cref="High"/>.</param>
/// <param name="Low">What is told: not under this, on the scale of the theme.</param>
/// <param name="High">What is told: not over this.</param>
/// <param name="Margin">Half the width of the interval of 95 in 100, whole and 1 or more, so that it never tells that all are alike; on the
/// scale of five in tenths.</param>
public sealed record ThemeFigure(SurveyTheme Theme, decimal? Score, decimal Low, decimal High, decimal Margin);

/// <summary>An item of a group as it is shown: shares by class or option.</summary>
public sealed record ItemFigure(SurveyItem Item, IReadOnlyList<ShownShare> Shares);

/// <summary>What may be shown of one group. What is not in the lists is hidden for its sake or that of others.</summary>
public sealed record GroupFigures(string Key, string Name, IReadOnlyList<ThemeFigure> Themes, IReadOnlyList<ItemFigure> Items);

/// <summary>From tallies to figures that may leave: the floor and the ends of each item and theme.</summary>
public sealed class RoundFigures
{
    private readonly Dictionary<string, GroupFigures> _of;

    private RoundFigures(Dictionary<string, GroupFigures> of) => _of = of;

    /// <summary>Null for a group that is not shown.</summary>
    public GroupFigures? Of(string key) => _of.GetValueOrDefault(key);

    public static RoundFigures From(TallyForm form, ResultGroup whole, int floor)
    {
        var (themes, items) = (new Dictionary<ResultGroup, List<ThemeFigure>>(ReferenceEqualityComparer.Instance),
            new Dictionary<ResultGroup, List<ItemFigure>>(ReferenceEqualityComparer.Instance));
        foreach (var (at, theme) in form.Asked.Themes.Index())
            foreach (var group in FiguresShown.Of(whole, Measure.Of(form, theme), floor)) Add(themes, group, Figure(theme, at, group));
        foreach (var (at, item) in form.Items.Index())
            foreach (var group in FiguresShown.Of(whole, Measure.Of(form, item), floor)) Add(items, group, Figure(item, at, group));
        return new(whole.All().Where(g => g.IsShown).ToDictionary(g => g.Key, g =>
            new GroupFigures(g.Key, g.Name, themes.GetValueOrDefault(g) ?? [], items.GetValueOrDefault(g) ?? [])));
    }

    private static void Add<T>(Dictionary<ResultGroup, List<T>> lists, ResultGroup group, T figure)
    {
        if (!lists.TryGetValue(group, out var list)) lists[group] = list = [];
        list.Add(figure);
    }

    private static ThemeFigure Figure(SurveyTheme theme, int at, ResultGroup group)
    {
        var (tally, (least, most)) = (group.Tally, Measure.Range(theme));
        var (people, digits) = (tally.Scored(at), theme.Scoring == ThemeScoring.Mean5 ? 1 : 0);
        var (mean, end) = (tally.Sum(at) / people, (most - least) * Ends.Of(people) / 100);
        var margin = Margin(tally, at, people, group.Asked, digits);
        if (mean <= least + end) return new(theme, null, least, least + end, margin);
        if (mean >= most - end) return new(theme, null, most - end, most, margin);
        var score = Math.Round(mean, digits, MidpointRounding.AwayFromZero);
        return new(theme, score, score, score, margin);
    }

    private static decimal Margin(Tally tally, int at, int people, int? asked, int digits)
    {
        var unit = digits == 0 ? 1m : 0.1m;
        // More ballots than people asked: somebody named another unit than the list does. Then nobody is known to be silent.
        var population = asked is { } all ? Math.Max(all, people) : (int?)null;
        var margin = StatisticsOfShares.MarginOfMean(tally.Variance(at) ?? 0, people, population);
        return Math.Max(unit, Math.Round(margin, digits, MidpointRounding.AwayFromZero));
    }

    private static ItemFigure Figure(SurveyItem item, int at, ResultGroup group)
    {
        var shares = new List<ShownShare>();
        foreach (var count in group.Tally.Counts(at)) shares.Add(ShownShare.Of(count, group.Tally.Answered(at)));
        return new(item, shares);
    }
}

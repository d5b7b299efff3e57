using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Tests.Surveys.Results;

public sealed class Figures_of_a_round
{
    private const int Floor = 3;

    /// <summary>Which units are in which group.</summary>
    private static readonly Dictionary<string, int[]> Groups = new()
    {
        ["whole"] = [0, 1, 2, 3],
        ["service 1"] = [0, 1],
        ["service 2"] = [2, 3],
        ["unit 1"] = [0],
        ["unit 2"] = [1],
        ["unit 3"] = [2],
        ["unit 4"] = [3],
    };

    /// <summary>Somebody who knows how many answered in each group tries all answers that could be, and keeps those that would show the
    /// same. Where in all of them everybody of a group said the same, or nobody agreed, it is known.</summary>
    [Fact]
    public void Never_tell_that_all_of_a_group_answered_the_same()
    {
        var (random, alike, hidden) = (new Random(4), 0, 0);
        for (var round = 0; round < 60; round++)
        {
            var truth = Enumerable.Range(0, 4).Select(_ => Answers(random)).ToList();
            var council = MadeUpAnswers.Council(truth);
            var shown = Shown(council);
            if (council.All().Count() > shown.Count) hidden++;
            if (truth.Any(IsAlike)) alike++;

            var known = Groups.ToDictionary(g => g.Key, _ => true);
            var noneAgrees = Groups.ToDictionary(g => g.Key, _ => true);
            foreach (var other in All([.. truth.Select(t => t.Sum())]))
            {
                if (!shown.All(s => s.Value.SequenceEqual(Shares(Sum(other, Groups[s.Key]))))) continue;
                foreach (var (group, units) in Groups) known[group] &= IsAlike(Sum(other, units));
                foreach (var (group, units) in Groups) noneAgrees[group] &= Sum(other, units)[AnswerClasses.Favourable] == 0;
            }

            Assert.DoesNotContain(true, known.Values);
            Assert.DoesNotContain(true, noneAgrees.Values);
        }

        Assert.True(alike > 30 && hidden is > 5 and < 60, $"{alike} with a group that is alike, {hidden} with something hidden");
    }

    /// <summary>Found by an attack over two rounds: 4 of the service agree and 4 of one of its units, so nobody of the
    /// other, nor of any few of its people.</summary>
    [Fact]
    public void Never_tell_that_nobody_of_a_group_agreed()
    {
        var figures = Shown(MadeUpAnswers.Council([[6, 6, 0], [4, 4, 4], [4, 4, 4], [3, 3, 6]]));
        Assert.Equal(["service 1", "service 2", "unit 3", "unit 4", "whole"], figures.Keys.Order());
    }

    [Fact]
    public void Are_hidden_where_too_few_answered_the_item_and_so_is_what_would_give_them_away()
    {
        // Service 1 has units of 2 and 5 answers: the small one is hidden, and the other with it, or their difference would tell it.
        var shown = Shown(MadeUpAnswers.Council([[1, 1, 0], [2, 2, 1], [3, 2, 1], [2, 3, 2]]));
        Assert.Equal(["service 1", "service 2", "unit 3", "unit 4", "whole"], shown.Keys.Order());
    }

    [Fact]
    public void Tell_no_share_near_its_end_apart()
    {
        var figures = RoundFigures.From(MadeUpAnswers.Form, MadeUpAnswers.Council([[1, 1, 20], [6, 5, 1], [4, 4, 4], [5, 3, 4]]), Floor);
        var (first, second) = (figures.Of("unit 1")!.Items[0].Shares, figures.Of("unit 2")!.Items[0].Shares);
        Assert.Equal([new(null, 10, false), new(null, 10, false), new(null, 10, true)], first);
        Assert.Equal([new(50, 10, false), new(42, 10, false), new(null, 10, false)], second);
    }

    [Fact]
    public void Have_scores_of_themes_with_a_margin_that_never_says_that_all_are_alike()
    {
        var figures = RoundFigures.From(MadeUpAnswers.Form, MadeUpAnswers.Council([[0, 12, 0], [6, 0, 6], [4, 4, 4], [5, 3, 4]]), Floor);
        Assert.Equal((50m, 1m), (figures.Of("unit 1")!.Themes[0].Score, figures.Of("unit 1")!.Themes[0].Margin));
        // 12 of 13, half at either end: 1.96 x sqrt(2727.27 / 12) x sqrt(1 / 12) = 8.53.
        Assert.Equal((50m, 9m), (figures.Of("unit 2")!.Themes[0].Score, figures.Of("unit 2")!.Themes[0].Margin));
    }

    [Fact]
    public void Add_up_from_units_to_services_as_if_counted_at_once()
    {
        var (one, other) = (MadeUpAnswers.Answered([3, 1, 2]), MadeUpAnswers.Answered([0, 4, 9]));
        one.Add(other);
        Assert.Equal(Counts(new("", "", MadeUpAnswers.Answered([3, 5, 11]), 19, true, [])), Counts(new("", "", one, 19, true, [])));
        Assert.Equal(19, one.People);
    }

    private static Dictionary<string, IReadOnlyList<ShownShare>> Shown(ResultGroup council)
    {
        var figures = RoundFigures.From(MadeUpAnswers.Form, council, Floor);
        return council.All().Select(g => figures.Of(g.Key)!).Where(f => f.Items.Count > 0).ToDictionary(f => f.Key, f => f.Items[0].Shares);
    }

    /// <summary>By hand: what would be shown of a group if it were.</summary>
    private static IEnumerable<ShownShare> Shares(int[] counts)
    {
        var people = counts.Sum();
        var end = Math.Max(10, (100 + people - 1) / people);
        foreach (var count in counts)
        {
            var share = 100m * count / people;
            yield return share <= end ? new(null, end, false) : share >= 100 - end ? new(null, end, true)
                : new ShownShare((int)Math.Round(share, MidpointRounding.AwayFromZero), end, false);
        }
    }

    private static int[] Sum(IReadOnlyList<int[]> units, int[] of) =>
        [of.Sum(u => units[u][0]), of.Sum(u => units[u][1]), of.Sum(u => units[u][2])];

    private static int[] Counts(ResultGroup group) => group.Tally.ClassesOf(MadeUpAnswers.Form.Items[0]).ToArray();

    private static bool IsAlike(int[] counts) => counts.Count(c => c > 0) == 1;

    private static int[] Answers(Random random)
    {
        var people = random.Next(2, 5);
        if (random.Next(2) == 0) return random.Next(3) switch { 0 => [people, 0, 0], 1 => [0, people, 0], _ => [0, 0, people] };
        var (one, two) = (random.Next(people + 1), random.Next(people + 1));
        return [Math.Min(one, two), Math.Abs(one - two), people - Math.Max(one, two)];
    }

    private static IEnumerable<IReadOnlyList<int[]>> All(int[] people)
    {
        if (people.Length == 0) return [[]];
        var first = (from a in Enumerable.Range(0, people[0] + 1) from b in Enumerable.Range(0, people[0] - a + 1) select new[] { a, b, people[0] - a - b }).ToList();
        return All(people[1..]).SelectMany(rest => first, (rest, one) => (IReadOnlyList<int[]>)[one, .. rest]);
    }
}

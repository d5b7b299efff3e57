using Fairload.Core.Caseload.Calibration;

namespace Fairload.Core.Tests.Caseload.Calibration;

public sealed class Agreement_beyond_chance
{
    /// <summary>Anxiety ratings of 20 subjects, artificial data of the R package irr (Gamer, Lemon, Fellows, Singh), which gives 0.297 for
    /// the first two raters with squared weights.</summary>
    [Fact]
    public void Is_what_a_published_example_says()
    {
        int[] one = [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3];
        int[] other = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];

        Assert.Equal(0.297, Agreement.Kappa(one, other)!.Value, 3);
    }

    /// <summary>Values of the tests of Hamner's Metrics, which are public.</summary>
    [Theory]
    [InlineData("1 2 1", "1 2 2", 0.4)]
    [InlineData("1 2 3 1 2 3", "1 2 3 1 3 2", 0.75)]
    [InlineData("1 3 5", "2 4 6", 0.8421052631578947)]
    [InlineData("1 3 3 5", "2 4 5 6", 0.6956521739130435)]
    public void Is_what_others_work_out(string one, string other, double expected) =>
        Assert.Equal(expected, Agreement.Kappa(Read(one), Read(other))!.Value, 12);

    [Fact]
    public void Is_what_the_table_of_the_textbooks_gives_for_any_two_people()
    {
        var random = new Random(21);
        for (var n = 0; n < 2_000; n++)
        {
            var (one, other) = (Any(random, 9), Any(random, 9));
            var expected = ByTable(one, other);
            var found = Agreement.Kappa(one, other);
            Assert.Equal(expected is null, found is null);
            if (expected is { } known) Assert.Equal(known, found!.Value, 10);
        }
    }

    [Fact]
    public void Is_1_where_two_give_the_same_and_never_more_and_the_same_from_either_side()
    {
        var random = new Random(22);
        for (var n = 0; n < 500; n++)
        {
            var (one, other) = (Any(random, 8), Any(random, 8));
            if (Agreement.Kappa(one, one) is { } self) Assert.Equal(1, self);
            Assert.Equal(Agreement.Kappa(one, other), Agreement.Kappa(other, one));
            Assert.True(Agreement.Kappa(one, other) is null or <= 1);
        }
    }

    [Fact]
    public void Is_not_defined_where_both_gave_everything_the_same_value() => Assert.Null(Agreement.Kappa([2, 2, 2], [2, 2, 2]));

    [Fact]
    public void Of_a_group_is_the_mean_over_the_pairs_that_have_one()
    {
        var random = new Random(23);
        for (var n = 0; n < 300; n++)
        {
            var people = Enumerable.Range(0, random.Next(2, 7)).Select(_ => Any(random, 5)).ToList();
            var pairs = (from i in Enumerable.Range(0, people.Count)
                         from j in Enumerable.Range(0, people.Count)
                         where i < j
                         select ByTable(people[i], people[j])).ToList();
            var group = Agreement.Among(people);
            Assert.Equal((pairs.Count, pairs.Count(p => p is null)), (group.Pairs, group.NotDefined));
            if (pairs.Any(p => p is not null)) Assert.Equal(pairs.OfType<double>().Average(), group.Kappa!.Value, 10);
            else Assert.Null(group.Kappa);
        }
    }

    [Fact]
    public void Refuses_people_who_did_not_judge_the_same()
    {
        Assert.Throws<ArgumentException>(() => Agreement.Kappa([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => Agreement.Kappa([], []));
    }

    /// <summary>Observed and expected proportions with quadratic weights of agreement, as the textbooks write it.</summary>
    private static double? ByTable(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        var (seen, chance) = (0.0, 0.0);
        for (var i = 1; i <= 3; i++)
        {
            for (var j = 1; j <= 3; j++)
            {
                var weight = 1 - ((i - j) * (i - j) / 4.0);
                seen += weight * one.Zip(other).Count(p => p == (i, j)) / one.Count;
                chance += weight * one.Count(v => v == i) / one.Count * other.Count(v => v == j) / one.Count;
            }
        }

        return Math.Abs(1 - chance) < 1e-12 ? null : (seen - chance) / (1 - chance);
    }

    private static int[] Any(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(1, 4))];

    private static int[] Read(string values) => [.. values.Split(' ').Select(int.Parse)];
}

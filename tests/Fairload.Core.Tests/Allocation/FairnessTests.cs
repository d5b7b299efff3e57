using Fairload.Core.Allocation;

namespace Fairload.Core.Tests.Allocation;

public sealed class Fairness_in_one_number
{
    [Fact]
    public void Is_whole_where_everybody_has_the_same_share() =>
        Assert.Equal(new Fairness(1, 0, 14), Fairness.Of([new(10, 10), new(4, 4)]));

    [Fact]
    public void Is_whole_where_nobody_holds_anything() => Assert.Equal(new Fairness(1, 0, 0), Fairness.Of([new(0, 10), new(0, 4)]));

    [Fact]
    public void Is_what_a_hand_works_out()
    {
        // Two with room for 1: one holds 1, one nothing. Jain 1/(2×1), Gini (1+1)/(2×4×½), Phi 1.
        Assert.Equal(new Fairness(0.5, 0.5, 1), Fairness.Of([new(1, 1), new(0, 1)]));
        // Room 1 and 3, loads 1 and 1: x is 1 and 1/3. Jain 4/(4×4/3), Gini (2×1×3×2/3)/(2×16×½), Phi 4/3.
        var fairness = Fairness.Of([new(1, 1), new(1, 3)]);
        Assert.Equal(0.75, fairness.Jain, 12);
        Assert.Equal(0.25, fairness.Gini, 12);
        Assert.Equal(4.0 / 3, fairness.Phi, 12);
    }

    [Fact]
    public void Agrees_with_looking_at_every_pair()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var shares = Enumerable.Range(0, random.Next(1, 30)).Select(_ => new Share(random.Next(1, 500), random.Next(1, 100))).ToList();
            double capacity = shares.Sum(s => s.Capacity), load = shares.Sum(s => s.Load);
            var pairs = shares.SelectMany(_ => shares, (a, b) => a.Capacity * b.Capacity * Math.Abs(a.Value - b.Value)).Sum();
            var squares = shares.Sum(s => s.Capacity * s.Value * s.Value);
            var fairness = Fairness.Of(shares);
            Assert.Equal(pairs / (2 * capacity * capacity * (load / capacity)), fairness.Gini, 9);
            Assert.Equal(load * load / (capacity * squares), fairness.Jain, 9);
            Assert.Equal(squares, fairness.Phi, 1e-9 * squares);
        }
    }

    [Fact]
    public void Counts_one_person_as_two_with_half_the_room_and_half_the_load()
    {
        var (one, two) = (Fairness.Of([new(8, 10), new(3, 10)]), Fairness.Of([new(4, 5), new(4, 5), new(3, 10)]));
        Assert.Equal(one.Gini, two.Gini, 12);
        Assert.Equal(one.Jain, two.Jain, 12);
        Assert.Equal(one.Phi, two.Phi, 12);
    }
}

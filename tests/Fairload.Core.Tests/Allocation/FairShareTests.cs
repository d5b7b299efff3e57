using System.Numerics;
using Fairload.Core.Allocation;

namespace Fairload.Core.Tests.Allocation;

public sealed class A_fair_sharing
{
    private const int Compared = 4_000;
    private const int Checked = 20_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Is_as_good_as_trying_everything(bool withTolerance)
    {
        for (var seed = 0; seed < Compared; seed++)
        {
            var question = SmallCouncils.From(seed, seed % 20 == 0 ? 7 : 5, withTolerance);
            var (best, shared) = (ByHand.Of(question), Solve(question));
            Assert.True(shared.IsExact, $"{seed}: not exact");
            Assert.True(best.Risk == shared.RiskPlaced, $"{seed}: risk {shared.RiskPlaced} instead of {best.Risk}");
            Assert.True(best.Cost == shared.Cost, $"{seed}: cost {shared.Cost} instead of {best.Cost}");
            if (withTolerance) Assert.True(ByHand.IsWithin([.. shared.Shares], best.Shares, question.Tolerance), $"{seed}: not fair");
            else Assert.True(best.Shares.SequenceEqual(shared.Shares), $"{seed}: {Text(shared.Shares)} instead of {Text(best.Shares)}");
        }
    }

    [Fact]
    public void Says_of_itself_what_is_true()
    {
        for (var seed = 0; seed < Checked; seed++)
        {
            var question = SmallCouncils.From(seed, withTolerance: seed % 2 == 0);
            foreach (var effort in new[] { new Effort(0), new Effort(seed % 300), Effort.Usual })
            {
                var shared = Solve(question, effort);
                Assert.True(ByHand.Broken(question, shared.Chosen).AreKept, $"{seed}: a rule is broken");
                Assert.Equal(ByHand.Risk(question, shared.Chosen), shared.RiskPlaced);
                Assert.Equal(ByHand.Cost(question, shared.Chosen), shared.Cost);
                Assert.Equal(ByHand.Moves(question, shared.Chosen), shared.Moves);
                Assert.Equal(ByHand.Shares(question, shared.Chosen), shared.Shares);
                Assert.True(shared.RiskPlaced <= shared.RiskBound, $"{seed}: more placed than can be");
            }
        }
    }

    [Fact]
    public void Is_tested_where_each_rule_binds_and_not_everything_can_be_placed()
    {
        var (ceiling, mostNew, mostMoves, notAll) = (0, 0, 0, 0);
        for (var seed = 0; seed < Checked; seed++)
        {
            var question = SmallCouncils.From(seed);
            if (Differs(question, q => q with { Holders = [.. q.Holders.Select(h => h with { Ceiling = long.MaxValue })] })) ceiling++;
            if (Differs(question, q => q with { Holders = [.. q.Holders.Select(h => h with { MostNew = int.MaxValue })] })) mostNew++;
            if (Differs(question, q => q with { MostMoves = int.MaxValue })) mostMoves++;
            if (Solve(question) is var s && s.Chosen.Contains(-1)) notAll++;
        }

        Assert.True(ceiling >= Checked / 10, $"ceilings bind in {ceiling}");
        Assert.True(mostNew >= Checked / 10, $"limits of new items bind in {mostNew}");
        Assert.True(mostMoves >= Checked / 10, $"limits of moves bind in {mostMoves}");
        Assert.True(notAll >= Checked / 5, $"not all is placed in {notAll}");
    }

    [Fact]
    public void Is_never_under_its_bounds_whoever_shares_out_the_same_items()
    {
        for (var seed = 0; seed < Compared; seed++)
        {
            var question = SmallCouncils.From(seed, 5);
            var shared = Solve(question, new(0));
            var capacities = question.Holders.Select(h => h.Capacity).ToList();
            var denominator = shared.PerfectShares.Select(s => s.Capacity).Concat(capacities)
                .Aggregate(BigInteger.One, (a, b) => a / BigInteger.GreatestCommonDivisor(a, b) * b);
            var blocks = shared.Blocks.SelectMany(b => b.Holders, (b, i) => (b.Share, Capacity: capacities[i])).ToList();
            var bound = ByHand.OnMostLoaded(blocks.Select(b => b.Share), [.. blocks.Select(b => b.Capacity)], denominator);
            var placed = shared.Chosen.Select(o => o >= 0).ToList();
            var loads = 0L;
            foreach (var chosen in ByHand.All(question))
            {
                Assert.True(ByHand.Risk(question, chosen) <= shared.RiskBound, $"{seed}: risk over its bound");
                if (!chosen.Select(o => o >= 0).SequenceEqual(placed)) continue;
                var sorted = ByHand.Loads(question, chosen).Select((l, i) => new Share(l, capacities[i])).OrderDescending().ToList();
                var sums = ByHand.OnMostLoaded(sorted, [.. sorted.Select(s => s.Capacity)], denominator);
                for (var c = 0; c < sums.Length; c++) Assert.True(bound[c] <= sums[c], $"{seed}: bound over an answer at {c}");
                Assert.True(shared.PerfectShares[0] <= sorted[0]);
                loads++;
            }

            Assert.True(loads > 0);
        }
    }

    [Fact]
    public void Is_never_under_the_heaviest_that_so_few_moves_can_reach()
    {
        var binds = 0;
        for (var seed = 0; seed < Compared; seed++)
        {
            var question = SmallCouncils.From(seed, 5) with { MostMoves = seed % 3 };
            var shared = Solve(question, new(0));
            var placed = shared.Chosen.Select(o => o >= 0).ToList();
            var least = ByHand.All(question).Where(c => c.Select(o => o >= 0).SequenceEqual(placed)).Min(Heaviest);
            Assert.True(shared.PerfectShares[0] <= least, $"{seed}: {shared.PerfectShares[0].Value} over {least.Value}");
            if (shared.Blocks[0].Share < shared.PerfectShares[0]) binds++;

            Share Heaviest(IReadOnlyList<int> chosen) =>
                ByHand.Loads(question, chosen).Select((l, i) => new Share(l, question.Holders[i].Capacity)).Max();
        }

        Assert.True(binds > Compared / 20, $"the limit makes a difference in {binds} only");
    }

    [Fact]
    public void Is_the_same_from_the_same_seed_and_when_replayed_by_its_steps()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var question = SmallCouncils.From(seed);
            var one = Solve(question, new(seed));
            Assert.Equal(one.Chosen, Solve(question, new(seed)).Chosen);
            Assert.Equal(one.Chosen, Solve(question, new(one.Steps)).Chosen);
        }
    }

    [Fact]
    public void Is_as_fair_when_people_and_cases_come_in_another_order_or_points_are_counted_in_other_grains()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var question = SmallCouncils.From(seed);
            var shares = Solve(question).Shares;
            Assert.Equal(shares, Solve(Mixed(question, new Random(seed))).Shares);
            Assert.Equal(shares, Solve(Finer(question, 1 + (seed % 12_345))).Shares);
        }
    }

    private static Sharing Mixed(Sharing question, Random random)
    {
        var people = Enumerable.Range(0, question.Holders.Count).ToArray();
        random.Shuffle(people);
        var items = question.Items.Select(i =>
        {
            var order = Enumerable.Range(0, i.Options.Count).ToArray();
            random.Shuffle(order);
            var options = order.Select(o => i.Options[o]).Select(o =>
                o with { Holder = Array.IndexOf(people, o.Holder), With = o.With < 0 ? -1 : Array.IndexOf(people, o.With) });
            return new Item([.. options], i.Risk, Array.IndexOf(order, i.Now));
        }).ToArray();
        random.Shuffle(items);
        return question with { Holders = [.. people.Select(p => question.Holders[p])], Items = items };
    }

    private static Sharing Finer(Sharing question, long times) => question with
    {
        Holders = [.. question.Holders.Select(h => h with
        {
            Capacity = h.Capacity * times,
            Committed = h.Committed * times,
            Ceiling = h.Ceiling * times,
        })],
        Items = [.. question.Items.Select(i => i with
        {
            Options = [.. i.Options.Select(o => o with { Points = o.Points * times, WithPoints = o.WithPoints * times })],
        })],
    };

    private static bool Differs(Sharing question, Func<Sharing, Sharing> without)
    {
        var (one, other) = (Solve(question), Solve(without(question)));
        return one.RiskPlaced != other.RiskPlaced || one.Cost != other.Cost || !one.Shares.SequenceEqual(other.Shares);
    }

    private static Shared Solve(Sharing question) => Solve(question, Effort.Usual);

    private static Shared Solve(Sharing question, Effort effort) => FairShare.Solve(question, 1, effort, CancellationToken.None);

    private static string Text(IEnumerable<Share> shares) => string.Join(' ', shares.Select(s => $"{s.Load}/{s.Capacity}"));
}

using Fairload.Core.Allocation;

namespace Fairload.Core.Tests.Allocation;

public sealed class A_whole_council
{
    private static readonly Effort Short = new(3_000_000);

    [Fact]
    public void Is_shared_near_to_perfectly()
    {
        var shared = Solve(new MadeUpSharing(20_000, 1_000).From(1), Effort.Usual);
        Assert.DoesNotContain(-1, shared.Chosen);
        Assert.True(shared.Gap <= 0.001, $"gap {shared.Gap}");
        Assert.True(shared.Blocks.Count >= 50, $"only {shared.Blocks.Count} blocks");
    }

    [Fact]
    public void Keeps_every_rule_where_they_bind()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var question = new MadeUpSharing(600, 40, Standing: 0.6, Ceiling: 0.95, Joint: 0.2, Anywhere: seed % 2 == 0).From(seed);
            question = question with
            {
                Holders = [.. question.Holders.Select((h, i) => i % 3 == 0 ? h with { MostNew = 4 } : h)],
                MostMoves = 25,
                Tolerance = seed % 4 == 0 ? 0.01 : 0,
            };
            var shared = Solve(question, Effort.Usual);
            Assert.True(ByHand.Broken(question, shared.Chosen).AreKept, $"{seed}: a rule is broken");
            Assert.Equal(ByHand.Shares(question, shared.Chosen), shared.Shares);
            Assert.Equal(ByHand.Cost(question, shared.Chosen), shared.Cost);
            Assert.Contains(-1, shared.Chosen);
            Assert.InRange(shared.Moves, 1, 25);
            Assert.True(shared.RiskPlaced <= shared.RiskBound, $"{seed}: {shared.RiskPlaced} of at most {shared.RiskBound}");
            Assert.True(shared.RiskPlaced >= 0.6 * shared.RiskBound, $"{seed}: {shared.RiskPlaced} of at most {shared.RiskBound}");
            Assert.True(shared.GapOfHeaviest >= 0 && shared.Gap >= shared.GapOfHeaviest);
        }
    }

    [Fact]
    public void With_few_moves_is_near_to_what_few_moves_can_do()
    {
        var question = new MadeUpSharing(2_000, 100, Standing: 0.85).From(9);
        var (few, free) = (Solve(question with { MostMoves = 20 }, Effort.Usual), Solve(question, Effort.Usual));
        Assert.InRange(few.Moves, 1, 20);
        Assert.True(few.PerfectShares[0].Value > 1.02 * free.PerfectShares[0].Value, "the limit does not bind");
        Assert.True(few.PerfectShares[0] <= few.Shares[0]);
        Assert.True(few.Gap < 0.005, $"gap {few.Gap}, of the heaviest {few.GapOfHeaviest}");
    }

    [Fact]
    public void Gets_kinder_with_a_tolerance_and_stays_within_it()
    {
        var question = new MadeUpSharing(600, 40).From(5);
        var (strict, mild) = (Solve(question, Effort.Usual), Solve(question with { Tolerance = 0.01 }, Effort.Usual));
        Assert.True(mild.Cost < strict.Cost);
        Assert.True(ByHand.IsWithin([.. mild.Shares], [.. strict.Shares], 0.0101));
    }

    [Fact]
    public void Is_the_same_when_replayed_by_its_steps()
    {
        var question = new MadeUpSharing(1_000, 60, Standing: 0.5, Joint: 0.1, Ceiling: 1).From(3);
        foreach (var steps in new[] { 0, 1, 10_000, 400_000, 2_000_000 })
        {
            var one = Solve(question, new(steps));
            Assert.Equal(one.Chosen, Solve(question, new(one.Steps)).Chosen);
        }
    }

    [Fact]
    public void Ends_when_told_to_with_a_legal_answer()
    {
        var question = new MadeUpSharing(1_000, 60, Ceiling: 1).From(4);
        var shared = FairShare.Solve(question, 1, Effort.Usual, new CancellationToken(canceled: true));
        Assert.True(ByHand.Broken(question, shared.Chosen).AreKept);
        Assert.Equal(shared.Chosen, Solve(question, new(shared.Steps)).Chosen);
    }

    [Fact]
    public void Has_the_same_proof_however_large_its_numbers_are()
    {
        const long Times = 20_000_000;
        var question = new MadeUpSharing(300, 20, Ceiling: 1.2).From(6);
        var larger = question with
        {
            Holders = [.. question.Holders.Select(h =>
                h with { Capacity = h.Capacity * Times, Committed = h.Committed * Times, Ceiling = h.Ceiling * Times })],
            Items = [.. question.Items.Select(i => i with { Options = [.. i.Options.Select(o => o with { Points = o.Points * Times })] })],
        };
        var (one, other) = (Solve(question, new(0)), Solve(larger, new(0)));
        Assert.Equal(one.Chosen, other.Chosen);
        Assert.Equal(one.PerfectShares, other.PerfectShares);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Is_as_fair_within_a_hair_in_another_order_and_with_three_times_the_points(bool anywhere)
    {
        var question = new MadeUpSharing(4_000, 200, Anywhere: anywhere).From(8);
        var random = new Random(8);
        var (people, items) = (Enumerable.Range(0, 200).ToArray(), question.Items.ToArray());
        random.Shuffle(people);
        random.Shuffle(items);
        var at = new int[people.Length];
        foreach (var (place, person) in people.Index()) at[person] = place;
        var copy = new Sharing(
            [.. people.Select(p => question.Holders[p]).Select(h =>
                h with { Capacity = h.Capacity * 3, Committed = h.Committed * 3, Ceiling = h.Ceiling * 3 })],
            [.. items.Select(i => i with { Options = [.. i.Options.Select(Other)] })]);
        var (one, other) = (Solve(question, Effort.Usual), Solve(copy, Effort.Usual));
        Assert.Equal(one.PerfectShares, other.PerfectShares);
        Assert.Equal(one.RiskPlaced, other.RiskPlaced);
        Assert.InRange(Math.Abs(one.Gap - other.Gap), 0, 0.001);
        Assert.All(one.Shares.Zip(other.Shares), s => Assert.InRange(s.First.Value / s.Second.Value, 0.99, 1.01));

        Option Other(Option option) => option with { Holder = at[option.Holder], Points = option.Points * 3 };
    }

    [Fact]
    public void Names_every_placed_case_and_every_person_once_in_its_blocks()
    {
        var question = new MadeUpSharing(1_000, 60, Ceiling: 0.9).From(7);
        var shared = Solve(question, Short);
        Assert.Equal(Enumerable.Range(0, 60), shared.Blocks.SelectMany(b => b.Holders).Order());
        Assert.Equal(Enumerable.Range(0, 1_000).Where(j => shared.Chosen[j] >= 0), shared.Blocks.SelectMany(b => b.Items).Order());
        foreach (var block in shared.Blocks)
        {
            // Whoever could also take the work stands no lighter, or at their ceiling: that is what the block says.
            foreach (var other in shared.Blocks.Where(b => b.Share < block.Share))
            {
                var could = block.Items.SelectMany(j => question.Items[j].Options).Select(o => o.Holder).Intersect(other.Holders);
                Assert.All(could, i => Assert.Equal(new Share(question.Holders[i].Ceiling, question.Holders[i].Capacity), other.Share));
            }
        }
    }

    private static Shared Solve(Sharing question, Effort effort) => FairShare.Solve(question, 1, effort, CancellationToken.None);
}

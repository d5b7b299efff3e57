using Fairload.Core.Allocation;

namespace Fairload.Core.Tests.Allocation;

public sealed class Moves_against_fairness
{
    [Fact]
    public void Begins_with_no_moves_and_buys_evenness_with_each_point()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var question = SmallCouncils.From(seed);
            var points = Of(question);
            Assert.Equal(0, points[0].Moves);
            foreach (var (one, next) in points.Zip(points.Skip(1)))
            {
                Assert.True(one.Moves < next.Moves, $"{seed}: no more moves");
                Assert.True(one.Fairness.Phi > next.Fairness.Phi, $"{seed}: no more even");
            }

            foreach (var point in points)
            {
                Assert.True(ByHand.Broken(question, point.Chosen).AreKept, $"{seed}: a rule is broken");
                Assert.Equal(ByHand.Moves(question, point.Chosen), point.Moves);
                Assert.Equal(ByHand.Shares(question, point.Chosen), point.Shares);
                Assert.Equal(points[0].Chosen.Select(o => o < 0), point.Chosen.Select(o => o < 0));
            }
        }
    }

    [Fact]
    public void Gets_near_perfect_sharing_where_moves_are_many()
    {
        var question = new MadeUpSharing(600, 30, Standing: 1).From(1);
        var points = Of(question);
        var solved = FairShare.Solve(question, 1, Effort.Usual, CancellationToken.None);
        Assert.True(points[^1].Shares[0].Value < solved.PerfectShares[0].Value * 1.01);
        Assert.True(points[^1].Moves < 600);
    }

    [Theory]
    [InlineData(1, 0.9, 100)]
    [InlineData(2, 0.9, 2)]
    [InlineData(3, 0.5, 1.1)]
    public void Is_never_better_than_a_sharing_that_may_move_as_many(int seed, double standing, double ceiling)
    {
        var question = new MadeUpSharing(300, 20, Standing: standing, Ceiling: ceiling).From(seed);
        foreach (var point in Of(question).Where(p => p.Moves is 1 or 4 or 10 or 31))
        {
            var shared = FairShare.Solve(question with { MostMoves = point.Moves }, 1, Effort.Usual, CancellationToken.None);
            Assert.InRange(shared.Moves, 0, point.Moves);
            Assert.True(shared.RiskPlaced >= ByHand.Risk(question, point.Chosen), $"{point.Moves} moves place less");
            if (shared.RiskPlaced > ByHand.Risk(question, point.Chosen)) continue;
            var first = shared.Shares.Zip(point.Shares).FirstOrDefault(s => s.First != s.Second);
            Assert.True(first.First <= first.Second, $"{point.Moves} moves: {first.First.Value} over {first.Second.Value}");
        }
    }

    private static IReadOnlyList<FrontierPoint> Of(Sharing question) => Frontier.Of(question, 1, Effort.Usual, CancellationToken.None);
}

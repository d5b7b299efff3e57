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

    private static IReadOnlyList<FrontierPoint> Of(Sharing question) => Frontier.Of(question, 1, Effort.Usual, CancellationToken.None);
}

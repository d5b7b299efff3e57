using Fairload.Core.Allocation.Assignment;

namespace Fairload.Core.Tests.Allocation.Assignment;

public sealed class Giving_jobs_to_agents
{
    [Fact]
    public void Finds_what_trying_everything_finds()
    {
        var wrong = new List<int>();
        for (var seed = 0; seed < 150; seed++)
        {
            var asked = SmallAssignments.Any(seed);
            var answer = AssignmentSolver.Solve(asked, seed, 1, SmallAssignments.Looks(800));
            var found = answer.AgentOfJob is null ? (long?)null : answer.Cost;
            if (found != SmallAssignments.Optimum(asked)) wrong.Add(seed);
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Never_proves_more_than_is_true()
    {
        for (var seed = 1000; seed < 5000; seed++)
        {
            var asked = SmallAssignments.Any(seed);
            if (SmallAssignments.Optimum(asked) is not { } optimum) continue;
            var prices = PriceBound.Find(asked, 200, () => 0);
            var sharper = KnapsackBound.Find(asked, prices, optimum, 60, () => 0);

            Assert.InRange(prices.Bound, long.MinValue, optimum);
            Assert.InRange(sharper, prices.Bound, optimum);
        }
    }

    [Fact]
    public void Proves_most_small_answers()
    {
        var (proved, asked) = (0, 0);
        for (var seed = 1000; seed < 1300; seed++)
        {
            var one = SmallAssignments.Any(seed);
            if (SmallAssignments.Optimum(one) is not { } optimum) continue;
            asked++;
            if (KnapsackBound.Find(one, PriceBound.Find(one, 300, () => 0), optimum, 200, () => 0) == optimum) proved++;
        }

        Assert.InRange(proved, asked * 3 / 4, asked);
    }

    [Fact]
    public void Says_what_an_answer_costs_and_keeps_every_capacity()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var asked = SmallAssignments.Any(seed);
            var answer = AssignmentSolver.Solve(asked, seed, 1, SmallAssignments.Looks(200));
            if (answer.AgentOfJob is not { } agents) continue;

            Assert.True(asked.IsKept(agents));
            Assert.Equal(asked.CostOf(agents), answer.Cost);
            Assert.InRange(answer.Bound, long.MinValue, answer.Cost);
        }
    }

    /// <summary>Among very many agents with little room a few units stay over a capacity where prices alone decide.</summary>
    [Fact]
    public void Keeps_every_capacity_of_a_large_tight_problem_whatever_the_seed()
    {
        var random = new Random(3_801_600);
        var costs = Rows(10, 51);
        var weights = Rows(5, 26);
        var asked = GeneralAssignment.Of(costs, weights, [.. weights.Select(row => 8 * row.Sum() / 800)]);

        for (var seed = 1; seed <= 4; seed++)
        {
            var answer = AssignmentSolver.Solve(asked, seed, 1, SmallAssignments.Looks(1500));

            Assert.NotNull(answer.AgentOfJob);
            Assert.True(asked.IsKept(answer.AgentOfJob));
            Assert.InRange(answer.Cost, answer.Bound, answer.Bound * 102 / 100);
        }

        int[][] Rows(int least, int below) =>
            [.. Enumerable.Range(0, 80).Select(_ => Enumerable.Range(0, 1600).Select(_ => random.Next(least, below)).ToArray())];
    }

    [Fact]
    public void Gives_the_same_answer_for_the_same_seed_and_budget()
    {
        var asked = SmallAssignments.Any(7);
        var answers = Enumerable.Range(0, 2).Select(_ => AssignmentSolver.Solve(asked, 3, 1, SmallAssignments.Looks(500))).ToList();

        Assert.Equal(answers[0].AgentOfJob, answers[1].AgentOfJob);
        Assert.Equal(answers[0].Bound, answers[1].Bound);
    }

    [Fact]
    public void Says_when_an_assignment_passes_a_capacity()
    {
        var asked = GeneralAssignment.Of([[1, 2], [3, 4]], [[5, 5], [5, 5]], [5, 10]);

        Assert.True(asked.IsKept([0, 1]));
        Assert.False(asked.IsKept([0, 0]));
        Assert.Equal(5, asked.CostOf([0, 1]));
    }

    [Fact]
    public void Comes_near_the_best_known_of_a_public_problem()
    {
        if (RepoRoot.PublicProblem("gap/data/chu1997/c05100") is not { } file) return;
        var asked = Assert.Single(Read(File.ReadAllText(file)));

        var answer = AssignmentSolver.Solve(asked, 1, 1, SmallAssignments.Looks(8000));

        // 1931 is the optimum that was published.
        Assert.InRange(answer.Cost, 1931, 1941);
        Assert.InRange(answer.Bound, 1920, 1931);
    }

    private static IReadOnlyList<GeneralAssignment> Read(string text)
    {
        Assert.True(GeneralAssignmentText.Read(text).Try(out var read, out _));
        return read;
    }
}

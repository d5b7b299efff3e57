using Fairload.Core.Allocation.Reassignment;

namespace Fairload.Core.Tests.Allocation.Reassignment;

public sealed class Moving_processes_between_machines
{
    [Fact]
    public void Never_proves_more_than_is_true_and_often_finds_the_best()
    {
        var (found, asked) = (0, 0);
        for (var seed = 100; seed < 140; seed++)
        {
            var model = SmallEstates.Any(seed, 3, 5);
            var optimum = ByTrying(model);
            var looked = 0;
            var answer = ReassignmentSolver.Solve(model, seed, 1, () => looked++ / 60.0);

            Assert.InRange(ReassignmentBound.Of(model), 0, optimum);
            Assert.InRange(answer.Cost, optimum, ReassignmentChecker.Check(model, model.Initial).Cost);
            Assert.Equal(answer.Cost, ReassignmentChecker.Check(model, answer.MachineOf).Cost);
            Assert.True(ReassignmentChecker.Check(model, answer.MachineOf).IsAllowed);
            asked++;
            if (answer.Cost == optimum) found++;
        }

        Assert.InRange(found, asked * 3 / 4, asked);
    }

    [Fact]
    public void Keeps_to_the_rules_however_the_budget_goes()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var model = SmallEstates.Any(seed, 6, 9);
            var looked = 0;
            var answer = ReassignmentSolver.Solve(model, seed, 2, () => Interlocked.Increment(ref looked) / (seed * 4.0));

            var verdict = ReassignmentChecker.Check(model, answer.MachineOf);
            Assert.Equal((true, answer.Cost), (verdict.IsAllowed, verdict.Cost));
        }
    }

    [Fact]
    public void Repeats_itself_from_the_seed_where_the_budget_is_looks()
    {
        var model = SmallEstates.Any(3, 5, 8);

        Assert.Equal(Answer().MachineOf, Answer().MachineOf);

        ReassignmentAnswer Answer()
        {
            var looked = 0;
            return ReassignmentSolver.Solve(model, 11, 1, () => looked++ / 30.0);
        }
    }

    /// <summary>The large process fits on the second machine only once both that stand there have gone.</summary>
    [Fact]
    public void Makes_room_for_a_large_process_where_no_single_move_would()
    {
        var model = new MachineModel(
            [new(false, 1000)],
            [new(0, 0, [10], [4], [0, 1]), new(0, 0, [10], [10], [1, 0])],
            [.. Enumerable.Range(0, 3).Select(_ => new Service(1, []))],
            [new(0, [9], 1), new(1, [2], 1), new(2, [2], 1)],
            [],
            1, 1, 1, [0, 1, 1]);
        var looked = 0;

        var answer = ReassignmentSolver.Solve(model, 1, 1, () => looked++ / 20.0);

        Assert.Equal([1, 0, 0], answer.MachineOf);
        Assert.Equal(3 + 3 + 1, answer.Cost);
    }

    [Fact]
    public void Refuses_to_start_from_what_is_not_allowed()
    {
        var model = SmallEstates.Plain([new(2, [])], new Process(0, [1, 1], 1));

        Assert.Throws<ArgumentException>(() => ReassignmentSolver.Solve(model, 1, 1, () => 1));
    }

    /// <summary>The cost of the initial assignment and the bound were published with the challenge.</summary>
    [Theory]
    [InlineData("a1_1", 44306390, 49528750)]
    [InlineData("a1_2", 777530730, 1061649570)]
    [InlineData("a1_3", 583005700, 583662270)]
    [InlineData("a2_1", 0, 391189190)]
    [InlineData("a2_2", 13590090, 1876768120)]
    [InlineData("b_1", 3290754940, 7644173180)]
    public void Agrees_with_the_published_cost_and_bound(string name, long bound, long initial)
    {
        const string Folder = "roadef2012-machine-reassignment";
        if (RepoRoot.PublicProblem($"{Folder}/model_{name}.txt") is not { } file) return;
        var standing = File.ReadAllText(RepoRoot.PublicProblem($"{Folder}/assignment_{name}.sol")!);
        Assert.True(MachineModelText.Read(File.ReadAllText(file), standing).Try(out var model, out _));

        Assert.Equal(bound, ReassignmentBound.Of(model));
        var verdict = ReassignmentChecker.Check(model, model.Initial);
        Assert.Equal(initial, verdict.Cost);
        Assert.True(verdict.IsAllowed);
        Assert.Equal(initial, new ReassignmentState(model).Cost);
    }

    private static long ByTrying(MachineModel model)
    {
        var (best, machines, on) = (long.MaxValue, model.Machines.Count, new int[model.Processes.Count]);
        for (var code = 0; code < Math.Pow(machines, on.Length); code++)
        {
            for (int process = 0, rest = code; process < on.Length; process++, rest /= machines) on[process] = rest % machines;
            var verdict = ReassignmentChecker.Check(model, on);
            if (verdict.IsAllowed) best = Math.Min(best, verdict.Cost);
        }

        return best;
    }
}

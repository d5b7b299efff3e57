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

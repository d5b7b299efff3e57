using System.CommandLine;
using System.Globalization;
using Fairload.Core.Allocation.Assignment;
using Fairload.Core.Allocation.Balance;
using Fairload.Core.Allocation.Reassignment;
using Fairload.Web.Serve;

namespace Fairload.Web.Allocation;

/// <summary>
/// <c>fairload bench gap|prob069|roadef</c>: the engine against problems that others published, with a proof beside each answer.
/// The last line says <c>objective=… bound=… gap=… seconds=…</c>, the gap as a part of the objective.
/// </summary>
internal static class BenchCommands
{
    public static Command Bench() =>
        new("bench", "Solve a public problem of sharing, and say how far from the best the answer can be.") { Gap(), Prob069(), Roadef() };

    private static Command Gap()
    {
        var file = File("FILE", "Agents, jobs, costs, weights and capacities, as the OR-Library writes them.");
        var instance = new Option<int?>("--instance")
        {
            Description = "Which problem of a file that holds several, 1 for the first.",
            HelpName = "N",
        };
        var (seconds, seed, to, json) = (Seconds(10), Seed(), Out("Write the agent of each job, 0 first, one a line."), Words.Json());
        var gap = new Command("gap", "Give each job to one agent within their capacities, as cheaply as may be.")
        {
            file, instance, seconds, seed, to, json,
        };
        gap.SetAction(async (given, stop) =>
        {
            if (!BenchRun.Text(given.GetValue(file)!).Try(out var text, out var problems)) return await Words.Refused(problems);
            if (!GeneralAssignmentText.Read(text).Try(out var held, out problems)) return await Words.Refused(problems);
            if (!Chosen(held, given.GetValue(instance)).Try(out var asked, out problems)) return await Words.Refused(problems);
            if (!BenchRun.For(given.GetValue(seconds), stop).Try(out var run, out problems)) return await Words.Refused(problems);

            var answer = AssignmentSolver.Solve(asked, given.GetValue(seed), BenchRun.Searches, run.Spent);
            if (answer.AgentOfJob is not { } agents)
                return await Words.Refused([new("", $"No assignment within the capacities was found in {given.GetValue(seconds)} seconds. Give it more with --seconds")]);
            return await run.Finish(answer.Cost, answer.Bound, agents, given.GetValue(to), "\n", given.GetValue(json));
        });
        return gap;
    }

    private static Command Prob069()
    {
        var file = File("FILE", "Zones of patients and the nurses to share them, as CSPLib problem 69 writes them.");
        var json = Words.Json();
        var prob069 = new Command("prob069", "Share patients among nurses as evenly as can be, and prove it.") { file, json };
        prob069.SetAction(async (given, stop) =>
        {
            if (!BenchRun.Text(given.GetValue(file)!).Try(out var text, out var problems)) return await Words.Refused(problems);
            if (!NursingWards.Read(text).Try(out var wards, out problems)) return await Words.Refused(problems);
            if (!BenchRun.For(1, stop).Try(out var run, out problems)) return await Words.Refused(problems);

            var share = WorkloadBalance.Solve(wards);
            if (share is null) return await Words.Refused([new("", $"The patients can not be shared among {wards.Nurses} nurses within the limits")]);
            return await run.Finish(share.SumOfSquares, share.SumOfSquares, null, null, "\n", given.GetValue(json));
        });
        return prob069;
    }

    private static Command Roadef()
    {
        var model = File("MODEL", "The machines, services and processes, as the challenge of 2012 writes them.");
        var assignment = File("ASSIGNMENT", "The machine of each process before anything is moved.");
        var to = Out("Write the machine of each process in the form of the assignment.");
        var (seconds, seed, json) = (Seconds(30), Seed(), Words.Json());
        var roadef = new Command("roadef", "Move processes between machines so that loads are safe and balanced and little is moved.")
        {
            model, assignment, seconds, seed, to, json,
        };
        roadef.SetAction(async (given, stop) =>
        {
            if (!BenchRun.Text(given.GetValue(model)!).Try(out var text, out var problems)) return await Words.Refused(problems);
            if (!BenchRun.Text(given.GetValue(assignment)!).Try(out var initial, out problems)) return await Words.Refused(problems);
            if (!MachineModelText.Read(text, initial).Try(out var asked, out problems)) return await Words.Refused(problems);
            if (!BenchRun.For(given.GetValue(seconds), stop).Try(out var run, out problems)) return await Words.Refused(problems);

            var start = ReassignmentChecker.Check(asked, asked.Initial);
            if (!start.IsAllowed) return await Words.Refused([new("", $"The assignment breaks a rule: {start.Broken[0]}")]);

            var answer = ReassignmentSolver.Solve(asked, given.GetValue(seed), BenchRun.Searches, run.Spent);
            var verdict = ReassignmentChecker.Check(asked, answer.MachineOf);
            if (!verdict.IsAllowed || verdict.Cost != answer.Cost)
                throw new InvalidOperationException("The checker does not confirm the answer.");
            return await run.Finish(answer.Cost, answer.Bound, answer.MachineOf, given.GetValue(to), " ", given.GetValue(json));
        });
        return roadef;
    }

    private static Result<GeneralAssignment> Chosen(IReadOnlyList<GeneralAssignment> held, int? instance)
    {
        if (instance is null && held.Count == 1) return held[0];
        if (instance is { } n && n >= 1 && n <= held.Count) return held[n - 1];
        return new Problem("instance", $"The file holds {held.Count} problems. Say which with --instance, from 1 to {held.Count}");
    }

    private static Argument<string> File(string name, string says) => new(name) { Description = says };

    private static Option<double> Seconds(int usual) => new("--seconds")
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"How long to look; {usual} unless said."),
        DefaultValueFactory = _ => usual,
        HelpName = "S",
    };

    private static Option<int> Seed() => new("--seed")
    {
        Description = "The chance of the search comes from it.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    private static Option<string?> Out(string says) => new("--out") { Description = says, HelpName = "F" };
}

using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Fairload.Core.Allocation.Assignment;
using Fairload.Core.Allocation.Balance;
using Fairload.Core.Allocation.Reassignment;

namespace Fairload.Bench;

/// <summary>
/// The allocation engine on problems that others published, beside the best that anybody found: a table a kind. Every answer is
/// checked by code that the searches do not use, and a line says so where one fails.
/// </summary>
internal static class PublicBench
{
    private static readonly string Data = Path.Combine(Root(), "..", "shared", "reference-data");

    public static int Run(string[] args)
    {
        if (args.Length % 2 != 0 || !Directory.Exists(Data)) return Refused();
        var (seconds, only, seed) = (10.0, "", 1.0);
        for (var at = 0; at < args.Length; at += 2)
        {
            var isNumber = double.TryParse(args[at + 1], CultureInfo.InvariantCulture, out var number);
            if (args[at] == "--only") only = args[at + 1];
            else if (args[at] == "--seconds" && isNumber) seconds = number;
            else if (args[at] == "--seed" && isNumber) seed = number;
            else return Refused();
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{seconds} s an instance, {Environment.ProcessorCount} searches side by side, seed {seed}"));
        Gap(seconds, new(only), (int)seed);
        MadeUp(seconds, new(only), (int)seed);
        Prob069(new(only));
        Roadef(seconds, new(only), (int)seed);
        return 0;
    }

    private static void Gap(double seconds, Regex only, int seed)
    {
        Head("Generalised assignment");
        var gaps = new List<(string Kind, double ToBest, double Own)>();
        foreach (var line in Lines("gap/data/data.csv").Where(l => only.IsMatch(l[0])))
        {
            if (Text($"gap/data/{line[0]}") is not { } text) continue;
            if (!GeneralAssignmentText.Read(text).Try(out var held, out var problems)) throw new InvalidDataException(problems[0].Message);

            var (gone, best) = (Stopwatch.StartNew(), Number(line[7]));
            var answer = AssignmentSolver.Solve(held[0], seed, Environment.ProcessorCount, () => gone.Elapsed.TotalSeconds / seconds);
            var holds = answer.AgentOfJob is { } agents && held[0].IsKept(agents) && held[0].CostOf(agents) == answer.Cost;
            Row(line[0], holds ? answer.Cost : null, best, answer.Bound, gone.Elapsed.TotalSeconds);
            if (holds) gaps.Add((Kind(line[0]), Part(answer.Cost, best), Part(answer.Cost, answer.Bound)));
            else gaps.Add((Kind(line[0]), 1, 1));
        }

        foreach (var kind in gaps.GroupBy(g => g.Kind).OrderBy(k => k.Key)) Mean(kind.Key, [.. kind]);
        if (gaps.Count > 0) Mean("all", gaps);
    }

    /// <summary>The sizes of the literature and larger ones, made here; beside each answer its own bound, for no best is known.</summary>
    private static void MadeUp(double seconds, Regex only, int seed)
    {
        Head("Generalised assignment, made up");
        foreach (var made in MadeUpAssignment.All.Where(m => only.IsMatch(m.Name)))
        {
            var asked = made.Read();
            var gone = Stopwatch.StartNew();
            var answer = AssignmentSolver.Solve(asked, seed, Environment.ProcessorCount, () => gone.Elapsed.TotalSeconds / seconds);
            var holds = answer.AgentOfJob is { } agents && asked.IsKept(agents) && asked.CostOf(agents) == answer.Cost;
            Row(made.Name, holds ? answer.Cost : null, answer.Bound, answer.Bound, gone.Elapsed.TotalSeconds);
        }
    }

    /// <summary>The type of the instance: the letter that its name begins with, or the collection where names have none.</summary>
    private static string Kind(string path) => path.Contains("gap", StringComparison.Ordinal) ? "gap1-12" : Path.GetFileName(path)[..1];

    private static void Mean(string kind, IReadOnlyList<(string Kind, double ToBest, double Own)> gaps) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| mean of {gaps.Count} ({kind}) | | | {gaps.Average(g => g.ToBest):0.0000 %} | | {gaps.Average(g => g.Own):0.0000 %} | |"));

    private static void Prob069(Regex only)
    {
        Head("Balanced nursing workload (CSPLib 69)");
        foreach (var line in Lines("csplib-prob069/optimal_values_computed_here.csv").Where(l => only.IsMatch($"prob069/{l[0]}")))
        {
            if (Text($"csplib-prob069/SchausInstances/{line[0]}.txt") is not { } text) continue;
            if (!NursingWards.Read(text).Try(out var wards, out var problems)) throw new InvalidDataException(problems[0].Message);

            var gone = Stopwatch.StartNew();
            var share = WorkloadBalance.Solve(wards);
            Row(line[0], share?.SumOfSquares, Number(line[5]), share?.SumOfSquares ?? 0, gone.Elapsed.TotalSeconds);
        }
    }

    private static void Roadef(double seconds, Regex only, int seed)
    {
        Head("Machine reassignment (ROADEF/EURO 2012); best known is the published lower bound");
        foreach (var line in Lines("roadef2012-machine-reassignment/bounds.csv"))
        {
            var name = line[0].Replace("b_0", "b_", StringComparison.Ordinal);
            if (!only.IsMatch($"roadef/{name}") || Text($"roadef2012-machine-reassignment/model_{name}.txt") is not { } text) continue;
            var initial = Text($"roadef2012-machine-reassignment/assignment_{name}.sol")!;
            if (!MachineModelText.Read(text, initial).Try(out var model, out var problems))
                throw new InvalidDataException(problems[0].Message);

            var gone = Stopwatch.StartNew();
            var answer = ReassignmentSolver.Solve(model, seed, Environment.ProcessorCount, () => gone.Elapsed.TotalSeconds / seconds);
            var took = gone.Elapsed.TotalSeconds;
            var verdict = ReassignmentChecker.Check(model, answer.MachineOf);
            Row(name, verdict.IsAllowed && verdict.Cost == answer.Cost ? answer.Cost : null, Number(line[1]), answer.Bound, took);
        }
    }

    private static void Head(string what) => Console.WriteLine(
        $"\n{what}\n\n| instance | objective | best known | gap to it | own bound | own gap | seconds |\n|---|--:|--:|--:|--:|--:|--:|");

    private static void Row(string name, long? cost, long best, long bound, double seconds) => Console.WriteLine(
        cost is { } c
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {c} | {best} | {Shown(c, best)} | {bound} | {Shown(c, bound)} | {seconds:0.00} |")
            : string.Create(CultureInfo.InvariantCulture, $"| {name} | none that holds | {best} | | {bound} | | {seconds:0.00} |"));

    private static double Part(long cost, long than) => (cost - than) / (double)Math.Max(1, Math.Abs(than));

    /// <summary>A part of nothing is not known.</summary>
    private static string Shown(long cost, long than) =>
        than == 0 && cost != 0 ? "–" : Part(cost, than).ToString("0.0000 %", CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Path.Combine(Data, file)).Skip(1).Select(l => l.Split(','));

    private static string? Text(string file) =>
        File.Exists(Path.Combine(Data, file)) ? File.ReadAllText(Path.Combine(Data, file)) : null;

    private static string Root()
    {
        var folder = new DirectoryInfo(Environment.CurrentDirectory);
        while (folder.Parent is { } parent && !folder.EnumerateFiles("*.slnx").Any()) folder = parent;
        return folder.FullName;
    }

    private static int Refused()
    {
        Console.Error.WriteLine($"bench public [--seconds S] [--seed N] [--only REGEX], with the files of the public problems in {Data}");
        return 2;
    }
}

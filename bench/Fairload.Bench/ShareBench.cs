using System.Globalization;
using Fairload.Core.Allocation;
using Fairload.Testing;

namespace Fairload.Bench;

/// <summary>A whole council shared out: seconds, and how far the answer is from perfect sharing, over several made-up councils.</summary>
internal static class ShareBench
{
    private static string _only = "";

    public static int Run(string[] args)
    {
        var numbers = args.Take(3).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
        _only = args.Length > 3 ? args[3] : "";
        var items = numbers.Count > 0 ? numbers[0] : 20_000;
        var holders = numbers.Count > 1 ? numbers[1] : 1_000;
        var seeds = numbers.Count > 2 ? numbers[2] : 11;
        Console.WriteLine($"{items:n0} items, {holders:n0} holders, {seeds} made-up councils each, one thread, after one run to warm up");
        Console.WriteLine("Median (worst) of each; seconds of the processor:\n");
        Console.WriteLine("| Council | Options each | Blocks | Seconds | Gap | Gap of the heaviest |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Row("teams, hundredths of points", new(items, holders), seeds);
        Row("teams, half points", new(items, holders, Grain: 5_000), seeds);
        Row("ten people from anywhere", new(items, holders, Anywhere: true), seeds);
        Row("teams, a tenth may be joint", new(items, holders, Joint: 0.1), seeds);
        Row("teams, one case in a hundred may go next door", new(items, holders, NextDoor: 0.01), seeds);
        Row("teams, half the cases may go next door", new(items, holders, NextDoor: 0.5), seeds);
        Row("teams, seven in ten stand somewhere", new(items, holders, Standing: 0.7), seeds);
        Row("teams, nobody over 105 %", new(items, holders, Ceiling: 1.05), seeds);
        Row("ten people from anywhere, half points", new(items, holders, Grain: 5_000, Anywhere: true), seeds);
        return 0;
    }

    private static void Row(string name, MadeUpSharing council, int seeds)
    {
        if (!name.Contains(_only, StringComparison.Ordinal)) return;
        var (seconds, gaps, heaviest) = (new List<double>(), new List<double>(), new List<double>());
        var (options, blocks) = (0.0, 0.0);
        FairShare.Solve(council.From(0), 0, Effort.Usual, CancellationToken.None);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var question = council.From(seed);
            var start = Environment.CpuUsage.TotalTime;
            var shared = FairShare.Solve(question, (ulong)seed, Effort.Usual, CancellationToken.None);
            seconds.Add((Environment.CpuUsage.TotalTime - start).TotalSeconds);
            gaps.Add(shared.Gap);
            heaviest.Add(shared.GapOfHeaviest);
            options += question.Items.Average(i => i.Options.Count) / seeds;
            blocks += (double)shared.Blocks.Count / seeds;
        }

        Console.WriteLine(
            $"| {name} | {options:0.0} | {blocks:0} | {Median(seconds):0.00} ({seconds.Max():0.00}) "
            + $"| {Two(gaps)} | {Two(heaviest)} |");
    }

    private static string Two(List<double> parts) => $"{100 * Median(parts):0.0000} % ({100 * parts.Max():0.0000} %)";

    private static double Median(List<double> list)
    {
        var sorted = list.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

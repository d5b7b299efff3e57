using System.Globalization;
using Fairload.Core.Allocation.Assignment;

namespace Fairload.Bench;

/// <summary>
/// Assignment problems made as those of the literature were, types C, D and E, in sizes of which no files lie here and in larger ones.
/// The same name gives the same numbers on every machine.
/// </summary>
/// <remarks>
/// Chu and Beasley, Computers and Operations Research 24, 1997; Yagiura, Ibaraki and Glover, INFORMS Journal on Computing 16, 2004.
/// C: weights 5 to 25, costs 10 to 50. D: weights 1 to 100, costs 111 less the weight and −10 to 10. E: weights
/// 1 − 10 ln(u), costs 1000 by the weight less up to 10. Capacity: 0.8 of all weights with the agent, by the number of agents.
/// </remarks>
internal sealed record MadeUpAssignment(char Type, int Agents, int Jobs)
{
    public static IReadOnlyList<MadeUpAssignment> All { get; } =
    [
        .. "cde".SelectMany(_ => new[] { (60, 900), (20, 1600), (40, 1600), (80, 1600), (80, 3200) },
            (type, size) => new MadeUpAssignment(type, size.Item1, size.Item2)),
    ];

    public string Name => $"made-up/{Type}{Agents:00}{Jobs}";

    /// <summary>Writes every one of them as a file.</summary>
    public static int Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var made in All) File.WriteAllText(Path.Combine(folder, Path.GetFileName(made.Name)), made.Text());
        return 0;
    }

    public GeneralAssignment Read()
    {
        return GeneralAssignmentText.Read(Text()).Try(out var read, out var problems)
            ? read[0] : throw new InvalidOperationException(problems[0].Message);
    }

    private string Text()
    {
        var random = new Random((Type * 1_000_003) + (Agents * 10_007) + Jobs);
        var (costs, weights) = (new int[Agents, Jobs], new int[Agents, Jobs]);
        for (var agent = 0; agent < Agents; agent++)
        {
            for (var job = 0; job < Jobs; job++) (costs[agent, job], weights[agent, job]) = One(random);
        }

        var capacities = Enumerable.Range(0, Agents).Select(agent => 8 * Sum(agent) / (10 * Agents));
        return string.Join('\n', [$"{Agents} {Jobs}", .. Rows(costs), .. Rows(weights), string.Join(' ', capacities)]) + "\n";

        int Sum(int agent) => Enumerable.Range(0, Jobs).Sum(job => weights[agent, job]);
    }

    private (int Cost, int Weight) One(Random random)
    {
        if (Type == 'c') return (random.Next(10, 51), random.Next(5, 26));
        if (Type == 'd' && random.Next(1, 101) is var heavy) return (111 - heavy + random.Next(-10, 11), heavy);
        var weight = 1 - (10 * Math.Log(1 - random.NextDouble()));
        return ((int)((1000 / weight) - (10 * random.NextDouble())), (int)weight);
    }

    private IEnumerable<string> Rows(int[,] values) => Enumerable.Range(0, Agents).Select(agent =>
        string.Join(' ', Enumerable.Range(0, Jobs).Select(job => values[agent, job].ToString(CultureInfo.InvariantCulture))));
}

using System.Globalization;
using Fairload.Core.Disclosure;

namespace Fairload.Bench;

/// <summary>
/// How many staff find their team in a group that is shown: services of three to eight teams, most of 5 to 12 people and one in eight of
/// 13 to 24; each person answers by the same odds. Once with joined groups capped at thirty who answered, once at thirty who work there.
/// </summary>
internal static class CoverageBench
{
    private const int Councils = 50;

    public static int Run()
    {
        Console.WriteLine($"{Councils} councils\n| Answering | Cap | Median | Lowest tenth | Lowest |\n|---|---|---|---|---|");
        foreach (var answering in new[] { 50, 65, 80 })
        {
            foreach (var cap in new[] { RollUpCap.WhoAnswered, RollUpCap.WhoWorkThere })
            {
                var rule = RollUpRule.Usual with { Of = cap };
                var shares = Enumerable.Range(1, Councils).Select(seed => Share(seed, answering, rule)).Order().ToList();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {answering} % | {cap} | {shares[Councils / 2]:0.0} % | {shares[Councils / 10]:0.0} % | {shares[0]:0.0} % |"));
            }
        }

        return 0;
    }

    /// <summary>In hundred of all staff.</summary>
    private static double Share(int seed, int answering, RollUpRule rule)
    {
        var dice = new Random(seed);
        var (staff, seen) = (0, 0);
        for (var service = dice.Next(4, 9); service > 0; service--)
        {
            var teams = Enumerable.Range(0, dice.Next(3, 9))
                .Select(t => Team($"T{t}", dice.Next(8) == 0 ? dice.Next(13, 25) : dice.Next(5, 13))).ToList();
            staff += teams.Sum(t => t.Staff);
            seen += RollUp.Of(teams, rule, DisclosureRule.Usual).Sum(g => g.Staff);
        }

        return 100.0 * seen / staff;

        UnitToJoin Team(string name, int size) => new(name, "", size, Enumerable.Range(0, size).Count(_ => dice.Next(100) < answering));
    }
}

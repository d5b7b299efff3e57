using Fairload.Core.Allocation;

namespace Fairload.Testing;

/// <summary>
/// Questions of the size of a council, made up. Teams are under unequal pressure, and within a team the harder work can go to fewer
/// people, so that perfect sharing has many blocks, one under the other.
/// </summary>
/// <param name="Items">Cases in all; about <see cref="Holders"/> × 20 is what councils have.</param>
/// <param name="Grain">Points are whole multiples of this: 100 grains is a hundredth of a point, 5,000 half a point.</param>
/// <param name="Standing">The part of the items that stand somewhere, not evenly.</param>
/// <param name="Anywhere">Each item can go to ten people from anywhere, instead of to a team.</param>
/// <param name="Ceiling">Nobody may pass this share of their capacity.</param>
/// <param name="Joint">The part of the items that may also be held jointly.</param>
/// <param name="NextDoor">The part of the items that may also go to the team next door.</param>
public sealed record MadeUpSharing(
    int Items, int Holders, long Grain = 100, double Standing = 0, bool Anywhere = false, double Ceiling = 100, double Joint = 0,
    double NextDoor = 0.1)
{
    private const int TeamSize = 14;
    private const int PointsFullTime = 60;
    private const int Usual = 20;

    private sealed record Person(int Team, int Tier);

    public Sharing From(int seed)
    {
        var random = new Random(seed);
        var teams = Math.Max(1, Holders / TeamSize);
        var people = new Person[Holders];
        var holders = new Holder[Holders];
        for (var i = 0; i < Holders; i++)
        {
            people[i] = new(i % teams, random.Next(10) switch { < 3 => 1, < 6 => 2, _ => 3 });
            var scale = (double)Items / Holders / Usual;
            var hours = random.Next(10) switch { 0 => 0.5, 1 => 0.6, 2 => 0.8, _ => 1 };
            var capacity = (long)(PointsFullTime * Sharing.GrainsAPoint * scale * hours);
            var committed = random.Next(4) == 0 ? Round(random.NextDouble() * 0.3 * capacity) : 0;
            holders[i] = new(capacity, committed, (long)Math.Min(long.MaxValue / 4, Ceiling * capacity), int.MaxValue);
        }

        var pressure = new double[teams];
        for (var t = 0; t < teams; t++) pressure[t] = 0.5 + random.NextDouble();
        var everybody = Enumerable.Range(0, Holders);
        var inTeam = Enumerable.Range(0, teams).Select(t => everybody.Where(i => people[i].Team == t).ToArray()).ToArray();
        var items = new Item[Items];
        for (var j = 0; j < Items; j++)
        {
            var team = Team(random, pressure);
            var tier = random.Next(10) switch { < 3 => 1, < 6 => 2, _ => 3 };
            var able = Anywhere
                ? Enumerable.Range(0, 10).Select(_ => random.Next(Holders)).Distinct().ToList()
                : inTeam[team].Where(i => people[i].Tier >= tier).ToList();
            // Some may also go to the team next door: so pressure runs from team to team.
            if (!Anywhere && random.NextDouble() < NextDoor) able.AddRange(inTeam[(team + 1) % teams].Where(i => people[i].Tier >= tier));
            items[j] = Item(random, [.. able.Distinct()]);
        }

        return new(holders, items);
    }

    private Item Item(Random random, int[] able)
    {
        var points = Math.Max(Grain, Round((0.5 + (4.5 * random.NextDouble())) * Sharing.GrainsAPoint));
        var options = able.Select(i => new Option(i, points, random.Next(0, 20))).ToList();
        if (able.Length > 1 && random.NextDouble() < Joint)
            options.Add(new(able[0], Round(points * 0.6), random.Next(0, 20), able[1], Round(points * 0.6)));
        var stands = options.Count > 0 && random.NextDouble() < Standing;
        // The lower of two throws: some people hold far more than others, as they do where nobody shares out.
        var now = stands ? Math.Min(random.Next(options.Count), random.Next(options.Count)) : -1;
        if (now >= 0) options[now] = options[now] with { Cost = 0 };
        return new(options, random.Next(1, 10), now);
    }

    private static int Team(Random random, double[] pressure)
    {
        // Thrown away until it is as frequent as its pressure.
        while (true)
        {
            var team = random.Next(pressure.Length);
            if (random.NextDouble() * 1.5 < pressure[team]) return team;
        }
    }

    private long Round(double grains) => (long)Math.Round(grains / Grain) * Grain;
}

namespace Fairload.Core.Surveys.Rounds;

/// <summary>A team that is asked.</summary>
/// <param name="Kind">Only teams of one service and one kind are joined; who employs them.</param>
public sealed record AskedTeam(string Name, string Service, string Kind, int People);

/// <summary>Teams that are shown together, by the names of the teams.</summary>
public sealed record MergedUnit(IReadOnlyList<string> Teams, string Service, int People);

/// <summary>
/// Joins like teams so that as many people as possible find themselves in a group that can be shown: at most three teams and thirty people
/// together. Where several ways do, the one with the most groups is taken, and of those the first by name.
/// </summary>
/// <remarks>The best way for up to twelve teams of one service and kind; more of them are dealt out, the smallest beside the largest, and
/// each part is solved by itself.</remarks>
public static class TeamMerges
{
    public const int MostTeams = 3;
    public const int MostPeople = 30;

    private const int MostAtOnce = 12;

    /// <summary>Every team once, alone or with others.</summary>
    public static IReadOnlyList<MergedUnit> Suggest(IReadOnlyList<AskedTeam> teams, int floor, int response) =>
    [
        .. teams.Where(t => t.People > 0).GroupBy(t => (t.Service, t.Kind)).SelectMany(like => Parts([.. like]))
            .SelectMany(part => Best(part, floor, response)).OrderBy(u => u.Teams[0], StringComparer.CurrentCulture),
    ];

    private static IEnumerable<List<AskedTeam>> Parts(List<AskedTeam> like)
    {
        like.Sort((a, b) => a.People != b.People ? a.People.CompareTo(b.People) : string.CompareOrdinal(a.Name, b.Name));
        var count = (like.Count + MostAtOnce - 1) / MostAtOnce;
        return Enumerable.Range(0, count)
            .Select(part => like.Where((_, at) => at % count == part).OrderBy(t => t.Name, StringComparer.Ordinal).ToList());
    }

    /// <summary>By which teams are placed: the first that is not goes into some group, and the rest is solved once for each set.</summary>
    private static IEnumerable<MergedUnit> Best(List<AskedTeam> teams, int floor, int response)
    {
        var known = new Dictionary<int, Way>();
        var all = (1 << teams.Count) - 1;
        var placed = 0;
        while (placed != all)
        {
            var group = Solve(placed).Group;
            placed |= group;
            yield return Unit(group);
        }

        Way Solve(int done)
        {
            if (done == all) return new(0, 0, 0);
            if (known.TryGetValue(done, out var before)) return before;
            Way? best = null;
            foreach (var group in Groups(done))
            {
                var (unit, rest) = (Unit(group), Solve(done | group));
                var isShown = Crossing.Expected(unit.People, response) >= floor;
                var way = new Way(rest.Shown + (isShown ? unit.People : 0), rest.Groups + 1, group);
                if (best is null || (way.Shown, way.Groups).CompareTo((best.Shown, best.Groups)) > 0) best = way;
            }

            return known[done] = best!;
        }

        // Alone comes first, so that of ways that are as good the one that joins least is taken.
        IEnumerable<int> Groups(int done)
        {
            var left = Enumerable.Range(0, teams.Count).Where(t => (done >> t & 1) == 0).ToList();
            var first = 1 << left[0];
            yield return first;
            foreach (var (at, second) in left.Skip(1).Index())
            {
                if (IsSmall(first | 1 << second)) yield return first | 1 << second;
                foreach (var third in left.Skip(at + 2))
                    if (IsSmall(first | 1 << second | 1 << third)) yield return first | 1 << second | 1 << third;
            }
        }

        bool IsSmall(int group) => Unit(group).People <= MostPeople;

        MergedUnit Unit(int group)
        {
            var chosen = teams.Where((_, at) => (group >> at & 1) == 1).ToList();
            return new([.. chosen.Select(t => t.Name)], chosen[0].Service, chosen.Sum(t => t.People));
        }
    }

    private sealed record Way(int Shown, int Groups, int Group);
}

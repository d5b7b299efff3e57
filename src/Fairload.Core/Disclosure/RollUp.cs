namespace Fairload.Core.Disclosure;

/// <summary>A team that may be joined with its neighbours.</summary>
/// <param name="Kind">What it does; teams of one kind are joined rather than others.</param>
/// <param name="Staff">Who work there.</param>
/// <param name="Answered">Of them, who answered.</param>
/// <param name="Teams">How many teams it is, where like ones were joined before anybody was asked.</param>
public sealed record UnitToJoin(string Name, string Kind, int Staff, int Answered, int Teams = 1);

/// <summary>Of whom a joined group may hold so many.</summary>
public enum RollUpCap { WhoWorkThere, WhoAnswered }

/// <summary>How large a joined group may become, so that a team still finds itself in it.</summary>
/// <param name="MostTeams">Teams in one group.</param>
/// <param name="MostPeople">People in one group, when teams are joined. A team alone may be larger.</param>
/// <remarks>Why those who work there are counted stands in decision 101.</remarks>
public sealed record RollUpRule(int MostTeams, int MostPeople, RollUpCap Of)
{
    public static RollUpRule Usual { get; } = new(3, 30, RollUpCap.WhoWorkThere);
}

/// <summary>Teams whose figures are shown together, named for all of them.</summary>
public sealed record JoinedUnits(IReadOnlyList<UnitToJoin> Units)
{
    public string Name => string.Join(" + ", Units.Select(u => u.Name));

    public int Staff => Units.Sum(u => u.Staff);

    public int Answered => Units.Sum(u => u.Answered);
}

/// <summary>
/// Joins teams of one service that are too small to be shown into named groups instead of leaving blanks: so that as many of the staff as
/// can be see a figure for a group that holds their team, then so that there are as many groups as can be, then of like kinds. Who are left
/// out are nobody, or together at least the floor.
/// </summary>
/// <remarks>Exact for up to <see cref="AtOnce"/> teams, by dynamic programming over which of them are settled; more are taken in order
/// of kind and size, so many at a time.</remarks>
public sealed class RollUp
{
    /// <summary>So many teams are looked at in every possible way.</summary>
    public const int AtOnce = 14;

    private readonly IReadOnlyList<UnitToJoin> _units;
    private readonly RollUpRule _rule;
    private readonly int _floor;
    private readonly Dictionary<(int Left, int Hidden), Best?> _known = [];

    private RollUp(IReadOnlyList<UnitToJoin> units, RollUpRule rule, int floor) => (_units, _rule, _floor) = (units, rule, floor);

    /// <summary>What is worth most, in this order.</summary>
    private sealed record Best(int Staff, int Groups, int Alike, int Group, Best? Rest) : IComparable<Best>
    {
        public static Best Nothing { get; } = new(0, 0, 0, 0, null);

        public int CompareTo(Best? other) => other is null ? 1 : (Staff, Groups, Alike).CompareTo((other.Staff, other.Groups, other.Alike));
    }

    /// <summary>The groups that are shown, in order of name. Empty where none can be.</summary>
    public static IReadOnlyList<JoinedUnits> Of(IReadOnlyList<UnitToJoin> units, RollUpRule rule, DisclosureRule floor)
    {
        var inOrder = units.OrderBy(u => u.Kind, StringComparer.Ordinal).ThenByDescending(u => u.Answered)
            .ThenBy(u => u.Name, StringComparer.Ordinal).ToList();
        var parts = (inOrder.Count + AtOnce - 1) / AtOnce;
        var groups = new List<JoinedUnits>();
        for (var part = 0; part < parts; part++)
        {
            var (from, to) = (part * inOrder.Count / parts, (part + 1) * inOrder.Count / parts);
            var few = inOrder.Take(from..to);
            groups.AddRange(new RollUp([.. few.OrderBy(u => u.Name, StringComparer.Ordinal)], rule, floor.Floor).Groups());
        }

        return [.. groups.OrderBy(g => g.Name, StringComparer.Ordinal)];
    }

    private IEnumerable<JoinedUnits> Groups()
    {
        for (var best = From((1 << _units.Count) - 1, 0); best is { Group: not 0 } or { Rest: not null }; best = best.Rest)
            if (best.Group != 0) yield return new([.. Members(best.Group)]);
    }

    /// <param name="left">The teams that are not settled, as bits.</param>
    /// <param name="hidden">Who answered in teams left out; the floor stands for more.</param>
    private Best? From(int left, int hidden)
    {
        if (left == 0) return hidden == 0 || hidden >= _floor ? Best.Nothing : null;
        if (_known.TryGetValue((left, hidden), out var known)) return known;

        var first = left & -left;
        var best = With(From(left & ~first, Math.Min(_floor, hidden + Answered(first))), 0);
        foreach (var group in GroupsWith(first, left & ~first))
        {
            if (Answered(group) < _floor || (group != first && IsTooLarge(group))) continue;
            if (With(From(left & ~group, hidden), group) is { } way && way.CompareTo(best) > 0) best = way;
        }

        _known[(left, hidden)] = best;
        return best;
    }

    private Best? With(Best? rest, int group)
    {
        if (rest is null) return null;
        if (group == 0) return rest with { Group = 0, Rest = rest };
        var members = Members(group).ToList();
        var alike = members.Count - members.DistinctBy(m => m.Kind).Count();
        return new(rest.Staff + members.Sum(m => m.Staff), rest.Groups + 1, rest.Alike + alike, group, rest);
    }

    private IEnumerable<int> GroupsWith(int group, int others)
    {
        yield return group;
        for (var rest = others; rest != 0;)
        {
            var next = rest & -rest;
            rest &= ~next;
            if (IsTooLarge(group | next)) continue;
            foreach (var larger in GroupsWith(group | next, rest)) yield return larger;
        }
    }

    private bool IsTooLarge(int group)
    {
        var (teams, people) = (0, 0);
        foreach (var unit in Members(group))
        {
            teams += unit.Teams;
            people += _rule.Of == RollUpCap.WhoAnswered ? unit.Answered : unit.Staff;
        }

        return teams > _rule.MostTeams || people > _rule.MostPeople;
    }

    private IEnumerable<UnitToJoin> Members(int group) => _units.Where((_, i) => (group >> i & 1) == 1);

    private int Answered(int group)
    {
        var sum = 0;
        for (var i = 0; i < _units.Count; i++) if ((group >> i & 1) == 1) sum += _units[i].Answered;
        return sum;
    }
}

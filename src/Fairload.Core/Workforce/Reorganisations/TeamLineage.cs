namespace Fairload.Core.Workforce.Reorganisations;

/// <summary>That the work of one team went to another. A team that was split has several.</summary>
/// <param name="FromOn">The first day on which the other had it.</param>
public sealed record TeamLine(Id<TeamLine> Id, Id<Team> FromId, Id<Team> ToId, DateOnly FromOn, Id<Reorganisation> ReorganisationId);

/// <summary>A name that a team had, and until when. Extracts may still use it.</summary>
/// <param name="Folded">As names are compared.</param>
public sealed record FormerTeamName(
    Id<FormerTeamName> Id, Id<Team> TeamId, string Folded, string Written, DateOnly UntilOn, Id<Reorganisation> ReorganisationId);

/// <summary>What a team was before a day: the sentence that stands with every figure that goes further back.</summary>
/// <param name="Until">The last day.</param>
/// <param name="Teams">Names that it had then, in name order.</param>
/// <param name="IsPart">One of them was split: of it only a part went here, and its earlier figures are those of the whole.</param>
public sealed record TeamWas(DateOnly Until, IReadOnlyList<string> Teams, bool IsPart);

/// <summary>Which teams followed which, so that what is told over time goes on through a reorganisation.</summary>
public sealed class TeamLineage(
    IReadOnlyCollection<Team> teams, IReadOnlyCollection<TeamLine> lines, IReadOnlyCollection<FormerTeamName> names)
{
    private readonly Dictionary<Id<Team>, Team> _teams = teams.ToDictionary(t => t.Id);
    private readonly ILookup<Id<Team>, TeamLine> _into = lines.ToLookup(l => l.ToId);
    private readonly ILookup<Id<Team>, TeamLine> _from = lines.ToLookup(l => l.FromId);

    /// <summary>These teams and all whose work went to them, however many steps before.</summary>
    public IReadOnlyList<Id<Team>> WithPredecessors(IEnumerable<Id<Team>> these)
    {
        var seen = new HashSet<Id<Team>>();
        var next = new Stack<Id<Team>>(these);
        while (next.TryPop(out var team))
            if (seen.Add(team)) foreach (var line in _into[team]) next.Push(line.FromId);

        return [.. seen];
    }

    /// <summary>The teams that have the work of this one on a day: itself while it exists, else those that followed. The main one
    /// first.</summary>
    public IReadOnlyList<Id<Team>> On(Id<Team> team, DateOnly day)
    {
        var (found, seen) = (new List<Id<Team>>(), new HashSet<Id<Team>>());
        Look(team);
        return found.Count == 0 ? [team] : found;

        void Look(Id<Team> at)
        {
            if (!seen.Add(at)) return;
            var followed = _from[at].Where(l => l.FromOn <= day).ToList();
            if (followed.Count == 0 && !found.Contains(at)) found.Add(at);
            var main = _teams.GetValueOrDefault(at)?.SuccessorId;
            foreach (var line in followed.OrderByDescending(l => l.ToId == main).ThenBy(l => NameOf(l.ToId), StringComparer.Ordinal))
                Look(line.ToId);
        }
    }

    /// <summary>The first day on which other teams' work was in this one; null where that never happened.</summary>
    public DateOnly? BeganOn(Id<Team> team) => _into[team].Min(l => (DateOnly?)l.FromOn);

    /// <summary>What a team was, the latest day first: other teams that became it, and other names.</summary>
    public IReadOnlyList<TeamWas> Before(Id<Team> team)
    {
        var before = _into[team].GroupBy(l => l.FromOn).Select(day => new TeamWas(
            day.Key.AddDays(-1),
            [.. day.Select(l => NameOf(l.FromId)).Concat(Stayed(team, day.Key)).Distinct().Order(StringComparer.CurrentCulture)],
            day.Any(l => _from[l.FromId].Count() > 1)));
        var called = names.Where(n => n.TeamId == team).Select(n => new TeamWas(n.UntilOn, [n.Written], false));
        return [.. before.Concat(called).OrderByDescending(w => w.Until)];
    }

    /// <summary>A team into which others went was there before them.</summary>
    private IEnumerable<string> Stayed(Id<Team> team, DateOnly day) =>
        _teams.GetValueOrDefault(team) is { } held && (held.FromOn is null || held.FromOn < day) ? [held.Name] : [];

    private string NameOf(Id<Team> team) => _teams.GetValueOrDefault(team)?.Name ?? "";
}

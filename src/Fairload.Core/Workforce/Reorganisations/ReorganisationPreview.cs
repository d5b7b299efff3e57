namespace Fairload.Core.Workforce.Reorganisations;

/// <summary>Somebody's place in a team, with the part of their capacity that it has.</summary>
/// <param name="Capacity">In points; null where their hours are not known.</param>
/// <param name="Points">Of load beside the cases that lie in these teams: duties, advice, cases in no team.</param>
public sealed record PlaceNow(Id<Worker> Worker, string Name, Id<Team> Team, decimal? Capacity, decimal Points);

/// <summary>An open case in a team.</summary>
/// <param name="Worker">In whose hands; null while it waits.</param>
/// <param name="Points">Of load, for whoever holds it; 0 while it waits.</param>
public sealed record WorkNow(string Reference, Id<Worker>? Worker, Id<Team> Team, decimal Points);

/// <summary>What a team holds.</summary>
/// <param name="NotKnown">People whose hours are not known: their capacity is in no sum.</param>
public sealed record TeamHolds(int People, int Cases, decimal Points, decimal Capacity, int NotKnown)
{
    /// <summary>Points as a part of the capacity that is known; null without any.</summary>
    public Percent? Load => Capacity > 0 ? Percent.Of(Points, Capacity) : null;
}

/// <summary>A team before and after. Null where it does not exist.</summary>
public sealed record TeamBeforeAfter(Id<Team> Team, string Name, string NameAfter, TeamHolds? Before, TeamHolds? After);

/// <summary>A person whose team becomes another one.</summary>
public sealed record PersonMoves(Id<Worker> Worker, string Name, string From, string Into);

/// <summary>What a reorganisation would do if it were done now.</summary>
/// <param name="Teams">In name order.</param>
/// <param name="Moves">In name order.</param>
/// <param name="Cases">Open cases whose team becomes another one, by reference.</param>
/// <param name="Orphans">People who would be in no team, in name order.</param>
/// <param name="OrphanCases">Cases that would lie in no team, by reference.</param>
public sealed record ReorganisationPreview(
    IReadOnlyList<TeamBeforeAfter> Teams, IReadOnlyList<PersonMoves> Moves, IReadOnlyList<string> Cases,
    IReadOnlyList<string> Orphans, IReadOnlyList<string> OrphanCases)
{
    public static ReorganisationPreview Of(ReorganisationPlan plan, IReadOnlyList<PlaceNow> people, IReadOnlyList<WorkNow> work)
    {
        var before = plan.From.ToDictionary(f => f.Id, f => f.Name);
        foreach (var into in plan.Into.Where(i => !i.IsNew)) before.TryAdd(into.Id, into.Name);
        var ending = plan.Ending.Select(e => e.Id).ToHashSet();
        var after = before.Where(t => !ending.Contains(t.Key)).ToDictionary(t => t.Key, t => t.Value);
        foreach (var into in plan.Into) after[into.Id] = into.Name;

        var placesAfter = people.Select(p => (Place: p, Team: plan.Follows(p.Team, p.Worker))).ToList();
        var workAfter = work.Select(w => (Work: w, Team: plan.Follows(w.Team, w.Worker))).ToList();
        var teams = before.Keys.Union(after.Keys).Select(id => new TeamBeforeAfter(
            id, before.GetValueOrDefault(id) ?? after[id], after.GetValueOrDefault(id) ?? "",
            before.ContainsKey(id) ? Holds([.. people.Where(p => p.Team == id)], [.. work.Where(w => w.Team == id)]) : null,
            after.ContainsKey(id)
                ? Holds([.. placesAfter.Where(p => p.Team == id).Select(p => p.Place)],
                    [.. workAfter.Where(w => w.Team == id).Select(w => w.Work)])
                : null));
        return new(
            [.. teams.OrderBy(t => t.Name, StringComparer.CurrentCulture)],
            [.. placesAfter.Where(p => p.Team is { } to && to != p.Place.Team)
                .Select(p => new PersonMoves(p.Place.Worker, p.Place.Name, before[p.Place.Team], after[p.Team!.Value]))
                .Distinct().OrderBy(m => m.Name, StringComparer.CurrentCulture).ThenBy(m => m.From, StringComparer.CurrentCulture)],
            [.. workAfter.Where(w => w.Team is { } to && to != w.Work.Team).Select(w => w.Work.Reference).Distinct()
                .Order(StringComparer.Ordinal)],
            [.. placesAfter.Where(p => p.Team is null).Select(p => p.Place.Name).Distinct().Order(StringComparer.CurrentCulture)],
            [.. workAfter.Where(w => w.Team is null).Select(w => w.Work.Reference).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static TeamHolds Holds(IReadOnlyList<PlaceNow> people, IReadOnlyList<WorkNow> work) => new(
        people.Select(p => p.Worker).Distinct().Count(), work.Select(w => w.Reference).Distinct().Count(),
            work.Sum(w => w.Points) + people.Sum(p => p.Points),
        people.Sum(p => p.Capacity ?? 0), people.Where(p => p.Capacity is null).Select(p => p.Worker).Distinct().Count());
}

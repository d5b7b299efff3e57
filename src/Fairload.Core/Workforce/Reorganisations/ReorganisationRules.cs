using Fairload.Core.Imports;

namespace Fairload.Core.Workforce.Reorganisations;

/// <summary>What a reorganisation is held against: every team, and every other reorganisation that is prepared.</summary>
public sealed record ReorganisationWorld(IReadOnlyList<Team> Teams, IReadOnlyList<Reorganisation> Prepared, DateOnly Today);

/// <summary>What would be left behind, or stands in the way, on the day that is looked at.</summary>
/// <param name="People">In teams that would end without one that follows.</param>
/// <param name="Cases">Open there.</param>
/// <param name="Posts">Established there, in FTE.</param>
/// <param name="Meetings">Allocation meetings about teams that would end, which are under way.</param>
/// <param name="Transfers">Cases on their way between teams that would become one.</param>
public sealed record LeftBehind(int People, int Cases, decimal Posts, int Meetings, int Transfers);

/// <summary>When a reorganisation can not be prepared, and when it can not be done.</summary>
public static class ReorganisationRules
{
    public const int LongestName = 100;

    /// <summary>Nobody plans further ahead; a later day is a slip of the pen.</summary>
    public const int MostYearsAhead = 3;

    private const int MostParts = 6;

    /// <summary>Why it can not be prepared; empty when it can.</summary>
    public static IReadOnlyList<Problem> WhatIsWrong(ReorganisationPlan plan, ReorganisationWorld world)
    {
        var problems = new List<Problem>();
        if (plan.On < world.Today) problems.Add(new("On", $"The day lies in the past. Enter today or a later day"));
        else if (plan.On > world.Today.AddYears(MostYearsAhead))
            problems.Add(new("On", $"The day lies more than {MostYearsAhead} years ahead. Check the year"));
        problems.AddRange(Shape(plan));
        problems.AddRange(Names(plan, world));
        problems.AddRange(Gone(plan, world));
        problems.AddRange(Contradictions(plan, null, world));
        return problems;
    }

    /// <summary>Why it can not be done today; empty when it can.</summary>
    public static IReadOnlyList<Problem> WhatStandsInTheWay(Reorganisation one, ReorganisationWorld world, LeftBehind left)
    {
        var problems = new List<Problem>();
        var plan = one.Plan;
        if (left.People + left.Cases > 0 || left.Posts > 0)
        {
            problems.Add(new("", $"It would leave {left.People} people, {left.Cases} open cases and posts of {left.Posts:0.##} FTE in no team. Move them first, or merge the team into the one that takes them"));
        }

        if (left.Meetings > 0) problems.Add(new("", $"{left.Meetings} allocation meetings about these teams are under way. End them first"));
        if (left.Transfers > 0)
            problems.Add(new("", $"{left.Transfers} cases are on their way between teams that would become one. End these transfers first"));
        problems.AddRange(Changed(plan, world));
        problems.AddRange(Names(plan, world));
        problems.AddRange(Gone(plan, world));
        problems.AddRange(Contradictions(plan, one.Id, world));
        return problems;
    }

    private static IEnumerable<Problem> Shape(ReorganisationPlan plan)
    {
        switch (plan.Kind)
        {
            case ReorganisationKind.Merge when plan.Into.Count != 1 || (plan.Into[0].IsNew && plan.From.Count < 2):
                yield return new("Teams", $"Choose at least two teams that become one");
                break;
            case ReorganisationKind.Merge when plan.Ending.Count == 0:
                yield return new("Teams", $"Choose at least one team beside the one into which it goes");
                break;
            case ReorganisationKind.Split when plan.From.Count != 1:
            case ReorganisationKind.Rename when plan.From.Count != 1:
            case ReorganisationKind.Close when plan.From.Count != 1:
                yield return new("Team", $"Choose a team from the list");
                break;
            case ReorganisationKind.Split when plan.Into.Count is < 2 or > MostParts:
                yield return new("Names", $"Give the names of 2 to {MostParts} teams that follow");
                break;
            case ReorganisationKind.Split when plan.Into.Any(i => i.Id == plan.From[0].Id):
                yield return new("Names", $"The team itself can not be one of those that follow it: give each a name of its own");
                break;
            case ReorganisationKind.Split when plan.Into.SelectMany(i => i.People).GroupBy(p => p).Any(g => g.Count() > 1):
                yield return new("", $"Somebody stands in two of the teams that follow. Choose one for each");
                break;
            case ReorganisationKind.Rename when plan.Into.Count == 1 && plan.Into[0].Name == plan.From[0].Name:
                yield return new("Name", $"The team is called that already. Enter its new name");
                break;
            case ReorganisationKind.MoveService when plan.From.Count == 0:
                yield return new("Service", $"Choose a service that has teams");
                break;
            case ReorganisationKind.MoveService when string.IsNullOrWhiteSpace(plan.Employer) || plan.Employer.Length > LongestName:
                yield return new("Employer", $"Enter who employs the service from then on, in {LongestName} characters or fewer");
                break;
            case ReorganisationKind.MoveService when plan.From.All(f => f.Employer == plan.Employer):
                yield return new("Employer", $"{plan.Employer} employs all teams of this service already");
                break;
        }
    }

    /// <summary>A name is known again from extracts however it is written, so two teams that are written alike are one.</summary>
    private static IEnumerable<Problem> Names(ReorganisationPlan plan, ReorganisationWorld world)
    {
        var field = plan.Kind == ReorganisationKind.Split ? "Names" : "Name";
        var own = plan.Kind == ReorganisationKind.Rename && plan.From.Count == 1 ? plan.From[0].Id : (Id<Team>?)null;
        var held = world.Teams.Where(t => t.Id != own).Select(t => Written.Fold(t.Name)).ToHashSet();
        var given = new HashSet<string>();
        foreach (var name in plan.Names)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
                yield return new(field, $"Enter the name of the team, in {LongestName} characters or fewer");
            else if (held.Contains(Written.Fold(name)))
                yield return new(field, $"There is a team {name} already, or there was. Choose another name");
            else if (!given.Add(Written.Fold(name)))
                yield return new(field, $"The name {name} stands here twice. Give each team a name of its own");
        }

        foreach (var team in plan.Into.Where(i => i.IsNew && string.IsNullOrWhiteSpace(i.Service)))
            yield return new("Service", $"Choose the service to which {team.Name} belongs");
    }

    /// <summary>Teams that are not there on the day.</summary>
    private static IEnumerable<Problem> Gone(ReorganisationPlan plan, ReorganisationWorld world)
    {
        var there = world.Teams.ToDictionary(t => t.Id);
        foreach (var id in plan.Touches)
        {
            if (there.GetValueOrDefault(id) is not { } team)
                yield return new("", $"One of the teams is not there any more. Take this back and prepare it anew");
            else if (!team.Exists(plan.On))
                yield return new("", $"The team {team.Name} does not exist on {plan.On:d MMMM yyyy}");
        }
    }

    /// <summary>Somebody has changed a team since the plan was made: who made it has to look again.</summary>
    private static IEnumerable<Problem> Changed(ReorganisationPlan plan, ReorganisationWorld world)
    {
        var there = world.Teams.ToDictionary(t => t.Id, t => t.Version);
        var seen = plan.From.Select(f => (f.Id, f.Name, f.Version))
            .Concat(plan.Into.Where(i => !i.IsNew).Select(i => (i.Id, i.Name, i.Version)));
        foreach (var (_, name, _) in seen.Where(s => there.TryGetValue(s.Id, out var now) && now != s.Version).DistinctBy(s => s.Id))
            yield return new("", $"The team {name} has been changed since this was prepared. Look at it again below, and say that it still holds");
        if (plan.Kind != ReorganisationKind.MoveService) yield break;
        var others = world.Teams.Where(t => t.Service == plan.Service && t.Exists(plan.On) && plan.From.All(f => f.Id != t.Id)).ToList();
        foreach (var team in others)
            yield return new("", $"The team {team.Name} has come to this service since this was prepared. Look at it again below, and say that it still holds");
    }

    /// <summary>Two that are about one team, or that give one name, would each undo what the other sees.</summary>
    private static IEnumerable<Problem> Contradictions(ReorganisationPlan plan, Id<Reorganisation>? own, ReorganisationWorld world)
    {
        var names = plan.Names.Select(Written.Fold).ToHashSet();
        foreach (var other in world.Prepared.Where(r => r.Id != own && r.IsPrepared))
        {
            // Of two that somehow stand side by side the one that is due first goes first.
            if (own is not null && other.DueOn > plan.On) continue;
            var both = other.Plan.Touches.Intersect(plan.Touches).Select(id => world.Teams.FirstOrDefault(t => t.Id == id)?.Name)
                .OfType<string>();
            foreach (var team in both)
                yield return new("", $"Another reorganisation, prepared by {other.PreparedBy} for {other.DueOn:d MMMM yyyy}, is about {team} too. Wait until it is done, or take one of the two back");
            foreach (var name in other.Plan.Names.Where(n => names.Contains(Written.Fold(n))))
                yield return new("Name", $"Another reorganisation, prepared by {other.PreparedBy} for {other.DueOn:d MMMM yyyy}, gives the name {name} too. Choose another");
        }
    }
}

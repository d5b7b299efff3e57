namespace Fairload.Core.Workforce.Reorganisations;

/// <summary>What a reorganisation does. One does one thing: several on one day stand side by side.</summary>
public enum ReorganisationKind
{
    /// <summary>Teams go into one, which is there already or begins.</summary>
    Merge,

    /// <summary>A team becomes several; each person goes to one of them.</summary>
    Split,

    /// <summary>A team is called something else.</summary>
    Rename,

    /// <summary>A team that nobody works in and that holds no work ends.</summary>
    Close,

    /// <summary>A service goes to another employer: a trust, a social enterprise, back to the council.</summary>
    MoveService,
}

/// <summary>A team as it was when the reorganisation was prepared. Another version says that somebody has changed it since.</summary>
public sealed record TeamSeen(Id<Team> Id, string Name, string Service, string Employer, int Version)
{
    public static TeamSeen Of(Team team) => new(team.Id, team.Name, team.Service, team.Employer, team.Version);
}

/// <summary>A team in which the work goes on.</summary>
/// <param name="IsNew">It begins with the reorganisation.</param>
/// <param name="Version">Of a team that is there, as it was seen; 0 for one that begins.</param>
/// <param name="People">Of a split, those who go to this part. Who is named in none goes to the first.</param>
public sealed record PlannedTeam(
    Id<Team> Id, bool IsNew, string Name, string Service, string Employer, int Version, IReadOnlyList<Id<Worker>> People);

/// <summary>The whole of a reorganisation: which teams, into what, and from which day.</summary>
/// <param name="On">The first day on which it is so.</param>
/// <param name="Service">Of a move of a service, which; else empty.</param>
/// <param name="Employer">Of a move of a service, to whom; else empty.</param>
public sealed record ReorganisationPlan(
    ReorganisationKind Kind, DateOnly On, IReadOnlyList<TeamSeen> From, IReadOnlyList<PlannedTeam> Into, string Service, string Employer)
{
    /// <summary>The last day on which it is as before.</summary>
    public DateOnly LastDay => On.AddDays(-1);

    /// <summary>Teams that end with it: those it is about, but for one into which the others go.</summary>
    public IReadOnlyList<TeamSeen> Ending => Kind is ReorganisationKind.Rename or ReorganisationKind.MoveService
        ? [] : [.. From.Where(f => Into.All(i => i.Id != f.Id))];

    /// <summary>Every team that is there already and that it changes.</summary>
    public IReadOnlyList<Id<Team>> Touches => [.. From.Select(f => f.Id).Concat(Into.Where(i => !i.IsNew).Select(i => i.Id)).Distinct()];

    /// <summary>Names that it gives.</summary>
    public IReadOnlyList<string> Names =>
        [.. Into.Where(i => i.IsNew || Kind == ReorganisationKind.Rename).Select(i => i.Name)];

    /// <summary>The teams that have the work of one from that day on: itself where it stays, none where it closes.</summary>
    public IEnumerable<Id<Team>> FollowedBy(Id<Team> team) => Ending.All(e => e.Id != team) ? [team] : Into.Select(i => i.Id);

    /// <summary>In which team somebody, or the work in their hands, is from that day on; null where it would be left in none.</summary>
    /// <param name="worker">Null for work in nobody's hands.</param>
    public Id<Team>? Follows(Id<Team> team, Id<Worker>? worker)
    {
        if (Ending.All(e => e.Id != team)) return team;
        if (Into.Count == 0) return null;
        return worker is { } who && Into.FirstOrDefault(i => i.People.Contains(who)) is { } part ? part.Id : Into[0].Id;
    }
}

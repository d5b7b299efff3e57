using Fairload.Core.Workforce;

namespace Fairload.Core.Access;

/// <summary>A role and where it is held: a team, a service, or neither for the whole council.</summary>
public sealed record Grant(Role Role, Id<Team>? Team = null, string? Service = null);

/// <summary>
/// Who is asking. Every desk takes one and answers only what it may see. Made anew for each request from the session's
/// account, so a role that is taken away is gone on the next request.
/// </summary>
public sealed class Reader(string name, Id<Worker>? worker, IReadOnlyList<Grant> grants, Id<Account>? account = null)
{
    /// <summary>The person at the terminal of the machine that holds the data: whoever can read the files may ask anything.</summary>
    public static Reader AtTheMachine { get; } = new("at the machine", null,
        [new(Role.Analyst), new(Role.PrincipalSocialWorker), new(Role.Administrator)]);

    public string Name { get; } = name;
    public Id<Worker>? Worker { get; } = worker;
    public Id<Account>? Account { get; } = account;
    public IReadOnlyList<Grant> Grants { get; } = grants;

    public bool Is(Role role) => Grants.Any(g => g.Role == role);

    public bool May(Permission permission) =>
        permission == Permission.OwnAccount || Grants.Any(g => AccessTable.Of(g.Role, permission) != Reach.None);

    /// <summary>What the permission lets this person see. A team grant of a role that reaches a service still sees one team.</summary>
    public Sight SightFor(Permission permission)
    {
        var held = Grants.Where(g => AccessTable.Of(g.Role, permission) != Reach.None).ToList();
        var own = held.Count > 0 ? Worker : null;
        var wide = held.Where(g => AccessTable.Of(g.Role, permission) > Reach.Own).ToList();

        return new(
            wide.Any(g => AccessTable.Of(g.Role, permission) == Reach.Council && g.Team is null && g.Service is null),
            wide.Where(g => g.Service is not null).Select(g => g.Service!).ToHashSet(),
            wide.Where(g => g.Team is not null).Select(g => g.Team!.Value).ToHashSet(),
            own);
    }
}

/// <summary>Which teams and which person's own records may be seen.</summary>
public sealed record Sight(bool Everything, IReadOnlySet<string> Services, IReadOnlySet<Id<Team>> Teams, Id<Worker>? Own)
{
    public bool IsBlind => !Everything && Services.Count == 0 && Teams.Count == 0 && Own is null;

    public bool SeesTeam(Team team) => Everything || Teams.Contains(team.Id) || Services.Contains(team.Service);

    public bool SeesWorker(Id<Worker> worker, IEnumerable<Team> teams) => Everything || worker == Own || teams.Any(SeesTeam);
}

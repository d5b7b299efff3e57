using Fairload.Core.Access;
using Fairload.Core.Workforce;

namespace Fairload.Core.Actions;

/// <summary>
/// Which actions somebody may see: their own; those of their units; those of the whole council. Elected members see what scrutiny asked
/// for, what the public reads, and what nobody else has put right.
/// </summary>
/// <param name="Sight">By the permission to see actions.</param>
/// <param name="OwnTeams">In which the reader works.</param>
/// <param name="OwnServices">Of those teams.</param>
/// <param name="Account">The reader; null for a command at the machine.</param>
/// <param name="IsMember">The reader holds no other role that sees actions than that of an elected member.</param>
public sealed record ActionSight(
    Sight Sight, IReadOnlySet<Id<Team>> OwnTeams, IReadOnlySet<string> OwnServices, Id<Account>? Account, bool IsMember)
{
    /// <param name="serviceOfTeam">Of the action's team; empty where it has none.</param>
    /// <param name="wentToMembers">It was so long overdue that members were told.</param>
    public bool Sees(AgreedAction action, string serviceOfTeam, bool wentToMembers)
    {
        if (Sight.Everything || action.OwnerId == Account) return true;
        if (IsMember) return action.IsPublic || action.ResolutionId is not null || wentToMembers;
        if (action is { TeamId: null, Service.Length: 0 }) return true;
        if (action.TeamId is { } team)
            return OwnTeams.Contains(team) || Sight.Teams.Contains(team) || Sight.Services.Contains(serviceOfTeam);
        return OwnServices.Contains(action.Service) || Sight.Services.Contains(action.Service);
    }

    /// <summary>Whether the reader may keep it: their own, and what the permission to keep actions reaches.</summary>
    public static bool Keeps(Sight keeps, AgreedAction action, string serviceOfTeam, Id<Account>? account) =>
        action.OwnerId == account || IsReached(keeps, action.TeamId, action.TeamId is null ? action.Service : serviceOfTeam);

    /// <summary>Whether somebody may promise something for a unit.</summary>
    /// <param name="service">Of the team, or the service itself; empty for the whole council.</param>
    public static bool IsReached(Sight keeps, Id<Team>? team, string service) =>
        keeps.Everything || (team is { } id && keeps.Teams.Contains(id)) || (service.Length > 0 && keeps.Services.Contains(service));
}

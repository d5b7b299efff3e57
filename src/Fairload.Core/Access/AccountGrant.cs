using Fairload.Core.Workforce;

namespace Fairload.Core.Access;

/// <summary>A role that an account holds, for a team, a service or the whole council.</summary>
public sealed class AccountGrant
{
    private AccountGrant() { }

    public Id<AccountGrant> Id { get; private init; }
    public Id<Account> AccountId { get; private init; }
    public Role Role { get; private init; }
    public Id<Team>? TeamId { get; private init; }
    public string? Service { get; private init; }

    public static AccountGrant Give(Id<Account> account, Grant grant) => new()
    {
        Id = Id<AccountGrant>.New(),
        AccountId = account,
        Role = grant.Role,
        TeamId = grant.Team,
        Service = grant.Service,
    };

    public Grant AsGrant() => new(Role, TeamId, Service);

    /// <summary>
    /// Refuses a grant that would reach nothing, or further than its role: a team manager without a team, a head of service
    /// without a service, a practitioner or an administrator of one team.
    /// </summary>
    public static Result<Grant> Check(Role role, Id<Team>? team, string? service)
    {
        var scope = string.IsNullOrWhiteSpace(service) ? null : service.Trim();
        if (team is not null && scope is not null) return new Problem("Service", $"Choose a team or a service, not both");

        switch (role)
        {
            case Role.TeamManager when team is null:
                return new Problem("Team", $"Choose the team that this person manages");
            case Role.HeadOfService when scope is null:
                return new Problem("Service", $"Choose the service that this person is head of");
            case Role.TeamManager or Role.HeadOfService:
                return new Grant(role, team, scope);
            case Role.PrincipalSocialWorker or Role.HumanResources or Role.Analyst or Role.Evaluator:
                return new Grant(role, team, scope);
            default:
                if (team is not null) return new Problem("Team", $"This role is held for the whole council: leave the team empty");
                if (scope is not null) return new Problem("Service", $"This role is held for the whole council: leave the service empty");
                return new Grant(role);
        }
    }
}

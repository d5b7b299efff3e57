using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Routes;

/// <summary>One reader for each role: on the staff sheet where the role belongs there, holding it where it is held.</summary>
internal static class Cast
{
    /// <summary>Everyone, and somebody without any role.</summary>
    public static IReadOnlyList<Role?> Roles { get; } = [.. Enum.GetValues<Role>().Select(r => (Role?)r), null];

    public static async Task<Visitor> Play(this TheCouncil council, Served site, Role? role)
    {
        var records = council.Records;
        var worker = role switch
        {
            Role.Practitioner => records.SomebodyWithCases,
            Role.TeamManager or Role.HeadOfService or Role.Director or Role.PrincipalSocialWorker =>
                await OnTheStaffSheet(site, role.Value),
            _ => (Id<Worker>?)null,
        };
        IReadOnlyList<Grant> grants = role switch
        {
            null => [],
            Role.TeamManager => [new(Role.TeamManager, records.Manages.Id)],
            Role.HeadOfService => [new(Role.HeadOfService, Service: records.Manages.Service)],
            _ => [new(role.Value)],
        };
        return await site.As(grants, worker);
    }

    private static async Task<Id<Worker>?> OnTheStaffSheet(Served site, Role role)
    {
        var person = await site.Person(role);
        return await site.Ask(db => db.Set<Account>().Where(a => a.Id == person).Select(a => a.WorkerId).SingleAsync());
    }
}

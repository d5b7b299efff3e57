using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Workforce;
using Fairload.Web.Tests.Journeys;

namespace Fairload.Web.Tests.Routes;

/// <summary>An action of each of three teams, and a meeting of scrutiny with a resolution that one of them comes from.</summary>
internal static class PlantedActions
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    /// <param name="teams">The managed one, one beside it and one of another service, in this order.</param>
    public static async Task In(Served site, Id<Account> owner, IReadOnlyList<Team> teams, Dictionary<(Kind, Nearness), string> keys)
    {
        foreach (var (near, team) in new[] { Nearness.OwnTeam, Nearness.OtherTeam, Nearness.OtherService }.Zip(teams))
        {
            var plan = new ActionPlan(
                "Give the duty room a door", "Staff are overheard", new(SourceKind.SmallThing, "", ""), owner, "Team manager",
                site.Clock.UkToday.AddDays(14), "", null, team.Id, "");
            var action = Good(await site.Desk((ActionKeeping desk) => desk.Agree(plan, Principal, default)));
            keys[(Kind.Action, near)] = action.Id.ToString();
        }

        var held = site.Clock.UkToday.AddDays(-7);
        var meeting = Good(await site.Desk((ScrutinyKeeping desk) => desk.Record("Scrutiny Commission", held, Principal, default)));
        var resolution = Good(await site.Desk((ScrutinyKeeping desk) =>
            desk.Agree(meeting.Id, "That sickness figures be supplied", null, Principal, default)));
        Good(await site.Desk((ScrutinyKeeping desk) => desk.Publish(resolution.Id, true, true, 0, Principal, default)));
        keys[(Kind.Scrutiny, Nearness.OwnTeam)] = meeting.Id.ToString();
        keys[(Kind.Resolution, Nearness.OwnTeam)] = resolution.Id.ToString();
    }

    private static T Good<T>(Result<T> done) where T : notnull =>
        done.Try(out var made, out var problems) ? made : throw new InvalidOperationException(problems[0].Message);
}

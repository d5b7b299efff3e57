using System.Globalization;
using Fairload.App.Actions;
using Fairload.App.HealthCheck.Cycles;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;

namespace Fairload.Web.Tests.Journeys;

/// <summary>What people of the council did before a journey begins, by the desks that the pages ask.</summary>
internal static class Before
{
    public static Reader Principal { get; } = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    /// <summary>A day as the pages write it.</summary>
    public static string Says(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    public static T Good<T>(Result<T> done) where T : notnull =>
        done.Try(out var made, out var problems) ? made : throw new InvalidOperationException(problems[0].Message);

    public static async Task<AgreedAction> Promised(Served site, string what, Id<Account> owner, Id<Team>? team, DateOnly due)
    {
        var plan = new ActionPlan(
            what, "Files say who does what by when", new(SourceKind.CaseFileAudit, "", ""), owner, "Team manager", due, "", null, team, "");
        return Good(await site.Desk((ActionKeeping desk) => desk.Agree(plan, Principal, default)));
    }

    /// <summary>A session of last week whose record waits for the worker, and one in three days.</summary>
    public static async Task Supervised(Served site, Id<Worker> worker)
    {
        var today = site.Clock.UkToday;
        var past = await Planned(site, worker, today.AddDays(-7));
        var held = new SessionHeld(past.PlannedOn, SessionKind.Case, 95, null, null, false, "Takes the duty week.", "");
        Good(await site.Desk((SupervisionSessionDesk desk) =>
            desk.Hold(past.Id, past.Version, held, "Write the closing summary", Principal, default)));
        await Planned(site, worker, today.AddDays(3));
    }

    public static async Task Opened(Served site)
    {
        var today = site.Clock.UkToday;
        Good(await site.Desk((CycleDesk desk) =>
            desk.Begin(today.Year, "five-areas-2009", today.AddYears(-1).AddDays(1), today, Principal, default)));
    }

    private static async Task<SupervisionSession> Planned(Served site, Id<Worker> worker, DateOnly day) =>
        Good(await site.Desk((SupervisionDesk desk) =>
            desk.Plan(worker, new(day, new(10, 0), "Room 2", null), Principal, default)));
}

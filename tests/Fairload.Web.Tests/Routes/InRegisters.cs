using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Fairload.Web.Tests.Journeys;

namespace Fairload.Web.Tests.Routes;

/// <summary>One entry of each register of the workplace.</summary>
internal static class InRegisters
{
    public static async Task<IReadOnlyList<(Kind Kind, string Key)>> Enter(this Served site, Id<Team> team, Reader reader)
    {
        var today = site.Clock.UkToday;
        var risk = new RiskFacts(
            RiskKind.LoneWorking, RiskAbout.Team, "", team, null, today.AddDays(-400), "Pat Singh", today.AddDays(-35));
        var feedback = new FeedbackFacts(
            FeedbackKind.Complaint, FeedbackNature.Delay, today.AddDays(-30), null, FeedbackOutcome.NotKnown, team, "");
        var thing = new SmallThingFacts(SmallThingKind.Drawer, "Mill Lane", "It does not lock", team);
        return
        [
            (Kind.Risk, Records.Good(
                await site.Desk<RiskDesk, Result<RiskAssessment>>(desk => desk.Enter(risk, reader, default))).Id.ToString()),
            (Kind.Incident, Records.Good(await site.Desk<IncidentDesk, Result<Incident>>(
                desk => desk.Report(IncidentKind.Threat, today.AddDays(-20), team, false, reader, default))).Id.ToString()),
            (Kind.SmallThing, Records.Good(
                await site.Desk<SmallThingDesk, Result<SmallThing>>(desk => desk.Report(thing, false, reader, default))).Id.ToString()),
            (Kind.Feedback, Records.Good(
                await site.Desk<FeedbackDesk, Result<Feedback>>(desk => desk.Enter(feedback, reader, default))).Id.ToString()),
        ];
    }
}

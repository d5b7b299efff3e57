using Fairload.App.Workforce.Initiatives;
using Fairload.Core.Workforce.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>What a council asks of its teams beside casework: some with a reason and an end, one without either, one that is over its
/// end, one that has ended.</summary>
internal sealed class DemoInitiatives(DemoDesks desks, DemoReaders people, DateOnly today)
{
    public async Task Enter(CancellationToken stop)
    {
        var own = await desks.Ask((FairloadDb db) => db.Teams.AsNoTracking().SingleAsync(t => t.Id == people.Team, stop));
        var written = new[]
        {
            Of("Annual children in need census", InitiativeKind.Return, "Department for Education",
                "The law asks every council for it once a year.", StaffTold.Yes, today.AddDays(-60), 6, EffortPer.Team, today.AddDays(-40),
                today.AddDays(70)),
            Of("New assessment form", InitiativeKind.Initiative, "Head of quality assurance",
                "Families told us that they are asked the same things three times.", StaffTold.Yes, today.AddDays(-20), 2,
                EffortPer.Person, today.AddDays(-30), today.AddDays(120)),
            Of("Weekly tracker of visits", InitiativeKind.Initiative, "Improvement board", "", StaffTold.No, null, 1.5m, EffortPer.Person,
                today.AddDays(-200), null),
            Of("Preparing for inspection", InitiativeKind.Inspection, "Director of children's services",
                "An inspection is expected before the summer.", StaffTold.Yes, today.AddDays(-90), 12, EffortPer.Team, today.AddDays(-90),
                today.AddDays(-7)),
            Of("Moving to the new case system", InitiativeKind.Project, "Corporate change board",
                "The old system is not supported any more.", StaffTold.NotKnown, null, null, EffortPer.Person, today.AddDays(30),
                today.AddDays(300)),
            Of("Pilot of evening duty", InitiativeKind.Project, "Head of service", "To find out whether evenings prevent crises.",
                StaffTold.Yes, today.AddDays(-240), 20, EffortPer.Team, today.AddDays(-220), today.AddDays(-40)) with
            {
                Reach = InitiativeReach.Teams,
                Teams = [own.Id],
            },
        };
        foreach (var facts in written)
        {
            var one = (await desks.Ask((InitiativeDesk desk) => desk.Enter(facts, people.Principal, stop))).OfTheDemo();
            if (facts.Reach != InitiativeReach.Teams) continue;
            (await desks.Ask((InitiativeDesk desk) => desk.End(
                one.FirstId, today.AddDays(-40), "Two families a week came; the rota goes on with volunteers only.", one.Number,
                people.Principal, stop))).OfTheDemo();
        }
    }

    private static InitiativeFacts Of(
        string name, InitiativeKind kind, string askedBy, string why, StaffTold told, DateOnly? toldOn, decimal? hours, EffortPer per,
        DateOnly starts, DateOnly? expected) => new(
        name, kind, askedBy, why, told, toldOn, hours, per, InitiativeReach.Council, [], [], starts, expected);
}

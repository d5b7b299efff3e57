using Fairload.App.Allocation.Transfers;
using Fairload.App.Store;
using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>Cases of the demo that go to the complex case panel, and between teams.</summary>
internal sealed class DemoJourneys(DemoDesks desks, DemoReaders people, MovedClock clock)
{
    private const string Place = "Room 2.14, Town Hall";
    private const string Handover = "Next visit is agreed for Wednesday. The school nurse knows the children best.";
    private const string Sits = "Principal social worker, head of service, legal adviser";

    /// <summary>One session that has been, with its advice; two to come, with one booking.</summary>
    public async Task HoldAPanel(DemoCouncil.Days days, CancellationToken stop)
    {
        var held = days.Third.AddDays(-1);
        clock.MoveTo(held.AddDays(-9));
        var past = await Open(held, stop);
        // In a very small council the one to sign in as may hold too little.
        if (await CasesOf(people.Practitioner, stop) is not [var stuck, var disputed]) return;
        var first = await Book(stuck, past, "The plan has run for a year and the same worries come back. What have we not tried?", stop);
        clock.MoveTo(days.Third);
        (await desks.Ask((PanelSessionDesk desk) => desk.Record(
            first,
            new("Bring the wider family together before the next conference; ask the housing partner to that meeting.",
                "A family group conference within four weeks; the plan stays as it is until then.", Sits, ["family", "housing-and-money"], ""),
            people.Principal, stop))).OfTheDemo();
        var next = await Open(days.Today.AddDays(3), stop);
        await Open(days.Today.AddDays(17), stop);
        await Book(disputed, next, "Two agencies see the risk quite differently. Whose threshold is right?", stop);
    }

    /// <summary>One case that the other manager has to answer for, one that waits for the manager's answer, and one that came back
    /// twice.</summary>
    public async Task SendCasesToOtherTeams(DemoCouncil.Days days, CancellationToken stop)
    {
        if (people.Neighbours is not [var beside, ..]) return;
        var ours = await CasesIn(people.Team, 2, stop);
        var theirs = await CasesIn(beside.Team, 1, stop);
        if (ours.Count < 2 || theirs.Count < 1) return;
        clock.MoveTo(days.Third);
        await Propose(ours[0], people.Team, beside.Team, people.Manager, "The family has moved to their side of the river.", stop);
        await Propose(theirs[0], beside.Team, people.Team, beside.Manager, "A brother is already known to your team.", stop);
        var disputed = await Propose(
            ours[1], people.Team, beside.Team, people.Manager, "The mother lives there since September; school and GP are there too.", stop);
        var back = await Return(disputed, beside.Manager, "The children sleep at their father's, which is in your area.", stop);
        back = (await desks.Ask((TransferStepDesk desk) => desk.ProposeAgain(
            new(back.Id, back.Version), "The court has confirmed on Thursday that they live with their mother.", Handover,
            PersonWish.NotKnown, people.Manager, stop))).OfTheDemo();
        clock.MoveTo(days.Today);
        await Return(back, beside.Manager, "Nobody in the team has room for another family before December.", stop);
    }

    private async Task<Transfer> Propose(
        Id<Case> one, Id<Team> from, Id<Team> to, Reader by, string reason, CancellationToken stop) =>
        (await desks.Ask((TransferDesk desk) => desk.Propose(
            new(one, from, to, reason, Handover, PersonWish.NotKnown), by, stop))).OfTheDemo();

    private async Task<Transfer> Return(Transfer transfer, Reader by, string reason, CancellationToken stop) =>
        (await desks.Ask((TransferStepDesk desk) => desk.Return(new(transfer.Id, transfer.Version), reason, by, stop))).OfTheDemo();

    private async Task<Id<Core.Supervision.PanelSession>> Open(DateOnly day, CancellationToken stop) =>
        (await desks.Ask((PanelSessionDesk desk) =>
            desk.Open(new("", day, new(10, 0), Place, Sits, 4, 40), people.Principal, stop))).OfTheDemo().Id;

    private async Task<Id<Core.Supervision.PanelBooking>> Book(
        Id<Case> one, Id<Core.Supervision.PanelSession> session, string question, CancellationToken stop) =>
        (await desks.Ask((PanelDesk desk) => desk.Book(one, session, 1, question, people.Practitioner, stop))).OfTheDemo().Id;

    /// <summary>The first by reference, so that the same seed takes the same.</summary>
    private Task<List<Id<Case>>> CasesOf(Reader worker, CancellationToken stop) => desks.Ask((FairloadDb db) =>
        db.Cases.AsNoTracking()
            .Where(c => c.ClosedOn == null && db.Assignments.Any(a => a.CaseId == c.Id && a.ToOn == null && a.WorkerId == worker.Worker))
            .OrderBy(c => c.Reference).Select(c => c.Id).Take(2).ToListAsync(stop));

    /// <summary>Cases of the team that somebody at work holds alone.</summary>
    private Task<List<Id<Case>>> CasesIn(Id<Team> team, int count, CancellationToken stop) => desks.Ask((FairloadDb db) =>
        db.Cases.AsNoTracking()
            .Where(c => c.ClosedOn == null && c.Tier == 2 && db.Assignments.Count(a => a.CaseId == c.Id && a.ToOn == null) == 1
                && db.Assignments.Any(a => a.CaseId == c.Id && a.ToOn == null && a.TeamId == team && a.WorkerId != null
                    && a.WorkerId != people.Practitioner.Worker && db.Workers.Any(w => w.Id == a.WorkerId && w.EndsOn == null)))
            .OrderBy(c => c.Reference).Select(c => c.Id).Take(count).ToListAsync(stop));
}

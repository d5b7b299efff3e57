using Fairload.App.Actions;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>
/// Ten weeks of promises: a meeting of scrutiny with six resolutions, actions kept, moved and broken, one that can not be paid for, a vote
/// of staff, a dissent of the union and a message to staff. Everything by the desks, on its day.
/// </summary>
internal sealed class DemoActions(DemoDesks desks, DemoReaders people, MovedClock clock)
{
    private const string Committee = "Children and Adults Scrutiny Commission";

    /// <summary>What each resolution says, who answers for its action, and in how many days from the meeting it is due.</summary>
    private static readonly (string Text, Role Owner, string What, int Due)[] Agreed =
    [
        ("That the report of the health check be noted and staff be thanked for their candour.", Role.PrincipalSocialWorker, "Note the report", 0),
        ("That the Principal Social Worker be invited to the next meeting.", Role.PrincipalSocialWorker, "Come to the next meeting", 50),
        ("That a report on progress be brought back in six months’ time.", Role.Director, "Bring a report on progress back", 0),
        ("That the number of bank staff who took part in the survey be circulated to members.", Role.HumanResources,
            "Circulate how many bank staff were asked and how many took part", 35),
        ("That sickness figures by service be supplied to members each quarter.", Role.HumanResources, "Supply sickness figures by service", 30),
        ("That members be told how staff were supported while the offices moved.", Role.HeadOfService,
            "Tell members how staff were supported while the offices moved", 45),
    ];

    private readonly Dictionary<Role, Id<Account>> _accounts = [];
    private DateOnly _today;

    public async Task Play(DemoCouncil council, CancellationToken stop)
    {
        _today = council.Today;
        foreach (var person in council.People)
        {
            _accounts.TryAdd(person.Role, await desks.Ask((FairloadDb db) =>
                db.Set<Account>().Where(a => a.Name == person.Name).Select(a => a.Id).SingleAsync(stop)));
        }

        var meeting = await Meet(stop);
        var phones = await Phones(council.Seed, stop);
        await Team(stop);
        await Settle(meeting, stop);
        await LookBack(phones, stop);
        On(0);
    }

    private void On(int daysFromToday) => clock.MoveTo(_today.AddDays(daysFromToday));

    /// <summary>Ten weeks ago, taken down the day after; the next one is to come.</summary>
    private async Task<IReadOnlyList<(Resolution Resolution, AgreedAction Action)>> Meet(CancellationToken stop)
    {
        On(-69);
        var meeting = (await desks.Ask((ScrutinyKeeping d) =>
            d.Record(Committee, _today.AddDays(-70), people.Principal, stop))).OfTheDemo();
        (await desks.Ask((ScrutinyKeeping d) => d.Record(Committee, _today.AddDays(14), people.Principal, stop))).OfTheDemo();
        foreach (var item in new[] { "The health check of social work, two years on", "Sickness and agency staff" })
            (await desks.Ask((ScrutinyKeeping d) => d.Add(meeting.Id, item, people.Principal, stop))).OfTheDemo();
        var asked = (await desks.Ask((ScrutinyKeeping d) => d.Ask(
            meeting.Id, "How many of those who answered work for the bank?", "Councillor Idris Pennard", people.Principal, stop)))
            .OfTheDemo();
        (await desks.Ask((ScrutinyKeeping d) => d.Answer(
            meeting.Id, asked.Id, "That was not asked apart. It will be worked out from the staff list.", people.Principal, stop))).OfTheDemo();
        (await desks.Ask((ScrutinyKeeping d) => d.Name(meeting.Id, people.Manager.Name, true, people.Principal, stop))).OfTheDemo();
        (await desks.Ask((ScrutinyKeeping d) => d.CountWitnesses(meeting.Id, 3, people.Principal, stop))).OfTheDemo();

        var made = new List<(Resolution, AgreedAction)>();
        foreach (var (text, owner, what, due) in Agreed)
        {
            var one = (await desks.Ask((ScrutinyKeeping d) => d.Agree(meeting.Id, text, null, people.Principal, stop))).OfTheDemo();
            var view = await desks.Ask((ScrutinyDesk d) => d.Show(one.Id, people.Principal, stop));
            var day = due == 0 ? view!.Suggested : _today.AddDays(due - 70);
            var part = new ResolutionPart(what, _accounts[owner], Post(owner), day, one.Shape == ResolutionShape.Note);
            var split = (await desks.Ask((ScrutinyKeeping d) => d.Split(one.Id, [part], people.Principal, stop))).OfTheDemo();
            made.Add((one, split[0]));
        }

        foreach (var (one, _) in made)
            (await desks.Ask((ScrutinyKeeping d) => d.Publish(one.Id, true, true, 0, people.Principal, stop))).OfTheDemo();
        (await desks.Ask((ScrutinyKeeping d) => d.Tell(
            meeting.Id, "The Commission thanks everybody who answered and everybody who came. We have asked for a report in six months.",
            people.Principal, stop))).OfTheDemo();
        return made;
    }

    /// <summary>For the whole council, done, and felt by most who voted.</summary>
    private async Task<AgreedAction> Phones(int seed, CancellationToken stop)
    {
        On(-66);
        var action = await Promise(
            "Give everybody who visits alone a phone that works", SourceKind.SurveyResult, Role.HeadOfService, -45, null,
            "risk-assessments", stop);
        On(-48);
        await Note(action, "Four hundred phones have come; they are handed out team by team.", stop);
        On(-46);
        await Finish(action, "The list of phones handed out, signed by each team.", stop);
        var staff = await desks.Ask((FairloadDb db) => db.Workers.AsNoTracking()
            .Where(w => (w.EndsOn == null || w.EndsOn > _today) && w.StartsOn < _today.AddYears(-1)).OrderBy(w => w.StaffNumber)
            .Take(60).ToListAsync(stop));
        var dice = new Random(seed);
        foreach (var (worker, at) in staff.OrderBy(_ => dice.Next()).Take(18).Select((w, at) => (w, at)))
        {
            var voter = new Reader(worker.Name, worker.Id, [new(Role.Practitioner)]);
            var said = at < 11 ? FeltAnswer.Felt : at < 16 ? FeltAnswer.NotFelt : FeltAnswer.CannotTell;
            (await desks.Ask((FeltDesk d) => d.Vote(action.Id, said, voter, stop))).OfTheDemo();
        }

        return action;
    }

    /// <summary>Of the manager's team: one moved twice, one due soon, one in the middle of its vote.</summary>
    private async Task Team(CancellationToken stop)
    {
        On(-60);
        var room = await Promise("Give the duty room a door that closes", SourceKind.SmallThing, Role.TeamManager, -30, people.Team, "", stop);
        var rota = await Promise(
            "Share the duty rota with the team next door", SourceKind.TalkPack, Role.TeamManager, 5, people.Team, "average-caseload", stop);
        var drawer = await Promise("Put a lock on every drawer", SourceKind.SmallThing, Role.TeamManager, -2, people.Team, "", stop);
        var union = new Reader("Maureen Okoro-Bell", null, [new(Role.UnionRepresentative)], _accounts[Role.UnionRepresentative]);
        (await desks.Ask((ActionKeeping d) => d.Say(
            rota.Id, SayingSide.Union, SayingKind.Dissent, "Two short teams do not make one full one. The rota needs people.", 0, union, stop)))
            .OfTheDemo();
        (await desks.Ask((ActionKeeping d) => d.Say(
            rota.Id, SayingSide.PrincipalSocialWorker, SayingKind.Note, "We try it for a quarter and look at the loads.", 0,
            people.Principal, stop)))
            .OfTheDemo();
        On(-32);
        await Move(room, 10, "The joiner found that the frame has to be renewed.", stop);
        On(-6);
        await Move(room, 40, "The landlord has to agree to the new frame.", stop);
        On(-4);
        await Finish(drawer, "Locks on all drawers; the keys are with the team clerk.", stop);
    }

    /// <summary>What became of the six resolutions, and what could not be paid for.</summary>
    private async Task Settle(IReadOnlyList<(Resolution Resolution, AgreedAction Action)> made, CancellationToken stop)
    {
        On(-38);
        await Move(made[3].Action, 45, "The payroll counts shifts of the bank and not people; the list is made by hand.", stop);
        On(-30);
        await Finish(made[1].Action, "The invitation of the clerk, answered.", stop);
        await Finish(made[5].Action, "A page in the bulletin for members, with what staff said of it.", stop);
        var help = new ResolutionPart(
            "Pay for a counsellor for teams that move", _accounts[Role.HeadOfService], Post(Role.HeadOfService),
            _today.AddDays(-10), false);
        var counsellor = (await desks.Ask((ScrutinyKeeping d) =>
            d.Split(made[5].Resolution.Id, [help], people.Principal, stop))).OfTheDemo()[0];
        On(-20);
        var refusal = new Refusal(
            "There is no budget for it this year.", "Director of children's services", new(42_000, 60_000),
            "Teams that move next year will have nobody to turn to but their manager.", true);
        await Refuse(counsellor, refusal, stop);
        On(-15);
        var clerk = await Promise(
            "Have a clerk in every team so that social workers do not copy forms", SourceKind.Finding, Role.Director, 60, null, "average-caseload",
            stop);
        await Refuse(clerk, new(
            "It needs posts that are not in the establishment.", "Cabinet, meeting of last month", CostRange.NotKnown,
            "A day a week of each social worker goes on copying.", true), stop);
    }

    /// <summary>What goes by itself: overdue actions up the line, the vote out.</summary>
    private async Task LookBack(AgreedAction phones, CancellationToken stop)
    {
        foreach (var day in new[] { -32, -18, -8, 0 })
        {
            On(day);
            await desks.Ask((EscalationDesk d) => d.Tell(stop));
            await desks.Ask((FeltDesk d) => d.Tend(stop));
        }

        await Note(phones, "The vote is out. Those who do not feel it work where the network is weak; we look at that next.", stop);
    }

    private async Task<AgreedAction> Promise(
        string what, SourceKind source, Role owner, int due, Id<Team>? team, string measure, CancellationToken stop)
    {
        var plan = new ActionPlan(
            what, "", new(source, "", ""), _accounts[owner], Post(owner), _today.AddDays(due), measure,
            measure.Length == 0 ? null : measure == "average-caseload" ? Direction.Down : Direction.Up, team, "");
        return (await desks.Ask((ActionKeeping d) => d.Agree(plan, people.Principal, stop))).OfTheDemo();
    }

    private Task Move(AgreedAction action, int to, string reason, CancellationToken stop) => Do(action, (desk, version) =>
        desk.Move(action.Id, _today.AddDays(to), reason, version, people.Principal, stop), stop);

    private Task Finish(AgreedAction action, string evidence, CancellationToken stop) => Do(action, (desk, version) =>
        desk.Finish(action.Id, evidence, version, people.Principal, stop), stop);

    private Task Refuse(AgreedAction action, Refusal refusal, CancellationToken stop) => Do(action, (desk, version) =>
        desk.Refuse(action.Id, refusal, version, people.Principal, stop), stop);

    private Task Note(AgreedAction action, string text, CancellationToken stop) => Do(action, (desk, _) =>
        desk.Progress(action.Id, text, people.Principal, stop), stop);

    private async Task Do(AgreedAction action, Func<ActionKeeping, int, Task<Result<AgreedAction>>> what, CancellationToken stop)
    {
        var version = await desks.Ask((FairloadDb db) =>
            db.Set<AgreedAction>().Where(a => a.Id == action.Id).Select(a => a.Version).SingleAsync(stop));
        (await desks.Ask((ActionKeeping desk) => what(desk, version))).OfTheDemo();
    }

    private static string Post(Role role) => role switch
    {
        Role.PrincipalSocialWorker => "Principal social worker",
        Role.Director => "Director of children's services",
        Role.HumanResources => "Head of human resources",
        Role.HeadOfService => "Head of service",
        _ => "Team manager",
    };
}

using Fairload.App.Tests.Imports;
using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workplace;

public sealed class The_registers_of_the_workplace
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, ClassData(typeof(Engines))]
    public async Task Keep_a_small_thing_without_a_name_and_show_it_to_the_unit_alone(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        var (one, other) = (await council.Practitioner("2001"), await council.Practitioner("2002"));
        var far = await council.Practitioner("3001");
        var facts = new SmallThingFacts(SmallThingKind.Drawer, "Mill Lane", "It does not lock", two.Riverside.Id);
        var thing = Council.Good(await council.Ask((SmallThingDesk desk) => desk.Report(facts, false, one, default)));
        Council.Good(await council.Ask((SmallThingDesk desk) => desk.Report(facts, false, one, default)));

        Assert.Empty((await council.Ask((SmallThingDesk desk) => desk.All(far, default))).Open);
        Assert.Null(await council.Ask((SmallThingDesk desk) => desk.Show(thing.Id, two.OtherManager, default)));
        Assert.Equal("", Assert.Single((await council.Ask((SmallThingDesk desk) => desk.All(other, default))).Open).Thing.ReportedBy);
        Assert.Equal(
            [("somebody who is not named", null)],
            await council.Db(async db => (await db.Set<AuditEntry>().Where(e => e.Action == AuditAction.WorkplaceChanged).ToListAsync())
                .ConvertAll(e => (e.Who, e.AccountId))));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Count_everybody_who_says_the_same_once_and_forget_who_when_it_is_answered(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        var (one, other) = (await council.Practitioner("2001"), await council.Practitioner("2002"));
        var facts = new SmallThingFacts(SmallThingKind.Phone, "Mill Lane", "No signal", two.Riverside.Id);
        var id = Council.Good(await council.Ask((SmallThingDesk desk) => desk.Report(facts, true, one, default))).Id;

        var thrice = Enumerable.Range(0, 3).Select(_ => council.Ask((SmallThingDesk d) => d.SayToo(id, other, default)));
        foreach (var said in await Task.WhenAll(thrice)) Council.Good(said);
        var line = (await council.Ask((SmallThingDesk desk) => desk.Show(id, other, default)))!;
        Assert.Equal((1, false, Voices.AFew), (line.Thing.Others, line.MaySayToo, line.Thing.Voices));
        Assert.Equal(1, await council.Db(db => db.Set<SmallThingVoice>().CountAsync()));

        Assert.Single(Council.Refused(await council.Ask((SmallThingDesk desk) => desk.Fix(id, Today, 0, other, default))));
        Council.Good(await council.Ask((SmallThingDesk desk) => desk.Own(id, other.Worker, "", 0, two.Manager, default)));
        Council.Good(await council.Ask((SmallThingDesk desk) => desk.Fix(id, Today, 1, other, default)));
        Assert.Contains("meanwhile", Council.Refused(
            await council.Ask((SmallThingDesk desk) => desk.Cannot(id, "Too dear", 0, two.Manager, default)))[0], StringComparison.Ordinal);
        Assert.Equal(0, await council.Db(db => db.Set<SmallThingVoice>().CountAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Name_a_worker_in_an_incident_only_by_their_choice_and_show_it_to_the_line(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        var (one, other) = (await council.Practitioner("2001"), await council.Practitioner("2002"));
        async Task<Incident> Report(bool named) => Council.Good(await council.Ask((IncidentDesk desk) =>
            desk.Report(IncidentKind.Threat, new(2026, 11, 2), two.Riverside.Id, named, one, default)));
        var (named, unnamed) = (await Report(true), await Report(false));

        Assert.Equal([named.Id], (await council.Ask((IncidentDesk desk) => desk.Log(one, default))).Lines.Select(l => l.Incident.Id));
        Assert.Empty((await council.Ask((IncidentDesk desk) => desk.Log(other, default))).Lines);
        Assert.Empty((await council.Ask((IncidentDesk desk) => desk.Log(two.OtherManager, default))).Lines);
        Assert.Equal(2, (await council.Ask((IncidentDesk desk) => desk.Log(two.Manager, default))).Lines.Count);
        Assert.Equal((null, ""), (unnamed.WorkerId, unnamed.ReportedBy));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => council.Ask((IncidentDesk desk) => desk.Log(Two_units.Staffing, default)));

        Assert.Equal(2, (await council.Ask((WorkplaceDesk desk) => desk.Of(two.Manager, Today, default))).Late);
        var what = new IncidentFollowUp(Today, IncidentOutcome.PoliceTold, true);
        Assert.Single(Council.Refused(await council.Ask((IncidentDesk d) => d.FollowUp(named.Id, what, 0, two.OtherManager, default))));
        Council.Good(await council.Ask((IncidentDesk desk) => desk.FollowUp(named.Id, what, 0, two.Manager, default)));
        Assert.Equal(1, (await council.Ask((WorkplaceDesk desk) => desk.Of(two.Manager, Today, default))).Late);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Show_an_assessment_for_a_worker_to_them_the_line_and_human_resources_alone(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        var (one, other) = (await council.Practitioner("2001"), await council.Practitioner("2002"));
        var facts = new RiskFacts(
            RiskKind.Stress, RiskAbout.Worker, "", two.Riverside.Id, one.Worker, new(2026, 10, 1), "Pat Singh", new(2026, 11, 1));
        var entered = Council.Good(await council.Ask((RiskDesk desk) => desk.Enter(facts, two.Manager, default)));
        var ofTeam = facts with { About = RiskAbout.Team, WorkerId = null };
        Council.Good(await council.Ask((RiskDesk desk) => desk.Enter(ofTeam, two.Manager, default)));

        foreach (var (reader, seen) in new[]
            {
                (one, 2), (other, 1), (two.Manager, 2), (two.OtherManager, 0), (Two_units.Staffing, 2), (Two_units.Union, 1),
                (Two_units.Principal, 2),
            })
        {
            Assert.Equal((reader.Name, seen), (reader.Name, (await council.Ask((RiskDesk d) => d.Register(reader, default))).Lines.Count));
        }

        var union = await council.Ask((RiskDesk desk) => desk.Register(Two_units.Union, default));
        Assert.Equal((false, false, 7), (union.ShowsNames, union.MayKeep, union.NotKnown.Count));
        Assert.Null(await council.Ask((RiskDesk desk) => desk.Show(entered.Id, other, default)));
        Assert.Equal(2, (await council.Ask((WorkplaceDesk desk) => desk.Of(two.Manager, Today, default))).OverdueRisks);
        Council.Good(await council.Ask(
            (RiskDesk desk) => desk.Amend(entered.Id, facts with { ReviewOn = new(2027, 1, 1) }, 0, two.Manager, default)));
        Assert.Contains("meanwhile", Council.Refused(await council.Ask(
            (RiskDesk desk) => desk.Amend(entered.Id, facts with { ReviewOn = new(2027, 2, 1) }, 0, Two_units.Principal, default)))[0],
            StringComparison.Ordinal);
    }
}

using Fairload.App.Allocation;
using Fairload.App.Allocation.Transfers;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation.Transfers;

public sealed class Transferring_a_case
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Leaves_it_with_its_worker_until_it_has_moved_and_tells_both(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        Council.Good(await two.Accept(id, "Ngozi Okafor"));
        Assert.Equal(["The checklist is not done, so the case does not move yet"], Council.Refused(await two.Move(id)));
        await two.TickAll(id);
        Assert.Equal("Grace Adeyemi", await two.Holder("R-1"));

        var moved = Council.Good(await two.Move(id));
        Assert.Equal((TransferState.Moved, two.Team("Hillside")), (moved.State, moved.OwnerTeamId));
        Assert.Equal("Ngozi Okafor", await two.Holder("R-1"));
        var decision = await two.Council.Db(db => db.Set<AllocationDecision>().SingleAsync());
        Assert.Equal((DecisionKind.Transferred, "Hal Frost", "School nurse is Ms Hall"),
            (decision.Kind, decision.DecidedBy, decision.Note));
        Assert.Equal(NoticeKind.Given, await Told(two, "Ngozi Okafor"));
        Assert.Equal(NoticeKind.TakenOver, await Told(two, "Grace Adeyemi"));
        Assert.Equal(moved.Version, (await two.Show(id, two.Riverside))!.Transfer.Steps.Count);
        await two.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task May_begin_with_a_case_that_nobody_holds(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose("R-4");
        Council.Good(await two.Accept(id, "Omar Reed"));
        await two.TickAll(id);
        Council.Good(await two.Move(id));
        Assert.Equal("Omar Reed", await two.Holder("R-4"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Goes_to_the_head_of_both_when_it_is_returned_twice(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        Council.Good(await two.Return(id));
        Assert.Single((await Lists(two, two.Riverside)).Returned);
        Council.Good(await two.Again(id));
        Assert.Empty((await Lists(two, two.Head)).ForHead);
        Council.Good(await two.Return(id, "Still none"));
        Assert.True(Assert.Single((await Lists(two, two.Head)).ForHead).IsMine);
        Assert.False(Assert.Single((await Lists(two, two.Principal)).ForHead).IsMine);

        var seen = await two.Seen(id);
        var byManager = await two.Step(d => d.Rule(seen, true, "Ours", two.Hillside, default));
        Assert.Equal(["This step is for somebody else: see below whose it is"], Council.Refused(byManager));
        Council.Good(await two.Step(d => d.Rule(seen, true, "They live there now", two.Head, default)));
        var now = (await two.Show(id, two.Hillside))!.Transfer;
        Assert.Equal((two.Team("Hillside"), TransferSide.Receiving), (now.OwnerTeamId, now.Turn));
        Assert.Contains("It can not be returned", Assert.Single(Council.Refused(await two.Return(id))), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Between_two_services_is_decided_by_who_reaches_both(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose(to: "Lakeside");
        two.Council.Clock.Pass(TimeSpan.FromDays(8));
        Assert.DoesNotContain(TransferSide.Head, (await two.Show(id, two.Head))!.Sides);
        var late = Assert.Single((await Lists(two, two.Principal)).ForHead);
        Assert.True(late is { IsLate: true, IsMine: true });
        Assert.True(Assert.Single((await Lists(two, two.Lakeside)).Incoming) is { IsLate: true, IsMine: true });
        Assert.Null(await two.Show(id, two.Hillside));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Names_nobody_whom_a_rule_forbids(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        var view = (await two.Show(id, two.Hillside))!;
        var una = await two.Person("Una Kerr");
        Assert.Equal(Rule.NotQualified, view.People!.Answer.Refused.Single(r => r.Worker == una).Rule);
        Assert.Equal(["Una Kerr can not take this case now; below it says why. Choose somebody else"],
            Council.Refused(await two.Accept(id, "Una Kerr")));
        Assert.Equal(["Choose who takes the case"], Council.Refused(await two.Accept(id, "Tom Bevan")));
        Assert.Null((await two.Show(id, two.Riverside))!.People);
        Assert.Equal(1, (await two.Show(id, two.Principal))!.Transfer.Version);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Says_to_the_second_of_two_managers_what_the_first_has_done(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        var seen = await two.Seen(id);
        Council.Good(await two.Step(d => d.Withdraw(seen, "We keep it", two.Riverside, default)));
        Assert.Equal(["Meanwhile Rita Moss has withdrawn this transfer. Nothing was changed."],
            Council.Refused(await two.Step(d => d.Return(seen, "No chronology", two.Hillside, default))));
        Assert.Equal(["Meanwhile Rita Moss has withdrawn this transfer. Nothing was changed."],
            Council.Refused(await two.Step(d => d.Rule(seen, true, "Goes", two.Head, default))));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_each_step_once_however_often_it_is_sent(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var proposed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => two.TryPropose("R-1", "Hillside", two.Riverside)));
        var id = Assert.Single(proposed.Select(Council.Good).Select(t => t.Id).Distinct());
        Council.Good(await two.Accept(id, "Ngozi Okafor"));
        await two.TickAll(id);
        var seen = await two.Seen(id);
        var moved = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => two.Step(d => d.Move(seen, two.Hillside, default))));
        Assert.All(moved, m => Council.Good(m));
        Assert.Equal(1, await two.Council.Db(db => db.Set<AllocationDecision>().CountAsync()));
        Assert.Equal(1, await two.Council.Db(db => db.Set<TransferStep>().CountAsync(s => s.Kind == TransferStepKind.Moved)));
        var other = Assert.Single(Council.Refused(await two.TryPropose("R-1", "Lakeside", two.Riverside)));
        Assert.StartsWith("This case is closed, or lies with a team that is not yours", other, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_refused_while_another_of_the_same_case_is_under_way(string engine)
    {
        await using var two = await Between_teams.On(engine);
        await two.Propose();
        Assert.Equal(["Rita Moss has proposed already that this case goes to Hillside. Nothing was changed: see that transfer first."],
            Council.Refused(await two.TryPropose("R-1", "Lakeside", two.Head)));
        Assert.Equal(["Choose the team that is to take the case"],
            Council.Refused(await two.TryPropose("R-2", "Riverside", two.Riverside)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_for_the_two_teams_and_who_is_over_both(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        Assert.Null(await two.Show(id, two.Lakeside));
        var seen = await two.Seen(id);
        Assert.Equal(["There is no such transfer, or it is not yours to see"],
            Council.Refused(await two.Step(d => d.Return(seen, "Ours", two.Lakeside, default))));
        Assert.Equal(["This step is for somebody else: see below whose it is"],
            Council.Refused(await two.Step(d => d.Return(seen, "Ours", two.Riverside, default))));
        Assert.Null(await two.Council.Ask((TransferDesk desk) => desk.Proposing(two.Case("R-5").Result, two.Riverside, default)));
        var practitioner = new Reader("Grace Adeyemi", await two.Person("Grace Adeyemi"), [new(Role.Practitioner)]);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => two.Show(id, practitioner));
        Assert.Empty(await two.Council.Ask((TransferDesk desk) => desk.Mine(practitioner, default)));
    }

    private static Task<TransferLists> Lists(Between_teams two, Reader reader) =>
        two.Council.Ask((TransferDesk desk) => desk.All(reader, default));

    private static async Task<NoticeKind> Told(Between_teams two, string name)
    {
        var reader = new Reader(name, await two.Person(name), [new(Role.Practitioner)]);
        return Assert.Single(await two.Council.Ask((NoticeDesk desk) => desk.Mine(reader, default))).Notice.Kind;
    }
}

using Fairload.App.Allocation.Transfers;
using Fairload.App.Tests.Imports;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation.Transfers;

/// <summary>Extracts and leavers do not ask whether a transfer is under way.</summary>
public sealed class What_comes_between
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Closed_by_an_extract_leaves_nothing_to_hand_over(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        await two.Council.Import(ImportKind.Cases,
            Council.Csv(Extracts.CaseHeader, "R-1,child protection,Children,01/03/2026,14/11/2026,moved,Riverside,Grace Adeyemi,05/03/2026,"),
            "2026-11-15");
        Assert.Equal(Overtaking.Closed, (await two.Show(id, two.Hillside))!.Overtaken);
        Assert.Equal(["The case was closed or went elsewhere meanwhile; below it says where. Nothing was changed."],
            Council.Refused(await two.Accept(id, "Ngozi Okafor")));
        var seen = await two.Seen(id);
        Assert.Equal(TransferState.Overtaken, Council.Good(await two.Step(d => d.PutAway(seen, two.Hillside, default))).State);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shown_elsewhere_by_an_extract_is_said_and_another_transfer_can_begin_from_there(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        await two.Council.Import(ImportKind.Cases,
            Council.Csv(Extracts.CaseHeader, "R-1,child protection,Children,01/03/2026,,,Lakeside,Lena Vale,15/11/2026,"), "2026-11-15");
        var view = (await two.Show(id, two.Riverside))!;
        Assert.Equal((Overtaking.LiesElsewhere, "Lakeside", "Lena Vale"), (view.Overtaken, view.Elsewhere?.Name, view.Holders.Single()));
        var next = Council.Good(await two.TryPropose("R-1", "Riverside", two.Lakeside));
        Assert.Equal(two.Team("Lakeside"), next.OwnerTeamId);
        Assert.Equal(TransferState.Overtaken, (await two.Show(id, two.Riverside))!.Transfer.State);
        await two.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Another_holder_in_the_same_team_goes_on_with_it(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        await two.Council.Import(ImportKind.Cases,
            Council.Csv(Extracts.CaseHeader, "R-1,child protection,Children,01/03/2026,,,Riverside,Tom Bevan,15/11/2026,"), "2026-11-15");
        Council.Good(await two.Accept(id, "Ngozi Okafor"));
        await two.TickAll(id);
        Council.Good(await two.Move(id));
        var decision = await two.Council.Db(db => db.Set<AllocationDecision>().SingleAsync());
        Assert.True(decision.IsHeldAsBefore([await two.Person("Tom Bevan")]));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_worker_who_was_named_has_left_and_another_is_named(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        Council.Good(await two.Accept(id, "Ngozi Okafor"));
        await two.TickAll(id);
        await two.Council.Import(
            ImportKind.Staff, Between_teams.Staff(Between_teams.Ngozi + "13/11/2026"), "2026-11-15");
        Assert.Equal(Rule.NotAtWork, (await two.Show(id, two.Hillside))!.WorkerRefused);
        Assert.Equal(["Ngozi Okafor can not take this case now; below it says why. Name somebody else, or return it"],
            Council.Refused(await two.Move(id)));
        Assert.Equal("Grace Adeyemi", await two.Holder("R-1"));
        Council.Good(await two.Accept(id, "Omar Reed"));
        Council.Good(await two.Move(id));
        Assert.Equal("Omar Reed", await two.Holder("R-1"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_import_that_brought_the_case_can_not_be_undone_under_it(string engine)
    {
        await using var two = await Between_teams.On(engine);
        await two.Propose();
        Council.Good(await two.Council.Undo());
        Assert.Contains(Council.Refused(await two.Council.Undo()), p => p.Contains("transfers", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_history_refuses_every_change(string engine)
    {
        await using var two = await Between_teams.On(engine);
        await two.Propose();
        foreach (var sql in new[] { "update transfer_step set words = 'x'", "delete from transfer_step" })
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => two.Council.Db(db => db.Database.ExecuteSqlRawAsync(sql)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_new_checklist_asks_nothing_more_of_what_is_under_way(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        var before = (await two.Show(id, two.Hillside))!.Transfer.Items.Select(i => i.Says).ToList();
        var own = new TransferChecklist("new", "Ours", "The board", Between_teams.Today, false,
            [new("*", TransferSide.Sending, "Letter sent")]);
        var first = Council.Good(await two.Council.Ask((ChecklistDesk desk) => desk.Agree(own, two.Principal, default)));
        Assert.Equal(first.Code, Council.Good(await two.Council.Ask((ChecklistDesk desk) => desk.Agree(own, two.Principal, default))).Code);
        Assert.Equal(before, (await two.Show(id, two.Hillside))!.Transfer.Items.Select(i => i.Says));
        var next = (await two.Show(await two.Propose("R-2"), two.Riverside))!.Transfer;
        Assert.Equal(("transfers/2", "Letter sent"), (next.ChecklistCode, next.Items.Single().Says));
    }
}

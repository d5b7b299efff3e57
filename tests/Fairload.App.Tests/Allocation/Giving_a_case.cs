using Fairload.App.Allocation;
using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class Giving_a_case
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Ends_its_waiting_tells_whom_it_is_about_and_keeps_what_was_suggested(string engine)
    {
        await using var council = await Filled(engine);
        var (id, view) = await Look(council, "R-4");
        var first = view.Answer.Best[0];
        Assert.Equal("Tom Bevan", view.People[first.Worker].Worker.Name);

        var decision = Council.Good(await Give(council, id, first.Worker));
        Assert.Equal(("Pat Singh", "", first.Worker), (decision.DecidedBy, decision.Reason, decision.WorkerId));
        var waits = await council.Ask((WaitingDesk desk) => desk.Waiting(Principal, null, null, default));
        Assert.DoesNotContain("R-4", waits.All.Select(w => w.Reference));
        var tom = new Reader("Tom Bevan", first.Worker, [new(Role.Practitioner)]);
        var told = Assert.Single(await council.Ask((NoticeDesk desk) => desk.Mine(tom, default)));
        Assert.Equal((NoticeKind.Given, "R-4"), (told.Notice.Kind, told.Case.Reference));
        Assert.True(await council.Ask((NoticeDesk desk) => desk.Seen(told.Notice.Id, tom, default)));
        Assert.Equal(0, await council.Ask((NoticeDesk desk) => desk.Unseen(tom, default)));
        var somebody = new Reader("Somebody else", Id<Worker>.New(), [new(Role.Practitioner)]);
        Assert.False(await council.Ask((NoticeDesk desk) => desk.Seen(told.Notice.Id, somebody, default)));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Needs_a_reason_where_somebody_else_than_those_suggested_is_chosen(string engine)
    {
        await using var council = await Filled(engine);
        await council.Import(
            ImportKind.Staff,
            Council.Csv([Extracts.StaffHeader, .. Enumerable.Range(1, 4).Select(n =>
                $"200{n},Person {n},,SW2000{n},Social worker,,Riverside,Safeguarding,1.0,Permanent,01/09/2020,")]),
            "2026-11-11");
        var (id, view) = await Look(council, "R-4", wide: true);
        Assert.True(view.Answer.Best.Count > 0 && view.Answer.Others.Count > 0);
        var other = view.Answer.Others[0].Worker;
        var refused = await council.Ask((AllocationDesk desk) => desk.Decide(new(id, other, "", "", true), Principal, default));
        Assert.Equal(["Say why it is none of the three suggested"], Council.Refused(refused));
        var choice = new Choice(id, other, "Knows the school", "", true);
        Council.Good(await council.Ask((AllocationDesk desk) => desk.Decide(choice, Principal, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Twice_at_once_gives_it_once(string engine)
    {
        await using var council = await Filled(engine);
        var (id, view) = await Look(council, "R-4");
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Give(council, id, view.Answer.Best[0].Worker)));
        Assert.Single(done, d => d.Try(out _, out _));
        Assert.Equal(1, await council.Db(db => db.Set<AllocationDecision>().CountAsync()));
        Assert.Equal(1, await council.Db(db => db.Assignments.CountAsync(a => a.CaseId == id && a.ToOn == null)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_not_taken_back_by_an_extract_that_does_not_know_yet(string engine)
    {
        await using var council = await Filled(engine);
        var (id, view) = await Look(council, "R-4");
        Council.Good(await Give(council, id, view.Answer.Best[0].Worker));
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-15");
        Assert.Equal(view.Answer.Best[0].Worker, await Holder(council, id));

        var confirmed = Council.Csv(Extracts.CaseHeader, "R-4,child in need,Children,04/06/2026,,,Riverside,Tom Bevan,16/11/2026,");
        await council.Import(ImportKind.Cases, confirmed, "2026-11-16");
        Assert.Equal(new DateOnly(2026, 11, 16), await EnteredOn(council));
        Assert.Equal(view.Answer.Best[0].Worker, await Holder(council, id));
        Council.Good(await council.Undo());
        Assert.Null(await EnteredOn(council));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Forbids_taking_back_the_import_that_brought_the_case(string engine)
    {
        await using var council = await Filled(engine);
        var (id, view) = await Look(council, "R-4");
        Council.Good(await Give(council, id, view.Answer.Best[0].Worker));
        Council.Good(await council.Undo());
        var refused = Council.Refused(await council.Undo());
        Assert.Contains(refused, p => p.Contains("given to people since (R-4)", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_for_the_line_of_management_of_the_team_alone(string engine)
    {
        await using var council = await Filled(engine);
        var hillside = await council.Db(db => db.Teams.SingleAsync(t => t.Name == "Hillside"));
        var other = new Reader("Another manager", null, [new(Role.TeamManager, hillside.Id)]);
        var id = await council.Db(db => db.Cases.Where(c => c.Reference == "R-4").Select(c => c.Id).SingleAsync());
        Assert.Null(await council.Ask((AllocationDesk desk) => desk.Case(id, false, other, default)));
        var refused = await council.Ask((AllocationDesk desk) => desk.Decide(new(id, Id<Worker>.New(), "", "", false), other, default));
        Assert.StartsWith("This case does not wait", Assert.Single(Council.Refused(refused)), StringComparison.Ordinal);
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        return council;
    }

    private static async Task<(Id<Case> Id, AllocateView View)> Look(Council council, string reference, bool wide = false)
    {
        var id = await council.Db(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());
        var view = await council.Ask((AllocationDesk desk) => desk.Case(id, wide, Principal, default));
        Assert.NotNull(view);
        return (id, view);
    }

    private static Task<Result<AllocationDecision>> Give(Council council, Id<Case> id, Id<Worker> worker) =>
        council.Ask((AllocationDesk desk) => desk.Decide(new(id, worker, "", "", false), Principal, default));

    private static Task<DateOnly?> EnteredOn(Council council) =>
        council.Db(db => db.Set<AllocationDecision>().Select(d => d.EnteredOn).SingleAsync());

    private static Task<Id<Worker>?> Holder(Council council, Id<Case> id) =>
        council.Db(db => db.Assignments.Where(a => a.CaseId == id && a.ToOn == null).Select(a => a.WorkerId).SingleAsync());
}

using Fairload.App.Caseload;
using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Imports;

public sealed class What_was_entered_between_extracts
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Waits_at_once_as_a_case_that_was_opened_and_is_confirmed_by_an_extract_that_says_the_same(string engine)
    {
        await using var council = await Filled(engine);
        var opened = await council.Opens("R-9", "child-in-need", "Riverside");
        Assert.Contains(
            (await council.Ask((WaitingDesk desk) => desk.Waiting(Principal, null, null, default))).NeverAllocated,
            w => w.CaseId == opened.Id);
        Assert.Equal("Pat Singh", Assert.Single(await council.Entered()).Mark.EnteredBy);
        var before = await council.Dump();

        var second = await council.Import(
            ImportKind.Cases, With("R-9,child in need,Children,12/11/2026,,,Riverside,,,"), "2026-11-16");

        Assert.Equal((0, 0), (second.Added, second.Conflicts.Count));
        Assert.Empty(await council.Entered());
        Assert.Equal((EnteredState.Confirmed, new DateOnly(2026, 11, 16)), await council.Settled());
        await council.IsSound();

        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
        Assert.Single(await council.Entered());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Stays_when_an_extract_says_nothing_of_it_until_a_person_settles_that(string engine)
    {
        await using var council = await Filled(engine);
        var opened = await council.Opens("R-9", "child-in-need", "Riverside");

        // Without a word of anybody it stays, even where the missing are closed.
        var silent = await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-16", closeMissing: true);
        var conflict = Assert.Single(silent.Conflicts);
        Assert.Equal(("R-9", EnteredKind.CaseOpened, null), (conflict.About, conflict.Kind, conflict.KeepsOurs));
        Assert.Null((await council.OfCase("R-9")).ClosedOn);
        Assert.True(Assert.Single(await council.Entered()).IsContested);
        Assert.Equal(1, await Contested());

        // What was settled is remembered: the next file asks nobody.
        Council.Good(await council.Settle(conflict, keepsOurs: true));
        var again = Assert.Single((await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-16")).Conflicts);
        Assert.Equal((true, "Ana Diaz"), (again.KeepsOurs, again.SettledBy));
        Assert.Null((await council.OfCase("R-9")).MissingSince);
        Assert.Equal(0, await Contested());

        // Another word of the same person: now the extract is taken, and undoing gives the mark back.
        council.Clock.Pass(TimeSpan.FromMinutes(1));
        Council.Good(await council.Settle(conflict, keepsOurs: false));
        var before = await council.Dump();
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-16");
        Assert.Equal(new DateOnly(2026, 11, 16), (await council.OfCase("R-9")).ClosedOn);
        Assert.Empty(await council.Entered());
        await council.IsSound();
        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
        Assert.Equal(opened.Id, Assert.Single(await council.Entered()).Case);

        Task<int> Contested() => council.Ask((EnteredDesk desk) => desk.Contested(Council.Analyst, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_not_contradicted_by_an_extract_of_a_day_before_it_was_entered(string engine)
    {
        await using var council = await Filled(engine);
        await council.Opens("R-9", "child-in-need", "Riverside");
        await council.Closes("R-4", new(2026, 11, 15));
        var old = await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-15");
        Assert.Empty(old.Conflicts);
        Assert.Equal(new DateOnly(2026, 11, 15), (await council.OfCase("R-4")).ClosedOn);
        Assert.Equal((null, null), ((await council.OfCase("R-9")).ClosedOn, (await council.OfCase("R-9")).MissingSince));
        Assert.Equal(2, (await council.Entered()).Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Asks_on_the_look_page_which_is_right_and_does_what_was_settled(string engine)
    {
        await using var council = await Filled(engine);
        await council.Closes("R-4", new(2026, 11, 13));
        await council.Corrects("R-1", "looked-after", new(2026, 3, 1));

        var look = await council.Look(ImportKind.Cases, Extracts.Cases, "2026-11-16");
        Assert.Equal(["R-1", "R-4"], look.Outcome.Unsettled.Select(c => c.About).Order());
        var (one, four) = (look.Outcome.Conflicts.Single(c => c.About == "R-1"), look.Outcome.Conflicts.Single(c => c.About == "R-4"));
        Assert.Equal("child-protection", EnteredFacts.Read(one.Theirs)[FactKind.Type]);
        Council.Good(await council.SettleLook(look, one, keepsOurs: true));
        Council.Good(await council.SettleLook(look, four, keepsOurs: false));

        Council.Good(await council.Confirm(look));
        Assert.Equal("looked-after", (await council.OfCase("R-1")).TypeCode);
        Assert.Null((await council.OfCase("R-4")).ClosedOn);
        Assert.Equal("R-1", Assert.Single(await council.Entered()).About);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_confirmed_as_closed_by_an_extract_that_closes_it_or_shows_it_no_more(string engine)
    {
        await using var council = await Filled(engine);
        await council.Closes("R-3", new(2026, 11, 14));
        await council.Closes("R-4", new(2026, 11, 13));
        var second = await council.Import(ImportKind.Cases, Council.Csv(
            Extracts.CaseHeader,
            "R-1,child protection,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
            "R-2,child in need,Children,02/04/2026,,,Riverside,\"Adeyemi, Grace\",,",
            "R-3,looked after,Children,03/05/2026,14/11/2026,adopted,Riverside,Tom Bevan,,",
            "R-5,child in need,Children,05/07/2026,,,Hillside,Lee Carter,,"), "2026-11-16");
        Assert.Equal((0, 0), (second.Conflicts.Count, second.Missing));
        Assert.Empty(await council.Entered());
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Refuses_to_undo_what_it_stands_on_and_names_it(string engine)
    {
        await using var council = await Filled(engine);
        await council.Closes("R-4", new(2026, 11, 13));
        var refused = Council.Refused(await council.Undo());
        Assert.Contains(refused, r => r.Contains("(R-4)", StringComparison.Ordinal));
        Assert.NotNull((await council.OfCase("R-4")).ClosedOn);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_the_second_of_two_people_that_the_first_was_there_and_stores_nothing_of_theirs(string engine)
    {
        await using var council = await Filled(engine);
        var four = await council.Case("R-4");
        await council.Corrects("R-4", "child-protection", new(2026, 6, 4));
        var late = await council.Ask((CaseEntryDesk desk) => desk.Close(four, new(0, new(2026, 11, 13), "moved"), Principal, default));
        Assert.StartsWith(
            "Somebody has changed this case while you looked at it.", Assert.Single(Council.Refused(late)), StringComparison.Ordinal);
        Assert.Null((await council.OfCase("R-4")).ClosedOn);

        Council.Refused(await council.Ask((CaseEntryDesk desk) =>
            desk.Open(new("r-4 ", "child-in-need", null, null, null), Principal, default)));
        var twice = await council.Ask((CaseEntryDesk desk) => desk.Open(
            new(" R-4 ", "child-in-need", null, Team(council, "Riverside"), null), Principal, default));
        Assert.StartsWith("A case R-4 is open already.", Assert.Single(Council.Refused(twice)), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_taken_back_and_whoever_held_the_case_holds_it_again(string engine)
    {
        await using var council = await Filled(engine);
        var before = await council.Holders();
        await council.Closes("R-3", new(2026, 11, 14));
        Assert.NotEqual(before, await council.Holders());
        Council.Good(await council.TakeBack("R-3"));
        Assert.Equal(before, await council.Holders());
        Assert.Equal(EnteredState.TakenBack, (await council.Settled()).State);

        await council.Opens("R-9", "child-in-need", "Riverside");
        Assert.StartsWith("A case that was opened here is not taken back", Assert.Single(Council.Refused(await council.TakeBack("R-9"))),
            StringComparison.Ordinal);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Gives_a_case_that_somebody_holds_already_to_them_as_a_decision(string engine)
    {
        await using var council = await Filled(engine);
        var tom = await council.Db(db => db.Workers.Where(w => w.StaffNumber == "1002").Select(w => w.Id).SingleAsync());
        await council.Opens("R-9", "child-in-need", "Riverside", tom);
        var shown = await council.Import(ImportKind.Cases, With("R-9,child in need,Children,12/11/2026,,,Riverside,,,"), "2026-11-16");
        Assert.Empty(shown.Conflicts);
        Assert.Equal("Tom Bevan", (await council.Holders())["R-9"]);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_entered_by_a_manager_for_their_team_and_by_nobody_else(string engine)
    {
        await using var council = await Filled(engine);
        var (riverside, hillside) = (Team(council, "Riverside"), Team(council, "Hillside"));
        var manager = new Reader("Mo Ade", null, [new(Role.TeamManager, riverside)]);
        Assert.Contains("Choose one of your teams, which has the case", Council.Refused(await council.Ask((CaseEntryDesk desk) =>
            desk.Open(new("R-9", "child-in-need", null, hillside, null), manager, default))));
        Assert.Null(await council.Ask(async (CaseEntryDesk desk) => await desk.Of(await council.Case("R-5"), manager, default)));
        Assert.NotNull(await council.Ask(async (CaseEntryDesk desk) => await desk.Of(await council.Case("R-4"), manager, default)));
        foreach (var role in new[] { Role.Practitioner, Role.HumanResources, Role.Director, Role.UnionRepresentative })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask((CaseEntryDesk desk) =>
                desk.Open(new("R-9", "child-in-need", null, riverside, null), new("X", null, [new(role)]), default)));
        }
    }

    private static Reader Principal => ByHand.Principal;

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff);
        await council.Import(ImportKind.Cases, Extracts.Cases);
        return council;
    }

    private static byte[] With(string line) =>
        [.. Extracts.Cases, .. System.Text.Encoding.UTF8.GetBytes(line + "\r\n")];

    private static Id<Team> Team(Council council, string name) =>
        council.Db(db => db.Teams.Where(t => t.Name == name).Select(t => t.Id).SingleAsync()).GetAwaiter().GetResult();
}

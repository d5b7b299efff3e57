using Fairload.App.Home;
using Fairload.App.Tests.Imports;
using Fairload.App.Workforce.Initiatives;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Initiatives;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workforce;

public sealed class The_register_of_what_is_asked
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly Reader Head = new("Hana Roy", null, [new(Role.HeadOfService, null, "Safeguarding")]);

    private static readonly InitiativeFacts Tracker = new(
        "Weekly tracker", InitiativeKind.Initiative, "Improvement board", "", StaffTold.No, null, 2, EffortPer.Person,
        InitiativeReach.Council, [], [], new(2026, 10, 1), new(2026, 11, 1));

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_kept_in_versions_ended_with_what_came_of_it_and_asks_on_the_first_page(string engine)
    {
        await using var council = await Filled(engine);
        var one = Council.Good(await Enter(council, Tracker));
        Assert.Equal(one.Id, Council.Good(await Enter(council, Tracker)).Id);
        Assert.Equal(new InitiativesToday(1, 1), await Today(council, Principal));
        Assert.Equal(InitiativesToday.Nothing, await Today(council, Head));

        Council.Good(await Amend(council, one, Tracker with { Why = "Two visits were missed.", ExpectedOn = null }, 1));
        Assert.Equal(InitiativesToday.Nothing, await Today(council, Principal));
        Assert.StartsWith("Pat Singh has changed this meanwhile", Assert.Single(Council.Refused(await Amend(council, one, Tracker, 1))),
            StringComparison.Ordinal);
        Council.Good(await council.Ask((InitiativeDesk desk) =>
            desk.End(one.FirstId, new(2026, 11, 15), "Visits are on time.", 2, Principal, default)));
        var shown = (await council.Ask((InitiativeDesk desk) => desk.Show(one.FirstId, Principal, default)))!;
        Assert.Equal(
            (3, "Visits are on time.", 2, false),
            (shown.Line.One.Number, shown.Line.One.Outcome, shown.Past.Count, shown.Line.MayKeep));
        var all = await All(council, Principal);
        Assert.Equal((0, 1), (all.Running.Count, all.Ended.Count));
        Assert.StartsWith("Pat Singh has already ended this", Assert.Single(Council.Refused(await Amend(council, one, Tracker, 3))),
            StringComparison.Ordinal);
        Assert.Equal(3, await council.Db(db => db.Set<AuditEntry>().CountAsync(a => a.Action == AuditAction.InitiativeChanged)));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_the_hours_of_each_team_by_hand_and_what_is_not_known(string engine)
    {
        await using var council = await Filled(engine);
        var riverside = await Team(council, "Riverside");
        Council.Good(await Enter(council, Tracker));
        Council.Good(await Enter(council, Tracker with
        {
            Name = "Census",
            Hours = 6,
            Per = EffortPer.Team,
            Reach = InitiativeReach.Teams,
            Teams = [riverside],
            ExpectedOn = new(2026, 12, 10),
        }));
        var unknown = Tracker with { Name = "New system", Hours = null, StartsOn = new(2027, 1, 10), ExpectedOn = null };
        Council.Good(await Enter(council, unknown));
        var burden = (await All(council, Principal)).Burden;
        Assert.Equal(["Hillside", "Riverside"], burden.Select(b => b.Team.Name));
        Assert.Equal([2m, 2m, 2m, 2m], burden[0].Months.Select(m => m.Hours));
        // Grace and Tom: 2 × 2 hours, and the census until December; 1.8 full-time equivalents.
        Assert.Equal([10m, 10m, 4m, 4m], burden[1].Months.Select(m => m.Hours));
        Assert.Equal([0, 0, 1, 1], burden[1].Months.Select(m => m.NotKnown));
        Assert.Equal([5.56m, 5.56m, 2.22m, 2.22m], burden[1].Months.Select(m => Math.Round(m.PerFte!.Value, 2)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_kept_by_heads_of_service_for_their_own_and_shown_to_managers_whom_it_reaches(string engine)
    {
        await using var council = await Filled(engine);
        var (riverside, hillside) = (await Team(council, "Riverside"), await Team(council, "Hillside"));
        var manager = new Reader("Kate Marsh", null, [new(Role.TeamManager, riverside)]);
        Assert.Equal(
            "Choose the services or teams that you answer for", Assert.Single(Council.Refused(await Enter(council, Tracker, Head))));
        var adults = new Reader("Another head", null, [new(Role.HeadOfService, null, "Adults")]);
        var elsewhere = Tracker with { Name = "Elsewhere", Reach = InitiativeReach.Teams, Teams = [hillside] };
        Assert.Equal("Choose teams from the list", Assert.Single(Council.Refused(await Enter(council, elsewhere, adults))));
        Assert.Equal(
            "Choose services from the list",
            Assert.Single(Council.Refused(await Enter(council, Tracker with { Reach = InitiativeReach.Services, Services = ["Moon"] }))));
        var own = Council.Good(await Enter(council, elsewhere, Head));
        Council.Good(await Enter(council, Tracker));
        Assert.Equal(["Weekly tracker"], (await All(council, manager)).Running.Select(l => l.One.Name));
        Assert.Null(await council.Ask((InitiativeDesk desk) => desk.Show(own.FirstId, manager, default)));
        Assert.Null(await council.Ask((InitiativeDesk desk) => desk.ToKeep(own.FirstId, adults, default)));
        Assert.Equal(["Elsewhere", "Weekly tracker"], (await All(council, Head)).Running.Select(l => l.One.Name));
        Assert.Equal([true, false], (await All(council, Head)).Running.Select(l => l.MayKeep));
        Assert.StartsWith("There is no such initiative, or it is not yours",
            Assert.Single(Council.Refused(await Amend(council, own, elsewhere, 1, adults))), StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => Enter(council, Tracker, manager));
        await Assert.ThrowsAnyAsync<Exception>(() => All(council, Council.Analyst));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_reorganisations_of_the_program_by_themselves(string engine)
    {
        await using var council = await Filled(engine);
        var asked = new ReorganisationAsked(
            ReorganisationKind.Rename, new(2026, 12, 1), [await Team(council, "Riverside")], null, ["Riverside and Moor"], "", "",
            new Dictionary<Id<Worker>, int>());
        Council.Good(await council.Ask((ReorganisationDesk desk) => desk.Prepare(asked, Principal, default)));
        Assert.Equal("Riverside", Assert.Single((await All(council, Head)).Reorganisations).Plan.From[0].Name);
        var hillside = new Reader("Manager", null, [new(Role.TeamManager, await Team(council, "Hillside"))]);
        Assert.Empty((await All(council, hillside)).Reorganisations);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Goes_along_when_teams_merge_and_when_one_is_split(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var council = town.Council;
        var (riverside, hillside) = (await Team(council, "Riverside"), await Team(council, "Hillside"));
        var census = Council.Good(await Enter(council, OfTeams("Census", riverside)));
        var both = Council.Good(await Enter(council, OfTeams("Tracker", riverside, hillside)));
        var over = Council.Good(await Enter(council, OfTeams("Old return", riverside)));
        Council.Good(await council.Ask((InitiativeDesk desk) =>
            desk.End(over.FirstId, new(2026, 11, 15), "Sent.", 1, Principal, default)));

        await town.Do(await town.Merge("Valley", "Riverside", "Hillside"));
        await Reaches(census, 2, "Valley");
        await Reaches(both, 2, "Valley");
        await Reaches(over, 2, "Riverside");
        Assert.Equal(12, Assert.Single((await All(council, Principal)).Burden).Months[0].Hours);

        await town.Do(await town.Split("Valley", ["North", "South"], ("1001", 0), ("1003", 1)));
        await Reaches(census, 3, "North", "South");
        await council.IsSound();

        static InitiativeFacts OfTeams(string name, params Id<Team>[] teams) => Tracker with
        {
            Name = name,
            Hours = 6,
            Per = EffortPer.Team,
            Reach = InitiativeReach.Teams,
            Teams = teams,
        };

        async Task Reaches(Initiative one, int number, params string[] teams)
        {
            var line = (await council.Ask((InitiativeDesk desk) => desk.Show(one.FirstId, Principal, default)))!.Line;
            Assert.Equal((number, string.Join(", ", teams)), (line.One.Number, string.Join(", ", line.Places)));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_changed_by_one_of_two_who_change_it_at_once_and_tells_the_other_so(string engine)
    {
        await using var council = await Filled(engine);
        var entered = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Enter(council, Tracker)));
        var one = Council.Good(entered[0]);
        Assert.All(entered, e => Assert.Equal(one.Id, Council.Good(e).Id));

        var done = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(i => Amend(council, one, Tracker with { Why = $"Reason {i}." }, 1)));
        var stored = Assert.Single(done, d => d.Try(out _, out _));
        Assert.Equal(3, done.Count(d => !d.Try(out _, out var problems)
            && problems[0].Message.StartsWith("Pat Singh has changed this meanwhile", StringComparison.Ordinal)));
        var now = (await council.Ask((InitiativeDesk desk) => desk.Show(one.FirstId, Principal, default)))!;
        Assert.Equal((2, Council.Good(stored).Why, 1), (now.Line.One.Number, now.Line.One.Why, now.Past.Count));
        await council.IsSound();
    }

    private static Task<Result<Initiative>> Enter(Council council, InitiativeFacts facts, Reader? by = null) =>
        council.Ask((InitiativeDesk desk) => desk.Enter(facts, by ?? Principal, default));

    private static Task<Result<Initiative>> Amend(Council council, Initiative one, InitiativeFacts facts, int seen, Reader? by = null) =>
        council.Ask((InitiativeDesk desk) => desk.Amend(one.FirstId, facts, seen, by ?? Principal, default));

    private static Task<InitiativesView> All(Council council, Reader reader) =>
        council.Ask((InitiativeDesk desk) => desk.All(reader, default));

    private static async Task<InitiativesToday> Today(Council council, Reader reader) =>
        (await council.Ask((PlansTodayDesk desk) => desk.Of(reader, default))).Initiatives;

    private static Task<Id<Team>> Team(Council council, string name) =>
        council.Db(db => db.Teams.Where(t => t.Name == name).Select(t => t.Id).SingleAsync());

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        return council;
    }
}

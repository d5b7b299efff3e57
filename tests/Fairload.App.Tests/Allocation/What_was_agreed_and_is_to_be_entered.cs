using Fairload.App.Allocation;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class What_was_agreed_and_is_to_be_entered
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Stands_on_the_keying_list_until_an_extract_shows_it(string engine)
    {
        await using var council = await Filled(engine);
        var four = await council.Case("R-4");
        await Give(council, four, "1002");

        var line = Assert.Single(await All(council));
        Assert.Equal(("R-4", "Riverside", false), (line.Case.Reference, line.Team, line.IsNewThere));
        Assert.Equal("Tom Bevan", Assert.Single(line.Takes).Name);
        Assert.Empty(line.ShownThere);
        Assert.NotNull(await council.Ask((ToEnterDesk desk) => desk.Of(four, default)));

        // The old holder still shows: nothing is taken back, and it stays to be entered.
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-16");
        Assert.Single(await All(council));

        await council.Import(ImportKind.Cases, Shows("R-4", "Tom Bevan"), "2026-11-16");
        Assert.Empty(await All(council));
        Assert.Null(await council.Ask((ToEnterDesk desk) => desk.Of(four, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Names_whom_the_case_system_shows_however_often_it_went_on_here(string engine)
    {
        await using var council = await Filled(engine);
        var three = await council.Case("R-3");
        await Give(council, three, "1001");
        council.Clock.Pass(TimeSpan.FromMinutes(1));
        await Give(council, three, "1003");
        var line = Assert.Single(await All(council));
        Assert.Equal(("Ngozi Okafor", "Tom Bevan"), (Assert.Single(line.Takes).Name, Assert.Single(line.ShownThere).Name));

        // Back where the case system has it: nothing to enter.
        council.Clock.Pass(TimeSpan.FromMinutes(1));
        await Give(council, three, "1002");
        Assert.Empty(await All(council));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_not_to_be_entered_any_more_when_an_extract_shows_a_third(string engine)
    {
        await using var council = await Filled(engine);
        await Give(council, await council.Case("R-4"), "1002");
        var before = await council.Dump();

        await council.Import(ImportKind.Cases, Shows("R-4", "Grace Adeyemi"), "2026-11-16");
        Assert.Empty(await All(council));
        Assert.Equal("Grace Adeyemi", (await council.Holders())["R-4"]);

        // From then on the case system leads, also back to who had it before.
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-16");
        Assert.Equal("", (await council.Holders())["R-4"]);
        await council.IsSound();

        Council.Good(await council.Undo());
        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
        Assert.Single(await All(council));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_seen_by_the_manager_of_a_team_that_has_another_name_since(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await Give(town.Council, await town.Council.Case("R-4"), "1002");
        var manager = new Reader("Mo Ade", null, [new(Role.TeamManager, (await town.Team("Riverside")).Id)]);

        await town.Do(await town.Rename("Riverside", "Valley"));

        Assert.Equal("Valley", Assert.Single(await All(town.Council, manager)).Team);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Says_that_a_case_which_was_opened_here_has_to_be_opened_there_too(string engine)
    {
        await using var council = await Filled(engine);
        var tom = await council.Db(db => db.Workers.Where(w => w.StaffNumber == "1002").Select(w => w.Id).SingleAsync());
        await council.Opens("R-9", "child-in-need", "Riverside", tom);
        Assert.True(Assert.Single(await All(council)).IsNewThere);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_seen_by_a_manager_for_their_team_alone_and_by_nobody_who_does_not_see_what_waits(string engine)
    {
        await using var council = await Filled(engine);
        await Give(council, await council.Case("R-4"), "1002");
        var teams = await council.Db(db => db.Teams.ToDictionaryAsync(t => t.Name, t => t.Id));
        Assert.Single(await All(council, new("Mo Ade", null, [new(Role.TeamManager, teams["Riverside"])])));
        Assert.Empty(await All(council, new("Mo Ade", null, [new(Role.TeamManager, teams["Hillside"])])));
        foreach (var role in new[] { Role.Practitioner, Role.HumanResources, Role.UnionRepresentative, Role.ElectedMember })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => All(council, new("X", null, [new(role)])));
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff);
        await council.Import(ImportKind.Cases, Extracts.Cases);
        return council;
    }

    private static Task<IReadOnlyList<ToEnterLine>> All(Council council, Reader? reader = null) =>
        council.Ask((ToEnterDesk desk) => desk.All(reader ?? Imports.ByHand.Principal, default));

    /// <summary>As a meeting or a transfer does it.</summary>
    private static Task<Done> Give(Council council, Id<Case> one, string number) => council.Db(db => db.Change(
        async () =>
        {
            var who = await db.Workers.SingleAsync(w => w.StaffNumber == number);
            var standing = await db.Assignments.Where(a => a.CaseId == one && a.ToOn == null).ToListAsync();
            var before = await db.Set<AllocationDecision>().Where(d => d.CaseId == one).OrderByDescending(d => d.DecidedAt)
                .FirstOrDefaultAsync();
            var held = standing.Select(a => a.WorkerId).OfType<Id<Worker>>().ToList();
            var (today, now) = (council.Clock.UkToday, council.Clock.GetUtcNow().UtcDateTime);
            db.Add(Council.Good(AllocationDecision.Make(
                new(one, DecisionKind.AtMeeting, who.Id, null, []), held, before, today, now, "Pat Singh")));
            foreach (var old in standing) old.End(today > old.FromOn ? today : old.FromOn);
            db.Add(Assignment.Begin(one, who.Id, who.Name, standing[0].TeamId, standing[0].TeamName, 1, today, true, null));
            return default(Done);
        },
        default));

    private static byte[] Shows(string reference, string worker) => System.Text.Encoding.UTF8.GetBytes(
        System.Text.Encoding.UTF8.GetString(Extracts.Cases).Replace("Riverside,,,", $"Riverside,{worker},,", StringComparison.Ordinal));
}

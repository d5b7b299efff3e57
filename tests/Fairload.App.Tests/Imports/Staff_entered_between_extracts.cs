using Fairload.App.Caseload;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Imports;

public sealed class Staff_entered_between_extracts
{
    private static readonly Reader Hr = new("Hana Roe", null, [new(Role.HumanResources)]);

    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, ClassData(typeof(Engines))]
    public async Task Leaves_what_a_leaver_held_on_the_waiting_list_at_once(string engine)
    {
        await using var council = await Filled(engine);
        await Leaves(council, "1001", Today.AddDays(-1));
        var phantoms = (await council.Ask((WaitingDesk desk) => desk.Waiting(ByHand.Principal, null, null, default))).Phantom;
        Assert.Equal(["R-1", "R-2", "R-5"], phantoms.Select(p => p.Reference).Order());

        // A sheet without them is right; one with no end date is not.
        var without = await council.Import(ImportKind.Staff, Staff(1, 2), "2026-11-16");
        Assert.Empty(without.Conflicts);
        Assert.Empty(await council.Entered());
        Council.Good(await council.Undo());
        var with = Assert.Single((await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-16")).Conflicts);
        Assert.Equal(("1001", EnteredKind.Leaver), (with.About, with.Kind));
        Assert.Equal(Today.AddDays(-1), (await Worker(council, "1001")).EndsOn);

        Council.Good(await council.Settle(with, keepsOurs: false));
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-16");
        Assert.Null((await Worker(council, "1001")).EndsOn);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Knows_a_starter_until_a_sheet_does_and_asks_where_it_says_otherwise(string engine)
    {
        await using var council = await Filled(engine);
        var team = await council.Db(db => db.Teams.Where(t => t.Name == "Riverside").Select(t => t.Id).SingleAsync());
        var written = new StarterWritten("1009", "Ada Moor", "Social worker", team, "0,8", "Permanent", new(2026, 11, 10), null, "");
        Council.Good(await council.Ask((StaffEntryDesk desk) => desk.Start(written, Hr, default)));
        Assert.StartsWith("The staff number 1009 is in use already.",
            Assert.Single(Council.Refused(await council.Ask((StaffEntryDesk desk) => desk.Start(written, Hr, default)))),
            StringComparison.Ordinal);
        var before = await council.Dump();

        // Not on the sheet: nobody says that they have left, even where the missing have.
        var silent = Assert.Single((await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-16", closeMissing: true)).Conflicts);
        Assert.Equal(EnteredFacts.NotShown.ToString(), silent.Theirs);
        Assert.Null((await Worker(council, "1009")).EndsOn);
        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());

        // Other hours: ours stay, and the rest of the sheet is taken.
        var other = await council.Import(ImportKind.Staff, Staff(Ada("1.0")), "2026-11-16");
        Assert.Single(other.Conflicts);
        Assert.Equal((0.8m, "SW10009"), await Worker(council, "1009") is var ada ? (ada.Fte, ada.SweNumber) : default);

        var same = await council.Import(ImportKind.Staff, Staff(Ada("0.80")), "2026-11-16");
        Assert.Empty(same.Conflicts);
        Assert.Empty(await council.Entered());
        Assert.Equal(0.8m, (await Worker(council, "1009")).Fte);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Knows_a_starter_of_a_coming_day_once_when_a_sheet_says_the_same(string engine)
    {
        await using var council = await Filled(engine);
        var team = await council.Db(db => db.Teams.Where(t => t.Name == "Riverside").Select(t => t.Id).SingleAsync());
        var written = new StarterWritten("1009", "Ada Moor", "Social worker", team, "0.8", "Permanent", new(2026, 12, 1), null, "");
        Council.Good(await council.Ask((StaffEntryDesk desk) => desk.Start(written, Hr, default)));

        var same = await council.Import(
            ImportKind.Staff,
            Staff("1009,Ada Moor,,SW10009,Social worker,,Riverside,Safeguarding,0.8,Permanent,01/12/2026,"), "2026-11-16");

        Assert.Empty(same.Conflicts);
        var ada = (await Worker(council, "1009")).Id;
        var member = Assert.Single(await council.Db(db => db.Memberships.Where(m => m.WorkerId == ada).ToListAsync()));
        Assert.Equal(new DateOnly(2026, 12, 1), member.FromOn);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Asks_where_a_sheet_says_that_an_absence_which_is_over_here_goes_on(string engine)
    {
        await using var council = await Filled(engine);
        var grace = (await Worker(council, "1001")).Id;
        Council.Good(await Absent(council, grace, new("Sickness", new(2026, 11, 16), new(2026, 11, 18))));
        council.Clock.Pass(TimeSpan.FromDays(10));
        var sheet = Council.Workbook(
            ("Staff", StaffLines), ("Absences", ["Staff number,From,To,Category", "1001,2026-11-16,2026-12-18,Sickness"]));

        var conflict = Assert.Single((await council.Import(ImportKind.Staff, sheet, "2026-11-26")).Conflicts);
        Assert.Equal(new DateOnly(2026, 11, 18), Assert.Single(await Absences(council)).ToOn);

        Council.Good(await council.Settle(conflict, keepsOurs: false));
        await council.Import(ImportKind.Staff, sheet, "2026-11-26");
        Assert.Equal(new DateOnly(2026, 12, 18), Assert.Single(await Absences(council)).ToOn);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keeps_an_absence_and_a_reduction_against_a_sheet_that_says_otherwise_and_takes_it_when_settled(string engine)
    {
        await using var council = await Filled(engine);
        var grace = (await Worker(council, "1001")).Id;
        Council.Good(await Absent(council, grace, new("Sickness", new(2026, 11, 16), new(2026, 11, 27))));
        Council.Good(await council.Ask((StaffEntryDesk desk) => desk.Reduce(
            grace, new(null, "", new("Union facility time", new(2026, 11, 16), null, "20")), Hr, default)));
        var before = await council.Dump();

        Assert.Empty((await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-16")).Conflicts);
        Council.Good(await council.Undo());

        var sheet = Council.Workbook(
            ("Staff", StaffLines), ("Absences", ["Staff number,From,To,Category", "1001,2026-11-16,2026-12-18,Sickness"]),
            ("Reductions", ["Staff number,Reason,%,From,To"]));
        var conflicts = (await council.Import(ImportKind.Staff, sheet, "2026-11-16")).Conflicts;
        Assert.Equal(
            [EnteredKind.Absence, EnteredKind.Reduction], conflicts.Select(c => c.Kind).Order());
        Assert.Equal(new DateOnly(2026, 11, 27), Assert.Single(await Absences(council)).ToOn);
        Assert.Equal(1, await council.Db(db => db.Reductions.CountAsync()));
        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());

        foreach (var conflict in conflicts) Council.Good(await council.Settle(conflict, keepsOurs: false));
        before = await council.Dump();
        await council.Import(ImportKind.Staff, sheet, "2026-11-16");
        Assert.Equal(new DateOnly(2026, 12, 18), Assert.Single(await Absences(council)).ToOn);
        Assert.Equal(0, await council.Db(db => db.Reductions.CountAsync()));
        Assert.Empty(await council.Entered());
        await council.IsSound();
        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_confirmed_by_the_same_absence_and_taken_back_to_what_the_sheet_said(string engine)
    {
        await using var council = await Filled(engine);
        var grace = (await Worker(council, "1001")).Id;
        var sheet = Council.Workbook(
            ("Staff", StaffLines), ("Absences", ["Staff number,From,To,Category", "1001,2026-11-10,2026-11-20,Sickness"]));
        await council.Import(ImportKind.Staff, sheet, "2026-11-16");

        // They come back sooner than the sheet says.
        var held = Assert.Single(await Absences(council));
        var change = new DatedChange(held.Id.Value, StaffEntryView.Seen(held), new("Sickness", new(2026, 11, 10), new(2026, 11, 17)));
        Council.Good(await council.Ask((StaffEntryDesk desk) => desk.Absent(grace, change, Hr, default)));
        var longer = change with { Written = change.Written with { To = null } };
        var late = Council.Refused(await council.Ask((StaffEntryDesk desk) => desk.Absent(grace, longer, Hr, default)));
        Assert.StartsWith("Somebody has changed this while you looked at it.", Assert.Single(late), StringComparison.Ordinal);
        Assert.StartsWith("They are away already on some of these days.", Assert.Single(Council.Refused(
            await Absent(council, grace, new("Annual leave", new(2026, 11, 17), null)))), StringComparison.Ordinal);

        Council.Good(await council.TakeBack("Grace Adeyemi"));
        Assert.Equal(new DateOnly(2026, 11, 20), Assert.Single(await Absences(council)).ToOn);

        Council.Good(await council.Ask((StaffEntryDesk desk) => desk.Absent(grace, change, Hr, default)));
        var same = Council.Workbook(
            ("Staff", StaffLines), ("Absences", ["Staff number,From,To,Category", "1001,2026-11-10,2026-11-17,Sickness"]));
        Assert.Empty((await council.Import(ImportKind.Staff, same, "2026-11-16")).Conflicts);
        Assert.Empty(await council.Entered());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Refuses_what_can_not_be_in_one_sentence_each_and_stores_nothing(string engine)
    {
        await using var council = await Filled(engine);
        var grace = await Worker(council, "1001");
        var before = await council.Dump();
        Assert.Equal("Choose what it is from the list", Assert.Single(Council.Refused(
            await Absent(council, grace.Id, new("Her back hurts", Today, null)))));
        Assert.Equal("The last day can not come before the first one", Assert.Single(Council.Refused(
            await Absent(council, grace.Id, new("Sickness", Today, Today.AddDays(-1))))));
        Assert.StartsWith("The last day at work can not come before the first one", Assert.Single(Council.Refused(
            await council.Ask((StaffEntryDesk desk) => desk.Leave(grace.Id, grace.Version, new(2020, 8, 31), Hr, default)))),
            StringComparison.Ordinal);
        Assert.Equal("This day is too far away. Check the year", Assert.Single(Council.Refused(
            await council.Ask((StaffEntryDesk desk) => desk.Leave(grace.Id, grace.Version, new(2126, 1, 1), Hr, default)))));
        Assert.StartsWith("Somebody has changed this while you looked at it.", Assert.Single(Council.Refused(
            await council.Ask((StaffEntryDesk desk) => desk.Leave(grace.Id, 7, Today, Hr, default)))), StringComparison.Ordinal);
        Assert.Equal(6, Council.Refused(await council.Ask((StaffEntryDesk desk) => desk.Start(
            new(" ", "", "", null, "full", "", null, null, ""), Hr, default))).Count);
        var manager = new Reader("Mo Ade", null, [new(Role.TeamManager, await council.Db(db =>
            db.Teams.Where(t => t.Name == "Hillside").Select(t => t.Id).SingleAsync()))]);
        Assert.StartsWith("This person has left, or is not yours", Assert.Single(Council.Refused(
            await council.Ask((StaffEntryDesk desk) => desk.Leave(grace.Id, grace.Version, Today, manager, default)))),
            StringComparison.Ordinal);
        Assert.Equal(before, await council.Dump());
    }

    private static string Ada(string fte) =>
        $"1009,Ada Moor,,SW10009,Social worker,Experienced,Riverside,Safeguarding,{fte},Permanent,10/11/2026,";

    private static string[] StaffLines { get; } =
    [
        "Staff number,Name,Role,Team,FTE,Start", "1001,Grace Adeyemi,Social worker,Riverside,1.0,2020-09-01",
        "1002,Tom Bevan,Social worker,Riverside,0.8,2026-09-01", "1003,Ngozi Okafor,Social worker,Hillside,1.0,2019-02-01",
    ];

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff);
        await council.Import(ImportKind.Cases, Extracts.Cases);
        return council;
    }

    private static byte[] Staff(params int[] rows) => Staff("", rows);

    /// <summary>Some of the three, or all of them and one more.</summary>
    private static byte[] Staff(string line, params int[] rows)
    {
        var lines = System.Text.Encoding.UTF8.GetString(Extracts.Staff).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var kept = rows.Length == 0 ? lines[1..] : [.. rows.Select(r => lines[r + 1])];
        return Council.Csv([lines[0], .. kept, .. line.Length > 0 ? [line] : Array.Empty<string>()]);
    }

    private static Task<Worker> Worker(Council council, string number) =>
        council.Db(db => db.Workers.AsNoTracking().SingleAsync(w => w.StaffNumber == number));

    private static Task<List<Absence>> Absences(Council council) => council.Db(db => db.Absences.AsNoTracking().ToListAsync());

    private static async Task Leaves(Council council, string number, DateOnly last)
    {
        var who = await Worker(council, number);
        Council.Good(await council.Ask((StaffEntryDesk desk) => desk.Leave(who.Id, who.Version, last, Hr, default)));
    }

    private static Task<Result<Done>> Absent(Council council, Id<Worker> who, DatedWritten written) =>
        council.Ask((StaffEntryDesk desk) => desk.Absent(who, new(null, "", written), Hr, default));
}

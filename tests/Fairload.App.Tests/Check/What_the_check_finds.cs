using Fairload.App.Allocation;
using Fairload.App.Check;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Workforce;
using Fairload.App.Workforce;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Check;

/// <summary>Data that are broken on purpose, behind the back of every desk: the rule that they break is named, with the record.</summary>
public sealed class What_the_check_finds
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Is_somebody_who_holds_one_case_twice(string engine) => await Finds(
        engine, "Nobody holds one case twice at one time", "R-1",
        "insert into assignment (id, " + Columns + ") select {new}, " + Columns
            + " from assignment where case_id = (select id from case_record where reference = 'R-1')",
        "update assignment set share = 0.5");

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_somebody_who_left_before_they_began(string engine) => await Finds(
        engine, "Nobody leaves before they begin", "1001", "update worker set ends_on = '2019-01-01' where staff_number = '1001'");

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_a_reduction_that_ends_before_it_begins(string engine) => await Finds(
        engine, "Time in a team, an absence, a reduction and a duty end no earlier than they begin", "1002",
        "insert into reduction (id, worker_id, reason, percent, from_on, to_on) select {new}, id, 'AMHP rota', 10, '2026-11-10', '2026-11-09' from worker where staff_number = '1002'");

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_somebody_who_is_more_than_once_in_teams_for_a_time(string engine) => await Finds(
        engine, "On no day do a worker's shares of teams add up to more than one", "1003",
        "insert into membership (id, worker_id, team_id, share, from_on, to_on) select {new}, w.id, t.id, 0.5, '2026-10-01', '2026-10-31' from worker w, team t where w.staff_number = '1003' and t.name = 'Riverside'");

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_a_case_that_was_left_in_a_team_when_it_was_closed(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Council.Import(
            ImportKind.Staff, [.. Extracts.Staff, .. "1004,Ada Moor,,,Social worker,,Lakeside,Safeguarding,1.0,Permanent,,01/11/2026\r\n"u8],
            "2026-11-10");
        await town.Do(await town.Close("Lakeside"));
        await town.Council.IsSound();
        await Breaks(
            town.Council, "Nobody and nothing that was in a team when it was closed is left in it", "Lakeside",
            "update assignment set team_id = (select id from team where name = 'Lakeside'), from_on = '2026-11-01' where to_on is null");
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_a_case_that_another_holds_than_was_agreed(string engine)
    {
        await using var council = await Filled(engine);
        var four = await council.Case("R-4");
        var view = (await council.Ask((AllocationDesk desk) => desk.Case(four, true, Imports.ByHand.Principal, default)))!;
        Council.Good(await council.Ask((AllocationDesk desk) =>
            desk.Decide(new(four, view.Answer.Best[0].Worker, "", "", true), Imports.ByHand.Principal, default)));
        await council.IsSound();
        await Breaks(
            council, "Who was agreed to take a case holds it until an extract has shown them or somebody else", "R-4",
            "update assignment set worker_id = null, worker_name = '' where to_on is null");
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_a_mark_without_its_record(string engine)
    {
        await using var council = await Filled(engine);
        var grace = await council.Db(db => db.Workers.Where(w => w.StaffNumber == "1001").Select(w => w.Id).SingleAsync());
        var away = new DatedChange(null, "", new("Sickness", new(2026, 11, 16), null));
        Council.Good(await council.Ask((StaffEntryDesk desk) => desk.Absent(grace, away, Imports.ByHand.Principal, default)));
        await council.IsSound();
        await Breaks(council, "What is marked as entered here is there", "Absence", "delete from absence");
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_a_case_that_is_open_though_it_was_closed_here(string engine)
    {
        await using var council = await Filled(engine);
        await council.Closes("R-4", new(2026, 11, 13));
        await Breaks(
            council, "What was closed here is closed, and what was opened or corrected here is open", "CaseClosed R-4",
            "update case_record set closed_on = null where reference = 'R-4'");
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_an_entry_that_an_extract_passed_over(string engine)
    {
        await using var council = await Filled(engine);
        await council.Opens("R-9", "child-in-need", "Riverside");
        council.Clock.Pass(TimeSpan.FromDays(1));
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-17");
        await council.IsSound();
        await Breaks(
            council, "An extract that came since has confirmed or contradicted what was entered here", "CaseOpened R-9",
            "update entered_here set theirs = '', theirs_on = null");
    }

    private const string Columns =
        "case_id, worker_id, worker_name, team_id, team_name, share, from_on, from_is_known, held_since_on, held_since_is_known, to_on, worker_stays, brought_by, version";

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff);
        await council.Import(ImportKind.Cases, Extracts.Cases);
        return council;
    }

    private static async Task Finds(string engine, string rule, string record, params string[] statements)
    {
        await using var council = await Filled(engine);
        await council.IsSound();
        await Breaks(council, rule, record, statements);
    }

    private static async Task Breaks(Council council, string rule, string record, params string[] statements)
    {
        foreach (var statement in statements)
        {
            var sql = statement.Replace("{new}", $"'{Guid.CreateVersion7().ToString().ToUpperInvariant()}'", StringComparison.Ordinal);
            await council.Db(db => db.Database.ExecuteSqlRawAsync(sql));
        }

        var all = await council.Ask((CheckDesk desk) => desk.All(default));
        Assert.Contains(all.Single(i => i.Rule == rule).Broken, b => b.StartsWith(record, StringComparison.Ordinal));
    }
}

using Fairload.App.Tests.Imports;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workforce;

public sealed class A_staff_sheet
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Keeps_teams_apart_whose_names_differ_by_a_number_or_what_follows_a_dash(string engine)
    {
        await using var council = await Council.On(engine);
        var sheet = Council.Csv(
            Extracts.StaffHeader, "1,A One,,,,,Locality - North,S,1,,,", "2,B Two,,,,,Locality - South,S,1,,,",
                "3,C Three,,,,,Assessment (East),S,1,,,", "4,D Four,,,,,Assessment (West),S,1,,,",
            "5,E Five,,,,,Assessment 1,S,1,,,", "6,F Six,,,,,Assessment 2,S,1,,,");
        await council.Import(ImportKind.Staff, sheet);
        Assert.Equal(6, await council.Db(db => db.Teams.CountAsync()));
        Assert.Equal(6, (await council.Import(ImportKind.Staff, sheet)).Unchanged);

        await council.Import(ImportKind.Cases,
            Council.Csv(Extracts.CaseHeader, "R-1,child in need,Children,01/03/2026,,,locality – NORTH,A One,,"));
        Assert.Equal("Locality - North",
            await council.Db(db => db.Assignments.Join(db.Teams, a => a.TeamId, t => t.Id, (a, t) => t.Name).SingleAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Moves_a_person_by_ending_one_membership_and_beginning_another(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Council.Csv(Extracts.StaffHeader, "1,A One,,,,,North,S,1,,,"), "2026-11-01");
        await council.Import(ImportKind.Staff, Council.Csv(Extracts.StaffHeader, "1,A One,,,,,North (60%); South (40%),S,1,,,"));

        var held =
            await council.Db(
            db => db.Memberships.Join(db.Teams, m => m.TeamId, t => t.Id, (m, t) => new { t.Name, m.Share, m.FromOn, m.ToOn })
                .ToListAsync());
        Assert.Equal(
            [("North", 1m, null, Day(13)), ("North", 0.6m, Day(14), null), ("South", 0.4m, Day(14), null)],
            held.OrderBy(m => m.Name).ThenByDescending(m => m.Share).Select(m => (m.Name, m.Share, m.FromOn, m.ToOn)));

        static DateOnly? Day(int day) => new DateOnly(2026, 11, day);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Follows_a_team_into_the_one_it_was_merged_with_and_back_on_undoing(string engine)
    {
        await using var council = await Council.On(engine);
        string[] staff = ["Staff number,Name,Team", "1,A One,North", "2,B Two,South"];
        await council.Import(ImportKind.Staff,
            Council.Workbook(("Staff", staff), ("Teams", ["Team,Service,To,Successor", "North,S,,", "South,S,,"])), "2026-11-01");
        var before = await council.Dump();
        await council.Import(ImportKind.Staff, Council.Workbook(
            ("Staff", ["Staff number,Name,Team", "1,A One,Valley", "2,B Two,Valley"]),
            ("Teams", ["Team,Service,To,Successor", "North,S,2026-11-09,Valley", "South,S,2026-11-09,Valley", "Valley,S,,"])));

        var teams = await council.Db(db => db.Teams.ToDictionaryAsync(t => t.Name));
        Assert.Equal(teams["Valley"].Id, teams["North"].SuccessorId);
        Assert.Equal(new DateOnly(2026, 11, 9), teams["South"].ToOn);

        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
    }

    [Fact]
    public async Task Takes_in_new_teams_that_follow_each_other_in_a_ring()
    {
        await using var council = await Council.On("sqlite");
        await council.Import(ImportKind.Staff, Council.Workbook(
            ("Staff", ["Staff number,Name,Team", "1,A One,North"]),
                ("Teams", ["Team,Service,Successor", "North,S,South", "South,S,North"])));

        var teams = await council.Db(db => db.Teams.ToDictionaryAsync(t => t.Name));
        Assert.Equal((teams["South"].Id, teams["North"].Id), (teams["North"].SuccessorId, teams["South"].SuccessorId));
    }

    [Fact]
    public async Task Shows_who_is_missing_and_ends_them_only_when_asked()
    {
        await using var council = await Council.On("sqlite");
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-01");
        var less = Council.Csv(Extracts.StaffHeader, "1001,Grace Adeyemi,Grace Cole,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,");

        var shown = await council.Import(ImportKind.Staff, less, "2026-11-07");
        Assert.Equal((2, 2), (shown.Missing, shown.Problems.Count(p => p.Message.Contains("is not on this sheet"))));
        Assert.Equal(0, await council.Db(db => db.Workers.CountAsync(w => w.EndsOn != null)));

        await council.Import(ImportKind.Staff, less, "2026-11-14", closeMissing: true);
        Assert.Equal(2, await council.Db(db => db.Workers.CountAsync(w => w.EndsOn == new DateOnly(2026, 11, 13))));
    }
}

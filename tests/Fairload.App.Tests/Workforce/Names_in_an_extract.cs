using Fairload.App.Tests.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workforce;

public sealed class Names_in_an_extract
{
    [Theory]
    [InlineData("Grace Adeyemi")]
    [InlineData("Adeyemi, Grace")]
    [InlineData("ADEYEMI, Grace (1001)")]
    [InlineData("Grace Cole")]
    [InlineData("1001")]
    [InlineData("SW10001")]
    [InlineData("Ms Grace Adeyemi")]
    public async Task Find_the_person_however_they_are_written(string written)
    {
        await using var council = await Council.On("sqlite");
        await council.Import(ImportKind.Staff, Extracts.Staff);
        await council.Import(ImportKind.Cases, OneCase(written));

        Assert.Equal("1001", await Holder(council));
        Assert.Empty(await council.Unsettled());
    }

    [Theory]
    [InlineData("Unallocated")]
    [InlineData("Duty Tray")]
    [InlineData("#N/A")]
    public async Task That_are_nobody_make_the_case_wait(string written)
    {
        await using var council = await Council.On("sqlite");
        await council.Import(ImportKind.Staff, Extracts.Staff);
        await council.Import(ImportKind.Cases, OneCase(written));

        Assert.Equal((null, ""),
            await council.Db(db => db.Assignments.Select(a => new ValueTuple<Id<Worker>?, string>(a.WorkerId, a.WorkerName))
            .SingleAsync()));
        Assert.Empty(await council.Unsettled());
    }

    [Fact]
    public async Task That_two_people_share_are_theirs_who_is_in_the_team_or_whose_number_stands_beside()
    {
        await using var council = await Council.On("sqlite");
        await council.Import(ImportKind.Staff, Council.Csv(
            Extracts.StaffHeader, "2001,Sam Green,,,,,Riverside,Safeguarding,1,,,", "2002,Sam Green,,,,,Hillside,Safeguarding,1,,,",
                "2003,Ann Oak,,,,,Valley,Safeguarding,1,,,"));
        await council.Import(ImportKind.Cases, Council.Csv(
            Extracts.CaseHeader, "R-1,child in need,Children,01/03/2026,,,Hillside,Sam Green,,",
                "R-2,child in need,Children,01/03/2026,,,Valley,Sam Green (2001),,",
                "R-3,child in need,Children,01/03/2026,,,Valley,Sam Green,,"));

        var held =
            await council.Db(
            db => (from a in db.Assignments
                   join c in db.Cases on a.CaseId equals c.Id
                   orderby c.Reference
                   select db.Workers.Where(
                w => w.Id == a.WorkerId).Select(w => w.StaffNumber).FirstOrDefault()).ToListAsync());
        Assert.Equal(["2002", "2001", null], held);
        Assert.Equal(["Sam Green: 1"], await council.Unsettled());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Once_settled_are_remembered_and_change_nothing_at_the_next_import(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-01");
        await council.Import(ImportKind.Cases, OneCase("Lee Carter"), "2026-11-01");
        Assert.Equal(["Lee Carter: 1"], await council.Unsettled());

        Council.Good(await council.Ask((SettleDesk desk) => desk.IsStaffNumber("Lee Carter", " 1002 ", Council.Analyst, default)));

        Assert.Equal("1002", await Holder(council));
        Assert.Empty(await council.Unsettled());
        var next = await council.Import(ImportKind.Cases, OneCase("CARTER, Lee"));
        Assert.Equal((0, 0, 1, 0), (next.Added, next.Changed, next.Unchanged, next.Problems.Count));
        Assert.Equal(1, await council.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Action == AuditAction.NameSettled)));
    }

    [Fact]
    public async Task Settled_to_be_a_tray_go_on_waiting_since_the_same_day()
    {
        await using var council = await Council.On("sqlite");
        await council.Import(ImportKind.Cases, OneCase("Blue Cupboard"), "2026-11-01");
        Council.Good(await council.Ask((SettleDesk desk) => desk.IsNobody("Blue Cupboard", Council.Analyst, default)));

        var next = await council.Import(ImportKind.Cases, OneCase("Blue Cupboard"));

        Assert.Equal((0, 1), (next.Changed, next.Unchanged));
        Assert.Equal(new DateOnly(2026, 11, 1), await council.Db(db => db.Assignments.Select(a => a.FromOn).SingleAsync()));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task That_a_later_staff_sheet_knows_are_the_same_holder_as_before(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Cases, OneCase("Tom Bevan"), "2026-11-01");
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, OneCase("Tom Bevan"));

        Assert.Equal("1002", await Holder(council));
        Assert.Equal(new DateOnly(2026, 11, 1), await council.Db(db => db.Assignments.Select(a => a.FromOn).SingleAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Can_be_forgotten_and_stand_unsettled_again(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff);
        await council.Import(ImportKind.Cases,
            Council.Csv(Extracts.CaseHeader, "R-1,child in need,Children,01/03/2026,,,The Annexe,Lee Carter,,",
            "R-2,child in need,Children,01/03/2026,,,Riverside,Tom Bevan,,"));
        var before = await council.Dump();
        var (tom, hillside) = await council.Db(async db =>
            (await db.Workers.Where(w => w.StaffNumber == "1002").Select(w => w.Id).SingleAsync(),
                await db.Teams.Where(t => t.Name == "Hillside").Select(t => t.Id).SingleAsync()));
        Council.Good(await council.Ask((SettleDesk desk) => desk.IsWorker("Lee Carter", tom, Council.Analyst, default)));
        Council.Good(await council.Ask((SettleDesk desk) => desk.IsTeam("The Annexe", hillside, Council.Analyst, default)));
        Assert.Empty(await council.Unsettled());

        foreach (var line in await council.Ask((SettleDesk desk) => desk.Settled(Council.Analyst, default)))
            Council.Good(await council.Ask((SettleDesk desk) => desk.Forget(line.Name.Id, Council.Analyst, default)));

        Assert.Equal(["Lee Carter: 1", "The Annexe: 1"], await council.Unsettled());
        Assert.Equal(WithoutVersions(before), WithoutVersions(await council.Dump()));
    }

    [Fact]
    public async Task Are_settled_once_and_only_to_who_is_there()
    {
        await using var council = await Council.On("sqlite");
        await council.Import(ImportKind.Staff, Extracts.Staff);
        await council.Import(ImportKind.Cases, Extracts.Cases);
        Assert.Equal("No one on the staff sheet has the number 9",
            Assert.Single(
            Council.Refused(await council.Ask((SettleDesk desk) => desk.IsStaffNumber("Lee Carter", "9", Council.Analyst, default)))));
        Council.Good(await council.Ask((SettleDesk desk) => desk.IsNobody("Lee Carter", Council.Analyst, default)));
        Assert.Contains("already been settled",
            Assert.Single(
            Council.Refused(await council.Ask((SettleDesk desk) => desk.IsStaffNumber("Lee Carter", "1001", Council.Analyst, default)))));
    }

    private static byte[] OneCase(string worker) =>
        Council.Csv(Extracts.CaseHeader, $"R-1,child in need,Children,01/03/2026,,,Riverside,\"{worker}\",,");

    private static Task<string?> Holder(Council council) =>
        council.Db(db => db.Assignments.Where(a => a.ToOn == null)
            .Select(a => db.Workers.Where(w => w.Id == a.WorkerId).Select(w => w.StaffNumber).FirstOrDefault()).SingleAsync());

    private static string WithoutVersions(string dump) => System.Text.RegularExpressions.Regex.Replace(dump, @"version=\d+", "");
}

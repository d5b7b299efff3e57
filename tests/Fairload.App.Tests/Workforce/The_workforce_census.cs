using System.Text;
using Fairload.App.Imports.Sheets;
using Fairload.App.Tests.Imports;
using Fairload.App.Workforce.Census;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Census;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workforce;

public sealed class The_workforce_census
{
    private const string Sample = "csww-census/social_work_workforce_2022.xml";
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Fact]
    public void Is_read_as_the_department_publishes_its_form()
    {
        if (RepoRoot.SharedData(Sample) is not { } path) return;

        var read = Read(File.ReadAllBytes(path));

        var all = read.People.Select(p => p.Facts).ToList();
        Assert.Equal((2022, 30, 79.68m), (read.Year, all.Count, read.Vacancies));
        Assert.Equal((18, 13), (all.Count(f => f.IsAgency == true), all.Count(f => f.RoleEndedOn is not null)));
        Assert.Equal(14.501131m, all.Sum(f => f.Fte30 ?? 0));
        Assert.Equal((979, 19), (all.Sum(f => f.Cases30 ?? 0), all.Count(f => f.Cases30 > 0)));
        Assert.DoesNotContain(read.Problems, p => p.Says.Format.StartsWith("The element", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Fills_what_the_staff_list_leaves_blank_and_overrules_nothing(string engine)
    {
        await using var council = await Staffed(engine);

        var outcome = await council.Import(ImportKind.WorkforceCensus, Census());

        Assert.Equal((3, 0, 0, 1), (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Missing));
        var (grace, tom, lee) = (await Worker(council, "1001"), await Worker(council, "1002"), await Worker(council, "1004"));
        Assert.Equal((1.0m, "Permanent", new DateOnly(2020, 9, 1)), (grace.Fte, grace.EmploymentType, grace.StartsOn));
        Assert.Equal((0.8m, "Permanent"), (tom.Fte, tom.EmploymentType));
        Assert.Equal((0.75m, "Agency", new DateOnly(2024, 2, 1), "Case holder"), (lee.Fte, lee.EmploymentType, lee.StartsOn, lee.Role));
        Assert.Contains(outcome.Problems,
            p => p.Message == "FTE30 of staff number 1001 is otherwise on the staff list. The staff list stands." && p.Severity == "warning");
        Assert.Contains(outcome.Problems, p => p.Message == "SW99999 is in the census and not on the staff list.");
        Assert.Contains(outcome.Problems, p => p.Message == "Staff number 1003 (SW10003) is on the staff list and not in the census.");
        Assert.Contains(outcome.Problems, p => p.Message == "The element CSWWWorker/Shoesize is not known here (1 times). It was passed over.");
        var entry = await council.Db(db => db.Set<CensusEntry>().AsNoTracking().SingleAsync(e => e.WorkerId == lee.Id));
        Assert.Equal((5, 4, 12.5m, "SIC TRN", "1"), (entry.OrgRole, entry.StartOrigin, entry.DaysLost, entry.AbsenceReasons, entry.Status));

        // A staff sheet that is as blank as before takes nothing away again.
        var again = await council.Import(ImportKind.Staff, Staff);
        Assert.Equal((0, 0), (again.Added, again.Changed));
        Assert.Equal(0.75m, (await Worker(council, "1004")).Fte);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_looked_at_confirmed_and_undone_like_every_other_file(string engine)
    {
        await using var council = await Staffed(engine);
        var before = await council.Dump();

        var look = await council.Look(ImportKind.WorkforceCensus, Census());
        Assert.Equal(before, await council.Dump());
        Council.Good(await council.Confirm(look));
        Assert.NotEqual(before, await council.Dump());
        var same = await council.Import(ImportKind.WorkforceCensus, Census());
        Assert.Equal((0, 0, 3), (same.Added, same.Changed, same.Unchanged));

        Council.Good(await council.Undo());
        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keeps_one_year_beside_the_other_and_puts_the_same_year_right(string engine)
    {
        await using var council = await Staffed(engine);
        await council.Import(ImportKind.WorkforceCensus, Census());
        await council.Import(ImportKind.WorkforceCensus, Census(year: 2025));

        var right = await council.Import(ImportKind.WorkforceCensus, Census(days: "20"));

        Assert.Equal((0, 1, 2), (right.Added, right.Changed, right.Unchanged));
        Assert.Equal(6, await council.Db(db => db.Set<CensusEntry>().CountAsync()));
        Assert.Equal(
            [12.5m, 20m], await council.Db(
                db => db.Set<CensusEntry>().Where(e => e.SweNumber == "SW10004").OrderBy(e => e.DaysLost).Select(e => e.DaysLost!.Value)
                    .ToListAsync()));
    }

    [Theory]
    [InlineData("<!DOCTYPE Message [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Message>&x;</Message>", "declares a document type or entities")]
    [InlineData("<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><Message>&b;</Message>", "declares a document type or entities")]
    [InlineData("<Message><CSWWWorker>", "is no XML that can be read")]
    [InlineData("PK not xml", "is no XML that can be read")]
    [InlineData("", "is no XML that can be read")]
    [InlineData("<Children/>", "is no workforce census")]
    [InlineData("<Message><Header/></Message>", "is no workforce census")]
    [InlineData("<Message><CSWWWorker><SWENo>SW1</SWENo></CSWWWorker></Message>", "does not say of which year it is")]
    public void Refuses_a_bad_file_in_one_sentence(string xml, string says) => Assert.Contains(
        says, Assert.Single(Council.Refused(
            CensusReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "census.xml", SheetLimits.Default, Today))),
        StringComparison.Ordinal);

    [Fact]
    public void Refuses_a_file_over_the_limits_without_reading_it_all()
    {
        var small = SheetLimits.Default with { FileBytes = 100, UnpackedBytes = 100 };
        Assert.Contains("is larger than", Assert.Single(Council.Refused(CensusReader.Read(new MemoryStream(Census()), "census.xml", small, Today))),
            StringComparison.Ordinal);
        var many = SheetLimits.Default with { UnpackedBytes = 100 };
        Assert.Contains("is no XML that can be read",
            Assert.Single(Council.Refused(CensusReader.Read(new MemoryStream(Census()), "census.xml", many, Today))),
                StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_what_can_not_be_read_and_reads_the_rest()
    {
        var read = Read(Encoding.UTF8.GetBytes(
            "<Message xmlns='urn:any'><CSWWWorker><Cases30>12</Cases30><SWENo> SW10001 </SWENo><FTE30>7</FTE30><OrgRole>x</OrgRole><RoleStartDate>2023-02-30</RoleStartDate>"
            + "<ReasonAbsence>SIC</ReasonAbsence><ReasonAbsence>ZZZ</ReasonAbsence><Cases30>13</Cases30></CSWWWorker>"
            + "<Header><CollectionDetails><ReferenceDate>2019-09-30</ReferenceDate></CollectionDetails></Header></Message>"));

        var facts = Assert.Single(read.People).Facts;
        Assert.Equal((2019, "SW10001", null, null, 13, "SIC"),
            (read.Year, facts.SweNumber, facts.Fte30, facts.OrgRole, facts.Cases30, facts.AbsenceReasons));
        Assert.Equal(
            ["FTE30", "OrgRole", "ReasonAbsence", "RoleStartDate"], read.Problems.Select(p => p.Column).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("SW0010001", "sw 10001", true), InlineData("SW10001", "SW-10001", true), InlineData("SW10001", "SW100010", false)]
    public void Compares_registration_numbers_however_they_are_written(string one, string other, bool same) =>
        Assert.Equal(same, CensusFill.Key(one) == CensusFill.Key(other));

    private static byte[] Staff { get; } = Council.Csv(
        Extracts.StaffHeader,
        "1001,Grace Adeyemi,Grace Cole,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,",
        "1002,Tom Bevan,,SW10002,Social worker,Newly qualified,Riverside,Safeguarding,0.8,Permanent,01/09/2026,",
        "1003,Ngozi Okafor,,SW10003,Social worker,Experienced,Hillside,Safeguarding,1.0,Permanent,01/02/2019,",
        "1004,Lee Carter,,SW10004,,,Riverside,Safeguarding,,,,");

    private static async Task<Council> Staffed(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Staff);
        return council;
    }

    private static byte[] Census(int year = 2026, string days = "12.5") => Encoding.UTF8.GetBytes(
        $"""
        <Message>
          <CSWWWorker><SWENo>SW10004</SWENo><AgencyWorker>1</AgencyWorker><FTE>0.5</FTE><FTE30>0.75</FTE30>
            <PersonBirthDate>1980-01-01</PersonBirthDate>
            <OrgRole>5</OrgRole><RoleStartDate>2024-02-01</RoleStartDate><StartOrigin>4</StartOrigin>
            <WorkingDaysLost>{days}</WorkingDaysLost>
            <ReasonAbsence>TRN</ReasonAbsence><ReasonAbsence>SIC</ReasonAbsence>
            <CFKSSstatus>1</CFKSSstatus><Shoesize>42</Shoesize></CSWWWorker>
          <CSWWWorker><SWENo>SW10001</SWENo><AgencyWorker>0</AgencyWorker><FTE30>0.6</FTE30></CSWWWorker>
          <CSWWWorker><SWENo>SW10002</SWENo><AgencyWorker>0</AgencyWorker></CSWWWorker>
          <CSWWWorker><SWENo>SW99999</SWENo></CSWWWorker>
          <Header><CollectionDetails><Collection>CSWW</Collection><Year>{year}</Year></CollectionDetails></Header>
        </Message>
        """);

    private static CensusRead Read(byte[] file) =>
        Council.Good(CensusReader.Read(new MemoryStream(file), "census.xml", SheetLimits.Default, Today));

    private static Task<Worker> Worker(Council council, string number) =>
        council.Db(db => db.Workers.AsNoTracking().SingleAsync(w => w.StaffNumber == number));
}

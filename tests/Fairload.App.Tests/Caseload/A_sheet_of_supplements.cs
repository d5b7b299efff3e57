using Fairload.App.Caseload;
using Fairload.App.Imports;
using Fairload.App.Imports.Sheets;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Caseload;

public sealed class A_sheet_of_supplements
{
    private const string Header =
        "Case reference,Family group,Language,Language must,Wish,Wish about,Area,Court,Next hearing,Travel,Label,Co-worker,Co-worker share,Co-worker from,Co-worker to,Conflict with,Kind of conflict,Conflict is over";

    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    private static readonly string[] Rows =
    [
        "R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
        "R-2,child in need,Children,01/03/2026,,,Hillside,Ngozi Okafor,05/03/2026,",
    ];

    private static readonly byte[] Sheet = Council.Csv(
        Header,
        "R-1,F-204,Somali,Yes,Keep,1001,KT3,Care or supervision proceedings,03/12/2026,Up to an hour,In a pilot,1002,30%,01/10/2026,,1003,Related,",
        "R-1,,,,,,,,,,,1003,20%,,,,,",
        "R-2,f-204,,,,,,No,,near,,,,,,1001,Known privately,",
        "R-9,F-1,,,,,,,,,,,,,,,,",
        "R-2,F-300,,,,,,,,,,,,,,,,",
        "R-2,,Klingon,,Perhaps,9999,,,,,,,,,,,,",
        "R-2,,,,,,,,03/12/2026,,,,,,,,,",
        "R-2,,,,,,,,,,,1002,200,,,,,",
        "R-2,,,,,,,,32/12/2026,,,,,,,,,");

    [Theory, ClassData(typeof(Engines))]
    public async Task Brings_every_field_lists_what_is_wrong_and_is_undone_to_the_last_row(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Rows);
        var before = await council.Dump();
        var did = Council.Good(await council.Confirm(await council.Look(ImportKind.Supplement, Sheet)));
        Assert.Equal((2, 0, 0), (did.Added, did.Changed, did.Unchanged));
        Assert.Equal([3, 5, 6, 7, 8, 9, 10], did.Problems.Where(p => p.Severity == "error").Select(p => p.Row!.Value).Distinct().Order());
        Assert.Equal(3, did.Problems.Count(p => p.Row == 7));
        Assert.Contains(did.Problems, p => p.Row == 5
            && p.Message.StartsWith("No open case of this reference can be changed", StringComparison.Ordinal));
        Assert.Contains(did.Problems, p => p.Row == 6 && p.Message == "Row 4 says something else of the same case");
        Assert.Contains(did.Problems, p => p.Row == 3
            && p.Message.StartsWith("They have a conflict of interest", StringComparison.Ordinal));

        var one = (await Of(council, "R-1"))!;
        Assert.Equal(
            new SupplementFacts("somali", true, OwnWish.Keep, one.About!.Id, "KT3")
            {
                Family = "F-204",
                Court = "care",
                HearingOn = new(2026, 12, 3),
                Travel = "far",
                Label = "pilot",
            },
            one.Facts);
        Assert.Equal(("Grace Adeyemi", "", 1), (one.About.Name, one.Now!.EnteredBy, one.Number));
        var tom = Assert.Single(one.CoWorkers);
        Assert.Equal(("Tom Bevan", 0.3m, new DateOnly(2026, 10, 1)), (tom.Worker.Name, tom.CoWorker.Share, tom.CoWorker.FromOn));
        Assert.Equal(("Ngozi Okafor", ConflictReason.Related),
            (Assert.Single(one.Conflicts).Worker.Name, one.Conflicts[0].Conflict.Reason));
        Assert.Equal(("F-204", PracticeWords.None), ((await Of(council, "R-2"))!.Facts.Family, (await Of(council, "R-2"))!.Facts.Court));
        await council.IsSound();

        var again = await council.Import(ImportKind.Supplement, Sheet);
        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
        Council.Good(await council.Undo());
        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Leaves_what_an_empty_cell_says_nothing_of_and_clears_by_a_word(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Rows);
        await council.Import(ImportKind.Supplement, Sheet);
        var before = await council.Dump();
        var did = await council.Import(
            ImportKind.Supplement,
            Council.Csv(Header, "R-1,,,,none,none,,None,,,dim,,,,,,,", "R-1,,,,,,,,,,,1002,,,09/11/2026,1003,,yes"), "2026-11-15");
        Assert.Equal((0, 1, 0), (did.Added, did.Changed, did.Unchanged));
        var one = (await Of(council, "R-1"))!;
        Assert.Equal(new SupplementFacts("somali", true, OwnWish.NotStated, null, "KT3") { Family = "F-204", Travel = "far" }, one.Facts);
        Assert.Empty(one.CoWorkers);
        Assert.Empty(one.Conflicts);
        Assert.Equal((2, new DateOnly(2026, 11, 9)), (one.Number, Assert.Single(one.CoWorkersBefore).CoWorker.ToOn!.Value));
        Assert.Equal("1", string.Join(' ', one.Past.Select(p => p.Number)));
        Assert.Equal(1m, await council.Db(db => db.Assignments.Where(a => a.CaseId == one.Case.Id && a.ToOn == null)
            .Select(a => a.Share).SingleAsync()));
        await council.IsSound();
        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Says_of_a_restricted_case_no_more_than_of_one_that_is_not_there_and_is_not_undone_over_what_came_since(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Rows);
        await council.Import(ImportKind.Supplement, Sheet);
        var one = (await Of(council, "R-1"))!;
        Council.Good(await council.Ask((SupplementDesk desk) => desk.Enter(
            one.Case.Id, new(1, one.Facts with { Locality = "KT4" }, null, null, []), Principal, default)));
        Assert.Contains(Council.Refused(await council.Undo()), p => p.Contains("(R-1)", StringComparison.Ordinal));

        await Supplemented.Restrict(council, "R-2");
        var did = await council.Import(
            ImportKind.Supplement, Council.Csv(Header, "R-2,F-9,,,,,,,,,,,,,,,,", "R-9,F-9,,,,,,,,,,,,,,,,"), "2026-11-15");
        Assert.Equal(
            ["No open case of this reference can be changed by a sheet: it is not held here, is closed, or is kept to named people and changed on its own page."],
            did.Problems.Select(p => p.Message).Distinct());
        Assert.Equal(2, did.Problems.Count);
    }

    [Fact]
    public async Task Is_refused_whole_where_it_has_no_reference_or_says_nothing_and_its_template_is_read_back()
    {
        await using var council = await Supplemented.Filled("sqlite", Rows);
        Assert.Contains(" needs the column “Case reference”",
            Council.Refused(await council.TryImport(ImportKind.Supplement, Council.Csv("Name,Colour", "a,b")))[0],
            StringComparison.Ordinal);
        Assert.Contains("no column of the supplement beside the reference",
            Council.Refused(await council.TryImport(ImportKind.Supplement, Council.Csv("Case reference,Colour", "a,b")))[0],
            StringComparison.Ordinal);
        using var template = new MemoryStream();
        Templates.Supplement(template, ReferenceData.PracticeWords());
        template.Position = 0;
        Assert.True(SheetFile.Open(template, "supplement.xlsx", SheetLimits.Default).Try(out var book, out _));
        using var opened = book!;
        Assert.True(SupplementSheetReader.Read(opened).Try(out var read, out _));
        Assert.Empty(read.Problems);
    }

    private static async Task<SupplementView?> Of(Council council, string one)
    {
        var id = await council.Case(one);
        return await council.Ask((SupplementDesk desk) => desk.Of(id, Principal, default));
    }
}

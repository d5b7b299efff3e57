using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Fairload.App.Caseload;
using Fairload.App.Imports.Sheets;
using Fairload.App.Tests.Imports.Sheets;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Tests.Caseload;

public sealed class The_annex_a_workbook
{
    private static readonly DateOnly AsOf = new(2021, 3, 31);

    private static CaseRead Read(IOpenedBook book, DateOnly? asOf = null)
    {
        Assert.True(AnnexAReader.Read(book, asOf ?? AsOf).Try(out var read, out var problems), problems is null ? ""
            : string.Join(" ", problems));
        return read!;
    }

    public static TheoryData<string, int> RealFiles => new()
    {
        { "liia_Annex_A_2024_Jan.xlsx", 1 },
        { "cscdp_2015-01-sample.xlsx", 2 },
        { "cscdp_2016-01-sample.xlsx", 2 },
        { "cscdp_example-B-2004.xlsx", 2 },
    };

    [Theory, MemberData(nameof(RealFiles))]
    public void Is_counted_as_its_xml_has_it(string file, int headerRow)
    {
        if (RepoRoot.SharedData("annex-a/" + file) is not { } path) return;
        using var stream = File.OpenRead(path);
        using var book = SheetsOf.Book(stream, file);

        Assert.Equal(CountedInXml(path, headerRow), Read(book).Read);
    }

    [Fact]
    public void Of_january_2024_gives_its_cases()
    {
        if (RepoRoot.SharedData("annex-a/liia_Annex_A_2024_Jan.xlsx") is not { } path) return;
        using var stream = File.OpenRead(path);
        using var book = SheetsOf.Book(stream, "Annex A.xlsx");

        var read = Read(book);

        // By hand from the sheets: all 6 of list 3 go on, list 4 is all authorised, what has no conference in list 5 needed none,
        // list 6 has 5 open, list 7 has 2 without an end, list 8 has 4 not ceased, list 9 has 6.
        Assert.Equal(6 + 5 + 2 + 4 + 6, read.Open.Count);
        Assert.Equal(["care-leaver:6", "child-in-need:5", "child-protection:2", "looked-after:4", "referral:6"],
            read.Open.GroupBy(c => c.TypeCode).Select(g => $"{g.Key}:{g.Count()}").Order());
        Assert.Equal("Dustin Hazlett", read.Open.Single(c => c.Reference == "6537810").WorkerName);
        Assert.Equal(("", ""), read.Open.Where(c => c.Reference == "12598894").Select(c => (c.WorkerName, c.TeamName)).Single());
        Assert.Equal(6, read.Closed.Count);
        Assert.Equal("k) E47: Special Guardianship Orders - relative/friend", read.Closed.Single(c => c.Reference == "3623204").Reason);
        Assert.DoesNotContain(read.Problems, p => p.Severity == Severity.Error);
    }

    [Fact]
    public void Of_2019_is_read_through_its_title_shuffled_columns_and_strange_blanks()
    {
        var file = new MemoryStream();
        WorkbookWriter.Write(file,
        [
            new("Front_Sheet", ["Welcome"], []),
            SheetsOf.Sheet("LIST_6",
                ["Allocated Worker", "CIN\u00A0Start  Date", "Extra", "Case status ", "Child Unique ID\u200B", "CIN Closure Date",
                "Allocated Team"],
                ["Ann\u00A0One", 44090, "x", "a)Looked after child", "004653765", null, "East"],
                ["#N/A", "16/09/2020", null, "CPP", 4653766, null, "#N/A"],
                [null, null, null, "Closed Assessment", 7, new DateOnly(2021, 1, 5), null],
                ["Lost", null, null, "CiN Plan", " ", null, null]),
            SheetsOf.Sheet("List_7 - plans",
                ["Child Unique ID", "Child Protection Plan Start Date", "Child Protection Plan End Date", "Allocated Worker",
                "Allocated Team"],
                [4653766, "01/10/2020", null, "Bea Two", "West"]),
            SheetsOf.Sheet("List_9", ["Child Unique ID", "Allocated Team", "Allocated Worker", "LA In Touch "],
                [10, "L", "Cy", "a) Yes"], [11, "L", "Cy", "c) Died"]),
            SheetsOf.Sheet("List_10", ["Child Unique ID"], [1]),
        ], titleRow: "List 6: Children in Need");

        var read = Read(SheetsOf.Book(file));

        Assert.Equal(new Dictionary<string, int> { ["List 6"] = 4, ["List 7"] = 1, ["List 9"] = 2, ["List 10"] = 1 }, read.Read);
        Assert.Equal(["10 care-leaver Cy", "004653765 looked-after Ann One", "4653766 child-protection Bea Two"],
            read.Open.Select(c => $"{c.Reference} {c.TypeCode} {c.WorkerName}").OrderBy(c => c.Length));
        Assert.All(read.Open.Where(c => c.Sheet == "LIST_6"), c => Assert.Equal(new DateOnly(2020, 9, 16), c.StartedOn));
        Assert.Equal("West", read.Open.Single(c => c.Reference == "4653766").TeamName);
        Assert.Equal(("7", new DateOnly(2021, 1, 5)), (Assert.Single(read.Closed).Reference, read.Closed[0].ClosedOn));

        var error = Assert.Single(read.Problems, p => p.Severity == Severity.Error);
        Assert.Equal(("LIST_6", 6), (error.Sheet, error.Row));
        Assert.Contains(read.Problems, p => p is { Sheet: "LIST_6", Column: "Date Child Was Last Seen", Severity: Severity.Warning });
        Assert.Contains(read.Problems, p => p.Message.StartsWith("The file has no sheet for list 3", StringComparison.Ordinal));
    }

    [Fact]
    public void Tells_a_date_that_can_not_be_read_with_its_place_and_what_was_found()
    {
        var read = Read(
            SheetsOf.Book(SheetsOf.Sheet("List 6", ["Child Unique ID", "CIN Start Date", "Case Status"], ["1", "May be 8 Jan 2000", "c"])));

        var problem = Assert.Single(read.Problems, p => p.Column == "CIN Start Date");
        Assert.Equal(("List 6", 2, Severity.Error), (problem.Sheet, problem.Row, problem.Severity));
        Assert.Contains("“May be 8 Jan 2000”", problem.Message, StringComparison.Ordinal);
        Assert.Null(Assert.Single(read.Open).StartedOn);
    }

    [Theory]
    [InlineData("List_1", 1)]
    [InlineData("list 10", 10)]
    [InlineData("LIST\u00A011", 11)]
    [InlineData("List1 - Contacts", 1)]
    [InlineData("Annex A - List 03", 3)]
    [InlineData("Checklist 3", null)]
    [InlineData("List 12", null)]
    [InlineData("Guidance", null)]
    public void Knows_its_lists_by_the_names_of_the_sheets(string sheet, int? number) =>
        Assert.Equal(number, AnnexALists.ByName(sheet)?.Number);

    [Theory]
    [InlineData("a) Looked after child", AnnexAStatus.LookedAfter)]
    [InlineData("CLA&CP", AnnexAStatus.LookedAfter)]
    [InlineData("b)Child Protection plan", AnnexAStatus.ChildProtection)]
    [InlineData("CP Ext", AnnexAStatus.ChildProtection)]
    [InlineData("Child in need plan", AnnexAStatus.ChildInNeed)]
    [InlineData("c)", AnnexAStatus.ChildInNeed)]
    [InlineData("CF Assessment in progress", AnnexAStatus.OpenAssessment)]
    [InlineData("Open asmt", AnnexAStatus.OpenAssessment)]
    [InlineData("e) Closed episode", AnnexAStatus.Closed)]
    [InlineData("Closed Assessment", AnnexAStatus.Closed)]
    [InlineData("Care leaver", AnnexAStatus.Closed)]
    [InlineData("banana", null)]
    public void Knows_a_case_status_in_the_words_in_use(string written, AnnexAStatus? status) =>
        Assert.Equal(status, AnnexAReader.StatusOf(written));

    [Theory]
    [InlineData("a) Yes", true)]
    [InlineData("a)Yes", true)]
    [InlineData("NFA", true)]
    [InlineData("1", true)]
    [InlineData("No", false)]
    [InlineData("b. No", false)]
    [InlineData("0 - No", false)]
    [InlineData("Further action", false)]
    public void Knows_whether_a_referral_went_no_further(string written, bool nfa)
    {
        var read = Read(
            SheetsOf.Book(
            SheetsOf.Sheet("List 3", ["Child Unique ID", "Date of Referral", "Referral NFA?"], ["1", new DateOnly(2021, 3, 1), written])));
        Assert.Equal(nfa ? 0 : 1, read.Open.Count);
    }

    [Fact]
    public void Is_refused_where_it_has_no_list_or_no_list_that_can_be_read()
    {
        Assert.False(
            AnnexAReader.Read(SheetsOf.Book(SheetsOf.Sheet("Sheet1", ["Child Unique ID"], ["1"])), AsOf).Try(out _, out var noList));
        Assert.Contains("Its sheets are: Sheet1", Assert.Single(noList!).Message, StringComparison.Ordinal);

        Assert.False(
            AnnexAReader.Read(SheetsOf.Book(SheetsOf.Sheet("List 6", ["Who", "Case Status"], ["1", "c"])), AsOf).Try(out _, out var noKey));
        Assert.Contains("Child Unique ID", Assert.Single(noKey!).Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, int> CountedInXml(string path, int headerRow)
    {
        using var zip = ZipFile.OpenRead(path);
        XElement Part(string name)
        {
            using var part = zip.GetEntry(name)!.Open();
            return XElement.Load(part);
        }

        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var targets = Part("xl/_rels/workbook.xml.rels").Elements()
            .ToDictionary(r => r.Attribute("Id")!.Value, r => r.Attribute("Target")!.Value);
        return Part("xl/workbook.xml").Descendants(main + "sheet")
            .Where(s => s.Attribute("name")!.Value.StartsWith("List", StringComparison.Ordinal)).ToDictionary(
            s => s.Attribute("name")!.Value.Replace('_', ' '),
            s => Part("xl/" + targets[s.Attribute(rel + "id")!.Value]).Descendants(main + "row")
                .Count(r => int.Parse(r.Attribute("r")!.Value, CultureInfo.InvariantCulture) > headerRow
                    && r.Elements(main + "c").Any(c => c.Element(main + "v") is not null)));
    }
}

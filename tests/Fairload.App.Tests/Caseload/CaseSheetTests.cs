using Fairload.App.Caseload;
using Fairload.App.Imports.Sheets;
using Fairload.App.Tests.Imports.Sheets;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Tests.Caseload;

public sealed class The_case_sheet
{
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    private static CaseRead Read(IOpenedBook book, CaseMatching? matching = null)
    {
        Assert.True(CaseSheetReader.Read(book, AsOf, matching).Try(out var read, out var problems), problems is null ? ""
            : string.Join(" ", problems));
        return read!;
    }

    [Fact]
    public void Needs_no_matching_where_its_headers_are_usual()
    {
        var read = Read(SheetsOf.Csv("""
            Case ID,Involvement type,Start date,Closure date,Team,Allocated worker,Date allocated,Co-workers,In court,Concern date,Surprise
            P1,Section 42 enquiry,12/01/2026,,Hillside,"Adeyemi, Grace",14/01/2026,Tom Reed (30%); Ann Lee (20%),Y,11/01/2026,x
            P2,Carer’s Assessment,01/02/2026,,Hillside,,,,,,
            P3,Annual review,01/02/2025,31/03/2026,Hillside,Tom Reed,,,,,
            """));

        var first = read.Open[0];
        Assert.Equal(("P1", "safeguarding", Area.Adults, "Hillside", "Adeyemi, Grace"),
            (first.Reference, first.TypeCode, first.Area, first.TeamName, first.WorkerName));
        Assert.Equal((new DateOnly(2026, 1, 12), new DateOnly(2026, 1, 14)), (first.StartedOn, first.AllocatedOn));
        Assert.Equal([new("Tom Reed", 0.3m), new("Ann Lee", 0.2m)], first.CoWorkers);
        Assert.True(first.Marks.InCourt);
        Assert.Equal(new DateOnly(2026, 1, 11), first.Events[CaseEventKind.SafeguardingConcern]);
        Assert.Equal("carer", read.Open[1].TypeCode);
        Assert.Equal(("P3", "adult-review", AsOf),
            (Assert.Single(read.Closed).Reference, read.Closed[0].TypeCode, read.Closed[0].ClosedOn));
    }

    [Theory]
    [InlineData("DoLS", "mental-capacity")]
    [InlineData("s.42", "safeguarding")]
    [InlineData("Care Act Assessment", "adult-assessment")]
    [InlineData("Hospital Discharge", "hospital-discharge")]
    [InlineData("Long-term support", "long-term-support")]
    [InlineData("CIN", "child-in-need")]
    [InlineData("LAC", "looked-after")]
    [InlineData("S47", "section-47")]
    public void Knows_the_usual_words_for_kinds_of_cases(string word, string code) =>
        Assert.Equal(code, CaseSheetWords.TypeOf(word, null)?.Code);

    [Fact]
    public void Keeps_a_case_of_an_unknown_kind_and_lists_the_word_once()
    {
        var read = Read(SheetsOf.Csv("Reference,Type,Start,Team,Worker\n1,Sudoku,,,\n2,sudoku,,,\n"));

        Assert.All(read.Open, c => Assert.Equal("other", c.TypeCode));
        Assert.Contains("“Sudoku”", Assert.Single(read.Problems, p => p.Column == "Type").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Follows_a_matching_and_its_words()
    {
        var matching =
            new CaseMatching("Ours", new Dictionary<string, string> { ["reference"] = "Nr", ["type"] = "What", ["worker"] = "Who" },
            new Dictionary<string, string> { ["Blue work"] = "looked-after" }, Area.Children, "Data");
        var read = Read(SheetsOf.Book(
            SheetsOf.Sheet("First", ["Nr", "What"], ["x", "y"]),
            SheetsOf.Sheet("data", ["Report of the day"], [], ["Who", "Nr", "What", "Team"], ["Ann", 12, "blue  WORK", "T"],
                ["Bea", 13, "Assessment", "T"])), matching);

        Assert.Equal([("12", "looked-after", "Ann", ""), ("13", "open-assessment", "Bea", "")], read.Open
            .Select(c => (c.Reference, c.TypeCode, c.WorkerName, c.TeamName)));
        Assert.Equal(2, read.Read["data"]);
    }

    [Fact]
    public void Keeps_the_first_of_two_open_rows_for_one_case()
    {
        var read = Read(SheetsOf.Csv("Reference,Type,Start,Team,Worker\n1,Review,,A,\n1,DoLS,,B,\n"));

        Assert.Equal("A", Assert.Single(read.Open).TeamName);
        Assert.Equal((3, Severity.Error), (Assert.Single(read.Problems).Row!.Value, read.Problems[0].Severity));
    }

    [Fact]
    public void Is_refused_without_its_key_columns_with_the_headers_found()
    {
        Assert.False(CaseSheetReader.Read(SheetsOf.Csv("Reference,Colour\n1,red\n"), AsOf, null).Try(out _, out var problems));
        Assert.Contains("are: Reference, Colour.", Assert.Single(problems!).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_matched_by_a_guess_that_can_be_saved()
    {
        var guess = CaseMatching.Guess(["Person ID", "Work type", "Opened", "Mood"]) with { Name = "Ours" };
        Assert.Equal(["reference", "start", "type"], guess.Columns.Keys.Order());

        Assert.True(CaseMatching.FromJson(guess.ToJson()).Try(out var back, out _));
        Assert.Equal(guess.Columns, back.Columns);
        Assert.Equal("Ours", back.Name);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"columns":{"mood":"Mood"},"types":{}}""")]
    [InlineData("""{"columns":{},"types":{"x":""}}""")]
    public void Refuses_a_matching_that_is_none(string json) => Assert.False(CaseMatching.FromJson(json).Try(out _, out _));
}

public sealed class The_sheet_of_scores
{
    private static readonly string[] Factors = ["Risk", "Breadth of need", "Depth of need", "Engagement", "Network", "Setting"];

    [Fact]
    public void Gives_each_view_of_a_case_with_what_was_scored()
    {
        Assert.True(ScoreSheetReader.Read(SheetsOf.Csv("""
            Case reference,Scored by,Scorer,Scored on,Risk,Breadth of need,Depth of need,Factor 4,Network,Setting
            P1,Agreed,Ann,20/01/2026,3,2 - Medium,1,1,2,3
            P1,worker,,20/01/2026,4,2,,1,2,3
            P2,astrologer,,20/01/2026,1,1,1,1,1,1
            P3,Manager,,,1,1,1,1,1,1
            """), Factors).Try(out var read, out _));

        Assert.Equal([ScoreBy.Agreed, ScoreBy.Practitioner], read.Scores.Select(s => s.By));
        Assert.Equal([3, 2, 1, 1, 2, 3], read.Scores[0].Factors);
        Assert.Equal([null, 2, null, 1, 2, 3], read.Scores[1].Factors);
        Assert.Equal([(3, "Risk"), (4, "Scored by"), (5, "Scored on")], read.Problems.Select(p => (p.Row!.Value, p.Column)));
        Assert.Equal(4, read.Read["test"]);
    }

    [Fact]
    public void Is_refused_without_factors() =>
        Assert.False(
            ScoreSheetReader.Read(SheetsOf.Csv("Case reference,Scored by,Scored on\n1,Agreed,1/1/2026\n"), Factors).Try(out _, out _));
}

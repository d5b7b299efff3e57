using Fairload.App.Caseload;
using Fairload.App.Imports;
using Fairload.App.Imports.Sheets;
using Fairload.App.Workforce;
using Fairload.App.Workplace;
using Fairload.Core.Imports;
using Fairload.Core.Workplace;

namespace Fairload.App.Tests.Imports.Sheets;

public sealed class A_template
{
    private static readonly string[] Factors = ["Risk", "Breadth", "Depth", "D", "E", "F"];

    private static MemoryStream Of(Action<Stream> write)
    {
        var file = new MemoryStream();
        write(file);
        return file;
    }

    /// <summary>The template as a person gives it back: with the examples of its own notes as one row in each sheet.</summary>
    private static IOpenedBook FilledIn(Action<Stream> write)
    {
        using var empty = SheetsOf.Book(Of(write));
        var notes = empty.Sheets.Single(s => s.Name == "Notes").Rows.Skip(1).ToLookup(r => (r[0].Text, r[1].Text), r => r[3].Text);
        return SheetsOf.Book([.. empty.Sheets.Where(s => s.Name != "Notes").Select(sheet =>
        {
            var headers = sheet.Rows.Single();
            var names = headers.Columns.Select(c => headers[c].Text).ToArray();
            return SheetsOf.Sheet(sheet.Name, names, [.. names.Select(n => (object?)notes[(sheet.Name, n)].Single())]);
        })]);
    }

    [Fact]
    public void Of_a_log_of_the_workplace_is_read_back_without_an_error()
    {
        using var risks = FilledIn(to => Templates.Log(to, ImportKind.Risks));
        Assert.True(RiskSheetReader.Read(risks).Try(out var assessed, out _));
        Assert.Equal(("Mill Lane office", RiskAbout.Place), assessed.Rows.Select(r => (r.Subject, r.About)).Single());
        using var incidents = FilledIn(to => Templates.Log(to, ImportKind.Incidents));
        Assert.True(IncidentSheetReader.Read(incidents).Try(out var happened, out _));
        Assert.Equal((IncidentOutcome.PoliceTold, true), happened.Rows.Select(r => (r.Outcome, r.Support)).Single());
        using var feedback = FilledIn(to => Templates.Log(to, ImportKind.Feedback));
        Assert.True(FeedbackSheetReader.Read(feedback).Try(out var said, out _));
        Assert.Equal(FeedbackOutcome.PartlyUpheld, Assert.Single(said.Rows).Outcome);
        Assert.Equal((0, 0, 0), (assessed.Problems.Count, happened.Problems.Count, said.Problems.Count));
    }

    [Fact]
    public void Of_staff_is_read_back_without_an_error()
    {
        using var book = FilledIn(Templates.Staff);
        Assert.True(StaffSheetReader.Read(book).Try(out var read, out _));

        Assert.Equal("10042", Assert.Single(read.Staff).Facts.StaffNumber);
        Assert.Equal((1, 1, 1, 1, 1),
            (read.Teams!.Count, read.Posts!.Count, read.Absences!.Count, read.Reductions!.Count, read.Duties!.Count));
        Assert.All(read.Problems, p =>
            Assert.True(p.Message is "No row has the manager's staff number 10007."
            or "The sheet of teams has no team “Hillside”.", p.ToString()));
    }

    [Fact]
    public void Of_cases_is_read_back_without_a_problem()
    {
        using var book = FilledIn(Templates.Cases);
        Assert.True(CaseSheetReader.Read(book, new(2026, 3, 31), null).Try(out var read, out _));

        Assert.Equal("P-204417", Assert.Single(read.Open).Reference);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void Of_scores_is_read_back_without_a_problem()
    {
        using var book = FilledIn(to => Templates.Scores(to, Factors));
        Assert.True(ScoreSheetReader.Read(book, Factors).Try(out var read, out _));

        Assert.Equal([2, 2, 2, 2, 2, 2], Assert.Single(read.Scores).Factors);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void Holds_no_rows_of_its_own()
    {
        using var book = SheetsOf.Book(Of(Templates.Staff));
        Assert.True(StaffSheetReader.Read(book).Try(out var read, out _));

        Assert.Empty(read.Staff);
        Assert.DoesNotContain(read.Problems, p => p.Severity == Severity.Error);
    }
}

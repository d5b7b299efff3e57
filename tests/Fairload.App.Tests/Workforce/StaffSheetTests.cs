using Fairload.App.Imports.Sheets;
using Fairload.App.Tests.Imports.Sheets;
using Fairload.App.Workforce;
using Fairload.Core.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.App.Tests.Workforce;

public sealed class The_staff_workbook
{
    private static StaffRead Read(IOpenedBook book)
    {
        Assert.True(StaffSheetReader.Read(book).Try(out var read, out var problems), problems is null ? "" : string.Join(" ", problems));
        return read!;
    }

    private static StaffRead Staff(string[] headers, params object?[][] rows) =>
        Read(SheetsOf.Book(SheetsOf.Sheet("Staff", headers, rows)));

    private static IEnumerable<string> Errors(StaffRead read) =>
        read.Problems.Where(p => p.Severity == Severity.Error).Select(p => $"{p.Sheet}!{p.Row} {p.Column}: {p.Message}");

    [Fact]
    public void Gives_a_person_with_all_that_is_known()
    {
        var read = Staff(
            ["Employee No.", "Full name", "Social Work England number", "Job Title", "GRADE", "Team", "Service", "FTE", "Contract type",
                "Start date", "Leaving date", "ASYE", "Line manager's staff number"],
            [10042, "Grace\u00A0Adeyemi", "SW12345", "Social worker", "2", "Riverside (60%); Hillside (40%)", "Safeguarding", 0.8m,
                "Permanent", new DateOnly(2023, 9, 1), null, "01/09/2025", 10042]);

        var person = Assert.Single(read.Staff);
        Assert.Equal(
            new("10042", "Grace Adeyemi", "", "SW12345", "Social worker", "2", "", 0.8m, null, "Permanent", new(2023, 9, 1), null,
            new(2025, 9, 1), ManagerStaffNumber: "10042"), person.Facts);
        Assert.Equal([new("Riverside", 0.6m), new("Hillside", 0.4m)], person.Teams);
        Assert.Equal("Safeguarding", person.Service);
        Assert.Empty(read.Problems);
        Assert.Null(read.Teams);
        Assert.Null(read.Duties);
    }

    [Theory]
    [InlineData("80%", 0.8)]
    [InlineData("0,8", 0.8)]
    [InlineData("0.8", 0.8)]
    [InlineData("1.5", 1.5)]
    [InlineData("", null)]
    [InlineData("1.6", null)]
    [InlineData("-0.2", null)]
    [InlineData("full", null)]
    public void Understands_an_fte_as_people_write_it(string written, double? fte)
    {
        var read = Staff(["Staff number", "Name", "FTE"], ["1", "A", written]);

        Assert.Equal((decimal?)fte, Assert.Single(read.Staff).Facts.Fte);
        Assert.Equal(fte is null && written.Length > 0 ? 1 : 0, Errors(read).Count());
    }

    [Fact]
    public void Reads_a_cell_shown_as_per_cent()
    {
        var read = Read(SheetsOf.Book(SheetsOf.Raw("""
            <row><c t="str"><v>Staff number</v></c><c t="str"><v>Name</v></c><c t="str"><v>FTE</v></c></row>
            <row><c><v>1</v></c><c t="str"><v>A</v></c><c s="2"><v>0.8</v></c></row>
            """)));

        Assert.Equal(0.8m, Assert.Single(read.Staff).Facts.Fte);
    }

    [Fact]
    public void Drops_a_second_row_for_one_person_and_names_both()
    {
        var read = Staff(["Staff number", "Name"], ["7", "Ann"], ["8", "Bea"], [7, "Ann again"]);

        Assert.Equal(["Ann", "Bea"], read.Staff.Select(s => s.Facts.Name));
        Assert.Equal("Staff!4 Staff number: Staff number 7 stands in row 2 and in row 4. The second was left out.",
            Assert.Single(Errors(read)));
        Assert.Equal(3, read.Read["Staff"]);
    }

    [Fact]
    public void Drops_what_can_not_be_and_says_where()
    {
        var read = Staff(["Staff number", "Name", "Hours", "Start", "End", "Manager's staff number", "Team"],
            ["1", "A", 70, new DateOnly(2024, 5, 1), new DateOnly(2024, 4, 1), "99", "X (60%); Y (60%)"],
            ["", "B", null, null, null, null, null],
            ["3", "", null, null, null, null, null]);

        var facts = Assert.Single(read.Staff);
        Assert.Equal((null, null, new DateOnly(2024, 5, 1)), (facts.Facts.Hours, facts.Facts.EndsOn, facts.Facts.StartsOn));
        Assert.Equal([0.5m, 0.5m], facts.Teams.Select(t => t.Share));
        Assert.Equal(["Hours", "End", "Team", "Staff number", "Name"], read.Problems.Where(p => p.Severity == Severity.Error)
            .Select(p => p.Column).OrderBy(c => c switch
        {
            "Hours" => 0,
            "End" => 1,
            "Team" => 2,
            "Staff number" => 3,
            _ => 4,
        }));
        Assert.Contains(read.Problems, p => p.Severity == Severity.Warning && p.Message == "No row has the manager's staff number 99.");
    }

    [Fact]
    public void Holds_teams_posts_absences_reductions_and_duties_beside_the_staff()
    {
        var day = new DateOnly(2026, 1, 5);
        var read = Read(SheetsOf.Book(
            SheetsOf.Sheet("Absences", ["Staff number", "From", "To", "Category"], [1, day, null, "Sickness"], [2, day, day, "Leave"],
                [1, day, day.AddDays(-1), "Leave"], [1, null, day, "Leave"]),
            SheetsOf.Sheet("Staff", ["Staff number", "Name", "Team"], [1, "A", "East"], [5, "E", "Nowhere"]),
            SheetsOf.Sheet("Teams", ["Team", "Service", "Successor"], ["East", "S", "West"], ["east", "S", null]),
            SheetsOf.Sheet("Posts", ["Team", "Level", "Established FTE"], ["East", "SW", 6.5m], ["North", "SW", 1], ["East", "SW", "many"]),
            SheetsOf.Sheet("Reductions", ["Staff number", "Reason", "%", "From", "To"], [1, "Union", 20, day, null],
                [1, "Phased", "12.5%", null, null], [1, "AMHP", 0.2m, null, null], [1, "Odd", 120, null, null]),
            SheetsOf.Sheet("Duties", ["Staff number", "Duty", "Points"], [1, "Student", 8], [1, "Panel", -1])));

        Assert.Equal(new Dictionary<string,
            int>
        { ["Staff"] = 2, ["Teams"] = 2, ["Posts"] = 3, ["Absences"] = 4, ["Reductions"] = 4, ["Duties"] = 2 }, read.Read);
        Assert.Equal(["East"], read.Teams!.Select(t => t.Team));
        Assert.Equal([6.5m, 1m], read.Posts!.Select(p => p.EstablishedFte));
        Assert.Equal("Sickness", Assert.Single(read.Absences!).Category);
        Assert.Equal([20m, 12.5m, 20m], read.Reductions!.Select(r => r.Percent));
        Assert.Equal(8m, Assert.Single(read.Duties!).Points);
        Assert.Equal(["Absences", "Absences", "Absences", "Duties", "Posts", "Posts", "Reductions", "Teams"],
            read.Problems.Where(p => p.Severity == Severity.Error && p.Row > 1).Select(p => p.Sheet).Order());
        Assert.Contains(read.Problems, p => p.Message == "The sheet of teams has no team “Nowhere”.");
        Assert.Contains(read.Problems, p => p.Message == "No row has the team “West”.");
    }

    [Fact]
    public void May_be_one_text_file()
    {
        var read = Read(SheetsOf.Csv("Staff number;Name;Team\n007;Siân Cole;East\n8;Too;Many;Values\n"));

        Assert.Equal(("007", "Siân Cole"), (Assert.Single(read.Staff).Facts.StaffNumber, read.Staff[0].Facts.Name));
        Assert.Contains("4 values but there are 3 headers", Assert.Single(Errors(read)), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_refused_without_its_key_columns_with_the_headers_found()
    {
        Assert.False(
            StaffSheetReader.Read(SheetsOf.Book(SheetsOf.Sheet("Staff", ["Surname", "Team"], ["A", "B"]))).Try(out _, out var problems));
        Assert.Contains("The columns of Staff are: Surname, Team.", Assert.Single(problems!).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Splits_a_person_between_teams_into_parts_that_make_one() => Prop.ForAll(
        Arb.From(Gen.NonEmptyListOf(
            from name in Gen.Elements("East", "West", "north", "North", "A & B (old)")
            from share in Gen.Elements("", " (50%)", " 33,3%",
            " [20 %]")
            select name + share)), parts =>
        {
            var teams = StaffSheetTeams.Read(string.Join("; ", parts), out _);
            return teams.Sum(t => t.Share) == 1 && teams.All(t => t.Share is > 0 and <= 1)
                && !teams.Any(t => t.Team.Contains('%', StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
}

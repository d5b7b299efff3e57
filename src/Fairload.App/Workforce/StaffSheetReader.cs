using Fairload.App.Imports.Sheets;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Workforce;

/// <summary>Reads the staff workbook, or one text file that is its Staff sheet.</summary>
public static class StaffSheetReader
{
    private static readonly string[] StaffNames = ["staff", "staff list", "workers", "workforce", "people", "employees"];

    /// <summary>Refuses the file only when no sheet has a staff number and a name; any other fault is listed with its row.</summary>
    public static Result<StaffRead> Read(IOpenedBook book) => SheetTrouble.Guard(book.FileName, () => ReadBook(book));

    private static Result<StaffRead> ReadBook(IOpenedBook book)
    {
        var problems = new List<RowProblem>();
        var counts = new Dictionary<string, int>();
        if (FindStaff(book, problems) is not { } table)
        {
            var nearest = Named(book, StaffNames) ?? book.Sheets[0];
            var seen = SheetTable.HeadersSeen(nearest, StaffSheetColumns.Staff);
            return new Problem("file",
                $"{book.FileName} needs the columns “Staff number” and “Name”. The columns of {nearest.Name} are: {seen}.");
        }

        var staff = Staff(table, counts);
        var known = staff.Select(s => s.Facts.StaffNumber).ToHashSet();
        var parts = new StaffSheetParts(book, table.Sheet, known, counts, problems);
        var teams = parts.Teams();
        if (teams is not null) WarnOfUnknownTeams(table, staff, teams);

        return new StaffRead(counts, staff, teams, parts.Posts(teams), parts.Absences(), parts.Reductions(), parts.Duties(), problems);
    }

    public static Sheet? Named(IOpenedBook book, IReadOnlyList<string> names) =>
        book.Sheets.FirstOrDefault(s => names.Contains(Written.FoldHeader(s.Name)));

    private static SheetTable? FindStaff(IOpenedBook book, List<RowProblem> problems)
    {
        var candidates = Named(book, StaffNames) is { } named ? book.Sheets.OrderByDescending(s => s == named) : book.Sheets.AsEnumerable();
        return candidates.Select(s => SheetTable.Find(s, StaffSheetColumns.Staff, problems)).FirstOrDefault(t => t is not null);
    }

    private static List<StaffRow> Staff(SheetTable table, Dictionary<string, int> counts)
    {
        var (staff, seen) = (new List<StaffRow>(), new Dictionary<string, TableRow>());
        counts["Staff"] = 0;
        foreach (var row in table.Rows())
        {
            counts["Staff"]++;
            var (number, name) = (row.Id("number"), row.Text("name"));
            if (number.Length == 0)
            {
                row.Error("number", $"There is no staff number. The row was left out.");
            }
            else if (name.Length == 0)
            {
                row.Error("name", $"Staff number {number} has no name. The row was left out.");
            }
            else if (!seen.TryAdd(number, row))
            {
                row.Error("number",
                    $"Staff number {number} stands in row {seen[number].Number} and in row {row.Number}. The second was left out.");
            }
            else
            {
                var teams = StaffSheetTeams.Read(row.Text("team"), out var fault);
                if (fault is { } sum)
                    row.Error("team", $"The shares of the teams add up to {Math.Round(sum, 1):0.#}%, not 100%. Equal shares were used.");
                staff.Add(new(row.Number, Facts(row, number, name), teams, row.Text("service")));
            }
        }

        foreach (var person in staff.Where(s => s.Facts.ManagerStaffNumber is { } manager && !seen.ContainsKey(manager)))
            seen[person.Facts.StaffNumber].Warn("manager", $"No row has the manager's staff number {person.Facts.ManagerStaffNumber}.");

        return staff;
    }

    private static WorkerFacts Facts(TableRow row, string number, string name)
    {
        var (start, end) = (row.Date("start"), row.Date("end"));
        if (end < start)
        {
            row.Error("end", $"The end {end:dd/MM/yyyy} is before the start {start:dd/MM/yyyy}. It was read as blank.");
            end = null;
        }

        return new(number, name, row.Text("others"), OrNull(row.Id("swe")), row.Text("role"), row.Text("level"), row.Text("employer"),
            Fte(row), Hours(row),
            row.Text("employment"), start, end, row.Date("asye"), row.Text("approvals"), row.Text("languages"), OrNull(row.Text("email")),
                OrNull(row.Id("manager")));
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static decimal? Fte(TableRow row)
    {
        if (row.Fraction("fte") is not { } fte) return null;
        if (fte is >= 0 and <= 1.5m) return fte;
        row.Error("fte", $"An FTE of {row.Text("fte")} is not between 0 and 1.5. Write 0.8, or 80%. It was read as blank.");
        return null;
    }

    private static decimal? Hours(TableRow row)
    {
        if (row.Amount("hours") is not { } hours) return null;
        if (hours is >= 0 and <= 60) return hours;
        row.Error("hours", $"{row.Text("hours")} hours a week are not between 0 and 60. They were read as blank.");
        return null;
    }

    private static void WarnOfUnknownTeams(SheetTable table, List<StaffRow> staff, IReadOnlyList<TeamRow> teams)
    {
        var known = teams.Select(t => Written.Fold(t.Team)).ToHashSet();
        foreach (var (person, team) in staff
            .SelectMany(s => s.Teams.Where(t => !known.Contains(Written.Fold(t.Team))).Select(t => (s, t.Team))))
        {
            table.Problems.Add(
                new(table.Sheet.Name, person.Row, table.Header("team"), Severity.Warning,
                $"The sheet of teams has no team “{Written.Brief(team)}”."));
        }
    }
}

using Fairload.App.Imports.Sheets;
using Fairload.Core.Imports;

namespace Fairload.App.Workforce;

/// <summary>The sheets beside Staff: teams, posts, absences, reductions, duties. Each may be missing.</summary>
internal sealed class StaffSheetParts(IOpenedBook book, Sheet staff, HashSet<string> known, Dictionary<string, int> counts,
    List<RowProblem> problems)
{
    public List<TeamRow>? Teams()
    {
        if (Table("Teams", ["teams", "team", "team list"], StaffSheetColumns.Teams) is not { } table) return null;
        var (teams, rows) = (new List<TeamRow>(), new Dictionary<string, TableRow>());
        foreach (var row in Counted("Teams", table))
        {
            var name = row.Text("team");
            if (name.Length == 0)
            {
                row.Error("team", $"There is no name of a team. The row was left out.");
                continue;
            }

            if (!rows.TryAdd(Written.Fold(name), row))
            {
                row.Error("team",
                    $"Team “{Written.Brief(name)}” stands in row {rows[Written.Fold(name)].Number} already. The row was left out.");
                continue;
            }

            var (from, to) = Period(row);
            teams.Add(new(row.Number, name, row.Text("service"), row.Text("employer"), from, to, row.Text("successor")));
        }

        foreach (var team in teams.Where(t => t.Successor.Length > 0 && !rows.ContainsKey(Written.Fold(t.Successor))))
            rows[Written.Fold(team.Team)].Warn("successor", $"No row has the team “{Written.Brief(team.Successor)}”.");

        return teams;
    }

    public List<PostRow>? Posts(IReadOnlyList<TeamRow>? teams)
    {
        if (Table("Posts", ["posts", "establishment", "established posts"], StaffSheetColumns.Posts) is not { } table) return null;
        var names = teams?.Select(t => Written.Fold(t.Team)).ToHashSet();
        var posts = new List<PostRow>();
        foreach (var row in Counted("Posts", table))
        {
            var team = row.Text("team");
            if (team.Length == 0)
            {
                row.Error("team", $"There is no name of a team. The row was left out.");
                continue;
            }

            if (row.Amount("fte") is not (>= 0 and <= 1_000 and var fte))
            {
                row.Error("fte", $"There is no established FTE between 0 and 1000. The row was left out.");
                continue;
            }

            if (names?.Contains(Written.Fold(team)) == false) row.Warn("team", $"The sheet of teams has no team “{Written.Brief(team)}”.");
            posts.Add(new(row.Number, team, row.Text("level"), fte));
        }

        return posts;
    }

    public List<AbsenceRow>? Absences()
    {
        if (Table("Absences", ["absences", "absence", "leave"], StaffSheetColumns.Absences) is not { } table) return null;
        var absences = new List<AbsenceRow>();
        foreach (var row in OfStaff("Absences", table))
        {
            var (from, to) = (row.Date("from"), row.Date("to"));
            if (from is null) row.Error("from", $"There is no first day of the absence. The row was left out.");
            else if (to < from)
                row.Error("to", $"The last day {to:dd/MM/yyyy} is before the first day {from:dd/MM/yyyy}. The row was left out.");
            else absences.Add(new(row.Number, row.Id("number"), from.Value, to, row.Text("category")));
        }

        return absences;
    }

    public List<ReductionRow>? Reductions()
    {
        if (Table("Reductions", ["reductions", "reduction", "capacity reductions"], StaffSheetColumns.Reductions) is not { } table)
            return null;
        var reductions = new List<ReductionRow>();
        foreach (var row in OfStaff("Reductions", table))
        {
            if (row.Hundredths("percent") is not (>= 0 and <= 100 and var percent))
            {
                row.Error("percent", $"There is no reduction between 0% and 100%. The row was left out.");
                continue;
            }

            var (from, to) = Period(row);
            reductions.Add(new(row.Number, row.Id("number"), row.Text("reason"), percent, from, to));
        }

        return reductions;
    }

    public List<DutyRow>? Duties()
    {
        if (Table("Duties", ["duties", "duty", "extra duties"], StaffSheetColumns.Duties) is not { } table) return null;
        var duties = new List<DutyRow>();
        foreach (var row in OfStaff("Duties", table))
        {
            if (row.Amount("points") is not (>= 0 and <= 200 and var points))
            {
                row.Error("points", $"There are no points between 0 and 200. The row was left out.");
                continue;
            }

            var (from, to) = Period(row);
            duties.Add(new(row.Number, row.Id("number"), row.Text("duty"), points, from, to));
        }

        return duties;
    }

    private SheetTable? Table(string name, string[] names, IReadOnlyList<SheetColumn> columns)
    {
        if (StaffSheetReader.Named(book, names) is not { } sheet || sheet == staff) return null;
        if (SheetTable.Find(sheet, columns, problems) is { } table) return table;

        var keys = string.Join(", ", columns.Where(c => c.IsKey).Select(c => c.Name));
        problems.Add(new(sheet.Name, null, "", Severity.Error,
            $"The sheet needs the columns {keys} and was not read. Its columns are: {SheetTable.HeadersSeen(sheet, columns)}."));
        counts[name] = 0;
        return null;
    }

    private IEnumerable<TableRow> Counted(string name, SheetTable table)
    {
        counts[name] = 0;
        foreach (var row in table.Rows())
        {
            counts[name]++;
            yield return row;
        }
    }

    /// <summary>Only rows of people on the staff sheet; the others are told.</summary>
    private IEnumerable<TableRow> OfStaff(string name, SheetTable table)
    {
        foreach (var row in Counted(name, table))
        {
            var number = row.Id("number");
            if (known.Contains(number)) yield return row;
            else if (number.Length == 0) row.Error("number", $"There is no staff number. The row was left out.");
            else row.Error("number", $"Staff number {number} is not on the staff sheet. The row was left out.");
        }
    }

    private static (DateOnly? From, DateOnly? To) Period(TableRow row)
    {
        var (from, to) = (row.Date("from"), row.Date("to"));
        if (!(to < from)) return (from, to);
        row.Error("to", $"The last day {to:dd/MM/yyyy} is before the first day {from:dd/MM/yyyy}. It was read as blank.");
        return (from, null);
    }
}

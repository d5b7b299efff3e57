using System.Globalization;
using Fairload.App.Imports.Sheets;
using Fairload.Core.Disclosure;

namespace Fairload.App.Disclosure;

/// <summary>A table of counts as a file holds it.</summary>
/// <param name="Variables">The names of its columns but that of the count.</param>
public sealed record CountsTable(IReadOnlyList<string> Variables, IReadOnlyList<CrossingLine> Lines);

/// <summary>
/// Reads tables of counts and the hierarchies of their variables. A table has a heading, a column for each variable and one of counts;
/// without a column of counts each line is one person. A hierarchy has the columns child and parent.
/// </summary>
public static class CountsFile
{
    private static readonly string[] CountNames = ["count", "people", "n", "number"];
    private const string Invited = "invited";

    /// <param name="count">The column of counts; null for one that is called so, or for none.</param>
    public static Result<CountsTable> Table(Stream file, string name, string? count)
    {
        name = Path.GetFileName(name);
        if (!SheetFile.Open(file, name, SheetLimits.Default).Try(out var book, out var problems)) return problems.ToList();
        using (book)
        {
            var rows = book.Sheets[0].Rows.Where(r => r.Width > 0);
            List<string>? heading = null;
            var (lines, wrong, seen) = (new List<CrossingLine>(), new List<Problem>(), new Dictionary<string, int>(StringComparer.Ordinal));
            var (countAt, invitedAt) = (-1, -1);
            foreach (var row in rows)
            {
                if (heading is null)
                {
                    heading = Cells(row, row.Width);
                    if (HeadingProblem(heading, name, count) is { } bad) return bad;
                    countAt = heading.FindIndex(h => count is null ? CountNames.Contains(h.ToLowerInvariant()) : h == count);
                    invitedAt = heading.FindIndex(h => h.Equals(Invited, StringComparison.OrdinalIgnoreCase));
                    continue;
                }

                var cells = Cells(row, heading.Count);
                var people = countAt < 0 ? 1 : Whole(cells[countAt], heading[countAt], row.Number, wrong);
                int? invited = invitedAt < 0 ? null : Whole(cells[invitedAt], heading[invitedAt], row.Number, wrong);
                IReadOnlyList<string> values = [.. cells.Where((_, at) => at != countAt && at != invitedAt)];
                if (countAt >= 0 && !seen.TryAdd(string.Join('\u001f', values), row.Number))
                    wrong.Add(new("table", $"Line {row.Number} has the same values as line {seen[string.Join('\u001f', values)]}: give each cell once"));
                lines.Add(new(row.Number, values, people, invited));
                if (wrong.Count >= 20) break;
            }

            if (wrong.Count > 0) return wrong;
            return heading is null ? new Problem("table", $"{name} has no heading: name its columns in the first line")
                : new CountsTable([.. heading.Where((_, at) => at != countAt && at != invitedAt)], lines);
        }
    }

    /// <summary>A first line of <c>child,parent</c> is a heading.</summary>
    public static Result<Hierarchy> Hierarchy(Stream file, string name, string variable)
    {
        name = Path.GetFileName(name);
        if (!SheetFile.Open(file, name, SheetLimits.Default).Try(out var book, out var problems)) return problems.ToList();
        using (book)
        {
            var lines = new List<HierarchyLine>();
            foreach (var row in book.Sheets[0].Rows.Where(r => r.Width > 0))
            {
                var cells = Cells(row, 2);
                if (lines.Count == 0 && cells is ["child", "parent"]) continue;
                if (row.Width > 2) return new Problem(variable, $"Line {row.Number} of {name} has more than two columns: give child,parent");
                lines.Add(new(row.Number, cells[0], cells[1]));
            }

            return Core.Disclosure.Hierarchy.Of(variable, lines);
        }
    }

    private static List<string> Cells(SheetRow row, int width) => [.. Enumerable.Range(0, width).Select(c => row[c].Text.Trim())];

    private static Problem? HeadingProblem(List<string> heading, string name, string? count)
    {
        if (heading.Contains("")) return new("table", $"Column {heading.IndexOf("") + 1} of {name} has no heading: name every column");
        if (heading.GroupBy(h => h).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new("table", $"{name} has two columns called {twice.Key}: give each a name of its own");
        return count is not null && !heading.Contains(count)
            ? new("table", $"{name} has no column {count}: its columns are {string.Join(", ", heading)}") : null;
    }

    private static int Whole(string written, string column, int line, List<Problem> wrong)
    {
        var isWhole = int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var whole);
        if (isWhole && whole <= Population.MostPeople) return whole;
        wrong.Add(new("table", $"Line {line} has \"{written}\" as {column}: write a whole number from 0 to {Population.MostPeople}"));
        return 0;
    }
}

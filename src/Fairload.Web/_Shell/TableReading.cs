using System.Globalization;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fairload.Web;

/// <param name="Name">What the region around it is called.</param>
/// <param name="Lines">Each as long as the widest; the first holds the headers.</param>
internal sealed record ReadTable(string Name, IReadOnlyList<IReadOnlyList<string>> Lines);

/// <summary>Takes a table out of a page that has been made.</summary>
internal static class TableReading
{
    /// <summary>The attribute in which a region carries its number.</summary>
    public const string Mark = "data-table";

    /// <summary>What is there to be pressed or seen, and is no figure or word of the table.</summary>
    private const string NotText = "form, button, select, input, textarea, svg, script, style, .fl-no-print";

    private const string Unseen = ".govuk-visually-hidden";

    /// <summary>Null where the page has no table of that number.</summary>
    public static async Task<ReadTable?> Read(Stream html, int number, CancellationToken stop)
    {
        using var browsing = BrowsingContext.New();
        using var page = await browsing.OpenAsync(answer => answer.Content(html), stop);
        var region = page.QuerySelector(string.Create(CultureInfo.InvariantCulture, $"[{Mark}='{number}']"));
        return region?.QuerySelector("table") is IHtmlTableElement table
            ? new(region.GetAttribute("aria-label") ?? "", Lines(table)) : null;
    }

    private static List<IReadOnlyList<string>> Lines(IHtmlTableElement table)
    {
        // A column of which the head is only for those who do not see holds the next steps; they lead nowhere from a file.
        var cells = Spread(table);
        var width = cells.Count == 0 ? 0 : cells.Max(line => line.Count);
        var steps = Enumerable.Range(0, width)
            .Where(at => cells[0].ElementAtOrDefault(at) is { } head && IsOnlyUnseen(head)
                && cells.Skip(1).All(line => line.ElementAtOrDefault(at) is var cell && (IsStep(cell) || Text(cell).Length == 0)));
        var kept = Enumerable.Range(0, width).Except(steps).ToList();
        return [.. cells.Select(line => kept.ConvertAll(at => Text(line.ElementAtOrDefault(at))))];
    }

    /// <summary>Rows in the order of the page, a cell over several columns or rows once in each.</summary>
    private static List<List<IHtmlTableCellElement?>> Spread(IHtmlTableElement table)
    {
        var lines = table.Rows.Select(_ => new List<IHtmlTableCellElement?>()).ToList();
        foreach (var (row, number) in table.Rows.Select((row, at) => (row, at)))
        {
            var column = 0;
            foreach (var cell in row.Cells)
            {
                while (lines[number].ElementAtOrDefault(column) is not null) column++;
                for (var down = 0; down < Math.Max(1, cell.RowSpan) && number + down < lines.Count; down++)
                    for (var along = 0; along < Math.Max(1, cell.ColumnSpan); along++) Put(lines[number + down], column + along, cell);
                column += Math.Max(1, cell.ColumnSpan);
            }
        }

        return lines;

        static void Put(List<IHtmlTableCellElement?> line, int at, IHtmlTableCellElement cell)
        {
            while (line.Count <= at) line.Add(null);
            line[at] = cell;
        }
    }

    private static bool IsStep(IElement? cell) => cell?.QuerySelector("a, form, button") is not null;

    private static bool IsOnlyUnseen(IElement head) => Text(head).Length > 0 && Seen(head).Length == 0;

    /// <summary>What is seen; where nothing is, what is read aloud.</summary>
    private static string Text(IElement? cell)
    {
        if (cell is null) return "";
        var seen = Seen(cell);
        return seen.Length > 0 ? seen : Without(cell, NotText);
    }

    private static string Seen(IElement cell) => Without(cell, $"{NotText}, {Unseen}");

    private static string Without(IElement cell, string left)
    {
        var copy = (IElement)cell.Clone();
        foreach (var part in copy.QuerySelectorAll(left).ToList()) part.Remove();
        // Blocks below each other are words apart.
        foreach (var block in copy.QuerySelectorAll("br, p, li, div, ul, dd, dt")) block.Before(copy.Owner!.CreateTextNode(" "));
        return string.Join(' ', copy.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

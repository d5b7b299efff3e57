using Fairload.Core.Imports;

namespace Fairload.App.Imports.Sheets;

/// <summary>A column that a reader knows, by every header under which it has been seen.</summary>
/// <param name="Names">The first is the one we write ourselves and name in sentences.</param>
/// <param name="IsKey">Without it the sheet can not be read.</param>
/// <param name="IsQuiet">Nobody is told when it is not there.</param>
internal sealed record SheetColumn(string Key, IReadOnlyList<string> Names, bool IsKey = false, bool IsQuiet = false)
{
    public string Name => Names[0];

    /// <summary>For headers that councils write in more ways than a list can hold.</summary>
    public Func<string, bool>? Also { get; init; }

    public bool IsNamed(string foldedHeader) => Names.Any(n => Written.FoldHeader(n) == foldedHeader);
}

/// <summary>The part of a sheet from its header down, found by looking for known headers in the first rows that hold something.</summary>
internal sealed class SheetTable
{
    private const int RowsLookedAt = 15;

    private readonly Dictionary<string, int> _at;
    private readonly Dictionary<string, string> _headers;
    private readonly SheetRow _header;

    private SheetTable(Sheet sheet, SheetRow header, Dictionary<string, int> at, List<RowProblem> problems)
    {
        (Sheet, _header, _at, Problems) = (sheet, header, at, problems);
        _headers = at.ToDictionary(c => c.Key, c => Written.Clean(header[c.Value].Text));
    }

    public Sheet Sheet { get; }
    public List<RowProblem> Problems { get; }
    public int HeaderWidth => _header.Width;
    public IReadOnlyList<string> Headers => [.. _header.Columns.Select(c => Written.Clean(_header[c].Text))];

    public bool Has(string key) => _at.ContainsKey(key);
    public int? Column(string key) => _at.TryGetValue(key, out var column) ? column : null;
    public string Header(string key) => _headers.GetValueOrDefault(key, key);

    /// <summary>The table, or null where no row holds every key column. Columns that are missing but not needed are told.</summary>
    public static SheetTable? Find(Sheet sheet, IReadOnlyList<SheetColumn> columns, List<RowProblem> problems)
    {
        var (header, at) = BestHeader(sheet, columns);
        if (header is null || columns.Any(c => c.IsKey && !at.ContainsKey(c.Key))) return null;

        foreach (var missing in columns.Where(c => !c.IsQuiet && !at.ContainsKey(c.Key)))
        {
            problems.Add(
                new(sheet.Name, header.Number, missing.Name, Severity.Warning,
                $"There is no column “{missing.Name}”. It was read as blank."));
        }

        foreach (var twice in columns.Where(c => at.ContainsKey(c.Key)))
        {
            var folded = Written.FoldHeader(header[at[twice.Key]].Text);
            if (header.Columns.Count(c => Written.FoldHeader(header[c].Text) == folded) > 1)
            {
                problems.Add(
                    new(sheet.Name, header.Number, twice.Name, Severity.Warning,
                    $"Two columns are called “{twice.Name}”. The first was read."));
            }
        }

        return new(sheet, header, at, problems);
    }

    /// <summary>The headers of the row that looks most like a header, to be named in a refusal.</summary>
    public static string HeadersSeen(Sheet sheet, IReadOnlyList<SheetColumn> columns)
    {
        var header = BestHeader(sheet, columns).Header ?? sheet.Rows.FirstOrDefault();
        if (header is null) return "none";
        var names = header.Columns.Take(12).Select(c => Written.Brief(header[c].Text)).Where(n => n.Length > 0).ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names) + (header.Columns.Count > 12 ? " …" : "");
    }

    /// <summary>The rows under the header that hold something.</summary>
    public IEnumerable<TableRow> Rows()
    {
        foreach (var row in Sheet.Rows)
        {
            if (row.Number <= _header.Number) continue;
            var read = new TableRow(this, row);
            if (read.IsBlank) continue;

            if (Sheet.IsText && row.Width > HeaderWidth)
            {
                Problems.Add(new(Sheet.Name, row.Number, "", Severity.Error,
                    $"The row has {row.Width} values but there are {HeaderWidth} headers. Does a value hold a separator? Left out."));
                continue;
            }

            yield return read;
        }
    }

    private static (SheetRow? Header, Dictionary<string, int> At) BestHeader(Sheet sheet, IReadOnlyList<SheetColumn> columns)
    {
        (SheetRow? Header, Dictionary<string, int> At) best = (null, []);
        var bestScore = 0;
        foreach (var row in sheet.Rows.Take(RowsLookedAt))
        {
            var at = Match(row, columns);
            // A row with every key wins over a longer one without.
            var score = at.Count + (columns.All(c => !c.IsKey || at.ContainsKey(c.Key)) ? 1_000 : 0);
            if (at.Count > 0 && score > bestScore) (best, bestScore) = ((row, at), score);
        }

        return best;
    }

    private static Dictionary<string, int> Match(SheetRow row, IReadOnlyList<SheetColumn> columns)
    {
        var at = new Dictionary<string, int>();
        var headers = row.Columns.Where(c => row[c].Kind == CellKind.Text)
            .Select(c => (Column: c, Folded: Written.FoldHeader(row[c].Text))).ToList();
        foreach (var column in columns)
            foreach (var header in headers.Where(h => column.IsNamed(h.Folded)).Take(1)) at[column.Key] = header.Column;

        foreach (var column in columns.Where(c => c.Also is not null && !at.ContainsKey(c.Key)))
        {
            foreach (var header in headers.Where(h => !at.ContainsValue(h.Column) && column.Also!(h.Folded)).Take(1))
                at[column.Key] = header.Column;
        }

        return at;
    }
}

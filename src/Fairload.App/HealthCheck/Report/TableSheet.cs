using Fairload.App.Imports.Sheets;
using Fairload.Core.HealthCheck.Report;

namespace Fairload.App.HealthCheck.Report;

/// <summary>
/// A table as it stands in a sheet or a text file: figures are numbers without their unit, so unit and notes have columns of their own at
/// the end.
/// </summary>
/// <param name="Rows">Text, or decimals for figures.</param>
internal sealed record TableSheet(
    TableBlock Table, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<string> Notes)
{
    public static TableSheet Of(TableBlock table, string language, ReportWords words)
    {
        var (hasUnit, notes) = (table.Numbers.Any(n => n.Unit.Length > 0), table.Notes.ToList());
        var headers = table.Columns.ToList();
        if (hasUnit) headers.Add(Free(words.Unit, headers));
        if (notes.Count > 1) headers.Add(Free(words.Notes, headers));
        var rows = table.Rows.Select(row =>
        {
            var cells = new List<object?> { row.Heading };
            cells.AddRange(row.Cells.Select(c => c.Number is { } n ? Math.Round(n.Value, n.Decimals) : (object)c.Text));
            if (hasUnit) cells.Add(Joined(table, row, n => n.Unit));
            if (notes.Count > 1) cells.Add(Joined(table, row, n => ReportWords.Filled(words.Note, notes.IndexOf(n.Note) + 1)));
            return (IReadOnlyList<object?>)cells;
        });
        return new(table, headers, [.. rows], words.NotesOf(table, language));
    }

    /// <summary>Every cell of the column is a figure or a sign, and one is a figure.</summary>
    public bool IsNumbers(int column)
    {
        if (column == 0 || column >= Table.Columns.Count) return false;
        var cells = Table.Rows.Select(r => r.Cells[column - 1]).ToList();
        return cells.TrueForAll(c => c.Number is not null || c.IsSign) && cells.Exists(c => c.Number is not null);
    }

    public SheetOut Sheet(string name) => new(name, Headers, Rows) { Above = [Table.Caption, Table.Description, .. Notes] };

    /// <summary>What all figures of a row share, or what each has by the name of its column.</summary>
    private static string Joined(TableBlock table, ReportRow row, Func<ReportNumber, string> of)
    {
        var figures = row.Cells.Select((c, at) => (Column: table.Columns[at + 1], c.Number)).Where(f => f.Number is not null)
            .Select(f => (f.Column, Says: of(f.Number!))).ToList();
        return figures.Select(f => f.Says).Distinct().Count() <= 1 ? figures.Select(f => f.Says).FirstOrDefault() ?? ""
            : string.Join("; ", figures.Where(f => f.Says.Length > 0).Select(f => $"{f.Column}: {f.Says}"));
    }

    private static string Free(string wanted, List<string> taken)
    {
        var name = wanted;
        for (var i = 2; taken.Contains(name); i++) name = FormattableString.Invariant($"{wanted} {i}");
        return name;
    }
}

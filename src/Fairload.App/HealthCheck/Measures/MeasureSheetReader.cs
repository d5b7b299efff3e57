using Fairload.App.Imports.Sheets;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Imports;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>A row of a sheet of measures.</summary>
public sealed record MeasureRow(string Sheet, int Row, MeasureCard Card, MeasureSaid Said);

public sealed record MeasureRead(
    IReadOnlyDictionary<string, int> Read, IReadOnlyList<MeasureRow> Rows, IReadOnlyList<RowProblem> Problems);

/// <summary>Reads a sheet of figures of measures: one row a measure and service, by the measure's code or its name.</summary>
public static class MeasureSheetReader
{
    private static readonly Dictionary<string, InPlace> Places = new(StringComparer.Ordinal)
    {
        ["not"] = InPlace.Not,
        ["not in place"] = InPlace.Not,
        ["no"] = InPlace.Not,
        ["partly"] = InPlace.Partly,
        ["partly in place"] = InPlace.Partly,
        ["fully"] = InPlace.Fully,
        ["fully in place"] = InPlace.Fully,
        ["yes"] = InPlace.Fully,
    };

    internal static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("measure", ["Measure", "Measure code", "Code"], IsKey: true),
        new("service", ["Service", "Of whom"], IsQuiet: true),
        new("from", ["From", "From date", "First day"], IsQuiet: true),
        new("to", ["To", "To date", "Last day", "As of"], IsKey: true),
        new("numerator", ["Above the line", "Numerator"], IsQuiet: true),
        new("denominator", ["Below the line", "Denominator"], IsQuiet: true),
        new("value", ["Figure", "Value"], IsQuiet: true),
        new("place", ["In place"], IsQuiet: true),
        new("text", ["Text", "What belongs to it", "Note"], IsQuiet: true),
        new("who", ["Who will know", "Known by whom"], IsQuiet: true),
        new("known", ["Will know by", "Known by"], IsQuiet: true),
    ];

    public static Result<MeasureRead> Read(IOpenedBook book) => SheetTrouble.Guard(book.FileName, () => ReadBook(book));

    private static Result<MeasureRead> ReadBook(IOpenedBook book)
    {
        var problems = new List<RowProblem>();
        if (book.Sheets.Select(s => SheetTable.Find(s, Columns, problems)).FirstOrDefault(t => t is not null) is not { } table)
        {
            var seen = SheetTable.HeadersSeen(book.Sheets[0], Columns);
            return new Problem("file", $"{book.FileName} needs the columns “Measure” and “To”. The columns of {book.Sheets[0].Name} are: {seen}.");
        }

        var (rows, count) = (new List<MeasureRow>(), 0);
        foreach (var row in table.Rows())
        {
            count++;
            if (Row(row) is { } read) rows.Add(read);
        }

        return new MeasureRead(new Dictionary<string, int> { [table.Sheet.Name] = count }, rows, problems);
    }

    private static MeasureRow? Row(TableRow row)
    {
        var named = row.Text("measure");
        if (Find(named) is not { } card)
        {
            row.Error("measure", $"“{Written.Brief(named)}” is no measure. Use its code, as the page of measures has it. The row was left out.");
            return null;
        }

        InPlace? place = null;
        if (row.Text("place") is { Length: > 0 } written)
        {
            if (!Places.TryGetValue(Written.Fold(written), out var found))
            {
                row.Error("place", $"“{Written.Brief(written)}” is not “not”, “partly” or “fully”. The row was left out.");
                return null;
            }

            place = found;
        }

        return new(row.SheetName, row.Number, card, new MeasureSaid(
            row.Text("service"), row.Date("from"), row.Date("to"), row.Amount("numerator"), row.Amount("denominator"), row.Amount("value"),
            place, row.Text("text"), row.Text("who"), row.Date("known")));
    }

    private static MeasureCard? Find(string named)
    {
        var folded = Written.Fold(named);
        return ShippedFrameworks.Cards.GetValueOrDefault(folded) ?? ShippedFrameworks.Cards.Values
            .FirstOrDefault(c => Written.Fold(c.Name.En) == folded || Written.Fold(c.Name.Cy) == folded);
    }
}

using System.Globalization;
using Fairload.Core.Imports;

namespace Fairload.App.Imports.Sheets;

/// <summary>One row of a table, read by the key of a column. What can not be read is told and comes back as null.</summary>
internal sealed class TableRow(SheetTable table, SheetRow row)
{
    public int Number => row.Number;

    public string SheetName => table.Sheet.Name;

    public bool IsBlank => row.Columns.All(c => Written.Clean(row[c].Text).Length == 0);

    public CellValue Cell(string key) => table.Column(key) is { } column ? row[column] : CellValue.Blank;

    /// <summary>Tidied, as written; an error of the spreadsheet is blank.</summary>
    public string Text(string key)
    {
        var cell = Cell(key);
        if (cell.Kind == CellKind.Error) return "";
        var text = Written.Clean(cell.Text);
        return IsErrorText(text) ? "" : text;
    }

    /// <summary>A whole identifier: numbers have no decimals, leading noughts in text stay.</summary>
    public string Id(string key) => Text(key).TrimStart('\'');

    public DateOnly? Date(string key)
    {
        var cell = Cell(key);
        if (Text(key).Length == 0 || IsDash(Text(key))) return null;
        if (WrittenDate.TryRead(cell, table.Sheet.Begins1904, out var date)) return date;

        var shown = cell.Kind == CellKind.Date && cell.Number < 1 ? "00/01/1900" : Written.Brief(cell.Text);
        Error(key, $"“{shown}” is not a date between 1900 and 2100. Write it as day/month/year. It was read as blank.");
        return null;
    }

    /// <summary>A number of any size; a decimal comma is understood.</summary>
    public decimal? Amount(string key)
    {
        if (Text(key).Length == 0) return null;
        if (TryNumber(Cell(key), out var number)) return number;
        Error(key, $"“{Written.Brief(Text(key))}” is not a number. It was read as blank.");
        return null;
    }

    /// <summary>A part of a whole as a fraction: "80%", a cell shown as per cent, or plainly 0.8.</summary>
    public decimal? Fraction(string key)
    {
        var text = Text(key);
        if (text.Length == 0) return null;
        if (text.EndsWith('%') && TryNumber(CellValue.OfText(text[..^1].TrimEnd()), out var percent)) return percent / 100;
        return Amount(key);
    }

    /// <summary>In hundredths: "20%", a cell shown as per cent, 20, or a fraction such as 0.2.</summary>
    public decimal? Hundredths(string key)
    {
        var cell = Cell(key);
        var text = Text(key);
        if (text.Length == 0) return null;
        if (text.EndsWith('%')) return Fraction(key) * 100;
        if (Amount(key) is not { } number) return null;
        if (cell.Kind == CellKind.Percent) return number * 100;
        if (number == 1) Warn(key, $"“1” was read as 1%. Write 100% for the whole of the time.");
        return number is > 0 and < 1 ? number * 100 : number;
    }

    /// <summary>Yes or no; null where it is blank or not known.</summary>
    public bool? YesNo(string key, IReadOnlyDictionary<string, bool>? also = null)
    {
        var text = Text(key);
        if (text.Length == 0) return null;
        if (CodedValue.YesNo(text, also) is { } answer) return answer;
        if (!CodedValue.IsUnknown(text)) Warn(key, $"“{Written.Brief(text)}” is neither yes nor no. It was read as not known.");
        return null;
    }

    public void Error(string key, FormattableString says) => table.Problems.Add(new(SheetName, Number, Shown(key), Severity.Error, says));

    public void Warn(string key, FormattableString says) => table.Problems.Add(new(SheetName, Number, Shown(key), Severity.Warning, says));

    private string Shown(string key) => key.Length == 0 ? "" : table.Header(key);

    private static bool IsDash(string text) => text is "-" or "–" or "—" or "n/a" or "N/A";

    private static bool IsErrorText(string text) =>
        text.Length > 3 && text[0] == '#' && text is "#N/A" or "#REF!" or "#VALUE!" or "#NAME?" or "#NULL!" or "#NUM!" or "#DIV/0!"
            or "#SPILL!" or "#CALC!" or "#GETTING_DATA";

    private static bool TryNumber(CellValue cell, out decimal number)
    {
        number = 0;
        if (cell.IsNumeric)
        {
            if (Math.Abs(cell.Number) > 1e12) return false;
            number = Math.Round((decimal)cell.Number, 10);
            return true;
        }

        var text = Written.Clean(cell.Text).Replace(" ", "", StringComparison.Ordinal);
        if (text.Contains(',', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal)) text = text.Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out number) && Math.Abs(number) <= 1_000_000_000_000m;
    }
}

using System.Globalization;

namespace Fairload.App.Imports.Sheets;

/// <summary>What a cell holds. A number may be shown as a date or as a per cent; the file says so by its format.</summary>
public enum CellKind : byte { Blank, Text, Number, Percent, Date, Error }

/// <summary>One cell as the file holds it. A date is a serial day number until somebody asks for the day.</summary>
/// <param name="Written">The characters of the file.</param>
/// <param name="Number">The value of a number, per cent (0.2 for 20%) or date (serial day); else 0.</param>
public readonly record struct CellValue(CellKind Kind, string Written, double Number = 0)
{
    public static CellValue Blank { get; } = new(CellKind.Blank, "");

    public bool IsBlank => Kind == CellKind.Blank;

    public bool IsNumeric => Kind is CellKind.Number or CellKind.Percent or CellKind.Date;

    /// <summary>As a person would write it: a whole number has no decimals, whatever the file did.</summary>
    public string Text
    {
        get
        {
            if (!IsNumeric) return Written ?? "";
            return Math.Abs(Number) < 1e15 && Math.Floor(Number) == Number
                ? ((long)Number).ToString(CultureInfo.InvariantCulture)
                : Number.ToString("R", CultureInfo.InvariantCulture);
        }
    }

    public static CellValue OfText(string text) => text.Length == 0 ? Blank : new(CellKind.Text, text);

    /// <summary>A number as a file writes it; text that is no number stays text.</summary>
    public static CellValue OfNumber(string written, CellKind kind)
    {
        if (written.Length == 0) return Blank;
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? new(kind, written, number)
            : OfText(written);
    }
}

/// <summary>One row that holds something, with its number as the spreadsheet shows it.</summary>
public sealed class SheetRow(int number, int[] columns, CellValue[] cells)
{
    /// <summary>From 1.</summary>
    public int Number { get; } = number;

    /// <summary>How far the row reaches: the index after its last cell.</summary>
    public int Width => columns.Length == 0 ? 0 : columns[^1] + 1;

    /// <summary>Indexes of the columns that hold something, rising, from 0.</summary>
    public IReadOnlyList<int> Columns => columns;

    public CellValue this[int column]
    {
        get
        {
            var at = Array.BinarySearch(columns, column);
            return at < 0 ? CellValue.Blank : cells[at];
        }
    }
}

/// <summary>A sheet of a workbook, or the whole of a text file. The rows are read anew each time they are asked for.</summary>
/// <param name="Begins1904">The workbook counts its days from 1904, as old Macintosh programs did.</param>
/// <param name="IsText">It comes from a text file, where a row that is too long means that a separator stands inside a value.</param>
public sealed record Sheet(string Name, IEnumerable<SheetRow> Rows, bool Begins1904 = false, bool IsText = false);

/// <summary>A file that has passed the gate. The stream it came from stays the caller's.</summary>
public interface IOpenedBook : IDisposable
{
    string FileName { get; }

    IReadOnlyList<Sheet> Sheets { get; }
}

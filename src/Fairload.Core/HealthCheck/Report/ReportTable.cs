using System.Globalization;

namespace Fairload.Core.HealthCheck.Report;

/// <summary>What stands in a cell instead of a figure, as in official statistics.</summary>
public static class CellSigns
{
    /// <summary>Hidden to protect people.</summary>
    public const string Hidden = "[c]";

    /// <summary>Not available.</summary>
    public const string NotAvailable = "[x]";

    /// <summary>Rounds to nothing, and is not nothing.</summary>
    public const string Low = "[low]";

    public static IReadOnlyList<string> All { get; } = [Hidden, NotAvailable, Low];
}

/// <summary>A figure with all that a reader has to know of it.</summary>
/// <param name="Value">Rounded already: it has no more decimals than are shown.</param>
/// <param name="Unit">% or a word in the language of the report; empty for a plain number.</param>
/// <param name="Decimals">0 to 6.</param>
/// <param name="On">The day to which it belongs.</param>
/// <param name="Base">Of how many or of what it is a figure, in words.</param>
/// <param name="Protection">How people in it are protected; empty where it is about nobody.</param>
/// <param name="RoundedTo">Rounded to the nearest so many for the edition at hand; 0 for not at all.</param>
public sealed record ReportNumber(
    decimal Value, string Unit, int Decimals, DateOnly On, string Base, string Protection = "", decimal RoundedTo = 0)
{
    public NumberNote Note => new(On, Base, Protection);

    /// <summary>Digits as people read them, with commas between thousands: the same in English and in Welsh.</summary>
    public string Digits => Value.ToString("N" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Digits as programs read them.</summary>
    public string Plain => Value.ToString("F" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public override string ToString() => Unit is "%" or "" ? Digits + Unit : $"{Digits} {Unit}";
}

/// <summary>What belongs to a figure, and to all those of a table that have the same.</summary>
public sealed record NumberNote(DateOnly On, string Base, string Protection);

/// <summary>What one cell of a table says, and the figure behind it.</summary>
/// <param name="Text">As it is read; of a figure it holds the digits.</param>
public sealed record ReportCell(string Text, ReportNumber? Number = null)
{
    public static ReportCell Of(ReportNumber number) => new(number.ToString(), number);

    public static ReportCell Hidden { get; } = new(CellSigns.Hidden);

    public static ReportCell NotAvailable { get; } = new(CellSigns.NotAvailable);

    public bool IsSign => CellSigns.All.Contains(Text);
}

/// <summary>A row of a table, below the column headings.</summary>
/// <param name="Heading">What the row is about; it stands in the first column.</param>
/// <param name="Cells">One for each further column.</param>
public sealed record ReportRow(string Heading, IReadOnlyList<ReportCell> Cells);

/// <summary>A table without joined cells: one row of column headings, one column of row headings.</summary>
/// <param name="Code">Lower case with hyphens, the same in every edition and language; files are called by it.</param>
/// <param name="Caption">Stands above it.</param>
/// <param name="Description">What it shows, for whoever hears it instead of seeing it.</param>
/// <param name="Columns">The first heads the row headings.</param>
public sealed record TableBlock(
    string Code, string Caption, string Description, IReadOnlyList<string> Columns, IReadOnlyList<ReportRow> Rows) : ReportBlock
{
    public IEnumerable<ReportNumber> Numbers => Rows.SelectMany(r => r.Cells).Select(c => c.Number).OfType<ReportNumber>();

    /// <summary>What belongs to its figures, each once, in the order in which they stand.</summary>
    public IReadOnlyList<NumberNote> Notes => [.. Numbers.Select(n => n.Note).Distinct()];
}

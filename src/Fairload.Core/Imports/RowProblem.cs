using System.Globalization;

namespace Fairload.Core.Imports;

/// <summary>How much a fault in a file costs.</summary>
public enum Severity
{
    /// <summary>The value or the whole row was left out.</summary>
    Error,

    /// <summary>It was kept; somebody should look at it.</summary>
    Warning,
}

/// <summary>A fault at a place in a file, in words that may be shown as they stand.</summary>
/// <param name="Sheet">Name of the sheet, or of the file where it has no sheets.</param>
/// <param name="Row">Row as the spreadsheet numbers it, from 1; null for the whole sheet.</param>
/// <param name="Column">Header as the file writes it; empty for the whole row.</param>
/// <param name="Says">One sentence. Its format is the key of the catalogue of other languages.</param>
public sealed record RowProblem(string Sheet, int? Row, string Column, Severity Severity, FormattableString Says)
{
    public string Message => Says.ToString(CultureInfo.InvariantCulture);

    public bool Equals(RowProblem? other) => other is not null
        && (Sheet, Row, Column, Severity, Message) == (other.Sheet, other.Row, other.Column, other.Severity, other.Message);

    public override int GetHashCode() => HashCode.Combine(Sheet, Row, Column, Severity, Message);

    public override string ToString() => $"{Severity} {Sheet}!{Row} {Column}: {Message}";
}

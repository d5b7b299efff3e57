using System.Globalization;

namespace Fairload.Core.Surveys.Forms;

/// <summary>A sheet of an XLSForm as it is written: a row of headers and rows of texts below.</summary>
/// <param name="Headers">As they stand in the file.</param>
public sealed record FormSheet(string Name, IReadOnlyList<string> Headers, IReadOnlyList<FormRow> Rows);

/// <summary>A row of a sheet.</summary>
/// <param name="Number">As a spreadsheet program shows it, from 1; the headers have one too.</param>
/// <param name="Cells">In the order of the headers; what is blank or beyond the end is an empty text.</param>
public sealed record FormRow(int Number, IReadOnlyList<string> Cells);

/// <summary>One thing that is not carried over, where it stands, and what becomes of it.</summary>
/// <param name="Row">Null where a whole column or sheet is meant.</param>
/// <param name="Column">As the file calls it; empty where a whole row or sheet is meant.</param>
public sealed record FormLoss(string Sheet, int? Row, string Column, FormattableString Says)
{
    public string Message => Says.ToString(CultureInfo.InvariantCulture);

    public bool Equals(FormLoss? other) => other is not null
        && (Sheet, Row, Column, Message) == (other.Sheet, other.Row, other.Column, other.Message);

    public override int GetHashCode() => HashCode.Combine(Sheet, Row, Column, Message);
}

/// <summary>A questionnaire that was read from a form, and what of the form it does not hold.</summary>
public sealed record FormRead(Questionnaire Questionnaire, IReadOnlyList<FormLoss> Losses);

/// <summary>A questionnaire as the sheets of a form, and what of it other programs do not read there.</summary>
public sealed record FormWritten(IReadOnlyList<FormSheet> Sheets, IReadOnlyList<FormLoss> Losses);

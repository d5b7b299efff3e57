namespace Fairload.Core.Surveys.Forms;

/// <summary>A sheet whose columns are known by what they mean.</summary>
internal sealed class FormTable
{
    private readonly List<(string Plain, string Header)> _columns;
    private readonly string _usual;
    private readonly HashSet<string> _told = [];

    private FormTable(FormSheet sheet, string usual)
    {
        (Name, _usual) = (sheet.Name, usual);
        _columns = [.. sheet.Headers.Select(h => (FormColumns.Plain(h), h.Trim()))];
        Lines = [.. sheet.Rows.Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))).Select(r => new FormLine(this, r))];
    }

    public string Name { get; }

    public IReadOnlyList<FormLine> Lines { get; }

    public FormLine? First => Lines.Count > 0 ? Lines[0] : null;

    /// <param name="usual">The language of columns that name none, <c>en</c> or <c>cy</c>.</param>
    /// <returns>Null where there is no such sheet, or nothing in it.</returns>
    public static FormTable? Find(IReadOnlyList<FormSheet> sheets, string name, string usual = "en") =>
        sheets.FirstOrDefault(s => s.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase) && s.Headers.Count > 0) is { } found
            ? new(found, usual) : null;

    public bool Has(string plain) => _columns.Any(c => c.Plain == plain);

    public string Header(string plain) => _columns.FirstOrDefault(c => c.Plain == plain).Header ?? plain;

    /// <summary>What stands in a row in columns that nobody asks for.</summary>
    public IEnumerable<(string Plain, string Header)> Left(FormRow row, IReadOnlySet<string> known) =>
        _columns.Where((c, at) => c.Plain.Length > 0 && !known.Contains(c.Plain) && !string.IsNullOrWhiteSpace(Cell(row, at)));

    public string Cell(FormRow row, string plain)
    {
        for (var at = 0; at < _columns.Count; at++)
            if (_columns[at].Plain == plain && !string.IsNullOrWhiteSpace(Cell(row, at))) return Cell(row, at);

        return "";
    }

    /// <summary>A text in both languages; what is said in one stands in both, and is told. Null where nothing is said.</summary>
    public Wording? Says(FormRow row, string column, List<FormLoss> losses)
    {
        var (plain, en, cy) = (Cell(row, column), Cell(row, column + "::en"), Cell(row, column + "::cy"));
        if (_usual == "en" && en.Length == 0) en = plain;
        if (_usual == "cy" && cy.Length == 0) cy = plain;
        if (plain.Length > 0 && plain != (_usual == "cy" ? cy : en))
            losses.Add(new(Name, row.Number, Header(column), $"The text of the language's own column was taken instead."));
        if (en.Length == 0 && cy.Length == 0) return null;
        if (cy.Length == 0) TellMissing(row, column + "::cy", losses);
        if (en.Length == 0) TellMissing(row, column + "::en", losses);
        return new(en.Length == 0 ? cy : en, cy.Length == 0 ? en : cy);
    }

    /// <summary>A language that has no column at all is told once.</summary>
    private void TellMissing(FormRow row, string plain, List<FormLoss> losses)
    {
        var isCell = Has(plain);
        if (!isCell && !_told.Add(plain)) return;
        var at = isCell ? row.Number : (int?)null;
        losses.Add(plain.EndsWith("cy", StringComparison.Ordinal)
            ? new(Name, at, Header(plain), $"Not said in Welsh: the English stands in both languages until somebody puts the Welsh in.")
            : new(Name, at, Header(plain), $"Not said in English: the Welsh stands in both languages until somebody puts the English in."));
    }

    private static string Cell(FormRow row, int at) => at < row.Cells.Count ? row.Cells[at] : "";
}

/// <summary>A row of such a sheet.</summary>
internal sealed class FormLine(FormTable table, FormRow row)
{
    public int Number => row.Number;

    public string Sheet => table.Name;

    /// <summary>As it stands; empty where the column is not there.</summary>
    public string this[string plain] => table.Cell(row, plain);

    public bool Has(string plain) => table.Has(plain);

    /// <summary>Null where blank, and as it stands otherwise.</summary>
    public string? Or(string plain) => this[plain] is { Length: > 0 } text ? text : null;

    public Wording? Says(string column, List<FormLoss> losses) => table.Says(row, column, losses);

    public FormLoss Lost(string plain, FormattableString says) => new(Sheet, Number, plain.Length == 0 ? "" : table.Header(plain), says);

    public IEnumerable<FormLoss> Left(IReadOnlySet<string> known) =>
        table.Left(row, known).Select(c => new FormLoss(Sheet, Number, c.Header, FormColumns.Fate(c.Plain)));
}

using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Fairload.App.Imports.Sheets;

/// <summary>A workbook whose rows are read one at a time, so that the size of a sheet costs no memory.</summary>
internal sealed class XlsxBook : IOpenedBook
{
    /// <summary>Cells further right are of no list that we read.</summary>
    private const int MostColumns = 1_000;

    private readonly Stream _file;
    private readonly List<string> _strings;
    private readonly List<CellKind> _styles;

    private XlsxBook(Stream file, Package package, string fileName)
    {
        (_file, FileName) = (file, fileName);
        var workbook = XlsxParts.Linked(package, package.GetRelationships(), "officeDocument").Values.FirstOrDefault()
            ?? throw new InvalidDataException("No workbook.");
        var links = workbook.GetRelationships();
        _styles = XlsxParts.Styles(XlsxParts.Linked(package, links, "styles").Values.FirstOrDefault());
        _strings = XlsxParts.SharedStrings(XlsxParts.Linked(package, links, "sharedStrings").Values.FirstOrDefault());
        Sheets = SheetsOf(workbook, XlsxParts.Linked(package, links, "worksheet"));
    }

    public string FileName { get; }

    public IReadOnlyList<Sheet> Sheets { get; }

    public static Result<IOpenedBook> Open(Stream file, string fileName)
    {
        using var package = XlsxParts.Guard(() => Opened(file));
        var book = XlsxParts.Guard(() => new XlsxBook(file, package, fileName));
        return book.Sheets.Count > 0 ? book : new Problem("file", $"There are no sheets in {fileName}.");
    }

    /// <summary>Nothing is held open between two readings of a sheet.</summary>
    public void Dispose() { }

    private static Package Opened(Stream file) => Package.Open(new StreamWindow(file), FileMode.Open, FileAccess.Read);

    private List<Sheet> SheetsOf(PackagePart workbook, Dictionary<string, PackagePart> parts)
    {
        var found = new List<(string Name, PackagePart Part)>();
        var begins1904 = false;
        foreach (var at in XlsxParts.Elements(workbook))
        {
            if (!at.IsStartElement) continue;
            if (at.ElementType == typeof(WorkbookProperties)) begins1904 = at.Attribute("date1904") is "1" or "true" or "on";
            if (at.ElementType == typeof(DocumentFormat.OpenXml.Spreadsheet.Sheet)
                && at.Attribute("id") is { } id && parts.TryGetValue(id, out var part))
            {
                found.Add((at.Attribute("name") ?? "", part));
            }
        }

        return [.. found.Select(f => new Sheet(f.Name, Rows(f.Part.Uri), begins1904))];
    }

    /// <summary>Each reading opens the workbook for itself, so that two sheets can be read side by side.</summary>
    private IEnumerable<SheetRow> Rows(Uri sheet)
    {
        using var package = XlsxParts.Guard(() => Opened(_file));
        foreach (var row in Rows(XlsxParts.Guard(() => package.GetPart(sheet)))) yield return row;
    }

    /// <summary>Only rows that hold something. The dimension a sheet states is not believed and not needed.</summary>
    private IEnumerable<SheetRow> Rows(PackagePart part)
    {
        var (number, column, type, style, text, inAid) = (0, -1, (string?)null, CellKind.Number, "", false);
        var cells = new SortedList<int, CellValue>();
        foreach (var at in XlsxParts.Elements(part))
        {
            if (at.ElementType == typeof(Row) && at.IsStartElement)
            {
                number = int.TryParse(at.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var r) ? r : number + 1;
                column = -1;
            }
            else if (at.ElementType == typeof(Row))
            {
                if (cells.Count > 0) yield return new(number, [.. cells.Keys], [.. cells.Values]);
                cells.Clear();
            }
            else if (at.ElementType == typeof(Cell) && at.IsStartElement)
            {
                (column, type, style, text) = (column + 1, null, CellKind.Number, "");
                foreach (var attribute in at.Attributes)
                {
                    if (attribute.LocalName == "r") column = ColumnOf(attribute.Value ?? "");
                    if (attribute.LocalName == "t") type = attribute.Value;
                    if (attribute.LocalName == "s") style = StyleOf(attribute.Value);
                }
            }
            else if (at.ElementType == typeof(Cell))
            {
                var cell = Value(type, text, style);
                if (!cell.IsBlank && column < MostColumns) cells.TryAdd(column, cell);
            }
            else if (at.ElementType == typeof(PhoneticRun))
            {
                inAid = at.IsStartElement;
            }
            else if (at.ElementType == typeof(DocumentFormat.OpenXml.Spreadsheet.CellValue) && at.IsStartElement)
            {
                text = at.GetText();
            }
            else if (at.ElementType == typeof(Text) && at.IsStartElement && !inAid)
            {
                text = XlsxParts.Joined(text, at.GetText());
            }
            else if (at.ElementType == typeof(SheetData) && at.IsEndElement)
            {
                yield break;
            }
        }
    }

    private CellKind StyleOf(string? index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _styles.Count ? _styles[i] : CellKind.Number;

    private CellValue Value(string? type, string value, CellKind style) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _strings.Count
            ? CellValue.OfText(_strings[index]) : CellValue.Blank,
        "str" or "inlineStr" or "d" => CellValue.OfText(XlsxParts.Decoded(value)),
        "b" => CellValue.OfText(value == "1" ? "Yes" : value == "0" ? "No" : value),
        "e" => value.Length == 0 ? CellValue.Blank : new(CellKind.Error, value),
        _ => CellValue.OfNumber(value.Trim(), style),
    };

    /// <summary>"AB12" is column 27. Letters that make no column are a column that nobody reads.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c)) break;
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > MostColumns) return MostColumns;
        }

        return column == 0 ? MostColumns : column - 1;
    }
}

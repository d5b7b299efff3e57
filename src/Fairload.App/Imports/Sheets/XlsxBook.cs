using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Fairload.App.Imports.Sheets;

/// <summary>A workbook whose rows are read one at a time, straight from the packed bytes, so that its size costs no memory.</summary>
internal sealed class XlsxBook : IOpenedBook
{
    /// <summary>Cells further right are of no list that we read.</summary>
    private const int MostColumns = 1_000;

    private readonly ZipArchive _zip;
    private readonly List<string> _strings;
    private readonly CellKind[] _styles;

    private XlsxBook(ZipArchive zip, string fileName, ZipArchiveEntry workbook)
    {
        _zip = zip;
        FileName = fileName;
        var folder = workbook.FullName.Contains('/', StringComparison.Ordinal) ? workbook.FullName[..workbook.FullName.LastIndexOf('/')]
            : "";
        _styles = XlsxParts.Styles(XlsxParts.Find(zip, $"{folder}/styles.xml"));
        _strings = XlsxParts.SharedStrings(XlsxParts.Find(zip, $"{folder}/sharedStrings.xml"));
        Sheets = SheetsOf(workbook, folder);
    }

    public string FileName { get; }

    public IReadOnlyList<Sheet> Sheets { get; }

    public static Result<IOpenedBook> Open(ZipArchive zip, string fileName)
    {
        try
        {
            var book = new XlsxBook(zip, fileName, XlsxParts.FindWorkbook(zip)!);
            if (book.Sheets.Count > 0) return book;
        }
        catch
        {
            zip.Dispose();
            throw;
        }

        zip.Dispose();
        return new Problem("file", $"There are no sheets in {fileName}.");
    }

    public void Dispose() => _zip.Dispose();

    private List<Sheet> SheetsOf(ZipArchiveEntry workbook, string folder)
    {
        var targets = XlsxParts.Find(_zip, $"{folder}/_rels/{workbook.Name}.rels") is { } relations ? XlsxParts.Relations(relations) : [];
        var found = new List<(string Name, ZipArchiveEntry Entry)>();
        var begins1904 = false;
        using var xml = XlsxParts.Read(workbook);
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") begins1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            if (xml.LocalName != "sheet" || RelationId(xml) is not { } id || !targets.TryGetValue(id, out var target)) continue;

            var path = target.StartsWith('/') ? target : $"{folder}/{target}";
            if (XlsxParts.Find(_zip, path) is { } entry) found.Add((xml.GetAttribute("name") ?? "", entry));
        }

        return [.. found.Select(f => new Sheet(f.Name, Rows(f.Entry), begins1904))];
    }

    private static string? RelationId(XmlReader sheet)
    {
        string? id = null;
        while (sheet.MoveToNextAttribute())
            if (sheet.LocalName == "id" && sheet.Prefix.Length > 0) id = sheet.Value;

        sheet.MoveToElement();
        return id;
    }

    /// <summary>Only rows that hold something. The dimension a sheet states is not believed and not needed.</summary>
    private IEnumerable<SheetRow> Rows(ZipArchiveEntry entry)
    {
        using var xml = XlsxParts.Read(entry);
        var (columns, cells) = (new List<int>(), new List<CellValue>());
        var row = 0;
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData") yield break;
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row" && columns.Count > 0)
            {
                yield return Row(row, columns, cells);
                columns.Clear();
                cells.Clear();
            }

            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row")
            {
                row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                    : row + 1;
            }
            else if (xml.LocalName == "c")
            {
                ReadCell(xml, columns, cells);
            }
        }
    }

    private static SheetRow Row(int number, List<int> columns, List<CellValue> cells)
    {
        var (at, values) = (columns.ToArray(), cells.ToArray());
        for (var i = 1; i < at.Length; i++)
        {
            if (at[i - 1] < at[i]) continue;
            Array.Sort(at, values);
            break;
        }

        return new(number, at, values);
    }

    private void ReadCell(XmlReader xml, List<int> columns, List<CellValue> cells)
    {
        var column = xml.GetAttribute("r") is { Length: > 0 } reference ? ColumnOf(reference) : columns.Count == 0 ? 0 : columns[^1] + 1;
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < _styles.Length ? _styles[index] : CellKind.Number;
        if (xml.IsEmptyElement) return;

        var (value, depth) = ("", xml.Depth);
        while (xml.Next() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" }) value = XlsxParts.ValueOf(xml);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" }) value = XlsxParts.TextOf(xml, "is");
        }

        var cell = Value(type, value, style);
        if (cell.IsBlank || column >= MostColumns || columns.Contains(column)) return;
        columns.Add(column);
        cells.Add(cell);
    }

    private CellValue Value(string? type, string value, CellKind style) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _strings.Count
            ? CellValue.OfText(_strings[index]) : CellValue.Blank,
        "str" or "inlineStr" or "d" => CellValue.OfText(value),
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

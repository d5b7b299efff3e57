using System.Text;

namespace Fairload.App.Imports.Sheets;

/// <summary>A text file with separated values: a book with one sheet, called as the file is.</summary>
internal sealed class CsvBook : IOpenedBook
{
    private readonly Stream _file;
    private readonly Encoding _encoding;
    private readonly char _separator;

    private CsvBook(Stream file, string fileName, Encoding encoding, char separator)
    {
        (_file, FileName, _encoding, _separator) = (file, fileName, encoding, separator);
        Sheets = [new(Path.GetFileNameWithoutExtension(fileName), Rows(), IsText: true)];
    }

    public string FileName { get; }

    public IReadOnlyList<Sheet> Sheets { get; }

    public static Result<IOpenedBook> Open(Stream file, string fileName)
    {
        var encoding = CsvText.EncodingOf(file);
        char separator;
        using (var text = Text(file, encoding)) separator = CsvText.SeparatorOf(text);
        using (var text = Text(file, encoding))
            if (CsvText.Fault(text, separator, fileName) is { } fault) return fault;

        return new CsvBook(file, fileName, encoding, separator);
    }

    /// <summary>The stream is the caller's.</summary>
    public void Dispose() { }

    private static StreamReader Text(Stream file, Encoding encoding)
    {
        file.Position = 0;
        return new(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }

    private IEnumerable<SheetRow> Rows()
    {
        using var text = Text(_file, _encoding);
        var (columns, cells) = (new List<int>(), new List<CellValue>());
        var number = 0;
        foreach (var record in CsvText.Records(text, _separator))
        {
            number++;
            for (var i = 0; i < record.Count; i++)
            {
                if (string.IsNullOrWhiteSpace(record[i])) continue;
                columns.Add(i);
                cells.Add(CellValue.OfText(record[i]));
            }

            if (columns.Count > 0) yield return new(number, [.. columns], [.. cells]);
            columns.Clear();
            cells.Clear();
        }
    }
}

using System.Text;
using CsvHelper;

namespace Fairload.App.Imports.Sheets;

/// <summary>A text file with separated values: a book with one sheet, called as the file is.</summary>
internal sealed class CsvBook : IOpenedBook
{
    /// <summary>No cell is longer; a quotation mark that is still open then was never closed.</summary>
    private const int LongestValue = 32_767;

    /// <summary>In bytes. More is not gathered while the end of a record is looked for.</summary>
    private const int LongestRecord = 1 << 20;

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
        var book = new CsvBook(file, fileName, encoding, separator);
        return book.Fault() is { } fault ? fault : book;
    }

    /// <summary>The stream is the caller's.</summary>
    public void Dispose() { }

    private static StreamReader Text(Stream file, Encoding encoding)
    {
        file.Position = 0;
        return new(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }

    /// <summary>Blank lines are records, so that the number of a record is the row that a spreadsheet program shows.</summary>
    private CsvReader Records(Action<CsvMalformedRecord>? told = null) => CsvReader.Create(Text(_file, _encoding), new CsvReaderOptions
    {
        Separator = _separator,
        HasHeader = false,
        SkipEmptyLines = false,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRecord,
        OnMalformedRecord = told,
    }, leaveOpen: false);

    /// <summary>What makes the file unreadable as a table, or null. Walks through the whole of it.</summary>
    private Problem? Fault()
    {
        long? unclosed = null;
        using var records = Records(m => unclosed ??= m.Reason == CsvMalformedReason.UnterminatedQuote ? m.LineNumber : null);
        try
        {
            while (records.Read())
            {
                var line = records.LineNumber;
                if (records.RawRecord.Contains((byte)0))
                {
                    return new("file",
                        $"{FileName} holds NUL characters in line {line}, so it is no plain text. Export it again as CSV.");
                }

                if (records.RawRecord.Length > LongestValue && HoldsLongQuote(records)) unclosed ??= line;
                if (unclosed is not null) break;
            }
        }
        catch (CsvFormatException tooLong)
        {
            unclosed ??= tooLong.LineNumber;
        }

        return unclosed is { } opened
            ? new("file", $"In {FileName} a quotation mark opens a value in line {opened} and none closes it. Put the second one in.")
            : null;
    }

    private static bool HoldsLongQuote(CsvReader record)
    {
        for (var i = 0; i < record.FieldCount; i++)
            if (record.GetRawSpan(i) is [(byte)'"', ..] && record.GetString(i).Length > LongestValue) return true;

        return false;
    }

    private IEnumerable<SheetRow> Rows()
    {
        using var records = Records();
        var (columns, cells) = (new List<int>(), new List<CellValue>());
        while (records.Read())
        {
            for (var i = 0; i < records.FieldCount; i++)
            {
                if (records.GetString(i) is not { } value || string.IsNullOrWhiteSpace(value)) continue;
                columns.Add(i);
                cells.Add(CellValue.OfText(value));
            }

            if (columns.Count > 0) yield return new((int)records.RowNumber, [.. columns], [.. cells]);
            columns.Clear();
            cells.Clear();
        }
    }
}

using Fairload.App.Imports.Sheets;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Forms;

namespace Fairload.App.Surveys;

/// <summary>An XLSForm as a workbook.</summary>
public static class FormWorkbook
{
    /// <summary>No questionnaire has more rows in a sheet.</summary>
    private const int MostRows = 10_000;

    private static readonly SheetLimits Limits =
        SheetLimits.Default with { FileBytes = QuestionnaireDesk.LargestFile, UnpackedBytes = 64 << 20, SharedStringsBytes = 16 << 20 };

    /// <summary>The stream stays the caller's.</summary>
    public static Result<FormRead> Read(Stream file, string fileName)
    {
        if (!SheetFile.Open(file, fileName, Limits).Try(out var book, out var problems)) return problems.ToList();
        using var opened = book;
        if (opened.Sheets.Any(s => s.IsText))
            return new Problem("Form", $"{opened.FileName} is a text file. A form is a workbook (.xlsx) with the sheets survey and choices");
        return SheetTrouble.Guard<FormRead>(opened.FileName, () =>
        {
            var sheets = new List<FormSheet>();
            foreach (var sheet in opened.Sheets)
            {
                var rows = sheet.Rows.Take(MostRows + 1).ToList();
                if (rows.Count > MostRows)
                    return new Problem("Form", $"The sheet {sheet.Name} has more than {MostRows} rows, so it is no questionnaire. Nothing was stored");
                sheets.Add(Sheet(sheet.Name, rows));
            }

            return XlsForm.Read(sheets, Path.GetFileNameWithoutExtension(opened.FileName));
        });
    }

    /// <summary>Writes nothing where the questionnaire can not be a form.</summary>
    public static Result<FormWritten> Write(Questionnaire one, Stream to)
    {
        if (!FormWriter.Write(one).Try(out var written, out var problems)) return problems.ToList();
        WorkbookWriter.Write(to, [.. written.Sheets.Select(s => new SheetOut(s.Name, s.Headers, s.Rows.Select(r => r.Cells)))]);
        return written;
    }

    /// <summary>The headers are in the first row that holds something.</summary>
    private static FormSheet Sheet(string name, List<SheetRow> rows)
    {
        if (rows.Count == 0) return new(name, [], []);
        var width = rows[0].Width;
        return new(name, Texts(rows[0], width), [.. rows.Skip(1).Select(r => new FormRow(r.Number, Texts(r, width)))]);
    }

    private static List<string> Texts(SheetRow row, int width) => [.. Enumerable.Range(0, width).Select(c => row[c].Text)];
}

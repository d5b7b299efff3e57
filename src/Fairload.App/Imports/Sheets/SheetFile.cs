namespace Fairload.App.Imports.Sheets;

/// <summary>The one way into a spreadsheet or text file. What it is is found from its bytes, never from its name.</summary>
public static class SheetFile
{
    /// <summary>Opens a workbook or a text file, or says in a sentence why it can not be read. The stream stays the caller's.</summary>
    public static Result<IOpenedBook> Open(Stream seekable, string fileName, SheetLimits limits)
    {
        if (!seekable.CanSeek) throw new ArgumentException("The gate looks at a file more than once.", nameof(seekable));
        fileName = Path.GetFileName(fileName.Replace('\\', '/'));

        if (seekable.Length == 0) return new Problem("file", $"{fileName} is empty.");
        if (seekable.Length > limits.FileBytes)
            return new Problem("file", $"{fileName} is larger than {limits.FileBytes / (1 << 20)} MB, which is the most that we read.");

        return SheetTrouble.Guard<IOpenedBook>(fileName, () => FileKind.Of(seekable) switch
        {
            Seems.Zip => XlsxGate.Pass(seekable, fileName, limits),
            Seems.Text => CsvBook.Open(seekable, fileName),
            var other => FileKind.Refuse(other, fileName),
        });
    }
}

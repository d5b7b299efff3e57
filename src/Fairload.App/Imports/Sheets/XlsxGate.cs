using System.IO.Compression;
using System.Text;

namespace Fairload.App.Imports.Sheets;

/// <summary>
/// Looks through a whole zip before a single cell is read: how many parts, how large they truly unpack, and that none of its XML
/// declares a document type, by which a small file can ask for much memory or for other files.
/// </summary>
internal static class XlsxGate
{
    /// <summary>No spreadsheet program writes a stretch this long without an element; a reader would hold all of it at once.</summary>
    private const int LongestStretch = 1 << 20;

    /// <summary>The lists of parts and of links between them, which a library keeps whole; 2,000 parts need far less.</summary>
    private const int LargestDirectory = 16 << 20;

    private static readonly byte[][] Declarations =
    [
        "<!DOCTYPE"u8.ToArray(), "<!ENTITY"u8.ToArray(),
        Encoding.Unicode.GetBytes("<!DOCTYPE"), Encoding.Unicode.GetBytes("<!ENTITY"),
        Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE"), Encoding.BigEndianUnicode.GetBytes("<!ENTITY"),
    ];

    public static Result<IOpenedBook> Pass(Stream file, string fileName, SheetLimits limits)
    {
        // Counted in the raw bytes: the directory of a zip may hold more than its own count says.
        file.Position = 0;
        if (ByteSearch.Count(file, "PK\x01\x02"u8, limits.Entries + 100) >= limits.Entries + 100) return TooMany(fileName, limits);

        file.Position = 0;
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            if (Refusal(zip, fileName, limits) is { } problem) return problem;

        return XlsxBook.Open(file, fileName);
    }

    private static Problem? Refusal(ZipArchive zip, string fileName, SheetLimits limits)
    {
        if (zip.Entries.Count > limits.Entries) return TooMany(fileName, limits);
        if (zip.Entries.Any(e => e.IsEncrypted)) return FileKind.Refuse(Seems.LockedOffice, fileName);
        if (NotAWorkbook(zip, fileName) is { } other) return other;

        var left = limits.UnpackedBytes;
        foreach (var entry in zip.Entries)
        {
            var isStrings = entry.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
            var most = isStrings ? limits.SharedStringsBytes : IsDirectory(entry) ? LargestDirectory : left;
            var allowed = Math.Min(left, most);
            var (size, finding) = LookThrough(entry, allowed);
            left -= size;
            if (finding == Finding.TooLarge && IsDirectory(entry) && left > 0) return SheetTrouble.Damaged(fileName);
            if (finding == Finding.TooLarge)
            {
                return new("file", isStrings && left > 0 ? (FormattableString)
                    $"Texts in {fileName} unpack to over {limits.SharedStringsBytes / (1 << 20)} MB. Save fewer sheets."
                    : $"{fileName} unpacks to more than {limits.UnpackedBytes / (1 << 20)} MB. Save fewer sheets.");
            }

            if (finding == Finding.Declares)
            {
                return new("file",
                    $"{fileName} holds a declaration (DOCTYPE or ENTITY) that no workbook needs and that can do harm. It was not read.");
            }

            if (finding == Finding.LongStretch) return SheetTrouble.Damaged(fileName);
        }

        return null;
    }

    private static Problem TooMany(string fileName, SheetLimits limits) =>
        new("file", $"{fileName} is made of more than {limits.Entries} parts. Save it again as a plain Excel workbook (.xlsx).");

    private static Problem? NotAWorkbook(ZipArchive zip, string fileName)
    {
        bool Has(string name) => zip.Entries.Any(e => e.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));

        if (Has("xl/workbook.bin"))
            return new("file", $"{fileName} is a binary workbook (.xlsb). Open it in Excel and save it as “Excel Workbook (.xlsx)”.");
        if (Has("[Content_Types].xml") && Has("word/document.xml"))
            return new("file", $"{fileName} is a Word document. Give us an Excel workbook (.xlsx) or a CSV file.");
        if (Has("ppt/presentation.xml"))
            return new("file", $"{fileName} is a presentation. Give us an Excel workbook (.xlsx) or a CSV file.");
        if (Has("mimetype") && Has("content.xml"))
            return new("file", $"{fileName} is an OpenDocument file. Open it and save it as “Excel Workbook (.xlsx)” or CSV.");
        return Has("[Content_Types].xml") || Has("xl/workbook.xml")
            ? null
            : new("file",
                $"{fileName} is a compressed file with no workbook in it. Give us an Excel workbook (.xlsx) or a CSV file.");
    }

    private static bool IsDirectory(ZipArchiveEntry entry) =>
        entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);

    private enum Finding { Nothing, TooLarge, Declares, LongStretch }

    private static (long Size, Finding Finding) LookThrough(ZipArchiveEntry entry, long allowed)
    {
        var isXml = entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            || entry.Name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);
        using var part = entry.Open();
        var buffer = new byte[1 << 16];
        var (size, kept, stretch) = (0L, 0, 0);
        while (part.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
        {
            size += read;
            if (size > allowed) return (size, Finding.TooLarge);
            if (!isXml) continue;

            var window = buffer.AsSpan(0, kept + read);
            foreach (var declaration in Declarations)
                if (window.IndexOf(declaration) >= 0) return (size, Finding.Declares);

            stretch = window.Contains((byte)'<') ? 0 : stretch + read;
            if (stretch > LongestStretch) return (size, Finding.LongStretch);
            kept = Math.Min(32, window.Length);
            window[^kept..].CopyTo(buffer);
        }

        return (size, Finding.Nothing);
    }
}

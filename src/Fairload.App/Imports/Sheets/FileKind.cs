using System.Text;

namespace Fairload.App.Imports.Sheets;

/// <summary>What a file seems to be, from its first bytes.</summary>
internal enum Seems { Zip, Text, LockedOffice, OldExcel, OldOffice, Pdf, Picture, Packed, Rtf, WebPage, Xml, Database, Unknown }

internal static class FileKind
{
    private static readonly (byte[] Begins, Seems Kind)[] Signatures =
    [
        ([0x50, 0x4B, 0x03, 0x04], Seems.Zip),
        ([0x50, 0x4B, 0x05, 0x06], Seems.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Seems.OldOffice),
        ("%PDF"u8.ToArray(), Seems.Pdf),
        ([0x89, 0x50, 0x4E, 0x47], Seems.Picture),
        ([0xFF, 0xD8, 0xFF], Seems.Picture),
        ("GIF8"u8.ToArray(), Seems.Picture),
        ([0x1F, 0x8B], Seems.Packed),
        ([0x37, 0x7A, 0xBC, 0xAF], Seems.Packed),
        ("Rar!"u8.ToArray(), Seems.Packed),
        (@"{\rtf"u8.ToArray(), Seems.Rtf),
        ("SQLite format 3"u8.ToArray(), Seems.Database),
        // Excel before 1997 wrote its records with no container.
        ([0x09, 0x08], Seems.OldExcel),
        ([0x09, 0x04], Seems.OldExcel),
        ([0x09, 0x02], Seems.OldExcel),
    ];

    private static readonly string[] WebPageStarts = ["<!doctype html", "<html", "<table", "MIME-Version:"];

    public static Seems Of(Stream file)
    {
        var head = new byte[4096];
        file.Position = 0;
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var begins = head.AsSpan(0, length);

        foreach (var (signature, kind) in Signatures)
            if (begins.StartsWith(signature)) return kind == Seems.OldOffice ? InsideContainer(file) : kind;

        return IsUtf16(begins) ? Seems.Text : OfText(begins);
    }

    public static Problem Refuse(Seems kind, string fileName) => kind switch
    {
        Seems.LockedOffice =>
            new("file", $"{fileName} is locked with a password. Open it, take the password off, save it and give it to us again."),
        Seems.OldExcel =>
            new("file", $"{fileName} is an old Excel workbook (.xls). Open it in Excel and save it as “Excel Workbook (.xlsx)”."),
        Seems.OldOffice =>
            new("file", $"{fileName} seems to be an old Office document, not a workbook. Give us an Excel workbook (.xlsx) or a CSV file."),
        Seems.Pdf =>
            new("file", $"{fileName} seems to be a PDF document. Ask for the same list as an Excel workbook (.xlsx) or a CSV file."),
        Seems.Picture => new("file", $"{fileName} seems to be a picture. Give us an Excel workbook (.xlsx) or a CSV file."),
        Seems.Packed =>
            new("file", $"{fileName} seems to be a compressed file. Unpack it first and give us the workbook or CSV file inside."),
        Seems.Rtf => new("file", $"{fileName} seems to be a text document (RTF). Give us an Excel workbook (.xlsx) or a CSV file."),
        Seems.WebPage =>
            new("file", $"{fileName} is a web page, whatever its name says. Open it in Excel and save it as “Excel Workbook (.xlsx)”."),
        Seems.Xml =>
            new("file", $"{fileName} is an XML file. Open it in Excel and save it as “Excel Workbook (.xlsx)”, or ask for a CSV file."),
        Seems.Database => new("file", $"{fileName} seems to be a database file. Give us an Excel workbook (.xlsx) or a CSV file."),
        _ => new("file", $"{fileName} is neither an Excel workbook (.xlsx) nor a CSV file, and we can not tell what it is."),
    };

    private static bool IsUtf16(ReadOnlySpan<byte> begins) =>
        begins.Length >= 2 && ((begins[0] == 0xFF && begins[1] == 0xFE) || (begins[0] == 0xFE && begins[1] == 0xFF));

    private static Seems OfText(ReadOnlySpan<byte> begins)
    {
        // A few NUL bytes in text get a sentence of their own later; many mean that it is no text.
        var strange = 0;
        foreach (var b in begins)
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0C or 0x0D)) strange++;

        if (strange > begins.Length / 20 + 1) return Seems.Unknown;

        var start =
            Encoding.Latin1.GetString(begins[..Math.Min(begins.Length, 1024)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r',
            '\n');
        if (WebPageStarts.Any(s => start.StartsWith(s, StringComparison.OrdinalIgnoreCase))) return Seems.WebPage;
        return start.StartsWith("<?xml", StringComparison.Ordinal) ? Seems.Xml : Seems.Text;
    }

    /// <summary>The container of old Office files names its streams in UTF-16; a locked .xlsx holds one called EncryptionInfo.</summary>
    private static Seems InsideContainer(Stream file)
    {
        if (Holds(file, "EncryptionInfo")) return Seems.LockedOffice;
        return Holds(file, "Workbook") || Holds(file, "Book") ? Seems.OldExcel : Seems.OldOffice;
    }

    private static bool Holds(Stream file, string name)
    {
        file.Position = 0;
        var wanted = Encoding.Unicode.GetBytes(name + "\0");
        return ByteSearch.Count(file, wanted, 1) > 0;
    }
}

using System.IO.Compression;
using System.Text;
using Fairload.App.Imports.Sheets;

namespace Fairload.App.PeerReview.Room;

/// <summary>What a file is by its bytes, and whether it may be kept. The ending alone says nothing, but has to agree.</summary>
internal static class EvidenceContent
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string Open = "application/vnd.oasis.opendocument.";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".docx"] = Office + "wordprocessingml.document",
        [".xlsx"] = Office + "spreadsheetml.sheet",
        [".odt"] = Open + "text",
        [".ods"] = Open + "spreadsheet",
        [".csv"] = "text/csv",
        [".txt"] = "text/plain",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    /// <summary>The type under which it is kept and given out.</summary>
    /// <param name="file">Can be read from any place.</param>
    public static Result<string> TypeOf(string name, Stream file)
    {
        if (file.Length == 0) return new Problem("File", $"{name} is empty. Give us a file that holds something");
        if (!Types.TryGetValue(Path.GetExtension(name), out var type)) return NotKept(name);
        var found = Found(file);
        if (found == Macros) return new Problem("File", $"{name} holds macros. Save it without them, and give it to us again");
        if (found == Locked) return new Problem("File", $"{name} is locked with a password. Open it, take the password off, save it and give it to us again.");
        if (found == "text") found = type is "text/csv" or "text/plain" ? type : "text";
        if (found.Length == 0) return NotKept(name);
        return found == type ? type
            : new Problem("File", $"{name} is not what its ending says. Open it, save it in the kind that it is, and give it to us again");
    }

    private const string Macros = "macros";
    private const string Locked = "locked";

    private static Problem NotKept(string name) => new(
        "File", $"{name} is of a kind that is not kept here. Give us a PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), CSV, text, PNG or JPEG file");

    /// <summary>Empty for what is not kept.</summary>
    private static string Found(Stream file) => FileKind.Of(file) switch
    {
        Seems.Pdf => Types[".pdf"],
        Seems.Picture => Picture(file),
        Seems.Zip => Packed(file),
        Seems.Text when !BeginsLikeMarkup(file) => "text",
        Seems.LockedOffice => Locked,
        _ => "",
    };

    private static string Picture(Stream file)
    {
        var head = Head(file, 8);
        return head.AsSpan().SequenceEqual(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }) ? Types[".png"]
            : head is [0xFF, 0xD8, 0xFF, ..] ? Types[".jpg"] : "";
    }

    /// <summary>Of a packed file only the list of its parts is read, and the one that says what it is.</summary>
    private static string Packed(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return Macros;
            if (zip.GetEntry("mimetype") is { } says) return Says(says) is { } type && Types.ContainsValue(type) ? type : "";
            if (zip.GetEntry("[Content_Types].xml") is null) return "";
            return zip.GetEntry("word/document.xml") is not null ? Types[".docx"]
                : zip.GetEntry("xl/workbook.xml") is not null ? Types[".xlsx"] : "";
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    private static string? Says(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var bytes = new byte[100];
        return Encoding.ASCII.GetString(bytes, 0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).Trim();
    }

    /// <summary>Pictures as SVG and pieces of web pages are text too.</summary>
    private static bool BeginsLikeMarkup(Stream file) =>
        Encoding.Latin1.GetString(Head(file, 64)).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').StartsWith('<');

    private static byte[] Head(Stream file, int bytes)
    {
        file.Position = 0;
        var head = new byte[bytes];
        return head[..file.ReadAtLeast(head, bytes, throwOnEndOfStream: false)];
    }
}

using System.Globalization;
using System.Text;
using Fairload.App.Store;

namespace Fairload.App.Access;

/// <summary>
/// Mail that is to go out, one file each in the data directory's outbox, for the council's own mail system to collect: what ends in .eml,
/// and nothing else. It never holds case data. Only the program's own user can read the files.
/// </summary>
public sealed class Outbox(DataDirectory data, TimeProvider clock)
{
    private const string Waiting = ".held";

    private readonly string _folder = Path.Combine(data.Path, "outbox");

    /// <returns>The name of the file.</returns>
    public async Task<string> Post(string to, string subject, string text, CancellationToken stop)
    {
        var half = $"{Guid.CreateVersion7():N}.part";
        // Written under another name first: whoever collects never finds half a letter.
        await Write(half, to, subject, text, stop);
        return Send(half);
    }

    /// <summary>Puts a letter where nobody collects it, until it is known whether it goes. One of the same name is written over.</summary>
    internal Task Hold(string name, string to, string subject, string text, CancellationToken stop) =>
        Write(name + Waiting, to, subject, text, stop);

    /// <summary>Names of the letters that are held.</summary>
    internal IReadOnlyList<string> Held(string prefix) =>
        [.. Directory.EnumerateFiles(_folder, prefix + "*" + Waiting).Select(f => Path.GetFileName(f)[..^Waiting.Length])];

    /// <summary>Lets a letter go that was held; it goes once.</summary>
    internal void LetGo(string name) => Send(name + Waiting);

    /// <summary>A letter that was held does not go.</summary>
    internal void Drop(string name) => File.Delete(Path.Combine(_folder, name + Waiting));

    private string Send(string written)
    {
        var name = $"{Guid.CreateVersion7():N}.eml";
        File.Move(Path.Combine(_folder, written), Path.Combine(_folder, name));
        return name;
    }

    private async Task Write(string name, string to, string subject, string text, CancellationToken stop)
    {
        var mail = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"To: {to}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {clock.GetUtcNow():ddd, dd MMM yyyy HH:mm:ss} +0000\r\n")
            .Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
            .Append(text.ReplaceLineEndings("\r\n")).Append("\r\n");

        await using var file = new FileStream(Path.Combine(_folder, name), WholeFile.Private());
        await file.WriteAsync(Encoding.UTF8.GetBytes(mail.ToString()), stop);
        file.Flush(flushToDisk: name.EndsWith(Waiting, StringComparison.Ordinal));
    }
}

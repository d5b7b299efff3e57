using System.Globalization;
using System.Text;
using Fairload.App.Store;

namespace Fairload.App.Access;

/// <summary>
/// Mail that is to go out, one file each in the data directory's outbox, for the council's own mail system to collect. It never
/// holds case data. Only the program's own user can read the files.
/// </summary>
public sealed class Outbox(DataDirectory data, TimeProvider clock)
{
    /// <returns>The name of the file.</returns>
    public async Task<string> Post(string to, string subject, string text, CancellationToken stop)
    {
        var name = $"{Guid.CreateVersion7():N}.eml";
        var path = Path.Combine(data.Path, "outbox", name);
        var mail = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"To: {to}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {clock.GetUtcNow():ddd, dd MMM yyyy HH:mm:ss} +0000\r\n")
            .Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
            .Append(text.ReplaceLineEndings("\r\n")).Append("\r\n");

        // Written under another name first: whoever collects never finds half a letter.
        var half = path + ".part";
        await using (var file = new FileStream(half, Private()))
            await file.WriteAsync(Encoding.UTF8.GetBytes(mail.ToString()), stop);
        File.Move(half, path);
        return name;
    }

    /// <summary>A file of the data directory that only the program's own user may read.</summary>
    internal static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}

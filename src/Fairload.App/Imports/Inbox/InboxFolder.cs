using System.Globalization;
using System.Security.Cryptography;
using Fairload.App.Store;
using Fairload.Core.Imports;

namespace Fairload.App.Imports.Inbox;

/// <summary>A file as it was seen: one that is the same at the next look has stopped growing.</summary>
public sealed record InboxSeen(string Name, long Length, DateTime WrittenAt);

/// <summary>The folder <c>inbox</c> of the data directory, with <c>done</c> and <c>held</c> below it. Remembers how each file was at the
/// look before; after a restart everything is looked at once more before it is taken.</summary>
public sealed class InboxFolder(DataDirectory data)
{
    private readonly string _folder = Path.Combine(data.Path, "inbox");
    private Dictionary<string, InboxSeen> _before = [];

    /// <summary>Those that have not changed since the look before, in the order of their names.</summary>
    public IReadOnlyList<InboxSeen> Still()
    {
        Directory.CreateDirectory(_folder);
        var now = new DirectoryInfo(_folder).EnumerateFiles().Where(f => !InboxName.IsPassedOver(f.Name))
            .Select(f => new InboxSeen(f.Name, f.Length, f.LastWriteTimeUtc)).ToDictionary(f => f.Name);
        var still = now.Values.Where(f => _before.GetValueOrDefault(f.Name) == f && CanBeHad(f.Name))
            .OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        _before = now;
        return still;
    }

    /// <summary>Null where it is gone, or not the one that was seen any more.</summary>
    public async Task<byte[]?> Read(InboxSeen seen, long most, CancellationToken stop)
    {
        var path = Path.Combine(_folder, seen.Name);
        if (seen.Length > most) return [];
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, stop);
            var after = new FileInfo(path);
            return bytes.Length == seen.Length && after.Length == seen.Length && after.LastWriteTimeUtc == seen.WrittenAt ? bytes : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Moves it below the inbox, with the day before its name and a number where that is taken; returns the name there.</summary>
    public string Keep(string name, string where, DateOnly today)
    {
        var to = Directory.CreateDirectory(Path.Combine(_folder, where)).FullName;
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var number = 1; ; number++)
        {
            var kept = number == 1 ? $"{day} {name}" : $"{day} {number} {name}";
            if (File.Exists(Path.Combine(to, kept))) continue;
            File.Move(Path.Combine(_folder, name), Path.Combine(to, kept));
            _before.Remove(name);
            return $"{where}/{kept}";
        }
    }

    /// <summary>Whoever writes it holds it, where the system lets them.</summary>
    private bool CanBeHad(string name)
    {
        try
        {
            using var file = new FileStream(Path.Combine(_folder, name), FileMode.Open, FileAccess.Read, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

namespace Fairload.App.Store;

/// <summary>A small file of the data directory that is there as a whole or not at all, whenever the program is stopped: it is written
/// beside its place and flushed first. Only the program's own user may read it.</summary>
internal static class WholeFile
{
    /// <summary>The ending of one that was not put in its place.</summary>
    public const string Half = ".new";

    /// <param name="overwrite">Without it, what is there already is a fault.</param>
    public static void Write(string file, ReadOnlySpan<byte> bytes, bool overwrite)
    {
        var place = File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file : file;
        using (var stream = new FileStream(place + Half, Private()))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        // Whoever could read what it replaces can read it too.
        if (File.Exists(place) && !OperatingSystem.IsWindows()) File.SetUnixFileMode(place + Half, File.GetUnixFileMode(place));
        File.Move(place + Half, place, overwrite);
    }

    /// <summary>A file of the data directory that only the program's own user may read.</summary>
    public static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}

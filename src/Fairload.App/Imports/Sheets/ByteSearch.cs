namespace Fairload.App.Imports.Sheets;

/// <summary>Looks for bytes in a stream of any length with one small buffer.</summary>
internal static class ByteSearch
{
    /// <summary>How often the bytes occur from where the stream stands; stops counting at <paramref name="enough"/>.</summary>
    public static int Count(Stream stream, ReadOnlySpan<byte> wanted, int enough)
    {
        var buffer = new byte[1 << 16];
        var (kept, found) = (0, 0);
        while (stream.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
        {
            var window = buffer.AsSpan(0, kept + read);
            var from = 0;
            while (window[from..].IndexOf(wanted) is >= 0 and var at)
            {
                if (++found >= enough) return found;
                from += at + wanted.Length;
            }

            kept = Math.Min(wanted.Length - 1, window.Length - from);
            window[^kept..].CopyTo(buffer);
        }

        return found;
    }
}

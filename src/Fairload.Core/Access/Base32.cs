using System.Text;

namespace Fairload.Core.Access;

/// <summary>Bytes in letters and digits that can be read aloud and typed: no 0, 1, 8 or 9.</summary>
/// <remarks>RFC 4648 section 6, without padding.</remarks>
public static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        int held = 0, bits = 0;
        foreach (var b in bytes)
        {
            held = (held << 8 | b) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Letters[held >> (bits - 5) & 31]);
        }

        if (bits > 0) text.Append(Letters[held << (5 - bits) & 31]);
        return text.ToString();
    }

    /// <summary>In groups of four, for reading: <c>ABCD-EFGH</c>.</summary>
    public static string InGroups(string text, char between) => string.Join(between, text.Chunk(4).Select(c => new string(c)));

    /// <summary>What a person typed, without the gaps, dashes and small letters.</summary>
    public static string Fold(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}

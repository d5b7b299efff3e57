using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fairload.Core.Access;

/// <summary>The six digits of an authenticator app: one code for each thirty seconds.</summary>
/// <remarks>RFC 6238 over RFC 4226, SHA-1, as every authenticator app has it.</remarks>
public static class Totp
{
    public const int SecondsAStep = 30;
    public const int SecretBytes = 20;

    public static long Step(DateTime utc) => (long)Math.Floor((utc - DateTime.UnixEpoch).TotalSeconds / SecondsAStep);

    /// <summary>The code of one step.</summary>
    /// <param name="digits">6 to 8; apps show 6.</param>
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = 6)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // SHA-1 is what RFC 6238 and the apps use; as an HMAC key hash it is not broken.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350 // as above

        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 15)..]) & int.MaxValue;
        var modulo = (int)Math.Pow(10, digits);
        return (number % modulo).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>
    /// The step whose code was typed: this one, the one before or the one after, for clocks that are a little off. Null when it is
    /// none of them or not later than the last step that was used.
    /// </summary>
    public static long? Accept(ReadOnlySpan<byte> secret, string typed, DateTime now, long lastUsedStep)
    {
        var given = Encoding.UTF8.GetBytes(typed);
        var current = Step(now);
        long? accepted = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Code(secret, step)));
            if (same && step > lastUsedStep) accepted ??= step;
        }

        return accepted;
    }

    /// <summary>What the QR code says: <c>otpauth://totp/…</c>.</summary>
    public static string Address(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}" +
        $"?secret={Base32.Write(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}

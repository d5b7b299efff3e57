using System.Security.Cryptography;
using System.Text;
using Fairload.Core.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Fairload.App.Access;

/// <summary>Making random secrets, and keeping no more of them than is needed to know them again.</summary>
internal static class Secrets
{
    /// <summary>256 random bits that are safe in a cookie or an address.</summary>
    public static string NewToken() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>80 random bits that a person can type: <c>ABCD-EFGH-IJKL-MNOP</c>.</summary>
    public static string NewCode() => Base32.InGroups(Base32.Write(RandomNumberGenerator.GetBytes(10)), '-');

    /// <summary>Enough for what is random and long; a password goes through <see cref="PasswordKeeper"/>.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool Same(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(other));
}

/// <summary>Encrypts the secrets of second factors, so that the account table alone opens nothing.</summary>
public sealed class SecretBox(IDataProtectionProvider protection)
{
    private readonly IDataProtector _box = protection.CreateProtector("fairload.second-factor.v1");

    public string Shut(byte[] secret) => Convert.ToBase64String(_box.Protect(secret));

    /// <summary>Null when the keys with which it was shut are lost; then only a recovery code or a reset helps.</summary>
    public byte[]? Open(string? shut)
    {
        try
        {
            return shut is null ? null : _box.Unprotect(Convert.FromBase64String(shut));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Passwords, hashed slowly. Asking about nobody takes as long as asking about somebody.</summary>
public sealed class PasswordKeeper
{
    // OWASP: 210,000 rounds for PBKDF2 with SHA-512, which is the framework's third format.
    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private readonly Lazy<string> _nobodys;

    public PasswordKeeper() => _nobodys = new(() => Hash(Secrets.NewToken()));

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Whether the password is right, and the hash to keep instead when the old one is weaker than today's.</summary>
    public bool IsRight(string? hash, string password, out string? better)
    {
        // Nobody has more characters; a megabyte of them would only keep the processor busy.
        if (password.Length > PasswordRules.Longest) password = "";
        var verdict = _hasher.VerifyHashedPassword(null!, hash ?? _nobodys.Value, password);
        var right = hash is not null && verdict != PasswordVerificationResult.Failed;
        better = right && verdict == PasswordVerificationResult.SuccessRehashNeeded ? Hash(password) : null;
        return right;
    }
}

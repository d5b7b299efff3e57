using Fairload.Core.Workforce;

namespace Fairload.Core.Access;

/// <summary>
/// A person who may sign in. Without a password the person is invited and has not come yet; without a confirmed second factor
/// nothing but setting one up is open to them.
/// </summary>
public sealed class Account
{
    /// <summary>How long a secret that was shown and not confirmed may still be confirmed.</summary>
    public static readonly TimeSpan PendingFactorLasts = TimeSpan.FromMinutes(30);

    private Account() { }

    public Id<Account> Id { get; private init; }

    /// <summary>Trimmed and in small letters: two spellings of one address are one account.</summary>
    public string Email { get; private init; } = "";
    public string Name { get; private init; } = "";

    /// <summary>Who this is on the staff sheet; null for people who are not on it, such as elected members.</summary>
    public Id<Worker>? WorkerId { get; private init; }
    public string? PasswordHash { get; private set; }
    public DateTime? PasswordChangedAt { get; private set; }

    /// <summary>The confirmed secret of the second factor, encrypted.</summary>
    public string? TotpSecret { get; private set; }
    public DateTime? TotpConfirmedAt { get; private set; }

    /// <summary>The last time step whose code was used. A code counts once.</summary>
    public long LastTotpStep { get; private set; }

    /// <summary>A secret that was shown and waits for its first code, encrypted.</summary>
    public string? PendingTotpSecret { get; private set; }
    public DateTime? PendingTotpMadeAt { get; private set; }
    public bool Disabled { get; private set; }
    public DateTime CreatedAt { get; private init; }
    public int Version { get; private set; }

    /// <summary>Refuses an address that is none and a person without a name.</summary>
    public static Result<Account> Open(string? email, string? name, Id<Worker>? worker, DateTime at)
    {
        var address = Normalise(email);
        var called = name?.Trim() ?? "";
        var problems = new List<Problem>();
        if (!IsAddress(address)) problems.Add(new("Email", $"Enter an email address in the correct format, like name@example.gov.uk"));
        if (called.Length is 0 or > 200) problems.Add(new("Name", $"Enter the person's name, in 200 characters or fewer"));
        if (problems.Count > 0) return problems;

        return new Account { Id = Id<Account>.New(), Email = address, Name = called, WorkerId = worker, CreatedAt = at };
    }

    public static string Normalise(string? email) => (email ?? "").Trim().ToLowerInvariant();

    public bool IsDemo => Email.EndsWith(DemoEnding, StringComparison.Ordinal);

    /// <summary>Ready-made people of the made-up council; no mail can ever reach this ending (RFC 2606).</summary>
    public const string DemoEnding = "@demo.invalid";

    public void SetPassword(string hash, DateTime at)
    {
        (PasswordHash, PasswordChangedAt) = (hash, at);
        Version++;
    }

    public void OfferFactor(string protectedSecret, DateTime at)
    {
        (PendingTotpSecret, PendingTotpMadeAt) = (protectedSecret, at);
        Version++;
    }

    public bool HasPendingFactor(DateTime now) => PendingTotpSecret is not null && now < PendingTotpMadeAt + PendingFactorLasts;

    public void ConfirmFactor(long step, DateTime at)
    {
        if (PendingTotpSecret is null) throw new InvalidOperationException("There is no second factor to confirm.");
        (TotpSecret, TotpConfirmedAt, LastTotpStep) = (PendingTotpSecret, at, step);
        (PendingTotpSecret, PendingTotpMadeAt) = (null, null);
        Version++;
    }

    /// <summary>Back to invited: neither password nor second factor.</summary>
    public void Reset(DateTime at)
    {
        (PasswordHash, PasswordChangedAt) = (null, at);
        (TotpSecret, TotpConfirmedAt, PendingTotpSecret, PendingTotpMadeAt) = (null, null, null, null);
        Version++;
    }

    /// <summary>True when something changed.</summary>
    public bool Disable(bool disabled)
    {
        if (Disabled == disabled) return false;
        Disabled = disabled;
        Version++;
        return true;
    }

    private static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length is > 2 and <= 254 && at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"');
    }
}

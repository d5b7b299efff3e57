namespace Fairload.Core.Access;

/// <summary>A code for the day when the telephone is lost. Only its hash lies here; it counts once.</summary>
public sealed class RecoveryCode
{
    /// <summary>So many are made at a time.</summary>
    public const int HowMany = 10;

    private RecoveryCode() { }

    public Id<RecoveryCode> Id { get; private init; }
    public Id<Account> AccountId { get; private init; }
    public string CodeHash { get; private init; } = "";
    public DateTime? UsedAt { get; private init; }

    public static RecoveryCode Keep(Id<Account> account, string hash) =>
        new() { Id = Id<RecoveryCode>.New(), AccountId = account, CodeHash = hash };
}

/// <summary>A link with which an account gets its password. It counts once, and for seven days. Only its hash lies here.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    private Invitation() { }

    public Id<Invitation> Id { get; private init; }
    public Id<Account> AccountId { get; private init; }
    public string TokenHash { get; private init; } = "";
    public DateTime ExpiresAt { get; private init; }
    public DateTime? UsedAt { get; private init; }

    public static Invitation To(Id<Account> account, string tokenHash, DateTime now) =>
        new() { Id = Id<Invitation>.New(), AccountId = account, TokenHash = tokenHash, ExpiresAt = now + Lasts };
}

/// <summary>One try to sign in that was not right (or is not yet known to be right).</summary>
public sealed class SignInFailure
{
    private SignInFailure() { }

    public Id<SignInFailure> Id { get; private init; }

    /// <summary>Hash of the address that was typed, so that unknown addresses are counted like known ones and none is kept.</summary>
    public string Subject { get; private init; } = "";
    public string Place { get; private init; } = "";
    public bool KnownDevice { get; private init; }
    public DateTime At { get; private init; }

    public static SignInFailure Note(string subject, SignInPlace place, DateTime at) =>
        new() { Id = Id<SignInFailure>.New(), Subject = subject, Place = place.Key, KnownDevice = place.IsKnownDevice, At = at };
}

namespace Fairload.Core.Access;

/// <summary>How a session began. A demo session needs no second factor and can begin only in a marked demo.</summary>
public enum SignInWay { Password, Demo }

/// <summary>One browser that is signed in. The cookie holds a random number; only its hash lies here.</summary>
public sealed class Session
{
    /// <summary>Without a request for this long it is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    /// <summary>However busy, it is over after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How often the time of the last request is written down, at most.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private Session() { }

    /// <summary>Names the session on a page; it opens nothing.</summary>
    public Id<Session> Id { get; private init; }
    public string TokenHash { get; private init; } = "";
    public Id<Account> AccountId { get; private init; }
    public SignInWay Way { get; private init; }
    public DateTime CreatedAt { get; private init; }
    public DateTime LastSeenAt { get; private init; }
    public DateTime EndsAt { get; private init; }
    public string UserAgent { get; private init; } = "";
    public string Device { get; private init; } = "";

    public static Session Begin(
        Id<Account> account, string tokenHash, SignInWay way, string userAgent, string device, DateTime now) => new()
        {
            Id = Id<Session>.New(),
            TokenHash = tokenHash,
            AccountId = account,
            Way = way,
            CreatedAt = now,
            LastSeenAt = now,
            EndsAt = now + Longest,
            UserAgent = userAgent.Length > 200 ? userAgent[..200] : userAgent,
            Device = device,
        };

    /// <summary>Over by idleness, by age, or because the password was changed after it began.</summary>
    public bool IsOver(DateTime now, DateTime? passwordChangedAt) =>
        now >= EndsAt || now >= LastSeenAt + Idle || CreatedAt < passwordChangedAt;

    public bool ShouldBeSeen(DateTime now) => now >= LastSeenAt + SeenEvery;
}

using System.Net;
using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fairload.App.Tests.Access;

/// <summary>The desks of access over one database, as one request has them; <see cref="Again"/> is the next request.</summary>
internal sealed class TheDesks : IAsyncDisposable
{
    public const string Password = "otter kettle moss";

    private static readonly IDataProtectionProvider Protection = new EphemeralDataProtectionProvider();
    private static readonly PasswordKeeper Passwords = new();
    private readonly TestStore _store;

    private TheDesks(TestStore store, StoppedClock clock)
    {
        (_store, Clock, Db, Box) = (store, clock, store.Open(), new(Protection));
        Audit = new(Db, clock);
        Sessions = new(Db, clock, Audit);
        SignIn = new(Db, clock, Audit, Sessions, Passwords, Box, NullLogger<SignInDesk>.Instance);
        Factors = new(Db, clock, Audit, Sessions, SignIn, Passwords, Box);
        Invitations = new(Db, clock, Audit, Sessions, Passwords, Box);
        Accounts = new(Db, clock, Audit);
    }

    public StoppedClock Clock { get; }
    public FairloadDb Db { get; }
    public SecretBox Box { get; }
    public AuditTrail Audit { get; }
    public SessionDesk Sessions { get; }
    public SignInDesk SignIn { get; }
    public SecondFactorDesk Factors { get; }
    public InvitationDesk Invitations { get; }
    public AccountDesk Accounts { get; }

    public static async Task<TheDesks> Over(string engine) => new(await Engines.Fresh(engine), StoppedClock.At(2026, 11, 14));

    public TheDesks Again() => new(_store, Clock);

    public static Origin From(string address, KnownDevice? device = null) => new(IPAddress.Parse(address), "Firefox, Windows", device);

    public static Origin AtHome { get; } = From("203.0.113.5");

    /// <summary>An account with a password and a confirmed second factor, and the session in which that was done.</summary>
    public async Task<(Id<Account> Id, NewSession Session)> Somebody(string email, params Grant[] grants)
    {
        var invited =
            await Accounts.Invite(Reader.AtTheMachine, email, "Somebody " + email.Split('@')[0], null, grants.Length > 0 ? grants
            : [new(Role.Director)], default);
        var invitation = Good(invited);
        var first = Good(await Invitations.Accept(invitation.Token, Password, AtHome, default));
        var who = (await Sessions.Find(first.Token, default))!;
        var set = Good(await Factors.Confirm(who, await Code(who.Account, pending: true), AtHome, default));
        Clock.Pass(TimeSpan.FromSeconds(90));
        return (who.Account, set.Session);
    }

    /// <summary>What the person's app shows now.</summary>
    public async Task<string> Code(Id<Account> id, bool pending = false)
    {
        var account = await Db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == id);
        return Totp.Code(Box.Open(pending ? account.PendingTotpSecret : account.TotpSecret)!, Totp.Step(Clock.GetUtcNow().UtcDateTime));
    }

    public Task<List<AuditEntry>> Trail() => Db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();

    public static T Good<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(string.Join("; ", problems));

    public static string Says<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? throw new InvalidOperationException($"Was not refused: {value}")
            : problems[0].Message;

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}

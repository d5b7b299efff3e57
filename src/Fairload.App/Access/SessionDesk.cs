using System.Net;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Access;

/// <summary>Where a request comes from.</summary>
/// <param name="Address">Of the connection itself; never what a header says.</param>
/// <param name="Device">What the known-device cookie says, once its signature has been checked.</param>
public sealed record Origin(IPAddress? Address, string UserAgent, KnownDevice? Device)
{
    internal SignInPlace PlaceFor(Id<Account>? account) =>
        Device is { } device && device.Account == account ? SignInPlace.Device(device.Key) : SignInPlace.Network(Address);
}

/// <summary>A browser on which an account has signed in before.</summary>
public sealed record KnownDevice(Id<Account> Account, string Key);

/// <summary>A session that has just begun. The token goes into the cookie and is kept nowhere.</summary>
public sealed record NewSession(string Token, DateTime EndsAt, KnownDevice Device);

/// <summary>Who is behind a request's cookie, as of this moment.</summary>
/// <param name="NeedsSecondFactor">Nothing is open but setting up the second factor.</param>
public sealed record SignedIn(Id<Session> Session, Id<Account> Account, string Email, Reader Reader, bool NeedsSecondFactor, SignInWay Way);

public sealed record SessionView(Id<Session> Id, DateTime CreatedAt, DateTime LastSeenAt, string UserAgent, bool IsThisOne);

/// <summary>Sessions: beginning, knowing again, ending. Every request asks <see cref="Find"/>, so nothing outlives its end.</summary>
public sealed class SessionDesk(FairloadDb db, TimeProvider clock, AuditTrail audit)
{
    /// <summary>One query: session, account and grants. Null when there is none, it is over, or the account is disabled.</summary>
    public async Task<SignedIn?> Find(string token, CancellationToken stop)
    {
        var hash = Secrets.Hash(token);
        var found = await (
            from session in db.Set<Session>().AsNoTracking()
            where session.TokenHash == hash
            join account in db.Set<Account>().AsNoTracking() on session.AccountId equals account.Id
            select new
            {
                session,
                account,
                LastDay = db.Workers.Where(w => w.Id == account.WorkerId).Select(w => w.EndsOn).FirstOrDefault(),
                Grants = db.Set<AccountGrant>().AsNoTracking().Where(g => g.AccountId == account.Id).ToList(),
            }).SingleOrDefaultAsync(stop);

        var now = clock.GetUtcNow().UtcDateTime;
        if (found is null || found.account.Disabled || found.LastDay < clock.UkToday
            || found.session.IsOver(now, found.account.PasswordChangedAt))
        {
            return null;
        }

        if (found.session.ShouldBeSeen(now)) await Seen(found.session.Id, now, stop);
        var a = found.account;
        var reader = new Reader(a.Name, a.WorkerId, [.. found.Grants.Select(g => g.AsGrant())], a.Id);
        var needsFactor = found.session.Way == SignInWay.Password && a.TotpConfirmedAt is null;
        return new(found.session.Id, a.Id, a.Email, reader, needsFactor, found.session.Way);
    }

    public async Task<IReadOnlyList<SessionView>> OwnSessions(SignedIn who, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = await db.Set<Account>().Where(a => a.Id == who.Account).Select(a => a.PasswordChangedAt).SingleAsync(stop);
        var sessions = await db.Set<Session>().AsNoTracking().Where(s => s.AccountId == who.Account).ToListAsync(stop);
        return
        [
            .. sessions.Where(s => !s.IsOver(now, changed)).OrderByDescending(s => s.LastSeenAt)
                .Select(s => new SessionView(s.Id, s.CreatedAt, s.LastSeenAt, s.UserAgent, s.Id == who.Session)),
        ];
    }

    public Task SignOut(SignedIn who, CancellationToken stop) =>
        db.Change(
            async () =>
            {
                await db.Set<Session>().Where(s => s.Id == who.Session).ExecuteDeleteAsync(stop);
                await audit.Note(who.Reader, AuditAction.SignedOut, "account", who.Account.ToString(), stop);
                return default(Done);
            },
            stop);

    /// <summary>Ends one of the person's own sessions; another person's is not found.</summary>
    public Task<int> EndOwn(SignedIn who, Id<Session> session, CancellationToken stop) =>
        End(who.Reader, who.Account, s => s.Where(x => x.Id == session), stop);

    public Task<int> EndAllOthers(SignedIn who, CancellationToken stop) =>
        End(who.Reader, who.Account, s => s.Where(x => x.Id != who.Session), stop);

    /// <summary>Ends every session of an account; for whoever manages accounts.</summary>
    public Task<int> EndAll(Reader reader, Id<Account> account, CancellationToken stop) => End(reader, account, s => s, stop);

    /// <summary>A demo session, without password or second factor. Null without the demo's mark, or for any other account.</summary>
    public async Task<NewSession?> BeginDemo(Id<Account> id, Origin from, CancellationToken stop)
    {
        if (await DemoMark.Read(db, stop) is null) return null;
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && !a.Disabled, stop);
        return account is { IsDemo: true } ? await db.Change(() => Begin(account, SignInWay.Demo, from, stop), stop) : null;
    }

    /// <summary>Inside a change: a session with a new number, and sessions long over swept away.</summary>
    internal async Task<NewSession> Begin(Account account, SignInWay way, Origin from, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var idleSince = now - Session.Idle;
        await db.Set<Session>().Where(s => s.EndsAt < now || s.LastSeenAt < idleSince).ExecuteDeleteAsync(stop);

        var token = Secrets.NewToken();
        var device = from.Device?.Account == account.Id ? from.Device : new KnownDevice(account.Id, Secrets.NewToken());
        var session = Session.Begin(account.Id, Secrets.Hash(token), way, from.UserAgent, device.Key, now);
        db.Add(session);
        await audit.NoteOf(account, AuditAction.SignedIn, "account", account.Id.ToString(), way == SignInWay.Demo ? "demo" : "", stop);
        return new(token, session.EndsAt, device);
    }

    private Task<int> End(Reader by, Id<Account> account, Func<IQueryable<Session>, IQueryable<Session>> which, CancellationToken stop) =>
        db.Change(
            async () =>
            {
                var ended = await which(db.Set<Session>().Where(s => s.AccountId == account)).ExecuteDeleteAsync(stop);
                if (ended > 0) await audit.Note(by, AuditAction.SessionsEnded, "account", account.ToString(), $"{ended}", stop);
                return ended;
            },
            stop);

    private Task<int> Seen(Id<Session> id, DateTime now, CancellationToken stop) =>
        db.Change(
            () => db.Set<Session>().Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), stop),
            stop);
}

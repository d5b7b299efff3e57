using System.Security.Cryptography;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Access;

/// <summary>Whom an invitation is for, so that the person sees it before choosing a password.</summary>
public sealed record Invited(string Name, string Email);

/// <summary>Taking up an invitation, and the very first account.</summary>
public sealed class InvitationDesk(
    FairloadDb db, TimeProvider clock, AuditTrail audit, SessionDesk sessions, PasswordKeeper passwords, SecretBox box)
{
    private const string SetupCode = "setup-code";

    /// <summary>Null when the link is used, too old, withdrawn or none of ours: all look the same.</summary>
    public async Task<Invited?> Open(string? token, CancellationToken stop)
    {
        var (hash, now) = (Secrets.Hash(token ?? ""), clock.GetUtcNow().UtcDateTime);
        return await (
            from invitation in db.Set<Invitation>()
            where invitation.TokenHash == hash && invitation.UsedAt == null && now < invitation.ExpiresAt
            join account in db.Set<Account>() on invitation.AccountId equals account.Id
            where !account.Disabled
            select new Invited(account.Name, account.Email)).SingleOrDefaultAsync(stop);
    }

    /// <summary>Sets the password and signs the person in as far as the second factor.</summary>
    public async Task<Result<NewSession>> Accept(string? token, string? password, Origin from, CancellationToken stop)
    {
        if (await Open(token, stop) is not { } invited) return Over();
        var wrong = PasswordRules.Check(password, invited.Email, invited.Name);
        if (wrong.Count > 0) return wrong.ToList();

        var (hash, secret) = (passwords.Hash(password!), NewSecret());
        return await db.Change<Result<NewSession>>(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var (tokenHash, now) = (Secrets.Hash(token!), clock.GetUtcNow().UtcDateTime);
                var used = await db.Set<Invitation>().Where(i => i.TokenHash == tokenHash && i.UsedAt == null && now < i.ExpiresAt)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), stop);
                if (used == 0) return Over();

                var account = await (
                    from invitation in db.Set<Invitation>()
                    where invitation.TokenHash == tokenHash
                    join a in db.Set<Account>() on invitation.AccountId equals a.Id
                    select a).SingleAsync(stop);
                account.SetPassword(hash, now);
                account.OfferFactor(secret, now);
                await audit.NoteOf(account, AuditAction.PasswordChanged, "account", account.Id.ToString(), "invitation", stop);
                return await sessions.Begin(account, SignInWay.Password, from, stop);
            },
            stop);
    }

    /// <summary>True until the first account exists. A demo has its people from the start.</summary>
    public async Task<bool> IsFirstRun(CancellationToken stop) =>
        !await db.Set<Account>().AnyAsync(stop) && await DemoMark.Read(db, stop) is null;

    /// <summary>A new code for the first run; the one before counts no more.</summary>
    public async Task<string> NewSetupCode(CancellationToken stop)
    {
        var code = Secrets.NewCode();
        await db.Change(
            async () =>
            {
                await Settings.Put(db, SetupCode, Secrets.Hash(Base32.Fold(code)), stop);
                return default(Done);
            },
            stop);
        return code;
    }

    /// <summary>Makes the first administrator. Works once: two at the same time are one and a refusal.</summary>
    public async Task<Result<NewSession>> SetUp(
        string? code, string? email, string? name, string? password, Origin from, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var kept = await Settings.Get(db, SetupCode, stop);
        if (kept is null || !Secrets.Same(kept, Secrets.Hash(Base32.Fold(code))))
            problems.Add(new("SetupCode", $"The set-up code is not right. It is printed when the program starts, and the last one counts"));
        var opened = Account.Open(email, name, null, clock.GetUtcNow().UtcDateTime);
        if (!opened.Try(out var account, out var wrong)) problems.AddRange(wrong);
        problems.AddRange(PasswordRules.Check(password, Account.Normalise(email), name ?? ""));
        if (problems.Count > 0 || account is null) return problems;

        var (hash, secret) = (passwords.Hash(password!), NewSecret());
        return await db.Change<Result<NewSession>>(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                if (await db.Set<Account>().AnyAsync(stop))
                    return new Problem("", $"Somebody has already set this up. Ask them to invite you");

                account.SetPassword(hash, account.CreatedAt);
                account.OfferFactor(secret, account.CreatedAt);
                db.Add(account);
                await db.SaveChangesAsync(stop);
                db.Add(AccountGrant.Give(account.Id, new Grant(Role.Administrator)));
                await Settings.Remove(db, SetupCode, stop);
                await audit.NoteOf(account, AuditAction.GrantGiven, "account", account.Id.ToString(), nameof(Role.Administrator), stop);
                return await sessions.Begin(account, SignInWay.Password, from, stop);
            },
            stop);
    }

    private string NewSecret() => box.Shut(RandomNumberGenerator.GetBytes(Totp.SecretBytes));

    private static Problem Over() => new("", $"This link has been used or has run out. Ask whoever invited you for a new one");
}

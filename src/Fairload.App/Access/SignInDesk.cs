using Fairload.App.Audit;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Fairload.App.Access;

/// <summary>The password was right. What the second step needs to know, kept encrypted in a short-lived cookie.</summary>
/// <param name="PasswordChangedAt">A change of password in between makes this worthless.</param>
/// <param name="HasSecondFactor">False on the very first day, and after a reset.</param>
public sealed record PasswordRight(Id<Account> Account, DateTime PasswordChangedAt, bool HasSecondFactor);

/// <summary>
/// Signing in: password, then code. A try is counted before it is looked at, so that a hundred tries at once are a hundred tries.
/// Unknown address, wrong password and disabled account give the same sentence after the same time.
/// </summary>
public sealed partial class SignInDesk(
    FairloadDb db, TimeProvider clock, AuditTrail audit, SessionDesk sessions, PasswordKeeper passwords, SecretBox box,
    ILogger<SignInDesk> log)
{
    public async Task<Result<PasswordRight>> TryPassword(string? email, string? password, Origin from, CancellationToken stop)
    {
        var address = Account.Normalise(email);
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Email == address, stop);
        var place = from.PlaceFor(account?.Id);
        var counted = await Count(address, place, stop);
        if (!counted.Try(out var attempt, out var wait)) return wait.ToList();

        var right = passwords.IsRight(account?.PasswordHash, password ?? "", out var better);
        if (!right || account is not { Disabled: false, PasswordChangedAt: { } changed } || await HasLeft(account, stop))
        {
            await Refused(account, place, "password", stop);
            return new Problem("Password", $"The email address or the password is not right. Check both and try again");
        }

        await db.Change(
            async () =>
            {
                await db.Set<SignInFailure>().Where(f => f.Id == attempt.Id).ExecuteDeleteAsync(stop);
                if (better is not null) await Rehash(account.Id, account.PasswordHash!, better, stop);
                return default(Done);
            },
            stop);
        return new PasswordRight(account.Id, changed, account.TotpConfirmedAt is not null);
    }

    /// <summary>The staff sheet shows the last day: the account ends with it.</summary>
    private async Task<bool> HasLeft(Account account, CancellationToken stop)
    {
        var today = clock.UkToday;
        return account.WorkerId is { } id && await db.Workers.AnyAsync(w => w.Id == id && w.EndsOn < today, stop);
    }

    /// <summary>For an account that has no second factor yet: a session in which only setting one up is open.</summary>
    public async Task<NewSession?> BeginWithoutCode(PasswordRight step, Origin from, CancellationToken stop)
    {
        var offered = box.Shut(System.Security.Cryptography.RandomNumberGenerator.GetBytes(Totp.SecretBytes));
        return await db.Change<NewSession?>(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var account = await StillRight(step, stop);
                if (account is not { TotpConfirmedAt: null }) return null;
                account.OfferFactor(offered, clock.GetUtcNow().UtcDateTime);
                return await sessions.Begin(account, SignInWay.Password, from, stop);
            },
            stop);
    }

    /// <summary>The code of the app, or one of the recovery codes.</summary>
    public async Task<Result<NewSession>> TryCode(PasswordRight step, string? code, Origin from, CancellationToken stop)
    {
        if (await StillRight(step, stop) is not { TotpConfirmedAt: not null } account)
            return new Problem("Code", $"Your sign-in has run out. Start again with your email address and password");

        var place = from.PlaceFor(account.Id);
        var counted = await Count(account.Email, place, stop);
        if (!counted.Try(out _, out var wait)) return wait.ToList();

        var typed = Base32.Fold(code);
        var secret = box.Open(account.TotpSecret);
        if (secret is null) SecretUnreadable(account.Id);
        var begun = await db.Change<NewSession?>(
            async () =>
            {
                if (!await UseTotp(account, secret, typed, stop) && !await UseRecoveryCode(account, typed, stop)) return null;
                var subject = Secrets.Hash(account.Email);
                await db.Set<SignInFailure>().Where(f => f.Subject == subject && f.Place == place.Key).ExecuteDeleteAsync(stop);
                return await sessions.Begin(account, SignInWay.Password, from, stop);
            },
            stop);
        if (begun is not null) return begun;

        await Refused(account, place, "code", stop);
        return new Problem("Code", $"The code is not right, or it has been used. Wait for the next one and enter that");
    }

    /// <summary>Whether the password is the person's own, for what asks for it again. Counted like a try to sign in.</summary>
    public async Task<Result<Done>> ConfirmPassword(SignedIn who, string? password, Origin from, CancellationToken stop)
    {
        var place = from.PlaceFor(who.Account);
        var counted = await Count(who.Email, place, stop);
        if (!counted.Try(out var attempt, out var wait)) return wait.ToList();

        var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == who.Account, stop);
        if (!passwords.IsRight(account.PasswordHash, password ?? "", out _))
        {
            await Refused(account, place, "password again", stop);
            return new Problem("CurrentPassword", $"Your current password is not right. Enter it again");
        }

        await db.Change(() => db.Set<SignInFailure>().Where(f => f.Id == attempt.Id).ExecuteDeleteAsync(stop), stop);
        return default(Done);
    }

    /// <summary>Counts this try, or says how long to wait. The wait is the same for an address that nobody has.</summary>
    private async Task<Result<SignInFailure>> Count(string email, SignInPlace place, CancellationToken stop)
    {
        var subject = Secrets.Hash(email);
        return await db.Change<Result<SignInFailure>>(
            async () =>
            {
                await OneAtATime.Wait(db, "sign-in " + subject, stop);
                var now = clock.GetUtcNow().UtcDateTime;
                var oldest = now - SignInDelay.Remembered;
                await db.Set<SignInFailure>().Where(f => f.At < oldest).ExecuteDeleteAsync(stop);

                var failures = await db.Set<SignInFailure>().AsNoTracking().Where(f => f.Subject == subject).ToListAsync(stop);
                var here = failures.Where(f => f.Place == place.Key).Select(f => f.At).ToList();
                var unknown = failures.Where(f => !f.KnownDevice).Select(f => f.At).ToList();
                if (SignInDelay.BlockedUntil(here, unknown, place.IsKnownDevice, now) is { } until)
                {
                    var minutes = (int)Math.Ceiling((until - now).TotalMinutes);
                    return new Problem("", $"There were too many tries. Wait {minutes} minutes, then try again");
                }

                var attempt = SignInFailure.Note(subject, place, now);
                db.Add(attempt);
                return attempt;
            },
            stop);
    }

    private Task<Account?> StillRight(PasswordRight step, CancellationToken stop) =>
        db.Set<Account>().SingleOrDefaultAsync(
            a => a.Id == step.Account && !a.Disabled && a.PasswordChangedAt == step.PasswordChangedAt, stop);

    /// <summary>The database decides who was first, so a code that is sent twice at once still counts once.</summary>
    private async Task<bool> UseTotp(Account account, byte[]? secret, string typed, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (secret is null || Totp.Accept(secret, typed, now, account.LastTotpStep) is not { } step) return false;
        return await db.Set<Account>().Where(a => a.Id == account.Id && a.LastTotpStep < step && a.TotpSecret == account.TotpSecret)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastTotpStep, step), stop) == 1;
    }

    private async Task<bool> UseRecoveryCode(Account account, string typed, CancellationToken stop)
    {
        var (hash, now) = (SecondFactorDesk.HashOfRecoveryCode(account.Id, typed), clock.GetUtcNow().UtcDateTime);
        return await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id && c.CodeHash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), stop) == 1;
    }

    private Task<int> Rehash(Id<Account> id, string old, string better, CancellationToken stop) =>
        db.Set<Account>().Where(a => a.Id == id && a.PasswordHash == old)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, better), stop);

    private async Task Refused(Account? account, SignInPlace place, string what, CancellationToken stop)
    {
        WrongTry(account?.Id.ToString() ?? "unknown", what, place.Key);
        await audit.NoteOfNobody(AuditAction.SignInRefused, "account", account?.Id.ToString() ?? "unknown", what, stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused for account {Account}: wrong {What} from {Place}")]
    private partial void WrongTry(string account, string what, string place);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The second factor of account {Account} can not be decrypted: the keys are not those it was encrypted with")]
    private partial void SecretUnreadable(Id<Account> account);
}

using System.Security.Cryptography;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Access;

/// <summary>A secret that waits for its first code: as text, and as what the QR code says.</summary>
public sealed record FactorOffer(string Secret, string Address);

/// <summary>The second factor is in place. The codes are shown once; the session has a new number.</summary>
public sealed record FactorSet(IReadOnlyList<string> RecoveryCodes, NewSession Session);

/// <summary>Setting up and renewing the second factor and its recovery codes, and changing the password.</summary>
public sealed class SecondFactorDesk(
    FairloadDb db, TimeProvider clock, AuditTrail audit, SessionDesk sessions, SignInDesk signIn, PasswordKeeper passwords, SecretBox box)
{
    /// <summary>What waits to be confirmed; null when nothing does, or it waited longer than half an hour.</summary>
    public async Task<FactorOffer?> Pending(SignedIn who, CancellationToken stop)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == who.Account, stop);
        if (!account.HasPendingFactor(clock.GetUtcNow().UtcDateTime) || box.Open(account.PendingTotpSecret) is not { } secret) return null;
        return new(Base32.InGroups(Base32.Write(secret), ' '), Totp.Address("Fairload", account.Email, secret));
    }

    /// <summary>Makes a new secret to confirm. The old one, if any, stays good until then; replacing it wants the password.</summary>
    public async Task<Result<Done>> Offer(SignedIn who, string? password, Origin from, CancellationToken stop)
    {
        if (!who.NeedsSecondFactor)
        {
            var confirmed = await signIn.ConfirmPassword(who, password, from, stop);
            if (!confirmed.Try(out _, out _)) return confirmed;
        }

        var secret = box.Shut(RandomNumberGenerator.GetBytes(Totp.SecretBytes));
        return await db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var account = await db.Set<Account>().SingleAsync(a => a.Id == who.Account, stop);
                account.OfferFactor(secret, clock.GetUtcNow().UtcDateTime);
                return default(Done);
            },
            stop);
    }

    public async Task<Result<FactorSet>> Confirm(SignedIn who, string? code, Origin from, CancellationToken stop)
    {
        var codes = NewCodes();
        return await db.Change<Result<FactorSet>>(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var now = clock.GetUtcNow().UtcDateTime;
                var account = await db.Set<Account>().SingleAsync(a => a.Id == who.Account, stop);
                if (!account.HasPendingFactor(now) || box.Open(account.PendingTotpSecret) is not { } secret)
                    return new Problem("Code", $"The key has run out. Start again to get a new one");
                if (Totp.Accept(secret, Base32.Fold(code), now, 0) is not { } step)
                    return new Problem("Code", $"The code is not right. Enter the six digits shown now, and check the clock of the device");

                account.ConfirmFactor(step, now);
                await Keep(account, codes, stop);
                await db.Set<Session>().Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(stop);
                await audit.Note(who.Reader, AuditAction.SecondFactorChanged, "account", account.Id.ToString(), stop);
                return new FactorSet(codes, await sessions.Begin(account, SignInWay.Password, from, stop));
            },
            stop);
    }

    /// <summary>Ten new codes; the old ones count no more.</summary>
    public async Task<Result<IReadOnlyList<string>>> RenewCodes(SignedIn who, string? password, Origin from, CancellationToken stop)
    {
        var confirmed = await signIn.ConfirmPassword(who, password, from, stop);
        if (!confirmed.Try(out _, out var problems)) return problems.ToList();

        var codes = NewCodes();
        await db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var account = await db.Set<Account>().SingleAsync(a => a.Id == who.Account, stop);
                await Keep(account, codes, stop);
                await audit.Note(who.Reader, AuditAction.SecondFactorChanged, "account", account.Id.ToString(), "recovery codes", stop);
                return default(Done);
            },
            stop);
        return codes;
    }

    public Task<int> CodesLeft(SignedIn who, CancellationToken stop) =>
        db.Set<RecoveryCode>().CountAsync(c => c.AccountId == who.Account && c.UsedAt == null, stop);

    /// <summary>Ends every session, this one too; the person goes on in a new one.</summary>
    public async Task<Result<NewSession>> ChangePassword(SignedIn who, string? current, string? wanted, Origin from, CancellationToken stop)
    {
        var wrong = PasswordRules.Check(wanted, who.Email, who.Reader.Name);
        if (wrong.Count > 0) return wrong.ToList();
        var confirmed = await signIn.ConfirmPassword(who, current, from, stop);
        if (!confirmed.Try(out _, out var problems)) return problems.ToList();

        var hash = passwords.Hash(wanted!);
        return await db.Change<Result<NewSession>>(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var account = await db.Set<Account>().SingleAsync(a => a.Id == who.Account, stop);
                account.SetPassword(hash, clock.GetUtcNow().UtcDateTime);
                await db.Set<Session>().Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(stop);
                await audit.Note(who.Reader, AuditAction.PasswordChanged, "account", account.Id.ToString(), stop);
                return await sessions.Begin(account, SignInWay.Password, from, stop);
            },
            stop);
    }

    internal static string HashOfRecoveryCode(Id<Account> account, string folded) => Secrets.Hash($"{account}:{folded}");

    private static List<string> NewCodes() => [.. Enumerable.Range(0, RecoveryCode.HowMany).Select(_ => Secrets.NewCode())];

    private async Task Keep(Account account, List<string> codes, CancellationToken stop)
    {
        await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(stop);
        db.AddRange(codes.Select(c => RecoveryCode.Keep(account.Id, HashOfRecoveryCode(account.Id, Base32.Fold(c)))));
    }
}

using System.Globalization;
using System.Text;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Access;

public sealed record AccountView(Id<Account> Id, string Name, string Email, AccountState State, IReadOnlyList<GrantView> Grants);

public enum AccountState { Invited, WithoutSecondFactor, InUse, Demo, Disabled }

/// <param name="Where">The team or service by name; null for the whole council.</param>
public sealed record GrantView(Id<AccountGrant> Id, Role Role, string? Where);

public sealed record AccountDetail(AccountView Account, string? StaffNumber, int Sessions, bool HasInvitation);

/// <summary>An invitation that has just been made. The token is kept nowhere else.</summary>
public sealed record NewInvitation(Id<Account> Account, string Email, string Name, string Token, DateTime ExpiresAt);

/// <summary>What an invitation form or a grant form can choose from.</summary>
public sealed record Places(IReadOnlyList<PlaceChoice> Teams, IReadOnlyList<string> Services);

public sealed record PlaceChoice(Id<Team> Id, string Name);

/// <summary>Who has an account and which roles. There is always an administrator who can sign in.</summary>
public sealed class AccountDesk(FairloadDb db, TimeProvider clock, AuditTrail audit)
{
    /// <summary>In name order.</summary>
    public async Task<IReadOnlyList<AccountView>> List(CancellationToken stop)
    {
        var accounts = await db.Set<Account>().AsNoTracking().ToListAsync(stop);
        return await Views([.. accounts], stop);
    }

    public async Task<AccountDetail?> Find(Id<Account> id, CancellationToken stop)
    {
        if (await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop) is not { } account) return null;

        var now = clock.GetUtcNow().UtcDateTime;
        var view = (await Views([account], stop))[0];
        var number = account.WorkerId is { } worker
            ? await db.Workers.Where(w => w.Id == worker).Select(w => w.StaffNumber).SingleAsync(stop)
            : null;
        var sessions = await db.Set<Session>().AsNoTracking().Where(s => s.AccountId == id).ToListAsync(stop);
        var invited = await db.Set<Invitation>().AnyAsync(i => i.AccountId == id && i.UsedAt == null && now < i.ExpiresAt, stop);
        return new(view, number, sessions.Count(s => !s.IsOver(now, account.PasswordChangedAt)), invited);
    }

    public async Task<Places> Places(CancellationToken stop)
    {
        var today = clock.UkToday;
        var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
        var open = teams.Where(t => t.Exists(today)).OrderBy(t => t.Name, StringComparer.CurrentCulture).ToList();
        return new(
            [.. open.Select(t => new PlaceChoice(t.Id, t.Name))],
            [.. open.Select(t => t.Service).Distinct().Order(StringComparer.CurrentCulture)]);
    }

    /// <param name="staffNumber">Who this is on the staff sheet; empty for somebody who is not on it.</param>
    public async Task<Result<NewInvitation>> Invite(
        Reader by, string? email, string? name, string? staffNumber, IReadOnlyList<Grant> grants, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var number = staffNumber?.Trim() ?? "";
        var worker = number.Length == 0 ? null : await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.StaffNumber == number, stop);
        if (number.Length > 0 && worker is null) problems.Add(new("StaffNumber", $"No one on the staff sheet has the number {number}"));
        var opened = Account.Open(email, name, worker?.Id, clock.GetUtcNow().UtcDateTime);
        if (!opened.Try(out var account, out var wrong)) problems.AddRange(wrong);
        if (account is { IsDemo: true }) problems.Add(new("Email", $"No mail can reach an address that ends in {Account.DemoEnding}"));
        if (grants.Count == 0) problems.Add(new("Role", $"Choose a role"));
        problems.AddRange(await Unknown(grants, stop));
        if (problems.Count > 0 || account is null) return problems;

        return await db.Change<Result<NewInvitation>>(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                if (await db.Set<Account>().AnyAsync(a => a.Email == account.Email, stop))
                    return new Problem("Email", $"There is already an account with the address {account.Email}");

                db.Add(account);
                await db.SaveChangesAsync(stop);
                await audit.Note(by, AuditAction.AccountInvited, "account", account.Id.ToString(), stop);
                foreach (var grant in grants) await Add(by, account.Id, grant, stop);
                return Invitation(account);
            },
            stop);
    }

    /// <summary>A new link for somebody who has not come yet; the one before counts no more. Null once there is a password.</summary>
    public Task<NewInvitation?> InviteAgain(Reader by, Id<Account> id, CancellationToken stop) =>
        db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var account = await db.Set<Account>()
                    .SingleOrDefaultAsync(a => a.Id == id && a.PasswordHash == null && !a.Disabled, stop);
                if (account is null or { IsDemo: true }) return null;
                await Withdraw(id, stop);
                await audit.Note(by, AuditAction.AccountInvited, "account", id.ToString(), "again", stop);
                return Invitation(account);
            },
            stop);

    /// <summary>Takes password and second factor away, ends every session and makes a new link. Null when there is no such
    /// account.</summary>
    public Task<NewInvitation?> Reset(Reader by, string email, CancellationToken stop) =>
        db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var address = Account.Normalise(email);
                var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.Email == address, stop);
                if (account is null or { IsDemo: true }) return null;
                account.Reset(clock.GetUtcNow().UtcDateTime);
                if (account.Disable(false)) await audit.Note(by, AuditAction.AccountEnabled, "account", account.Id.ToString(), stop);
                await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(stop);
                await db.Set<Session>().Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(stop);
                await Withdraw(account.Id, stop);
                await audit.Note(by, AuditAction.AccountReset, "account", account.Id.ToString(), stop);
                return Invitation(account);
            },
            stop);

    public async Task<Result<Done>> Give(Reader by, Id<Account> id, Grant grant, CancellationToken stop)
    {
        var unknown = await Unknown([grant], stop);
        if (unknown.Count > 0) return unknown;

        return await db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var held = await db.Set<AccountGrant>().AnyAsync(
                    g => g.AccountId == id && g.Role == grant.Role && g.TeamId == grant.Team && g.Service == grant.Service, stop);
                if (held) return new Problem("Role", $"This person already holds that role there");
                await Add(by, id, grant, stop);
                return default(Done);
            },
            stop);
    }

    public Task<Result<Done>> Take(Reader by, Id<Account> id, Id<AccountGrant> grantId, CancellationToken stop) =>
        db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var grant = await db.Set<AccountGrant>().SingleOrDefaultAsync(g => g.Id == grantId && g.AccountId == id, stop);
                if (grant is null) return default(Done);
                if (grant.Role == Role.Administrator && !await AnotherAdministrator(id, stop)) return LastOne();

                db.Remove(grant);
                await audit.Note(by, AuditAction.GrantTaken, "account", id.ToString(), InWords(grant.AsGrant()), stop);
                return default(Done);
            },
            stop);

    /// <summary>A disabled account's sessions end at once and its password opens nothing.</summary>
    public Task<Result<Done>> Disable(Reader by, Id<Account> id, bool disabled, CancellationToken stop) =>
        db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, "accounts", stop);
                var account = await db.Set<Account>().SingleAsync(a => a.Id == id, stop);
                var isAdministrator = await db.Set<AccountGrant>().AnyAsync(g => g.AccountId == id && g.Role == Role.Administrator, stop);
                if (disabled && !account.Disabled && isAdministrator && !await AnotherAdministrator(id, stop)) return LastOne();
                if (!account.Disable(disabled)) return default(Done);

                await db.Set<Session>().Where(s => s.AccountId == id).ExecuteDeleteAsync(stop);
                if (disabled) await Withdraw(id, stop);
                await audit.Note(by, disabled ? AuditAction.AccountDisabled : AuditAction.AccountEnabled, "account", id.ToString(), stop);
                return default(Done);
            },
            stop);

    /// <summary>
    /// A ready-made person of a demo. Has neither password nor second factor, so it can sign in only under the demo's mark.
    /// May be called inside a larger change.
    /// </summary>
    public async Task<Account> AddDemoAccount(string name, Id<Worker>? worker, IReadOnlyList<Grant> grants, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null) return await db.Change(() => AddDemoAccount(name, worker, grants, stop), stop);

        var stem = Stem(name);
        var address = stem + Account.DemoEnding;
        for (var n = 2; await IsTaken(address, stop); n++) address = $"{stem}.{n}{Account.DemoEnding}";
        var opened = Account.Open(address, name, worker, clock.GetUtcNow().UtcDateTime);
        if (!opened.Try(out var account, out var problems)) throw new ArgumentException(problems[0].Message, nameof(name));

        db.Add(account);
        await db.SaveChangesAsync(stop);
        db.AddRange(grants.Select(g => AccountGrant.Give(account.Id, g)));
        await db.SaveChangesAsync(stop);
        return account;
    }

    /// <summary>Whom one may be in a demo, in name order; null where there is no demo.</summary>
    public async Task<IReadOnlyList<AccountView>?> DemoPeople(CancellationToken stop)
    {
        if (await DemoMark.Read(db, stop) is null) return null;
        var people = await db.Set<Account>().AsNoTracking()
            .Where(a => a.Email.EndsWith(Account.DemoEnding) && !a.Disabled).ToListAsync(stop);
        return await Views(people, stop);
    }

    public async Task<bool> IsDemo(CancellationToken stop) => await DemoMark.Read(db, stop) is not null;

    private Task<bool> IsTaken(string address, CancellationToken stop) => db.Set<Account>().AnyAsync(a => a.Email == address, stop);

    private async Task<IReadOnlyList<AccountView>> Views(List<Account> accounts, CancellationToken stop)
    {
        var ids = accounts.Select(a => a.Id).ToList();
        var held = await db.Set<AccountGrant>().AsNoTracking().Where(g => ids.Contains(g.AccountId)).ToListAsync(stop);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, stop);
        var grants = held.ToLookup(g => g.AccountId, g => new GrantView(g.Id, g.Role, g.TeamId is { } team ? teams[team] : g.Service));
        return
        [
            .. accounts.OrderBy(a => a.Name, StringComparer.CurrentCulture).ThenBy(a => a.Email, StringComparer.Ordinal)
                .Select(a => new AccountView(a.Id, a.Name, a.Email, StateOf(a),
                    [.. grants[a.Id].OrderBy(g => g.Role).ThenBy(g => g.Where, StringComparer.CurrentCulture)])),
        ];
    }

    private static AccountState StateOf(Account a) =>
        a.Disabled ? AccountState.Disabled
        : a.IsDemo ? AccountState.Demo
        : a.PasswordHash is null ? AccountState.Invited
        : a.TotpConfirmedAt is null ? AccountState.WithoutSecondFactor
        : AccountState.InUse;

    private async Task<List<Problem>> Unknown(IReadOnlyList<Grant> grants, CancellationToken stop)
    {
        var problems = new List<Problem>();
        foreach (var grant in grants)
        {
            if (grant.Team is { } team && !await db.Teams.AnyAsync(t => t.Id == team, stop))
                problems.Add(new("Team", $"Choose a team from the list"));
            if (grant.Service is { } service && !await db.Teams.AnyAsync(t => t.Service == service, stop))
                problems.Add(new("Service", $"Choose a service from the list"));
        }

        return problems;
    }

    /// <summary>Somebody else who is an administrator and can sign in today. Whoever was only invited does not count.</summary>
    private Task<bool> AnotherAdministrator(Id<Account> than, CancellationToken stop) =>
        db.Set<AccountGrant>().Where(g => g.Role == Role.Administrator && g.AccountId != than).AnyAsync(
            g => db.Set<Account>().Any(a => a.Id == g.AccountId && !a.Disabled
                && (a.TotpConfirmedAt != null || a.Email.EndsWith(Account.DemoEnding))),
            stop);

    private static Problem LastOne() =>
        new("", $"This is the last administrator who can sign in. Make somebody else an administrator first");

    private Task Add(Reader by, Id<Account> id, Grant grant, CancellationToken stop)
    {
        db.Add(AccountGrant.Give(id, grant));
        return audit.Note(by, AuditAction.GrantGiven, "account", id.ToString(), InWords(grant), stop);
    }

    private static string InWords(Grant grant) =>
        grant.Team is { } team ? $"{grant.Role} team {team}"
        : grant.Service is { } service ? $"{grant.Role} service {service}"
        : $"{grant.Role}";

    private Task<int> Withdraw(Id<Account> id, CancellationToken stop) =>
        db.Set<Invitation>().Where(i => i.AccountId == id && i.UsedAt == null).ExecuteDeleteAsync(stop);

    private NewInvitation Invitation(Account account)
    {
        var token = Secrets.NewToken();
        var invitation = Core.Access.Invitation.To(account.Id, Secrets.Hash(token), clock.GetUtcNow().UtcDateTime);
        db.Add(invitation);
        return new(account.Id, account.Email, account.Name, token, invitation.ExpiresAt);
    }

    private static string Stem(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        var words = string.Concat(plain.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "somebody" : string.Join('.', words);
    }
}

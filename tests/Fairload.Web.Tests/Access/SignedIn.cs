using System.Security.Cryptography;
using System.Text;
using Fairload.App;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Access;

/// <summary>A browser in which a person with a role is signed in: a real account, grant and session, without the forms.</summary>
internal static class SignedIn
{
    public const string Name = "Grace Adeyemi";

    /// <param name="team">For whom the role is held; with neither team nor service, for the whole council.</param>
    /// <param name="worker">Who the person is on the staff sheet.</param>
    public static async Task<HttpClient> As(TheSite site, Role role, Id<Team>? team = null, string? service = null, Id<Worker>? worker =
        null) =>
        (await With(site, [new(role, team, service)], worker)).Client;

    public static async Task<(HttpClient Client, Id<Account> Account, Id<Session> Session)> With(
        TheSite site, IReadOnlyList<Grant> grants, Id<Worker>? worker = null, string scheme = "http")
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var opened = Account.Open($"grace-{Guid.CreateVersion7():N}@example.gov.uk", Name, worker, now);
        if (!opened.Try(out var account, out _)) throw new InvalidOperationException("The account is not valid.");
        account.SetPassword("never typed", now);
        account.OfferFactor("never shown", now);
        account.ConfirmFactor(0, now);
        var session = Session.Begin(account.Id, hash, SignInWay.Password, "Firefox, Windows", "device", now);

        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();
        await db.Change(
            async () =>
            {
                db.Add(account);
                await db.SaveChangesAsync();
                db.AddRange(grants.Select(g => AccountGrant.Give(account.Id, g)));
                db.Add(session);
                return default(Done);
            },
            default);

        var client = site.Client(scheme);
        client.DefaultRequestHeaders.Add("Cookie", $"{(scheme == "https" ? "__Host-fairload" : "fairload")}={token}");
        return (client, account.Id, session.Id);
    }

    /// <summary>One more session of an account that is there.</summary>
    public static async Task<HttpClient> Again(TheSite site, Id<Account> account)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();
        await db.Change(
            () =>
            {
                db.Add(Session.Begin(
                    account, hash, SignInWay.Password, "Firefox, Windows", "device", site.Clock.GetUtcNow().UtcDateTime));
                return Task.FromResult(default(Done));
            },
            default);
        var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"fairload={token}");
        return client;
    }
}

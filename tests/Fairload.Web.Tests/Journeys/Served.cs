using System.Net;
using System.Security.Cryptography;
using System.Text;
using Fairload.App;
using Fairload.App.Access;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Serve;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fairload.Web.Tests.Journeys;

/// <summary>The site as people reach it: on a port of this machine, over a data directory that is thrown away afterwards.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly WebApplication _site;
    private readonly string _data;

    private Served(WebApplication site, string data, StoppedClock clock) => (_site, _data, Clock) = (site, data, clock);

    public StoppedClock Clock { get; }
    public string Url => _site.Urls.Single();
    public IServiceProvider Services => _site.Services;

    /// <param name="data">A data directory; this site owns it from now on.</param>
    public static async Task<Served> Start(string data, StoppedClock clock)
    {
        if (!DataDirectory.Open(data).Try(out var directory, out var problems)) throw new InvalidOperationException(problems[0].Message);
        var site = await Site.Build(directory, clock, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
        }, CancellationToken.None);
        await site.StartAsync();
        return new(site, data, clock);
    }

    /// <summary>A site on which nobody has an account and nothing has been imported.</summary>
    public static async Task<Served> Empty(DateOnly? today = null)
    {
        var data = Directory.CreateTempSubdirectory("fairload-empty-").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "fairload.json"), """{ "council": "Sampleshire Council" }""");
        var day = today ?? new(2026, 11, 16);
        return await Start(data, StoppedClock.At(day.Year, day.Month, day.Day));
    }

    public string SetupCode => File.ReadAllText(Path.Combine(_data, "setup-code.txt")).Trim();

    public async Task<T> Ask<T>(Func<FairloadDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<FairloadDb>());
    }

    public async Task<T> Desk<TDesk, T>(Func<TDesk, Task<T>> ask) where TDesk : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    /// <summary>An account with a password, a second factor and a session that has begun: what the cookie then holds.</summary>
    public async Task<Visitor> As(IReadOnlyList<Grant> grants, Id<Worker>? worker = null, string name = "Grace Adeyemi")
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        if (!Account.Open($"grace-{Guid.CreateVersion7():N}@example.gov.uk", name, worker, now).Try(out var account, out var problems))
            throw new InvalidOperationException(problems[0].Message);
        account.SetPassword("//8=", now); // No password has this hash.
        account.OfferFactor("never shown", now);
        account.ConfirmFactor(0, now);
        await Ask(db => db.Change(
            async () =>
            {
                db.Add(account);
                await db.SaveChangesAsync();
                db.AddRange(grants.Select(g => AccountGrant.Give(account.Id, g)));
                return default(Done);
            },
            default));
        return await Again(new(account.Id, "", grants, worker));
    }

    /// <summary>A session of somebody that begins now: one from before has run out when the clock was moved.</summary>
    public async Task<Visitor> Again(Visitor who)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        await Ask(db => db.Change(
            () =>
            {
                var now = Clock.GetUtcNow().UtcDateTime;
                db.Add(Session.Begin(who.Account, hash, SignInWay.Password, "Firefox, Windows", "device", now));
                return Task.FromResult(default(Done));
            },
            default));
        return who with { Token = token };
    }

    /// <summary>The ready-made person of the demo with this role.</summary>
    public Task<Id<Account>> Person(Role role) => Ask(db =>
        (from grant in db.Set<AccountGrant>()
         join account in db.Set<Account>() on grant.AccountId equals account.Id
         where grant.Role == role && account.Email.EndsWith(Account.DemoEnding)
         orderby account.Name
         select account.Id).FirstAsync());

    /// <summary>The team of the demo's manager.</summary>
    public Task<Team> ManagedTeam() => Ask(db =>
        (from grant in db.Set<AccountGrant>()
         join team in db.Teams on grant.TeamId equals team.Id
         where grant.Role == Role.TeamManager
         orderby grant.Id
         select team).FirstAsync());

    /// <summary>A session of one of the demo's ready-made people.</summary>
    public async Task<Visitor> AsDemo(Id<Account> account)
    {
        var from = new Origin(IPAddress.Loopback, "Firefox, Windows", null);
        var begun = await Desk<SessionDesk, NewSession?>(s => s.BeginDemo(account, from, default));
        return new(account, begun!.Token, [], null);
    }

    /// <summary>A browser without a screen. It keeps no cookie of its own and follows no redirect.</summary>
    public HttpClient Client(Visitor? who = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Url) };
        if (who is not null) client.DefaultRequestHeaders.Add("Cookie", $"fairload={who.Token}");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }
}

/// <summary>Somebody who is signed in.</summary>
/// <param name="Token">What the cookie of the session holds.</param>
internal sealed record Visitor(Id<Account> Account, string Token, IReadOnlyList<Grant> Grants, Id<Worker>? Worker);

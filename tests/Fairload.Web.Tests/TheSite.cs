using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Web.Serve;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fairload.Web.Tests;

/// <summary>
/// The whole site in memory, over a data directory of its own, on Monday 16 November 2026 at nine. As a class fixture it is
/// built once for the class; <see cref="Start"/> builds one with something beyond its last page.
/// </summary>
public sealed class TheSite : IAsyncLifetime, IAsyncDisposable
{
    private WebApplication? _site;
    private Action<IApplicationBuilder>? _beyond;
    private Action<HttpContext>? _before;
    private bool _isSetUp = true;

    /// <summary>What the site is made of besides.</summary>
    public Action<IServiceCollection>? With { get; init; }
    public StoppedClock Clock { get; } = StoppedClock.At(2026, 11, 16);
    public string DataPath { get; } = Directory.CreateTempSubdirectory("fairload-site-").FullName;
    public IServiceProvider Services => Built.Services;

    private WebApplication Built => _site ?? throw new InvalidOperationException("The site has not been built.");

    /// <param name="beyond">What answers after every page of the site has declined; for what no page should ever do.</param>
    /// <param name="before">What each request is marked with before the site sees it.</param>
    public static async Task<TheSite> Start(Action<IApplicationBuilder> beyond, Action<HttpContext>? before = null)
    {
        var site = new TheSite { _beyond = beyond, _before = before };
        await site.InitializeAsync();
        return site;
    }

    /// <summary>A site on which nobody has an account yet.</summary>
    public static async Task<TheSite> BeforeSetUp()
    {
        var site = new TheSite { _isSetUp = false };
        await site.InitializeAsync();
        return site;
    }

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(DataPath, "fairload.json"), """{ "council": "Sampleshire Council" }""");
        Assert.True(DataDirectory.Open(DataPath).Try(out var data, out _));
        _site = await Site.Build(data, Clock, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            With?.Invoke(builder.Services);
            builder.Services.AddSingleton<IStartupFilter>(new Around(_beyond, _before));
        }, CancellationToken.None);
        await _site.StartAsync();
        if (_isSetUp) (await Access.SignedIn.As(this, Role.Administrator)).Dispose();
    }

    /// <summary>A browser without cookies that follows no redirect.</summary>
    public HttpClient Client(string scheme = "http") => Client(Built.GetTestServer().CreateHandler(), scheme);

    /// <summary>A browser in which someone with this role, for the whole council, is signed in.</summary>
    public HttpClient As(Role role, string scheme = "http") =>
        Access.SignedIn.With(this, [new(role)], scheme: scheme).GetAwaiter().GetResult().Client;

    /// <summary>What one request of its own would be given.</summary>
    public AsyncServiceScope Scope() => Services.CreateAsyncScope();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(DataPath, recursive: true);
    }

    private static HttpClient Client(HttpMessageHandler handler, string scheme) =>
        new(handler) { BaseAddress = new($"{scheme}://localhost/") };

    private sealed class Around(Action<IApplicationBuilder>? beyond, Action<HttpContext>? before) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, onward) =>
            {
                before?.Invoke(context);
                return onward(context);
            });
            next(app);
            beyond?.Invoke(app);
        };
    }
}

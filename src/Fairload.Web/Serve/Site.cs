using Fairload.App;
using Fairload.App.Schema;
using Fairload.App.Store;

namespace Fairload.Web.Serve;

/// <summary>The web site over one data directory, as a table of contents: what it is made of and in which order a request passes.</summary>
public static class Site
{
    public static async Task<WebApplication> Build(DataDirectory data, TimeProvider clock, Action<WebApplicationBuilder> hosting, CancellationToken stop)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "fairload", ContentRootPath = AppContext.BaseDirectory });
        hosting(builder);

        builder.Services.AddSingleton(data);
        builder.Services.AddSingleton(clock);
        builder.Services.AddDbContext<FairloadDb>(options => data.Configure(options));
        builder.Services.AddDesks();
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/");

        var site = builder.Build();
        site.MapStaticAssets();
        site.MapRazorPages();

        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FairloadDb>().BringUpToDate(stop);
        return site;
    }
}

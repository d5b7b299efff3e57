using Fairload.App;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Schema;
using Fairload.App.Store;
using Fairload.Web.Access;
using Fairload.Web.Backup;
using Fairload.Web.HealthCheck.Report;
using Fairload.Web.Surveys.Answer;

namespace Fairload.Web.Serve;

/// <summary>The web site over one data directory, as a table of contents: what it is made of and in which order a request passes.</summary>
public static class Site
{
    public static async Task<WebApplication> Build(DataDirectory data, TimeProvider clock, Action<WebApplicationBuilder> hosting,
        CancellationToken stop)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "fairload",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddQuietConsole();
        hosting(builder);

        builder.Services.AddFairload(data, clock).AddSingleton<ReportWriter>(YearReport.Write);
        builder.Services.AddShell();
        builder.Services.AddAccess();
        builder.Services.AddHostedService<Rounds>();
        builder.Services.AddHostedService<BackupRounds>();
        builder.Services.AddHostedService<InboxRounds>();
        builder.Services.AddHostedService<MailRounds>();

        var site = builder.Build();
        site.UseLanguage();
        site.UseSecurityHeaders();
        site.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandlingPath = "/fault/500", StatusCodeSelector = Faults.StatusOf });
        site.UseStatusCodePagesWithReExecute("/fault/{0}");
        site.UseServedFiles();
        site.UseRouting();
        site.UseAnswerLanguage();
        site.UseAccess();
        site.UseAntiforgery();
        site.MapLanguage();
        site.MapRazorPages();

        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FairloadDb>().BringUpToDate(stop);
        return site;
    }
}

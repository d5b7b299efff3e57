using System.CommandLine;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Fairload.App.Surveys.Comments;

namespace Fairload.Web.Serve;

/// <summary><c>fairload serve</c>: the site over one data directory.</summary>
internal static class ServeCommand
{
    public static Command Serve()
    {
        var data = Words.Data();
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var serve = new Command("serve", "Start the site.") { data, urls };
        serve.SetAction(async (given, stop) =>
        {
            if (!DataDirectory.Open(given.GetValue(data)!).Try(out var directory, out var problems)) return await Words.Refused(problems);
            if (!DataLock.Take(directory, "serve").Try(out var held, out problems)) return await Words.Refused(problems);

            using (held) return await Run(directory, given.GetValue(urls)!, stop);
        });
        return serve;
    }

    /// <summary>Serves until it is stopped. The caller holds the lock of the data directory.</summary>
    public static async Task<int> Run(DataDirectory data, string urls, CancellationToken stop)
    {
        try
        {
            await using var site = await Site.Build(data, await Words.Clock(data, stop), builder => builder.WebHost.UseUrls(urls), stop);
            await site.StartAsync(stop);
            await using (var scope = site.Services.CreateAsyncScope())
            {
                var ballots = scope.ServiceProvider.GetRequiredService<BallotCheck>();
                foreach (var trouble in await ballots.AtStart(stop)) await Console.Error.WriteLineAsync(trouble.Message);
                await scope.ServiceProvider.GetRequiredService<SafePersonNotes>().SettleAll(stop);
            }

            await Console.Error.WriteLineAsync($"Fairload is at {string.Join(", ", site.Urls)} - stop it with Ctrl+C.");
            await site.WaitForShutdownAsync(stop);
            return Words.IsDone;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await Words.Refused([new("urls", $"{urls} is in use by another program. Name another with --urls, or --port for the demo.")]);
        }
        catch (Exception e) when (StoreTrouble.Explain(e) is { } trouble)
        {
            return await Words.Refused([trouble]);
        }
    }
}

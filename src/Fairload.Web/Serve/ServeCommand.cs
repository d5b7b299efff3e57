using System.CommandLine;
using Fairload.App.Store;

namespace Fairload.Web.Serve;

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

            await using var site = await Site.Build(directory, TimeProvider.System, builder => builder.WebHost.UseUrls(given.GetValue(urls)!), stop);
            await site.StartAsync(stop);
            await Console.Error.WriteLineAsync($"Fairload is at {string.Join(", ", site.Urls)}. Stop it with Ctrl+C.");
            await site.WaitForShutdownAsync(stop);
            return 0;
        });
        return serve;
    }
}

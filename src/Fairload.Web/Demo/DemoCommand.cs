using System.CommandLine;
using Fairload.App.Demo;
using Fairload.App.Store;
using Fairload.Web.HealthCheck.Report;
using Fairload.Web.Serve;

namespace Fairload.Web.Demo;

/// <summary><c>fairload demo</c>: a made-up council in a data directory of its own, and the site over it.</summary>
internal static class DemoCommand
{
    public static Command Demo()
    {
        var port = new Option<int>("--port") { Description = "The port on this machine.", DefaultValueFactory = _ => 5080, HelpName = "P" };
        var seed = new Option<int?>("--seed") { Description = "Another council: the same seed always makes the same one.", HelpName = "N" };
        var fresh = new Option<bool>("--fresh") { Description = "Make the demo anew, even if one is there." };
        var noServe = new Option<bool>("--no-serve") { Description = "Only make it; do not start the site." };
        var writeFiles =
            new Option<string?>("--write-files") { Description = "Also keep the files that the demo is read from.", HelpName = "DIR" };
        var (data, json) = (Words.Data(), Words.Json());
        data.DefaultValueFactory = _ => "./data/demo";
        var demo = new Command("demo", "Show a made-up council of 400 workers.") { port, seed, fresh, noServe, writeFiles, data, json };

        demo.SetAction(async (given, stop) =>
        {
            if (!DataDirectory.Open(given.GetValue(data)!, DemoCouncil.Name).Try(out var directory, out var problems))
            {
                return await Words.Refused(problems);
            }

            if (!DataLock.Take(directory, "demo").Try(out var held, out problems)) return await Words.Refused(problems);

            using (held)
            {
                try
                {
                    var wish = new DemoWish(given.GetValue(seed), given.GetValue(fresh), given.GetValue(writeFiles));
                    var made = await new DemoMaker(directory, line => Console.Error.WriteLine(line), YearReport.Write).Make(wish, stop);
                    if (!made.Try(out var mark, out problems)) return await Words.Refused(problems);

                    if (given.GetValue(json)) await Words.Print(new { data = directory.Path, mark.Seed, mark.Today });
                    await Console.Error.WriteLineAsync($"The demo is in {directory.Path}; its today is {mark.Today:d MMMM yyyy}.");
                    return given.GetValue(noServe) ? Words.IsDone
                        : await ServeCommand.Run(directory, $"http://127.0.0.1:{given.GetValue(port)}", stop);
                }
                catch (Exception e) when (StoreTrouble.Explain(e) is { } trouble)
                {
                    return await Words.Refused([trouble]);
                }
            }
        });
        return demo;
    }
}

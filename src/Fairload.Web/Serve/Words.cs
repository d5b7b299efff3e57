using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fairload.App;
using Fairload.App.Access;
using Fairload.App.Backup;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Store;
using Fairload.Web.HealthCheck.Report;

namespace Fairload.Web.Serve;

/// <summary>
/// What every word of the program shares: <c>--data</c>, <c>--json</c>, and the three ways to end: 0 done, 1 our bug, 2 something
/// that the person can put right. With <c>--json</c> standard output holds the JSON and nothing else.
/// </summary>
internal static class Words
{
    public const int IsDone = 0;
    public const int OurFault = 1;
    public const int YoursToPutRight = 2;

    public static readonly JsonSerializerOptions JsonShape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Option<string> Data() =>
        new("--data") { Description = "The data directory.", DefaultValueFactory = _ => "./data", HelpName = "DIR" };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON on standard output and everything else on standard error." };

    public static async Task<int> Run(RootCommand root, string[] args)
    {
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Errors.Count == 0) return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });

            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See `fairload --help`.");
            return YoursToPutRight;
        }
        catch (OperationCanceledException)
        {
            return YoursToPutRight;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync("Fairload stopped because of a fault of its own. Nothing that was not confirmed has been stored.");
            await Console.Error.WriteLineAsync(e.ToString());
            return OurFault;
        }
    }

    /// <summary>Opens and locks the data directory, brings its schema up to date and asks a desk of it.</summary>
    public static async Task<int> Ask(string path, string word, Func<IServiceProvider, Task<int>> ask, CancellationToken stop)
    {
        if (!DataDirectory.Open(path).Try(out var data, out var problems)) return await Refused(problems);
        if (!DataLock.Take(data, word).Try(out var held, out problems)) return await Refused(problems);

        using (held)
        {
            try
            {
                await using var services = new ServiceCollection().AddLogging().AddFairload(data, await Clock(data, stop))
                    .AddSingleton<ReportWriter>(YearReport.Write)
                    .BuildServiceProvider();
                await using var scope = services.CreateAsyncScope();
                return await ask(scope.ServiceProvider);
            }
            catch (Exception e) when (StoreTrouble.Explain(e) is { } trouble)
            {
                return await Refused([trouble]);
            }
        }
    }

    /// <summary>Brings the schema up to date; a demo has its own today.</summary>
    public static async Task<TimeProvider> Clock(DataDirectory data, CancellationToken stop)
    {
        if (await Upgrade.Run(data, TimeProvider.System, stop) is { } backup)
            await Console.Error.WriteLineAsync($"The data were brought up to date. As they were before, they lie in {backup}.");
        await using var db = new FairloadDb(data.DbOptions());
        return (await DemoMark.Read(db, stop))?.Today is { } today ? new MovedClock(TimeProvider.System, today) : TimeProvider.System;
    }

    public static Task Print(object value) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(value, JsonShape));

    public static async Task<int> Refused(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems) await Console.Error.WriteLineAsync(problem.Message);
        return YoursToPutRight;
    }
}

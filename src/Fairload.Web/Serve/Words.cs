using System.CommandLine;
using System.Text.Json;
using Fairload.App;
using Fairload.App.Schema;
using Fairload.App.Store;

namespace Fairload.Web.Serve;

/// <summary>
/// What every word of the program shares: <c>--data</c>, <c>--json</c>, and the three ways to end: 0 done, 1 our bug, 2 something
/// that the person can put right. With <c>--json</c> standard output holds the JSON and nothing else.
/// </summary>
internal static class Words
{
    public static readonly JsonSerializerOptions JsonShape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Option<string> Data() => new("--data") { Description = "The data directory.", DefaultValueFactory = _ => "./data", HelpName = "DIR" };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON on standard output and everything else on standard error." };

    public static async Task<int> Run(RootCommand root, string[] args)
    {
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Errors.Count == 0) return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });

            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See `fairload --help`.");
            return 2;
        }
        catch (OperationCanceledException)
        {
            return 2;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync("Fairload stopped because of a fault of its own. Nothing that was not confirmed has been stored.");
            await Console.Error.WriteLineAsync(e.ToString());
            return 1;
        }
    }

    /// <summary>Opens the data directory, brings its schema up to date and lets <paramref name="ask"/> work on it.</summary>
    public static async Task<int> WithData(string path, Func<DataDirectory, FairloadDb, Task<int>> ask, CancellationToken stop)
    {
        if (!DataDirectory.Open(path).Try(out var data, out var problems)) return await Refused(problems);

        await using var db = new FairloadDb(data.DbOptions());
        await db.BringUpToDate(stop);
        return await ask(data, db);
    }

    public static async Task<int> Refused(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems) await Console.Error.WriteLineAsync(problem.Message);
        return 2;
    }
}

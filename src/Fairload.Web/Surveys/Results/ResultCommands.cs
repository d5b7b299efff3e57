using System.CommandLine;
using System.Text.Json;
using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Serve;

namespace Fairload.Web.Surveys.Results;

/// <summary><c>fairload results</c> and <c>fairload round release</c>.</summary>
internal static class ResultCommands
{
    private static readonly Reader Who = Reader.AtTheMachine;

    public static Command Results()
    {
        var id = new Argument<string>("ROUND") { Description = "As round status names it." };
        var by = new Option<string?>("--by") { Description = "The name of one service, team or joined group.", HelpName = "UNIT" };
        var edition = new Option<Edition>("--edition")
        {
            Description = "Who it is for. Each is coarser than the one before.",
            HelpName = "internal|members|public",
        };
        var to = new Option<string?>("--out") { Description = "Write it here, as JSON.", HelpName = "FILE" };
        var (data, json) = (Words.Data(), Words.Json());
        var results = new Command("results", "Say what was let out of a closed round: only of groups, and with its proof.")
        {
            id, by, edition, to, data, json,
        };
        results.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "results",
            async services =>
            {
                var desk = services.GetRequiredService<ResultDesk>();
                if (!Id<SurveyRound>.TryParse(given.GetValue(id), out var round)) return await Words.Refused([NotOut(given.GetValue(id)!)]);
                if (await desk.Show(round, given.GetValue(edition), Who, stop) is not { } view)
                    return await Words.Refused([NotOut(given.GetValue(id)!)]);
                var lines = Of(view, given.GetValue(by));
                if (lines.Count == 0) return await Words.Refused([NoGroup(given.GetValue(by)!)]);
                if (given.GetValue(to) is { } file && await Written(file, ResultJson.Of(view, lines), stop) is { } problem)
                    return await Words.Refused([problem]);
                if (given.GetValue(json)) await Words.Print(ResultJson.Of(view, lines));
                else if (given.GetValue(to) is null) await Tell(view, lines);
                return Words.IsDone;
            },
            stop));
        return results;
    }

    public static Command Release()
    {
        var id = new Argument<string>("ID") { Description = "As round status names it." };
        var (data, json) = (Words.Data(), Words.Json());
        var release = new Command("release", "Let the results of a closed round out, as far as they tell of no small group.") { id, data, json };
        release.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "round",
            async services =>
            {
                if (!Id<SurveyRound>.TryParse(given.GetValue(id), out var round)) return await Words.Refused([NotOut(given.GetValue(id)!)]);
                var released = await services.GetRequiredService<ReleaseDesk>().Release(round, Who, stop);
                if (!released.Try(out _, out var problems)) return await Words.Refused(problems);
                var view = (await services.GetRequiredService<ResultDesk>().Show(round, Who, stop))!;
                if (given.GetValue(json)) await Words.Print(ResultJson.Of(view));
                else await Tell(view, view.Result.Lines);
                return Words.IsDone;
            },
            stop));
        return release;
    }

    private static async Task<Problem?> Written(string file, ResultJson results, CancellationToken stop)
    {
        try
        {
            await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(results, Words.JsonShape), stop);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new("out", $"{file} can not be written: {e.Message}");
        }
    }

    private static IReadOnlyList<ResultLine> Of(ResultView view, string? name) =>
        name is null ? view.Result.Lines : [.. view.Result.Lines.Where(l => l.Name == name || l.Name.Split(" + ").Contains(name))];

    private static async Task Tell(ResultView view, IReadOnlyList<ResultLine> lines)
    {
        foreach (var line in lines)
        {
            await Console.Out.WriteLineAsync(line.Hidden is { } why ? $"{line.Key}  {line.Name}  [c] {why}" : $"{line.Key}  {line.Name}");
            foreach (var theme in line.Themes)
            {
                var told = theme.Score is null ? $"{theme.Low:0.#} to {theme.High:0.#}" : $"{theme.Low:0.#}";
                await Console.Out.WriteLineAsync($"  {theme.Theme,-24} {told} +/- {theme.Margin:0.#}");
            }
        }

        await Console.Out.WriteLineAsync($"Proved: {view.Result.Figures} groups of this round held against each other; none under {view.Result.Floor} can be worked out.");
    }

    private static Problem NoGroup(string name) => new("by", $"There is no group called {name} in this round");

    private static Problem NotOut(string id) =>
        new("ROUND", $"Nothing was let out of a round {id}. See how it stands with round status, and let it out with round release");
}

using System.CommandLine;
using System.Text.Json;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Returns;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Serve;
using Fairload.Web.Surveys.Earlier;
using Fairload.Web.Surveys.Returns;

namespace Fairload.Web.Surveys.Results;

/// <summary><c>fairload results</c>, <c>results earlier|same</c> and <c>fairload round release</c>.</summary>
internal static class ResultCommands
{
    private static readonly Reader Who = Reader.AtTheMachine;
    private static readonly Catalogue English = new(Language.English);

    /// <summary>Of returns only what is signed is told in a terminal.</summary>
    private static readonly Reader Signed = new(Who.Name, null, [new(Role.UnionRepresentative)]);

    public static Command Results()
    {
        var id = new Argument<string>("ROUND") { Description = "As round status names it." };
        var by = new Option<string?>("--by") { Description = "The name of one service, team or joined group.", HelpName = "UNIT" };
        var edition = new Option<Edition>("--edition")
        {
            Description = "Who it is for. Each is coarser than the one before.",
            HelpName = "internal|members|public",
        };
        var to = new Option<string?>("--out") { Description = "Write it here: .xlsx, .ods or .json; not overwritten.", HelpName = "FILE" };
        var (data, json) = (Words.Data(), Words.Json());
        var results = new Command("results", "Say what was let out of a closed round: only of groups, and with its proof.")
        {
            id, by, edition, to, data, json, Return(), EarlierCommands.Earlier(), EarlierCommands.Same(),
        };
        results.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "results",
            async services =>
            {
                var desk = services.GetRequiredService<ResultDesk>();
                if (!Id<SurveyRound>.TryParse(given.GetValue(id), out var round)
                    || await desk.Show(round, given.GetValue(edition), Who, stop) is not { } view)
                {
                    return await Words.Refused([NotOut(given.GetValue(id)!)]);
                }

                var lines = Of(view, given.GetValue(by));
                if (lines.Count == 0) return await Words.Refused([NoGroup(given.GetValue(by)!)]);
                if (given.GetValue(to) is { } file) return await Written(view, lines, file, stop);
                if (given.GetValue(json)) await Words.Print(ResultJson.Of(view, lines));
                else await Tell(view, lines);
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

    private static Command Return()
    {
        var year = new Argument<int>("YEAR") { Description = "For which the employer signed." };
        var (data, json) = (Words.Data(), Words.Json());
        var show = new Command("return", "Say what the employer signed for a year.") { year, data, json };
        show.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "results",
            async services =>
            {
                var view = await services.GetRequiredService<ReturnDesk>().Show(given.GetValue(year), null, Signed, stop);
                if (view is null) return await Words.Refused([NotSigned(given.GetValue(year))]);
                if (given.GetValue(json)) await Words.Print(ReturnJson.Of(view));
                else foreach (var line in ReturnJson.Lines(view)) await Console.Out.WriteLineAsync(line);
                return Words.IsDone;
            },
            stop));
        return show;
    }

    private static async Task<int> Written(ResultView view, IReadOnlyList<ResultLine> lines, string path, CancellationToken stop)
    {
        var ending = Path.GetExtension(path).ToLowerInvariant();
        if (ending is not (".xlsx" or ".ods" or ".json"))
            return await Words.Refused([new("out", $"{path} ends in none of .xlsx, .ods and .json. Name it so")]);
        if (File.Exists(path)) return await Words.Refused([new("OUT", $"{path} is there already. Name another file; nothing was written")]);
        var written = ending == ".json" ? JsonSerializer.SerializeToUtf8Bytes(ResultJson.Of(view, lines), Words.JsonShape)
            : ResultBook.Of(English, view, ending == ".ods");
        try
        {
            await File.WriteAllBytesAsync(path, written, stop);
            return Words.IsDone;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await Words.Refused([new("out", $"{path} can not be written: {e.Message}")]);
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

            foreach (var earlier in view.Earlier.Where(e => e.Key == line.Key && e.Item is not null))
            {
                var item = view.Asked.Items.First(i => i.Code == earlier.Item);
                await Console.Out.WriteLineAsync($"  {item.Code,-24} {EarlierWords.Says(English, view, line, item, earlier)}");
            }
        }

        await Console.Out.WriteLineAsync($"Proved: {view.Result.Figures} groups of this round held against each other; none under {view.Result.Floor} can be worked out.");
    }

    private static Problem NotSigned(int year) =>
        new("YEAR", $"The employer has signed no return for {year}. The director or the principal social worker signs it at /surveys/return");

    private static Problem NoGroup(string name) => new("by", $"There is no group called {name} in this round");

    private static Problem NotOut(string id) =>
        new("ROUND", $"Nothing was let out of a round {id}. See how it stands with round status, and let it out with round release");
}

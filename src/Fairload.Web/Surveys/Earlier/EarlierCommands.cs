using System.CommandLine;
using Fairload.App.Surveys.Earlier;
using Fairload.Core.Access;
using Fairload.Web.Serve;

namespace Fairload.Web.Surveys.Earlier;

/// <summary><c>fairload results earlier|same</c>.</summary>
internal static class EarlierCommands
{
    public static Command Earlier()
    {
        var file = new Argument<string>("FILE") { Description = "Rows of year, group, question, scale, measure, answer, value, answered and source." };
        var look = new Option<bool>("--look") { Description = "Say what would be taken in, and store nothing." };
        var (data, json) = (Words.Data(), Words.Json());
        var earlier = new Command("earlier", "Take in figures of surveys before this program, with their wording.") { file, look, data, json };
        earlier.SetAction(async (given, stop) =>
        {
            var path = given.GetValue(file)!;
            if (!File.Exists(path)) return await Words.Refused([new("FILE", $"There is no file {path}")]);
            return await Words.Ask(given.GetValue(data)!, "results", async services =>
            {
                await using var opened = File.OpenRead(path);
                var isLook = given.GetValue(look);
                var desk = services.GetRequiredService<EarlierDesk>();
                var taken = await desk.Import(opened, Path.GetFileName(path), isLook, Reader.AtTheMachine, stop);
                if (!taken.Try(out var read, out var problems)) return await Words.Refused(problems);
                var leftOut = read.LeftOut.Select(p => p.Message).ToList();
                if (given.GetValue(json)) await Words.Print(new EarlierJson(read.Figures.Count, !isLook, leftOut));
                else await Tell(read, isLook);
                return Words.IsDone;
            }, stop);
        });
        return earlier;
    }

    public static Command Same()
    {
        var questionnaire = new Argument<string>("QUESTIONNAIRE") { Description = "Its code." };
        var item = new Argument<string>("ITEM") { Description = "The code of an item; - takes back what was said." };
        var wording = new Argument<string>("WORDING") { Description = "Of the earlier question, as its file has it." };
        var data = Words.Data();
        var same = new Command("same", "Say that a question of an earlier survey is the same as an item.") { questionnaire, item, wording, data };
        same.SetAction((given, stop) => Words.Ask(given.GetValue(data)!, "results", async services =>
        {
            var code = given.GetValue(item) is "-" ? "" : given.GetValue(item)!;
            var said = await services.GetRequiredService<EarlierDesk>()
                .Say(given.GetValue(wording)!, given.GetValue(questionnaire)!, code, Reader.AtTheMachine, stop);
            return said.Try(out _, out var problems) ? Words.IsDone : await Words.Refused(problems);
        }, stop));
        return same;
    }

    private static async Task Tell(EarlierRead read, bool isLook)
    {
        await Console.Out.WriteLineAsync(isLook
            ? $"{read.Figures.Count} figures would be taken in; nothing was stored." : $"{read.Figures.Count} figures were taken in.");
        foreach (var problem in read.LeftOut) await Console.Out.WriteLineAsync($"  {problem.Message}");
    }

    private sealed record EarlierJson(int Figures, bool IsStored, IReadOnlyList<string> LeftOut);
}

using System.CommandLine;
using Fairload.App.Surveys;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Web.Serve;

namespace Fairload.Web.Surveys;

/// <summary><c>fairload survey list|import|export</c>.</summary>
internal static class SurveyCommands
{
    public static Command Survey() =>
        new("survey", "Questionnaires for staff, employers, and people who use services.") { List(), Import(), Export() };

    /// <summary>Without a data directory: those that ship.</summary>
    private static Command List()
    {
        var data = new Option<string?>("--data") { Description = "Also those of this data directory.", HelpName = "DIR" };
        var json = Words.Json();
        var list = new Command("list", "Say which questionnaires there are.") { data, json };
        list.SetAction(async (given, stop) => given.GetValue(data) is { } path
            ? await Words.Ask(path, "survey", async services =>
                await Tell(await services.GetRequiredService<QuestionnaireDesk>().All(stop), given.GetValue(json)), stop)
            : await Tell(ShippedQuestionnaires.All, given.GetValue(json)));
        return list;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "The project's own JSON, as survey export writes it, or an XLSForm (.xlsx)." };
        var look = new Option<bool>("--look") { Description = "Of an XLSForm: say what would be lost, and store nothing." };
        var (data, json) = (Words.Data(), Words.Json());
        var import = new Command("import", "Take in a questionnaire of your own.") { file, look, data, json };
        import.SetAction(async (given, stop) =>
        {
            var path = given.GetValue(file)!;
            if (!File.Exists(path)) return await Words.Refused([new("FILE", $"There is no file {path}")]);
            if (new FileInfo(path).Length > QuestionnaireDesk.LargestFile)
                return await Words.Refused([new("FILE", $"{path} is larger than any questionnaire. Nothing was stored")]);
            if (await FormWords.IsForm(path, stop))
            {
                return await Words.Ask(given.GetValue(data)!, "survey", services => FormWords.Import(
                    services.GetRequiredService<QuestionnaireDesk>(), path, given.GetValue(look), given.GetValue(json), stop), stop);
            }

            if (given.GetValue(look))
                return await Words.Refused([new("look", $"{path} is no XLSForm; only such a form is looked at first")]);
            var text = await File.ReadAllTextAsync(path, stop);
            return await Words.Ask(given.GetValue(data)!, "survey", async services =>
            {
                var taken = await services.GetRequiredService<QuestionnaireDesk>().Import(text, Reader.AtTheMachine, stop);
                return taken.Try(out var one, out var problems) ? await Tell([one], given.GetValue(json)) : await Words.Refused(problems);
            }, stop);
        });
        return import;
    }

    private static Command Export()
    {
        var id = new Argument<string>("ID") { Description = "The code of the questionnaire." };
        var file = new Argument<string>("OUT") { Description = "The file to write; it is not overwritten. Ending in .xlsx it is an XLSForm." };
        var (data, json) = (Words.Data(), Words.Json());
        var export = new Command("export", "Write a questionnaire to a file, to be changed and taken in again.") { id, file, data, json };
        export.SetAction((given, stop) => Words.Ask(given.GetValue(data)!, "survey", async services =>
        {
            var (code, path) = (given.GetValue(id)!, given.GetValue(file)!);
            if (await services.GetRequiredService<QuestionnaireDesk>().Find(code, stop) is not { } one)
                return await Words.Refused([new("ID", $"There is no questionnaire {code}. See which there are with the survey list command")]);
            if (File.Exists(path)) return await Words.Refused([new("OUT", $"{path} is there already. Name another file; nothing was written")]);
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
                return await Words.Refused([new("OUT", $"There is no folder {folder}. Nothing was written")]);
            if (path.EndsWith(FormWords.Ending, StringComparison.OrdinalIgnoreCase))
                return await FormWords.Export(one, path, given.GetValue(json), stop);
            await File.WriteAllTextAsync(path, QuestionnaireDesk.Export(one), stop);
            return await Tell([one], given.GetValue(json));
        }, stop));
        return export;
    }

    private static async Task<int> Tell(IReadOnlyList<Questionnaire> all, bool json)
    {
        if (json) await Words.Print(all.Select(QuestionnaireJson.Of));
        else foreach (var one in all) await Console.Out.WriteLineAsync(Line(one));
        return Words.IsDone;
    }

    internal static string Line(Questionnaire one) =>
        $"{one.Code,-28} {$"version {one.Version}",-12} {one.Items.Count(),3} items, {one.Themes.Count,2} themes  {one.Name.En}";

    private sealed record QuestionnaireJson(
        string Code, int Version, string Name, string NameInWelsh, Respondents For, int Items, IReadOnlyList<string> Themes)
    {
        public static QuestionnaireJson Of(Questionnaire one) => new(
            one.Code, one.Version, one.Name.En, one.Name.Cy, one.For, one.Items.Count(), [.. one.Themes.Select(t => t.Code)]);
    }
}

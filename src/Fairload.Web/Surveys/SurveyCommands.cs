using System.CommandLine;
using Fairload.App.Surveys;
using Fairload.Core.Surveys;
using Fairload.Web.Serve;

namespace Fairload.Web.Surveys;

/// <summary><c>fairload survey list</c>.</summary>
internal static class SurveyCommands
{
    public static Command Survey()
    {
        var json = Words.Json();
        var list = new Command("list", "Say which questionnaires there are.") { json };
        list.SetAction(async (given, stop) =>
        {
            if (given.GetValue(json)) await Words.Print(ShippedQuestionnaires.All.Select(QuestionnaireJson.Of));
            else foreach (var one in ShippedQuestionnaires.All) await Console.Out.WriteLineAsync(Line(one));
            return Words.IsDone;
        });
        return new("survey", "Questionnaires for staff, employers, and people who use services.") { list };
    }

    private static string Line(Questionnaire one) =>
        $"{one.Code,-28} {$"version {one.Version}",-12} {one.Items.Count(),3} items, {one.Themes.Count,2} themes  {one.Name.En}";

    private sealed record QuestionnaireJson(
        string Code, int Version, string Name, string NameInWelsh, Respondents For, int Items, IReadOnlyList<string> Themes)
    {
        public static QuestionnaireJson Of(Questionnaire one) => new(
            one.Code, one.Version, one.Name.En, one.Name.Cy, one.For, one.Items.Count(), [.. one.Themes.Select(t => t.Code)]);
    }
}

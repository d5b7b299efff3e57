using System.CommandLine;
using Fairload.App.Caseload;
using Fairload.App.Imports;
using Fairload.Core.Imports;
using Fairload.Web.Serve;

namespace Fairload.Web.Imports;

/// <summary><c>fairload template KIND OUT</c>: an empty workbook with the columns that an import reads.</summary>
internal static class TemplateCommand
{
    public static Command Template() => new("template", "Write an empty workbook to fill in.")
    {
        Of("staff", "Staff, teams, posts, absences, reductions and duties.", (to, _) => Templates.Staff(to)),
        Of("scores", "Complexity scores of cases.", (to, factors) => Templates.Scores(to, factors)),
        Of("measures", "Figures of measures that the program can not know.", (to, _) => Templates.Measures(to)),
        Of("actions", "Actions, each with an owner and a day.", (to, _) => Templates.Actions(to)),
        Of("risks", "Risk assessments.", (to, _) => Templates.Log(to, ImportKind.Risks)),
        Of("incidents", "Incidents.", (to, _) => Templates.Log(to, ImportKind.Incidents)),
        Of("feedback", "Complaints, comments and compliments.", (to, _) => Templates.Log(to, ImportKind.Feedback)),
        Of("cases", "Cases of adults' services, or of any other.", (to, _) => Templates.Cases(to)),
        Of("supervision", "Sessions of supervision: planned, held, cancelled.", (to, _) => Templates.Supervision(to)),
        Of("supplement", "What no extract tells of cases.", (to, _) => Templates.Supplement(to, ReferenceData.PracticeWords())),
        Of("meetings", "Meetings of teams and divisions, and reflective groups.", (to, _) => Templates.Meetings(to)),
    };

    private static Command Of(string word, string help, Action<Stream, IReadOnlyList<string>> write)
    {
        var path = new Argument<string>("OUT") { Description = "Where to write it, ending in .xlsx." };
        var (data, json) = (Words.Data(), Words.Json());
        var command = new Command(word, help) { path, data, json };
        command.SetAction(async (given, _) =>
        {
            var to = given.GetValue(path)!;
            try
            {
                await using var file = new FileStream(to, FileMode.Create, FileAccess.ReadWrite);
                write(file, FactorHeaders.Of(ReferenceData.FactorSets()));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return await Words.Refused([new("OUT", $"{to} can not be written: {e.Message}")]);
            }

            if (given.GetValue(json)) await Words.Print(new { written = to });
            else await Console.Out.WriteLineAsync($"Written: {to}");
            return Words.IsDone;
        });
        return command;
    }
}

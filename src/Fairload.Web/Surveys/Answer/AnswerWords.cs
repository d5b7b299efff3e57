using System.Globalization;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.Surveys.Answer;

/// <summary>Answers in words, for whoever gave them.</summary>
internal static class AnswerWords
{
    public static string Said(Catalogue T, Questionnaire asked, SurveyItem item, IReadOnlyList<string> given)
    {
        var said = given.Where(v => v.Length > 0).ToList();
        if (said.Count == 0) return T["not answered"];
        var scale = item.Kind == ItemKind.Scale ? asked.ScaleOf(item) : null;
        if (scale?.NotApplicable is { } none && said[0] == Ballot.NotApplicable) return RoundWords.Of(T, none);
        var options = scale?.Options ?? item.Options;
        if (options is null) return said[0];
        var chosen = options.Where(o => said.Contains(o.Value.ToString(CultureInfo.InvariantCulture)));
        return string.Join(", ", chosen.Select(o => RoundWords.Of(T, o.Says)));
    }

    public static string Team(Catalogue T, AnswerPlace place, string said) =>
        place.Units.FirstOrDefault(u => u.Number.ToString(CultureInfo.InvariantCulture) == said) is { } unit
            ? RoundWords.Unit(T, unit.Name) : NoTeam(T, place.Round);

    public static string NoTeam(Catalogue T, SurveyRound round) =>
        round.IsOfPeople ? T["I do not know, or would rather not say"] : T["I would rather not say"];
}

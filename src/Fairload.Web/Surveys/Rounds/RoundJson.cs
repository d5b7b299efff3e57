using Fairload.App.Surveys.Rounds;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.Web.Surveys.Rounds;

/// <summary>A round as the commands print it.</summary>
internal sealed record RoundJson(
    Guid Id, string Name, string Questionnaire, int Version, Respondents Respondents, RoundMode Mode, RoundState State, DateOnly OpensOn,
    DateOnly ClosesOn, int Floor, int CommentFloor, IReadOnlyList<string> Background, ParticipationBand? Answered, RoundCounts? Counts)
{
    public static RoundJson Of(RoundLine line) => Of(line, null);

    public static RoundJson Of(RoundView view) => Of(view.Line, new(
        view.People, view.Agency, view.Away, view.Effort.Minutes, view.Effort.ReadingAge, view.Before?.All.Alone, view.Before?.All.InSmall,
        view.Before?.Shown, view.Suggested?.Shown, [.. view.Units.Select(u => new UnitJson(u.Name, u.People))]));

    private static RoundJson Of(RoundLine line, RoundCounts? counts)
    {
        var round = line.Round;
        return new(
            round.Id.Value, line.Name.En, round.Questionnaire, round.QuestionnaireVersion, round.Respondents, round.Mode, round.State,
            round.OpensOn, round.ClosesOn, round.Floor, round.CommentFloor,
            [.. round.Background.Select(Core.Surveys.Rounds.Background.Code)], line.Band, counts);
    }
}

internal sealed record RoundCounts(
    int People, int Agency, int OnLongLeave, int Minutes, int? ReadingAge, int? Alone, int? InGroupsUnderTheFloor, int? InTeamsShown,
    int? InTeamsShownWithSuggestedJoins, IReadOnlyList<UnitJson> Units);

internal sealed record UnitJson(string Name, int People);

using System.Globalization;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Rounds;

/// <summary>What the ballot store is told of a round.</summary>
internal static class RoundRules
{
    private const int RoomForTexts = 2;
    private const int Large = 16;

    public static BallotRules Of(SurveyRound round, Questionnaire asked, IReadOnlyList<RoundUnit> units) => new(
        Math.Max(1, units.Sum(u => u.People)), round.Floor, round.Mode == RoundMode.Kiosk, SlotOf(asked), Background.Unit,
        units.Where(u => u.Service.Length > 0).ToDictionary(UnitCode, u => u.Service));

    /// <summary>How large every ballot is: the same for all, so that its length tells nothing.</summary>
    public static BallotSlot SlotOf(Questionnaire asked) =>
        asked.Items.Count(i => i.Kind == ItemKind.Text) > RoomForTexts ? new BallotSlot(Large) : BallotSlot.Usual;

    /// <summary>What a ballot says of its unit.</summary>
    public static string UnitCode(RoundUnit unit) => unit.Number.ToString(CultureInfo.InvariantCulture);
}

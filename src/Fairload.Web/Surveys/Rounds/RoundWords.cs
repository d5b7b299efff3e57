using Fairload.App.Surveys.Rounds;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.Web.Surveys.Rounds;

/// <summary>Rounds of a survey in words.</summary>
internal static class RoundWords
{
    public static string Of(Catalogue T, Wording words) => T.Language == Language.Welsh ? words.Cy : words.En;

    public static string State(Catalogue T, RoundLine line) => line.Round.State switch
    {
        RoundState.Planned => T["planned"],
        RoundState.Open => line.IsOpenToday ? T["open"] : T["about to be closed"],
        RoundState.Closed => T["closed"],
        _ => T["cancelled"],
    };

    public static string Colour(RoundState state) => state switch
    {
        RoundState.Open => "green",
        RoundState.Planned => "blue",
        _ => "grey",
    };

    public static string Mode(Catalogue T, RoundMode mode) => mode switch
    {
        RoundMode.PersonalCodes => T["Personal codes"],
        RoundMode.HandedOut => T["Codes handed out unrecorded"],
        _ => T["Kiosk"],
    };

    public static string How(Catalogue T, RoundMode mode) => mode switch
    {
        RoundMode.PersonalCodes => T["Each person is sent a code of their own by mail."],
        RoundMode.HandedOut => T["Sheets with a code each are shuffled and handed out; nobody notes who takes which."],
        _ => T["One device in a room, which a steward unlocks; nobody has a code of their own."],
    };

    /// <summary>What the mode protects, and what it loses: said before it is chosen.</summary>
    public static string Protects(Catalogue T, RoundMode mode) => mode switch
    {
        RoundMode.PersonalCodes => T["Protects: nobody answers twice, and those who have not answered can be reminded."],
        RoundMode.HandedOut => T["Protects: nowhere is it written who has which code, so nobody can learn who has answered."],
        _ => T["Protects: nothing is sent to anybody and no code exists that could be joined to a person."],
    };

    public static string Loses(Catalogue T, RoundMode mode) => mode switch
    {
        RoundMode.PersonalCodes => T["Loses: who copies the letters and the ballot store every second learns when each person answered, though not what."],
        RoundMode.HandedOut => T["Loses: reminders go to everybody, and whoever takes two sheets answers twice."],
        _ => T["Loses: who sees the room knows who answered when, and only the steward's eye keeps anybody from answering twice."],
    };

    /// <summary>What is asked about the team.</summary>
    public static string TeamAsked(Catalogue T, SurveyRound round) => round.IsOfPeople ? T["Which team helps you?"] : T["Your team"];

    public static string For(Catalogue T, Respondents respondents) =>
        respondents == Respondents.PeopleAndCarers ? T["people and carers"] : T["staff"];

    /// <summary>The one sentence before question 1.</summary>
    public static string Promise(Catalogue T, RoundMode mode) => mode switch
    {
        RoundMode.PersonalCodes => T["Nobody can read your answers while the survey is open, and when it closes nothing is left that joins them to you; only those who run the machine itself could break this while you answer."],
        RoundMode.HandedOut => T["Nobody noted which code you took, nobody can read your answers while the survey is open, and at the close the codes are gone; only those who run the machine could see which code brings which answers."],
        _ => T["You answer without a code of your own and nobody can read your answers while the survey is open; only those who see you at this device, together with those who run the machine itself, could know which answers are yours."],
    };

    public static string Question(Catalogue T, BackgroundQuestion question) => question switch
    {
        BackgroundQuestion.RoleGroup => T["Role"],
        BackgroundQuestion.LengthOfService => T["Length of service"],
        BackgroundQuestion.Experience => T["Newly qualified or experienced"],
        _ => T["Kind of contract"],
    };

    public static string Option(Catalogue T, string option) => option switch
    {
        "manager" => T["Manager"],
        "social-worker" => T["Social worker"],
        "other" => T["Other staff"],
        "under-2" => T["Less than 2 years"],
        "2-to-5" => T["2 years or more, less than 5"],
        "over-5" => T["5 years or more"],
        "newly-qualified" => T["Newly qualified (in the first supported year)"],
        "experienced" => T["Experienced"],
        "employed" => T["Employed"],
        "agency-or-bank" => T["Agency or bank"],
        Background.NotKnown => T["not on the staff list"],
        _ => T["I would rather not say"],
    };

    public static string Unit(Catalogue T, string name) => name == "–" ? T["in no team"] : name;

    public static string Asked(Catalogue T, IReadOnlyList<BackgroundQuestion> asked) =>
        string.Join(", ", asked.Select(q => Question(T, q)).Prepend(T["Team"]));

    public static string Band(Catalogue T, ParticipationBand? band, int floor) => band switch
    {
        null => T["Fewer than {0} have answered, or it can not be told without telling too much.", floor],
        ParticipationBand.UnderAQuarter => T["Under 25 in 100 have answered."],
        ParticipationBand.UnderAHalf => T["From 25 to 50 in 100 have answered."],
        ParticipationBand.UnderTwoThirds => T["From 50 to 65 in 100 have answered."],
        ParticipationBand.UnderFourFifths => T["From 65 to 80 in 100 have answered."],
        _ => T["Over 80 in 100 have answered."],
    };

    /// <summary>How many have answered, as far as it can be told.</summary>
    public static string Answering(Catalogue T, RoundLine line) => line.Round.IsOfPeople
        ? T["How many have answered is not told: nobody knows how many were asked."] : Band(T, line.Band, line.Round.Floor);

    /// <summary>How a unit will be shown, to whoever belongs to it.</summary>
    public static string Example(Catalogue T, RoundUnit unit, int floor)
    {
        if (unit.People == 0) return T["It is shown by itself if at least {0} people answer. If fewer do, what they say counts for the whole service.", floor];
        if (unit.People < floor)
            return T["Your group has {0} people, fewer than {1}: nothing is shown of it, and its answers count for the whole service alone.", unit.People, floor];
        return unit.TeamIds.Count() > 1
            ? T["Your team is shown together with others as one group of {0} people ({1}), if at least {2} of them answer.", unit.People, unit.Name, floor]
            : T["Your team of {0} people is shown by itself, if at least {1} of them answer.", unit.People, floor];
    }

    /// <summary>What is to be expected of a unit.</summary>
    public static string Outlook(Catalogue T, UnitOutlook unit, int floor) => unit.IsShown
        ? T["about {0} answer: shown", unit.Expected] : T["about {0} answer: under the floor of {1}", unit.Expected, floor];
}

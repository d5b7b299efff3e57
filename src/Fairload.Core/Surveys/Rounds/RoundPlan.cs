using Fairload.Core.Disclosure;

namespace Fairload.Core.Surveys.Rounds;

/// <summary>How a code comes to whoever answers. What each protects and loses stands in <c>docs/confidentiality.md</c>.</summary>
public enum RoundMode
{
    /// <summary>Each person is sent a code of their own.</summary>
    PersonalCodes,

    /// <summary>Shuffled sheets with a code each; nobody notes who takes which.</summary>
    HandedOut,

    /// <summary>One device in a room, which a steward unlocks.</summary>
    Kiosk,
}

/// <summary>Where a round is in its life.</summary>
public enum RoundState { Planned, Open, Closed, Cancelled }

/// <summary>What is asked about a respondent beside their unit. A fixed list: each can be told from the staff list, so that who would stand
/// alone is known before anybody is asked.</summary>
public enum BackgroundQuestion { RoleGroup, LengthOfService, Experience, Contract }

/// <summary>What somebody plans: which questions, of whom, when, and how far the answers are protected.</summary>
/// <param name="ClosesOn">The first day on which nobody can answer any more.</param>
/// <param name="Floor">Of fewer people nothing is shown; 5 or more.</param>
/// <param name="CommentFloor">Of fewer people no comment is shown; never under the floor.</param>
/// <param name="Background">Beside the unit, which is always asked.</param>
/// <param name="SafePerson">Whom a respondent can turn to who does not believe the promise, and how.</param>
/// <param name="For">Who answers, as the questionnaire says.</param>
public sealed record RoundPlan(
    string Questionnaire, RoundMode? Mode, DateOnly? OpensOn, DateOnly? ClosesOn, int? Floor, int? CommentFloor,
    IReadOnlyList<BackgroundQuestion> Background, string SafePerson, Respondents For = Respondents.Practitioners)
{
    public const int LeastFloor = DisclosureRule.LeastFloor;
    public const int UsualFloor = DisclosureRule.UsualFloor;
    public const int MostFloor = 100;
    public const int UsualCommentFloor = DisclosureRule.UsualCommentFloor;
    public const int LongestDays = 92;
    public const int LongestName = 200;

    /// <summary>Everything that stands against it, all at once.</summary>
    public IReadOnlyList<Problem> Faults(DateOnly today)
    {
        var problems = new List<Problem>();
        if (Questionnaire.Length == 0) problems.Add(new("Questionnaire", $"Choose what is asked"));
        if (Mode is null) problems.Add(new("Mode", $"Choose how the codes come to people"));
        if (OpensOn is null) problems.Add(new("OpensOn", $"Enter the day on which the survey opens"));
        else if (OpensOn < today) problems.Add(new("OpensOn", $"The day on which the survey opens has passed. Enter today or a later day"));
        if (ClosesOn is null) problems.Add(new("ClosesOn", $"Enter the day on which the survey closes"));
        else if (OpensOn is { } opens && ClosesOn <= opens) problems.Add(new("ClosesOn", $"The survey must close after it opens"));
        else if (OpensOn is { } first && ClosesOn.Value.DayNumber - first.DayNumber > LongestDays)
            problems.Add(new("ClosesOn", $"The survey would be open for more than {LongestDays} days. Enter an earlier day"));
        problems.AddRange(FloorFaults());
        if (For == Respondents.PeopleAndCarers) problems.AddRange(FaultsOfAnOpenRound());
        if (SafePerson.Trim().Length == 0)
            problems.Add(new("SafePerson", $"Name somebody whom those who answer can ask about the promise, and how to reach them"));
        else if (SafePerson.Length > LongestName) problems.Add(new("SafePerson", $"Write at most {LongestName} letters"));
        return problems;
    }

    /// <summary>Nobody is listed: so nobody can be written to, and nothing that a staff list tells can be asked.</summary>
    private IEnumerable<Problem> FaultsOfAnOpenRound()
    {
        if (Mode == RoundMode.PersonalCodes)
            yield return new("Mode", $"Nobody is listed among people and carers, so nobody can be sent a code of their own. Choose codes that are handed out, or a kiosk");
        if (Background.Count > 0)
            yield return new("Background", $"These questions are about staff. Of people and carers only the team that helps them is asked");
    }

    private IEnumerable<Problem> FloorFaults()
    {
        if (Floor is not { } floor || floor is < LeastFloor or > MostFloor)
            yield return new("Floor", $"Enter a floor from {LeastFloor} to {MostFloor}: of fewer people nothing is shown");
        else if (CommentFloor is not { } comments || comments < floor || comments > MostFloor)
            yield return new("CommentFloor", $"Enter a floor for comments from {floor} to {MostFloor}: it is never under the other");
    }
}

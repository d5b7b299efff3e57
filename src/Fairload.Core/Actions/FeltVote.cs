using Fairload.Core.Disclosure;
using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Actions;

/// <summary>What somebody says of an action that is said to be done.</summary>
public enum FeltAnswer { Felt, NotFelt, CannotTell }

/// <summary>How many said what, while nobody may see it.</summary>
public sealed record FeltCounts(int Felt, int NotFelt, int CannotTell)
{
    public int People => Felt + NotFelt + CannotTell;
}

/// <summary>What came of a vote, once and for all.</summary>
/// <param name="IsShown">False where too few voted or nearly all said the same: a reader can not tell which.</param>
/// <param name="Felt">Per cent, whole; null where it is not shown, and so are the others.</param>
/// <param name="People">How many voted; null also where the number would tell who did not.</param>
public sealed record FeltResult(bool IsShown, int? Felt, int? NotFelt, int? CannotTell, int? People)
{
    public static FeltResult Hidden { get; } = new(false, null, null, null, null);
}

/// <summary>Whether staff feel what was done. One vote a person each time an action is said to be done; nothing is shown before the vote
/// is over, and then for ever the same.</summary>
public static class FeltVote
{
    /// <summary>Calendar days in which staff can vote, the day on which it was said done counted with them.</summary>
    public const int Days = 28;

    public const string Whole = "all";

    public static DateOnly LastDay(DateOnly doneOn) => doneOn.AddDays(Days - 1);

    public static bool IsOpen(AgreedAction action, DateOnly today) =>
        action is { State: ActionState.Done, DoneOn: { } done } && done <= today && today <= LastDay(done);

    /// <param name="staff">Who could have voted.</param>
    public static Result<Population> Population(string round, FeltCounts counts, int staff) =>
        Disclosure.Population.Of([new(counts.People, [new(round, Whole)], Math.Max(staff, counts.People))]);

    /// <summary>Hidden where nearly all of them said the same, or nobody or next to nobody felt it or did not: that would tell of each of
    /// them.</summary>
    public static FeltResult Of(FeltCounts counts, Release release)
    {
        if (release.Groups.Single() is not { IsShown: true } outcome) return FeltResult.Hidden;
        var (felt, not) = (Percent(counts.Felt, counts.People), Percent(counts.NotFelt, counts.People));
        if (IsAtAnEnd(counts.Felt, counts.People) || IsAtAnEnd(counts.NotFelt, counts.People)
            || 100 * counts.CannotTell >= (100 - Ends.Of(counts.People)) * counts.People)
        {
            return FeltResult.Hidden;
        }

        return new(true, felt, not, Percent(counts.CannotTell, counts.People), outcome.People.Count);
    }

    private static bool IsAtAnEnd(int count, int people)
    {
        var end = Ends.Of(people);
        return 100 * count <= end * people || 100 * count >= (100 - end) * people;
    }

    private static int Percent(int count, int people) => (int)Math.Round(100m * count / people, MidpointRounding.AwayFromZero);
}

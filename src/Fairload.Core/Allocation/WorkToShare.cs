using Fairload.Core.Caseload;

namespace Fairload.Core.Allocation;

/// <summary>What is to be shared out among whom, by which rules.</summary>
/// <param name="People">Whoever has no capacity, or whose hours are not known, takes no part.</param>
/// <param name="Standing">Cases that may go to somebody else. One with a brother or sister in the same hands, in other hands here or among
/// those to place stays where it is: what it weighs hangs on where they are.</param>
/// <param name="MostMoves">How many of those that stand may go.</param>
public sealed record WorkToShare(
    IReadOnlyList<PersonAsked> People, IReadOnlyList<CaseToPlace> ToPlace, IReadOnlyList<CaseThatStands> Standing, int MostMoves,
    ReservedFunctions Statement, Weights Weights, GivingLimits Limits, KindWeights Kind)
{
    /// <summary>Standing cases for which everybody who may hold them is looked at, and not only those to whom they would go most
    /// likely.</summary>
    public IReadOnlySet<Id<Case>> LookedAtWhole { get; init; } = new HashSet<Id<Case>>();

    /// <summary>The question for the solver: what a rule forbids is no option.</summary>
    public SharingAsked Question() => new QuestionMaking(this).Make();

    /// <summary>Points as whole grains: ten-thousandths.</summary>
    public static long Grains(decimal points) => (long)Math.Round(points * Sharing.GrainsAPoint, MidpointRounding.AwayFromZero);
}

/// <summary>A question for the solver, with what its numbers stand for.</summary>
/// <param name="People">Of each holder the index among those who were asked about.</param>
/// <param name="Items">Of each item.</param>
public sealed record SharingAsked(Sharing Sharing, IReadOnlyList<int> People, IReadOnlyList<ItemAsked> Items);

/// <summary>What an item stands for.</summary>
/// <param name="ToPlace">Index among the cases to place; -1 for one that stands.</param>
/// <param name="Standing">Index among the cases that stand; -1 for one to place.</param>
/// <param name="Rules">How the rules let each holder of the question hold it.</param>
public sealed record ItemAsked(int ToPlace, int Standing, IReadOnlyList<Rule> Rules);

namespace Fairload.Core.Allocation;

/// <summary>How long to search. The answer depends on the steps alone, never on the speed of the machine.</summary>
/// <param name="Steps">Changes that may be tried, 0 or more. With 0 the answer is legal, and no more than that.</param>
/// <param name="Watch">Is told how far the search is; null where nobody looks on.</param>
public readonly record struct Effort(long Steps, SearchWatch? Watch = null)
{
    /// <summary>Enough for a whole council of 20,000 cases.</summary>
    public static Effort Usual { get; } = new(25_000_000);
}

/// <summary>
/// Holders whom perfect sharing leaves equally loaded: the reason why it gets no lighter. These items can go to these holders or to
/// heavier ones, and to nobody lighter.
/// </summary>
/// <param name="Items">Indexes of the items that weigh on the block; empty where the holders stand there by what is committed, or by their
/// ceiling.</param>
/// <param name="Holders">Indexes of the holders.</param>
/// <param name="Share">Where each of them stands when the items are cut into crumbs and shared perfectly.</param>
public sealed record Block(IReadOnlyList<int> Items, IReadOnlyList<int> Holders, Share Share);

/// <summary>Who holds what: the answer, with what is proven about it.</summary>
public sealed record Shared
{
    /// <summary>For each item the index into its options; -1 where it waits.</summary>
    public required IReadOnlyList<int> Chosen { get; init; }

    /// <summary>Risk of the items that waited and are placed.</summary>
    public required long RiskPlaced { get; init; }

    /// <summary>Nobody can place more than this: the lesser of two relaxations, by points and by numbers of new items.</summary>
    public required long RiskBound { get; init; }

    /// <summary>Everybody's share, the heaviest first.</summary>
    public required IReadOnlyList<Share> Shares { get; init; }

    public required long Cost { get; init; }

    /// <summary>Items that stood somewhere and are now held in another way.</summary>
    public required int Moves { get; init; }

    /// <summary>Everybody's share, the heaviest first, if the placed items, and the moves allowed, could be cut into crumbs.</summary>
    public required IReadOnlyList<Share> PerfectShares { get; init; }

    /// <summary>The largest, over k, of (sum of the k highest shares - same sum of <see cref="PerfectShares"/>) / the latter.</summary>
    /// <remarks>
    /// A comparison with perfect sharing. Where people's capacities differ, nobody has proven that the later sums can not be lower: one
    /// case of 3 points is 1.5 + 0 for capacities 2 and 1, and 1 + 1 when cut. <see cref="GapOfHeaviest"/> is proven.
    /// </remarks>
    public required double Gap { get; init; }

    /// <summary>How far the heaviest share is over the heaviest perfect one; no legal answer is under that one.</summary>
    public required double GapOfHeaviest { get; init; }

    /// <summary>The proof, the heaviest block first.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Every way was looked at or ruled out: no answer is better on any level of the ladder.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Steps done. The same question, the same seed and this effort give the same answer.</summary>
    public required long Steps { get; init; }
}

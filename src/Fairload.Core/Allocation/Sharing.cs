namespace Fairload.Core.Allocation;

/// <summary>Somebody among whom work is shared. Points are whole grains: see <see cref="Sharing.GrainsAPoint"/>.</summary>
/// <param name="Capacity">Room in all, over 0. Who has none holds nothing here.</param>
/// <param name="Committed">What is held and can not be moved by this sharing, 0 or more.</param>
/// <param name="Ceiling">Held work and new work together may not pass it; who stands above it already takes nothing more.</param>
/// <param name="MostNew">How many items more may come; <see cref="int.MaxValue"/> for no limit.</param>
public sealed record Holder(long Capacity, long Committed, long Ceiling, int MostNew);

/// <summary>One legal way to place an item.</summary>
/// <param name="Holder">Index of who holds it.</param>
/// <param name="Points">Grains that it weighs there, 0 or more.</param>
/// <param name="With">Index of the second person of joint work; -1 where one holds it alone.</param>
/// <param name="WithPoints">Grains that it weighs for the second person.</param>
/// <param name="Cost">What this way costs in kindness: disruption, travel, wishes. 0 or more; less is kinder.</param>
public sealed record Option(int Holder, long Points, long Cost, int With = -1, long WithPoints = 0);

/// <summary>A case, or brothers and sisters who stay together.</summary>
/// <param name="Options">Every way that the hard rules allow; empty where nobody may hold it.</param>
/// <param name="Risk">What it weighs to leave it waiting, over 0.</param>
/// <param name="Now">Index into the options of where it stands; -1 for one that waits. What stands somewhere is moved or stays, and is
/// never put down.</param>
public sealed record Item(IReadOnlyList<Option> Options, long Risk, int Now = -1)
{
    /// <summary>
    /// Holders, by index, who may hold it by the rules and to whom nobody looks for want of time. They count in what is proven: it holds
    /// for the whole question. To none of them it may weigh less than in the lightest of the options.
    /// </summary>
    public IReadOnlyList<int> AlsoMay { get; init; } = [];
}

/// <summary>
/// Who might hold what: the question. The hard rules have been applied: what is no option is not allowed. Refuses, by
/// <see cref="ArgumentException"/>, indexes that lead nowhere, points or costs under 0, and a holder without capacity.
/// </summary>
/// <param name="MostMoves">How many items that stand somewhere may be moved.</param>
/// <param name="Tolerance">The part, 0 or more, by which each of the sums of the heaviest shares may be given up for kindness: 0.01 is one
/// per cent.</param>
public sealed record Sharing(IReadOnlyList<Holder> Holders, IReadOnlyList<Item> Items, int MostMoves = int.MaxValue, double Tolerance = 0)
{
    /// <summary>Whole numbers add up to the same in any order, which fractions do not.</summary>
    public const long GrainsAPoint = 10_000;
}

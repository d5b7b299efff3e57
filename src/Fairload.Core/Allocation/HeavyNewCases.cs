using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>How many heavy cases came to somebody.</summary>
/// <param name="Capacity">In points; null where the hours are not known.</param>
/// <param name="Cases">Of tier 3, in the last six months.</param>
public sealed record HeavyCame(Id<Worker> Worker, decimal? Capacity, int Cases);

/// <summary>Who has had more than their share of the heavy new cases of six months. A look at one point in time of evenness alone would
/// let the same people take every heavy case as soon as they have room.</summary>
public static class HeavyNewCases
{
    /// <summary>Cases of this tier are heavy.</summary>
    public const int Tier = 3;

    public const int Months = 6;

    /// <summary>One heavy case is nobody's habit.</summary>
    private const int Fewest = 2;

    /// <summary>Those who had two or more, and more of all than their capacity is of all capacity. Whose capacity is not known, or nothing,
    /// takes no part.</summary>
    public static IReadOnlySet<Id<Worker>> WhoHadMost(IEnumerable<HeavyCame> people)
    {
        var known = people.Where(p => p.Capacity > 0).ToList();
        var (room, all) = (known.Sum(p => p.Capacity!.Value), known.Sum(p => p.Cases));
        return known.Where(p => p.Cases >= Fewest && p.Cases * room > all * p.Capacity!.Value).Select(p => p.Worker).ToHashSet();
    }
}

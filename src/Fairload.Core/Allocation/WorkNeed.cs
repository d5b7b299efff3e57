using Fairload.Core.Caseload;

namespace Fairload.Core.Allocation;

/// <summary>From so much to so much, in full-time people.</summary>
public sealed record FteRange(decimal Low, decimal High)
{
    public static FteRange Nothing { get; } = new(0, 0);

    public static FteRange operator +(FteRange one, FteRange other) => new(one.Low + other.Low, one.High + other.High);
}

/// <summary>
/// How many full-time people of each level one case needs. Low: the level holds it only where nobody else may. High: it holds it wherever
/// it may. Never a saving: who could hold work is not who should.
/// </summary>
/// <remarks>A statement allows several ways to hold a case: alone by one level, or jointly by two. For each level the least and the most of
/// these ways are taken. Advice comes on top of each. What is not scored is taken in every tier.</remarks>
public static class WorkNeed
{
    private static readonly WorkLevel[] Levels = Enum.GetValues<WorkLevel>();

    /// <summary>Ranges of levels that the case can need; none where the statement lets nobody hold it, or a full-time person has no
    /// capacity.</summary>
    /// <param name="lightest">Points of a tier with brothers and sisters held by one person.</param>
    /// <param name="heaviest">Points of a tier held for itself.</param>
    public static IReadOnlyDictionary<WorkLevel, FteRange> Of(
        HeldCase one, Func<int, decimal> lightest, Func<int, decimal> heaviest, ReservedFunctions statement, CapacityRule rule)
    {
        var tiers = one.Tier is { } scored ? [scored] : new[] { 1, 2, 3 };
        var ways = new List<Dictionary<WorkLevel, FteRange>>();
        foreach (var tier in tiers)
        {
            var row = statement.For(one.TypeCode, tier);
            foreach (var way in Ways(row, one.Marks.InCourt, statement))
            {
                ways.AddRange(Advised(way, row, statement).Select(parts => parts.ToDictionary(
                    part => part.Key,
                    part => new FteRange(Fte(part.Key, part.Value * lightest(tier)), Fte(part.Key, part.Value * heaviest(tier))))));
            }
        }

        if (ways.Count == 0 || Levels.Any(level => FullTime(level, rule) <= 0)) return new Dictionary<WorkLevel, FteRange>();
        return Levels.ToDictionary(level => level, level => new FteRange(
            ways.Min(w => w.GetValueOrDefault(level, FteRange.Nothing).Low), ways.Max(w => w.GetValueOrDefault(level, FteRange.Nothing)
                .High)));

        decimal Fte(WorkLevel level, decimal points) => FullTime(level, rule) is > 0 and var full ? points / full : 0;
    }

    /// <summary>Points that a full-time person of a level has room for.</summary>
    public static decimal FullTime(WorkLevel level, CapacityRule rule) =>
        (level == WorkLevel.NewlyQualified ? rule.NewlyQualified : rule.Full) - rule.Stable;

    /// <summary>Every way in which the row lets the work be held: the part of each level.</summary>
    public static IEnumerable<IReadOnlyDictionary<WorkLevel, decimal>> Ways(ReservedRow row, bool inCourt, ReservedFunctions statement)
    {
        var may = Levels.Where(level => level.MayHold(row)).ToList();
        var alone = may.Where(level => !level.OnlyJointly(row, inCourt, statement)).ToList();
        foreach (var level in alone) yield return new Dictionary<WorkLevel, decimal> { [level] = 1 };
        foreach (var first in may.Except(alone))
        {
            foreach (var second in alone)
                yield return new Dictionary<WorkLevel, decimal> { [first] = statement.JointPart, [second] = 1 - statement.JointPart };
        }
    }

    /// <summary>The way with the advice that goes with it, once for each level that may give it.</summary>
    private static IEnumerable<Dictionary<WorkLevel, decimal>> Advised(
        IReadOnlyDictionary<WorkLevel, decimal> way, ReservedRow row, ReservedFunctions statement)
    {
        var advisers = Levels.Where(level => level.IsNamed(row.MustAdvise)).ToList();
        if (advisers.Count == 0) yield return new(way);
        foreach (var level in advisers)
            yield return new(way) { [level] = way.GetValueOrDefault(level) + statement.AdvicePart };
    }
}

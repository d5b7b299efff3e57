using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>Somebody at work who holds a case, with what they are.</summary>
public sealed record WorkHolder(Id<Worker> Worker, IReadOnlySet<string> Qualifications);

/// <summary>One open case.</summary>
/// <param name="Holders">Those at work, managers too; empty where it waits in nobody's hands.</param>
public sealed record OpenWork(HeldCase Case, IReadOnlyList<WorkHolder> Holders);

/// <summary>Why a case is not held as the statement has it.</summary>
public enum UnsafeBecause
{
    /// <summary>None of the holders may hold such work.</summary>
    MayNotHold,

    /// <summary>The only holder may hold such work, but only together with somebody.</summary>
    AloneWhereJointly,

    /// <summary>Two hold it, and neither may hold it alone.</summary>
    NobodyWhoMayAlone,
}

/// <summary>A case that is not held as the statement has it. It says nothing against anybody: who gave it may have had nobody
/// else.</summary>
public sealed record UnsafeHolding(OpenWork Work, UnsafeBecause Because);

/// <summary>Open work of one tier and type.</summary>
/// <param name="Tier">1 to 3; null when not scored.</param>
/// <param name="Need">Full-time people of each level; empty where no case can be told.</param>
/// <param name="NobodyMay">How many cases the statement lets nobody hold.</param>
/// <param name="Unsafe">How many are not held as the statement has it.</param>
public sealed record WorkRow(int? Tier, string TypeCode, int Cases, IReadOnlyDictionary<InHandOf, int> InHandOf,
    IReadOnlyDictionary<WorkLevel, FteRange> Need, int NobodyMay, int Unsafe);

/// <summary>All open work by tier and type against who has it in hand, what it needs, and what is not safe.</summary>
public sealed record WorkByTier(IReadOnlyList<WorkRow> Rows, IReadOnlyList<UnsafeHolding> NotSafe)
{
    /// <summary>Rows of the highest tier first, then what is not scored; in each the types in the order of the program.</summary>
    public static WorkByTier Of(IReadOnlyList<OpenWork> work, ReservedFunctions statement, Weights weights)
    {
        // As if one person held all of it: then brothers and sisters after the first weigh a part.
        var parts = new Dictionary<int, IReadOnlyDictionary<Id<Case>, decimal>>();
        foreach (var tier in new[] { 1, 2, 3 })
        {
            parts[tier] = CaseLoad.Of([.. work.Select(w => w.Case with { Tier = w.Case.Tier ?? tier, Share = 1 })], weights)
                .ToDictionary(c => c.Case, c => c.Points);
        }

        var needs = work.ToDictionary(w => w.Case.Case, w => WorkNeed.Of(
            w.Case, tier => parts[tier][w.Case.Case], tier => CaseLoad.Of(w.Case with { Tier = tier, Share = 1 }, weights).Points,
            statement, weights.Capacity));
        var unsafely = work.Select(w => Because(w, statement) is { } why ? new UnsafeHolding(w, why) : null).OfType<UnsafeHolding>()
            .ToList();
        var isUnsafe = unsafely.Select(u => u.Work.Case.Case).ToHashSet();
        var rows = work.GroupBy(w => (w.Case.Tier, TypeCode: CaseType.Shown(w.Case.TypeCode))).Select(group => new WorkRow(
            group.Key.Tier, group.Key.TypeCode, group.Count(),
            group.GroupBy(InHand).ToDictionary(g => g.Key, g => g.Count()),
            Sum(group.Select(w => needs[w.Case.Case])),
            group.Count(w => needs[w.Case.Case].Count == 0), group.Count(w => isUnsafe.Contains(w.Case.Case))));
        return new(
            [.. rows.OrderByDescending(r => r.Tier ?? 0).ThenBy(r => Place(r.TypeCode)).ThenBy(r => r.TypeCode, StringComparer.Ordinal)],
            unsafely);
    }

    /// <summary>The ranges of several rows added up; empty where none can be told.</summary>
    public static IReadOnlyDictionary<WorkLevel, FteRange> Sum(IEnumerable<IReadOnlyDictionary<WorkLevel, FteRange>> needs)
    {
        var sum = new Dictionary<WorkLevel, FteRange>();
        foreach (var (level, range) in needs.SelectMany(n => n)) sum[level] = sum.GetValueOrDefault(level, FteRange.Nothing) + range;
        return sum;
    }

    /// <summary>By whoever of its holders may hold most: a case that two hold counts once.</summary>
    public static InHandOf InHand(OpenWork work) =>
        work.Holders.Count == 0 ? Allocation.InHandOf.Nobody : work.Holders.Min(h => WorkLevels.Of(h.Qualifications));

    /// <summary>Null where somebody holds it who may hold it alone, and where nobody holds it: that is waiting, and told there.</summary>
    public static UnsafeBecause? Because(OpenWork work, ReservedFunctions statement)
    {
        if (work.Holders.Count == 0) return null;
        var row = statement.For(work.Case.TypeCode, work.Case.Tier);
        var may = work.Holders.Where(h => row.MayHold.Count == 0 || row.MayHold.Any(h.Qualifications.Contains)).ToList();
        if (may.Count == 0) return UnsafeBecause.MayNotHold;
        if (may.Any(h => !HardRules.OnlyJointly(h.Qualifications, row, work.Case.Marks.InCourt, statement))) return null;
        return work.Holders.Count == 1 ? UnsafeBecause.AloneWhereJointly : UnsafeBecause.NobodyWhoMayAlone;
    }

    private static int Place(string typeCode)
    {
        var at = CaseType.Known.ToList().FindIndex(t => t.Code == typeCode);
        return at < 0 ? int.MaxValue : at;
    }
}

using System.Numerics;

namespace Fairload.Core.Workplace;

/// <summary>A quarter of a calendar year.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public DateOnly First => new(Year, (Number * 3) - 2, 1);

    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    public Quarter Previous() => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public bool IsBefore(Quarter other) => First < other.First;
}

/// <summary>How many complaints of a quarter were of each nature.</summary>
/// <param name="Counts">By nature, in the order of the natures.</param>
public sealed record QuarterByNature(Quarter Quarter, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();

    public int Of(FeedbackNature nature) => Counts[(int)nature];

    /// <summary>Null for a quarter without complaints.</summary>
    public Percent? Share(FeedbackNature nature) => Total == 0 ? null : Percent.Of(Of(nature), Total);

    /// <summary>Each quarter from one to another, those without complaints too.</summary>
    public static IReadOnlyList<QuarterByNature> Between(
        Quarter from, Quarter to, IEnumerable<(DateOnly On, FeedbackNature Nature)> received)
    {
        var counted = received.ToLookup(r => Quarter.Of(r.On), r => r.Nature);
        var quarters = new List<QuarterByNature>();
        for (var quarter = to; !quarter.IsBefore(from); quarter = quarter.Previous())
        {
            var natures = counted[quarter].ToList();
            quarters.Insert(0, new(quarter, [.. Enum.GetValues<FeedbackNature>().Select(n => natures.Count(x => x == n))]));
        }

        return quarters;
    }
}

/// <summary>A nature that makes up another part of the complaints than before, more than chance would bring.</summary>
/// <param name="Now">Of this nature in the quarter, of <paramref name="AllNow"/>.</param>
/// <param name="Before">Of this nature in the four quarters before, of <paramref name="AllBefore"/>.</param>
public sealed record NatureShift(FeedbackNature Nature, int Now, int AllNow, int Before, int AllBefore)
{
    /// <summary>The chance, one in so many, at which all natures together may be called a shift where there is none.</summary>
    public const int OneIn = 20;

    /// <summary>Quarters that the last is held against.</summary>
    public const int QuartersBefore = 4;

    public bool IsUp => (long)Now * AllBefore > (long)Before * AllNow;

    /// <summary>
    /// Holds the last quarter against the four before, nature by nature against all others.
    /// </summary>
    /// <param name="quarters">In order of time; only the last five count.</param>
    /// <remarks>Fisher's exact test, two-sided by the sum of all tables that are no likelier (Fisher, The Design of Experiments, 1935),
    /// with Holm's order of thresholds over the natures (Holm, 1979), so that five looks do not find five times as much. Exact in whole
    /// numbers: complaints are few, and approximations are wrong for few.</remarks>
    public static IReadOnlyList<NatureShift> Of(IReadOnlyList<QuarterByNature> quarters)
    {
        if (quarters.Count < 2) return [];
        var (now, before) = (quarters[^1], quarters.SkipLast(1).TakeLast(QuartersBefore).ToList());
        var (all, allBefore) = (now.Total, before.Sum(q => q.Total));
        if (all == 0 || allBefore == 0) return [];

        var looked = Enum.GetValues<FeedbackNature>()
            .Select(n => new NatureShift(n, now.Of(n), all, before.Sum(q => q.Of(n)), allBefore))
            .Where(s => s.Now + s.Before > 0).Select(s => (Shift: s, Chance: ChanceOf(s))).ToList();
        // All chances are compared as whole numbers over one denominator of their own each, so they are ordered by cross products.
        looked.Sort((a, b) => (a.Chance.Part * b.Chance.Whole).CompareTo(b.Chance.Part * a.Chance.Whole));
        var found = looked.TakeWhile((s, at) => s.Chance.Part * OneIn * (looked.Count - at) <= s.Chance.Whole).Select(s => s.Shift);
        return [.. found.OrderBy(s => s.Nature)];
    }

    /// <summary>The two-sided chance of parts at least so far apart where nothing has shifted, as a fraction of whole numbers.</summary>
    public static (BigInteger Part, BigInteger Whole) ChanceOf(NatureShift s)
    {
        var (of, rest) = (s.Now + s.Before, s.AllNow + s.AllBefore - s.Now - s.Before);
        var (least, most) = (Math.Max(0, s.AllNow - rest), Math.Min(of, s.AllNow));
        var ways = new BigInteger[most - least + 1];
        ways[0] = Choose(of, least) * Choose(rest, s.AllNow - least);
        for (var k = least; k < most; k++)
        {
            // C(of, k+1) · C(rest, n−k−1) from C(of, k) · C(rest, n−k); the division leaves nothing over.
            ways[k - least + 1] = ways[k - least] * (of - k) * (s.AllNow - k) / ((BigInteger)(k + 1) * (rest - s.AllNow + k + 1));
        }

        var seen = ways[s.Now - least];
        return (ways.Where(w => w <= seen).Aggregate(BigInteger.Zero, (a, b) => a + b), Choose(of + rest, s.AllNow));
    }

    private static BigInteger Choose(int n, int k)
    {
        var ways = BigInteger.One;
        for (var i = 1; i <= Math.Min(k, n - k); i++) ways = ways * (n - i + 1) / i;
        return ways;
    }
}

namespace Fairload.Core.HealthCheck.Measures;

/// <summary>A week, from Monday to Sunday, and how many came in it.</summary>
public sealed record InflowWeek(DateOnly Monday, int Came);

/// <summary>Peaks and troughs of what comes to the door, by whole weeks.</summary>
/// <remarks>Limits of an XmR chart: mean ± 2.66 × mean moving range (Wheeler, Understanding Variation, 1993). Fewer than twelve weeks say
/// nothing about limits.</remarks>
public sealed record Inflow(IReadOnlyList<InflowWeek> Weeks, decimal Median, InflowWeek Highest, InflowWeek Lowest, InflowLimits? Limits)
{
    public const int FewestWeeks = 12;
    private const decimal ThreeSigma = 2.66m;

    /// <summary>Weeks above or below what their own variation explains.</summary>
    public IReadOnlyList<InflowWeek> Unusual =>
        Limits is { } limits ? [.. Weeks.Where(w => w.Came > limits.Upper || w.Came < limits.Lower)] : [];

    /// <summary>Null where not one whole week lies between both days. A day that no extract tells of counts as one on which nobody came, so
    /// <paramref name="from"/> and <paramref name="to"/> have to lie inside what extracts cover.</summary>
    public static Inflow? Of(IEnumerable<(DateOnly On, int Came)> days, DateOnly from, DateOnly to)
    {
        var first = from.AddDays((8 - (int)from.DayOfWeek) % 7);
        var weeks = new List<InflowWeek>();
        var came = days.GroupBy(d => Monday(d.On)).ToDictionary(g => g.Key, g => g.Sum(d => d.Came));
        for (var monday = first; monday.AddDays(6) <= to; monday = monday.AddDays(7))
            weeks.Add(new(monday, came.GetValueOrDefault(monday)));
        return weeks.Count == 0 ? null
            : new(weeks, Middle([.. weeks.Select(w => w.Came).Order()]), weeks.MaxBy(w => w.Came)!, weeks.MinBy(w => w.Came)!,
                LimitsOf(weeks));
    }

    private static InflowLimits? LimitsOf(List<InflowWeek> weeks)
    {
        if (weeks.Count < FewestWeeks) return null;
        var mean = (decimal)weeks.Sum(w => w.Came) / weeks.Count;
        var moved = weeks.Zip(weeks.Skip(1), (one, next) => (decimal)Math.Abs(one.Came - next.Came)).Average();
        return new(mean, Math.Max(0, mean - (ThreeSigma * moved)), mean + (ThreeSigma * moved));
    }

    private static decimal Middle(List<int> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2m;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <summary>Between which weeks are no more than usual variation.</summary>
public sealed record InflowLimits(decimal Mean, decimal Lower, decimal Upper);

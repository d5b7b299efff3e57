using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Sessions;

/// <summary>One long leave. Absences that touch or overlap are one leave.</summary>
/// <param name="ToOn">The last day; null until further notice.</param>
internal readonly record struct LongLeave(DateOnly? FromOn, DateOnly? ToOn)
{
    public static IReadOnlyList<LongLeave> Of(IEnumerable<Absence> absences, int leastDays)
    {
        var merged = new List<(DateOnly From, DateOnly? To)>();
        foreach (var absence in absences.OrderBy(a => a.FromOn))
        {
            if (merged is [.., var last] && (last.To is not { } end || absence.FromOn <= end.AddDays(1)))
                merged[^1] = (last.From, Later(last.To, absence.ToOn));
            else merged.Add((absence.FromOn, absence.ToOn));
        }

        return
        [
            .. merged.Where(m => m.To is not { } to || to.DayNumber - m.From.DayNumber + 1 >= leastDays)
                .Select(m => new LongLeave(m.From, m.To)),
        ];
    }

    public bool Covers(DateOnly day) => FromOn <= day && (ToOn is null || day <= ToOn);

    /// <summary>How many of its days lie on or after the first and before the second.</summary>
    public int DaysBetween(DateOnly from, DateOnly before)
    {
        var first = FromOn > from ? FromOn.Value : from;
        var last = ToOn is { } to && to < before ? to : before.AddDays(-1);
        return Math.Max(0, last.DayNumber - first.DayNumber + 1);
    }

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b is null ? null : a > b ? a : b;
}

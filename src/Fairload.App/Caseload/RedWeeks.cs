using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.App.Caseload;

/// <summary>
/// Weeks, of the last twelve, in which a person stood over the line. A week is told by the latest extract up to its Sunday; a week
/// before the first extract is not known and not counted.
/// </summary>
public sealed class RedWeeks(LoadSnapshots snapshots)
{
    public const int WeeksLooked = 12;

    /// <summary>People without a red week are left out.</summary>
    internal async Task<IReadOnlyDictionary<Id<Worker>, int>> Of(IQueryable<Id<Worker>> people, DateOnly today, CancellationToken stop)
    {
        // An extract of up to as long again before the window still tells about its first weeks.
        var taken = await snapshots.Since(people, today.AddDays(-14 * WeeksLooked), stop);
        return taken.GroupBy(s => s.WorkerId).Select(person => (person.Key, Weeks: Count([.. person], today)))
            .Where(person => person.Weeks > 0).ToDictionary(person => person.Key, person => person.Weeks);
    }

    /// <param name="past">One person's, the earliest first.</param>
    internal static int Count(IReadOnlyList<LoadSnapshot> past, DateOnly today) => Enumerable.Range(0, WeeksLooked)
        .Select(week => SundayOf(today).AddDays(-7 * week)).Count(sunday => IsRed(past.LastOrDefault(s => s.AsOf <= sunday)));

    private static bool IsRed(LoadSnapshot? snapshot) => snapshot?.Band is Band.Over or Band.OverNoCapacity;

    private static DateOnly SundayOf(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}

using Fairload.App.Imports;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>How many came to the door on each day, as the newest extract counts it. Days before its window keep what earlier ones
/// told.</summary>
internal static class IntakeStaging
{
    public static async Task Stage(
        FairloadDb db, Journal journal, ImportStamp stamp, IReadOnlyDictionary<(IntakeKind Kind, DateOnly On), int> seen,
        CancellationToken stop)
    {
        if (seen.Count == 0) return;
        var held = (await db.Set<IntakeDay>().AsNoTracking().Where(d => d.Source == stamp.Source).ToListAsync(stop))
            .ToDictionary(d => (d.Kind, d.CameOn));
        foreach (var (key, count) in seen.OrderBy(s => s.Key.On).ThenBy(s => s.Key.Kind))
        {
            if (held.TryGetValue(key, out var known)) journal.Change(known, d => d.Counted(count));
            else journal.Add(IntakeDay.Of(stamp.Source, key.Kind, key.On, count, stamp.Id));
        }

        // A list that is not in the file tells nothing about its days.
        foreach (var window in seen.Keys.GroupBy(k => k.Kind, k => k.On))
        {
            var first = window.Min();
            var gone = held.Values.Where(d => d.Kind == window.Key && d.CameOn >= first && d.CameOn <= stamp.AsOf);
            foreach (var day in gone.Where(d => !seen.ContainsKey((d.Kind, d.CameOn)))) journal.Change(day, d => d.Counted(0));
        }
    }
}

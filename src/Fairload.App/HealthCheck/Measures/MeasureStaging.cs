using Fairload.App.Imports;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>Figures of a sheet against those that count. A figure is never changed: another takes its place.</summary>
internal sealed class MeasureStaging(Journal journal, ImportStamp stamp, DateOnly today, DateTime now, string by)
{
    private readonly Tally _tally = new();

    public async Task<ImportOutcome> Stage(FairloadDb db, MeasureRead read, CancellationToken stop)
    {
        var held = (await db.Set<MeasureEntry>().AsNoTracking().Where(e => e.ReplacedAt == null).ToListAsync(stop)).ToDictionary(Key);
        var services = (await db.Teams.AsNoTracking().Select(t => t.Service).Distinct().ToListAsync(stop)).ToHashSet();
        var told = new HashSet<(string, string, DateOnly)>();
        foreach (var row in read.Rows)
        {
            if (Entry(row, services) is not { } entry) continue;
            if (!told.Add(Key(entry)))
            {
                Wrong(row, new Problem("Day", $"A row above tells of the same measure, service and day already. This one was left out"));
                continue;
            }

            var known = held.GetValueOrDefault(Key(entry));
            if (known is not null && known.SaysTheSame(entry))
            {
                _tally.Unchanged++;
                continue;
            }

            if (known is not null) journal.Change(known, e => e.Replace(now));
            journal.Add(entry);
            if (known is null) _tally.Added++;
            else _tally.Changed++;
        }

        _tally.Seal(journal);
        return _tally.Outcome(read.Read, read.Problems);
    }

    private MeasureEntry? Entry(MeasureRow row, HashSet<string> services)
    {
        if (row.Said.Service.Length > 0 && !services.Contains(row.Said.Service))
        {
            Wrong(row, new Problem("Service", $"There is no service {row.Said.Service}. Correct it, or leave it empty for the whole council"));
            return null;
        }

        if (MeasureEntry.Read(row.Card, row.Said, today, by, now, stamp.Id).Try(out var entry, out var problems)) return entry;
        foreach (var problem in problems) Wrong(row, problem);
        return null;
    }

    private void Wrong(MeasureRow row, Problem problem) =>
        _tally.Problems.Add(new(row.Sheet, row.Row, row.Card.Code, Severity.Error, problem.Says));

    private static (string, string, DateOnly) Key(MeasureEntry entry) => (entry.Measure, entry.Service, entry.ToOn);
}

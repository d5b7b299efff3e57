using Fairload.App.Imports;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>Holds a sheet of supplements against what is entered about its cases. An empty cell leaves as it is what is held; the word
/// "none" clears it.</summary>
internal sealed class SupplementStaging(FairloadDb db, Journal journal, ImportStamp stamp, PracticeWords words, DateTime at, DateOnly today)
{
    private readonly Tally _tally = new();
    private readonly Dictionary<Id<Case>, SupplementPending> _pending = [];

    public async Task<ImportOutcome> Stage(SupplementRead read, CancellationToken stop)
    {
        var cases = await Cases(read, stop);
        var held = await Held(cases.Values.SelectMany(c => c).ToList(), stop);
        var workers = (await db.Workers.AsNoTracking().ToListAsync(stop)).ToDictionary(w => Written.Fold(w.StaffNumber));
        var families = await FamilyReading.Spellings(db, stop);
        var rules = new SupplementRows(words, n => workers.GetValueOrDefault(Written.Fold(n)), Spelling, today);
        foreach (var row in read.Rows) Take(row);

        var come = _pending.Values.SelectMany(p => p.Come.Select(c => (c.Worker, CoWork.Main(p.Held.Standing, p.CoWorkers)?.TeamId)));
        var places = await CoWorking.Places(db, [.. come], today, stop);
        foreach (var one in _pending.Values) Write(one, places);
        _tally.Seal(journal);
        return _tally.Outcome(read.Read, read.Problems);

        string Spelling(string family) => families.GetValueOrDefault(Written.Fold(family), family);

        void Take(SupplementRow row)
        {
            if (cases.GetValueOrDefault(row.Reference) is not { } these)
            {
                Refuse(read, row, new Problem("reference", $"No open case of this reference can be changed by a sheet: it is not held here, is closed, or is kept to named people and changed on its own page."));
                return;
            }

            if (these.Count > 1)
            {
                Refuse(read, row, new Problem("reference", $"{these.Count} open cases have this reference. Change them on their own pages."));
                return;
            }

            var so = _pending.GetValueOrDefault(these[0].Id) ?? SupplementPending.Of(held[these[0].Id]);
            if (!rules.Take(row, so).Try(out var next, out var problems))
            {
                foreach (var problem in problems) Refuse(read, row, problem);
                return;
            }

            // What this sheet brings is the spelling for its further rows.
            if (next.Facts.Family.Length > 0) families.TryAdd(Written.Fold(next.Facts.Family), next.Facts.Family);
            _pending[these[0].Id] = next;
        }
    }

    /// <summary>Open cases that a sheet may speak of, by reference: a restricted one has another name, so its own finds nothing.</summary>
    private async Task<Dictionary<string, List<Case>>> Cases(SupplementRead read, CancellationToken stop)
    {
        var named = read.Rows.Select(r => r.Reference).ToHashSet(StringComparer.Ordinal);
        var open = await db.Cases.AsNoTracking().Where(c => c.ClosedOn == null).ToListAsync(stop);
        return open.Where(c => !c.IsRestricted && named.Contains(c.Reference)).GroupBy(c => c.Reference)
            .ToDictionary(g => g.Key, g => g.ToList());
    }

    private async Task<Dictionary<Id<Case>, SupplementHeld>> Held(List<Case> cases, CancellationToken stop)
    {
        var ids = cases.Select(c => c.Id).ToList();
        var before = await db.Set<CaseSupplement>().AsNoTracking().Where(s => s.ReplacedAt == null && ids.Contains(s.CaseId))
            .ToDictionaryAsync(s => s.CaseId, stop);
        var conflicts = (await db.Set<CaseConflict>().AsNoTracking().Where(c => c.ToOn == null && ids.Contains(c.CaseId))
            .ToListAsync(stop)).ToLookup(c => c.CaseId);
        var beside = (await db.Set<CaseCoWorker>().AsNoTracking().Where(k => k.ToOn == null && ids.Contains(k.CaseId))
            .ToListAsync(stop)).ToLookup(k => k.CaseId);
        var assignments = (await db.Assignments.AsNoTracking().Where(a => ids.Contains(a.CaseId)).ToListAsync(stop))
            .ToLookup(a => a.CaseId);
        return cases.ToDictionary(c => c.Id, c => new SupplementHeld(
            c, before.GetValueOrDefault(c.Id), [.. conflicts[c.Id]], [.. beside[c.Id]],
            [.. assignments[c.Id].Where(a => a.ToOn is null)],
            assignments[c.Id].Where(a => a.WorkerId is not null).GroupBy(a => a.WorkerId!.Value)
                .ToDictionary(g => g.Key, g => g.First().WorkerName)));
    }

    private void Write(SupplementPending one, IReadOnlyDictionary<Id<Worker>, CoWorkPlace> places)
    {
        if (!one.IsChange)
        {
            _tally.Unchanged++;
            return;
        }

        var (held, coming) = (one.Held, one.Come.Select(c => c.Worker).ToHashSet());
        var ended = held.Conflicts.Where(c => one.ConflictsOver.Contains(c.WorkerId) || one.Conflicts.Any(n => n.Worker == c.WorkerId))
            .ToList();
        foreach (var conflict in ended) journal.Change(conflict, c => c.End(today, ""));
        foreach (var conflict in one.Conflicts)
            journal.Add(CaseConflict.Enter(held.Case.Id, conflict.Worker, conflict.Reason, today, "", stamp.Id));

        if (one.Gone.Count + one.Come.Count > 0)
        {
            CoWork.Divide(
                held.Standing, one.CoWorkers, one.Gone, one.Come, places, today, stamp.Id,
                (old, on, stays) => journal.Change(old, a => a.End(on, stays)), begun => journal.Add(begun));
            foreach (var row in held.CoWorkers.Where(k => one.Gone.ContainsKey(k.WorkerId) || coming.Contains(k.WorkerId)))
                journal.Change(row, k => k.End(one.Gone.GetValueOrDefault(k.WorkerId, today), ""));
            foreach (var come in one.Come) journal.Add(CaseCoWorker.Enter(held.Case.Id, come, "", stamp.Id));
        }

        var counts = new SupplementCounts(one.Conflicts.Count, ended.Count, one.Come.Count, one.Gone.Count);
        CaseSupplement Next(CaseSupplement? before) => CaseSupplement.Enter(held.Case.Id, one.Facts, counts, before, at, "", stamp.Id);
        if (held.Before is not { } stood)
        {
            journal.Add(Next(null));
            _tally.Added++;
            return;
        }

        CaseSupplement? next = null;
        journal.Change(stood, s => { next = Next(s); });
        journal.Add(next!);
        _tally.Changed++;
    }

    private void Refuse(SupplementRead read, SupplementRow row, Problem problem)
    {
        var column = SupplementSheetReader.Columns.FirstOrDefault(c => c.Key == problem.Field)?.Name ?? problem.Field switch
        {
            "Language" => "Language",
            "About" => "Wish about",
            "Locality" => "Area",
            "Family" => "Family group",
            "Court" => "Court",
            "HearingOn" => "Next hearing",
            "Travel" => "Travel",
            "Label" => "Label",
            "CoWorker" => "Co-worker",
            "Share" => "Co-worker share",
            "From" => "Co-worker from",
            _ => "",
        };
        _tally.Problems.Add(new(read.Sheet, row.Row, column, Severity.Error, problem.Says));
    }
}

using Fairload.App.Imports;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Census;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce.Census;

/// <summary>Holds a workforce census against the staff list: who joins, what it fills, who is left over on either side.</summary>
internal sealed class CensusStaging(Journal journal, ImportStamp stamp)
{
    private readonly Tally _tally = new();

    public async Task<ImportOutcome> Stage(FairloadDb db, CensusRead read, CancellationToken stop)
    {
        var workers = await db.Workers.AsNoTracking().ToListAsync(stop);
        var byNumber = workers.Where(w => CensusFill.Key(w.SweNumber).Length > 0).ToLookup(w => CensusFill.Key(w.SweNumber));
        var held = await db.Set<CensusEntry>().AsNoTracking().ToListAsync(stop);
        var ofYear = held.Where(e => e.Year == read.Year).GroupBy(e => e.WorkerId).ToDictionary(g => g.Key, g => g.ToList());
        var before = held.ToLookup(e => e.WorkerId);

        var joined = new Dictionary<Id<Worker>, List<CensusEntry>>();
        foreach (var person in read.People)
        {
            if (Join(person, byNumber) is not { } worker) continue;
            if (!joined.TryGetValue(worker.Id, out var entries)) joined[worker.Id] = entries = [];
            if (entries.Exists(e => e.RoleStartedOn == person.Facts.RoleStartedOn))
            {
                Fault(person, Severity.Error, $"{person.Facts.SweNumber} stands twice with the same start. The second was left out.");
                continue;
            }

            entries.Add(CensusEntry.Of(worker.Id, read.Year, person.Facts, stamp.Id));
            foreach (var element in CensusFill.Differences(worker.Facts, person.Facts))
                Fault(person, Severity.Warning, $"{element} of staff number {worker.StaffNumber} is otherwise on the staff list. The staff list stands.", element);
        }

        foreach (var worker in workers.Where(w => joined.ContainsKey(w.Id)))
            Keep(worker, joined[worker.Id], ofYear.GetValueOrDefault(worker.Id) ?? [], before[worker.Id].Where(e => e.Year != read.Year));
        foreach (var gone in ofYear.Where(y => !joined.ContainsKey(y.Key)).SelectMany(y => y.Value)) journal.Remove(gone);
        _tally.Seal(journal);
        Leftovers(workers, joined, read);
        return _tally.Outcome(new Dictionary<string, int> { [CensusReader.Worker] = read.People.Count }, read.Problems);
    }

    private Worker? Join(CensusPerson person, ILookup<string, Worker> byNumber)
    {
        var key = CensusFill.Key(person.Facts.SweNumber);
        if (key.Length == 0)
        {
            Fault(person, Severity.Error, $"There is no registration number. The worker was left out.");
            return null;
        }

        var found = byNumber[key].ToList();
        if (found.Count == 1) return found[0];
        if (found.Count > 1)
            Fault(person, Severity.Error, $"More than one person on the staff list has the registration number {person.Facts.SweNumber}. The worker was left out.");
        else
            Fault(person, Severity.Warning, $"{person.Facts.SweNumber} is in the census and not on the staff list.");
        return null;
    }

    private void Keep(Worker worker, List<CensusEntry> wanted, List<CensusEntry> standing, IEnumerable<CensusEntry> otherYears)
    {
        var changed = false;
        foreach (var entry in wanted.Where(w => !standing.Exists(s => s.Facts == w.Facts)))
        {
            journal.Add(entry);
            changed = true;
        }

        foreach (var gone in standing.Where(s => !wanted.Exists(w => w.Facts == s.Facts)))
        {
            journal.Remove(gone);
            changed = true;
        }

        var latest = CensusEntry.Latest(otherYears.Concat(wanted));
        changed |= journal.Change(worker, w => w.Amend(CensusFill.Over(w.Facts, latest)));
        if (standing.Count == 0) _tally.Added++;
        else _tally.Count(changed);
    }

    private void Leftovers(List<Worker> workers, Dictionary<Id<Worker>, List<CensusEntry>> joined, CensusRead read)
    {
        var (first, last) = (new DateOnly(read.Year - 1, 10, 1), new DateOnly(read.Year, 9, 30));
        var missing = workers.Where(w => CensusFill.Key(w.SweNumber).Length > 0 && !joined.ContainsKey(w.Id) && !w.HasLeft(first)
            && !w.HasNotStarted(last)).OrderBy(w => w.StaffNumber, StringComparer.Ordinal).ToList();
        _tally.Missing = missing.Count;
        foreach (var worker in missing)
        {
            _tally.Problems.Add(new(
                CensusReader.Worker, null, "SWENo", Severity.Warning,
                $"Staff number {worker.StaffNumber} ({worker.SweNumber}) is on the staff list and not in the census."));
        }

        if (read.Vacancies is { } vacancies)
        {
            _tally.Problems.Add(new(
                "LALevelVacancies", null, "NumberOfVacancies", Severity.Warning,
                $"The census counts {vacancies} vacant posts of the whole council. Here they are worked out from the list of posts: compare the two under Posts and vacancies."));
        }
    }

    private void Fault(CensusPerson person, Severity severity, FormattableString says, string element = "SWENo") =>
        _tally.Problems.Add(new(CensusReader.Worker, person.Line, element, severity, says));
}

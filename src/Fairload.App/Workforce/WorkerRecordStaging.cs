using Fairload.App.Imports;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce;

/// <summary>
/// Posts, absences, reductions and duties of a staff workbook. Each sheet that is there replaces what stands now and in future;
/// what is over stays as history. A sheet that is not there changes nothing.
/// </summary>
internal sealed class WorkerRecordStaging(
    FairloadDb db, Journal journal, ImportStamp stamp, Dictionary<string, Worker> workers, StaffTeams teams, Tally tally,
    StaffEnteredHere here)
{
    private Dictionary<Id<Worker>, string>? _numbers;

    public async Task Stage(StaffRead read, HashSet<Id<Worker>> changed, CancellationToken stop)
    {
        if (read.Posts is not null) Posts(read.Posts, await db.Posts.AsNoTracking().ToListAsync(stop));
        if (read.Absences is not null) Absences(read.Absences, await db.Absences.AsNoTracking().ToListAsync(stop), changed);
        if (read.Reductions is not null) Reductions(read.Reductions, await db.Reductions.AsNoTracking().ToListAsync(stop), changed);
        if (read.Duties is not null) Duties(read.Duties, await db.ExtraDuties.AsNoTracking().ToListAsync(stop), changed);
    }

    private void Posts(IReadOnlyList<PostRow> rows, IReadOnlyList<Post> held)
    {
        var wanted = rows.Select(row => Team(row.Team, "Posts", row.Row) is { } team
            ? new Post(Id<Post>.New(), team, row.Level, row.EstablishedFte, stamp.Id) : null).OfType<Post>();
        Settle(wanted, held, p => (p.TeamId, p.Level, p.EstablishedFte), _ => false, _ => { });
    }

    private void Absences(IReadOnlyList<AbsenceRow> rows, List<Absence> held, HashSet<Id<Worker>> changed)
    {
        var wanted = rows.Select(row => Worker(row.StaffNumber, "Absences", row.Row) is { } worker
            ? new Absence(Id<Absence>.New(), worker, row.FromOn, row.ToOn, row.Category, stamp.Id) : null).OfType<Absence>().ToList();
        here.Part(AbsencesHeld, wanted, held);
        Settle(wanted, held, a => (a.WorkerId, a.FromOn, a.ToOn, a.Category), a => a.ToOn < stamp.AsOf, a => changed.Add(a.WorkerId));
    }

    private void Reductions(IReadOnlyList<ReductionRow> rows, List<Reduction> held, HashSet<Id<Worker>> changed)
    {
        var wanted = rows.Select(row => Worker(row.StaffNumber, "Reductions", row.Row) is { } worker
            ? new Reduction(Id<Reduction>.New(), worker, row.Reason, row.Percent, row.FromOn, row.ToOn, stamp.Id) : null)
                .OfType<Reduction>().ToList();
        here.Part(ReductionsHeld, wanted, held);
        Settle(wanted, held, r => (r.WorkerId, r.Reason, r.Percent, r.FromOn, r.ToOn), r => r.ToOn < stamp.AsOf,
            r => changed.Add(r.WorkerId));
    }

    private void Duties(IReadOnlyList<DutyRow> rows, IReadOnlyList<ExtraDuty> held, HashSet<Id<Worker>> changed)
    {
        var wanted = rows.Select(row => Worker(row.StaffNumber, "Duties", row.Row) is { } worker
            ? new ExtraDuty(Id<ExtraDuty>.New(), worker, row.Duty, row.Points, row.FromOn, row.ToOn, stamp.Id) : null).OfType<ExtraDuty>();
        Settle(wanted, held, d => (d.WorkerId, d.Duty, d.Points, d.FromOn, d.ToOn), d => d.ToOn < stamp.AsOf, d => changed.Add(d.WorkerId));
    }

    private RecordsHeld<Absence> AbsencesHeld => new(
        EnteredKind.Absence, a => a.Id.Value, a => NumberOf(a.WorkerId), EnteredStaff.Of,
        (a, b) => a.WorkerId == b.WorkerId && Touch(a.FromOn, a.ToOn, b.FromOn, b.ToOn), a => a.ToOn < stamp.AsOf);

    private RecordsHeld<Reduction> ReductionsHeld => new(
        EnteredKind.Reduction, r => r.Id.Value, r => NumberOf(r.WorkerId), EnteredStaff.Of,
        (a, b) => a.WorkerId == b.WorkerId && Written.Fold(a.Reason) == Written.Fold(b.Reason)
            && Touch(a.FromOn, a.ToOn, b.FromOn, b.ToOn),
        r => r.ToOn < stamp.AsOf);

    private string NumberOf(Id<Worker> id) => (_numbers ??= workers.Values.ToDictionary(w => w.Id, w => w.StaffNumber))[id];

    private static bool Touch(DateOnly? from, DateOnly? to, DateOnly? otherFrom, DateOnly? otherTo) =>
        (from is null || otherTo is null || from <= otherTo) && (otherFrom is null || to is null || otherFrom <= to);

    private void Settle<T,
        TKey>(IEnumerable<T> wanted, IReadOnlyList<T> held, Func<T, TKey> facts, Func<T, bool> isHistory, Action<T> changed)
        where T : class where TKey : notnull
    {
        var standing = held.GroupBy(facts).ToDictionary(g => g.Key, g => new Queue<T>(g));
        foreach (var row in wanted.ToList())
        {
            if (standing.TryGetValue(facts(row), out var same) && same.TryDequeue(out _)) continue;
            journal.Add(row);
            changed(row);
        }

        foreach (var gone in standing.Values.SelectMany(rows => rows).Where(row => !isHistory(row)))
        {
            journal.Remove(gone);
            changed(gone);
        }
    }

    private Id<Worker>? Worker(string staffNumber, string sheet, int row)
    {
        if (workers.TryGetValue(Written.Fold(staffNumber), out var worker)) return worker.Id;
        tally.Problems.Add(new(sheet, row, "Staff number", Severity.Error, $"Staff number {staffNumber} is not on the Staff sheet, so this row was left out."));
        return null;
    }

    private Id<Team>? Team(string name, string sheet, int row)
    {
        if (teams.Find(name, null) is { } team) return team.Id;
        tally.Problems.Add(new(sheet, row, "Team", Severity.Error, $"The team {name} is not on the Teams or Staff sheet, so this row was left out."));
        return null;
    }
}

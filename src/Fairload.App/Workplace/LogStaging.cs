using Fairload.App.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>Rows of logs against what is held: new ones are added, known ones are brought up to date, nothing is closed.</summary>
/// <param name="today">No record tells of a later day.</param>
internal sealed class LogStaging(FairloadDb db, Journal journal, ImportStamp stamp, DateTime now, DateOnly today)
{
    private const string By = "a sheet";

    private readonly Tally _tally = new();
    private NameBook _names = null!;

    private RegisterDeed Deed => new(By, now, today);

    public async Task<ImportOutcome> Risks(LogRead<RiskRow> read, CancellationToken stop)
    {
        _names = await NameBook.Read(db, stamp.AsOf, stop);
        var held = (await db.Set<RiskAssessment>().AsNoTracking().ToListAsync(stop)).GroupBy(KeyOf).ToDictionary(g => g.Key, g => g.Last());
        foreach (var row in read.Rows)
        {
            if (Team(read.Sheet, row.Row, row.Team, row.DoneOn) is not { } team) continue;
            if (!Worker(read.Sheet, row.Row, row.StaffNumber, out var worker)) continue;
            var facts = new RiskFacts(row.Kind, row.About, row.Subject, team, worker, row.DoneOn, row.DoneBy, row.ReviewOn);
            if (!RiskAssessment.Enter(facts, Deed, stamp.Id).Try(out var risk, out var problems)) Refuse(read.Sheet, row.Row, problems);
            else if (!held.TryGetValue(KeyOf(risk), out var known)) Add(risk, () => held[KeyOf(risk)] = risk);
            else _tally.Count(journal.Change(known, r => r.Learn(risk.Facts, Deed)));
        }

        return Sealed(read);

        static object KeyOf(RiskAssessment r) => (r.Kind, r.About, Written.Fold(r.Subject), r.TeamId, r.WorkerId, r.DoneOn);
    }

    public async Task<ImportOutcome> Incidents(LogRead<IncidentRow> read, CancellationToken stop)
    {
        _names = await NameBook.Read(db, stamp.AsOf, stop);
        var held = (await db.Set<Incident>().AsNoTracking().Where(i => i.Reference != "").ToListAsync(stop)).ToDictionary(i => i.Reference);
        foreach (var row in read.Rows)
        {
            if (Team(read.Sheet, row.Row, row.Team, row.HappenedOn) is not { } team) continue;
            if (!Worker(read.Sheet, row.Row, row.StaffNumber, out var worker)) continue;
            if (row.FollowedUpOn > today || row.FollowedUpOn < row.HappenedOn)
            {
                Error(read.Sheet, row.Row, $"It was followed up before it happened, or in the future. The row was left out.");
            }
            else if (held.TryGetValue(row.Reference, out var known))
            {
                _tally.Count(journal.Change(known, i => i.Learn(row.FollowedUpOn, row.Outcome, row.Support, By)));
            }
            else if (Brought(row, team, worker).Try(out var made, out var problems))
            {
                Add(made, () => held[row.Reference] = made);
            }
            else
            {
                Refuse(read.Sheet, row.Row, problems);
            }
        }

        return Sealed(read);
    }

    public async Task<ImportOutcome> Feedback(LogRead<FeedbackRow> read, CancellationToken stop)
    {
        _names = await NameBook.Read(db, stamp.AsOf, stop);
        var held = (await db.Set<Feedback>().AsNoTracking().Where(f => f.Reference != "").ToListAsync(stop)).ToDictionary(f => f.Reference);
        foreach (var row in read.Rows)
        {
            if (Team(read.Sheet, row.Row, row.Team, row.ReceivedOn) is not { } team) continue;
            var facts = new FeedbackFacts(row.Kind, row.Nature, row.ReceivedOn, row.AnsweredOn, row.Outcome, team, row.Reference);
            if (!Core.Workplace.Feedback.Enter(facts, Deed, stamp.Id).Try(out var made, out var problems))
                Refuse(read.Sheet, row.Row, problems);
            else if (!held.TryGetValue(made.Reference, out var known)) Add(made, () => held[made.Reference] = made);
            else _tally.Count(journal.Change(known, f => f.Learn(made.Facts, By)));
        }

        return Sealed(read);
    }

    private Result<Incident> Brought(IncidentRow row, Id<Team> team, Id<Worker>? worker) => Incident.Bring(
        new(row.Kind, row.HappenedOn, team, worker),
        row.FollowedUpOn is { } on ? new IncidentFollowUp(on, row.Outcome, row.Support ?? false) : null, row.Support, row.Reference, Deed,
        stamp.Id);

    private void Add<T>(T row, Action know) where T : class
    {
        journal.Add(row);
        know();
        _tally.Added++;
    }

    /// <summary>As it was on the day: the same log read once more, after a reorganisation, tells of the same teams.</summary>
    private Id<Team>? Team(string sheet, int row, string written, DateOnly on)
    {
        if (_names.Team(written, on) is { } team) return team;
        Error(sheet, row, $"No team is called {written}. Import the staff sheet first, or correct the name. The row was left out.");
        return null;
    }

    /// <summary>Blank is nobody; somebody who is not known leaves the row out.</summary>
    private bool Worker(string sheet, int row, string written, out Id<Worker>? worker)
    {
        worker = written.Length == 0 ? null : _names.Worker(written, null).Worker;
        if (written.Length == 0 || worker is not null) return true;
        Error(sheet, row, $"Nobody on the staff list is {written}. The row was left out.");
        return false;
    }

    private void Refuse(string sheet, int row, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems) _tally.Problems.Add(new(sheet, row, "", Severity.Error, problem.Says));
    }

    private void Error(string sheet, int row, FormattableString says) => _tally.Problems.Add(new(sheet, row, "", Severity.Error, says));

    private ImportOutcome Sealed<T>(LogRead<T> read)
    {
        _tally.Seal(journal);
        return _tally.Outcome(read.Read, read.Problems);
    }
}

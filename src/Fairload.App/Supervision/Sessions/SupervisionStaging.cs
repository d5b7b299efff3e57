using Fairload.App.Imports;
using Fairload.Core.Imports;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision.Sessions;

/// <summary>Holds a log of supervision against the sessions that are held. What somebody entered or answered here is never changed by
/// a log.</summary>
internal sealed class SupervisionStaging
{
    private readonly Journal _journal;
    private readonly ImportStamp _stamp;
    private readonly SupervisionRead _read;
    private readonly SessionDeed _deed;
    private readonly Tally _tally = new();
    private readonly Dictionary<string, Worker> _workers;
    private readonly ILookup<Id<Worker>, SupervisionSession> _held;
    private readonly HashSet<(Id<Worker>, DateOnly)> _seen = [];

    private SupervisionStaging(
        Journal journal, ImportStamp stamp, SupervisionRead read, SessionDeed deed, IEnumerable<Worker> workers,
        IEnumerable<SupervisionSession> held)
    {
        (_journal, _stamp, _read, _deed) = (journal, stamp, read, deed);
        _workers = workers.ToDictionary(w => Written.Fold(w.StaffNumber));
        _held = held.ToLookup(s => s.WorkerId);
    }

    public static async Task<ImportOutcome> Stage(
        FairloadDb db, Journal journal, ImportStamp stamp, SupervisionRead read, DateTime now, DateOnly today, CancellationToken stop)
    {
        // Nobody's name: who brought the log stands with the import.
        var staging = new SupervisionStaging(
            journal, stamp, read, new("", null, now, today), await db.Workers.AsNoTracking().ToListAsync(stop),
            await db.Set<SupervisionSession>().AsNoTracking().ToListAsync(stop));
        foreach (var row in read.Rows) staging.Take(row);
        staging._tally.Seal(journal);
        return staging._tally.Outcome(read.Read, read.Problems);
    }

    private void Take(SupervisionRow row)
    {
        if (!_workers.TryGetValue(Written.Fold(row.StaffNumber), out var worker))
        {
            Error(row, "Staff number", $"Nobody on the staff list has the staff number {row.StaffNumber}. Bring in the staff sheet first, or correct the number. The row was left out.");
            return;
        }

        if (!_seen.Add((worker.Id, row.Plan.On)))
        {
            Error(row, "Planned for", $"Staff number {row.StaffNumber} has two sessions on {row.Plan.On:dd/MM/yyyy}. The second was left out.");
            return;
        }

        if (Wrong(row) is { } wrong)
        {
            Error(row, "", wrong);
            return;
        }

        if (_held[worker.Id].FirstOrDefault(s => s.PlannedOn == row.Plan.On || s.HeldOn == row.Plan.On) is { } there) Meet(row, there);
        else Add(row, worker.Id);
    }

    private void Add(SupervisionRow row, Id<Worker> worker)
    {
        var supervisor = _workers.GetValueOrDefault(Written.Fold(row.Supervisor))?.Id;
        if (row.Supervisor.Length > 0 && supervisor is null)
            Warn(row, "Supervisor's staff number", $"Nobody on the staff list has the staff number {row.Supervisor}. Who supervised was read as not known.");
        if (!SupervisionSession.Plan(worker, supervisor == worker ? null : supervisor, row.Plan, _deed, _stamp.Id)
            .Try(out var session, out _))
        {
            throw new InvalidOperationException("A row that is not wrong can be planned.");
        }

        Settle(row, session, isNew: true);
        _journal.Add(session);
        _tally.Added++;
    }

    private void Meet(SupervisionRow row, SupervisionSession there)
    {
        if (Says(row, there))
        {
            _tally.Unchanged++;
        }
        else if (there.BroughtBy is null || there.EnteredBy.Length > 0 || there.Answer is not null)
        {
            Warn(row, "", $"A session of {row.StaffNumber} on {row.Plan.On:dd/MM/yyyy} was entered or answered here and says something else. It stays as it is.");
            _tally.Unchanged++;
        }
        else if (there.State == SessionState.Cancelled)
        {
            Warn(row, "", $"The session of {row.StaffNumber} on {row.Plan.On:dd/MM/yyyy} is held as cancelled. It stays as it is; change it on its page.");
            _tally.Unchanged++;
        }
        else if (row.Held is null && there.State == SessionState.Held)
        {
            Warn(row, "", $"The session of {row.StaffNumber} on {row.Plan.On:dd/MM/yyyy} is recorded as held. It stays as it is; change it on its page.");
            _tally.Unchanged++;
        }
        else
        {
            _journal.Change(there, s => Settle(row, s, isNew: false));
            _tally.Changed++;
        }
    }

    /// <summary>Held or cancelled, as the row says; a row that was found to be right is never refused.</summary>
    private void Settle(SupervisionRow row, SupervisionSession session, bool isNew)
    {
        var done = row.Held is { } held ? session.Hold(held, _deed)
            : row.By is { } by ? session.Cancel(by, row.Because, _deed)
            : isNew ? default(Done) : session.Move(row.Plan, _deed);
        if (!done.Try(out _, out var problems)) throw new InvalidOperationException(problems[0].Message);
    }

    private FormattableString? Wrong(SupervisionRow row)
    {
        var problems = SessionRules.OfPlan(row.Plan, _deed.Today);
        if (row.Held is { } held)
        {
            if (held.On > _deed.Today) return $"It is said to be held on {held.On:dd/MM/yyyy}, which lies ahead. The row was left out.";
            problems.AddRange(SessionRules.OfHeld(held, _deed.Today));
        }

        return problems.Count == 0 ? null : problems[0].Says;
    }

    private static bool Says(SupervisionRow row, SupervisionSession there) => (row.Held, row.By) switch
    {
        ({ } held, _) => there.State == SessionState.Held && there.HeldOn == held.On && there.Minutes == held.Minutes
            && there.Kind == held.Kind && there.IsInterrupted == held.IsInterrupted
            && (held.Kind != SessionKind.Mixed
                || (there.CaseMinutes, there.ReflectiveMinutes) == (held.CaseMinutes, held.ReflectiveMinutes)),
        (_, { } by) => there.State == SessionState.Cancelled && there.CancelledBy == by && there.CancelledBecause == row.Because,
        _ => there.State == SessionState.Planned && there.PlannedOn == row.Plan.On && there.Place == row.Plan.Place.Trim(),
    };

    private void Error(SupervisionRow row, string column, FormattableString says) =>
        _tally.Problems.Add(new(_read.Sheet, row.Row, column, Severity.Error, says));

    private void Warn(SupervisionRow row, string column, FormattableString says) =>
        _tally.Problems.Add(new(_read.Sheet, row.Row, column, Severity.Warning, says));
}

using Fairload.App.Imports;
using Fairload.App.Workforce.Census;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Census;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce;

/// <summary>Holds a staff workbook against the people and teams that are known. Everything else joins to what it leaves.</summary>
internal sealed class StaffStaging
{
    private readonly Journal _journal;
    private readonly ImportStamp _stamp;
    private readonly Tally _tally = new();
    private readonly StaffTeams _teams;
    private readonly Dictionary<string, Worker> _workers;
    private readonly ILookup<Id<Worker>, Membership> _memberships;
    private readonly IReadOnlyDictionary<Id<Worker>, CensusEntry> _census;
    private readonly StaffEnteredHere _here;

    private StaffStaging(Journal journal, ImportStamp stamp, StaffTeams teams, IReadOnlyList<Worker> workers,
        IReadOnlyList<Membership> memberships, IReadOnlyDictionary<Id<Worker>, CensusEntry> census, StaffEnteredHere here)
    {
        (_journal, _stamp, _teams, _census, _here) = (journal, stamp, teams, census, here);
        _workers = workers.ToDictionary(w => Written.Fold(w.StaffNumber));
        _memberships = memberships.ToLookup(m => m.WorkerId);
    }

    public static async Task<ImportOutcome> Stage(FairloadDb db, Journal journal, ImportStamp stamp, StaffRead read, CancellationToken stop)
    {
        var teams = await StaffTeams.Read(db, stamp.AsOf, stop);
        var staging = new StaffStaging(
            journal,
            stamp,
            teams,
            await db.Workers.AsNoTracking().ToListAsync(stop),
            await db.Memberships.AsNoTracking().ToListAsync(stop),
            await CensusDesk.All(db, stop),
            new(await EnteredBook.Read(db, journal, stamp, StaffEnteredHere.Kinds, stop), teams, stamp.AsOf));

        foreach (var team in read.Teams ?? []) staging.Team(team);
        foreach (var person in read.Staff) staging.EnsureTeams(person);
        staging.Successors(read.Teams ?? []);
        var changed = new HashSet<Id<Worker>>();
        var seen = read.Staff.Select(person => staging.Person(person, changed)).ToList();

        var records = new WorkerRecordStaging(db, journal, stamp, staging._workers, staging._teams, staging._tally, staging._here);
        await records.Stage(read, changed, stop);
        foreach (var worker in seen.Where(s => !s.IsNew)) staging._tally.Count(changed.Contains(worker.Id));
        var ids = seen.Select(s => s.Id).ToHashSet();
        staging.NotShown(ids);
        staging._tally.Seal(journal);
        staging.Missing(ids);
        staging._tally.Problems.AddRange(staging._teams.StillNamed());
        return staging._tally.Outcome(read.Read, read.Problems) with { Conflicts = staging._here.Conflicts };
    }

    /// <summary>What a reorganisation has done stays done, though the sheet does not know of it yet.</summary>
    private void Team(TeamRow row)
    {
        if (_teams.WentWithReorganisation(row.Team, "Teams", row.Row)) return;
        if (_teams.Find(row.Team, null) is not { } held)
        {
            _teams.Add(_journal.Add(Core.Workforce.Team.Open(row.Team, row.Service, row.Employer, row.FromOn, row.ToOn, _stamp.Id)));
            return;
        }

        var (employer, from) = (_teams.Employer(held, row.Employer), _teams.FirstDay(held, row.FromOn));
        _journal.Change(held, t => t.Amend(row.Service, employer, from, row.ToOn));
    }

    /// <summary>A team that only the Staff sheet names is a team all the same, with the service and employer of the first who is in
    /// it.</summary>
    private void EnsureTeams(StaffRow person)
    {
        foreach (var share in person.Teams)
        {
            _teams.WentWithReorganisation(share.Team, "Staff", person.Row);
            if (_teams.Find(share.Team, null) is not null) continue;
            var team = Core.Workforce.Team.Open(share.Team, person.Service, person.Facts.Employer, null, null, _stamp.Id);
            _teams.Add(_journal.Add(team));
        }
    }

    private void Successors(IReadOnlyList<TeamRow> rows)
    {
        foreach (var row in rows.Where(r => !_teams.WentWithReorganisation(r.Team, "Teams", r.Row)))
        {
            var successor = row.Successor.Length == 0 ? null : _teams.Find(row.Successor, null);
            if (row.Successor.Length > 0 && successor is null)
            {
                _tally.Problems.Add(
                    new("Teams", row.Row, "Successor", Severity.Warning, $"The successor {row.Successor} of {row.Team} is not a team on the sheet."));
            }

            var team = _teams.Find(row.Team, null)!;
            if (successor?.Id != team.Id) _journal.Change(team, t => t.FollowedBy(successor?.Id));
        }
    }

    private Seen Person(StaffRow row, HashSet<Id<Worker>> changed)
    {
        var key = Written.Fold(row.Facts.StaffNumber);
        if (!_workers.TryGetValue(key, out var worker))
        {
            worker = _workers[key] = _journal.Add(Worker.Join(row.Facts, _stamp.Id));
            foreach (var (team, share) in _teams.Shares(row.Teams, [])) Join(worker.Id, team, share, null);
            _tally.Added++;
            return new(worker.Id, true);
        }

        row = _here.Merged(worker, row);
        // The key is folded for finding; the stored staff number stays as first written.
        // Who begins later is in their team already, from that day on.
        var standing = _memberships[worker.Id].Where(m => !(m.ToOn < _stamp.AsOf)).ToList();
        var wanted = _teams.Shares(row.Teams, standing);
        var written = row.Facts with { StaffNumber = worker.StaffNumber, Employer = _teams.Employer(worker, wanted, row.Facts.Employer) };
        var facts = CensusFill.Over(written, _census.GetValueOrDefault(worker.Id));
        if (_journal.Change(worker, w => w.Amend(facts)) | Teams(worker.Id, wanted, standing)) changed.Add(worker.Id);
        return new(worker.Id, false);
    }

    /// <summary>Moving team ends one membership and begins another, so that who was where is kept.</summary>
    private bool Teams(Id<Worker> worker, IReadOnlyList<(Id<Team> Team, decimal Share)> shares, IReadOnlyList<Membership> standing)
    {
        var wanted = shares.ToHashSet();
        if (wanted.SetEquals(standing.Select(m => (m.TeamId, m.Share)))) return false;

        var yesterday = _stamp.AsOf.AddDays(-1);
        foreach (var old in standing.Where(m => !wanted.Contains((m.TeamId, m.Share))))
        {
            if (old.FromOn > yesterday) _journal.Remove(old);
            else _journal.Replace(old, old with { ToOn = yesterday });
        }

        foreach (var (team, share) in shares.Where(s => !standing.Any(m => m.TeamId == s.Team && m.Share == s.Share)))
            Join(worker, team, share, _stamp.AsOf);
        return true;
    }

    private void Join(Id<Worker> worker, Id<Team> team, decimal share, DateOnly? from) =>
        _journal.Add(new Membership(Id<Membership>.New(), worker, team, share, from, null, _stamp.Id));

    /// <summary>Who was entered here and does not stand on the sheet; adds those who are settled by that to the seen.</summary>
    private void NotShown(HashSet<Id<Worker>> seen)
    {
        foreach (var worker in _workers.Values.Where(w => !seen.Contains(w.Id)).OrderBy(w => w.StaffNumber, StringComparer.Ordinal))
        {
            if (_here.StaysUnseen(worker) is not { } stays) continue;
            if (!stays) Leaves(worker);
            _tally.Count(changed: !stays);
            seen.Add(worker.Id);
        }
    }

    private void Leaves(Worker worker) => _journal.Change(worker, w => w.Amend(w.Facts with { EndsOn = _stamp.AsOf.AddDays(-1) }));

    private void Missing(HashSet<Id<Worker>> seen)
    {
        var missing = _workers.Values.Where(w => !seen.Contains(w.Id) && !w.HasLeft(_stamp.AsOf))
            .OrderBy(w => w.Name, StringComparer.Ordinal)
            .ThenBy(w => w.StaffNumber, StringComparer.Ordinal).ToList();
        _tally.Missing = missing.Count;
        foreach (var worker in missing)
        {
            if (_stamp.CloseMissing) Leaves(worker);
            else _tally.Problems.Add(NotOnTheSheet(worker));
        }
    }

    private static RowProblem NotOnTheSheet(Worker worker) => new(
        "Staff", null, "Staff number", Severity.Warning,
        $"Staff number {worker.StaffNumber} is not on this sheet. It stays as it is; give an end date, or confirm that missing people have left.");

    private sealed record Seen(Id<Worker> Id, bool IsNew);
}

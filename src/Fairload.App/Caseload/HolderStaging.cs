using Fairload.App.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>Who holds each case, as an extract says, against the assignments that stand: a change ends the one and begins the other.</summary>
internal sealed class HolderStaging
{
    private readonly Journal _journal;
    private readonly ImportStamp _stamp;
    private readonly NameBook _names;
    private readonly Dictionary<Id<Case>, List<Assignment>> _standing;
    private readonly Dictionary<string, Unmatched> _unmatched = [];

    private HolderStaging(Journal journal, ImportStamp stamp, NameBook names, Dictionary<Id<Case>, List<Assignment>> standing) =>
        (_journal, _stamp, _names, _standing) = (journal, stamp, names, standing);

    public static async Task<HolderStaging> Read(FairloadDb db, Journal journal, ImportStamp stamp, NameBook names, CancellationToken stop)
    {
        var standing = await db.Assignments.AsNoTracking()
            .Where(a => a.ToOn == null && db.Cases.Any(c => c.Id == a.CaseId && c.Source == stamp.Source)).ToListAsync(stop);
        return new(journal, stamp, names, standing.GroupBy(a => a.CaseId).ToDictionary(g => g.Key, g => g.ToList()));
    }

    /// <summary>True when somebody else holds the case than before.</summary>
    public bool Stage(Case held, SeenCase row, bool isNew)
    {
        var wanted = Wanted(row);
        var standing = _standing.GetValueOrDefault(held.Id) ?? [];
        var changed = false;

        foreach (var gone in standing.Where(a => !wanted.Any(w => w.Is(a))).ToList())
        {
            End(gone, row.AllocatedOn ?? _stamp.AsOf);
            changed = true;
        }

        foreach (var holder in wanted)
        {
            if (standing.FirstOrDefault(holder.Is) is { } same)
            {
                changed |= row.AllocatedOn is { } since && same.WorkerId is not null && _journal.Change(same, a => a.HeldSince(since));
                continue;
            }

            var (from, isKnown) = Since(row, holder, isNew);
            _journal.Add(Assignment.Begin(held.Id, holder.Worker, holder.WorkerName, holder.Team, holder.TeamName, holder.Share, from, isKnown, _stamp.Id));
            changed = true;
        }

        return changed;
    }

    public void EndAll(Id<Case> held, DateOnly on)
    {
        foreach (var assignment in _standing.GetValueOrDefault(held) ?? []) End(assignment, on);
        _standing.Remove(held);
    }

    /// <summary>One problem a name, with how many cases it stands on and where it stands first.</summary>
    public IEnumerable<RowProblem> UnknownNames() => _unmatched.Values.OrderBy(u => u.Written, StringComparer.OrdinalIgnoreCase).Select(u => u.Kind switch
    {
        UnmatchedKind.Team => new RowProblem(u.Sheet, u.Row, "Team", Severity.Warning,
            $"The team {u.Written} is not on the staff sheet ({u.Cases} cases). Settle it under Imports, Names."),
        UnmatchedKind.SharedName => new RowProblem(u.Sheet, u.Row, "Worker", Severity.Warning,
            $"More than one person is called {u.Written} ({u.Cases} cases). Settle who it is under Imports, Names."),
        _ => new RowProblem(u.Sheet, u.Row, "Worker", Severity.Warning,
            $"The name {u.Written} matches nobody on the staff sheet ({u.Cases} cases). Settle it under Imports, Names."),
    });

    private void End(Assignment assignment, DateOnly on) =>
        _journal.Change(assignment, a => a.End(on < a.FromOn ? a.FromOn : on));

    private List<Holder> Wanted(SeenCase row)
    {
        var team = _names.Team(row.TeamName);
        var teamName = NameBook.IsNoTeam(row.TeamName) ? "" : row.TeamName;
        if (team is null && teamName.Length > 0) Note(UnmatchedKind.Team, teamName, row);

        var first = Match(row.WorkerName, team, row);
        var others = row.CoWorkers.Select(c => (c, Match: Match(c.WorkerName, team, row))).Where(c => c.c.Share is > 0 and < 1).ToList();
        var rest = 1m - others.Sum(c => c.c.Share);
        if (rest <= 0) (others, rest) = ([], 1m);

        return
        [
            new Holder(first.Worker, first.IsNobody ? "" : row.WorkerName, team, teamName, rest),
            .. others.Where(c => !c.Match.IsNobody).Select(c => new Holder(c.Match.Worker, c.c.WorkerName, team, teamName, c.c.Share)),
        ];
    }

    private NameMatch Match(string written, Id<Team>? team, SeenCase row)
    {
        var match = _names.Worker(written, team);
        if (match.Worker is null && !match.IsNobody) Note(match.IsAmbiguous ? UnmatchedKind.SharedName : UnmatchedKind.Nobody, written, row);
        return match;
    }

    private void Note(UnmatchedKind kind, string written, SeenCase row)
    {
        var key = kind + "/" + PersonName.Fold(written);
        if (_unmatched.TryGetValue(key, out var known)) _unmatched[key] = known with { Cases = known.Cases + 1 };
        else _unmatched[key] = new(kind, written, row.Sheet, row.Row, 1);
    }

    /// <summary>
    /// A date of allocation is known when the sheet gives it. A case that waits and began after the last extract has waited since it
    /// began. Everything else is "since at least" the day of this extract.
    /// </summary>
    private (DateOnly From, bool IsKnown) Since(SeenCase row, Holder holder, bool isNew)
    {
        var waits = holder.Worker is null && holder.WorkerName.Length == 0;
        if (!waits && row.AllocatedOn is { } allocated) return (allocated, true);
        if (waits && isNew && row.StartedOn is { } start && start > _stamp.PreviousAsOf) return (start, true);
        return (_stamp.AsOf, false);
    }

    private enum UnmatchedKind { Team, SharedName, Nobody }

    private sealed record Unmatched(UnmatchedKind Kind, string Written, string Sheet, int Row, int Cases);

    private sealed record Holder(Id<Worker>? Worker, string WorkerName, Id<Team>? Team, string TeamName, decimal Share)
    {
        public bool Is(Assignment a) =>
            a.Share == Share && SameWorker(a) && (Team is not null ? a.TeamId == Team : a.TeamId is null && PersonName.Fold(a.TeamName) == PersonName.Fold(TeamName));

        private bool SameWorker(Assignment a) =>
            Worker is not null ? a.WorkerId == Worker : a.WorkerId is null && PersonName.Fold(a.WorkerName) == PersonName.Fold(WorkerName);
    }
}

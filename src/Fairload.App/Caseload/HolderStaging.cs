using Fairload.App.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>Who holds each case, as an extract says, against the assignments that stand: a change ends the one and begins the
/// other.</summary>
internal sealed class HolderStaging
{
    private readonly Journal _journal;
    private readonly ImportStamp _stamp;
    private readonly NameBook _names;
    private readonly Dictionary<Id<Case>, List<Assignment>> _standing;
    private readonly DecidedHere _decided;
    private readonly ILookup<Id<Case>, CaseCoWorker> _coWorkers;
    private readonly UnmatchedNames _unmatched = new();

    private HolderStaging(
        Journal journal, ImportStamp stamp, NameBook names, Dictionary<Id<Case>, List<Assignment>> standing, DecidedHere decided,
        IReadOnlyList<CaseCoWorker> coWorkers)
    {
        (_journal, _stamp, _names, _standing, _decided) = (journal, stamp, names, standing, decided);
        _coWorkers = coWorkers.OrderBy(k => k.FromOn).ThenBy(k => k.WorkerId.Value).ToLookup(k => k.CaseId);
    }

    public static async Task<HolderStaging> Read(FairloadDb db, Journal journal, ImportStamp stamp, NameBook names, CancellationToken stop)
    {
        var standing = await db.Assignments.AsNoTracking()
            .Where(a => a.ToOn == null && db.Cases.Any(c => c.Id == a.CaseId && c.Source == stamp.Source)).ToListAsync(stop);
        return new(
            journal, stamp, names, standing.GroupBy(a => a.CaseId).ToDictionary(g => g.Key, g => g.ToList()),
            await DecidedHere.Read(db, journal, stamp, stop),
            await db.Set<CaseCoWorker>().AsNoTracking()
                .Where(k => k.ToOn == null && db.Cases.Any(c => c.Id == k.CaseId && c.Source == stamp.Source)).ToListAsync(stop));
    }

    /// <summary>True when somebody else holds the case than before.</summary>
    public bool Stage(Case held, SeenCase row, bool isNew)
    {
        var standing = _standing.GetValueOrDefault(held.Id) ?? [];
        var wanted = Wanted(row, standing);
        if (_decided.Stands(held.Id, [.. wanted.Select(w => w.Worker).OfType<Id<Worker>>()])) return false;
        wanted = WithCoWorkers(held.Id, wanted, standing);

        var changed = false;

        foreach (var assignment in standing) changed |= Recognise(assignment, wanted);

        // The sheet's date is when the main holder got it: of a holder who had it before it says nothing about the others.
        var isHandedOn = wanted[0].Worker is { } main && !standing.Any(a => a.WorkerId == main);
        foreach (var gone in standing.Where(a => !wanted.Any(w => Is(w, a))).ToList())
        {
            var stays = gone.WorkerId is not null && wanted.Any(w => w.Worker == gone.WorkerId);
            End(gone, (isHandedOn ? row.AllocatedOn : null) ?? _stamp.AsOf, stays);
            changed = true;
        }

        for (var i = 0; i < wanted.Count; i++)
        {
            var holder = wanted[i];
            if (standing.FirstOrDefault(a => Is(holder, a)) is { } same)
            {
                changed |= i == 0 && row.AllocatedOn is { } since && same.WorkerId is not null
                    && _journal.Change(same, a => a.HeldSince(since));
                continue;
            }

            var continues = standing.Find(a => a.WorkerId is not null && a.WorkerId == holder.Worker);
            var (from, isKnown) = continues is not null ? (_stamp.AsOf, true) : Since(row, holder, isNew, isMain: i == 0);
            _journal.Add(Assignment.Begin(
                held.Id, holder.Worker, holder.WorkerName, holder.Team, holder.TeamName, holder.Share, from, isKnown, _stamp.Id,
                    continues));
            changed = true;
        }

        return changed;
    }

    public void EndAll(Id<Case> held, DateOnly on)
    {
        foreach (var assignment in _standing.GetValueOrDefault(held) ?? []) End(assignment, on);
        foreach (var row in _coWorkers[held].Where(k => k.ToOn is null)) _journal.Change(row, k => k.End(on, ""));
        _standing.Remove(held);
    }

    /// <summary>One problem a name, with how many cases it stands on and where it stands first.</summary>
    public IEnumerable<RowProblem> UnknownNames() => _unmatched.Problems();

    /// <summary>A name or a team that nobody knew at the last extract and that the staff sheet knows now is the same holder, not another
    /// one.</summary>
    private bool Recognise(Assignment assignment, List<Holder> wanted)
    {
        var changed = false;
        foreach (var holder in wanted)
        {
            if (assignment.WorkerId is null && holder.Worker is { } worker && IsNamed(assignment, holder))
            {
                _journal.Change(assignment, a => a.IsReally(worker));
                changed = true;
            }

            if (assignment.TeamId is null && holder.Team is { } team && assignment.TeamName.Length > 0
                && Written.Fold(assignment.TeamName) == Written.Fold(holder.TeamName))
            {
                _journal.Change(assignment, a => a.IsReally(team));
                changed = true;
            }
        }

        return changed;
    }

    private bool IsNamed(Assignment assignment, Holder holder) =>
        PlainName(assignment.WorkerName) is { Length: > 0 } name && name == PersonName.Fold(holder.WorkerName);

    private void End(Assignment assignment, DateOnly on, bool workerStays = false) =>
        _journal.Change(assignment, a => a.End(on < a.FromOn ? a.FromOn : on, workerStays));

    private List<Holder> Wanted(SeenCase row, IReadOnlyList<Assignment> standing)
    {
        var team = TeamOf(row, standing);
        var teamName = team is null && NameBook.IsNoTeam(row.TeamName) ? "" : row.TeamName;
        if (team is null && teamName.Length > 0) _unmatched.Team(teamName, row);

        var first = Match(row.WorkerName, team, row);
        var others = row.CoWorkers.Select(c => (c, Match: Match(c.WorkerName, team, row)))
            .Where(c => c.c.Share is > 0 and < 1 && !c.Match.IsNobody).ToList();
        var rest = 1m - others.Sum(c => c.c.Share);
        if (rest <= 0) (others, rest) = ([], 1m);

        return
        [
            new Holder(first.Worker, first.IsNobody ? "" : row.WorkerName, team, teamName, rest),
            .. others.Select(c => new Holder(c.Match.Worker, c.c.WorkerName, team, teamName, c.c.Share)),
        ];
    }

    /// <summary>Who was entered here as a co-worker stays one, whatever the extract knows of it, and the holder has the rest; until nobody
    /// holds the case, or they hold it themselves.</summary>
    private List<Holder> WithCoWorkers(Id<Case> id, List<Holder> wanted, IReadOnlyList<Assignment> standing)
    {
        var holds = wanted[0].Worker is null && wanted[0].WorkerName.Length == 0 ? null : wanted[0];
        var stay = new List<Holder>();
        foreach (var row in _coWorkers[id].Where(k => k.ToOn is null))
        {
            var part = standing.FirstOrDefault(a => a.WorkerId == row.WorkerId && a.Share == row.Share);
            if (holds is null || holds.Worker == row.WorkerId || part is null) _journal.Change(row, k => k.End(_stamp.AsOf, ""));
            else stay.Add(new(row.WorkerId, part.WorkerName, part.TeamId, part.TeamName, part.Share));
        }

        if (stay.Count == 0) return wanted;
        var others = wanted.Skip(1).Where(w => stay.All(s => s.Worker != w.Worker)).ToList();
        if (others.Sum(o => o.Share) + stay.Sum(s => s.Share) >= 1) others = [];
        var rest = 1 - others.Sum(o => o.Share) - stay.Sum(s => s.Share);
        return [wanted[0] with { Share = rest }, .. others, .. stay];
    }

    /// <summary>A team that was split is named by an extract that does not know it yet: the case lies where it was put, else where its
    /// worker is.</summary>
    private Id<Team>? TeamOf(SeenCase row, IReadOnlyList<Assignment> standing)
    {
        if (_names.TeamNamed(row.TeamName) is not { } named) return null;
        if (named.IsFormer) _unmatched.Former(row.TeamName, named.Now, row);
        if (named.Teams.Count == 1) return named.Teams[0];
        return standing.Select(a => a.TeamId).FirstOrDefault(t => t is { } here && named.Teams.Contains(here))
            ?? _names.Meant(named, _names.Worker(row.WorkerName, null).Worker);
    }

    private NameMatch Match(string written, Id<Team>? team, SeenCase row)
    {
        var match = _names.Worker(written, team);
        if (match.Worker is null && !match.IsNobody) _unmatched.Person(written, match.IsAmbiguous, row);
        return match;
    }

    /// <summary>
    /// A date of allocation is known when the sheet gives it to this holder; another share or team of who held the case already begins
    /// with the extract that shows it. A case that waits and began after the last extract has waited since it began. Everything else is
    /// "since at least" the day of this extract.
    /// </summary>
    private (DateOnly From, bool IsKnown) Since(SeenCase row, Holder holder, bool isNew, bool isMain)
    {
        var waits = holder.Worker is null && holder.WorkerName.Length == 0;
        if (!waits && isMain && row.AllocatedOn is { } allocated) return (allocated, true);
        if (waits && isNew && row.StartedOn is { } start && start > _stamp.PreviousAsOf) return (start, true);
        return (_stamp.AsOf, false);
    }

    private bool Is(Holder holder, Assignment a) => a.Share == holder.Share && SameWorker(holder, a)
        && (holder.Team is not null ? a.TeamId == holder.Team : a.TeamId is null
            && Written.Fold(a.TeamName) == Written.Fold(holder.TeamName));

    /// <summary>A tray that was settled to be nobody is the same waiting as no name at all.</summary>
    private bool SameWorker(Holder holder, Assignment a) =>
        holder.Worker is not null ? a.WorkerId == holder.Worker : a.WorkerId is null
            && PlainName(a.WorkerName) == PersonName.Fold(holder.WorkerName);

    private string PlainName(string written) => _names.IsNobody(written) ? "" : PersonName.Fold(written);

    private sealed record Holder(Id<Worker>? Worker, string WorkerName, Id<Team>? Team, string TeamName, decimal Share);
}

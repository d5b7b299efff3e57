using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Check;

/// <summary>What must be true of data that change from week to week: between extracts, and through reorganisations.</summary>
internal sealed class ChecksOverTime(FairloadDb db)
{
    public async Task<IReadOnlyList<Invariant>> All(CancellationToken stop) =>
    [
        await Invariant.Of(
            "Nobody holds one case twice at one time",
            from c in db.Cases
            where db.Assignments.Where(a => a.CaseId == c.Id && a.ToOn == null && a.WorkerId != null).GroupBy(a => a.WorkerId)
                .Any(g => g.Count() > 1)
            select c.Reference,
            stop),
        await Invariant.Of(
            "Nobody leaves before they begin", from w in db.Workers where w.EndsOn < w.StartsOn select w.StaffNumber, stop),
        await Dates(stop),
        await Shares(stop),
        await Closed(stop),
        await Agreed(stop),
        .. await Entered(stop),
    ];

    private async Task<Invariant> Dates(CancellationToken stop)
    {
        var wrong = await db.Memberships.Where(m => m.ToOn < m.FromOn).Select(m => m.WorkerId)
            .Union(db.Absences.Where(a => a.ToOn < a.FromOn).Select(a => a.WorkerId))
            .Union(db.Reductions.Where(r => r.ToOn < r.FromOn).Select(r => r.WorkerId))
            .Union(db.ExtraDuties.Where(d => d.ToOn < d.FromOn).Select(d => d.WorkerId)).ToListAsync(stop);
        return await Invariant.Of(
            "Time in a team, an absence, a reduction and a duty end no earlier than they begin",
            from w in db.Workers where wrong.Contains(w.Id) select w.StaffNumber, stop);
    }

    /// <summary>A sum changes only where a membership begins: it is looked at on those days.</summary>
    private async Task<Invariant> Shares(CancellationToken stop)
    {
        var over = new List<Id<Worker>>();
        foreach (var own in (await db.Memberships.AsNoTracking().ToListAsync(stop)).GroupBy(m => m.WorkerId))
        {
            if (own.Count() > 1 && own.Any(m => own.Where(o => o.IsOn(m.FromOn ?? DateOnly.MinValue)).Sum(o => o.Share) > 1.001m))
                over.Add(own.Key);
        }

        return await Invariant.Of(
            "On no day do a worker's shares of teams add up to more than one",
            from w in db.Workers where over.Contains(w.Id) select w.StaffNumber, stop);
    }

    /// <summary>A file may name a closed team again, and whoever it puts there is seen on the page of the service. What was there when the
    /// team was closed is not.</summary>
    private async Task<Invariant> Closed(CancellationToken stop)
    {
        var closed = (await db.Set<Reorganisation>().AsNoTracking().Where(r => r.State == ReorganisationState.Applied).ToListAsync(stop))
            .Where(r => r.Plan.Kind == ReorganisationKind.Close).SelectMany(r => r.Plan.From.Select(f => f.Id)).ToList();
        return await Invariant.Of(
            "Nobody and nothing that was in a team when it was closed is left in it",
            from t in db.Teams
            where closed.Contains(t.Id)
                && (db.Assignments.Any(a => a.TeamId == t.Id && a.ToOn == null && a.FromOn <= t.ToOn)
                    || db.Memberships.Any(m => m.TeamId == t.Id && (m.FromOn == null || m.FromOn <= t.ToOn)
                        && (m.ToOn == null || m.ToOn > t.ToOn)
                        && db.Workers.Any(w => w.Id == m.WorkerId && (w.EndsOn == null || w.EndsOn > t.ToOn))))
            select t.Name,
            stop);
    }

    private async Task<Invariant> Agreed(CancellationToken stop)
    {
        var decisions = db.Set<AllocationDecision>();
        return await Invariant.Of(
            "Who was agreed to take a case holds it until an extract has shown them or somebody else",
            from d in decisions
            where d.EnteredOn == null && d.OvertakenOn == null
                // Of two made in one moment, such as somebody who looks after it until there is a reply, it is not told which was last.
                && !decisions.Any(later => later.CaseId == d.CaseId && later.Id != d.Id && later.DecidedAt >= d.DecidedAt)
            from c in db.Cases
            where c.Id == d.CaseId && c.ClosedOn == null
                && !db.Assignments.Any(a => a.CaseId == c.Id && a.ToOn == null && a.WorkerId == d.WorkerId)
            select c.Reference,
            stop);
    }

    private async Task<IReadOnlyList<Invariant>> Entered(CancellationToken stop)
    {
        var marks = await db.Set<EnteredHere>().AsNoTracking().Where(m => m.State == EnteredState.Open).ToListAsync(stop);
        var records = marks.Select(m => m.RecordId).ToHashSet();
        var caseIds = records.Select(r => new Id<Case>(r)).ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id.Value, stop);
        var others = (await db.Workers.Select(w => w.Id).ToListAsync(stop)).Select(w => w.Value)
            .Concat((await db.Absences.Select(a => a.Id).ToListAsync(stop)).Select(a => a.Value))
            .Concat((await db.Reductions.Select(r => r.Id).ToListAsync(stop)).Select(r => r.Value)).Where(records.Contains).ToHashSet();
        var extracts = (await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Applied).ToListAsync(stop))
            .Where(i => i.Kind is ImportKind.Staff or ImportKind.Cases or ImportKind.AnnexA).ToLookup(SourceOf);
        return
        [
            Invariant.Of(
                "What is marked as entered here is there", Names(m => !cases.ContainsKey(m.RecordId) && !others.Contains(m.RecordId))),
            Invariant.Of(
                "What was closed here is closed, and what was opened or corrected here is open",
                Names(m => cases.TryGetValue(m.RecordId, out var one) && (m.Kind == EnteredKind.CaseClosed) == one.ClosedOn is null)),
            Invariant.Of(
                "An extract that came since has confirmed or contradicted what was entered here", Names(IsPassedOver)),
        ];

        IReadOnlyList<string> Names(Func<EnteredHere, bool> broken) =>
            [.. marks.Where(broken).Select(m => $"{m.Kind} {Name(m)}").Order(StringComparer.Ordinal)];

        string Name(EnteredHere mark) => cases.TryGetValue(mark.RecordId, out var one) ? one.Reference : mark.RecordId.ToString();

        // Of what an extract may leave out without a word, such as an absence, it need not speak.
        bool IsPassedOver(EnteredHere mark)
        {
            if (mark.Theirs.Length > 0) return false;
            var source = mark.Kind switch
            {
                EnteredKind.CaseOpened or EnteredKind.CaseClosed => cases.GetValueOrDefault(mark.RecordId)?.Source,
                EnteredKind.Starter => "",
                _ => null,
            };
            return source is not null && extracts[source].Any(i => i.AsOf > mark.EnteredOn && i.LookedAt > mark.EnteredAt);
        }
    }

    /// <summary>Empty for a staff sheet.</summary>
    private static string SourceOf(ImportRun run) => run.Kind switch
    {
        ImportKind.AnnexA => "annex-a",
        ImportKind.Cases => run.Matching.Length > 0 ? run.Matching : "cases",
        _ => "",
    };
}

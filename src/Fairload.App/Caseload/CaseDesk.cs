using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>One period of a case in somebody's hands or in a team's.</summary>
public sealed record HolderLine(Assignment Assignment, Worker? Worker, Team? Team);

/// <summary>Everything of one case: who holds it and held it, its three scores, what happened, what is due, what it weighs.</summary>
public sealed record CaseView(
    Case Case, DateOnly Today, AsOfDays AsOf, IReadOnlyList<HolderLine> Holders, Score? Practitioner, Score? Supervisor, Score? Agreed,
        int ScoresBefore,
    FactorSet FactorSet, IReadOnlyList<CaseEvent> Events, IReadOnlyList<ClockLine> Clocks, CaseLoad Points,
        IReadOnlyList<CaseEventKind> StaleBecause,
    Case? Previous, WaitingCase? Waiting, Weights Weights)
{
    /// <summary>What everybody else calls it; null where it is not restricted.</summary>
    public string? RestrictedAs { get; init; }

    public IEnumerable<HolderLine> Now => Holders.Where(h => h.Assignment.ToOn is null);
}

/// <summary>Single cases, for those who hold them and their line of management.</summary>
public sealed class CaseDesk(
    FairloadDb db, AsOfDesk asOf, WaitingDesk waiting, CaseloadSettings caseload, CouncilSettings settings, TimeProvider clock)
{
    /// <summary>Null when there is no such case or the reader may not see it: which of the two is nobody's business.</summary>
    public async Task<CaseView?> Case(Id<Case> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeCases);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } one) return null;

        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).OrderByDescending(a => a.FromOn).ToListAsync(stop);
        if (!await MaySee(id, reader, Permission.SeeCases, assignments, stop)) return null;
        var restrictedAs = one.IsRestricted ? one.Reference : null;
        if (restrictedAs is not null)
            one.Lift(await db.Set<RestrictedCase>().Where(r => r.CaseId == id).Select(r => r.Reference).SingleAsync(stop));

        var today = clock.UkToday;
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var workerIds = assignments.Select(a => a.WorkerId).OfType<Id<Worker>>().Distinct().ToList();
        var workers = await db.Workers.AsNoTracking().Where(w => workerIds.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
        var scores = await db.Scores.AsNoTracking().Where(s => s.CaseId == id).ToListAsync(stop);
        var events = await db.CaseEvents.AsNoTracking().Where(e => e.CaseId == id).ToListAsync(stop);
        var agreed = CurrentTier.Latest(scores, ScoreBy.Agreed);
        var weights = await caseload.WeightsOn(today, stop);
        var marks = await MarksNow.Of(db, db.Cases.Where(c => c.Id == id).Select(c => c.Id), stop);
        var share = assignments.Where(a => a.ToOn is null).Select(a => a.Share).DefaultIfEmpty(1).Max();
        return new(
            one, today, await asOf.Days(stop),
            [.. assignments.Select(a => new HolderLine(a, a.WorkerId is { } w ? workers[w] : null, a.TeamId is { } t ? teams[t] : null))],
            CurrentTier.Latest(scores, ScoreBy.Practitioner), CurrentTier.Latest(scores, ScoreBy.Supervisor), agreed, scores.Count,
            await caseload.FactorSetOn(one.Area, today, stop),
            [.. events.OrderByDescending(e => e.HappenedOn)],
            Caseload.Clocks.For(settings.Nation).All(one.TypeCode, events),
            CaseLoad.Of(new HeldCase(one.Id, one.TypeCode, one.Tier, marks.Of(one), share), weights),
            agreed is null ? [] : ScoreAge.FallsDueBecause(agreed.ScoredOn, events, today),
            one.PreviousId is { } before ? await db.Cases.AsNoTracking().SingleAsync(c => c.Id == before, stop) : null,
            await waiting.Of(one, teams, stop),
            weights)
        { RestrictedAs = restrictedAs };
    }

    /// <summary>Open cases whose reference begins with what was typed, as far as the reader may see them; at most twenty.</summary>
    public async Task<IReadOnlyList<Case>> Find(string reference, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeCases);
        if (string.IsNullOrWhiteSpace(reference)) return [];
        var typed = reference.Trim();
        var restricted = db.Set<RestrictedCase>().Where(r => r.Reference == typed && r.Reference.Length > 0).Select(r => r.CaseId);
        var hits = await db.Cases.AsNoTracking().Where(c => c.Reference.StartsWith(typed) || restricted.Contains(c.Id))
            .OrderBy(c => c.Reference)
            .ThenByDescending(c => c.FirstSeenOn).Take(60).ToListAsync(stop);
        var seen = new List<Case>();
        foreach (var hit in hits)
        {
            var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == hit.Id).ToListAsync(stop);
            if (await MaySee(hit.Id, reader, Permission.SeeCases, assignments, stop)) seen.Add(hit);
        }

        return [.. seen.Take(20)];
    }

    /// <summary>A case that the reader reaches and out of which nobody keeps them.</summary>
    internal async Task<bool> MaySee(
        Id<Case> id, Reader reader, Permission permission, IReadOnlyList<Assignment> assignments, CancellationToken stop) =>
        await Reaches(id, reader, permission, assignments, stop) && !await IsShut(id, reader, stop);

    /// <summary>Restricted, and the reader is neither named nor has opened it by a reason within the hour.</summary>
    internal async Task<bool> IsShut(Id<Case> id, Reader reader, CancellationToken stop)
    {
        if (!await db.Set<RestrictedCase>().AnyAsync(r => r.CaseId == id, stop)) return false;
        if (reader.Account is not { } me) return true;
        if (await db.Set<RestrictedReader>().AnyAsync(r => r.CaseId == id && r.AccountId == me, stop)) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        return !await db.Set<RestrictedOpening>()
            .AnyAsync(o => o.CaseId == id && o.AccountId == me && o.OpenedAt <= now && now < o.EndsAt, stop);
    }

    /// <summary>Those of some cases that are shut to the reader.</summary>
    internal async Task<IReadOnlySet<Id<Case>>> Shut(IReadOnlyList<Id<Case>> among, Reader reader, CancellationToken stop)
    {
        var shut = new HashSet<Id<Case>>();
        foreach (var id in await db.Set<RestrictedCase>().Where(r => among.Contains(r.CaseId)).Select(r => r.CaseId).ToListAsync(stop))
            if (await IsShut(id, reader, stop)) shut.Add(id);
        return shut;
    }

    /// <summary>Own: who holds it now, and to see it who advises on it. Team and service: where it stands now, or whose people hold it
    /// now.</summary>
    internal async Task<bool> Reaches(
        Id<Case> id, Reader reader, Permission permission, IReadOnlyList<Assignment> assignments, CancellationToken stop)
    {
        var sight = reader.SightFor(permission);
        if (sight.Everything) return true;
        var now = assignments.Where(a => a.ToOn is null).ToList();
        if (sight.Own is { } me && now.Any(a => a.WorkerId == me)) return true;

        if (permission == Permission.SeeCases && sight.Own is { } adviser
            && await db.Set<CaseAdviser>().AnyAsync(a => a.CaseId == id && a.WorkerId == adviser && a.ToOn == null, stop))
        {
            return true;
        }

        var teams = now.Select(a => a.TeamId).OfType<Id<Team>>().ToList();
        var workers = now.Select(a => a.WorkerId).OfType<Id<Worker>>().ToList();
        var today = clock.UkToday;
        var around = await db.Teams.AsNoTracking().Where(t => teams.Contains(t.Id) || db.Memberships.Any(m =>
            m.TeamId == t.Id && workers.Contains(m.WorkerId) && (m.FromOn == null || m.FromOn <= today)
                && (m.ToOn == null || m.ToOn >= today))).ToListAsync(stop);
        return around.Any(sight.SeesTeam);
    }
}

using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>People as the rules ask about them: away at a first visit, what came this week, where they work.</summary>
public sealed class AskedReading(FairloadDb db, PracticeWords listed, CouncilSettings settings)
{
    private const int Week = 7;

    /// <summary>In the order given.</summary>
    internal async Task<IReadOnlyList<PersonAsked>> Of(IReadOnlyList<PersonLoad> people, DateOnly today, CancellationToken stop)
    {
        var visit = ReferenceData.Calendar(settings.Nation).AddWorkingDays(today, settings.Limits.FirstVisitDays)
            ?? today.AddDays(settings.Limits.FirstVisitDays);
        var away = (await db.Absences.AsNoTracking().Where(a => a.FromOn <= visit && (a.ToOn == null || a.ToOn >= visit))
            .Select(a => a.WorkerId).ToListAsync(stop)).ToHashSet();
        var came = await db.Assignments
            .Where(a => a.WorkerId != null && a.FromIsKnown && a.HeldSinceOn == a.FromOn && a.FromOn > today.AddDays(-Week))
            .GroupBy(a => a.WorkerId!.Value).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var entered = (await db.Set<WorkerWord>().AsNoTracking().Where(w => w.ToOn == null).ToListAsync(stop)).ToLookup(w => w.WorkerId);
        var localities = await Localities(stop);
        var hadMost = HeavyNewCases.WhoHadMost(await CameHeavy(people, today, stop));
        return
        [
            .. people.Select(p => new PersonAsked(
                p.Worker.Id, Qualifications.Of(p.Worker, today), !p.Worker.HasLeft(today) && !p.Worker.HasNotStarted(today),
                away.Contains(p.Worker.Id), p.Load.Capacity, p.Load.Points, came.GetValueOrDefault(p.Worker.Id),
                [.. p.Teams.Select(t => new WorksIn(t.Team.Id, t.Team.Service))], [.. p.Held.Select(Asked)])
            {
                Languages = [.. listed.LanguagesIn(p.Worker.Languages), .. Words(p, PracticeKind.Language)],
                Skills = [.. Words(p, PracticeKind.Skill)],
                Goals = [.. Words(p, PracticeKind.Goal)],
                Localities = localities[p.Worker.Id].ToHashSet(StringComparer.Ordinal),
                HadMostHeavy = hadMost.Contains(p.Worker.Id),
            }),
        ];

        // A restricted case is of no family that a suggestion could name.
        static HeldCase Asked(HeldNow held) =>
            CaseType.IsRestricted(held.TypeCode) ? held.AsLoad with { Marks = held.AsLoad.Marks with { Family = "" } } : held.AsLoad;

        IEnumerable<string> Words(PersonLoad person, PracticeKind kind) =>
            entered[person.Worker.Id].Where(w => w.Kind == kind).Select(w => w.Word);
    }

    /// <summary>Where each person holds open cases.</summary>
    private async Task<ILookup<Id<Worker>, string>> Localities(CancellationToken stop) =>
        (await (from s in db.Set<CaseSupplement>().AsNoTracking()
                join a in db.Assignments on s.CaseId equals a.CaseId
                where s.ReplacedAt == null && s.Locality != "" && a.ToOn == null && a.WorkerId != null
                select new { Worker = a.WorkerId!.Value, s.Locality }).Distinct().ToListAsync(stop))
            .ToLookup(l => l.Worker, l => SupplementFacts.Fold(l.Locality));

    /// <summary>Cases that are of tier 3 now and came in the last six months.</summary>
    private async Task<IReadOnlyList<HeavyCame>> CameHeavy(IReadOnlyList<PersonLoad> people, DateOnly today, CancellationToken stop)
    {
        var since = today.AddMonths(-HeavyNewCases.Months);
        var came = await (from a in db.Assignments
                          join c in db.Cases on a.CaseId equals c.Id
                          where a.WorkerId != null && a.FromIsKnown && a.HeldSinceOn == a.FromOn && a.FromOn > since
                              && c.Tier == HeavyNewCases.Tier
                          group a by a.WorkerId!.Value into g
                          select new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. people.Select(p => new HeavyCame(p.Worker.Id, p.Load.Capacity, came.GetValueOrDefault(p.Worker.Id)))];
    }

    /// <summary>Who has held each of these cases and holds it no more.</summary>
    internal async Task<ILookup<Id<Case>, Id<Worker>>> HeldBefore(IQueryable<Id<Case>> cases, CancellationToken stop) =>
        (await db.Assignments.AsNoTracking().Where(a => a.ToOn != null && a.WorkerId != null && cases.Contains(a.CaseId))
            .Select(a => new { a.CaseId, Worker = a.WorkerId!.Value }).Distinct().ToListAsync(stop)).ToLookup(a => a.CaseId, a => a.Worker);
}

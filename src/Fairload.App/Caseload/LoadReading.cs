using Fairload.App.Store;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>One case in somebody's hands, with what a load and a list need of it.</summary>
public sealed record HeldNow(
    Id<Case> CaseId, string Reference, string TypeCode, int? Tier, string Family, string TravelBand, bool InCourt,
    Id<Worker> WorkerId, Id<Team>? TeamId, decimal Share, DateOnly FromOn, bool FromIsKnown, DateOnly? StartedOn)
{
    public HeldCase AsLoad => new(CaseId, TypeCode, Tier, new(Family, TravelBand, InCourt), Share);
}

/// <summary>One person with their load and everything it was worked out from.</summary>
public sealed record PersonLoad(
    Worker Worker, IReadOnlyList<TeamPart> Teams, IReadOnlyList<Absence> Absences, IReadOnlyList<Reduction> Reductions,
        IReadOnlyList<ExtraDuty> Duties,
    IReadOnlyList<HeldNow> Held, WorkerNow Now, WorkerLoad Load)
{
    /// <summary>The load of the same person with the same cases by other weights.</summary>
    public WorkerLoad By(Weights weights, Bands bands) => WorkerLoad.Of(Now, [.. Held.Select(c => c.AsLoad)], weights, bands);

    /// <summary>The team with the largest share of the person's time; of equals the first by name.</summary>
    public TeamPart? Team => Teams.OrderByDescending(t => t.Share).ThenBy(t => t.Team.Name, StringComparer.Ordinal).FirstOrDefault();
}

/// <summary>A team and the share of a person's time that it has.</summary>
public sealed record TeamPart(Team Team, decimal Share);

/// <summary>Loads, capacity and bands of any set of people, in a handful of queries however many they are.</summary>
public sealed class LoadReading(
    FairloadDb db, CouncilSettings settings, CaseloadSettings caseload, AdviceReading advice, Remembered remembered)
{
    public Bands Bands { get; } = new(settings.Limits.InBandFrom, settings.Limits.FullFrom, settings.Limits.OverFrom);

    /// <summary>Everybody who works here on a day, in name order: read once and kept until the data change.</summary>
    public Task<IReadOnlyList<PersonLoad>> Everybody(DateOnly day, CancellationToken stop) => remembered.Of(
        db, $"loads of everybody on {day:O}",
        () => Of(db.Workers.Where(w => (w.StartsOn == null || w.StartsOn <= day) && (w.EndsOn == null || w.EndsOn >= day)), day, stop),
        stop);

    /// <summary>People in name order. <paramref name="day"/> decides absences, reductions, newly qualified and the weights in
    /// force.</summary>
    public async Task<IReadOnlyList<PersonLoad>> Of(IQueryable<Worker> people, DateOnly day, CancellationToken stop) =>
        await Of(people, await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop), day, stop);

    /// <summary>The same for a desk that has read all teams already.</summary>
    internal async Task<IReadOnlyList<PersonLoad>> Of(
        IQueryable<Worker> people, IReadOnlyDictionary<Id<Team>, Team> teams, DateOnly day, CancellationToken stop) =>
        await Of(people, teams, day, await caseload.WeightsOn(day, stop), stop);

    /// <summary>The same by other weights than those in force: for what-ifs.</summary>
    internal async Task<IReadOnlyList<PersonLoad>> Of(
        IQueryable<Worker> people, IReadOnlyDictionary<Id<Team>, Team> teams, DateOnly day, Weights weights, CancellationToken stop)
    {
        var workers = await people.AsNoTracking().ToListAsync(stop);
        var ids = people.Select(w => w.Id);

        var members = (await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.WorkerId)).ToListAsync(stop))
            .ToLookup(m => m.WorkerId);
        var absences = (await db.Absences.AsNoTracking().Where(a => ids.Contains(a.WorkerId)).ToListAsync(stop)).ToLookup(a => a.WorkerId);
        var reductions = (await db.Reductions.AsNoTracking().Where(r => ids.Contains(r.WorkerId)).ToListAsync(stop))
            .ToLookup(r => r.WorkerId);
        var duties = (await db.ExtraDuties.AsNoTracking().Where(d => ids.Contains(d.WorkerId)).ToListAsync(stop)).ToLookup(d => d.WorkerId);
        var held = (await Held(db, ids).ToListAsync(stop)).ToLookup(h => h.WorkerId);
        var advised = await advice.Of(ids, day, stop);

        return
        [
            .. workers.OrderBy(w => w.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(w => w.StaffNumber, StringComparer.Ordinal)
                .Select(Load),
        ];

        PersonLoad Load(Worker worker)
        {
            var reduced = reductions[worker.Id].Where(r => r.IsOn(day)).ToList();
            var extra = duties[worker.Id].Where(d => d.IsOn(day)).ToList();
            var cases = held[worker.Id].ToList();
            var now = new WorkerNow(
                FteOn(worker, day), worker.IsNewlyQualified(day), [.. reduced.Select(r => r.Percent)],
                    [.. extra.Select(d => new NamedPoints(d.Duty, d.Points))],
                advised.For(worker.Id, cases));
            return new(
                worker,
                [.. members[worker.Id].Where(m => m.IsOn(day)).Select(m => new TeamPart(teams[m.TeamId], m.Share))],
                [.. absences[worker.Id].Where(a => a.IsOn(day))],
                reduced,
                extra,
                cases,
                now,
                WorkerLoad.Of(now, [.. cases.Select(c => c.AsLoad)], weights, Bands));
        }
    }

    /// <summary>Who has left or has not started has no hours to give; hours stand in for a missing FTE; neither known is not
    /// known.</summary>
    public decimal? FteOn(Worker worker, DateOnly day) =>
        worker.HasLeft(day) || worker.HasNotStarted(day) ? 0m : worker.Fte ?? worker.Hours / settings.Limits.FullTimeHours;

    /// <summary>Open cases in the hands of these people. What was entered of family, travel and court goes before what an extract says:
    /// as <see cref="SupplementFacts.Over(CaseMarks)"/> does.</summary>
    internal static IQueryable<HeldNow> Held(FairloadDb db, IQueryable<Id<Worker>> ids) =>
        from a in db.Assignments.AsNoTracking()
        join c in db.Cases.AsNoTracking() on a.CaseId equals c.Id
        join s in db.Set<CaseSupplement>().AsNoTracking().Where(s => s.ReplacedAt == null) on c.Id equals s.CaseId into entered
        from s in entered.DefaultIfEmpty()
        where a.ToOn == null && a.WorkerId != null && c.ClosedOn == null && ids.Contains(a.WorkerId!.Value)
        select new HeldNow(
            c.Id, c.Reference, c.TypeCode, c.Tier, s != null && s.Family != "" ? s.Family : c.Family,
            s != null && s.Travel != "" ? s.Travel : c.TravelBand,
            s != null && s.Court != "" ? s.Court != PracticeWords.None : c.InCourt,
            a.WorkerId!.Value, a.TeamId, a.Share, a.HeldSinceOn, a.HeldSinceIsKnown, c.StartedOn);
}

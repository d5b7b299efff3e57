using Fairload.App.Access;
using Fairload.App.Allocation;
using Fairload.App.Audit;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Plans;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload.Plans;

/// <summary>One person who is over the line, or has a plan that counts.</summary>
/// <param name="RedWeeks">Of the last twelve.</param>
public sealed record OverLine(PersonLoad Person, LoadPlan? Plan, PlanStanding Standing, int RedWeeks);

/// <summary>Everybody over the line that the reader answers for, in name order.</summary>
/// <param name="UpFrom">Weeks over the line from which they are told up the line.</param>
public sealed record OverView(IReadOnlyList<OverLine> Lines, DateOnly Today, AsOfDays AsOf, int UpFrom)
{
    public IEnumerable<OverLine> With(params PlanNeed[] needs) => Lines.Where(l => needs.Contains(l.Standing.Need));

    /// <summary>What goes up the line: late plans, and loads over the line in many weeks.</summary>
    public IEnumerable<OverLine> Up => Lines.Where(l => l.Standing.IsLate || l.RedWeeks >= UpFrom);
}

/// <summary>The plan of one person.</summary>
/// <param name="Past">Plans that have ended, the latest first.</param>
public sealed record LoadPlanView(OverLine Line, IReadOnlyList<LoadPlan> Past, DateOnly Today, bool MayMake, bool MayAnswer)
{
    public LoadPlan? Plan => Line.Plan;

    /// <summary>To be given back when it is changed; 0 for none.</summary>
    public int Version => Plan?.Version ?? 0;
}

/// <summary>Plans for loads over the line: made by who manages the person, answered by the person, gone up the line when late.</summary>
public sealed class LoadPlanDesk(
    FairloadDb db, LoadReading loads, LoadSnapshots snapshots, Remembered remembered, AsOfDesk asOf, NoticeDesk notices, AuditTrail audit,
    CouncilSettings settings, TimeProvider clock)
{
    /// <summary>The plan of somebody for whom the reader plans; null for everybody else.</summary>
    public async Task<LoadPlanView?> Of(Id<Worker> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanLoads);
        var teams = await TeamsNow.Of(db, id, clock.UkToday, stop);
        return reader.Worker != id && reader.SightFor(Permission.PlanLoads) is var sight && (sight.Everything || teams.Any(sight.SeesTeam))
            ? await View(id, mayMake: true, stop) : null;
    }

    /// <summary>The reader's own; null where the account belongs to nobody on the staff list.</summary>
    public async Task<LoadPlanView?> Mine(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeOwnWork);
        return reader.Worker is { } me ? await View(me, mayMake: false, stop) : null;
    }

    public async Task<OverView> Over(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanLoads);
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.PlanLoads));
        var plans = await db.Set<LoadPlan>().AsNoTracking().Where(p => p.EndedAt == null).ToDictionaryAsync(p => p.WorkerId, stop);
        var people = (await loads.Everybody(today, stop))
            .Where(p => p.Worker.Id != reader.Worker && (sight.Everything || p.Teams.Any(t => sight.SeesTeam(t.Team))))
            .Where(p => IsOver(p) || plans.ContainsKey(p.Worker.Id)).ToList();
        return new(await Lines(people, plans, today, stop), today, await asOf.Days(stop), settings.Limits.RedWeeksUp);
    }

    /// <summary>Makes the plan, or the next one. Refuses what Core refuses, a load that is not over the line, and a plan that somebody
    /// else has made meanwhile.</summary>
    /// <param name="seen">The version of the plan that the reader saw; 0 for none.</param>
    public async Task<Result<Done>> Make(Id<Worker> id, PlanSaid written, Id<LoadPlan>? seen, Reader reader, CancellationToken stop)
    {
        var made = await db.Change<Result<LoadPlan>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"load plan of {id}", stop);
                if (await Of(id, reader, stop) is not { } view)
                    return new Problem("", $"This person is not with you any more. Nothing was stored");
                if (view.Line.Standing.Need is PlanNeed.None or PlanNeed.CanEnd)
                    return new Problem("", $"The load is not over the line, so it needs no plan");
                if (!PlanSaid.Read(written, clock.UkToday).Try(out var said, out var problems)) return problems.ToList();
                var before = await Counting(id, stop);
                if (before is not null && Same(before, said)) return before;
                var other = before?.MadeBy ?? "–";
                if (before?.Id != seen)
                    return new Problem("", $"{other} has made another plan meanwhile. It stands above what you entered, and nothing of yours was stored. Save again if yours is right");
                var at = clock.GetUtcNow().UtcDateTime;
                before?.Finish(PlanEnd.Replaced, "", reader.Name, at);
                // What stood goes first: one at a time counts.
                await db.SaveChangesAsync(stop);
                var plan = LoadPlan.Make(id, said, view.Line.Person.Load.Percent?.Value, reader.Name, at);
                db.Add(plan);
                await audit.Note(reader, AuditAction.LoadPlanned, "person", id.ToString(), "made", stop);
                return plan;
            },
            stop);
        if (!made.Try(out _, out var refused)) return refused.ToList();
        await notices.Letter(await db.Workers.Where(w => w.Id == id && w.Email != null).Select(w => w.Email!).ToListAsync(stop), stop);
        return default(Done);
    }

    /// <summary>What the worker says to their own plan.</summary>
    public Task<Result<Done>> Answer(Id<LoadPlan> id, PlanAnswer answer, string words, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeOwnWork);
        return db.Change<Result<Done>>(
            async () =>
            {
                var plan = await db.Set<LoadPlan>().SingleOrDefaultAsync(p => p.Id == id && p.WorkerId == reader.Worker, stop);
                if (plan is null) return new Problem("", $"There is no such plan for you. Nothing was stored");
                var said = plan.Say(answer, words, clock.GetUtcNow().UtcDateTime);
                if (said.Try(out _, out _))
                    await audit.Note(reader, AuditAction.LoadPlanned, "person", plan.WorkerId.ToString(), "answered", stop);
                return said;
            },
            stop);
    }

    /// <summary>Ends a plan: below the line again, or given up for a reason.</summary>
    public Task<Result<Done>> Finish(Id<Worker> id, Id<LoadPlan> plan, string words, Reader reader, CancellationToken stop) =>
        db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"load plan of {id}", stop);
                if (await Of(id, reader, stop) is not { } view)
                    return new Problem("", $"This person is not with you any more. Nothing was stored");
                if (await Counting(id, stop) is not { } stands || stands.Id != plan) return default(Done);
                var end = view.Line.Standing.Need == PlanNeed.CanEnd ? PlanEnd.BelowTheLine : PlanEnd.GivenUp;
                var ended = stands.Finish(end, words, reader.Name, clock.GetUtcNow().UtcDateTime);
                if (ended.Try(out _, out _)) await audit.Note(reader, AuditAction.LoadPlanned, "person", id.ToString(), "ended", stop);
                return ended;
            },
            stop);

    private Task<LoadPlan?> Counting(Id<Worker> id, CancellationToken stop) =>
        db.Set<LoadPlan>().SingleOrDefaultAsync(p => p.WorkerId == id && p.EndedAt == null, stop);

    private static bool Same(LoadPlan plan, PlanSaid said) => new PlanSaid(plan.Reason, plan.Steps, plan.BelowBy) == said;

    private async Task<LoadPlanView?> View(Id<Worker> id, bool mayMake, CancellationToken stop)
    {
        var today = clock.UkToday;
        var people = await loads.Of(db.Workers.Where(w => w.Id == id), today, stop);
        if (people.Count == 0) return null;
        var all = await db.Set<LoadPlan>().AsNoTracking().Where(p => p.WorkerId == id).OrderByDescending(p => p.MadeAt).ToListAsync(stop);
        var lines = await Lines(people, all.Where(p => p.Counts).ToDictionary(p => p.WorkerId), today, stop);
        return new(lines[0], [.. all.Where(p => !p.Counts)], today, mayMake, !mayMake);
    }

    private async Task<IReadOnlyList<OverLine>> Lines(
        IReadOnlyList<PersonLoad> people, Dictionary<Id<Worker>, LoadPlan> plans, DateOnly today, CancellationToken stop)
    {
        var past = await Past(people, today, stop);
        var calendar = ReferenceData.Calendar(settings.Nation);
        return
        [
            .. people.Select(p =>
            {
                var plan = plans.GetValueOrDefault(p.Worker.Id);
                var own = past.GetValueOrDefault(p.Worker.Id) ?? [];
                var days = own.Select(s => (s.AsOf, s.Band is Band.Over or Band.OverNoCapacity));
                return new OverLine(
                    p, plan, PlanStanding.Of(IsOver(p), days, plan, today, calendar, settings.Limits.PlanDays),
                    RedWeeks.Count(own, today));
            }),
        ];
    }

    /// <summary>Loads of the last year, the earliest first: of everybody who is over kept until the data change, of others asked
    /// for.</summary>
    private async Task<Dictionary<Id<Worker>, List<LoadSnapshot>>> Past(
        IReadOnlyList<PersonLoad> people, DateOnly today, CancellationToken stop)
    {
        var over = await remembered.Of(
            db, $"past loads of everybody over the line on {today:O}",
            async () => await Read([.. (await loads.Everybody(today, stop)).Where(IsOver).Select(p => p.Worker.Id)]), stop);
        var others = people.Select(p => p.Worker.Id).Where(w => !over.ContainsKey(w)).ToList();
        return others.Count == 0 ? over : over.Concat(await Read(others)).ToDictionary();

        async Task<Dictionary<Id<Worker>, List<LoadSnapshot>>> Read(IReadOnlyList<Id<Worker>> ids)
        {
            var past = (await snapshots.Since(db.Workers.Where(w => ids.Contains(w.Id)).Select(w => w.Id), today.AddYears(-1), stop))
                .ToLookup(s => s.WorkerId);
            return ids.ToDictionary(w => w, w => past[w].ToList());
        }
    }

    private static bool IsOver(PersonLoad person) => person.Load.Band is Band.Over or Band.OverNoCapacity;
}

using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Fairload.App.Workforce.Reorganisations;

/// <summary>Reorganisations: prepared for a day, looked at beforehand, done on it as a whole or not at all, taken back before.</summary>
public sealed partial class ReorganisationDesk(
    FairloadDb db, ReorganisationReading reading, ReorganisationApplying applying, AuditTrail audit, TimeProvider clock,
    ILogger<ReorganisationDesk> log)
{
    private const string Kind = "reorganisation";

    /// <summary>Who does what is due when nobody asks.</summary>
    private static Reader ByItself { get; } = new("Fairload", null, [new(Role.Analyst)]);

    /// <summary>All that are about teams which the reader may reorganise: what is prepared by its day, then the others, the latest
    /// first.</summary>
    public async Task<IReadOnlyList<ReorganisationLine>> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Reorganise);
        var world = await reading.World(stop);
        var all = (await db.Set<Reorganisation>().AsNoTracking().ToListAsync(stop)).Where(r => Sees(reader, r.Plan, world)).ToList();
        return
        [
            .. all.Where(r => r.IsPrepared).OrderBy(r => r.DueOn).Concat(all.Where(r => !r.IsPrepared).OrderByDescending(r => r.SettledAt))
                .Select(r => new ReorganisationLine(r, r.IsDue(world.Today) && r.DueOn < world.Today)),
        ];
    }

    /// <param name="split">The team whose people are asked for; null for none.</param>
    public async Task<ReorganisationChoices> Choices(Id<Team>? split, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Reorganise);
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.Reorganise));
        var all = await db.Teams.AsNoTracking().ToListAsync(stop);
        var teams = all.Where(t => t.Exists(today) && sight.SeesTeam(t)).OrderBy(t => t.Name, StringComparer.CurrentCulture).ToList();
        var services = teams.Select(t => t.Service).Distinct().Where(s => sight.Everything || sight.Services.Contains(s));
        var people = split is { } id && teams.Exists(t => t.Id == id)
            ? await MembersNow.Of(db, [id], today).AsNoTracking().ToListAsync(stop) : [];
        return new(
            teams, [.. services.Order(StringComparer.CurrentCulture)],
            [.. all.Select(t => t.Employer).Where(e => e.Length > 0).Distinct().Order(StringComparer.CurrentCulture)],
            [.. people.OrderBy(w => w.Name, StringComparer.CurrentCulture).ThenBy(w => w.StaffNumber, StringComparer.Ordinal)]);
    }

    /// <summary>Null when there is none, or it is not the reader's to see.</summary>
    public async Task<ReorganisationView?> Show(Id<Reorganisation> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Reorganise);
        if (await db.Set<Reorganisation>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } one) return null;
        var world = await reading.World(stop);
        if (!Sees(reader, one.Plan, world)) return null;
        if (!one.IsPrepared) return new(one, world.Today, null, new(0, 0, 0, 0, 0), []);
        var left = await reading.Left(one.Plan, stop);
        return new(
            one, world.Today, await reading.Preview(one.Plan, stop), left, ReorganisationRules.WhatStandsInTheWay(one, world, left));
    }

    public Task<Result<Reorganisation>> Prepare(ReorganisationAsked asked, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Reorganise);
        return db.Change<Result<Reorganisation>>(
            async () =>
            {
                await OneAtATime.Wait(db, ImportDesk.Turn, stop);
                var world = await reading.World(stop);
                if (!Drafted(asked, world, reader).Try(out var plan, out var problems)) return problems.ToList();
                if (ReorganisationRules.WhatIsWrong(plan, world) is { Count: > 0 } wrong) return wrong.ToList();
                var one = Reorganisation.Prepare(plan, reader.Name, clock.GetUtcNow().UtcDateTime);
                db.Add(one);
                await Note(one, "prepared", reader, stop);
                return one;
            },
            stop);
    }

    /// <summary>Refused with every reason at once when something stands in the way; then nothing has changed.</summary>
    public Task<Result<Done>> Apply(Id<Reorganisation> id, int seen, Reader reader, CancellationToken stop) => Alter(
        id, reader, async one =>
        {
            var world = await reading.World(stop);
            if (one.IsPrepared && one.DueOn > world.Today)
                return new Problem("", $"Its day is {one.DueOn:d MMMM yyyy}. Until then it is only prepared");
            if (one.IsPrepared && one.Version == seen)
            {
                var inTheWay = ReorganisationRules.WhatStandsInTheWay(one, world, await reading.Left(one.Plan, stop));
                if (inTheWay.Count > 0) return inTheWay.ToList();
                var along = await applying.Do(one, reader, stop);
                await Note(one, "done", reader, stop);
                Applied(one.Id, one.Plan.Kind, along.People, along.Cases);
                return one.Apply(along.People, along.Cases, reader.Name, await ReorganisedSince.AfterImports(db, clock, stop), seen);
            }

            return one.Apply(0, 0, reader.Name, clock.GetUtcNow().UtcDateTime, seen);
        },
        stop);

    public Task<Result<Done>> Withdraw(Id<Reorganisation> id, int seen, Reader reader, CancellationToken stop) => Alter(
        id, reader,
        async one => await Noted(one, one.Withdraw(reader.Name, clock.GetUtcNow().UtcDateTime, seen), "taken back", reader, stop), stop);

    /// <summary>The teams have changed since it was prepared, and it still holds as they are now.</summary>
    public Task<Result<Done>> LookAgain(Id<Reorganisation> id, int seen, Reader reader, CancellationToken stop) => Alter(
        id, reader,
        async one => await Noted(
            one, one.LookAgain(Refreshed(one.Plan, await reading.World(stop)), seen), "looked at again", reader, stop), stop);

    /// <summary>Does what is due, the earliest first. What can not be done stays prepared; the others are done all the same.</summary>
    public async Task<ReorganisationsTended> Tend(CancellationToken stop)
    {
        var today = clock.UkToday;
        var due = (await db.Set<Reorganisation>().AsNoTracking()
                .Where(r => r.State == ReorganisationState.Prepared && r.DueOn <= today).ToListAsync(stop))
            .OrderBy(r => r.DueOn).ThenBy(r => r.PreparedAt).ToList();
        var (done, held) = (new List<Reorganisation>(), new List<ReorganisationHeld>());
        foreach (var one in due)
        {
            db.ChangeTracker.Clear();
            if ((await Apply(one.Id, one.Version, ByItself, stop)).Try(out _, out var why)) done.Add(one);
            else held.Add(new(one, why));
        }

        db.ChangeTracker.Clear();
        return new(done, held);
    }

    private async Task<Result<Done>> Alter(
        Id<Reorganisation> id, Reader reader, Func<Reorganisation, Task<Result<Done>>> verb, CancellationToken stop)
    {
        reader.Demand(Permission.Reorganise);
        try
        {
            return await db.Change(
                async () =>
                {
                    await OneAtATime.Wait(db, ImportDesk.Turn, stop);
                    if (await db.Set<Reorganisation>().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } one
                        || !Sees(reader, one.Plan, await reading.World(stop)))
                    {
                        return new Problem("", $"There is no such reorganisation, or it is not yours");
                    }

                    return await verb(one);
                },
                stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Problem("", $"Somebody changed what this reorganisation is about while it ran. Nothing of it was stored. Try again.");
        }
    }

    /// <summary>Whoever may reorganise every team that it is about, and every service in which one begins.</summary>
    private static bool Sees(Reader reader, ReorganisationPlan plan, ReorganisationWorld world)
    {
        var sight = reader.SightFor(Permission.Reorganise);
        if (sight.Everything) return true;
        var teams = world.Teams.ToDictionary(t => t.Id);
        return plan.Touches.All(id => teams.TryGetValue(id, out var team) && sight.SeesTeam(team))
            && plan.Into.All(i => !i.IsNew || sight.Services.Contains(i.Service))
            && (plan.Service.Length == 0 || sight.Services.Contains(plan.Service));
    }

    private static Result<ReorganisationPlan> Drafted(ReorganisationAsked asked, ReorganisationWorld world, Reader reader)
    {
        var teams = world.Teams.ToDictionary(t => t.Id);
        var there = world.Teams.Where(t => t.Service == asked.Service && t.Exists(asked.On)).OrderBy(t => t.Name, StringComparer.Ordinal);
        var from = asked.Kind == ReorganisationKind.MoveService ? [.. there]
            : asked.Teams.Distinct().Select(id => teams.GetValueOrDefault(id)).OfType<Team>().ToList();
        var into = asked.Into is { } one ? teams.GetValueOrDefault(one) : null;
        if (asked.Into is not null && into is null) return new Problem("Into", $"Choose a team from the list");
        var plan = new ReorganisationPlan(
            asked.Kind, asked.On, [.. from.Select(TeamSeen.Of)], [.. Into(asked, from, into)],
            asked.Kind == ReorganisationKind.MoveService ? asked.Service : "",
            asked.Kind == ReorganisationKind.MoveService ? asked.Employer.Trim() : "");
        return Sees(reader, plan, world) ? plan
            : new Problem("", $"Some of these teams, or the service, are not yours to reorganise. Choose from the list");
    }

    private static IEnumerable<PlannedTeam> Into(ReorganisationAsked asked, IReadOnlyList<Team> from, Team? into)
    {
        var first = from.Count > 0 ? from[0] : null;
        switch (asked.Kind)
        {
            case ReorganisationKind.Merge when into is not null:
                return [new(into.Id, false, into.Name, into.Service, into.Employer, into.Version, [])];
            case ReorganisationKind.Rename when first is not null:
                return [new(first.Id, false, Name(0), first.Service, first.Employer, first.Version, [])];
            case ReorganisationKind.Merge or ReorganisationKind.Split:
                return asked.Names.Select((_, number) => new PlannedTeam(
                    Id<Team>.New(), true, Name(number), asked.Service.Length > 0 ? asked.Service : first?.Service ?? "",
                        first?.Employer ?? "", 0,
                    [.. asked.Parts.Where(p => p.Value == number && number > 0).Select(p => p.Key)]));
            default:
                return [];
        }

        string Name(int number) => number < asked.Names.Count ? Written.Clean(asked.Names[number]) : "";
    }

    private static ReorganisationPlan Refreshed(ReorganisationPlan plan, ReorganisationWorld world)
    {
        var teams = world.Teams.ToDictionary(t => t.Id);
        var from = plan.Kind == ReorganisationKind.MoveService
            ? world.Teams.Where(t => t.Service == plan.Service && t.Exists(plan.On)).OrderBy(t => t.Name, StringComparer.Ordinal)
            : plan.From.Select(f => teams.GetValueOrDefault(f.Id)).OfType<Team>();
        return plan with
        {
            From = [.. from.Select(TeamSeen.Of)],
            Into = [.. plan.Into.Select(i => i.IsNew || !teams.TryGetValue(i.Id, out var now) ? i : i with { Version = now.Version })],
        };
    }

    private async Task<Result<Done>> Noted(Reorganisation one, Result<Done> done, string what, Reader reader, CancellationToken stop)
    {
        if (done.Try(out _, out _)) await Note(one, what, reader, stop);
        return done;
    }

    private Task Note(Reorganisation one, string what, Reader reader, CancellationToken stop) =>
        audit.Note(reader, AuditAction.Reorganised, Kind, one.Id.ToString(), $"{what} {one.Plan.Kind}", stop);

    [LoggerMessage(Level = LogLevel.Information, Message = "Reorganisation {Id} ({Kind}) done: {People} memberships, {Cases} cases")]
    private partial void Applied(Id<Reorganisation> id, ReorganisationKind kind, int people, int cases);
}

using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>One small thing, as a reader sees it.</summary>
/// <param name="Owner">Of the staff; null where somebody outside sees to it, or nobody yet.</param>
/// <param name="Age">Working days; null where the calendar does not reach.</param>
/// <param name="ShowsNames">Whether the reader is told who reported it, where they let themselves be named.</param>
/// <param name="MayOwn">The reader says who sees to it.</param>
/// <param name="MayAnswer">The reader says that it is fixed, or can not be.</param>
/// <param name="MaySayToo">The reader can say "me too", and has not.</param>
public sealed record SmallThingLine(
    SmallThing Thing, Team Team, Worker? Owner, int? Age, bool IsLong, bool ShowsNames, bool MayOwn, bool MayAnswer, bool MaySayToo);

/// <summary>The register of small things.</summary>
/// <param name="Open">The longest open first.</param>
/// <param name="Answered">Of the last three months, the latest first.</param>
public sealed record SmallThingList(IReadOnlyList<SmallThingLine> Open, IReadOnlyList<SmallThingLine> Answered, bool MayReport);

/// <summary>Small things: anybody of the unit reports one, sees them all and says "me too"; whoever is responsible answers.</summary>
public sealed class SmallThingDesk(FairloadDb db, CouncilSettings settings, AuditTrail audit, TimeProvider clock)
{
    private const string Kind = "small thing";
    private const int MonthsShown = 3;

    public async Task<SmallThingList> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeWorkplace);
        var looks = await Looking(reader, stop);
        var (seen, since) = (looks.Sight.All, looks.Today.AddMonths(-MonthsShown));
        var all = await db.Set<SmallThing>().AsNoTracking()
            .Where(t => seen.Contains(t.TeamId) && (t.AnsweredOn == null || t.AnsweredOn > since)).ToListAsync(stop);
        var lines = await Lines(all, looks, reader, stop);
        var inOrder = lines.OrderBy(l => l.Thing.Place, StringComparer.CurrentCulture).ThenBy(l => l.Thing.Id.Value).ToList();
        return new(
            [.. inOrder.Where(l => l.Thing.IsOpen).OrderBy(l => l.Thing.ReportedOn)],
            [.. inOrder.Where(l => !l.Thing.IsOpen).OrderByDescending(l => l.Thing.AnsweredOn)],
            looks.Reports?.Now.Count > 0);
    }

    /// <summary>Null when there is none or the reader may not see it.</summary>
    public async Task<SmallThingLine?> Show(Id<SmallThing> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeWorkplace);
        if (await db.Set<SmallThing>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop) is not { } thing) return null;
        var looks = await Looking(reader, stop);
        return looks.Sight.Sees(thing.TeamId) ? (await Lines([thing], looks, reader, stop))[0] : null;
    }

    /// <summary>Whoever works in the team, in name order, for choosing who sees to it.</summary>
    public async Task<IReadOnlyList<Worker>> Staff(Id<Team> team, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepWorkplace);
        var people = await MembersNow.Of(db, [team], clock.UkToday).AsNoTracking().ToListAsync(stop);
        return [.. people.OrderBy(w => w.Name, StringComparer.CurrentCulture).ThenBy(w => w.StaffNumber, StringComparer.Ordinal)];
    }

    /// <summary>Checks what was typed and stores nothing.</summary>
    public async Task<Result<SmallThing>> Look(SmallThingFacts facts, bool named, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ReportAtWork);
        if (!(await UnitSight.Of(db, reader, Permission.ReportAtWork, clock.UkToday, stop)).Sees(facts.TeamId))
            return RegisterProblems.NoSuchTeam;
        return SmallThing.Report(facts, Deed(named ? reader.Name : ""));
    }

    /// <summary>The same sent twice on one day is one.</summary>
    /// <param name="named">Otherwise neither the record nor the audit trail tells who reported it.</param>
    public Task<Result<SmallThing>> Report(SmallThingFacts facts, bool named, Reader reader, CancellationToken stop) =>
        db.Change<Result<SmallThing>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"small things of {facts.TeamId}", stop);
                var made = await Look(facts, named, reader, stop);
                if (!made.Try(out var thing, out _)) return made;
                var twice = await db.Set<SmallThing>().AsNoTracking().FirstOrDefaultAsync(
                    t => t.TeamId == thing.TeamId && t.Kind == thing.Kind && t.Place == thing.Place && t.What == thing.What
                        && t.ReportedOn == thing.ReportedOn && t.State == SmallThingState.Open, stop);
                if (twice is not null) return twice;
                db.Add(thing);
                var (id, what) = (thing.Id.ToString(), $"reported {thing.Kind}");
                await (named ? audit.Note(reader, AuditAction.WorkplaceChanged, Kind, id, what, stop)
                    : audit.NoteUnnamed(AuditAction.WorkplaceChanged, Kind, id, what, stop));
                return made;
            },
            stop);

    /// <summary>The reader says the same; once, however often it is sent.</summary>
    public Task<Result<Done>> SayToo(Id<SmallThing> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ReportAtWork);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"small thing {id}", stop);
                var thing = await db.Set<SmallThing>().SingleOrDefaultAsync(t => t.Id == id, stop);
                if (thing is null || !(await Looking(reader, stop)).Sight.Sees(thing.TeamId)) return RegisterProblems.NotThere;
                if (reader.Worker is not { } me) return new Problem("", $"You are not on the staff list, so this can not be counted once for you");
                if (!thing.IsOpen) return new Problem("", $"This is answered already. Report it anew if it is wrong again");
                if (await db.Set<SmallThingVoice>().AnyAsync(v => v.ThingId == id && v.WorkerId == me, stop)) return default(Done);
                db.Add(new SmallThingVoice(id, me));
                thing.OneMore();
                return default(Done);
            },
            stop);
    }

    /// <param name="owner">Of the team's staff; null for somebody outside, or nobody.</param>
    public Task<Result<Done>> Own(
        Id<SmallThing> id, Id<Worker>? owner, string outside, int version, Reader reader, CancellationToken stop) => Alter(
        id, l => l.MayOwn, async thing =>
            owner is { } one && one != thing.OwnerId && (await Staff(thing.TeamId, reader, stop)).All(w => w.Id != one)
                ? new Problem("Owner", $"Choose somebody from the list") : thing.Own(owner, outside, version),
        "given to somebody", reader, stop);

    public Task<Result<Done>> Fix(Id<SmallThing> id, DateOnly on, int version, Reader reader, CancellationToken stop) =>
        Alter(id, l => l.MayAnswer, thing => Task.FromResult(thing.Fix(on, version, Deed(reader.Name))), "fixed", reader, stop);

    public Task<Result<Done>> Cannot(Id<SmallThing> id, string because, int version, Reader reader, CancellationToken stop) => Alter(
        id, l => l.MayAnswer, t => Task.FromResult(t.Cannot(because, version, Deed(reader.Name))), "can not be fixed", reader, stop);

    /// <summary>It is not fixed after all. Anybody of the unit may say so.</summary>
    public Task<Result<Done>> OpenAgain(Id<SmallThing> id, int version, Reader reader, CancellationToken stop) =>
        Alter(id, l => l.MayAnswer || reader.May(Permission.ReportAtWork), t => Task.FromResult(t.OpenAgain(version)), "opened again",
            reader, stop);

    private Task<Result<Done>> Alter(
        Id<SmallThing> id, Func<SmallThingLine, bool> may, Func<SmallThing, Task<Result<Done>>> verb, string what, Reader reader,
        CancellationToken stop) => db.Change<Result<Done>>(
        async () =>
        {
            await OneAtATime.Wait(db, $"small thing {id}", stop);
            if (await Show(id, reader, stop) is not { } line) return RegisterProblems.NotThere;
            if (!may(line)) return new Problem("", $"Only who manages this team, or who was asked to see to it, answers this. Nothing was stored");
            var thing = await db.Set<SmallThing>().SingleAsync(t => t.Id == id, stop);
            var before = thing.Version;
            var done = await verb(thing);
            if (thing.Version == before) return done;
            if (!thing.IsOpen) await db.Set<SmallThingVoice>().Where(v => v.ThingId == id).ExecuteDeleteAsync(stop);
            await audit.Note(reader, AuditAction.WorkplaceChanged, Kind, id.ToString(), what, stop);
            return done;
        },
        stop);

    private sealed record Looks(DateOnly Today, UnitSight Sight, UnitSight? Reports, UnitSight? Keeps);

    private async Task<Looks> Looking(Reader reader, CancellationToken stop)
    {
        var today = clock.UkToday;
        return new(
            today, await UnitSight.Of(db, reader, Permission.SeeWorkplace, today, stop),
            await UnitSight.IfHeld(db, reader, Permission.ReportAtWork, today, stop),
            await UnitSight.IfHeld(db, reader, Permission.KeepWorkplace, today, stop));
    }

    private async Task<IReadOnlyList<SmallThingLine>> Lines(
        IReadOnlyList<SmallThing> things, Looks looks, Reader reader, CancellationToken stop)
    {
        var owners = things.Select(t => t.OwnerId).OfType<Id<Worker>>().Distinct().ToList();
        var people = await db.Workers.AsNoTracking().Where(w => owners.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
        var said = reader.Worker is { } me
            ? (await db.Set<SmallThingVoice>().Where(v => v.WorkerId == me).Select(v => v.ThingId).ToListAsync(stop)).ToHashSet() : [];
        var calendar = ReferenceData.Calendar(settings.Nation);
        var names = reader.May(Permission.ReportAtWork);
        return
        [
            .. things.Select(t =>
            {
                var (age, keeps) = (t.Age(looks.Today, calendar), looks.Keeps?.Sees(t.TeamId) == true);
                return new SmallThingLine(
                    t, looks.Sight.Team(t.TeamId), names && t.OwnerId is { } o ? people[o] : null, age,
                    t.IsOpen && age > settings.Limits.SmallThingDays, names, keeps,
                    keeps || (t.OwnerId is { } owner && owner == reader.Worker),
                    t.IsOpen && reader.Worker is not null && looks.Reports?.Sees(t.TeamId) == true && !said.Contains(t.Id));
            }),
        ];
    }

    private RegisterDeed Deed(string by) => new(by, clock.GetUtcNow().UtcDateTime, clock.UkToday);
}

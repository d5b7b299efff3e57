using System.Text.Json;
using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Disclosure;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>A week that the reader may take part in, and what they entered of it.</summary>
/// <param name="Mine">Null where they do not take part.</param>
public sealed record OwnTimeUse(TimeUseRound Round, TimeUse? Mine);

/// <summary>
/// Weeks in which workers write down what their time goes into. It reads the weeks of others only to make means of ten people or more, and
/// deletes them all in the same breath.
/// </summary>
public sealed class TimeUseDesk(FairloadDb db, DisclosureDesk disclosure, SicknessReading staff, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What the ledger calls a release.</summary>
    public const string Title = "Time use";

    private const string Chain = "time use";

    /// <summary>Weeks that take entries today, the earliest first.</summary>
    public async Task<IReadOnlyList<OwnTimeUse>> Mine(Reader reader, CancellationToken stop)
    {
        if (Own(reader) is not { } own) return [];
        var today = clock.UkToday;
        var rounds = (await db.Set<TimeUseRound>().AsNoTracking().Where(r => r.ClosedOn == null).OrderBy(r => r.WeekOn).ToListAsync(stop))
            .Where(r => r.TakesEntriesOn(today)).ToList();
        var weeks = await db.Set<TimeUseWeek>().AsNoTracking().Where(w => w.WorkerId == own).ToDictionaryAsync(w => w.WeekOn, stop);
        return [.. rounds.Select(r => new OwnTimeUse(r, weeks.TryGetValue(r.WeekOn, out var week) ? TimeUse.Of(week.Document) : null))];
    }

    /// <summary>Takes the place of all that the reader entered of that week. Nobody is told, and no trace of it is kept.</summary>
    public Task<Result<TimeUse>> Save(DateOnly week, IReadOnlyList<string?> typed, Reader reader, CancellationToken stop)
    {
        var own = Own(reader);
        return db.Change<Result<TimeUse>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"time use {week:yyyy-MM-dd}", stop);
                if (own is null || await Open(week, stop) is null) return IsOver;
                var read = TimeUse.Read(typed);
                if (!read.Try(out var mine, out _)) return read;
                await db.Set<TimeUseWeek>().Where(w => w.WorkerId == own && w.WeekOn == week).ExecuteDeleteAsync(stop);
                db.Add(new TimeUseWeek(own.Value, week, mine.Write()));
                return read;
            },
            stop);
    }

    /// <summary>The reader takes no part after all; nothing is left of it.</summary>
    public Task<Result<Done>> Withdraw(DateOnly week, Reader reader, CancellationToken stop)
    {
        var own = Own(reader);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"time use {week:yyyy-MM-dd}", stop);
                if (own is null || await Open(week, stop) is null) return IsOver;
                await db.Set<TimeUseWeek>().Where(w => w.WorkerId == own && w.WeekOn == week).ExecuteDeleteAsync(stop);
                return default(Done);
            },
            stop);
    }

    /// <summary>The latest first; how many take part is told to nobody.</summary>
    public async Task<IReadOnlyList<TimeUseRound>> Rounds(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ReleaseWorkplace);
        return await db.Set<TimeUseRound>().AsNoTracking().OrderByDescending(r => r.WeekOn).ToListAsync(stop);
    }

    public Task<Result<TimeUseRound>> OpenWeek(DateOnly week, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ReleaseWorkplace);
        return db.Change<Result<TimeUseRound>>(
            async () =>
            {
                await OneAtATime.Wait(db, "time use", stop);
                if (await db.Set<TimeUseRound>().SingleOrDefaultAsync(r => r.WeekOn == week, stop) is { } same) return same;
                var made = TimeUseRound.Open(week, Deed(reader));
                if (!made.Try(out var round, out _)) return made;
                db.Add(round);
                await audit.Note(reader, AuditAction.WorkplaceChanged, "time use", round.Id.ToString(), "opened", stop);
                return made;
            },
            stop);
    }

    /// <summary>Lets the means out where at least ten took part, and deletes every week, also where nothing could be let out.</summary>
    public async Task<Result<TimeUseRound>> Close(DateOnly week, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ReleaseWorkplace);
        var held = await db.Set<TimeUseRound>().AsNoTracking().SingleOrDefaultAsync(r => r.WeekOn == week, stop);
        if (held is null) return new Problem("", $"There is no such week");
        if (!held.Close("", Deed(reader)).Try(out _, out var problems)) return problems.ToList();
        if (!(await Figures(week, reader, stop)).Try(out var document, out problems)) return problems.ToList();
        return await db.Change<Result<TimeUseRound>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"time use {week:yyyy-MM-dd}", stop);
                var round = await db.Set<TimeUseRound>().SingleAsync(r => r.WeekOn == week, stop);
                if (!round.Close(document, Deed(reader)).Try(out _, out var late)) return late.ToList();
                await db.Set<TimeUseWeek>().Where(w => w.WeekOn == week).ExecuteDeleteAsync(stop);
                var what = document.Length > 0 ? "let out" : "closed without figures";
                await audit.Note(reader, AuditAction.WorkplaceChanged, "time use", round.Id.ToString(), what, stop);
                return round;
            },
            stop);
    }

    /// <summary>What was let out, the latest first.</summary>
    public async Task<IReadOnlyList<TimeUseFigures>> Released(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeWorkplaceReleases);
        return await Released(db, DateOnly.MaxValue, stop);
    }

    internal static async Task<IReadOnlyList<TimeUseFigures>> Released(FairloadDb db, DateOnly by, CancellationToken stop) =>
        (await db.Set<TimeUseRound>().AsNoTracking().Where(r => r.Document != "" && r.ClosedOn <= by).OrderByDescending(r => r.WeekOn)
            .Select(r => r.Document).ToListAsync(stop)).ConvertAll(d => JsonSerializer.Deserialize<TimeUseFigures>(d)!);

    /// <summary>Empty where fewer than the floor took part.</summary>
    private async Task<Result<string>> Figures(DateOnly week, Reader reader, CancellationToken stop)
    {
        var homes = (await staff.Homes(week, week.AddDays(6), stop)).Where(h => h.Value is not null)
            .ToDictionary(h => h.Key, h => h.Value!);
        var people = (await db.Set<TimeUseWeek>().AsNoTracking().Where(w => w.WeekOn == week).ToListAsync(stop))
            .Where(w => homes.ContainsKey(w.WorkerId))
            .Select(w => new TimeUsePerson(homes[w.WorkerId].Name, homes[w.WorkerId].Service, TimeUse.Of(w.Document)))
            .Where(p => p.Week.Total > 0).ToList();
        if (people.Count < DisclosureRule.Usual.Floor) return "";

        var round = $"{week:yyyy-MM-dd}";
        if (!TimeUseRelease.Population(round, people).Try(out var population, out var problems)) return problems.ToList();
        var released = await disclosure.Release(
            new($"{Chain} {round}", round, Title, population, TimeUseRelease.Wanted(round, people), DisclosureRule.Usual), reader, stop);
        if (!released.Try(out var release, out problems)) return problems.ToList();
        return TimeUseRelease.Of(release, people, week) is { } figures ? JsonSerializer.Serialize(figures) : "";
    }

    private static Problem IsOver => new("", $"This week takes no entries any more. Nothing was changed");

    private async Task<TimeUseRound?> Open(DateOnly week, CancellationToken stop) =>
        await db.Set<TimeUseRound>().AsNoTracking().SingleOrDefaultAsync(r => r.WeekOn == week, stop) is { } round
            && round.TakesEntriesOn(clock.UkToday) ? round : null;

    /// <summary>Null for whoever is not on the staff list, and so has no week.</summary>
    private static Id<Worker>? Own(Reader reader)
    {
        reader.Demand(Permission.RecordTimeUse);
        return reader.Worker;
    }

    private RegisterDeed Deed(Reader reader) => new(reader.Name, clock.GetUtcNow().UtcDateTime, clock.UkToday);
}

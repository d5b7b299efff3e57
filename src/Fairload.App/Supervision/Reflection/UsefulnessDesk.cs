using System.Text.Json;
using Fairload.App.Access;
using Fairload.App.Disclosure;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.Supervision.Reflection;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision.Reflection;

/// <summary>One release.</summary>
public sealed record UsefulnessReleased(UsefulnessFigures Figures, string By, DateOnly On);

/// <summary>What was let out, the newest first, and the half-year that can be let out next.</summary>
/// <param name="Next">Its first day; null where no half-year that is over waits.</param>
public sealed record UsefulnessView(IReadOnlyList<UsefulnessReleased> Releases, DateOnly? Next);

/// <summary>
/// Whether supervision is useful, by what workers say of a half-year. Single answers are read only here, to be added up; they are deleted
/// in the same change that lets the figures out.
/// </summary>
public sealed class UsefulnessDesk(FairloadDb db, DisclosureDesk disclosure, TimeProvider clock)
{
    /// <summary>What the ledger calls a release.</summary>
    public const string Title = "Usefulness of supervision";

    /// <summary>One chain for each half-year, whose answers no other release looks at.</summary>
    private const string Chain = "usefulness of supervision";

    /// <summary>What the reader said of this half-year; null for nothing.</summary>
    public async Task<Usefulness?> Mine(Reader reader, CancellationToken stop)
    {
        var (own, half) = (Own(reader), Usefulness.HalfYearOf(clock.UkToday));
        return await db.Set<Usefulness>().AsNoTracking().SingleOrDefaultAsync(u => u.WorkerId == own && u.HalfYear == half, stop);
    }

    /// <summary>Takes the place of what the reader said before. Nobody is told, and no trace of it is kept.</summary>
    public Task<Result<Usefulness>> Say(int? speak, int? helped, Reader reader, CancellationToken stop)
    {
        var own = Own(reader);
        return db.Change<Result<Usefulness>>(
            async () =>
            {
                if (!Usefulness.Say(own, clock.UkToday, speak, helped).Try(out var said, out var problems)) return problems.ToList();
                await db.Set<Usefulness>().Where(u => u.WorkerId == own && u.HalfYear == said.HalfYear).ExecuteDeleteAsync(stop);
                db.Add(said);
                return said;
            },
            stop);
    }

    public Task<Done> TakeBack(Reader reader, CancellationToken stop)
    {
        var (own, half) = (Own(reader), Usefulness.HalfYearOf(clock.UkToday));
        return db.Change(
            async () =>
            {
                await db.Set<Usefulness>().Where(u => u.WorkerId == own && u.HalfYear == half).ExecuteDeleteAsync(stop);
                return default(Done);
            },
            stop);
    }

    public async Task<UsefulnessView> Look(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSupervisionFigures);
        var now = Usefulness.HalfYearOf(clock.UkToday);
        var rows = await db.Set<UsefulnessReleaseRow>().AsNoTracking().OrderByDescending(r => r.HalfYear).ToListAsync(stop);
        var next = await db.Set<Usefulness>().Where(u => u.HalfYear < now).MinAsync(u => (DateOnly?)u.HalfYear, stop);
        return new(rows.ConvertAll(r =>
            new UsefulnessReleased(JsonSerializer.Deserialize<UsefulnessFigures>(r.Document)!, r.ReleasedBy, r.ReleasedOn)), next);
    }

    /// <summary>Lets the figures of the oldest half-year out that is over and waits.</summary>
    public async Task<Result<UsefulnessFigures>> Release(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        if ((await Look(reader, stop)).Next is not { } half)
            return new Problem("", $"No half-year that is over has answers. Figures can be let out when it is");
        var answers = await Answers(half, stop);
        if (answers.Count < DisclosureRule.Usual.Floor)
            return await Forget(half, stop);

        var round = $"{half:yyyy-MM-dd}";
        if (!UsefulnessRelease.Population(round, answers).Try(out var population, out var problems)) return problems.ToList();
        var released = await disclosure.Release(
            new($"{Chain} {round}", round, Title, population, UsefulnessRelease.Wanted(round, answers), DisclosureRule.Usual), reader,
                stop);
        if (!released.Try(out var release, out problems)) return problems.ToList();
        return UsefulnessRelease.Of(release, half, answers) is { } figures ? await Keep(figures, reader, stop)
            : new Problem("", $"Not even figures about everybody may be shown. Nothing was let out");
    }

    private static Id<Worker> Own(Reader reader)
    {
        reader.Demand(Permission.SeeOwnWork);
        return reader.Worker ?? throw new UnauthorizedAccessException("Only somebody on the staff list is asked.");
    }

    /// <summary>Where people work on the last day of the half-year; who is in two teams counts where most of their time is.</summary>
    private async Task<IReadOnlyList<UsefulnessOf>> Answers(DateOnly half, CancellationToken stop)
    {
        var last = half.AddMonths(6).AddDays(-1);
        var said = await db.Set<Usefulness>().AsNoTracking().Where(u => u.HalfYear == half).ToListAsync(stop);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var members = (await db.Memberships.AsNoTracking().ToListAsync(stop)).Where(m => m.IsOn(last)).ToLookup(m => m.WorkerId);
        return
        [
            .. said.Select(s =>
            {
                var team = members[s.WorkerId].OrderByDescending(m => m.Share)
                    .ThenBy(m => teams[m.TeamId].Name, StringComparer.Ordinal).Select(m => teams[m.TeamId]).FirstOrDefault();
                return new UsefulnessOf(team?.Service ?? "", team?.Name ?? "", s.Speak, s.Helped);
            }),
        ];
    }

    /// <summary>Fewer than the floor can never be let out: their answers are deleted, so that the next half-year can follow.</summary>
    private Task<Result<UsefulnessFigures>> Forget(DateOnly half, CancellationToken stop) => db.Change<Result<UsefulnessFigures>>(
        async () =>
        {
            await db.Set<Usefulness>().Where(u => u.HalfYear == half).ExecuteDeleteAsync(stop);
            return new Problem("", $"Fewer than {DisclosureRule.Usual.Floor} people said anything of that half-year. Nothing is let out of it, and their answers are deleted");
        },
        stop);

    private Task<Result<UsefulnessFigures>> Keep(UsefulnessFigures figures, Reader reader, CancellationToken stop) =>
        db.Change<Result<UsefulnessFigures>>(
            async () =>
            {
                // Two at once: whoever was first has let out the same half-year.
                await OneAtATime.Wait(db, Chain, stop);
                var half = figures.HalfYear;
                if (await db.Set<UsefulnessReleaseRow>().AsNoTracking().SingleOrDefaultAsync(r => r.HalfYear == half, stop) is { } first)
                    return JsonSerializer.Deserialize<UsefulnessFigures>(first.Document)!;
                db.Add(new UsefulnessReleaseRow(Id<UsefulnessFigures>.New(), half, JsonSerializer.Serialize(figures), reader.Name,
                    clock.UkToday));
                await db.Set<Usefulness>().Where(u => u.HalfYear == half).ExecuteDeleteAsync(stop);
                return figures;
            },
            stop);
}

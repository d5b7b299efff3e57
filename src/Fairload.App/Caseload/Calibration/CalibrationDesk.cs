using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Calibration;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload.Calibration;

/// <summary>Rounds of calibration: opened by the principal social worker, scored by each manager apart.</summary>
public sealed class CalibrationDesk(FairloadDb db, CaseloadSettings caseload, AuditTrail audit, TimeProvider clock)
{
    private static readonly Problem Ended = new("", $"This round has ended: nothing more can be scored in it. Nothing was stored.");

    private static readonly Problem Finished =
        new("", $"You have said that you have finished: your scores stand as they are until the round ends.");

    public async Task<RoundsView> Rounds(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Calibrate);
        var rounds = await db.Set<CalibrationRound>().AsNoTracking().ToListAsync(stop);
        var lines = new List<RoundLine>();
        foreach (var round in rounds.OrderByDescending(r => r.OpenedOn).ThenBy(r => r.Area)) lines.Add(await Line(round, reader, stop));
        return new(clock.UkToday, lines, reader.May(Permission.OpenCalibration));
    }

    /// <summary>Opens a round by the factor set in force. Refuses a second one of an area while one is open, and what Core
    /// refuses.</summary>
    public Task<Result<CalibrationRound>> Open(
        Area area, IReadOnlyList<string> codes, DateOnly? closesOn, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.OpenCalibration);
        return db.Change<Result<CalibrationRound>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"calibration of {area}", stop);
                var today = clock.UkToday;
                if ((await db.Set<CalibrationRound>().ToListAsync(stop)).Any(r => r.Area == area && r.IsOpen(today)))
                    return new Problem("Area", $"A round of this area is open already; end it first, or wait for its last day");

                var vignettes = ReferenceData.Vignettes().Where(v => v.Area == area && codes.Contains(v.Code)).ToList();
                var opened = CalibrationRound.Open(
                    await caseload.FactorSetOn(area, today, stop), vignettes, closesOn, today, reader.Name);
                if (!opened.Try(out var round, out _)) return opened;
                db.Add(round);
                await audit.Note(reader, AuditAction.CalibrationOpened, "calibration", round.Id.ToString(), stop);
                return round;
            },
            stop);
    }

    /// <summary>Ends a round before its day. False where there is none. A second time changes nothing.</summary>
    public async Task<bool> End(Id<CalibrationRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.OpenCalibration);
        return await db.Change(
            async () =>
            {
                if (await db.Set<CalibrationRound>().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return false;
                if (!round.IsOpen(clock.UkToday)) return true;
                round.End(clock.UkToday);
                await audit.Note(reader, AuditAction.CalibrationEnded, "calibration", id.ToString(), stop);
                return true;
            },
            stop);
    }

    /// <summary>Null when there is no such round.</summary>
    public async Task<RoundView?> Round(Id<CalibrationRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Calibrate);
        if (await Find(id, stop) is not { } round) return null;
        var scorer = Scorer(reader);
        var mine = (await db.Set<CalibrationAnswer>().AsNoTracking().Where(a => a.RoundId == id && a.Scorer == scorer).ToListAsync(stop))
            .ToDictionary(a => a.Vignette);
        var line = await Line(round, reader, stop);
        return new(
            line, (await caseload.ByCode(round.FactorSet, stop))!,
            [.. Vignettes(round).Select(v => new VignetteLine(v, mine.GetValueOrDefault(v.Code)))],
            line.IsOpen && reader.May(Permission.OpenCalibration));
    }

    /// <summary>Gives or changes one score. Refuses one that is not whole, a round that has ended, and who has finished.</summary>
    public Task<Result<Done>> Answer(
        Id<CalibrationRound> id, string vignette, IReadOnlyList<int?> factors, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Calibrate);
        var scorer = Scorer(reader);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"calibration {id} of {scorer}", stop);
                if (await Refusal(id, scorer, stop) is { } refused) return refused;
                var before = await db.Set<CalibrationAnswer>()
                    .SingleOrDefaultAsync(a => a.RoundId == id && a.Scorer == scorer && a.Vignette == vignette, stop);
                if (before is not null) return before.Change(factors);
                if (!CalibrationAnswer.Give(id, scorer, vignette, factors).Try(out var given, out var problems)) return problems.ToList();
                db.Add(given);
                return default(Done);
            },
            stop);
    }

    /// <summary>Says that every vignette is scored and nothing will be changed. Refuses where one is missing.</summary>
    public Task<Result<Done>> Finish(Id<CalibrationRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Calibrate);
        var scorer = Scorer(reader);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"calibration {id} of {scorer}", stop);
                if (await db.Set<CalibrationFinish>().AnyAsync(f => f.RoundId == id && f.Scorer == scorer, stop)) return default(Done);
                if (await Refusal(id, scorer, stop) is { } refused) return refused;
                var left = (await Find(id, stop))!.Codes.Count
                    - await db.Set<CalibrationAnswer>().CountAsync(a => a.RoundId == id && a.Scorer == scorer, stop);
                if (left > 0) return new Problem("", $"Score every vignette first. {left} are left.");
                db.Add(new CalibrationFinish(Id<CalibrationFinish>.New(), id, scorer, clock.GetUtcNow().UtcDateTime));
                await audit.Note(reader, AuditAction.CalibrationScored, "calibration", id.ToString(), stop);
                return default(Done);
            },
            stop);
    }

    /// <summary>Rounds that wait for the reader to score; none for who does not score.</summary>
    public async Task<IReadOnlyList<CalibrationDue>> Due(Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.Calibrate) || reader.Account is null) return [];
        var today = clock.UkToday;
        var open = (await db.Set<CalibrationRound>().AsNoTracking().Where(r => r.EndedOn == null && r.ClosesOn >= today).ToListAsync(stop))
            .OrderBy(r => r.ClosesOn).ToList();
        var due = new List<CalibrationDue>();
        foreach (var round in open)
            if (await Line(round, reader, stop) is { IsFinished: false } line) due.Add(new(round.Id, line.Left, round.ClosesOn));

        return due;
    }

    internal Task<CalibrationRound?> Find(Id<CalibrationRound> id, CancellationToken stop) =>
        db.Set<CalibrationRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop);

    internal async Task<RoundLine> Line(CalibrationRound round, Reader reader, CancellationToken stop)
    {
        var scorer = reader.Account?.Value ?? default;
        var finished = await db.Set<CalibrationFinish>().Where(f => f.RoundId == round.Id).Select(f => f.Scorer).ToListAsync(stop);
        var scored = await db.Set<CalibrationAnswer>().CountAsync(a => a.RoundId == round.Id && a.Scorer == scorer, stop);
        return new(round, scored, finished.Contains(scorer), finished.Count, round.IsOpen(clock.UkToday));
    }

    internal static IReadOnlyList<Vignette> Vignettes(CalibrationRound round)
    {
        var all = ReferenceData.Vignettes().ToDictionary(v => v.Code);
        return [.. round.Codes.Select(code => all[code])];
    }

    private async Task<Problem?> Refusal(Id<CalibrationRound> id, Guid scorer, CancellationToken stop)
    {
        if (await Find(id, stop) is not { } round || !round.IsOpen(clock.UkToday)) return Ended;
        return await db.Set<CalibrationFinish>().AnyAsync(f => f.RoundId == id && f.Scorer == scorer, stop) ? Finished : null;
    }

    private static Guid Scorer(Reader reader) =>
        reader.Account?.Value ?? throw new UnauthorizedAccessException("Only somebody with an account can score.");
}

using Fairload.Core.Access;
using Fairload.Core.Caseload.Calibration;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload.Calibration;

/// <summary>What came of a round, once it has ended: the group's distribution to all, one's own answers to each, and nobody
/// else's.</summary>
public sealed class CalibrationResults(FairloadDb db, CalibrationDesk desk, CaseloadSettings caseload)
{
    /// <summary>Null when there is no such round. Of one that is open, nothing but that it is.</summary>
    public async Task<ResultsView?> Of(Id<CalibrationRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Calibrate);
        if (await desk.Find(id, stop) is not { } round) return null;
        var line = await desk.Line(round, reader, stop);
        var set = (await caseload.ByCode(round.FactorSet, stop))!;
        var vignettes = CalibrationDesk.Vignettes(round);
        if (line.IsOpen) return new(line, set, vignettes, null, null, null);

        var scorers = await Scorers(round, round.Codes, stop);
        var result = CalibrationResult.Of(scorers);
        var me = scorers.FirstOrDefault(s => s.Who == reader.Account?.Value);
        var others = scorers.Where(s => s != me).Select(s => s.Tiers);
        return new(
            line, set, vignettes, result,
            me is null ? null : new(me.Tiers, result is null ? null : Agreement.WithOthers(me.Tiers, others)),
            result is null ? null : await Drift(round, stop));
    }

    /// <summary>Against the latest round before this one that ended, by the same factor set, with enough of the same vignettes.</summary>
    private async Task<Drift?> Drift(CalibrationRound round, CancellationToken stop)
    {
        var earlier = (await db.Set<CalibrationRound>().AsNoTracking()
                .Where(r => r.Area == round.Area && r.FactorSet == round.FactorSet && r.OpenedOn < round.OpenedOn).ToListAsync(stop))
            .OrderByDescending(r => r.OpenedOn);
        foreach (var before in earlier)
        {
            var same = round.Codes.Where(before.Codes.Contains).ToList();
            if (same.Count < CalibrationRound.FewestVignettes) continue;
            var drift = CalibrationResult.Since(
                before.OpenedOn, await Scorers(before, same, stop), await Scorers(round, same, stop));
            if (drift is not null) return drift;
        }

        return null;
    }

    /// <summary>Those who finished, with their scores of some vignettes in this order.</summary>
    private async Task<IReadOnlyList<Scorer>> Scorers(CalibrationRound round, IReadOnlyList<string> codes, CancellationToken stop)
    {
        var finished = await db.Set<CalibrationFinish>().Where(f => f.RoundId == round.Id).Select(f => f.Scorer).ToListAsync(stop);
        var answers = (await db.Set<CalibrationAnswer>().AsNoTracking().Where(a => a.RoundId == round.Id).ToListAsync(stop))
            .ToDictionary(a => (a.Scorer, a.Vignette));
        return [.. finished.Order().Select(who => new Scorer(who, [.. codes.Select(code => answers[(who, code)].Values)]))];
    }
}

using Fairload.App.Imports;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>Scores from a sheet against the scores that are held. A score is never changed: a later one follows it.</summary>
internal sealed class ScoreStaging(Journal journal, ImportStamp stamp, CaseloadSettings settings, DateTime now)
{
    private readonly Tally _tally = new();

    public async Task<ImportOutcome> Stage(FairloadDb db, ScoreRead read, CancellationToken stop)
    {
        var restricted = await RestrictedNames.Of(db, stop);
        var cases = (await db.Cases.AsNoTracking().Where(c => c.ClosedOn == null).ToListAsync(stop))
            .ToLookup(c => restricted.GetValueOrDefault(c.Id, c.Reference));
        var held = (await db.Scores.AsNoTracking().Where(s => db.Cases.Any(c => c.Id == s.CaseId && c.ClosedOn == null)).ToListAsync(stop))
            .GroupBy(s => s.CaseId).ToDictionary(g => g.Key, g => g.ToList());

        foreach (var row in read.Scores)
        {
            if (TheCase(cases, row) is not { } scored) continue;

            var set = await settings.FactorSetOn(scored.Area, row.ScoredOn, stop);
            // Of two scores of one day the one further down counts: it is a moment later.
            var given =
                Score.Give(scored.Id, row.By, set.Code, row.Factors, row.ScoredOn, row.ScoredBy, now.AddMilliseconds(_tally.Added),
                stamp.Id);
            var known = held.GetValueOrDefault(scored.Id) ?? (held[scored.Id] = []);
            if (known.Any(s => s.By == given.By && s.ScoredOn == given.ScoredOn && s.Factors == given.Factors
                && s.FactorSet == given.FactorSet))
            {
                _tally.Unchanged++;
                continue;
            }

            if (row.By == ScoreBy.Agreed && set.Tier(row.Factors) is null) Partial(row);
            journal.Add(given);
            known.Add(given);
            _tally.Added++;
            var tier = await CurrentTier.Of(known, settings, stop);
            journal.Change(scored, c => c.Tiered(tier));
        }

        _tally.Seal(journal);
        return _tally.Outcome(read.Read, read.Problems);
    }

    private Case? TheCase(ILookup<string, Case> cases, ScoreRow row)
    {
        var found = cases[row.Reference].ToList();
        if (found.Count == 1) return found[0];
        _tally.Problems.Add(found.Count == 0
            ? new("Scores", row.Row, "Case reference", Severity.Error, $"No open case has the reference {row.Reference}. Import the cases first, or correct the reference.")
            : new("Scores", row.Row, "Case reference", Severity.Error, $"More than one open case has the reference {row.Reference}. Score it on its page."));
        return null;
    }

    private void Partial(ScoreRow row) => _tally.Problems.Add(new(
        "Scores", row.Row, "", Severity.Warning, $"The agreed score of case {row.Reference} does not give all six factors, so the case counts as not scored."));
}

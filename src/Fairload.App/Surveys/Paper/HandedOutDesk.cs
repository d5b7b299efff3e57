using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Paper;

/// <summary>How many sheets each team handed out in a round of people and carers, where somebody counted them: the only thing by which
/// anybody can say how many were asked.</summary>
public sealed class HandedOutDesk(FairloadDb db, RoundDesk rounds, RoundReading reading)
{
    /// <summary>Takes the numbers of all units. Refuses what is no number, and everything once the results are out.</summary>
    /// <param name="sheets">By the number of the unit; null where nobody counted. A unit that is left out stays as it is.</param>
    /// <param name="version">Of the round, as it was read.</param>
    public Task<Result<SurveyRound>> Enter(
        Id<SurveyRound> id, IReadOnlyDictionary<int, int?> sheets, int version, Reader reader, CancellationToken stop) =>
        rounds.Alter(id, "sheets counted", reader, async round =>
        {
            if (!round.IsOfPeople || round.State is not (RoundState.Open or RoundState.Closed))
                return new Problem("", $"Sheets are counted in a round of people and carers that has opened. Nothing was changed");
            if (await db.Set<SurveyResult>().AnyAsync(r => r.RoundId == id, stop))
                return new Problem("", $"The results are out as they were worked out then. Nothing was changed");
            if (round.Version != version)
                return new Problem("", $"Somebody has changed this round meanwhile. Open the page again and enter the numbers once more");
            var units = (await reading.UnitsOf(id, stop)).ToDictionary(u => u.Number);
            var faults = sheets.Where(s => !units.ContainsKey(s.Key)).Select(_ => Unknown)
                .Concat(sheets.Where(s => units.ContainsKey(s.Key) && s.Value is < 0 or > HandedOut.Most).Select(s => Wrong(units[s.Key])))
                .ToList();
            if (faults.Count > 0) return faults;

            var there = await db.Set<HandedOut>().Where(h => h.RoundId == id).ToListAsync(stop);
            db.RemoveRange(there.Where(h => units.Values.Any(u => u.Id == h.UnitId && sheets.ContainsKey(u.Number))));
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Entries<HandedOut>().ToList().ForEach(e => e.State = EntityState.Detached);
            db.AddRange(sheets.Where(s => s.Value is not null).Select(s => new HandedOut(units[s.Key].Id, id, s.Value!.Value)));
            round.Counted();
            return round;
        }, stop);

    private static Problem Unknown => new("", $"There is no such team in this round. Open the page again; nothing was changed");

    private static Problem Wrong(RoundUnit unit) =>
        new($"Sheets{unit.Number}", $"Enter how many sheets {unit.Name} handed out, from 0 to {HandedOut.Most}, or leave it empty");
}

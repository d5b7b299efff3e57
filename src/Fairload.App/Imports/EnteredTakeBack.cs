using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>Puts back what stood before something was entered by hand. Inside a change.</summary>
internal sealed class EnteredTakeBack(FairloadDb db)
{
    public Task<Result<Done>> Run(EnteredHere mark, CancellationToken stop) => mark.Kind switch
    {
        EnteredKind.Absence => Absence(mark, stop),
        EnteredKind.Reduction => Reduction(mark, stop),
        EnteredKind.Leaver => Leaver(mark, stop),
        EnteredKind.CaseClosed => Closed(mark, stop),
        EnteredKind.CaseCorrected => Corrected(mark, stop),
        EnteredKind.CaseOpened => Refuse(new("", $"A case that was opened here is not taken back, because people may have worked with it. Close it instead, and say why.")),
        _ => Refuse(new("", $"A person who was entered here is not taken back, because cases may stand in their name. Enter their last day instead.")),
    };

    private static Task<Result<Done>> Refuse(Problem why) => Task.FromResult<Result<Done>>(why);

    private async Task<Result<Done>> Absence(EnteredHere mark, CancellationToken stop)
    {
        var id = new Id<Absence>(mark.RecordId);
        var held = await db.Absences.SingleAsync(a => a.Id == id, stop);
        if (mark.Before.Length == 0)
        {
            db.Remove(held);
        }
        else
        {
            var before = EnteredFacts.Read(mark.Before);
            Put(held, held with
            {
                FromOn = before.Day(FactKind.From) ?? held.FromOn,
                ToOn = before.Day(FactKind.To),
                Category = before[FactKind.Category],
            });
        }

        return default(Done);
    }

    private async Task<Result<Done>> Reduction(EnteredHere mark, CancellationToken stop)
    {
        var id = new Id<Reduction>(mark.RecordId);
        var held = await db.Reductions.SingleAsync(r => r.Id == id, stop);
        if (mark.Before.Length == 0)
        {
            db.Remove(held);
        }
        else
        {
            var before = EnteredFacts.Read(mark.Before);
            Put(held, held with
            {
                FromOn = before.Day(FactKind.From),
                ToOn = before.Day(FactKind.To),
                Reason = before[FactKind.Reason],
                Percent = decimal.Parse(before[FactKind.Percent], System.Globalization.CultureInfo.InvariantCulture),
            });
        }

        return default(Done);
    }

    private void Put<T>(T held, T now) where T : class => db.Entry(held).CurrentValues.SetValues(now);

    private async Task<Result<Done>> Leaver(EnteredHere mark, CancellationToken stop)
    {
        var id = new Id<Worker>(mark.RecordId);
        var worker = await db.Workers.SingleAsync(w => w.Id == id, stop);
        worker.Amend(worker.Facts with { EndsOn = EnteredFacts.Read(mark.Before).Day(FactKind.LastDay) });
        return default(Done);
    }

    private async Task<Result<Done>> Corrected(EnteredHere mark, CancellationToken stop)
    {
        var id = new Id<Case>(mark.RecordId);
        var (one, before) = (await db.Cases.SingleAsync(c => c.Id == id, stop), EnteredFacts.Read(mark.Before));
        one.Corrected(before[FactKind.Type], before.Day(FactKind.Began));
        return default(Done);
    }

    /// <summary>Whoever held it when it was closed holds it again.</summary>
    private async Task<Result<Done>> Closed(EnteredHere mark, CancellationToken stop)
    {
        var id = new Id<Case>(mark.RecordId);
        var one = await db.Cases.SingleAsync(c => c.Id == id, stop);
        if (await db.Cases.AnyAsync(c => c.Reference == one.Reference && c.Source == one.Source && c.ClosedOn == null, stop))
            return new Problem("", $"The case {one.Reference} has been opened again since, so its closing can not be taken back.");
        var ended = await db.Assignments.Where(a => a.CaseId == id).ToListAsync(stop);
        var last = ended.Max(a => a.ToOn);
        one.WasNotClosed();
        var parts = 0m;
        foreach (var held in ended.Where(a => a.ToOn == last).OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id.Value))
        {
            // Whoever gave it away on the day of the closing does not get it back.
            if (parts + held.Share > 1) continue;
            parts += held.Share;
            held.WasNotEnded();
        }

        return default(Done);
    }
}

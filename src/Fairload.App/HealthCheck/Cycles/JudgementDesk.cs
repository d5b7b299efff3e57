using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Cycles;

/// <summary>What somebody judges of a part.</summary>
/// <param name="Step">Empty where no step is reached yet.</param>
/// <param name="Shown">What shows each thing that the step asks for, in its order.</param>
public sealed record JudgementSaid(string Step, IReadOnlyList<string> Shown, string Because, string StaffSay);

/// <summary>Judging a part of a year's health check.</summary>
public sealed class JudgementDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Every judgement of a part in a year, the latest first.</summary>
    public async Task<IReadOnlyList<Judgement>> Before(Id<Cycle> cycle, string part, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeHealthCheck);
        return (await db.Set<Judgement>().AsNoTracking().Where(j => j.CycleId == cycle && j.Part == part).ToListAsync(stop))
            .OrderBy(j => j.ReplacedAt is not null).ThenByDescending(j => j.JudgedAt).ThenByDescending(j => j.Id.Value).ToList();
    }

    /// <param name="seen">The judgement that the reader saw; null for none.</param>
    public Task<Result<Judgement>> Judge(
        int year, string part, JudgementSaid said, Id<Judgement>? seen, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.DecideHealthCheck);
        return db.Change<Result<Judgement>>(
            async () =>
            {
                await OneAtATime.Wait(db, "health check", stop);
                if (await db.Set<Cycle>().SingleOrDefaultAsync(c => c.Year == year, stop) is not { } cycle)
                    return new Problem("", $"There is no health check of {year}. Open one first");
                if (cycle.IsFrozen || cycle.Step < CycleStep.Judging)
                    return new Problem("", $"Parts are judged after the talk and before the report. Go to that step first");
                var at = clock.GetUtcNow().UtcDateTime;
                var judged = Judgement.Say(
                    cycle.Id, ShippedFrameworks.Ladder, part, said.Step, said.Shown, said.Because, said.StaffSay, reader.Name, at);
                if (!judged.Try(out var judgement, out _)) return judged;
                var now = await db.Set<Judgement>()
                    .SingleOrDefaultAsync(j => j.CycleId == cycle.Id && j.Part == part && j.ReplacedAt == null, stop);
                var other = now?.JudgedBy ?? "–";
                if (now?.Id != seen)
                    return new Problem("", $"{other} has judged this part meanwhile. Their words stand below; what you entered is still here and not saved");
                if (now is not null)
                {
                    now.Replace(at);
                    await db.SaveChangesAsync(stop);
                }

                db.Add(judgement);
                await audit.Note(reader, AuditAction.HealthCheckChanged, "health check", $"{year}", $"judgement {part}", stop);
                return judgement;
            },
            stop);
    }
}

using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>
/// The registers of the whole council as figures, for the measures of the health check. What it gives is not protected: whoever shows
/// any of it to people outside the line of management shows only what was let out.
/// </summary>
public sealed class WorkplaceFiguresDesk(FairloadDb db, SicknessReading sickness)
{
    /// <param name="from">The first day of the period.</param>
    /// <param name="to">The last day of the period.</param>
    /// <param name="cutOff">The day on which everything is counted; what was recorded for later days does not count.</param>
    internal async Task<WorkplaceFigures> Of(DateOnly from, DateOnly to, DateOnly cutOff, CancellationToken stop)
    {
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(cutOff)).Select(t => t.Id).ToList();
        var risks = await db.Set<RiskAssessment>().AsNoTracking().Where(r => r.DoneOn <= cutOff).ToListAsync(stop);
        var incidents = await db.Set<Incident>().AsNoTracking().Where(i => i.HappenedOn <= cutOff).ToListAsync(stop);
        var things = await db.Set<SmallThing>().AsNoTracking().Where(t => t.ReportedOn <= cutOff).ToListAsync(stop);
        var all = await db.Set<Feedback>().AsNoTracking().Where(f => f.ReceivedOn <= cutOff).ToListAsync(stop);
        var quarters = Quarters(all, from, to);
        var year = await sickness.People(cutOff.AddYears(-1).AddDays(1), cutOff, stop);
        var lost = SicknessFigure.Of(year.Select(p => p.Worker), cutOff.AddYears(-1).AddDays(1), cutOff, sickness.Calendar);
        return new(
            from, to, cutOff, RiskCover.Of(teams, risks, cutOff),
            incidents.Count == 0 ? null : WorkplaceFigures.CountIncidents(incidents, from, to, cutOff),
            all.Count == 0 ? null : [.. quarters.Where(q => !q.Quarter.IsBefore(Quarter.Of(from)))],
            NatureShift.Of(quarters),
            all.Count == 0 ? null : WorkplaceFigures.CountComplaints(all, from, to, cutOff),
            Count(FeedbackKind.Comment), Count(FeedbackKind.Compliment),
            lost?.DaysPerFte is null ? null : lost, sickness.Target,
            things.Count == 0 ? null : WorkplaceFigures.CountSmallThings(things, from, to, cutOff, sickness.Calendar),
            await TimeUseDesk.Released(db, cutOff, stop) is [var latest, ..] ? latest : null);

        int? Count(FeedbackKind kind) =>
            all.Count == 0 ? null : all.Count(f => f.Kind == kind && from <= f.ReceivedOn && f.ReceivedOn <= to);
    }

    /// <summary>The quarters of the period, and as many before the last as a shift is held against.</summary>
    private static IReadOnlyList<QuarterByNature> Quarters(IEnumerable<Feedback> all, DateOnly from, DateOnly to)
    {
        var last = Quarter.Of(to);
        var back = Enumerable.Range(0, NatureShift.QuartersBefore).Aggregate(last, (q, _) => q.Previous());
        var first = Quarter.Of(from).IsBefore(back) ? Quarter.Of(from) : back;
        return QuarterByNature.Between(
            first, last, all.Where(f => f.Kind == FeedbackKind.Complaint && f.ReceivedOn <= to).Select(f => (f.ReceivedOn, f.Nature)));
    }
}

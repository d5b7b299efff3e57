using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Report;

/// <summary>Makes the report of a year from what is held; null where there is no health check of that year.</summary>
/// <param name="language">en or cy.</param>
public delegate Task<ReportDocument?> ReportMaking(int year, Edition edition, string language, Reader reader, CancellationToken stop);

/// <summary>Where the report of a year comes from: made anew from what is held, until it is frozen.</summary>
public sealed class ReportSource(FairloadDb db, PublicationState state, ReportMaking make)
{
    /// <summary>As the program writes it, without any sentence that a person put in other words. Null where there is no health check of
    /// that year.</summary>
    /// <param name="language">en or cy.</param>
    public Task<ReportDocument?> Make(int year, Edition edition, string language, Reader reader, CancellationToken stop) =>
        make(year, edition, language, reader, stop);

    /// <summary>The health check of a year; null for none.</summary>
    internal async Task<Guid?> CycleOf(int year, CancellationToken stop) =>
        (await db.Set<Cycle>().AsNoTracking().Where(c => c.Year == year).Select(c => (Id<Cycle>?)c.Id).SingleOrDefaultAsync(stop))?.Value;

    /// <summary>The audit of what was let out has passed, and nothing was let out since.</summary>
    internal Task<bool> IsProved(CancellationToken stop) => state.IsProved(stop);
}

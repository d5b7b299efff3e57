using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.HealthCheck.Measures;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>How work comes in and how it moves between teams.</summary>
public sealed class FlowMeasures(FairloadDb db, CouncilSettings settings)
{
    internal IEnumerable<KeyValuePair<string, MeasureQuery>> Queries => [new("inflow", Inflows), new("transfer-delay", Transfers)];

    /// <summary>Referrals by the week; where extracts tell of no referrals, contacts.</summary>
    private async Task<IReadOnlyList<MeasureFigure>> Inflows(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var days = await db.Set<IntakeDay>().AsNoTracking().Where(d => d.CameOn >= asked.From && d.CameOn <= asked.To).ToListAsync(stop);
        var last = await db.Imports.AsNoTracking()
            .Where(i => i.State == Core.Imports.ImportState.Applied && i.Kind == Core.Imports.ImportKind.AnnexA)
            .MaxAsync(i => (DateOnly?)i.AsOf, stop);
        var (referrals, contacts) = (Weekly(days, IntakeKind.Referral, last, asked), Weekly(days, IntakeKind.Contact, last, asked));
        if ((referrals ?? contacts) is not { } main) return [MeasureFigure.Unknown(measure, "", asked.From, asked.To)];
        return
        [
            new(measure, "", main.Weeks[0].Monday, main.Weeks[^1].Monday.AddDays(6))
            {
                Value = main.Median,
                Parts = [.. Parts("referrals", referrals), .. Parts("contacts", contacts)],
            },
        ];
    }

    private static Inflow? Weekly(List<IntakeDay> days, IntakeKind kind, DateOnly? last, MeasureAsked asked)
    {
        var seen = days.Where(d => d.Kind == kind).ToList();
        if (seen.Count == 0 || last is not { } told) return null;
        return Inflow.Of(seen.Select(d => (d.CameOn, d.Count)), seen.Min(d => d.CameOn), told < asked.To ? told : asked.To);
    }

    private static IEnumerable<FigurePart> Parts(string kind, Inflow? inflow) => inflow is null ? [] :
    [
        new($"{kind}-median-week", inflow.Median, MeasureUnit.Count),
        new($"{kind}-highest-week", inflow.Highest.Came, MeasureUnit.Count),
        new($"{kind}-lowest-week", inflow.Lowest.Came, MeasureUnit.Count),
        .. inflow.Limits is null ? Enumerable.Empty<FigurePart>()
            : [new($"{kind}-unusual-weeks", inflow.Unusual.Count, MeasureUnit.Count)],
    ];

    /// <summary>Working days from the proposal until the case moved, of the transfers that moved in the year.</summary>
    private async Task<IReadOnlyList<MeasureFigure>> Transfers(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var calendar = ReferenceData.Calendar(settings.Nation);
        var all = await db.Set<Transfer>().AsNoTracking()
            .Where(t => t.ProposedOn <= asked.To && (t.EndedOn == null || t.EndedOn >= asked.From)).ToListAsync(stop);
        var open = all.Count(t => t.EndedOn is null || t.EndedOn > asked.To);
        var moved = all.Where(t => t.State == TransferState.Moved && t.EndedOn <= asked.To)
            .Select(t => calendar.WorkingDaysBetween(t.ProposedOn, t.EndedOn!.Value)).ToList();
        var days = moved.OfType<int>().Order().ToList();
        var still = new FigurePart("still-open", open, MeasureUnit.Count);
        if (days.Count == 0)
            return [MeasureFigure.Unknown(measure, "", asked.From, asked.To, moved.Count) with { Parts = all.Count > 0 ? [still] : [] }];
        return
        [
            new(measure, "", asked.From, asked.To)
            {
                Value = Middle(days),
                NotKnown = moved.Count - days.Count,
                Parts = [new("moved", days.Count, MeasureUnit.Count), new("longest", days[^1], MeasureUnit.Days), still],
            },
        ];
    }

    private static decimal Middle(List<int> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2m;
}

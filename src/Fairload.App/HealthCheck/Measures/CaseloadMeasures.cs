using Fairload.App.Caseload;
using Fairload.Core.Caseload;
using Fairload.Core.HealthCheck.Measures;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>Measures that cases and loads fill. Loads are those of today, so figures of a year that is over are the ones that were frozen
/// with it.</summary>
public sealed class CaseloadMeasures(FairloadDb db, LoadReading loads, WaitingDesk waiting, TimeProvider clock)
{
    /// <summary>Cases that wait longer are counted apart, in working days.</summary>
    private const int LongWait = 20;

    internal IEnumerable<KeyValuePair<string, MeasureQuery>> Queries =>
    [
        new("caseload", Caseload), new("caseload-over-limit", Over), new("newly-qualified", NewlyQualified), new("tier-mix", Tiers),
        new("unallocated", Unallocated),
    ];

    private async Task<IReadOnlyList<MeasureFigure>> Caseload(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var today = clock.UkToday;
        return ByService.Figures(await loads.Everybody(today, stop), ServiceOf, (service, people) =>
        {
            var (cases, fte, notKnown) = WorkforceRates.Caseload(people.Select(p => ((decimal)p.Held.Count, loads.FteOn(p.Worker, today))));
            return MeasureFigure.Ratio(measure, service, today, today, cases, fte, notKnown) with { Parts = Counted(people) };
        });
    }

    /// <summary>Every count says what it counts.</summary>
    private static IReadOnlyList<FigurePart> Counted(IEnumerable<PersonLoad> people) =>
    [
        .. people.SelectMany(p => p.Held).GroupBy(h => CaseType.Find(h.TypeCode)?.Counts).OrderBy(g => g.Key)
            .Select(g => new FigurePart(Word(g.Key), g.Count(), MeasureUnit.Count)),
    ];

    private static string Word(Counts? counts) => counts switch
    {
        Counts.Child => "child-cases",
        Counts.Family => "family-cases",
        Counts.Adult => "adult-cases",
        Counts.Carer => "carer-cases",
        _ => "other-cases",
    };

    private async Task<IReadOnlyList<MeasureFigure>> Over(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var today = clock.UkToday;
        return ByService.Figures(await loads.Everybody(today, stop), ServiceOf, (service, people) =>
        {
            var holders = people.Where(p => p.Held.Count > 0).ToList();
            var known = holders.Where(p => p.Load.Band != Band.NotKnown).ToList();
            var over = known.Count(IsOver);
            return known.Count == 0 ? MeasureFigure.Unknown(measure, service, today, today, holders.Count)
                : MeasureFigure.Count(measure, service, today, today, over, holders.Count - known.Count) with { Denominator = known.Count };
        });
    }

    private static bool IsOver(PersonLoad person) => person.Load.Band is Band.Over or Band.OverNoCapacity;

    /// <summary>Of newly qualified workers with cases, those whose reduced load is kept: who is not over the line of their own smaller
    /// capacity.</summary>
    private async Task<IReadOnlyList<MeasureFigure>> NewlyQualified(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var today = clock.UkToday;
        var people = (await loads.Everybody(today, stop)).Where(p => p.Worker.IsNewlyQualified(today) && p.Held.Count > 0).ToList();
        var known = people.Where(p => p.Load.Percent is not null || IsOver(p)).ToList();
        var kept = known.Count(p => p.Load.Percent?.Value <= 100);
        return [MeasureFigure.Share(measure, "", today, today, kept, known.Count, people.Count - known.Count)];
    }

    /// <summary>Cases that somebody holds, by tier. What is not scored is not known and stands in no tier.</summary>
    private async Task<IReadOnlyList<MeasureFigure>> Tiers(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var today = clock.UkToday;
        var tiers = (await loads.Everybody(today, stop)).SelectMany(p => p.Held).DistinctBy(h => h.CaseId).Select(h => h.Tier).ToList();
        var scored = tiers.Count(t => t is not null);
        return
        [
            MeasureFigure.Share(measure, "", today, today, tiers.Count(t => t == 3), scored, tiers.Count - scored) with
            {
                Parts = [.. Enumerable.Range(1, 3).Select(tier => new FigurePart($"tier-{tier}", tiers.Count(t => t == tier),
                    MeasureUnit.Count))],
            },
        ];
    }

    private async Task<IReadOnlyList<MeasureFigure>> Unallocated(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var today = clock.UkToday;
        if (!await db.Cases.AnyAsync(stop)) return [MeasureFigure.Unknown(measure, "", today, today)];
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var waits = WaitingView.Of(await waiting.All(teams, stop)).All.ToList();
        return ByService.Figures(waits, w => w.TeamId is { } team ? teams[team].Service : "", (service, of) =>
            MeasureFigure.Count(measure, service, today, today, of.Count) with { Parts = Waited(of) });
    }

    private static IReadOnlyList<FigurePart> Waited(IReadOnlyCollection<WaitingCase> waits)
    {
        var known = waits.Select(w => w.WorkingDays).OfType<int>().ToList();
        if (known.Count == 0) return [];
        return
        [
            new("over-20-working-days", known.Count(d => d > LongWait), MeasureUnit.Count),
            new("longest-wait", known.Max(), MeasureUnit.Days),
        ];
    }

    private static string ServiceOf(PersonLoad person) => person.Team?.Team.Service ?? "";
}

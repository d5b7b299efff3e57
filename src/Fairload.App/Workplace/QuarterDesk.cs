using System.Text.Json;
using Fairload.App.Audit;
using Fairload.App.Disclosure;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>What was let out of a quarter, and by whom.</summary>
public sealed record QuarterOut(QuarterFigures Figures, string By, DateOnly On);

/// <summary>What was let out, the newest first, and the quarter that can be next.</summary>
/// <param name="Next">The last quarter that is over; null where it is out already.</param>
public sealed record QuartersOut(IReadOnlyList<QuarterOut> Out, Quarter? Next);

/// <summary>The only way by which counts of incidents and figures of sickness leave the line of management.</summary>
public sealed class QuarterDesk(FairloadDb db, DisclosureDesk disclosure, SicknessReading staff, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What the ledger calls a release.</summary>
    public const string Title = "Incidents and sickness";

    private const string Chain = "workplace";

    public async Task<QuartersOut> Look(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeWorkplaceReleases);
        var rows = await db.Set<QuarterReleaseRow>().AsNoTracking().OrderByDescending(r => r.Quarter).ToListAsync(stop);
        var last = Quarter.Of(clock.UkToday).Previous();
        return new(
            rows.ConvertAll(r => new QuarterOut(JsonSerializer.Deserialize<QuarterFigures>(r.Document)!, r.ReleasedBy, r.ReleasedOn)),
            rows.Exists(r => r.Quarter == Name(last)) ? null : last);
    }

    /// <summary>Lets the last quarter that is over out, once: two releases about the same months would tell of the few who came or
    /// left.</summary>
    public async Task<Result<QuarterFigures>> Release(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ReleaseWorkplace);
        var quarter = Quarter.Of(clock.UkToday).Previous();
        var name = Name(quarter);
        if (await db.Set<QuarterReleaseRow>().AnyAsync(r => r.Quarter == name, stop)) return IsOut;
        if (await People(quarter, stop) is not { } people)
            return new Problem("", $"The bank holidays of that quarter are not known, so nothing can be counted");
        if (people.Count < DisclosureRule.Usual.Floor)
            return new Problem("", $"{people.Count} people were in post in that quarter. Nothing is shown of fewer than {DisclosureRule.Usual.Floor}");

        if (!QuarterRelease.Population(name, people).Try(out var population, out var problems)) return problems.ToList();
        var released = await disclosure.Release(
            new($"{Chain} {name}", name, Title, population, QuarterRelease.Wanted(name, people), DisclosureRule.Usual), reader, stop);
        if (!released.Try(out var release, out problems)) return problems.ToList();
        if (QuarterRelease.Of(release, people, await Incidents(quarter, stop), quarter) is not { } figures)
            return new Problem("", $"Not even figures about everybody may be shown. Nothing was let out");
        return await Keep(name, figures, reader, stop);
    }

    private static Problem IsOut => new("", $"The last quarter is out already. The next can be let out when this quarter is over");

    private static string Name(Quarter quarter) => $"{quarter.Year:D4}-Q{quarter.Number}";

    private Task<Result<QuarterFigures>> Keep(string name, QuarterFigures figures, Reader reader, CancellationToken stop) =>
        db.Change<Result<QuarterFigures>>(
            async () =>
            {
                await Access.OneAtATime.Wait(db, $"{Chain} {name}", stop);
                if (await db.Set<QuarterReleaseRow>().AnyAsync(r => r.Quarter == name, stop)) return IsOut;
                db.Add(new QuarterReleaseRow(
                    Id<QuarterFigures>.New(), name, JsonSerializer.Serialize(figures), reader.Name, clock.UkToday));
                await audit.Note(reader, AuditAction.WorkplaceChanged, "quarter", name, "let out", stop);
                return figures;
            },
            stop);

    private async Task<IReadOnlyList<QuarterPerson>?> People(Quarter quarter, CancellationToken stop)
    {
        var people = new List<QuarterPerson>();
        foreach (var person in (await staff.People(quarter.First, quarter.Last, stop)).Where(p => p.Team is not null))
        {
            if (SicknessFigure.Of([person.Worker], quarter.First, quarter.Last, staff.Calendar) is not { } own) return null;
            var known = own.HoursNotKnown == 0;
            people.Add(new(
                person.Team!.Name, person.Team.Service, known ? own.LostHundredths : null, known ? own.StressHundredths : null,
                known ? own.FteHundredths : null));
        }

        return people;
    }

    private async Task<IReadOnlyList<QuarterIncident>> Incidents(Quarter quarter, CancellationToken stop)
    {
        var (first, last) = (quarter.First, quarter.Last);
        var found = await (from i in db.Set<Incident>().AsNoTracking()
                           where i.HappenedOn >= first && i.HappenedOn <= last
                           join t in db.Teams on i.TeamId equals t.Id
                           select new { t.Name, t.Service, i.Kind, i.FollowedUpOn }).ToListAsync(stop);
        return [.. found.Select(i => new QuarterIncident(i.Name, i.Service, i.Kind, i.FollowedUpOn is not null))];
    }
}

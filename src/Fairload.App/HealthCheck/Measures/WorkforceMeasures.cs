using Fairload.App.Caseload;
using Fairload.Core.Caseload;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>Measures that the staff sheet fills: vacancies, agency and bank staff, turnover, managers' span.</summary>
public sealed class WorkforceMeasures(FairloadDb db, LoadReading loads)
{
    internal IEnumerable<KeyValuePair<string, MeasureQuery>> Queries =>
    [
        new("vacancies", Vacancies), new("agency-and-bank", AgencyAndBank), new("turnover", Turnover), new("managers-span", Spans),
    ];

    private async Task<IReadOnlyList<MeasureFigure>> Vacancies(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var day = asked.To;
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(day)).ToList();
        var posts = (await db.Posts.AsNoTracking().ToListAsync(stop)).ToLookup(p => p.TeamId);
        var members = (await db.Memberships.AsNoTracking().ToListAsync(stop)).Where(m => m.IsOn(day)).ToLookup(m => m.TeamId);
        var staff = (await AtWork(day, stop)).Where(w => Basis(w) == StaffBasis.InPost).ToDictionary(w => w.Id);
        var all = teams.ConvertAll(t => (t.Service, Posts: new TeamPosts(Established(t), InPost(t))));
        return ByService.Figures(all, t => t.Service, (service, of) =>
        {
            var (vacant, whole, notKnown) = WorkforceRates.Vacancies(of.Select(t => t.Posts));
            return MeasureFigure.Share(measure, service, day, day, vacant, whole, notKnown);
        });

        decimal? Established(Team team) => posts[team.Id].Any() ? posts[team.Id].Sum(p => p.EstablishedFte) : null;

        decimal? InPost(Team team)
        {
            var parts = members[team.Id].Where(m => staff.ContainsKey(m.WorkerId))
                .Select(m => loads.FteOn(staff[m.WorkerId], day) * m.Share).ToList();
            return parts.Contains(null) ? null : parts.Sum();
        }
    }

    private async Task<IReadOnlyList<MeasureFigure>> AgencyAndBank(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var (agency, bank, all) = WorkforceRates.NotInPost(OnDay(await AtWork(asked.To, stop), asked.To));
        return
        [
            MeasureFigure.Share(measure, "", asked.To, asked.To, agency + bank, all) with
            {
                Parts = [new("agency", agency, MeasureUnit.Count), new("bank", bank, MeasureUnit.Count)],
            },
        ];
    }

    /// <summary>Who left in the year, against who was in post at its end. Agency and bank staff come and go by their contracts.</summary>
    private async Task<IReadOnlyList<MeasureFigure>> Turnover(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var first = asked.To.AddYears(-1).AddDays(1);
        var left = (await db.Workers.AsNoTracking().Where(w => w.EndsOn >= first && w.EndsOn < asked.To).ToListAsync(stop))
            .Count(w => Basis(w) == StaffBasis.InPost);
        var inPost = (await AtWork(asked.To, stop)).Count(w => Basis(w) == StaffBasis.InPost);
        return [MeasureFigure.Share(measure, "", first, asked.To, left, inPost)];
    }

    private async Task<IReadOnlyList<MeasureFigure>> Spans(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var (people, managers, widest, notKnown) = WorkforceRates.Spans(await Staff(asked.To, stop));
        return
        [
            MeasureFigure.Ratio(measure, "", asked.To, asked.To, people, managers, notKnown) with
            {
                Parts = managers > 0 ? [new("widest-span", widest, MeasureUnit.Count)] : [],
            },
        ];
    }

    /// <summary>Everybody on a day, for whatever asks who answers to whom.</summary>
    internal async Task<IReadOnlyList<StaffOnDay>> Staff(DateOnly day, CancellationToken stop) => OnDay(await AtWork(day, stop), day);

    private async Task<List<Worker>> AtWork(DateOnly day, CancellationToken stop) =>
        await db.Workers.AsNoTracking().Where(w => (w.StartsOn == null || w.StartsOn <= day) && (w.EndsOn == null || w.EndsOn >= day))
            .ToListAsync(stop);

    private List<StaffOnDay> OnDay(List<Worker> staff, DateOnly day) => staff.ConvertAll(w => new StaffOnDay(
        w.StaffNumber, Basis(w), loads.FteOn(w, day), StaffKind.Of(w.Role, w.Level).IsManager, w.ManagerStaffNumber));

    internal static StaffBasis Basis(Worker worker) => worker.IsAgency ? StaffBasis.Agency
        : worker.EmploymentType.Contains("bank", StringComparison.OrdinalIgnoreCase) ? StaffBasis.Bank : StaffBasis.InPost;
}

using Fairload.App.Caseload;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.Workforce.Reorganisations;
using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Posts;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce.Posts;

/// <summary>Posts of a team, a service or the whole that the reader sees.</summary>
/// <param name="Name">Empty for the whole.</param>
/// <param name="Team">Null for a service and the whole.</param>
/// <param name="Absence">Days lost as a part of the working days of the year; null where it is not known, or hidden from the
/// reader.</param>
/// <param name="Caseload">Cases to each full-time equivalent of who holds one; null where it is not known.</param>
public sealed record PostsLine(string Name, Team? Team, PostsHeld Held, Percent? Absence, decimal? Caseload);

/// <summary>A vacancy as it stands today.</summary>
public sealed record VacancyLine(Vacancy Vacancy, Team Team, VacancyStage Stage, bool MayKeep);

/// <summary>Posts and vacancies of what the reader may see.</summary>
/// <param name="Lines">The whole where the reader sees more than one service, then services in name order, each before its teams.</param>
/// <param name="ShowsCaseload">The reader sees loads.</param>
/// <param name="ShowsAbsence">The reader sees sickness.</param>
public sealed record PostsView(
    DateOnly Today, DateOnly LeaversFrom, IReadOnlyList<PostsLine> Lines, IReadOnlyList<VacancyLine> Vacancies, bool ShowsCaseload,
    bool ShowsAbsence, bool MayKeep);

/// <summary>Posts: established, filled, covered, vacant, by the definitions of the national census.</summary>
public sealed class PostsDesk(FairloadDb db, LoadReading loads, SicknessReading homes, SicknessDesk sickness, TimeProvider clock)
{
    public async Task<PostsView> Show(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeePeople);
        var today = clock.UkToday;
        var from = today.AddYears(-1).AddDays(1);
        var (sight, keeps) = (reader.SightFor(Permission.SeePeople), reader.SightFor(Permission.KeepPosts));
        var all = await db.Teams.AsNoTracking().ToListAsync(stop);
        var teams = all.Where(t => t.Exists(today) && sight.SeesTeam(t)).ToList();
        var held = await Held(teams, from, today, stop);
        var absent = await Absences(reader, stop);
        var caseloads = reader.May(Permission.SeeLoads) ? await Caseloads(teams, reader, today, stop) : [];

        var services = teams.GroupBy(t => t.Service).OrderBy(s => s.Key, StringComparer.CurrentCulture).ToList();
        var lines = new List<PostsLine>();
        if (services.Count > 1) lines.Add(Together("", teams));
        foreach (var service in services)
        {
            lines.Add(Together(service.Key, [.. service]));
            lines.AddRange(service.OrderBy(t => t.Name, StringComparer.CurrentCulture).Select(t => new PostsLine(
                t.Name, t, held[t.Id], absent.GetValueOrDefault((true, t.Name)), Ratio([.. caseloads.Where(c => c.Team == t.Id)]))));
        }

        var seen = teams.ConvertAll(t => t.Id);
        var open = await db.Set<Vacancy>().AsNoTracking().Where(v => v.EndedOn == null && seen.Contains(v.TeamId)).ToListAsync(stop);
        var byId = teams.ToDictionary(t => t.Id);
        return new(
            today, from, lines,
            [.. open.Select(v => new VacancyLine(v, byId[v.TeamId], v.StageOn(today), keeps.SeesTeam(byId[v.TeamId])))
                .OrderBy(v => v.Team.Name, StringComparer.CurrentCulture).ThenBy(v => v.Vacancy.Level, StringComparer.CurrentCulture)],
            reader.May(Permission.SeeLoads), reader.May(Permission.SeeSickness), teams.Exists(keeps.SeesTeam));

        PostsLine Together(string name, IReadOnlyList<Team> some)
        {
            var whole = sight.Everything || (name.Length > 0 && sight.Services.Contains(name));
            var ids = some.Select(t => t.Id).ToHashSet();
            return new(
                name, null, PostsHeld.Sum([.. some.Select(t => held[t.Id])]), whole ? absent.GetValueOrDefault((false, name)) : null,
                Ratio([.. caseloads.Where(c => ids.Contains(c.Team))]));
        }
    }

    private async Task<Dictionary<Id<Team>,
        PostsHeld>> Held(IReadOnlyList<Team> teams, DateOnly from, DateOnly today, CancellationToken stop)
    {
        var posts = (await db.Posts.AsNoTracking().ToListAsync(stop)).ToLookup(p => p.TeamId, p => p.EstablishedFte);
        var staff = await db.Workers.AsNoTracking().Where(w => w.EndsOn == null || w.EndsOn >= from).ToDictionaryAsync(w => w.Id, stop);
        var members = (await db.Memberships.AsNoTracking().ToListAsync(stop)).Where(m => m.IsOn(today) && staff.ContainsKey(m.WorkerId))
            .Where(m => !staff[m.WorkerId].HasLeft(today) && !staff[m.WorkerId].HasNotStarted(today)).ToLookup(m => m.TeamId);
        var lineage = await TeamBook.Lines(db, stop);
        var leavers = (await homes.Homes(from, today, stop))
            .Where(h => h.Value is not null && staff.TryGetValue(h.Key, out var w) && w.HasLeft(today) && Basis(w) == StaffBasis.InPost)
            .CountBy(h => lineage.On(h.Value!.Id, today)[0]).ToDictionary(l => l.Key, l => l.Value);
        return teams.ToDictionary(t => t.Id, t => PostsHeld.OfTeam(
            posts[t.Id].Any() ? posts[t.Id].Sum() : null, Fte(t, StaffBasis.InPost), Fte(t, StaffBasis.Agency), Fte(t, StaffBasis.Bank),
            leavers.GetValueOrDefault(t.Id), members[t.Id].Where(m => Basis(staff[m.WorkerId]) == StaffBasis.InPost).Sum(m => m.Share)));

        decimal? Fte(Team team, StaffBasis basis)
        {
            var parts = members[team.Id].Where(m => Basis(staff[m.WorkerId]) == basis)
                .Select(m => loads.FteOn(staff[m.WorkerId], today) * m.Share).ToList();
            return parts.Contains(null) ? null : parts.Sum();
        }
    }

    /// <summary>As the page of sickness shows it to this reader, and nothing that it hides.</summary>
    private async Task<Dictionary<(bool IsTeam, string Name), Percent?>> Absences(Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.SeeSickness) || !(await sickness.Of(reader, stop)).Try(out var view, out _)) return [];
        return view.Lines.GroupBy(l => (l.IsTeam, l.Name)).Where(g => g.Count() == 1).ToDictionary(
            g => g.Key,
            g => g.Single().Figure is { } figure
                ? CensusRates.Absence(figure.LostHundredths / 100m, figure.FteHundredths / 100m, view.To.Year).Rate : (Percent?)null);
    }

    private async Task<List<(Id<Team> Team, decimal Cases, decimal? Fte)>> Caseloads(
        IReadOnlyList<Team> teams, Reader reader, DateOnly today, CancellationToken stop)
    {
        var sight = reader.SightFor(Permission.SeeLoads);
        var ids = teams.Where(sight.SeesTeam).Select(t => t.Id).ToList();
        var people = await loads.Of(MembersNow.Of(db, ids, today), today, stop);
        return
        [
            .. from person in people
               from part in person.Teams
               where ids.Contains(part.Team.Id)
               let cases = person.Held.Count(h => person.Teams.Count == 1 || h.TeamId == part.Team.Id)
               select (part.Team.Id, (decimal)cases, loads.FteOn(person.Worker, today) * part.Share),
        ];
    }

    private static decimal? Ratio(IReadOnlyList<(Id<Team> Team, decimal Cases, decimal? Fte)> people)
    {
        var (cases, fte, notKnown) = WorkforceRates.Caseload(people.Select(p => (p.Cases, p.Fte)));
        return notKnown > 0 || fte == 0 ? null : cases / fte;
    }

    private static StaffBasis Basis(Worker worker) => WorkforceMeasures.Basis(worker);
}

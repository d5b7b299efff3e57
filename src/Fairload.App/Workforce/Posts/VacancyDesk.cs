using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Posts;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce.Posts;

/// <summary>Vacant posts: entered, kept up to date and ended by human resources and whoever manages the team.</summary>
public sealed class VacancyDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    private const string Kind = "vacancy";

    /// <summary>Teams for which the reader keeps vacancies, in name order.</summary>
    public async Task<IReadOnlyList<Team>> Teams(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepPosts);
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.KeepPosts));
        return
        [
            .. (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today) && sight.SeesTeam(t))
                .OrderBy(t => t.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Null when there is none, or the reader does not keep it.</summary>
    public async Task<VacancyLine?> Show(Id<Vacancy> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepPosts);
        if (await db.Set<Vacancy>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, stop) is not { } vacancy) return null;
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == vacancy.TeamId, stop);
        return reader.SightFor(Permission.KeepPosts).SeesTeam(team) ? new(vacancy, team, vacancy.StageOn(clock.UkToday), vacancy.IsOpen)
            : null;
    }

    public Task<Result<Vacancy>> Enter(VacancyFacts facts, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepPosts);
        return db.Change<Result<Vacancy>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"vacancies of {facts.TeamId}", stop);
                if (await NotTheirs(facts.TeamId, reader, stop) is { } problem) return problem;
                var entered = Vacancy.Enter(facts, Deed(reader));
                if (!entered.Try(out var vacancy, out _)) return entered;
                db.Add(vacancy);
                await audit.Note(reader, AuditAction.PostChanged, Kind, vacancy.Id.ToString(), "entered", stop);
                return vacancy;
            },
            stop);
    }

    public Task<Result<Done>> Amend(Id<Vacancy> id, VacancyFacts facts, int seen, Reader reader, CancellationToken stop) =>
        Alter(id, facts.TeamId, v => v.Amend(facts, seen, Deed(reader)), "amended", reader, stop);

    public Task<Result<Done>> End(Id<Vacancy> id, VacancyEnd how, int seen, Reader reader, CancellationToken stop) =>
        Alter(id, null, v => v.End(how, seen, Deed(reader)), $"ended {how}", reader, stop);

    private Task<Result<Done>> Alter(
        Id<Vacancy> id, Id<Team>? to, Func<Vacancy, Result<Done>> verb, string what, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepPosts);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"vacancy {id}", stop);
                if (await db.Set<Vacancy>().SingleOrDefaultAsync(v => v.Id == id, stop) is not { } vacancy)
                    return new Problem("", $"There is no such vacancy, or it is not yours");
                if (await NotTheirs(vacancy.TeamId, reader, stop) is { } held) return held;
                if (to is { } team && team != vacancy.TeamId && await NotTheirs(team, reader, stop) is { } problem) return problem;
                var before = vacancy.Version;
                var done = verb(vacancy);
                if (vacancy.Version != before) await audit.Note(reader, AuditAction.PostChanged, Kind, id.ToString(), what, stop);
                return done;
            },
            stop);
    }

    private async Task<Problem?> NotTheirs(Id<Team> id, Reader reader, CancellationToken stop) =>
        await db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop) is { } team
            && reader.SightFor(Permission.KeepPosts).SeesTeam(team) ? null : new("Team", $"Choose a team from the list");

    private PostDeed Deed(Reader reader) => new(reader.Name, clock.GetUtcNow().UtcDateTime, clock.UkToday);
}

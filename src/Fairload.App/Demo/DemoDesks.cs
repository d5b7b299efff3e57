using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App.Demo;

/// <summary>The desks of a demo that is being built, each asked as a page asks: with nothing remembered from before.</summary>
internal sealed class DemoDesks(IServiceProvider services)
{
    public async Task<T> Ask<TDesk, T>(Func<TDesk, Task<T>> ask) where TDesk : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
    }
}

internal static class DemoResults
{
    /// <summary>What the demo does is always allowed; where it is not, the demo is at fault.</summary>
    public static T OfTheDemo<T>(this Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value
            : throw new InvalidOperationException($"The demo was refused: {problems[0].Message}");
}

/// <summary>The people of the demo who do something in its last days, as the desks know them.</summary>
internal sealed record DemoReaders(
    Reader Practitioner, Reader NewlyQualified, Reader Manager, Reader Head, Reader Director, Reader Principal, Id<Team> Team,
    IReadOnlyList<DemoNeighbour> Neighbours)
{
    private const int MostNeighbours = 2;

    /// <summary>Somebody who holds cases, as themselves.</summary>
    public static Task<Reader> As(DemoDesks desks, Id<Worker> worker, CancellationToken stop) => desks.Ask(async (FairloadDb db) =>
        new Reader(
            await db.Workers.Where(w => w.Id == worker).Select(w => w.Name).SingleAsync(stop), worker, [new(Role.Practitioner)]));

    public static Task<DemoReaders> Of(DemoDesks desks, DemoCouncil council, CancellationToken stop) =>
        desks.Ask(async (FairloadDb db) =>
        {
            var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
            var staff = await db.Workers.AsNoTracking().ToDictionaryAsync(w => w.StaffNumber, stop);
            var practitioners = council.People.Where(p => p.Role == Role.Practitioner).Select(Read).ToList();
            var (manager, head) = (One(Role.TeamManager), One(Role.HeadOfService));
            return new DemoReaders(
                practitioners[0], practitioners[1], Read(manager), Read(head), Read(One(Role.Director)),
                Read(One(Role.PrincipalSocialWorker)), TeamOf(manager.Team!).Id, [.. Neighbours(manager, head.Service!)]);

            DemoPerson One(Role role) => council.People.Single(p => p.Role == role);
            Team TeamOf(string name) => teams.Single(t => t.Name == name && t.Exists(council.Today));
            Reader Read(DemoPerson p) => new(
                p.Name, p.StaffNumber is { } number ? staff[number].Id : null,
                [new(p.Role, p.Team is { } team ? TeamOf(team).Id : null, p.Service)]);

            IEnumerable<DemoNeighbour> Neighbours(DemoPerson manager, string service)
            {
                var others = council.Workers.Where(w => w.IsManager && w.IsAtWork(council.Dates.Third)
                    && w.StaffNumber != manager.StaffNumber && w.Team?.On(council.Today).Service == service
                    && w.Team.On(council.Today).Name != manager.Team);
                foreach (var other in others.DistinctBy(w => w.Team!.On(council.Today).Name).Take(MostNeighbours))
                {
                    var team = TeamOf(other.Team!.On(council.Today).Name).Id;
                    yield return new(team, new(other.Name, staff[other.StaffNumber].Id, [new(Role.TeamManager, team)]));
                }
            }
        });
}

/// <summary>Another team of the same service, and who manages it.</summary>
internal sealed record DemoNeighbour(Id<Team> Team, Reader Manager);

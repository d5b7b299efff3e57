using Fairload.App.Store;
using Fairload.App.Workforce.Posts;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Posts;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>A service of the made-up council has gone to another employer, two teams are to become one, and three posts are
/// vacant.</summary>
internal sealed class DemoReorganisations(DemoDesks desks, MovedClock clock)
{
    public const string Trust = "Marlshire Care Trust";

    private static readonly Reader Director = new("Director of adult social services", null, [new(Role.Director)]);

    /// <summary>Two weeks before the last extract, which does not know of it yet. Done before it, so that it can still be undone.</summary>
    public async Task MoveAService(DemoCouncil council, CancellationToken stop)
    {
        var day = council.Dates.Third.AddDays(-14);
        if (Apart(council) is not [.., var service]) return;
        clock.MoveTo(day);
        var asked = new ReorganisationAsked(
            ReorganisationKind.MoveService, day, [], null, [], service, Trust, new Dictionary<Id<Worker>, int>());
        var one = (await desks.Ask((ReorganisationDesk desk) => desk.Prepare(asked, Director, stop))).OfTheDemo();
        (await desks.Ask((ReorganisationDesk desk) => desk.Apply(one.Id, one.Version, Director, stop))).OfTheDemo();
    }

    /// <summary>Two teams of one service become one in three weeks, unless somebody takes that back.</summary>
    public async Task PrepareAMerger(DemoCouncil council, CancellationToken stop)
    {
        var pair = Living(council).Where(t => Apart(council).Contains(t.Service)).GroupBy(t => t.Service)
            .Select(g => g.OrderBy(t => t.Name, StringComparer.Ordinal).Take(2).ToList()).FirstOrDefault(g => g.Count == 2);
        if (pair is null) return;
        clock.MoveTo(council.Today);
        var asked = new ReorganisationAsked(
            ReorganisationKind.Merge, council.Today.AddDays(21), [await Team(pair[0], stop), await Team(pair[1], stop)], null,
            [$"North Marlshire {DemoShape.Of(pair[0].Kind).TeamWords}"], "", "", new Dictionary<Id<Worker>, int>());
        (await desks.Ask((ReorganisationDesk desk) => desk.Prepare(asked, Director, stop))).OfTheDemo();
    }

    /// <summary>One is not advertised yet, of one the interviews are to come, and in one somebody was expected a week ago.</summary>
    public async Task EnterVacancies(DemoCouncil council, CancellationToken stop)
    {
        var (today, teams) = (council.Today, Living(council).OrderBy(t => t.Name, StringComparer.Ordinal).ToList());
        var first = await Team(teams[0], stop);
        VacancyFacts[] vacancies =
        [
            new(first, "Social worker", 1, null, null, null, null),
            new(first, "Senior practitioner", 0.8m, today.AddDays(-24), today.AddDays(-3), today.AddDays(4), null),
            new(await Team(teams[^1], stop), "Social worker", 1, today.AddDays(-80), today.AddDays(-59), today.AddDays(-49),
                today.AddDays(-7)),
        ];
        foreach (var vacancy in vacancies) (await desks.Ask((VacancyDesk desk) => desk.Enter(vacancy, Director, stop))).OfTheDemo();
    }

    private static IEnumerable<DemoTeam> Living(DemoCouncil council) =>
        council.Teams.Where(t => t.From <= council.Dates.First && t.To is null);

    /// <summary>Services in which nobody works who can be signed in as: their pages stay as they were.</summary>
    private static IReadOnlyList<string> Apart(DemoCouncil council)
    {
        var shown = council.People.Select(p => p.Service).Concat(council.People.Where(p => p.StaffNumber is not null)
            .Select(p => council.Workers.Single(w => w.StaffNumber == p.StaffNumber).Team?.Service)).ToHashSet();
        return [.. Living(council).Select(t => t.Service).Distinct().Where(s => !shown.Contains(s))];
    }

    private Task<Id<Team>> Team(DemoTeam team, CancellationToken stop) =>
        desks.Ask((FairloadDb db) => db.Teams.Where(t => t.Name == team.Name).Select(t => t.Id).SingleAsync(stop));
}

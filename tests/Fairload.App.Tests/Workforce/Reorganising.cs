using Fairload.App.Allocation;
using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App.Tests.Workforce;

/// <summary>Riverside with Grace and Tom, Hillside with Ngozi, their cases and scores, on 16 November 2026; a director
/// reorganises.</summary>
internal sealed class Reorganising(Council council) : IAsyncDisposable
{
    public static Reader Director { get; } = new("Pat Singh", null, [new(Role.Director)]);
    public static DateOnly Today { get; } = new(2026, 11, 16);

    public Council Council { get; } = council;

    public static async Task<Reorganising> On(string engine, IEnumerable<IInterceptor>? between = null)
    {
        var council = await Council.On(engine, between ?? []);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        return new(council);
    }

    public Task<Team> Team(string name) => Council.Db(db => db.Teams.AsNoTracking().SingleAsync(t => t.Name == name));

    public Task<Id<Worker>> Worker(string number) =>
        Council.Db(db => db.Workers.Where(w => w.StaffNumber == number).Select(w => w.Id).SingleAsync());

    public async Task<ReorganisationAsked> Merge(string into, params string[] teams) =>
        new(ReorganisationKind.Merge, Today, [.. await Ids(teams)], null, [into], "", "", new Dictionary<Id<Worker>, int>());

    public async Task<ReorganisationAsked> Split(string team, string[] names, params (string Number, int Part)[] people)
    {
        var parts = new Dictionary<Id<Worker>, int>();
        foreach (var (number, part) in people) parts[await Worker(number)] = part;
        return new(ReorganisationKind.Split, Today, [.. await Ids([team])], null, names, "", "", parts);
    }

    public async Task<ReorganisationAsked> Rename(string team, string name) =>
        new(ReorganisationKind.Rename, Today, [.. await Ids([team])], null, [name], "", "", new Dictionary<Id<Worker>, int>());

    public async Task<ReorganisationAsked> Close(string team) =>
        new(ReorganisationKind.Close, Today, [.. await Ids([team])], null, [], "", "", new Dictionary<Id<Worker>, int>());

    public static ReorganisationAsked Move(string service, string employer, DateOnly? on = null) =>
        new(ReorganisationKind.MoveService, on ?? Today, [], null, [], service, employer, new Dictionary<Id<Worker>, int>());

    public Task<Result<Reorganisation>> TryPrepare(ReorganisationAsked asked, Reader? by = null) =>
        Council.Ask((ReorganisationDesk desk) => desk.Prepare(asked, by ?? Director, default));

    public async Task<Reorganisation> Prepare(ReorganisationAsked asked) => Council.Good(await TryPrepare(asked));

    public Task<Result<Done>> TryApply(Reorganisation one, int? seen = null) =>
        Council.Ask((ReorganisationDesk desk) => desk.Apply(one.Id, seen ?? one.Version, Director, default));

    public async Task Do(ReorganisationAsked asked) => Council.Good(await TryApply(await Prepare(asked)));

    public async Task<ReorganisationView> Show(Reorganisation one) =>
        (await Council.Ask((ReorganisationDesk desk) => desk.Show(one.Id, Director, default)))!;

    /// <summary>Who holds each open case, in which team, and since when.</summary>
    public Task<IReadOnlyList<string>> Holders() => Council.Db(async db =>
    {
        var lines = await (
            from a in db.Assignments
            where a.ToOn == null
            join c in db.Cases on a.CaseId equals c.Id
            join t in db.Teams on a.TeamId equals t.Id
            select new { c.Reference, a.WorkerName, t.Name, a.HeldSinceOn, a.HeldSinceIsKnown, a.Share }).ToListAsync();
        return (IReadOnlyList<string>)
        [
            .. lines.Select(l => FormattableString.Invariant(
                $"{l.Reference} {l.WorkerName} in {l.Name} since {(l.HeldSinceIsKnown ? "" : "at least ")}{l.HeldSinceOn:yyyy-MM-dd}"))
                    .Order(StringComparer.Ordinal),
        ];
    });

    /// <summary>Points, capacity and band of everybody: what a reorganisation leaves as it is.</summary>
    public Task<IReadOnlyList<string>> Loads() => Council.Ask(async (IServiceProvider desks) =>
    {
        var people = await desks.GetRequiredService<LoadReading>().Of(desks.GetRequiredService<FairloadDb>().Workers, Today, default);
        return (IReadOnlyList<string>)
        [
            .. people.Select(p => FormattableString.Invariant(
                $"{p.Worker.StaffNumber} {p.Load.Points:0.####} of {p.Load.Capacity:0.####} {p.Load.Band}")).Order(StringComparer.Ordinal),
        ];
    });

    /// <summary>Who is in which team on the day, with which share.</summary>
    public Task<IReadOnlyList<string>> Members(DateOnly day) => Council.Db(async db =>
    {
        var all = await (
            from m in db.Memberships.AsNoTracking()
            join w in db.Workers on m.WorkerId equals w.Id
            join t in db.Teams on m.TeamId equals t.Id
            select new { Membership = m, w.StaffNumber, t.Name }).ToListAsync();
        return (IReadOnlyList<string>)
        [
            .. all.Where(m => m.Membership.IsOn(day))
                .Select(m => FormattableString.Invariant($"{m.StaffNumber} {m.Name} {m.Membership.Share:0.##}"))
                    .Order(StringComparer.Ordinal),
        ];
    });

    public Task<FairnessView?> Fairness(Team team) =>
        Council.Ask((FairnessDesk desk) => desk.Of(Director, team.Id, null, default));

    public ValueTask DisposeAsync() => Council.DisposeAsync();

    private async Task<IReadOnlyList<Id<Team>>> Ids(IEnumerable<string> names)
    {
        var ids = new List<Id<Team>>();
        foreach (var name in names) ids.Add((await Team(name)).Id);
        return ids;
    }
}

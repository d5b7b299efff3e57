using System.Text.Json;
using Fairload.App.Caseload;
using Fairload.App.Disclosure;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Disclosure;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>What was let out by group, and when the next may be.</summary>
/// <param name="Releases">The newest first.</param>
/// <param name="NextFrom">The day from which there can be another; today or earlier when it can be now.</param>
public sealed record GroupFairnessView(IReadOnlyList<GroupFairnessRelease> Releases, DateOnly NextFrom, DateOnly Today)
{
    public bool MayBeNow => NextFrom <= Today;
}

/// <summary>One release.</summary>
public sealed record GroupFairnessRelease(FairnessByGroups Figures, string By, DateOnly On);

/// <summary>
/// Whether work falls evenly on the groups to which people say they belong. It reads what they said only here, and hands over only what a
/// release let out.
/// </summary>
public sealed class GroupFairnessDesk(FairloadDb db, LoadSnapshots snapshots, DisclosureDesk disclosure, TimeProvider clock)
{
    /// <summary>What the ledger calls a release.</summary>
    public const string Title = "Fairness by group";

    /// <summary>One chain for the months of each release, which no other looks at.</summary>
    private const string Chain = "fairness by group";

    /// <summary>What the reader said of themselves.</summary>
    public async Task<IReadOnlyDictionary<GroupQuestion, string>> Mine(Reader reader, CancellationToken stop)
    {
        var own = Own(reader);
        return await db.Set<OwnGroup>().AsNoTracking().Where(s => s.WorkerId == own)
            .ToDictionaryAsync(s => s.Question, s => s.Option, stop);
    }

    /// <summary>Takes the place of all that the reader said before. Nobody is told, and no trace of it is kept.</summary>
    public Task<Result<IReadOnlyDictionary<GroupQuestion, string>>> Say(
        IReadOnlyDictionary<GroupQuestion, string> said, Reader reader, CancellationToken stop)
    {
        var own = Own(reader);
        return db.Change<Result<IReadOnlyDictionary<GroupQuestion, string>>>(
            async () =>
            {
                var read = OwnGroups.Read(said);
                if (!read.Try(out var answers, out _)) return read;
                await db.Set<OwnGroup>().Where(s => s.WorkerId == own).ExecuteDeleteAsync(stop);
                db.AddRange(answers.Select(a => new OwnGroup(own, a.Key, a.Value)));
                return read;
            },
            stop);
    }

    public async Task<GroupFairnessView> Look(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSurveyResults);
        var rows = await db.Set<FairnessReleaseRow>().AsNoTracking().OrderByDescending(r => r.ToOn).ToListAsync(stop);
        return new(
            rows.ConvertAll(r => new GroupFairnessRelease(
                JsonSerializer.Deserialize<FairnessByGroups>(r.Document)!, r.ReleasedBy, r.ReleasedOn)),
            rows.Count == 0 ? clock.UkToday : rows[0].ToOn.AddMonths(FairnessRelease.Months), clock.UkToday);
    }

    /// <summary>Lets the figures of the last six months out. A second time within six months is refused.</summary>
    public async Task<Result<FairnessByGroups>> Release(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        var view = await Look(reader, stop);
        if (!view.MayBeNow) return TooSoon(view);

        var last = view.Releases.Count == 0 ? (DateOnly?)null : view.Releases[0].Figures.To;
        var (from, to) = (FairnessRelease.FirstDay(clock.UkToday, last), clock.UkToday);
        var people = await People(from, to, stop);
        if (people.Count < DisclosureRule.Usual.Floor)
            return new Problem("", $"Loads are known of {people.Count} people in these months. Nothing is shown of fewer than {DisclosureRule.Usual.Floor}");

        var round = $"{from:yyyy-MM-dd}";
        if (!FairnessRelease.Population(round, people).Try(out var population, out var problems)) return problems.ToList();
        var released = await disclosure.Release(
            new($"{Chain} {round}", round, Title, population, FairnessRelease.Wanted(round, people), DisclosureRule.Usual),
            reader, stop);
        if (!released.Try(out var release, out problems)) return problems.ToList();
        if (FairnessRelease.Of(release, people, from, to) is not { } figures)
            return new Problem("", $"Not even figures about everybody may be shown. Nothing was let out");
        return await Keep(figures, reader, stop);
    }

    private static Problem TooSoon(GroupFairnessView view) => new(
        "", $"The last figures were let out on {view.Releases[0].On}. The next can be on {view.NextFrom}: two releases about the same months would tell of the few who came, left or changed what they say");

    private static Id<Worker> Own(Reader reader)
    {
        reader.Demand(Permission.SeeOwnWork);
        return reader.Worker ?? throw new InvalidOperationException("Whoever sees own work is somebody on the staff list.");
    }

    private async Task<Result<FairnessByGroups>> Keep(FairnessByGroups figures, Reader reader, CancellationToken stop) => await db.Change(
        async () =>
        {
            // Two at once: whoever was first has let out the same months.
            var first = await db.Set<FairnessReleaseRow>().AsNoTracking().SingleOrDefaultAsync(r => r.FromOn == figures.From, stop);
            if (first is not null) return JsonSerializer.Deserialize<FairnessByGroups>(first.Document)!;
            db.Add(new FairnessReleaseRow(
                Id<FairnessByGroups>.New(), figures.From, figures.To, JsonSerializer.Serialize(figures), reader.Name, clock.UkToday));
            return figures;
        },
        stop);

    /// <summary>Whoever carried loads in these months and had room. Managers without cases are no room.</summary>
    private async Task<IReadOnlyList<PersonOfGroups>> People(DateOnly from, DateOnly to, CancellationToken stop)
    {
        var kept = (await snapshots.Since(db.Workers.Select(w => w.Id), from, stop)).Where(s => s.AsOf < to)
            .GroupBy(s => s.WorkerId).ToDictionary(g => g.Key, g => g.ToList());
        var managers = await FairnessDesk.Managers(db, stop);
        var said = (await db.Set<OwnGroup>().AsNoTracking().ToListAsync(stop)).ToLookup(s => s.WorkerId);
        var came = await NewCases(from, to, stop);
        return
        [
            .. kept.Where(k => !managers.Contains(k.Key) || k.Value.Any(s => s.Cases > 0))
                .Select(k => (k.Key, Known: k.Value.Where(s => s.Capacity > 0).ToList())).Where(k => k.Known.Count > 0)
                .Select(k => new PersonOfGroups(
                    said[k.Key].ToDictionary(s => s.Question, s => s.Option), FairnessOverTime.ShareOf(k.Known),
                    k.Known.Any(s => s.Tier3 is null) ? null : k.Known.Sum(s => s.Tier3), came.GetValueOrDefault(k.Key))),
        ];
    }

    private async Task<Dictionary<Id<Worker>, int>> NewCases(DateOnly from, DateOnly to, CancellationToken stop) =>
        (await db.Assignments.AsNoTracking()
            .Where(a => a.WorkerId != null && a.HeldSinceIsKnown && a.HeldSinceOn >= from && a.HeldSinceOn < to)
            .Select(a => new { Worker = a.WorkerId!.Value, a.CaseId }).Distinct().ToListAsync(stop))
        .GroupBy(a => a.Worker).ToDictionary(g => g.Key, g => g.Count());
}

using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>One case that waits, and why.</summary>
/// <param name="WorkingDays">Working days waited so far; null where the bank holidays are not known.</param>
/// <param name="Points">What it weighs for whoever takes it whole, by today's weights.</param>
/// <param name="Holder">In whose name it stands; empty when it never had one.</param>
public sealed record WaitingCase(
    Id<Case> CaseId, string Reference, string TypeCode, int? Tier, Id<Team>? TeamId, string Team, WaitingList List, PhantomReason? Reason,
    Id<Worker>? HolderId, string Holder, WaitingPlace Place, DateOnly Since, bool SinceIsKnown, int? WorkingDays, DateOnly? StartedOn,
    decimal Points);

/// <summary>The three lists, each with the longest wait first.</summary>
public sealed record WaitingView(
    IReadOnlyList<WaitingCase> NeverAllocated, IReadOnlyList<WaitingCase> HeldByManager, IReadOnlyList<WaitingCase> Phantom)
{
    public IEnumerable<WaitingCase> All => NeverAllocated.Concat(HeldByManager).Concat(Phantom);

    public static WaitingView Of(IReadOnlyList<WaitingCase> cases) =>
        new(On(cases, WaitingList.NeverAllocated), On(cases, WaitingList.HeldByManager), On(cases, WaitingList.Phantom));

    private static IReadOnlyList<WaitingCase> On(IReadOnlyList<WaitingCase> cases, WaitingList list) =>
        [.. cases.Where(c => c.List == list).OrderBy(c => c.Since).ThenBy(c => c.Reference, StringComparer.Ordinal)];
}

/// <summary>What waits: every open case that no named practitioner at work holds.</summary>
public sealed class WaitingDesk(
    FairloadDb db, CaseloadSettings caseload, CouncilSettings settings, Remembered remembered, TimeProvider clock)
{
    /// <summary>What this reader may see, narrowed to a team or service when one is given.</summary>
    public async Task<WaitingView> Waiting(Reader reader, Id<Team>? team, string? service, CancellationToken stop)
    {
        reader.Demand(Permission.SeeWaiting);
        var sight = reader.SightFor(Permission.SeeWaiting);
        var teams = await ById(stop);
        var all = await Narrowest(team, service, teams, stop);
        return WaitingView.Of([.. all.Where(Shown)]);

        bool Shown(WaitingCase c) => sight.Everything || (c.TeamId is { } id && sight.SeesTeam(teams[id]));
    }

    /// <summary>Teams by which this reader may narrow the lists, in name order.</summary>
    public async Task<IReadOnlyList<Team>> Teams(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeWaiting);
        var sight = reader.SightFor(Permission.SeeWaiting);
        return [.. (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(sight.SeesTeam)
            .OrderBy(t => t.Name, StringComparer.CurrentCulture)];
    }

    private Task<Dictionary<Id<Team>, Team>> ById(CancellationToken stop) => db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);

    /// <summary>Everything that waits, whoever asks: for the desks that narrow it themselves.</summary>
    internal async Task<IReadOnlyList<WaitingCase>> All(IReadOnlyDictionary<Id<Team>, Team> teams, CancellationToken stop)
    {
        var inNoHands = db.Cases.AsNoTracking()
            .Where(c => c.ClosedOn == null && !db.Assignments.Any(a => a.CaseId == c.Id && a.ToOn == null));
        return await Among(db.Assignments.Where(a => a.ToOn == null), await inNoHands.ToListAsync(stop), teams, stop);
    }

    /// <summary>What waits in these teams, whoever asks.</summary>
    internal Task<IReadOnlyList<WaitingCase>> In(IReadOnlyList<Id<Team>> these, IReadOnlyDictionary<Id<Team>, Team> teams,
        CancellationToken stop) =>
        Among(db.Assignments.Where(a => a.ToOn == null && a.TeamId != null && these.Contains(a.TeamId.Value)), [], teams, stop);

    /// <summary>One case, if it waits.</summary>
    internal async Task<WaitingCase?> Of(Case one, IReadOnlyDictionary<Id<Team>, Team> teams, CancellationToken stop)
    {
        var standing = db.Assignments.Where(a => a.ToOn == null && a.CaseId == one.Id);
        var inNoHands = one.ClosedOn is null && !await standing.AnyAsync(stop);
        return (await Among(standing, inNoHands ? [one] : [], teams, stop)).SingleOrDefault();
    }

    private Task<IReadOnlyList<WaitingCase>> Narrowest(Id<Team>? team, string? service, Dictionary<Id<Team>, Team> teams,
        CancellationToken stop)
    {
        if (team is { } one) return In([one], teams, stop);
        return service is null
            ? remembered.Of(db, "everything that waits", async () => await All(await ById(stop), stop), stop)
            : In([.. teams.Values.Where(t => t.Service == service).Select(t => t.Id)], teams, stop);
    }

    private async Task<IReadOnlyList<WaitingCase>> Among(
        IQueryable<Assignment> standing, IReadOnlyList<Case> inNoHands, IReadOnlyDictionary<Id<Team>, Team> teams, CancellationToken stop)
    {
        var today = clock.UkToday;
        var calendar = ReferenceData.Calendar(settings.Nation);
        var weights = await caseload.WeightsOn(today, stop);
        var inHands = standing.Where(a => a.WorkerId != null).Select(a => a.WorkerId!.Value);
        var holders = await Holders(db.Workers.Where(w => inHands.Contains(w.Id)), stop);
        var nobody = (await db.SettledNames.AsNoTracking().Where(n => n.IsNobody).Select(n => n.Folded).ToListAsync(stop)).ToHashSet();

        var interim = await Interim(stop);
        var casesLookedAfter = interim.Select(i => i.Case).ToList();

        // Only what could wait is read in full: no worker, or a worker who is a manager or not at work.
        var suspects = holders.Where(h => Standing.Of(new(h.Value.Name), h.Value.Now, today, settings.Limits.LongLeaveDays) is Waiting)
            .Select(h => h.Key).ToList();
        var candidates = standing
            .Where(a => a.WorkerId == null || suspects.Contains(a.WorkerId.Value) || casesLookedAfter.Contains(a.CaseId))
                .Select(a => a.CaseId);
        var cases = await db.Cases.AsNoTracking().Where(c => c.ClosedOn == null && candidates.Contains(c.Id)).ToListAsync(stop);
        var assignments = (await db.Assignments.AsNoTracking().Where(a => candidates.Contains(a.CaseId)).ToListAsync(stop))
            .ToLookup(a => a.CaseId);

        var marks = await MarksNow.Of(db, null, stop);

        // A co-worker may belong to a team that was not asked about.
        var others = assignments.SelectMany(a => a).Where(a => a.ToOn is null).Select(a => a.WorkerId).OfType<Id<Worker>>()
            .Where(w => !holders.ContainsKey(w)).Distinct().ToList();
        if (others.Count > 0)
            foreach (var (id, holder) in await Holders(db.Workers.Where(w => others.Contains(w.Id)), stop)) holders[id] = holder;

        return [.. cases.Concat(inNoHands).Select(Look).OfType<WaitingCase>()];

        WaitingCase? Look(Case one)
        {
            var current = assignments[one.Id].Where(a => a.ToOn is null).ToList();
            var standings = current.ToDictionary(a => a, Stand);
            var lookedAfter = current.Any(a => a.WorkerId is { } who && interim.Contains((one.Id, who)));
            var standing = lookedAfter ? new Waiting(WaitingList.HeldByManager, null) : Standing.OfCase([.. standings.Values]);
            if (standing is not Core.Caseload.Waiting waiting) return null;

            var now = current.FirstOrDefault(a => standings[a] == waiting);
            if (now is null) return Unassigned(one, waiting);

            var earlier = assignments[one.Id].Where(a => a.ToOn is not null).ToList();
            var holder = now.WorkerId is { } id ? holders[id] : null;
            var since = WaitingSince.Of(waiting, now, earlier, holder?.Now, today, settings.Limits.LongLeaveDays);
            return new(
                one.Id, one.Reference, one.TypeCode, one.Tier, now.TeamId, now.TeamId is { } t ? teams[t].Name : now.TeamName,
                    waiting.List, waiting.Reason,
                now.WorkerId, holder?.Name ?? now.WorkerName, WaitingSince.Place(waiting.List, now, earlier), since.Day, since.IsKnown,
                calendar.WorkingDaysBetween(since.Day, today), one.StartedOn, Weigh(one));
        }

        Standing Stand(Assignment a) => a.WorkerId is { } who && interim.Contains((a.CaseId, who))
            ? new Waiting(WaitingList.HeldByManager, null) : Standing.Of(
            new(a.WorkerName, nobody.Contains(PersonName.Fold(a.WorkerName))), a.WorkerId is { } id ? holders[id].Now : null, today,
                settings.Limits.LongLeaveDays);

        WaitingCase Unassigned(Case one, Waiting waiting) => new(
            one.Id, one.Reference, one.TypeCode, one.Tier, null, "", waiting.List, waiting.Reason, null, "", WaitingPlace.AtTheDoor,
                one.FirstSeenOn, false,
            calendar.WorkingDaysBetween(one.FirstSeenOn, today), one.StartedOn, Weigh(one));

        decimal Weigh(Case one) => CaseLoad.Of(new HeldCase(one.Id, one.TypeCode, one.Tier, marks.Of(one), 1), weights).Points;
    }

    /// <summary>Cases that somebody only looks after until it is settled who holds them.</summary>
    private async Task<HashSet<(Id<Case> Case, Id<Worker> Worker)>> Interim(CancellationToken stop)
    {
        var decisions = db.Set<AllocationDecision>();
        return
        [
            .. (await decisions.AsNoTracking().Where(d => d.Kind == DecisionKind.Interim
                    && !decisions.Any(later => later.CaseId == d.CaseId && later.DecidedAt > d.DecidedAt))
                .Select(d => new { d.CaseId, d.WorkerId }).ToListAsync(stop)).Select(d => (d.CaseId, d.WorkerId)),
        ];
    }

    private async Task<Dictionary<Id<Worker>, Holder>> Holders(IQueryable<Worker> who, CancellationToken stop)
    {
        var ids = who.Select(w => w.Id);
        var absences = (await db.Absences.AsNoTracking().Where(a => ids.Contains(a.WorkerId)).ToListAsync(stop)).ToLookup(a => a.WorkerId);
        return (await who.AsNoTracking().ToListAsync(stop))
            .ToDictionary(w => w.Id, w => new Holder(w.Name, HolderNow.Of(w, [.. absences[w.Id]])));
    }

    private sealed record Holder(string Name, HolderNow Now);
}

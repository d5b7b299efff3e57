using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>People of one level who are at work.</summary>
/// <param name="Fte">Of those whose hours are known.</param>
/// <param name="HoursNotKnown">How many people's are not.</param>
public sealed record LevelNow(int People, decimal Fte, int HoursNotKnown);

/// <summary>A case that is not held as the statement has it.</summary>
public sealed record UnsafeLine(
    Id<Case> CaseId, string Reference, string TypeCode, int? Tier, IReadOnlyList<string> Holders, UnsafeBecause Because);

/// <summary>Open work by tier and type, against who has it in hand and what it needs.</summary>
/// <param name="Now">People at work who are not managers, by level; those with an approval count in their own level too.</param>
/// <param name="NotSafe">In the order of their references.</param>
public sealed record WorkByTierView(
    DateOnly Today, AsOfDays AsOf, ReservedFunctions Statement, Weights Weights, WorkByTier Work,
    IReadOnlyDictionary<WorkLevel, LevelNow> Now, IReadOnlyList<UnsafeLine> NotSafe);

/// <summary>Which level of staff the open work needs, by the statement of reserved functions.</summary>
public sealed class WorkByTierDesk(
    FairloadDb db, LoadReading loads, AsOfDesk asOf, CaseloadSettings caseload, StatementSettings statements, CouncilSettings settings,
    Remembered remembered, TimeProvider clock)
{
    /// <summary>Teams by which this reader may narrow it, in name order.</summary>
    public async Task<IReadOnlyList<Team>> Teams(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var sight = reader.SightFor(Permission.SeeLoads);
        return [.. (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(sight.SeesTeam)
            .OrderBy(t => t.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Of everything that the reader may see, or of one team or service of it.</summary>
    public async Task<WorkByTierView> Work(Reader reader, Id<Team>? team, string? service, CancellationToken stop)
    {
        var teams = (await Teams(reader, stop)).Where(t => team is null || t.Id == team).Where(t => service is null || t.Service == service)
            .Select(t => t.Id).ToList();
        var withoutTeam = team is null && service is null && reader.SightFor(Permission.SeeLoads).Everything;
        var statement = await statements.On(clock.UkToday, stop);
        var question = $"work by tier {withoutTeam} {statement.Code} {string.Join(' ', teams.OrderBy(t => t.Value))}";
        return await remembered.Of(db, question, () => Read(teams, withoutTeam, statement, stop), stop);
    }

    private async Task<WorkByTierView> Read(List<Id<Team>> teams, bool withoutTeam, ReservedFunctions statement, CancellationToken stop)
    {
        var today = clock.UkToday;
        var weights = await caseload.WeightsOn(today, stop);
        var standing = db.Assignments.AsNoTracking().Where(a => a.ToOn == null);
        var here = standing.Where(a => a.TeamId != null && teams.Contains(a.TeamId.Value)).Select(a => a.CaseId);
        var cases = await db.Cases.AsNoTracking().Where(c => c.ClosedOn == null
            && (here.Contains(c.Id) || (withoutTeam && !standing.Any(a => a.CaseId == c.Id && a.TeamId != null)))).ToListAsync(stop);
        var held = (await standing.Where(a => a.WorkerId != null && db.Cases.Any(c => c.Id == a.CaseId && c.ClosedOn == null))
            .Select(a => new { a.CaseId, Worker = a.WorkerId!.Value }).ToListAsync(stop)).ToLookup(a => a.CaseId, a => a.Worker);
        var marks = await MarksNow.Of(db, null, stop);
        var people = await AtWork(cases.SelectMany(c => held[c.Id]).ToHashSet(), today, stop);
        var work = cases.Select(c => new OpenWork(
            new(c.Id, c.TypeCode, c.Tier, marks.Of(c), 1),
            [
                .. held[c.Id].Where(people.ContainsKey).Distinct()
                    .Select(w => new WorkHolder(w, Qualifications.Of(people[w], today))),
            ])).ToList();

        var told = WorkByTier.Of(work, statement, weights);
        var references = cases.ToDictionary(c => c.Id, c => c.Reference);
        var lines = told.NotSafe.Select(u => new UnsafeLine(
            u.Work.Case.Case, references[u.Work.Case.Case], u.Work.Case.TypeCode, u.Work.Case.Tier,
            [.. u.Work.Holders.Select(h => people[h.Worker].Name).Order(StringComparer.CurrentCulture)], u.Because));
        return new(
            today, await asOf.Days(stop), statement, weights, told, await Now(teams, statement, today, stop),
            [.. lines.OrderBy(l => l.Reference, StringComparer.Ordinal)]);
    }

    /// <summary>Of some people those in whose hands a case is more than a name: by the same rule as the waiting lists.</summary>
    private async Task<Dictionary<Id<Worker>, Worker>> AtWork(HashSet<Id<Worker>> ids, DateOnly today, CancellationToken stop)
    {
        var absences = (await db.Absences.AsNoTracking().ToListAsync(stop)).ToLookup(a => a.WorkerId);
        return (await db.Workers.AsNoTracking().ToListAsync(stop)).Where(w => ids.Contains(w.Id) && IsAtWork(w)).ToDictionary(w => w.Id);

        bool IsAtWork(Worker worker) => Standing.Of(
            new(worker.Name), HolderNow.Of(worker, [.. absences[worker.Id]]), today, settings.Limits.LongLeaveDays)
            is Allocated or Core.Caseload.Waiting { List: WaitingList.HeldByManager };
    }

    private async Task<IReadOnlyDictionary<WorkLevel, LevelNow>> Now(
        List<Id<Team>> teams, ReservedFunctions statement, DateOnly today, CancellationToken stop)
    {
        var members = await MembersNow.Of(db, teams, today).AsNoTracking().ToListAsync(stop);
        var atWork = await AtWork([.. members.Select(w => w.Id)], today, stop);
        var approvals = statement.Rows.Where(r => WorkLevel.Approved.IsNamed(r.MayHold)).SelectMany(r => r.MayHold).ToHashSet();
        var levels = members.Where(w => atWork.ContainsKey(w.Id)).SelectMany(w => LevelsOf(w).Select(level => (level, Worker: w)));
        var now = levels.ToLookup(l => l.level, l => loads.FteOn(l.Worker, today));
        return Enum.GetValues<WorkLevel>().ToDictionary(
            level => level, level => new LevelNow(now[level].Count(), now[level].Sum() ?? 0, now[level].Count(fte => fte is null)));

        IEnumerable<WorkLevel> LevelsOf(Worker worker)
        {
            var are = Qualifications.Of(worker, today);
            WorkLevel? level = WorkLevels.Of(are) switch
            {
                InHandOf.Experienced => WorkLevel.Experienced,
                InHandOf.NewlyQualified => WorkLevel.NewlyQualified,
                InHandOf.NotRegistered => WorkLevel.NotRegistered,
                _ => null,
            };
            if (level is { } own) yield return own;
            if (level is not null && are.Any(word => approvals.Contains(word) && WorkLevel.Approved.IsNamed([word])))
                yield return WorkLevel.Approved;
        }
    }
}

using Fairload.App.Caseload;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Supervision;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Posts;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision;

/// <summary>What a manager has decided in four weeks.</summary>
public sealed record ManagerDecisions(int Allocations, int Interim, int Replies);

/// <summary>One manager with everything that asks for their time. Figures side by side, and no sum of them.</summary>
/// <param name="Teams">By service and name: those for which they hold the role, else those in which they work.</param>
/// <param name="Cases">Open cases in their own name.</param>
/// <param name="Decisions">Null where two at work have the same name, so that it can not be told whose they were.</param>
/// <param name="Vacancies">Vacant posts of their teams that are entered, and their full-time equivalents.</param>
public sealed record ManagerLine(
    Worker Worker, IReadOnlyList<Team> Teams, ManagerSpan Span, int Cases, ManagerDecisions? Decisions, int TransfersOut, int TransfersIn,
    int Vacancies, decimal VacantFte);

/// <summary>The managers whom the reader may see.</summary>
/// <param name="Managers">By service, team, name and staff number.</param>
/// <param name="Since">The first day of the four weeks.</param>
/// <param name="IsOwn">The reader manages, and sees no more than their own line.</param>
public sealed record ManagersView(IReadOnlyList<ManagerLine> Managers, DateOnly Today, DateOnly Since, bool IsOwn);

/// <summary>Managers' load: span, cases of their own, decisions, transfers, supervision, vacancies. For heads of service and those above,
/// and of each manager for themselves.</summary>
public sealed class ManagersDesk(FairloadDb db, WorkforceMeasures workforce, SupervisionReading supervision, TimeProvider clock)
{
    private const int FourWeeks = 28;
    private const int MonthsLookedBack = 6;

    public async Task<ManagersView> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanLoads);
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.PlanLoads));
        var isOwn = sight is { Everything: false, Services.Count: 0 };
        var since = today.AddDays(1 - FourWeeks);
        var named = WorkforceRates.ByManager(await workforce.Staff(today, stop));
        var workers = (await db.Workers.AsNoTracking().ToListAsync(stop)).Where(w => !w.HasLeft(today) && !w.HasNotStarted(today)).ToList();
        var accounts = await Accounts(stop);
        var teams = await Teams(accounts, today, stop);
        var seen = workers
            .Where(w => named.Contains(w.StaffNumber) || accounts.Any(a => a.Worker == w.Id && a.Team is not null))
            .Where(w => w.Id == reader.Worker || (!isOwn && (sight.Everything || teams[w.Id].Any(sight.SeesTeam)))).ToList();

        var numbers = seen.Select(w => w.StaffNumber).ToHashSet(StringComparer.Ordinal);
        var people = (await supervision.People(
                (w, _, _) => w.ManagerStaffNumber is { } number && numbers.Contains(number) && !w.HasLeft(today) && !w.HasNotStarted(today),
                today.AddMonths(-MonthsLookedBack), today, today, stop))
            .ToLookup(p => p.Worker.ManagerStaffNumber!);
        var ids = seen.Select(w => w.Id).ToList();
        var cases = await LoadReading.Held(db, db.Workers.Where(w => ids.Contains(w.Id)).Select(w => w.Id)).ToListAsync(stop);
        var held = cases.CountBy(c => c.WorkerId).ToDictionary();
        var transfers = await db.Set<Transfer>().AsNoTracking().Where(t => t.EndedOn == null).ToListAsync(stop);
        var vacancies = await db.Set<Vacancy>().AsNoTracking().Where(v => v.Ending == null).ToListAsync(stop);
        var decided = await Decided(since, today, stop);
        return new(
            [
                .. seen.Select(Line).OrderBy(l => Service(l).Length == 0).ThenBy(Service, StringComparer.CurrentCulture)
                    .ThenBy(l => l.Teams.Count == 0 ? "" : l.Teams[0].Name, StringComparer.CurrentCulture)
                    .ThenBy(l => l.Worker.Name, StringComparer.CurrentCulture).ThenBy(l => l.Worker.StaffNumber, StringComparer.Ordinal),
            ],
            today, since, isOwn);

        ManagerLine Line(Worker worker)
        {
            var own = teams[worker.Id].ToList();
            var their = own.Select(t => t.Id).ToHashSet();
            var fte = named[worker.StaffNumber].ToDictionary(s => s.StaffNumber, s => s.Fte);
            var open = vacancies.Where(v => their.Contains(v.TeamId)).ToList();
            return new(
                worker, own,
                ManagerSpan.Of([.. people[worker.StaffNumber].Select(p => Of(p, fte.GetValueOrDefault(p.Worker.StaffNumber), today))]),
                held.GetValueOrDefault(worker.Id), decided.Of(NamesOf(worker)), transfers.Count(t => their.Contains(t.FromTeamId)),
                transfers.Count(t => their.Contains(t.ToTeamId)), open.Count, open.Sum(v => v.Fte));
        }

        // Who decided is written down by name: a name that two have tells of neither.
        IReadOnlyList<string>? NamesOf(Worker worker)
        {
            var names = accounts.Where(a => a.Worker == worker.Id).Select(a => a.Name).Append(worker.Name)
                .ToHashSet(StringComparer.Ordinal);
            var isShared = workers.Any(w => w.Id != worker.Id && names.Contains(w.Name))
                || accounts.Any(a => a.Worker != worker.Id && names.Contains(a.Name));
            return isShared ? null : [.. names];
        }
    }

    private static string Service(ManagerLine line) => line.Teams.Count == 0 ? "" : line.Teams[0].Service;

    private static Managed Of(SupervisedPerson person, decimal? fte, DateOnly today) => new(
        fte, person.Worker.IsNewlyQualified(today), person.Worker.IsAgency, SupervisionReading.IsStudent(person.Worker),
        person.WindowOn(today), WhatFallsDue.LateSince(person.Windows));

    private async Task<IReadOnlyList<ManagerAccount>> Accounts(CancellationToken stop)
    {
        var accounts = await db.Set<Account>().AsNoTracking().Select(a => new { a.Id, a.Name, a.WorkerId }).ToListAsync(stop);
        var managed = (await db.Set<AccountGrant>().AsNoTracking().Where(g => g.Role == Role.TeamManager && g.TeamId != null)
            .Select(g => new { g.AccountId, g.TeamId }).ToListAsync(stop)).ToLookup(g => g.AccountId, g => g.TeamId);
        return
        [
            .. accounts.SelectMany(a => managed[a.Id].DefaultIfEmpty(null).Select(t => new ManagerAccount(a.WorkerId, a.Name, t))),
        ];
    }

    private async Task<ILookup<Id<Worker>, Team>> Teams(IReadOnlyList<ManagerAccount> accounts, DateOnly today, CancellationToken stop)
    {
        var standing = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today)).ToDictionary(t => t.Id);
        var granted = accounts.Where(a => a.Worker is not null && a.Team is { } team && standing.ContainsKey(team))
            .Select(a => (Worker: a.Worker!.Value, Team: standing[a.Team!.Value])).Distinct().ToList();
        var byGrant = granted.Select(g => g.Worker).ToHashSet();
        var member = (await db.Memberships.AsNoTracking().ToListAsync(stop))
            .Where(m => m.IsOn(today) && standing.ContainsKey(m.TeamId) && !byGrant.Contains(m.WorkerId))
            .Select(m => (Worker: m.WorkerId, Team: standing[m.TeamId]));
        return granted.Concat(member).OrderBy(t => t.Team.Service, StringComparer.CurrentCulture)
            .ThenBy(t => t.Team.Name, StringComparer.CurrentCulture).ToLookup(t => t.Worker, t => t.Team);
    }

    private async Task<DecidedByName> Decided(DateOnly since, DateOnly today, CancellationToken stop)
    {
        var decisions = await db.Set<AllocationDecision>().AsNoTracking().Where(d => d.DecidedOn >= since && d.DecidedOn <= today)
            .GroupBy(d => new { d.DecidedBy, d.Kind }).Select(g => new { g.Key.DecidedBy, g.Key.Kind, Count = g.Count() })
            .ToListAsync(stop);
        var replies = await db.Set<AllocationAnswer>().AsNoTracking().Where(a => a.RepliedOn >= since && a.RepliedOn <= today)
            .GroupBy(a => a.RepliedBy).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return new(
            decisions.Where(d => d.Kind != DecisionKind.Interim).ToLookup(d => d.DecidedBy, d => d.Count),
            decisions.Where(d => d.Kind == DecisionKind.Interim).ToLookup(d => d.DecidedBy, d => d.Count),
            replies.ToLookup(r => r.Key, r => r.Count));
    }

    /// <param name="Team">For which the account manages; null for none.</param>
    private sealed record ManagerAccount(Id<Worker>? Worker, string Name, Id<Team>? Team);

    private sealed record DecidedByName(
        ILookup<string, int> Allocations, ILookup<string, int> Interim, ILookup<string, int> Replies)
    {
        public ManagerDecisions? Of(IReadOnlyList<string>? names) => names is null ? null
            : new(names.Sum(n => Allocations[n].Sum()), names.Sum(n => Interim[n].Sum()), names.Sum(n => Replies[n].Sum()));
    }
}

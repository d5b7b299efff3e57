using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Initiatives;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce.Initiatives;

/// <summary>What can be chosen when an initiative is entered, in name order.</summary>
/// <param name="MayBeCouncil">The reader may enter one that reaches the whole council.</param>
public sealed record InitiativeChoices(IReadOnlyList<string> Services, IReadOnlyList<Team> Teams, bool MayBeCouncil);

/// <summary>One of the register, with whom it reaches by name.</summary>
/// <param name="Places">Services or teams in name order; empty for the whole council.</param>
public sealed record InitiativeLine(Initiative One, IReadOnlyList<string> Places, bool MayKeep);

/// <summary>What is asked of one team, today and in the months to come.</summary>
public sealed record BurdenLine(Team Team, BurdenTeam Of, IReadOnlyList<Burden> Months);

/// <summary>The register as the reader may see it.</summary>
/// <param name="Running">Those that have begun or will, by name.</param>
/// <param name="Ended">Of the last two years, the latest first.</param>
/// <param name="Reorganisations">Those of the program: prepared, or done in the last year, by their day.</param>
/// <param name="Burden">By service and team.</param>
public sealed record InitiativesView(
    IReadOnlyList<InitiativeLine> Running, IReadOnlyList<InitiativeLine> Ended, IReadOnlyList<Reorganisation> Reorganisations,
    IReadOnlyList<BurdenLine> Burden, DateOnly Today, bool MayKeep);

/// <summary>One of the register with its history.</summary>
/// <param name="Past">The versions before, the latest first.</param>
public sealed record InitiativeView(InitiativeLine Line, IReadOnlyList<Initiative> Past, DateOnly Today);

/// <summary>What the register asks of whoever answers for the whole council.</summary>
public sealed record InitiativesToday(int WithoutReason, int OverTheirEnd)
{
    public static InitiativesToday Nothing { get; } = new(0, 0);
}

/// <summary>The register of initiatives, returns, inspections and reorganisations: what is asked of teams beside casework. Seen by who
/// answers for loads, kept by heads of service and those above.</summary>
public sealed class InitiativeDesk(FairloadDb db, LoadReading loads, AuditTrail audit, TimeProvider clock)
{
    private const string Kind = "initiative";
    private const int YearsKeptInView = 2;

    public async Task<InitiativesView> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanLoads);
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.PlanLoads));
        var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
        var mine = teams.Where(t => t.Exists(today) && sight.SeesTeam(t)).OrderBy(t => t.Service, StringComparer.CurrentCulture)
            .ThenBy(t => t.Name, StringComparer.CurrentCulture).ToList();
        var all = (await Now().ToListAsync(stop)).Where(i => Sees(i, sight, mine)).ToList();
        var lines = all.Select(i => Line(i, teams, reader)).OrderBy(l => l.One.Name, StringComparer.CurrentCulture)
            .ThenBy(l => l.One.StartsOn).ToList();
        return new(
            [.. lines.Where(l => l.One.EndedOn is null)],
            [
                .. lines.Where(l => l.One.EndedOn >= today.AddYears(-YearsKeptInView)).OrderByDescending(l => l.One.EndedOn),
            ],
            await Reorganisations(sight, teams, today, stop), await Burdens(mine, all, today, stop), today,
            reader.May(Permission.KeepInitiatives));
    }

    /// <summary>Null when there is none, or it reaches nobody of the reader's.</summary>
    public async Task<InitiativeView?> Show(Id<Initiative> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanLoads);
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.PlanLoads));
        var versions = await db.Set<Initiative>().AsNoTracking().Where(i => i.FirstId == id).OrderByDescending(i => i.Number)
            .ToListAsync(stop);
        if (versions.Find(v => v.ReplacedAt is null) is not { } now) return null;
        var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
        if (!Sees(now, sight, [.. teams.Where(sight.SeesTeam)])) return null;
        return new(Line(now, teams, reader), [.. versions.Where(v => v.ReplacedAt is not null)], today);
    }

    /// <summary>The same for who keeps it; null where that is not the reader. One that has ended can be looked at and not
    /// changed.</summary>
    public async Task<InitiativeView?> ToKeep(Id<Initiative> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepInitiatives);
        return await Show(id, reader, stop) is { } view && await NotTheirs(view.Line.One.Facts, reader, stop) is null ? view : null;
    }

    public async Task<InitiativeChoices> Choices(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepInitiatives);
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.KeepInitiatives));
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today) && sight.SeesTeam(t))
            .OrderBy(t => t.Name, StringComparer.CurrentCulture).ToList();
        return new(
            [.. teams.Select(t => t.Service).Where(s => s.Length > 0).Distinct().Order(StringComparer.CurrentCulture)], teams,
            sight.Everything);
    }

    /// <summary>Sent twice by the same person on one day, it is one.</summary>
    public Task<Result<Initiative>> Enter(InitiativeFacts written, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepInitiatives);
        return db.Change<Result<Initiative>>(
            async () =>
            {
                await OneAtATime.Wait(db, "initiatives", stop);
                if (await NotTheirs(written, reader, stop) is { } problem) return problem;
                var entered = Initiative.Enter(written, Deed(reader));
                if (!entered.Try(out var one, out _)) return entered;
                var same = (await Now().Where(i => i.Name == one.Name && i.EnteredBy == reader.Name && i.Number == 1).ToListAsync(stop))
                    .Find(i => i.Facts.IsSame(one.Facts));
                if (same is not null) return same;
                db.Add(one);
                await audit.Note(reader, AuditAction.InitiativeChanged, Kind, one.FirstId.ToString(), "entered", stop);
                return one;
            },
            stop);
    }

    public Task<Result<Initiative>> Amend(Id<Initiative> id, InitiativeFacts written, int seen, Reader reader, CancellationToken stop) =>
        Alter(id, written, one => one.Amend(written, seen, Deed(reader)), "amended", reader, stop);

    public Task<Result<Initiative>> End(
        Id<Initiative> id, DateOnly? on, string outcome, int seen, Reader reader, CancellationToken stop) =>
        Alter(id, null, one => one.End(on, outcome, seen, Deed(reader)), "ended", reader, stop);

    /// <summary>For whoever answers for the whole council.</summary>
    internal async Task<InitiativesToday> Today(Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.KeepInitiatives) || !reader.SightFor(Permission.KeepInitiatives).Everything)
            return InitiativesToday.Nothing;
        var today = clock.UkToday;
        var running = await Now().Where(i => i.EndedOn == null).ToListAsync(stop);
        return new(running.Count(i => i.HasNoReason), running.Count(i => i.IsOverItsEnd(today)));
    }

    private Task<Result<Initiative>> Alter(
        Id<Initiative> id, InitiativeFacts? to, Func<Initiative, Result<Initiative>> verb, string what, Reader reader,
        CancellationToken stop)
    {
        reader.Demand(Permission.KeepInitiatives);
        return db.Change<Result<Initiative>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"initiative {id}", stop);
                if (await db.Set<Initiative>().SingleOrDefaultAsync(i => i.FirstId == id && i.ReplacedAt == null, stop) is not { } now
                    || await NotTheirs(now.Facts, reader, stop) is not null)
                {
                    return new Problem("", $"There is no such initiative, or it is not yours to keep. Nothing was stored.");
                }

                if (to is not null && await NotTheirs(to, reader, stop) is { } problem) return problem;
                var done = verb(now);
                if (!done.Try(out var next, out _) || next.Id == now.Id) return done;
                // The one that counted goes first: one at a time counts.
                await db.SaveChangesAsync(stop);
                db.Add(next);
                await audit.Note(reader, AuditAction.InitiativeChanged, Kind, id.ToString(), what, stop);
                return next;
            },
            stop);
    }

    private IQueryable<Initiative> Now() => db.Set<Initiative>().AsNoTracking().Where(i => i.ReplacedAt == null);

    /// <summary>It reaches more than the reader answers for, or a team or service that is not there.</summary>
    private async Task<Problem?> NotTheirs(InitiativeFacts facts, Reader reader, CancellationToken stop)
    {
        var sight = reader.SightFor(Permission.KeepInitiatives);
        if (facts.Reach == InitiativeReach.Council)
            return sight.Everything ? null : new("Reach", $"Choose the services or teams that you answer for");
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(sight.SeesTeam).ToList();
        if (facts.Reach == InitiativeReach.Teams)
            return facts.Teams.All(f => teams.Exists(t => t.Id == f)) ? null : new("Teams", $"Choose teams from the list");
        var services = facts.Services.All(s => sight.Everything ? teams.Exists(t => t.Service == s) : sight.Services.Contains(s));
        return services ? null : new("Services", $"Choose services from the list");
    }

    private static bool Sees(Initiative one, Sight sight, IReadOnlyList<Team> mine) =>
        sight.Everything || one.Reach == InitiativeReach.Council || mine.Any(t => one.Reaches(t.Id, t.Service));

    private static InitiativeLine Line(Initiative one, List<Team> teams, Reader reader)
    {
        var facts = one.Facts;
        var names = facts.Reach == InitiativeReach.Services ? facts.Services
            : teams.Where(t => facts.Teams.Contains(t.Id)).Select(t => t.Name).ToList();
        var keeps = reader.May(Permission.KeepInitiatives) ? reader.SightFor(Permission.KeepInitiatives) : null;
        var isTheirs = keeps is not null && (keeps.Everything || (facts.Reach == InitiativeReach.Services
            ? facts.Services.All(keeps.Services.Contains)
            : facts.Reach == InitiativeReach.Teams && teams.Where(t => facts.Teams.Contains(t.Id)).All(keeps.SeesTeam)));
        return new(one, [.. names.Order(StringComparer.CurrentCulture)], isTheirs && one.EndedOn is null);
    }

    private async Task<IReadOnlyList<Reorganisation>> Reorganisations(
        Sight sight, List<Team> teams, DateOnly today, CancellationToken stop)
    {
        var recent = today.AddYears(-1);
        var all = await db.Set<Reorganisation>().AsNoTracking()
            .Where(r => r.State != ReorganisationState.Withdrawn && r.DueOn >= recent).ToListAsync(stop);
        return
        [
            .. all.Where(r => sight.Everything || teams.Exists(t => sight.SeesTeam(t)
                    && (r.Plan.Touches.Contains(t.Id) || (r.Plan.Service.Length > 0 && r.Plan.Service == t.Service))))
                .OrderBy(r => r.DueOn).ThenBy(r => r.PreparedAt),
        ];
    }

    private async Task<IReadOnlyList<BurdenLine>> Burdens(
        List<Team> mine, List<Initiative> all, DateOnly today, CancellationToken stop)
    {
        var ids = mine.Select(t => t.Id).ToList();
        var members = (await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.TeamId)).ToListAsync(stop)).Where(m => m.IsOn(today))
            .ToLookup(m => m.TeamId);
        var staff = await db.Workers.AsNoTracking().ToDictionaryAsync(w => w.Id, stop);
        return [.. mine.Select(Of)];

        BurdenLine Of(Team team)
        {
            var parts = members[team.Id].Where(m => !staff[m.WorkerId].HasLeft(today) && !staff[m.WorkerId].HasNotStarted(today))
                .Select(m => loads.FteOn(staff[m.WorkerId], today) * m.Share).ToList();
            var of = new BurdenTeam(team.Id, team.Service, parts.Count, parts.Sum(p => p ?? 0), parts.Count(p => p is null));
            return new(team, of, Burden.Of(of, all, today));
        }
    }

    private InitiativeDeed Deed(Reader reader) => new(reader.Name, clock.GetUtcNow().UtcDateTime, clock.UkToday);
}

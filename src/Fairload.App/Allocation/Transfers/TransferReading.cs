using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Transfers;

/// <summary>What has happened to a case since its transfer was proposed, so that nothing is left to hand over.</summary>
public enum Overtaking { Closed, LiesElsewhere }

/// <summary>Where a case lies at this moment.</summary>
/// <param name="Team">Null where no team is known.</param>
/// <param name="Holders">The names of those who hold it; empty for nobody.</param>
internal sealed record CasePlace(Team? Team, IReadOnlyList<Id<Team>> Teams, IReadOnlyList<string> Holders);

/// <summary>Whom a transfer is for, who may act in it, and what has come between.</summary>
public sealed class TransferReading(FairloadDb db, CouncilSettings settings, TimeProvider clock)
{
    internal TransferClocks Clocks { get; } = new(
        ReferenceData.Calendar(settings.Nation), settings.Limits.TransferAnswerDays, settings.Limits.TransferMoveDays);

    /// <summary>Every transfer with its steps and its checklist.</summary>
    internal IQueryable<Transfer> Whole => db.Set<Transfer>().Include(t => t.Items).Include(t => t.Steps).AsSplitQuery();

    /// <summary>Sees it: whose teams it comes from or goes to, and who decides about it.</summary>
    internal static bool Sees(Reader reader, Team from, Team to)
    {
        var (seen, rules) = (reader.SightFor(Permission.SeeTransfers), reader.SightFor(Permission.RuleOnTransfers));
        return seen.SeesTeam(from) || seen.SeesTeam(to) || IsHead(rules, from, to);
    }

    /// <summary>The two teams and the head, as far as the reader acts for them.</summary>
    internal static IReadOnlySet<TransferSide> Sides(Reader reader, Team from, Team to)
    {
        var sides = new HashSet<TransferSide>();
        var gives = reader.SightFor(Permission.Allocate);
        if (reader.May(Permission.Allocate) && gives.SeesTeam(from)) sides.Add(TransferSide.Sending);
        if (reader.May(Permission.Allocate) && gives.SeesTeam(to)) sides.Add(TransferSide.Receiving);
        if (IsHead(reader.SightFor(Permission.RuleOnTransfers), from, to)) sides.Add(TransferSide.Head);
        return sides;
    }

    /// <summary>It is this reader whom the next step waits for: the manager of the very team; of what the head decides, the head of the
    /// service of both, and where there are two services, or the head is late, who reaches both.</summary>
    internal bool IsFor(Reader reader, Transfer transfer, Team from, Team to)
    {
        if (transfer.Turn is not { } turn) return false;
        var (today, head) = (clock.UkToday, reader.SightFor(Permission.RuleOnTransfers));
        if (turn == TransferSide.Sending && IsManaged(reader, from)) return true;
        if (turn == TransferSide.Receiving && IsManaged(reader, to)) return true;
        if (!transfer.AwaitsHead(Clocks, today)) return false;
        var oneService = from.Service == to.Service && from.Service.Length > 0;
        if (oneService && head.Services.Contains(from.Service)) return true;
        var isTheirs = !oneService || (turn == TransferSide.Head && transfer.IsLate(Clocks, today));
        return head.Everything && isTheirs;
    }

    internal async Task<CasePlace> Place(Id<Case> id, CancellationToken stop)
    {
        var today = clock.UkToday;
        var standing = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id && a.ToOn == null).ToListAsync(stop);
        var holders = standing.Select(a => a.WorkerId).OfType<Id<Worker>>().ToList();
        var names = await db.Workers.AsNoTracking().Where(w => holders.Contains(w.Id)).Select(w => w.Name).ToListAsync(stop);
        var homes = (await db.Memberships.AsNoTracking().Where(m => holders.Contains(m.WorkerId)).ToListAsync(stop))
            .Where(m => m.IsOn(today)).OrderByDescending(m => m.Share).ToList();

        // An assignment without a team lies where its holder works.
        var teams = standing.SelectMany(a => a.TeamId is { } t ? [t] : homes.Where(m => m.WorkerId == a.WorkerId).Select(m => m.TeamId))
            .Distinct().ToList();
        var first = teams.Select(t => (Id<Team>?)t).FirstOrDefault();
        return new(
            first is { } known ? await db.Teams.AsNoTracking().SingleAsync(t => t.Id == known, stop) : null, teams,
            [.. names.Order(StringComparer.CurrentCulture)]);
    }

    /// <summary>Null as long as the case is open and lies where the transfer begins, or nobody can say where.</summary>
    internal static Overtaking? Overtaken(Transfer transfer, Case one, CasePlace place)
    {
        if (!transfer.IsOpen) return null;
        if (one.ClosedOn is not null) return Overtaking.Closed;
        return place.Teams.Count > 0 && !place.Teams.Contains(transfer.FromTeamId) ? Overtaking.LiesElsewhere : null;
    }

    private static bool IsManaged(Reader reader, Team team) => reader.SightFor(Permission.Allocate).Teams.Contains(team.Id);

    private static bool IsHead(Sight rules, Team from, Team to) =>
        rules.Everything || (rules.Services.Count > 0 && rules.SeesTeam(from) && rules.SeesTeam(to));
}

using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce;

/// <summary>A name in the extracts that matched nobody, with how many open cases stand under it and who it might be.</summary>
public sealed record UnsettledName(string Folded, string Written, bool IsTeam, int Cases, IReadOnlyList<string> Teams,
    IReadOnlyList<Worker> Likely);

/// <summary>A name that a person has settled. Neither worker nor team: it names nobody.</summary>
public sealed record SettledLine(SettledName Name, Worker? Worker, Team? Team);

/// <summary>Names that did not join: settled once by a person, remembered for every later extract.</summary>
public sealed class SettleDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    public async Task<IReadOnlyList<UnsettledName>> Unsettled(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var settled = (await db.SettledNames.AsNoTracking().Where(n => n.TeamId == null).Select(n => n.Folded).ToListAsync(stop))
            .ToHashSet();
        var workers = await db.Workers.AsNoTracking().ToListAsync(stop);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, stop);
        var loose = await db.Assignments.AsNoTracking()
            .Where(a => a.ToOn == null && ((a.WorkerId == null && a.WorkerName != "") || (a.TeamId == null && a.TeamName != "")))
            .Select(a => new { a.WorkerId, a.WorkerName, a.TeamId, a.TeamName }).ToListAsync(stop);

        var people = loose.Where(a => a.WorkerId is null && a.WorkerName.Length > 0).GroupBy(a => PersonName.Fold(a.WorkerName))
            .Where(g => !settled.Contains(g.Key))
            .Select(g => new UnsettledName(
                g.Key, First(g.Select(a => a.WorkerName)), false, g.Count(),
                    [.. g.Select(a => a.TeamId is { } t ? teams[t] : a.TeamName).Distinct().Order(StringComparer.CurrentCulture)],
                LikelyNames.For(g.Key, workers)));
        var groups = loose.Where(a => a.TeamId is null && a.TeamName.Length > 0).GroupBy(a => Written.Fold(a.TeamName))
            .Select(g => new UnsettledName(g.Key, First(g.Select(a => a.TeamName)), true, g.Count(), [], []));
        return [.. groups.Concat(people).OrderBy(n => n.Written, StringComparer.CurrentCulture)];

        // Written in several ways, it is shown in one and the same each time.
        static string First(IEnumerable<string> written) => written.Order(StringComparer.Ordinal).First();
    }

    /// <summary>What has been settled, in the order of the names.</summary>
    public async Task<IReadOnlyList<SettledLine>> Settled(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var names = await db.SettledNames.AsNoTracking().ToListAsync(stop);
        var workers = await db.Workers.AsNoTracking().Where(w => db.SettledNames.Any(n => n.WorkerId == w.Id))
            .ToDictionaryAsync(w => w.Id, stop);
        var teams = await db.Teams.AsNoTracking().Where(t => db.SettledNames.Any(n => n.TeamId == t.Id)).ToDictionaryAsync(t => t.Id, stop);
        return
        [
            .. names.OrderBy(n => n.Written, StringComparer.CurrentCulture)
                .Select(n => new SettledLine(n, n.WorkerId is { } w ? workers[w] : null, n.TeamId is { } t ? teams[t] : null)),
        ];
    }

    /// <summary>Teams to choose from, in name order.</summary>
    public async Task<IReadOnlyList<Team>> Teams(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        return [.. (await db.Teams.AsNoTracking().ToListAsync(stop)).OrderBy(t => t.Name, StringComparer.CurrentCulture)];
    }

    public Task<Result<Done>> IsWorker(string written, Id<Worker> worker, Reader reader, CancellationToken stop) =>
        Is(written, w => w.Id == worker, new("Worker", $"Choose a person on the staff sheet."), reader, stop);

    /// <summary>For a person who was not among the likely ones.</summary>
    public Task<Result<Done>> IsStaffNumber(string written, string? staffNumber, Reader reader, CancellationToken stop)
    {
        var number = staffNumber?.Trim() ?? "";
        return Is(written, w => w.StaffNumber == number, new("StaffNumber", $"No one on the staff sheet has the number {number}"), reader,
            stop);
    }

    /// <summary>A tray or a queue: its cases wait.</summary>
    public Task<Result<Done>> IsNobody(string written, Reader reader, CancellationToken stop) => Settle(
        written, reader, (folded, now) =>
        {
            db.Add(SettledName.AsNobody(folded, written, reader.Name, now));
            return Task.FromResult<Result<Done>>(default(Done));
        },
        stop);

    public Task<Result<Done>> IsTeam(string written, Id<Team> team, Reader reader, CancellationToken stop) => Settle(
        written, reader, async (folded, now) =>
        {
            if (!await db.Teams.AnyAsync(t => t.Id == team, stop)) return new Problem("Team", $"Choose a team on the staff sheet.");
            db.Add(SettledName.AsTeam(folded, written, team, reader.Name, now));
            var loose = await db.Assignments.Where(a => a.TeamId == null && a.TeamName != "").ToListAsync(stop);
            foreach (var assignment in loose.Where(a => Written.Fold(a.TeamName) == folded)) assignment.IsReally(team);
            return default(Done);
        },
        stop,
        isTeam: true);

    /// <summary>It was settled wrongly: its cases stand under the extract's own words again, to be settled anew.</summary>
    public Task<Result<Done>> Forget(Id<SettledName> id, Reader reader, CancellationToken stop) => InTurn(
        reader, async () =>
        {
            if (await db.SettledNames.SingleOrDefaultAsync(n => n.Id == id, stop) is not { } name)
                return new Problem("", $"This name has already been forgotten by somebody else. Open the page again.");
            foreach (var assignment in await Given(name, stop))
            {
                if (name.TeamId is null) assignment.IsNobodyKnown();
                else assignment.IsNoTeamKnown();
            }

            db.Remove(name);
            await audit.Note(reader, AuditAction.NameSettled, "name", name.Id.ToString(), "forgotten", stop);
            return default(Done);
        },
        stop);

    private Task<Result<Done>> Is(
        string written, System.Linq.Expressions.Expression<Func<Worker, bool>> who, Problem none, Reader reader, CancellationToken stop) =>
            Settle(
        written, reader, async (folded, now) =>
        {
            if (await db.Workers.AsNoTracking().SingleOrDefaultAsync(who, stop) is not { } worker) return none;
            db.Add(SettledName.AsWorker(folded, written, worker.Id, reader.Name, now));
            var loose = await db.Assignments.Where(a => a.WorkerId == null && a.WorkerName != "").ToListAsync(stop);
            foreach (var assignment in loose.Where(a => PersonName.Fold(a.WorkerName) == folded)) assignment.IsReally(worker.Id);
            return default(Done);
        },
        stop);

    private Task<Result<Done>> Settle(
        string written, Reader reader, Func<string, DateTime, Task<Result<Done>>> settle, CancellationToken stop, bool isTeam = false) =>
            InTurn(
        reader, async () =>
        {
            var folded = isTeam ? Written.Fold(written) : PersonName.Fold(written);
            if (folded.Length == 0) return new Problem("", $"Choose a name to settle.");
            if (await db.SettledNames.AnyAsync(n => n.Folded == folded && (n.TeamId != null) == isTeam, stop))
                return new Problem("", $"{written} has already been settled by somebody else. Open the page again.");
            var done = await settle(folded, clock.GetUtcNow().UtcDateTime);
            if (done.Try(out _, out _)) await audit.Note(reader, AuditAction.NameSettled, "name", "", isTeam ? "team" : "person", stop);
            return done;
        },
        stop);

    /// <summary>Imports read and write the same assignments: whoever comes second waits.</summary>
    private async Task<Result<Done>> InTurn(Reader reader, Func<Task<Result<Done>>> work, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        return await db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, ImportDesk.Turn, stop);
                return await work();
            },
            stop);
    }

    private async Task<IReadOnlyList<Assignment>> Given(SettledName name, CancellationToken stop) => name switch
    {
        { WorkerId: { } worker } =>
            [.. (await db.Assignments.Where(a => a.WorkerId == worker).ToListAsync(stop))
                .Where(a => PersonName.Fold(a.WorkerName) == name.Folded)],
        { TeamId: { } team } =>
            [.. (await db.Assignments.Where(a => a.TeamId == team).ToListAsync(stop)).Where(a => Written.Fold(a.TeamName) == name.Folded)],
        _ => [],
    };
}

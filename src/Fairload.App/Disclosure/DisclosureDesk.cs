using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Fairload.App.Disclosure;

/// <summary>What somebody wants to let out.</summary>
/// <param name="Chain">Rounds about the same people, one after the other; all that is let out of a chain is held against itself.</param>
/// <param name="Title">For the ledger: a table, a page, a report.</param>
/// <param name="Population">Names the cells of this round and of every round of the chain that was released before.</param>
public sealed record ReleaseAsked(
    string Chain, string Round, string Title, Population Population, IReadOnlyList<Group> Wanted, DisclosureRule Rule,
    ProofEffort? Effort = null);

/// <summary>One line of the ledger, without any count of a group's people.</summary>
/// <param name="Figures">Groups that were held against each other, those of earlier releases of the chain with them.</param>
/// <param name="Steps">Groups that the attacker looked at.</param>
/// <param name="Shown">Groups of this release that may be shown.</param>
public sealed record LedgerLine(
    string Chain, int Number, string Round, string Title, int Floor, int Figures, int Cells, long Steps, int Shown, DateOnly ReleasedOn,
    string ReleasedBy);

/// <summary>The ledger as those read it who watch over it.</summary>
/// <param name="Lines">The latest first.</param>
/// <param name="Last">The audit that was held last; null for none.</param>
public sealed record LedgerView(IReadOnlyList<LedgerLine> Lines, LedgerAudit? Last);

/// <summary>An audit of several chains, and what is kept of it.</summary>
public sealed record LedgerAudited(IReadOnlyList<ChainAudit> Chains, LedgerAudit Kept);

/// <summary>What an audit of a chain came to.</summary>
/// <param name="State">Of the sums; what came of the counts stands in the proof.</param>
public sealed record ChainAudit(string Chain, int Releases, AuditState State, ReleaseProof Proof)
{
    /// <summary>By every attacker that looked.</summary>
    public bool IsProved => State == AuditState.Proved && Proof.IsProvedByAll;
}

/// <summary>
/// The only way out for counts of people: protects, proves, writes into the ledger, and only then hands over what may be seen. Two releases
/// at once never pass each other: each is decided with the other in view or decided again.
/// </summary>
public sealed partial class DisclosureDesk(FairloadDb db, AuditTrail audit, TimeProvider clock, ILogger<DisclosureDesk> log)
{
    private const long StepsAtOnce = 1_000_000;

    /// <summary>Nothing is stored and nothing let out without a proof.</summary>
    public async Task<Result<Release>> Release(ReleaseAsked asked, Reader reader, CancellationToken stop)
    {
        while (true)
        {
            var ledger = await Ledger.Read(db, asked.Chain, stop);
            if (asked.Rule.Floor < ledger.HighestFloor)
                return new Problem("Floor", $"The floor can not go down from {ledger.HighestFloor} to {asked.Rule.Floor}: people answered under the higher one");

            var decided = Protection.Of(asked.Population, ledger.Released, asked.Wanted, asked.Rule, asked.Effort);
            if (!decided.Try(out var release, out _)) return decided;
            if (release.Proof.IsProved && asked.Population.TellsInvited)
            {
                decided = CountProtection.Of(asked.Population, ledger.Released, release, asked.Effort, stop);
                if (!decided.Try(out release, out _)) return decided;
            }

            if (!release.Proof.IsProvedByAll) return NotProved(asked.Rule);

            if (!await Write(asked, release, ledger.Last, reader, stop)) continue;
            Released(log, asked.Chain, ledger.Last + 1, release.Proof.Figures);
            return release;
        }
    }

    /// <summary>In the order in which they went out.</summary>
    public async Task<IReadOnlyList<LedgerLine>> Look(CancellationToken stop) =>
        await db.Set<LedgerEntry>().AsNoTracking().OrderBy(e => e.Chain).ThenBy(e => e.Number).Select(e => new LedgerLine(
            e.Chain, e.Number, e.Round, e.Title, e.Floor, e.Figures, e.Cells, e.Steps, db.Set<LedgerRow>().Count(r => r.ReleaseId == e.Id),
            e.ReleasedOn, e.ReleasedBy)).ToListAsync(stop);

    /// <summary>For whoever watches over what was let out.</summary>
    public async Task<LedgerView> Show(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLedger);
        var lines = await Look(stop);
        var latest = lines.OrderByDescending(l => l.ReleasedOn)
            .ThenBy(l => l.Chain, StringComparer.Ordinal).ThenByDescending(l => l.Number);
        return new([.. latest], await LastAudit(db, stop));
    }

    /// <summary>Holds every chain against itself anew, and keeps what came of it.</summary>
    /// <param name="steps">For each chain, before it counts as not proved.</param>
    public async Task<Result<LedgerAudited>> AuditAll(long steps, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLedger);
        var audits = new List<ChainAudit>();
        foreach (var chain in (await Look(stop)).Select(l => l.Chain).Distinct())
        {
            if (await Audit(chain, steps, stop) is not { } held) continue;
            if (!held.Try(out var done, out var problems)) return problems.ToList();
            audits.Add(done);
        }

        var failed = audits.Where(a => a.State != AuditState.Proved).Select(a => a.Chain);
        var kept = new LedgerAudit(
            Id<LedgerAudit>.New(), clock.GetUtcNow().UtcDateTime, clock.UkToday, reader.Name, audits.Count, audits.Sum(a => a.Releases),
            audits.Sum(a => a.Proof.Figures), string.Join('\n', failed));
        await db.Change(
            async () =>
            {
                db.Add(kept);
                await audit.Note(reader, AuditAction.LedgerAudited, "ledger", "all", kept.IsProved ? "proved" : "not proved", stop);
                return default(Done);
            },
            stop);
        return new LedgerAudited(audits, kept);
    }

    internal static Task<LedgerAudit?> LastAudit(FairloadDb db, CancellationToken stop) =>
        db.Set<LedgerAudit>().AsNoTracking().OrderByDescending(a => a.HeldAt).FirstOrDefaultAsync(stop);

    /// <summary>Holds everything that was ever let out of a chain against itself, from the ledger alone; null when there is no such
    /// chain.</summary>
    /// <param name="steps">Groups to look at before it counts as not proved.</param>
    public async Task<Result<ChainAudit>?> Audit(string chain, long steps, CancellationToken stop)
    {
        var ledger = await Ledger.Read(db, chain, stop);
        if (ledger.Population is null) return null;

        if (!Ledger.Population(ledger.Population).Try(out var population, out var problems)) return problems.ToList();
        if (!DisclosureRule.Of(ledger.HighestFloor, ledger.HighestFloor).Try(out var rule, out problems)) return problems.ToList();
        var begun = ReleaseAudit.Begin(population, ledger.Released, rule);
        if (!begun.Try(out var attack, out problems)) return problems.ToList();
        while (attack.State == AuditState.AtWork && attack.Proof.Steps < steps)
        {
            stop.ThrowIfCancellationRequested();
            attack.GoOn(Math.Min(StepsAtOnce, steps - attack.Proof.Steps));
        }

        var counts = Counts(population, ledger.Released, rule, steps, stop);
        if (!counts.Try(out var proof, out problems)) return problems.ToList();
        return new ChainAudit(chain, ledger.Last, attack.State, attack.Proof with { Counts = population.TellsInvited ? proof : null });
    }

    /// <summary>Where the population is the staff list itself, how many it holds is no secret, and nobody has to be told.</summary>
    private static Result<CountProof> Counts(
        Population population, IReadOnlyList<ReleasedGroup> released, DisclosureRule rule, long steps, CancellationToken stop)
    {
        if (!CountAttack.Begin(population, released, [], rule).Try(out var attack, out var problems)) return problems.ToList();
        while (population.TellsInvited && attack.State == AuditState.AtWork && attack.Proof.Steps < steps)
        {
            stop.ThrowIfCancellationRequested();
            attack.GoOn(Math.Min(StepsAtOnce, steps - attack.Proof.Steps));
        }

        return attack.Proof;
    }

    /// <summary>What is told instead of figures.</summary>
    public static Problem NotProved(DisclosureRule rule) =>
        new("", $"Not proved that no group of fewer than {rule.Floor} people can be worked out. Nothing of this may be shown.");

    /// <summary>False when another release came first: then this one was decided without it.</summary>
    private Task<bool> Write(ReleaseAsked asked, Release release, int last, Reader reader, CancellationToken stop) => db.Change(
        async () =>
        {
            if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(5081)", stop);
            if (await db.Set<LedgerEntry>().CountAsync(e => e.Chain == asked.Chain, stop) != last) return false;

            var now = clock.GetUtcNow().UtcDateTime;
            Ledger.Add(db, asked, last + 1, release, reader.Name, now, clock.UkToday);
            var (which, held) = ($"{asked.Chain}/{last + 1}", $"{release.Proof.Figures} figures");
            await audit.Note(reader, AuditAction.Released, "release", which, held, stop);
            return true;
        },
        stop);

    [LoggerMessage(Level = LogLevel.Information, Message = "Release {Number} of {Chain} went out; {Figures} figures were held against each other")]
    private static partial void Released(ILogger log, string chain, int number, int figures);
}

using System.Security.Cryptography;
using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Audits;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.PeerReview.Audits;

/// <summary>From what a round can be planned.</summary>
/// <param name="Teams">In name order.</param>
/// <param name="Auditors">In name order.</param>
/// <param name="Again">Audits that are to be done again and are in no round yet.</param>
public sealed record RoundChoices(
    IReadOnlyList<PlaceChoice> Teams, IReadOnlyList<string> Services, IReadOnlyList<Auditor> Auditors, IReadOnlyList<AuditFile> Again);

/// <summary>A round as moderators see it.</summary>
/// <param name="Where">The team or service by name; null for the whole council.</param>
/// <param name="Files">By number.</param>
/// <param name="Shifts">How far moderation lies from each auditor's grades, in name order. For moderators alone.</param>
/// <param name="CanBeDrawnAgain">The stored list has the stored hash, and list and seed give the files that were drawn.</param>
public sealed record RoundView(
    AuditRound Round, string? Where, IReadOnlyList<AuditFile> Files, AuditResults Results, IReadOnlyList<AuditorShift> Shifts,
    bool CanBeDrawnAgain);

/// <summary>Rounds of case file audits: drawn, looked at, learnt from.</summary>
public sealed class AuditRoundDesk(FairloadDb db, AuditReading reading, AuditTrail audit, TimeProvider clock)
{
    private const int SeedBytes = 16;

    public async Task<RoundChoices> Choices(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ModerateAudits);
        var today = clock.UkToday;
        var open = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today)).ToList();
        return new(
            [.. open.OrderBy(t => t.Name, StringComparer.CurrentCulture).Select(t => new PlaceChoice(t.Id, t.Name))],
            [.. open.Select(t => t.Service).Where(s => s.Length > 0).Distinct().Order(StringComparer.CurrentCulture)],
            await reading.Auditors(stop), await reading.ToBeAuditedAgain(DateOnly.MaxValue, stop));
    }

    /// <summary>Draws a round. The seed is drawn here and now, so nobody can choose it; a round that was drawn stays.</summary>
    /// <param name="auditors">Accounts of the choices.</param>
    /// <param name="again">Takes in what has to be audited again by the day on which the round is due.</param>
    public Task<Result<AuditRound>> Draw(
        RoundPlanned plan, IReadOnlyCollection<Id<Account>> auditors, bool again, Reader reader, CancellationToken stop) =>
        Draw(plan, auditors, again, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes)), reader, stop);

    internal Task<Result<AuditRound>> Draw(
        RoundPlanned plan, IReadOnlyCollection<Id<Account>> auditors, bool again, string seed, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ModerateAudits);
        return db.Change<Result<AuditRound>>(
            async () =>
            {
                await OneAtATime.Wait(db, "audit rounds", stop);
                var today = clock.UkToday;
                if (AuditRound.Wrong(plan, today) is { Count: > 0 } problems) return problems;
                var list = await List(plan, today, stop);
                if (list.Count == 0) return new Problem("", $"No case was held there in that period that was not audited in the last {SamplingList.MonthsApart} months. Nothing was drawn");

                var sample = SampleDraw.Of(list.Select(f => f.Reference), seed, plan.Wanted!.Value);
                var byReference = list.ToDictionary(f => f.Reference, StringComparer.Ordinal);
                var before = again ? await Again(plan, sample, stop) : [];
                IReadOnlyList<HeldFile> files = [.. sample.Drawn.Select(r => byReference[r]), .. before.Select(AsHeld)];
                var chosen = (await reading.Auditors(stop)).Where(a => auditors.Contains(a.Account)).ToList();
                if (!AuditorShares.Of(files, chosen).Try(out var shares, out var refused)) return refused.ToList();

                var number = await db.Set<AuditRound>().MaxAsync(r => (int?)r.Number, stop) + 1 ?? 1;
                if (!AuditRound.Draw(number, plan, sample, reader.Name, today).Try(out var round, out var wrong)) return wrong.ToList();
                await Store(round, list, shares, before, stop);
                await audit.Note(
                    reader, AuditAction.FileAuditChanged, "audit round", round.Id.ToString(),
                    $"drew {sample.Drawn.Count} of {sample.Count}, seed {seed}, list {sample.ListHash}", stop);
                return round;
            },
            stop);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<RoundView?> Show(Id<AuditRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ModerateAudits);
        if (await db.Set<AuditRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return null;
        var files = await db.Set<AuditFile>().AsNoTracking().Where(f => f.RoundId == id).OrderBy(f => f.Number).ToListAsync(stop);
        var list = await db.Set<DrawnList>().AsNoTracking().SingleAsync(l => l.RoundId == id, stop);
        var drawn = new SampleDraw(
            round.Seed, round.ListCount, round.ListHash, [.. files.Where(f => f.ReauditOfId is null).Select(f => f.Reference)]);
        var team = await db.Teams.Where(t => t.Id == round.TeamId).Select(t => t.Name).SingleOrDefaultAsync(stop);
        return new(
            round, team ?? (round.Service.Length > 0 ? round.Service : null), files, AuditResults.Of(files), AuditorShift.Of(files),
            drawn.IsDrawnFrom(list.All));
    }

    /// <summary>The list from which a round was drawn, for whoever draws it again elsewhere. Null when there is none.</summary>
    public async Task<IReadOnlyList<string>?> ListOf(Id<AuditRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ModerateAudits);
        return await db.Set<DrawnList>().AsNoTracking().SingleOrDefaultAsync(l => l.RoundId == id, stop) is { } list ? [.. list.All] : null;
    }

    /// <summary>Key messages of a round, which name nobody. Managers of the teams read them.</summary>
    /// <param name="seen">The version that the reader saw.</param>
    public Task<Result<AuditRound>> Learn(Id<AuditRound> id, string learning, int seen, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ModerateAudits);
        return db.Change<Result<AuditRound>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"audit round {id}", stop);
                var round = await db.Set<AuditRound>().SingleAsync(r => r.Id == id, stop);
                var learnt = round.Learn(learning, await StaffNames.Of(db, stop), seen, reader.Name, clock.UkToday);
                if (learnt.Try(out _, out _))
                    await audit.Note(reader, AuditAction.FileAuditChanged, "audit round", id.ToString(), "key messages", stop);
                return learnt;
            },
            stop);
    }

    private static HeldFile AsHeld(AuditFile file) => new(file.CaseId, file.Reference, file.TeamId, DateOnly.MinValue, null);

    private async Task<IReadOnlyList<HeldFile>> List(RoundPlanned plan, DateOnly today, CancellationToken stop)
    {
        var audited = await (from f in db.Set<AuditFile>()
                             join r in db.Set<AuditRound>() on f.RoundId equals r.Id
                             select new { f.CaseId, r.DrawnOn }).ToListAsync(stop);
        return SamplingList.Of(
            await reading.Held(plan, stop), audited.Select(a => (a.CaseId, a.DrawnOn)), plan.FromOn!.Value, plan.LastOn!.Value, today);
    }

    /// <summary>Of the round's team or service. A case that was drawn anyway is audited once.</summary>
    private async Task<IReadOnlyList<AuditFile>> Again(RoundPlanned plan, SampleDraw sample, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().Where(t => t.Service == plan.Service).Select(t => t.Id).ToListAsync(stop);
        return
        [
            .. (await reading.ToBeAuditedAgain(plan.DueOn!.Value, stop))
                .Where(f => plan.Team is { } team ? f.TeamId == team : plan.Service.Length == 0 || teams.Any(t => t == f.TeamId))
                .Where(f => !sample.Drawn.Contains(f.Reference)).DistinctBy(f => f.CaseId),
        ];
    }

    private async Task Store(
        AuditRound round, IReadOnlyList<HeldFile> list, IReadOnlyList<AuditorOf> shares, IReadOnlyList<AuditFile> before,
        CancellationToken stop)
    {
        db.Add(round);
        await db.SaveChangesAsync(stop);
        db.Add(new DrawnList(round.Id, string.Concat(list.Select(f => f.Reference + "\n"))));
        foreach (var (at, share) in shares.Index())
            db.Add(AuditFile.Give(round.Id, at + 1, share, at < round.Drawn ? null : before[at - round.Drawn].Id));
    }
}

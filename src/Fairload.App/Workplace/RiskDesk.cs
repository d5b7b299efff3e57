using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>One assessment, as a reader sees it.</summary>
/// <param name="Worker">For whom it was done; null where it was for nobody in particular.</param>
/// <param name="MayKeep">The reader changes it.</param>
public sealed record RiskLine(RiskAssessment Risk, Team Team, Worker? Worker, RiskState State, bool MayKeep);

/// <summary>The register of risk assessments.</summary>
/// <param name="Lines">Those that stand, in the order of teams' names and of the kinds.</param>
/// <param name="NotKnown">Kinds that every team needs and of which nothing is recorded for a team.</param>
/// <param name="ShowsNames">Whether the reader is told who did them.</param>
/// <param name="MayKeep">The reader may enter one for some team.</param>
public sealed record RiskRegister(
    DateOnly Today, IReadOnlyList<RiskLine> Lines, IReadOnlyList<(Team Team, RiskKind Kind)> NotKnown, bool ShowsNames, bool MayKeep);

/// <summary>What can be chosen when an assessment is entered.</summary>
/// <param name="People">Of these teams, in name order.</param>
public sealed record RiskChoices(IReadOnlyList<Team> Teams, IReadOnlyList<Worker> People);

/// <summary>Risk assessments: what stands, what falls due, what is not known.</summary>
public sealed class RiskDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    private const string Kind = "risk assessment";

    public async Task<RiskRegister> Register(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeRisks);
        var today = clock.UkToday;
        var sight = await UnitSight.Of(db, reader, Permission.SeeRisks, today, stop);
        var keeps = await UnitSight.IfHeld(db, reader, Permission.KeepWorkplace, today, stop);
        var (seen, me) = (sight.All, reader.Worker);
        var all = await db.Set<RiskAssessment>().AsNoTracking().Where(r => seen.Contains(r.TeamId) || (me != null && r.WorkerId == me))
            .ToListAsync(stop);
        var people = await People(all, stop);
        var standing = RiskAssessment.Standing(all, today);
        var lines = standing.Where(r => Shows(r, reader, keeps)).Select(r => Line(r, sight, people, keeps))
            .OrderBy(l => l.Team.Name, StringComparer.CurrentCulture).ThenBy(l => l.Risk.Kind).ThenBy(l => l.Risk.About)
            .ThenBy(l => l.Worker?.Name ?? l.Risk.Subject, StringComparer.CurrentCulture);
        var known = standing.Where(r => r.About != RiskAbout.Worker).Select(r => (r.TeamId, r.Kind)).ToHashSet();
        return new(
            today, [.. lines],
            [.. sight.Now.SelectMany(t => RiskCover.Needed.Where(k => !known.Contains((t.Id, k))).Select(k => (t, k)))],
            ShowsNames(reader), keeps?.Now.Count > 0);
    }

    /// <summary>Null when there is none or the reader may not see it.</summary>
    public async Task<RiskLine?> Show(Id<RiskAssessment> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeRisks);
        var today = clock.UkToday;
        if (await db.Set<RiskAssessment>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } risk) return null;
        var sight = await UnitSight.Of(db, reader, Permission.SeeRisks, today, stop);
        var keeps = await UnitSight.IfHeld(db, reader, Permission.KeepWorkplace, today, stop);
        var isSeen = sight.Sees(risk.TeamId) || (risk.WorkerId is { } worker && worker == reader.Worker);
        return isSeen && Shows(risk, reader, keeps) ? Line(risk, sight, await People([risk], stop), keeps) : null;
    }

    public async Task<RiskChoices> Choices(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepWorkplace);
        var today = clock.UkToday;
        var teams = (await UnitSight.Of(db, reader, Permission.KeepWorkplace, today, stop)).Now;
        var people = await MembersNow.Of(db, [.. teams.Select(t => t.Id)], today).AsNoTracking().ToListAsync(stop);
        var named = people.OrderBy(w => w.Name, StringComparer.CurrentCulture).ThenBy(w => w.StaffNumber, StringComparer.Ordinal);
        return new(teams, [.. named]);
    }

    /// <summary>The same entered twice on one day is one.</summary>
    public Task<Result<RiskAssessment>> Enter(RiskFacts facts, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepWorkplace);
        return db.Change<Result<RiskAssessment>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"risks of {facts.TeamId}", stop);
                if (await Wrong(facts, reader, stop) is { } wrong) return wrong;
                var entered = RiskAssessment.Enter(facts, Deed(reader));
                if (!entered.Try(out var risk, out _)) return entered;
                var same = await db.Set<RiskAssessment>().AsNoTracking()
                    .Where(r => r.TeamId == risk.TeamId && r.Kind == risk.Kind && r.DoneOn == risk.DoneOn).ToListAsync(stop);
                if (same.Find(r => (r.About, r.Subject, r.WorkerId) == (risk.About, risk.Subject, risk.WorkerId)) is { } held)
                    return held.Facts == risk.Facts ? held : AlreadyThere(held);
                db.Add(risk);
                await audit.Note(reader, AuditAction.WorkplaceChanged, Kind, risk.Id.ToString(), $"entered {risk.Kind}", stop);
                return risk;
            },
            stop);
    }

    /// <param name="version">As it was read.</param>
    public Task<Result<Done>> Amend(Id<RiskAssessment> id, RiskFacts facts, int version, Reader reader, CancellationToken stop) =>
        Alter(id, facts, risk => risk.Amend(facts, version, Deed(reader)), "amended", reader, stop);

    /// <summary>It is not needed any more.</summary>
    public Task<Result<Done>> End(Id<RiskAssessment> id, int version, Reader reader, CancellationToken stop) =>
        Alter(id, null, risk => risk.End(version, Deed(reader)), "ended", reader, stop);

    /// <summary>A union representative is told what was assessed and not by whom.</summary>
    private static bool ShowsNames(Reader reader) =>
        reader.Grants.Any(g => g.Role != Role.UnionRepresentative && AccessTable.Of(g.Role, Permission.SeeRisks) != Reach.None);

    /// <summary>One for a worker is seen by the worker, the line of management and human resources.</summary>
    private static bool Shows(RiskAssessment risk, Reader reader, UnitSight? keeps) =>
        risk.WorkerId is not { } worker || worker == reader.Worker || reader.Is(Role.HumanResources) || keeps?.Sees(risk.TeamId) == true;

    private Task<Result<Done>> Alter(
        Id<RiskAssessment> id, RiskFacts? facts, Func<RiskAssessment, Result<Done>> verb, string what, Reader reader,
        CancellationToken stop)
    {
        reader.Demand(Permission.KeepWorkplace);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"risk {id}", stop);
                if (await db.Set<RiskAssessment>().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } risk)
                    return RegisterProblems.NotThere;
                if (await Wrong(facts ?? risk.Facts, reader, stop, risk) is { } wrong) return wrong;
                var before = risk.Version;
                var done = verb(risk);
                if (risk.Version != before)
                    await audit.Note(reader, AuditAction.WorkplaceChanged, Kind, id.ToString(), what, stop);
                return done;
            },
            stop);
    }

    private async Task<Problem?> Wrong(RiskFacts facts, Reader reader, CancellationToken stop, RiskAssessment? held = null)
    {
        var today = clock.UkToday;
        var keeps = await UnitSight.Of(db, reader, Permission.KeepWorkplace, today, stop);
        if (held is not null && !keeps.Sees(held.TeamId)) return RegisterProblems.NotYours;
        if (!keeps.Sees(facts.TeamId)) return RegisterProblems.NoSuchTeam;
        if (facts.WorkerId is { } worker && worker != held?.WorkerId
            && !await MembersNow.Of(db, [facts.TeamId], today).AnyAsync(w => w.Id == worker, stop))
        {
            return new("Worker", $"Choose somebody who works in that team");
        }

        return null;
    }

    private async Task<Dictionary<Id<Worker>, Worker>> People(IReadOnlyCollection<RiskAssessment> all, CancellationToken stop)
    {
        var ids = all.Select(r => r.WorkerId).OfType<Id<Worker>>().Distinct().ToList();
        return await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
    }

    private RiskLine Line(RiskAssessment risk, UnitSight sight, Dictionary<Id<Worker>, Worker> people, UnitSight? keeps) => new(
        risk, sight.Team(risk.TeamId), risk.WorkerId is { } worker ? people[worker] : null, risk.StateOn(clock.UkToday),
        keeps?.Sees(risk.TeamId) == true);

    private RegisterDeed Deed(Reader reader) => new(reader.Name, clock.GetUtcNow().UtcDateTime, clock.UkToday);

    private static Problem AlreadyThere(RiskAssessment held) =>
        new("", $"{held.EnteredBy} has entered an assessment of the same thing on the same day. Open it in the register and put it right there");
}

using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>One complaint, comment or compliment, as a reader sees it.</summary>
public sealed record FeedbackLine(Feedback Feedback, Team Team, bool MayKeep);

/// <summary>The log of what people who use the service say.</summary>
/// <param name="Lines">Of the last twelve months and what is not answered, the latest first.</param>
/// <param name="Quarters">Complaints by nature, the last six quarters in order; the last is the last that is over.</param>
/// <param name="Shifts">In the last of them against the four before.</param>
public sealed record FeedbackLog(
    DateOnly Today, IReadOnlyList<FeedbackLine> Lines, IReadOnlyList<QuarterByNature> Quarters, IReadOnlyList<NatureShift> Shifts,
    bool MayKeep);

/// <summary>Complaints, comments and compliments by their nature, so that a shift shows.</summary>
public sealed class FeedbackDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    private const string Kind = "feedback";
    private const int QuartersShown = 6;

    public async Task<FeedbackLog> Log(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeFeedback);
        var today = clock.UkToday;
        var sight = await UnitSight.Of(db, reader, Permission.SeeFeedback, today, stop);
        var keeps = await UnitSight.IfHeld(db, reader, Permission.KeepWorkplace, today, stop);
        var (seen, since) = (sight.All, today.AddYears(-1));
        var to = Quarter.Of(today).Previous();
        var from = Enumerable.Range(1, QuartersShown - 1).Aggregate(to, (q, _) => q.Previous());
        var all = await db.Set<Feedback>().AsNoTracking()
            .Where(f => seen.Contains(f.TeamId) && (f.ReceivedOn >= from.First || f.AnsweredOn == null)).ToListAsync(stop);
        var quarters = QuarterByNature.Between(
            from, to, all.Where(f => f.Kind == FeedbackKind.Complaint).Select(f => (f.ReceivedOn, f.Nature)));
        return new(
            today,
            [
                .. all.Where(f => f.ReceivedOn > since || f.AnsweredOn is null).OrderByDescending(f => f.ReceivedOn).ThenBy(f => f.Id.Value)
                    .Select(f => new FeedbackLine(f, sight.Team(f.TeamId), keeps?.Sees(f.TeamId) == true)),
            ],
            quarters, NatureShift.Of(quarters), keeps?.Now.Count > 0);
    }

    /// <summary>Null when there is none or the reader may not see it.</summary>
    public async Task<FeedbackLine?> Show(Id<Feedback> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeFeedback);
        var today = clock.UkToday;
        if (await db.Set<Feedback>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, stop) is not { } one) return null;
        var sight = await UnitSight.Of(db, reader, Permission.SeeFeedback, today, stop);
        if (!sight.Sees(one.TeamId)) return null;
        var keeps = await UnitSight.IfHeld(db, reader, Permission.KeepWorkplace, today, stop);
        return new(one, sight.Team(one.TeamId), keeps?.Sees(one.TeamId) == true);
    }

    /// <summary>For which the reader keeps the log, in name order.</summary>
    public async Task<IReadOnlyList<Team>> Teams(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepWorkplace);
        return (await UnitSight.Of(db, reader, Permission.KeepWorkplace, clock.UkToday, stop)).Now;
    }

    /// <summary>A number of the council's own stands for one entry.</summary>
    public Task<Result<Feedback>> Enter(FeedbackFacts facts, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepWorkplace);
        return db.Change<Result<Feedback>>(
            async () =>
            {
                await OneAtATime.Wait(db, "feedback", stop);
                if (await Wrong(facts, null, reader, stop) is { } wrong) return wrong;
                var made = Feedback.Enter(facts, Deed(reader));
                if (!made.Try(out var entered, out _)) return made;
                db.Add(entered);
                var what = $"entered {entered.Kind} {entered.Nature}";
                await audit.Note(reader, AuditAction.WorkplaceChanged, Kind, entered.Id.ToString(), what, stop);
                return made;
            },
            stop);
    }

    /// <param name="version">As it was read.</param>
    public Task<Result<Done>> Amend(Id<Feedback> id, FeedbackFacts facts, int version, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepWorkplace);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, "feedback", stop);
                if (await db.Set<Feedback>().SingleOrDefaultAsync(f => f.Id == id, stop) is not { } one) return RegisterProblems.NotThere;
                if (await Wrong(facts, one, reader, stop) is { } wrong) return wrong;
                var before = one.Version;
                var done = one.Amend(facts, version, Deed(reader));
                if (one.Version != before)
                    await audit.Note(reader, AuditAction.WorkplaceChanged, Kind, id.ToString(), $"amended {one.Kind} {one.Nature}", stop);
                return done;
            },
            stop);
    }

    private async Task<Problem?> Wrong(FeedbackFacts facts, Feedback? held, Reader reader, CancellationToken stop)
    {
        var keeps = await UnitSight.Of(db, reader, Permission.KeepWorkplace, clock.UkToday, stop);
        if (held is not null && !keeps.Sees(held.TeamId)) return RegisterProblems.NotYours;
        if (!keeps.Sees(facts.TeamId)) return RegisterProblems.NoSuchTeam;
        var number = Core.Imports.Written.Clean(facts.Reference);
        if (number.Length == 0 || number == held?.Reference) return null;
        return await db.Set<Feedback>().AnyAsync(f => f.Reference == number, stop)
            ? new("Reference", $"There is an entry with the number {number} already. Open that one, or leave the number out") : null;
    }

    private RegisterDeed Deed(Reader reader) => new(reader.Name, clock.GetUtcNow().UtcDateTime, clock.UkToday);
}

using Fairload.App.Caseload.Plans;
using Fairload.App.Workforce.Initiatives;
using Fairload.Core.Access;
using Fairload.Core.Caseload.Plans;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Home;

/// <summary>What loads over the line and scores in question ask of a reader.</summary>
/// <param name="Missing">How many need a plan whose time has not run out, and the first of their days.</param>
/// <param name="Late">How many plans are late: to be made, or passed.</param>
/// <param name="Red">People over the line in many weeks, for those to whom that goes up; with the number of weeks.</param>
/// <param name="CanEnd">Plans of loads that are below the line again.</param>
/// <param name="Asked">Questions about scores that wait for the reader, and the first of their days.</param>
/// <param name="Own">The plan for the reader's own load, while it waits for their answer.</param>
public sealed record PlansToday(
    (int Count, DateOnly? First) Missing, int Late, (int Count, int Weeks) Red, int CanEnd, (int Count, DateOnly? First) Asked,
    LoadPlan? Own)
{
    /// <summary>What the register of initiatives asks of whoever answers for the whole council.</summary>
    public InitiativesToday Initiatives { get; init; } = InitiativesToday.Nothing;

    public static PlansToday Nothing { get; } = new((0, null), 0, (0, 0), 0, (0, null), null);
}

/// <summary>Asks about plans and scores. Of a head of service and those above, only what goes up the line.</summary>
public sealed class PlansTodayDesk(FairloadDb db, LoadPlanDesk plans, ScoreQuestionDesk questions, InitiativeDesk initiatives)
{
    public async Task<PlansToday> Of(Reader reader, CancellationToken stop)
    {
        var now = PlansToday.Nothing with { Initiatives = await initiatives.Today(reader, stop) };
        if (reader.May(Permission.PlanLoads)) now = await Plans(now, reader, stop);
        if (reader.May(Permission.PlanLoads) && reader.May(Permission.ScoreCases))
        {
            var asked = await questions.Waiting(reader, stop);
            now = now with { Asked = (asked.Count, asked.Count == 0 ? null : asked.Min(q => q.DueOn)) };
        }

        if (!reader.May(Permission.SeeOwnWork) || reader.Worker is not { } me) return now;
        return now with
        {
            Own = await db.Set<LoadPlan>().AsNoTracking()
                .SingleOrDefaultAsync(p => p.WorkerId == me && p.EndedAt == null && p.Answer == PlanAnswer.NotYet, stop),
        };
    }

    private async Task<PlansToday> Plans(PlansToday now, Reader reader, CancellationToken stop)
    {
        var over = await plans.Over(reader, stop);
        var missing = over.With(PlanNeed.Missing).ToList();
        var late = over.Lines.Count(l => l.Standing.IsLate);
        if (reader.SightFor(Permission.PlanLoads) is { Everything: false, Services.Count: 0 })
        {
            return now with
            {
                Missing = (missing.Count, missing.Min(l => l.Standing.DueOn)),
                Late = late,
                CanEnd = over.With(PlanNeed.CanEnd).Count(),
            };
        }

        return now with { Late = late, Red = (over.Lines.Count(l => l.RedWeeks >= over.UpFrom), over.UpFrom) };
    }
}

using Fairload.App.Caseload.Plans;
using Fairload.Core.Caseload.Plans;

namespace Fairload.Web.Caseload.Plans;

/// <summary>Plans for loads in words.</summary>
internal static class PlanWords
{
    /// <summary>Where it stands, in a sentence.</summary>
    public static string Standing(Catalogue T, PlanStanding standing) => standing switch
    {
        { Need: PlanNeed.Missing, DueOn: { } due } => T["No plan yet. There has to be one by {0}.", due],
        { Need: PlanNeed.MissingLate, DueOn: { } due } => T["No plan. There had to be one by {0}.", due],
        { Need: PlanNeed.Running, DueOn: { } day } => T["A plan runs until {0}.", day],
        { Need: PlanNeed.Overdue, DueOn: { } day } => T["Still over the line: the plan ran until {0}.", day],
        { Need: PlanNeed.CanEnd } => T["Below the line again. The plan can end."],
        _ => T["Not over the line. No plan is needed."],
    };

    public static string Answer(Catalogue T, PlanAnswer answer) => answer switch
    {
        PlanAnswer.Agrees => T["The worker agrees"],
        PlanAnswer.Dissents => T["The worker does not agree"],
        _ => T["The worker has not answered yet"],
    };

    public static string End(Catalogue T, PlanEnd end) => end switch
    {
        PlanEnd.Replaced => T["another plan took its place"],
        PlanEnd.BelowTheLine => T["the load was below the line again"],
        _ => T["it was given up"],
    };

    public static string Since(Catalogue T, OverLine line) => line.Standing.Since is { } since ? T.Date(since) : "";

    public static string Percent(Catalogue T, decimal? percent) =>
        percent is { } known ? T["{0} per cent of capacity", T.Number(known)] : T["no capacity"];
}

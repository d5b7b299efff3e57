using Fairload.App.Home;

namespace Fairload.Web.Home;

/// <summary>What loads over the line and scores in question ask of somebody today, as lines of the list.</summary>
internal sealed class PlanLines(Catalogue T, PlansToday now)
{
    private const string OverTheLine = "/over-the-line";
    private const string Initiatives = "/initiatives";

    public IEnumerable<TodayLine> Lines()
    {
        if (now.Own is { } own)
        {
            yield return new(
                Urgency.ToAnswer, null, T["{0} has made a plan for your load. Say whether you agree.", own.MadeBy], "/my-work/plan",
                T["Read"]);
        }

        if (now.Late > 0)
        {
            yield return new(
                Urgency.Late, null,
                T.Count(now.Late, "{0} plan for a load over the line is late.", "{0} plans for loads over the line are late."), OverTheLine,
                T["Look at it"]);
        }

        if (now.Red.Count > 0)
        {
            yield return new(
                Urgency.Over, null,
                T.Count(now.Red.Count, "{0} person was over the line in {1} or more of the last 12 weeks.",
                    "{0} people were over the line in {1} or more of the last 12 weeks.", now.Red.Weeks), OverTheLine, T["Look at it"]);
        }

        if (now.Missing is ( > 0, { } due))
        {
            yield return new(
                Urgency.Over, due,
                T.Count(now.Missing.Count, "{0} load over the line needs a plan by {1}.",
                    "{0} loads over the line need a plan, the first by {1}.", due), OverTheLine, T["Make a plan"]);
        }

        if (now.Initiatives.WithoutReason > 0)
        {
            yield return new(
                Urgency.Soon, null,
                T.Count(now.Initiatives.WithoutReason, "{0} thing that is asked of teams has no stated reason.",
                    "{0} things that are asked of teams have no stated reason."), Initiatives, T["Look at it"]);
        }

        if (now.Initiatives.OverTheirEnd > 0)
        {
            yield return new(
                Urgency.Late, null,
                T.Count(now.Initiatives.OverTheirEnd, "{0} thing that is asked of teams is over its expected end.",
                    "{0} things that are asked of teams are over their expected end."), Initiatives, T["Look at it"]);
        }

        if (now.CanEnd > 0)
        {
            yield return new(
                Urgency.Soon, null,
                T.Count(now.CanEnd, "{0} load is below the line again: its plan can end.",
                    "{0} loads are below the line again: their plans can end."), OverTheLine, T["Look at it"]);
        }

        if (now.Asked is ( > 0, { } first))
        {
            yield return new(
                Urgency.ScoreDue, first,
                T.Count(now.Asked.Count, "{0} worker asks for a score to be looked at. Answer by {1}.",
                    "{0} workers ask for scores to be looked at. Answer the first by {1}.", first), "/scores-due", T["Answer"]);
        }
    }
}

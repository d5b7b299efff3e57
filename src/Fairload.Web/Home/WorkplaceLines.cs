using Fairload.App.Workplace;

namespace Fairload.Web.Home;

/// <summary>What the workplace asks of somebody today, as lines of the list.</summary>
internal sealed class WorkplaceLines(Catalogue T, WorkplaceToday now)
{
    public IEnumerable<TodayLine> Lines()
    {
        if (now.Late > 0)
        {
            yield return new(Urgency.ScoreDue, now.LateSince,
                T.Count(now.Late, "{0} incident has not been followed up, since {1}.",
                    "{0} incidents have not been followed up, the oldest since {1}.",
                    now.LateSince),
                "/workplace/incidents", T["Follow up"]);
        }

        if (now.OverdueRisks > 0)
        {
            yield return new(Urgency.ScoreDue, now.OverdueSince,
                T.Count(now.OverdueRisks, "{0} risk assessment is overdue, since {1}.",
                    "{0} risk assessments are overdue, the oldest since {1}.",
                    now.OverdueSince),
                "/workplace/risks", T["See which"]);
        }

        if (now.OpenLong > 0)
        {
            yield return new(Urgency.ScoreDue, null,
                T.Count(now.OpenLong, "{0} small thing has been open for long.", "{0} small things have been open for long."),
                "/workplace/things", T["See which"]);
        }

        foreach (var week in now.Weeks)
        {
            yield return new(Urgency.Away, week.LastDay,
                T["You may write down what your time goes into, week of {0}, until {1}.", week.WeekOn, week.LastDay],
                $"/workplace/time?Week={week.WeekOn:yyyy-MM-dd}", T["Take part"]);
        }
    }
}

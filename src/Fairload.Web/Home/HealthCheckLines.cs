using Fairload.App.Home;

namespace Fairload.Web.Home;

/// <summary>What the year's health check asks of somebody today, as lines of the list.</summary>
internal sealed class HealthCheckLines(Catalogue T, HealthCheckToday? now, DateOnly today)
{
    public IEnumerable<TodayLine> Lines()
    {
        if (now is null) yield break;
        var here = $"/health-check/{now.Year}";
        if (now.Overdue > 0)
        {
            yield return new(Urgency.Late, today, T.Count(
                now.Overdue, "{0} measure was to be known by now, and is not.", "{0} measures were to be known by now, and are not."),
                "/health-check/measures", T["See which"]);
        }

        if (now.NotYetKnown > 0)
        {
            var says = T.Count(now.NotYetKnown, "{0} measure is not yet known.", "{0} measures are not yet known.");
            yield return new(
                Urgency.Soon, now.NextKnown,
                now.NextKnown is { } day ? $"{says} {T["The next is promised by {0}.", day]}" : says, "/health-check/measures",
                T["See who will know"]);
        }

        if (now.NotTalkedAbout > 0)
        {
            yield return new(Urgency.Soon, null, T.Count(
                now.NotTalkedAbout, "On {0} finding somebody has not been heard yet.", "On {0} findings somebody has not been heard yet."),
                here, T["See which"]);
        }

        if (now.NotJudged > 0)
        {
            yield return new(Urgency.Soon, null, T.Count(
                now.NotJudged, "{0} part of the health check waits to be judged.", "{0} parts of the health check wait to be judged."),
                here, T["Judge them"]);
        }
    }
}

using Fairload.App.Home;
using Fairload.App.Supervision.Meetings;
using Fairload.Web.Supervision.Sessions;

namespace Fairload.Web.Home;

/// <summary>What supervision asks of somebody today, as lines of the list.</summary>
internal sealed class SupervisionLines(Catalogue T, SupervisionToday now, DateOnly today)
{
    /// <summary>So many of a kind are named; the others are behind the same link.</summary>
    private const int Named = 3;

    public IEnumerable<TodayLine> Lines() => [.. Own(), .. Supervised(), .. Above()];

    private IEnumerable<TodayLine> Own()
    {
        foreach (var session in now.ToConfirm.Take(Named))
        {
            yield return new(
                Urgency.Told, session.On, T["The record of your supervision on {0} waits for you: is it right?", session.On],
                SupervisionLinks.Session(session.Id), T["Confirm or dispute it"]);
        }

        if (now.Next is { } next)
        {
            yield return new(
                Urgency.Soon, next.PlannedOn, T["Your supervision is planned for {0}.", SupervisionWords.When(T, next)],
                SupervisionLinks.Digest(next.WorkerId), T["Read the digest"]);
        }

        if (now.ToAgree)
            yield return new(Urgency.Told, null, T["Your supervision agreement waits for your agreement."], "/supervision", T["Read it"]);
    }

    private IEnumerable<TodayLine> Supervised()
    {
        foreach (var one in now.ToReply)
        {
            yield return new(
                Urgency.Supervision, one.Session.On, T["{0} disputes the record of {1}.", one.Worker.Name, one.Session.On],
                SupervisionLinks.Session(one.Session.Id), T["Answer"]);
        }

        if (now.NotRecorded.Count > 0)
        {
            yield return new(
                Urgency.Supervision, now.NotRecorded[0].Session.PlannedOn,
                T.Count(now.NotRecorded.Count, "{0} session is past, and nobody has said what came of it.",
                    "{0} sessions are past, and nobody has said what came of them."),
                now.NotRecorded.Count == 1 ? SupervisionLinks.Record(now.NotRecorded[0].Session.Id) : "/supervision", T["Record it"]);
        }

        foreach (var team in now.Late)
        {
            yield return new(
                Urgency.Supervision, today,
                T.Count(team.Late, "{1}: the supervision of {0} person is late.", "{1}: the supervision of {0} people is late.",
                    team.Team.Name),
                $"/supervision?Team={team.Team.Id}", T["See whose"]);
        }
    }

    private IEnumerable<TodayLine> Above()
    {
        if (now.Disputed > 0)
        {
            yield return new(
                Urgency.Supervision, null,
                T.Count(now.Disputed, "{0} record of supervision is disputed and not answered.",
                    "{0} records of supervision are disputed and not answered."),
                "/supervision", T["Look at it"]);
        }

        if (now.Without.Count > 0)
        {
            yield return new(
                Urgency.Supervision, null,
                T.Count(now.Without.Count, "{0} team has not met for {1} weeks.", "{0} teams have not met for {1} weeks.",
                    TeamMeetingDesk.Weeks),
                "/supervision/meetings", T["See which"]);
        }
    }
}

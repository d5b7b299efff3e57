using Fairload.App.Actions;
using Fairload.Web.Home;

namespace Fairload.Web.Actions;

/// <summary>What actions and scrutiny ask of somebody today, as lines of the list.</summary>
internal sealed class ActionLines(Catalogue T, ActionsToday now, DateOnly today)
{
    /// <summary>So many of a kind are named; of more it is said how many.</summary>
    private const int Named = 5;

    public IEnumerable<TodayLine> Lines() => [.. Asked(), .. Owned(), .. Told(), .. Votes(), .. TakenUp()];

    private IEnumerable<TodayLine> Asked()
    {
        if (now.Asked is not { } asked) yield break;
        yield return new(
            Urgency.Told, asked.Meeting.HeldOn,
            T["What you asked last time, on {0}: {1}.", asked.Meeting.HeldOn, ActionWords.Counts(T, asked.Counts)],
            $"/scrutiny/{asked.Meeting.Id}", T["See what became of each"]);
    }

    private IEnumerable<TodayLine> Owned()
    {
        foreach (var line in now.Owned.Take(Named))
        {
            var action = line.Action;
            yield return new(
                action.IsOverdue(today) ? Urgency.Overdue : Urgency.Soon, action.DueOn,
                action.IsOverdue(today) ? T["{0} was due on {1}: {2}", action.Reference, action.DueOn, action.What]
                    : T["{0} is due on {1}: {2}", action.Reference, action.DueOn, action.What],
                $"/actions/{action.Id}", T["Open the action"]);
        }

        if (now.Owned.Count > Named)
        {
            yield return new(
                Urgency.Soon, null,
                T.Count(now.Owned.Count - Named, "{0} more action is due that you answer for.",
                    "{0} more actions are due that you answer for."),
                "/actions", T["See them all"]);
        }
    }

    private IEnumerable<TodayLine> Told()
    {
        foreach (var line in now.Told.Take(Named))
        {
            yield return new(
                Urgency.Late, line.Action.DueOn,
                T["{0} is overdue since {1}, and it came up to you. {2} answers for it.", line.Action.Reference, line.Action.DueOn, line.Owner],
                $"/actions/{line.Action.Id}", T["Look at it"]);
        }

        if (now.Told.Count > Named)
        {
            yield return new(
                Urgency.Late, null,
                T.Count(now.Told.Count - Named, "{0} more overdue action came up to you.", "{0} more overdue actions came up to you."),
                "/actions?State=Overdue", T["See them all"]);
        }
    }

    private IEnumerable<TodayLine> Votes() => now.Votes.Take(Named).Select(action => new TodayLine(
        Urgency.Soon, Core.Actions.FeltVote.LastDay(action.DoneOn!.Value),
        T["{0} is said to be done: {1} Do you feel it? You are asked until {2}.",
            action.Reference, action.What.TrimEnd('.') + ".", Core.Actions.FeltVote.LastDay(action.DoneOn.Value)],
        $"/actions/{action.Id}", T["Vote"]));

    private IEnumerable<TodayLine> TakenUp()
    {
        if (now.NotTakenUp == 0) yield break;
        yield return new(
            Urgency.Transfer, null,
            T.Count(now.NotTakenUp, "{0} resolution of scrutiny belongs to nobody yet.",
                "{0} resolutions of scrutiny belong to nobody yet."),
            "/scrutiny", T["Make actions of them"]);
    }
}

using Fairload.App.Home;

namespace Fairload.Web.Home;

/// <summary>What evidence, reviews and audits ask of somebody today, as lines of the list.</summary>
internal sealed class ReviewLines(Catalogue T, ReviewsToday now, DateOnly today)
{
    /// <summary>So many of a kind are named.</summary>
    private const int Named = 5;

    public IEnumerable<TodayLine> Lines() => [.. Concerns(), .. Audits(), .. Moderators(), .. Evidence(), .. Reviews()];

    private IEnumerable<TodayLine> Concerns() => now.Concerns.Take(Named).Select(c => new TodayLine(
        Urgency.ToReply, DateOnly.FromDateTime(c.File.UrgentAt!.Value),
        T["{0}: an audit raised what can not wait. Say what was done.", c.File.Reference], $"/file-audits/concerns/{c.File.Id}",
        T["Read"]));

    private IEnumerable<TodayLine> Audits()
    {
        if (now.ToAudit.Count == 0) yield break;
        var first = now.ToAudit[0].Round.DueOn;
        yield return new(
            first < today ? Urgency.Overdue : Urgency.Soon, first,
            first < today ? T.Count(now.ToAudit.Count, "{0} case file waits for your audit, which was due on {1}.",
                "{0} case files wait for your audit, the first of which was due on {1}.", first)
                : T.Count(now.ToAudit.Count, "{0} case file waits for your audit by {1}.",
                    "{0} case files wait for your audit, the first by {1}.", first),
            "/file-audits", T["Audit"]);
    }

    private IEnumerable<TodayLine> Moderators()
    {
        if (now.ToModerate > 0)
        {
            yield return new(Urgency.Soon, null,
                T.Count(now.ToModerate, "{0} finished audit waits for a moderator.", "{0} finished audits wait for a moderator."),
                "/file-audits", T["Moderate"]);
        }

        if (now.AuditAgain > 0)
        {
            yield return new(Urgency.Overdue, null,
                T.Count(now.AuditAgain, "{0} case file was to be audited again and is in no round.",
                    "{0} case files were to be audited again and are in no round."), "/file-audits/new", T["Draw a round"]);
        }
    }

    private IEnumerable<TodayLine> Evidence()
    {
        if (now.Entry is { } entry)
        {
            yield return new(
                Urgency.Soon, entry.LastOn, T["The evidence room is open to you until the end of {0}.", entry.LastOn], "/evidence",
                T["Open it"]);
        }

        if (now.Expired > 0)
        {
            yield return new(Urgency.HoursNotKnown, null,
                T.Count(now.Expired, "{0} piece of evidence has expired.", "{0} pieces of evidence have expired."),
                "/evidence?State=Expired", T["See which"]);
        }

        if (now.Expiring > 0)
        {
            yield return new(Urgency.HoursNotKnown, null,
                T.Count(now.Expiring, "{0} piece of evidence expires within 60 days.", "{0} pieces of evidence expire within 60 days."),
                "/evidence?State=Expiring", T["See which"]);
        }
    }

    private IEnumerable<TodayLine> Reviews()
    {
        if (now.Unanswered == 0) yield break;
        yield return new(Urgency.Soon, null,
            T.Count(now.Unanswered, "{0} line of enquiry of a peer review waits for the council's response.",
                "{0} lines of enquiry of peer reviews wait for the council's response."), "/peer-reviews", T["Respond"]);
    }
}

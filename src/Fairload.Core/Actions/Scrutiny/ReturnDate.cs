namespace Fairload.Core.Actions.Scrutiny;

/// <summary>When what a resolution asks for is to come back.</summary>
public static class ReturnDate
{
    /// <summary>Where a minute asks for a report back and names no time.</summary>
    public const int UsualMonths = 6;

    /// <summary>Where no later meeting is known.</summary>
    public const int UsualWorkingDays = 20;

    /// <summary>
    /// A report back: so many calendar months after the meeting, at the first meeting of the committee from that day on, or else on the
    /// first working day. Anything else: at the next meeting, or else four weeks of working days later. What was only noted is settled on
    /// the next working day. Never before today.
    /// </summary>
    /// <param name="months">For a report back; null for the usual six.</param>
    /// <param name="meetings">Of the same committee, in any order.</param>
    public static DateOnly Of(
        ResolutionShape shape, int? months, DateOnly heldOn, IEnumerable<DateOnly> meetings, DateOnly today, WorkingCalendar calendar)
    {
        var later = meetings.Where(m => m > heldOn && m >= today).Order().Select(m => (DateOnly?)m).ToList();
        var day = shape switch
        {
            ResolutionShape.Note => calendar.AddWorkingDays(heldOn, 1) ?? heldOn.AddDays(1),
            ResolutionShape.ReportBack => After(heldOn.AddMonths(months ?? UsualMonths)),
            _ => later.FirstOrDefault() ?? calendar.AddWorkingDays(heldOn, UsualWorkingDays) ?? heldOn.AddDays(28),
        };
        return day < today ? Working(today) : day;

        DateOnly After(DateOnly target) => later.FirstOrDefault(m => m >= target) ?? Working(target);

        DateOnly Working(DateOnly from)
        {
            while (calendar.Covers(from) && !calendar.IsWorkingDay(from)) from = from.AddDays(1);
            return from;
        }
    }
}

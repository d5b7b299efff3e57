using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Meetings;

/// <summary>The meetings of one team over some months, counted.</summary>
/// <param name="Held">Of the team itself; neither of its division nor reflective groups.</param>
/// <param name="ReflectiveHeld">Reflective groups of the team.</param>
/// <param name="Months">Whole months looked at, 1 or more.</param>
/// <param name="LastHeld">The last meeting up to the cut-off, whenever that was; null for none that is known.</param>
/// <param name="IsLogged">Anything is known of the team's meetings; without it nothing is missing but not known.</param>
public sealed record MeetingFigures(Id<Team> Team, int Held, int Cancelled, int ReflectiveHeld, int Months, DateOnly? LastHeld,
    bool IsLogged)
{
    /// <summary>Held in a month, on average; null where nothing is known.</summary>
    public decimal? HeldAMonth => IsLogged ? (decimal)Held / Months : null;

    /// <summary>Whether so many weeks have passed without one, up to a day; null where it is not known.</summary>
    public bool? IsWithout(int weeks, DateOnly day) =>
        !IsLogged ? null : LastHeld is not { } last || day.DayNumber - last.DayNumber >= weeks * 7;

    /// <param name="meetings">Of any team; those of others are passed over.</param>
    public static MeetingFigures Of(Id<Team> team, IEnumerable<TeamMeeting> meetings, DateOnly from, DateOnly to)
    {
        var own = meetings.Where(m => m.TeamId == team && m.HeldOn <= to).ToList();
        var inTime = own.Where(m => m.HeldOn >= from).ToList();
        return new(
            team,
            inTime.Count(m => m is { Kind: MeetingKind.Team, IsHeld: true }),
            inTime.Count(m => m is { Kind: MeetingKind.Team, IsHeld: false }),
            inTime.Count(m => m is { Kind: MeetingKind.ReflectiveGroup, IsHeld: true }),
            MonthsOf(from, to),
            own.Where(m => m is { Kind: MeetingKind.Team, IsHeld: true }).Select(m => (DateOnly?)m.HeldOn).Max(),
            own.Exists(m => m.Kind == MeetingKind.Team));
    }

    /// <summary>From the 1st of April to the 31st of March there are 12.</summary>
    public static int MonthsOf(DateOnly from, DateOnly to)
    {
        var end = to.AddDays(1);
        var months = ((end.Year - from.Year) * 12) + end.Month - from.Month;
        if (from.AddMonths(months) > end) months--;
        return Math.Max(1, months);
    }
}

using Fairload.Core.Imports;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Meetings;

/// <summary>Which kind of meeting.</summary>
public enum MeetingKind { Team, Division, ReflectiveGroup }

/// <summary>What is written in the log of one meeting. Null is <i>not known</i>.</summary>
/// <param name="Team">For a team's meeting; a reflective group may have one.</param>
/// <param name="Service">For a meeting of a division; empty for the whole council.</param>
/// <param name="Attended">How many were there.</param>
/// <param name="Because">Why it was cancelled; null where it was held.</param>
public sealed record MeetingEntry(
    MeetingKind Kind, Id<Team>? Team, string Service, DateOnly On, bool IsHeld, int? Minutes, int? Attended, CancelledBecause? Because);

/// <summary>One meeting of a team, a division or a reflective group, as the log has it.</summary>
public sealed class TeamMeeting
{
    public const int MostMinutes = 600;
    public const int MostPeople = 2_000;
    private const int FurthestDays = 366 * 5;

    private TeamMeeting() { }

    public Id<TeamMeeting> Id { get; private init; }
    public MeetingKind Kind { get; private set; }
    public Id<Team>? TeamId { get; private set; }
    public string Service { get; private set; } = "";
    public DateOnly HeldOn { get; private set; }
    public bool IsHeld { get; private set; }
    public int? Minutes { get; private set; }
    public int? Attended { get; private set; }
    public CancelledBecause? CancelledBecause { get; private set; }
    public string EnteredBy { get; private set; } = "";
    public DateTime EnteredAt { get; private set; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    public MeetingEntry Entry => new(Kind, TeamId, Service, HeldOn, IsHeld, Minutes, Attended, CancelledBecause);

    public static Result<TeamMeeting> Enter(MeetingEntry entry, SessionDeed deed, Id<ImportRun>? broughtBy = null)
    {
        if (Wrong(entry, deed.Today) is { Count: > 0 } problems) return problems;
        var meeting = new TeamMeeting { Id = Id<TeamMeeting>.New(), BroughtBy = broughtBy };
        meeting.Take(entry, deed);
        return meeting;
    }

    /// <summary>True when something changed.</summary>
    public Result<bool> Amend(MeetingEntry entry, SessionDeed deed)
    {
        if (Wrong(entry, deed.Today) is { Count: > 0 } problems) return problems;
        if (Tidy(entry) == Entry) return false;
        Take(entry, deed);
        Version++;
        return true;
    }

    /// <summary>What can not be of a meeting.</summary>
    public static List<Problem> Wrong(MeetingEntry entry, DateOnly today)
    {
        var problems = new List<Problem>();
        if (entry.Kind == MeetingKind.Team && entry.Team is null) problems.Add(new("Team", $"Choose the team that met"));
        if (entry.Kind == MeetingKind.Division && entry.Team is not null)
            problems.Add(new("Team", $"A division is a service or the whole council: leave the team open"));
        if (entry.IsHeld && entry.On > today) problems.Add(new("On", $"That day lies ahead: a meeting is entered when it has been held"));
        else if (Math.Abs(entry.On.DayNumber - today.DayNumber) > FurthestDays)
            problems.Add(new("On", $"That is more than five years away; check the year"));
        if (entry.Minutes is < 1 or > MostMinutes)
            problems.Add(new("Minutes", $"A meeting takes 1 to {MostMinutes} minutes; leave it empty if it is not known"));
        if (entry.Attended is < 0 or > MostPeople)
            problems.Add(new("Attended", $"A meeting has 0 to {MostPeople} people; leave it empty if it is not known"));
        if (!entry.IsHeld && entry.Because is null) problems.Add(new("Because", $"Choose why it was cancelled"));
        return problems;
    }

    private static MeetingEntry Tidy(MeetingEntry entry) => entry with
    {
        Service = entry.Service.Trim(),
        Minutes = entry.IsHeld ? entry.Minutes : null,
        Attended = entry.IsHeld ? entry.Attended : null,
        Because = entry.IsHeld ? null : entry.Because,
    };

    private void Take(MeetingEntry entry, SessionDeed deed)
    {
        var tidy = Tidy(entry);
        (Kind, TeamId, Service, HeldOn, IsHeld) = (tidy.Kind, tidy.Team, tidy.Service, tidy.On, tidy.IsHeld);
        (Minutes, Attended, CancelledBecause) = (tidy.Minutes, tidy.Attended, tidy.Because);
        (EnteredBy, EnteredAt) = (deed.By, deed.At);
    }
}

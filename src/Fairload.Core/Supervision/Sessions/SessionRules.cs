using static Fairload.Core.Supervision.Sessions.SupervisionSession;

namespace Fairload.Core.Supervision.Sessions;

/// <summary>What can not be of a session, each said with what to do.</summary>
public static class SessionRules
{
    private const int FurthestDays = 366;
    private const int FurthestBack = 366 * 5;

    public static List<Problem> OfPlan(SessionPlan plan, DateOnly today)
    {
        var problems = new List<Problem>();
        if (plan.On.DayNumber - today.DayNumber > FurthestDays)
            problems.Add(new("On", $"That is more than a year away; check the year"));
        else if (today.DayNumber - plan.On.DayNumber > FurthestBack)
            problems.Add(new("On", $"That is more than five years ago; check the year"));
        if (plan.Place.Trim().Length > LongestPlace)
            problems.Add(new("Place", $"The place is longer than {LongestPlace} letters; make it shorter"));
        return problems;
    }

    public static List<Problem> OfHeld(SessionHeld held, DateOnly today)
    {
        var problems = new List<Problem>();
        if (held.On > today) problems.Add(new("On", $"That day lies ahead: a session is recorded when it has been held"));
        else if (today.DayNumber - held.On.DayNumber > FurthestBack)
            problems.Add(new("On", $"That is more than five years ago; check the year"));
        if (held.Minutes is < 1 or > MostMinutes)
            problems.Add(new("Minutes", $"A session takes 1 to {MostMinutes} minutes; leave it empty if it is not known"));
        if (held.Kind == SessionKind.Mixed) OfParts(held, problems);
        if (held.Record.Trim().Length > LongestRecord)
            problems.Add(new("Record", $"The record is longer than {LongestRecord} letters; make it shorter"));
        if (OneBlank(held.Cases).Length > LongestCases)
            problems.Add(new("Cases", $"These are more references than can be kept: {LongestCases} letters at most"));
        return problems;
    }

    internal static string OneBlank(string text) =>
        string.Join(' ', text.Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static void OfParts(SessionHeld held, List<Problem> problems)
    {
        if (held.CaseMinutes is < 0 or > MostMinutes) problems.Add(new("CaseMinutes", $"A part takes 0 to {MostMinutes} minutes"));
        if (held.ReflectiveMinutes is < 0 or > MostMinutes)
            problems.Add(new("ReflectiveMinutes", $"A part takes 0 to {MostMinutes} minutes"));
        if ((held.CaseMinutes ?? 0) + (held.ReflectiveMinutes ?? 0) > held.Minutes)
            problems.Add(new("ReflectiveMinutes", $"The parts are longer together than the session: {held.Minutes} minutes"));
    }
}

using Fairload.App.Imports;

namespace Fairload.App.Supervision;

/// <summary>What the notes sheets of the two logs say of each column.</summary>
internal static class LogTemplates
{
    public static IReadOnlyList<TemplateNote> Supervision { get; } =
    [
        new("Supervision", "Staff number", "Needed. Of the worker who is supervised, as on the staff sheet. One row a session and worker.", "10042"),
        new("Supervision", "Planned for", "Needed. The day for which it was planned. Day before month.", "12/10/2026"),
        new("Supervision", "Outcome", "Needed. Held, cancelled or planned.", "Held"),
        new("Supervision", "Held on", "The day on which it was held, where that was another day.", ""),
        new("Supervision", "Minutes", "How long it took. Blank where it is not known; never 0.", "95"),
        new("Supervision", "Kind", "Case, reflective, mixed or group. Blank where it is not known.", "Mixed"),
        new("Supervision", "Case minutes", "Of a mixed session: minutes about cases.", "60"),
        new("Supervision", "Reflective minutes", "Of a mixed session: minutes of reflection.", "35"),
        new("Supervision", "Interrupted", "Yes or no. Blank where it is not known.", "No"),
        new("Supervision", "Cancelled by", "Needed where it was cancelled: worker, supervisor or other.", ""),
        new("Supervision", "Why cancelled", "Sickness, leave, duty, court, no cover or other. Never a diagnosis.", ""),
        new("Supervision", "Supervisor's staff number", "Of whoever supervises.", "10007"),
        new("Supervision", "Place", "A room, or online.", "Room 2"),
    ];

    public static IReadOnlyList<TemplateNote> Meetings { get; } =
    [
        new("Meetings", "Kind", "Needed. Team, division or reflective group. One row a meeting.", "Team"),
        new("Meetings", "Date", "Needed. The day of the meeting. Day before month.", "05/10/2026"),
        new("Meetings", "Outcome", "Needed. Held or cancelled.", "Held"),
        new("Meetings", "Team", "Needed for a team's meeting: its name, as on the Teams page.", "Riverside"),
        new("Meetings", "Service", "For a meeting of a division. Blank for the whole council.", ""),
        new("Meetings", "Minutes", "How long it took. Blank where it is not known; never 0.", "60"),
        new("Meetings", "Attended", "How many were there. Blank where it is not known.", "9"),
        new("Meetings", "Why cancelled", "Sickness, leave, duty, court, no cover or other.", ""),
    ];
}

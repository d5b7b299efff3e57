namespace Fairload.App.Imports;

/// <summary>What the notes of the templates of the workplace's logs say.</summary>
internal static class TemplatesOfLogs
{
    public static IReadOnlyList<TemplateNote> Risks { get; } =
    [
        new("Risk assessments", "Kind", "Needed. Lone working, violence, stress, workplace or other.", "Lone working"),
        new("Risk assessments", "Team", "Needed. The name, as the staff sheet writes it.", "Riverside"),
        new("Risk assessments", "About", "Team, place, role or worker. Blank where the other columns say it.", "Place"),
        new("Risk assessments", "Place or role", "Name of the place or the role. Never anything about a person.", "Mill Lane office"),
        new("Risk assessments", "Staff number", "For one worker only. Never a reason or a diagnosis anywhere on the sheet.", ""),
        new("Risk assessments", "Done on", "Needed. Day before month.", "12/01/2026"),
        new("Risk assessments", "Done by", "Needed. Name or job title.", "Team manager"),
        new("Risk assessments", "Review on", "Needed. The last day on which it is in date.", "12/01/2027"),
    ];

    public static IReadOnlyList<TemplateNote> Incidents { get; } =
    [
        new("Incidents", "Number", "Needed. Your own number of the report; the next sheet brings the same record up to date by it.", "I-2041"),
        new("Incidents", "Kind", "Needed. Violence, threat, abuse, near miss, accident or lone-working alarm.", "Threat"),
        new("Incidents", "Happened on", "Needed. Day before month.", "03/03/2026"),
        new("Incidents", "Team", "Needed. The name, as the staff sheet writes it.", "Riverside"),
        new("Incidents", "Staff number", "Only where the worker wants to be named. Blank otherwise.", ""),
        new("Incidents", "Followed up on", "Blank while nobody has seen to it.", "05/03/2026"),
        new("Incidents", "Outcome",
            "Nothing more, way of working changed, place made safer, police told, reported to regulator, other.", "Police told"),
        new("Incidents", "Support offered", "Yes or no. Blank where it is not known.", "Yes"),
    ];

    public static IReadOnlyList<TemplateNote> Feedback { get; } =
    [
        new("Feedback", "Number", "Needed. Your own number; the next sheet brings the same record up to date by it.", "C-118"),
        new("Feedback", "Kind", "Needed. Complaint, comment or compliment.", "Complaint"),
        new("Feedback", "Nature", "Needed. Contact, delay, conduct, outcome or eligibility, other.", "Delay"),
        new("Feedback", "Received on", "Needed. Day before month.", "14/02/2026"),
        new("Feedback", "Answered on", "Blank while it is not answered.", "10/03/2026"),
        new("Feedback", "Outcome", "Upheld, partly upheld, not upheld. Blank where it is not known.", "Partly upheld"),
        new("Feedback", "Team", "Needed. The name, as the staff sheet writes it. Nobody is named on this sheet.", "Riverside"),
    ];
}

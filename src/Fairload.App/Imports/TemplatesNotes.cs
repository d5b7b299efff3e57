namespace Fairload.App.Imports;

/// <summary>What the notes sheet of a template says of one column.</summary>
internal sealed record TemplateNote(string Sheet, string Column, string Meaning, string Example);

internal static class TemplatesNotes
{
    public static IReadOnlyList<TemplateNote> Staff { get; } =
    [
        new("Staff", "Staff number", "Needed. The number in the HR system. Everything else joins to it, so it never changes.", "10042"),
        new("Staff", "Name", "Needed. First name and surname, or “Surname, First name”.", "Grace Adeyemi"),
        new("Staff", "Other names", "Names under which other systems know the person, separated by semicolons.", "Grace Cole; G Adeyemi"),
        new("Staff", "SWE number", "Registration with Social Work England. Blank for staff who are not registered.", "SW12345"),
        new("Staff", "Role", "Job title.", "Social worker"),
        new("Staff", "Level", "Grade or career level, in the council's own words.", "Advanced practitioner"),
        new("Staff", "Team", "One team, or several with the share of time given to each.", "Riverside (60%); Hillside (40%)"),
        new("Staff", "Service", "The service that the team belongs to.", "Safeguarding and support"),
        new("Staff", "Employer", "The council, a trust, an agency.", "Council"),
        new("Staff", "FTE", "Full-time equivalent, 0 to 1.5. Blank where it is not known.", "0.8"),
        new("Staff", "Hours", "Contracted hours a week, where the FTE is not known.", "29.6"),
        new("Staff", "Employment type", "Permanent, fixed term, agency, bank.", "Permanent"),
        new("Staff", "Start", "First day at work. Day before month.", "01/09/2023"),
        new("Staff", "End", "Last day at work. Blank while the person stays.", ""),
        new("Staff", "ASYE start", "First day of the assessed and supported year in employment. Blank for everybody else.", "01/09/2025"),
        new("Staff", "Approvals", "What the person is approved for, separated by semicolons.", "AMHP; BIA"),
        new("Staff", "Languages", "Languages spoken with families, beside English.", "Yoruba; Welsh"),
        new("Staff", "E-mail", "Work address, for the invitation to sign in.", "grace.adeyemi@council.example"),
        new("Staff", "Manager's staff number", "Staff number of the line manager.", "10007"),
        new("Teams", "Team", "Needed. The name, as the other sheets write it.", "Riverside"),
        new("Teams", "Service", "The service that the team belongs to.", "Safeguarding and support"),
        new("Teams", "Employer", "Who employs the team.", "Council"),
        new("Teams", "From", "First day on which the team exists. Blank for always.", "01/04/2019"),
        new("Teams", "To", "Last day on which the team exists. Blank while it does.", ""),
        new("Teams", "Successor", "The team that followed this one.", ""),
        new("Posts", "Team", "Needed. The team that has the posts.", "Riverside"),
        new("Posts", "Level", "Grade or career level of the posts.", "Social worker"),
        new("Posts", "Established FTE", "Needed. Posts in the establishment, filled or not, in full-time equivalents.", "6.5"),
        new("Absences", "Staff number", "Needed. As on the staff sheet.", "10042"),
        new("Absences", "From", "Needed. First day away.", "03/03/2026"),
        new("Absences", "To", "Last day away. Blank until further notice.", "14/03/2026"),
        new("Absences", "Category", "Sickness, maternity, annual leave and the like. Never a diagnosis or a reason.", "Annual leave"),
        new("Reductions", "Staff number", "Needed. As on the staff sheet.", "10042"),
        new("Reductions", "Reason", "What the time is given to.", "Union facility time"),
        new("Reductions", "%", "Needed. How much of the person's time, 0 to 100.", "20"),
        new("Reductions", "From", "First day. Blank for always.", "01/01/2026"),
        new("Reductions", "To", "Last day. Blank until further notice.", ""),
        new("Duties", "Staff number", "Needed. As on the staff sheet.", "10042"),
        new("Duties", "Duty", "Work beside cases that counts as load.", "Student on placement"),
        new("Duties", "Points", "Needed. Points of load that the duty counts.", "8"),
        new("Duties", "From", "First day. Blank for always.", "01/01/2026"),
        new("Duties", "To", "Last day. Blank until further notice.", "31/07/2026"),
    ];

    public static IReadOnlyList<TemplateNote> Cases { get; } =
    [
        new("Cases", "Case reference", "Needed. The identifier in the case system. One row a case.", "P-204417"),
        new("Cases", "Case type",
            "Needed. Assessment, review, safeguarding enquiry, DoLS, carer, hospital discharge and others.", "Safeguarding enquiry"),
        new("Cases", "Area", "Children or adults. Blank where the type says it.", "Adults"),
        new("Cases", "Start", "First day of the episode. Day before month.", "12/01/2026"),
        new("Cases", "End", "Day on which it was closed. Blank while it is open.", ""),
        new("Cases", "Close reason", "Why it was closed.", ""),
        new("Cases", "Team", "The team that has the case.", "Hillside"),
        new("Cases", "Worker", "Name or staff number of the worker. Blank while nobody has it.", "Grace Adeyemi"),
        new("Cases", "Allocated on", "First day on which this worker had the case.", "14/01/2026"),
        new("Cases", "Co-workers", "Others who work the case with their share, separated by semicolons.", "Tom Reed (30%)"),
        new("Cases", "Family", "The same mark for brothers and sisters who are worked together.", "F-881"),
        new("Cases", "Travel band", "Code of a travel band of the weights in force. Blank for none.", "B"),
        new("Cases", "In court", "Yes while the case is before a court.", "No"),
        new("Cases", "Request", "Day of the request or contact.", "10/01/2026"),
        new("Cases", "Safeguarding concern", "Day on which the concern came in.", "11/01/2026"),
        new("Cases", "DoLS request", "Day of the request to deprive a person of liberty.", ""),
        new("Cases", "Adult review", "Day of the last review.", "02/02/2025"),
        new("Cases", "Child seen", "Day on which the child was last seen.", ""),
        new("Cases", "Court date", "Next day in court.", ""),
    ];

    public static IReadOnlyList<TemplateNote> Measures { get; } =
    [
        new("Measures", "Measure", "Needed. The code of the measure, as its page has it.", "extra-hours"),
        new("Measures", "Service", "One of the council's services. Blank for the whole council.", ""),
        new("Measures", "From", "First day that the figure tells about. Blank for what is counted on one day.", "01/04/2026"),
        new("Measures", "To", "Needed. Last day that the figure tells about. Day before month.", "30/09/2026"),
        new("Measures", "Above the line", "What is counted.", "412"),
        new("Measures", "Below the line", "What it is a part of, or for how many it is.", "96.4"),
        new("Measures", "Figure", "The figure itself, where both parts are not known.", ""),
        new("Measures", "In place", "Not, partly or fully, for what is or is not in place.", ""),
        new("Measures", "Text", "The document that shows it, or what has to be known beside it. Nothing about any one person.", ""),
        new("Measures", "Who will know", "Who will know it, where it is not known yet. Then leave the figures blank.", ""),
        new("Measures", "Will know by", "The day by which they will.", ""),
    ];

    public static IReadOnlyList<TemplateNote> Actions { get; } =
    [
        new("Actions", "Action", "Needed. What will be done, in 500 characters or fewer.", "Give the duty room a door that closes"),
        new("Actions", "Owner", "Needed. Who answers for it: e-mail of the account, staff number, or name.", "grace.adeyemi@council.example"),
        new("Actions", "Due", "Needed. Today or later. Day before month.", "01/03/2027"),
        new("Actions", "Why", "What it is for.", "Staff on duty are overheard"),
        new("Actions", "Owner's role", "In which role they answer for it. Blank for the role of the staff sheet.", "Head of service"),
        new("Actions", "Source",
            "Finding, survey result, talk pack, risk assessment, small thing, incident, complaint, peer review, case file audit or other.",
            "Peer review"),
        new("Actions", "Source reference", "What its own register calls it.", "PR-2026-3"),
        new("Actions", "Source words", "What it says. Needed for other.", ""),
        new("Actions", "Unit", "A team or a service by its name. Blank for the whole council.", "Riverside"),
        new("Actions", "Measure", "Code or name of the measure that it is to move. Blank for none.", "supervision-held"),
        new("Actions", "Direction", "Up or down. Needed with a measure.", "Up"),
    ];

    public static IReadOnlyList<TemplateNote> Scores(IReadOnlyList<string> factorNames) =>
    [
        new("Scores", "Case reference", "Needed. As in the case system.", "P-204417"),
        new("Scores", "Scored by",
            "Needed. Practitioner, supervisor or agreed. The three are kept apart; only the agreed one gives a tier.", "Agreed"),
        new("Scores", "Scorer", "Name or staff number of the person who gave it.", "Grace Adeyemi"),
        new("Scores", "Scored on", "Needed. The day. Day before month.", "20/01/2026"),
        .. factorNames.Select(f => new TemplateNote("Scores", f, "1, 2 or 3. All six are needed for a tier; blank for not given.", "2")),
    ];
}

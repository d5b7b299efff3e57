using Fairload.App.Imports.Sheets;

namespace Fairload.App.Workforce;

/// <summary>The columns of the staff workbook, each with the headers that HR systems give them. The first is the template's.</summary>
internal static class StaffSheetColumns
{
    private static readonly SheetColumn StaffNumber =
        new("number",
            ["Staff number", "Staff no", "Staff ID", "Employee number", "Employee no", "Employee ID", "Payroll number", "Person number",
            "Assignment number", "Worker ID", "Worker number"], IsKey: true);

    private static readonly SheetColumn From =
        new("from", ["From", "From date", "Start", "Start date", "First day", "Valid from", "Opened"]);
    private static readonly SheetColumn To = new("to", ["To", "To date", "End", "End date", "Last day", "Until", "Valid to", "Closed"]);

    private static readonly SheetColumn Team =
        new("team", ["Team", "Team name", "Teams", "Allocated team", "Org unit", "Organisation unit", "Cost centre name"]);
    private static readonly SheetColumn TeamKey = Team with { IsKey = true };

    public static IReadOnlyList<SheetColumn> Staff { get; } =
    [
        StaffNumber,
        new("name", ["Name", "Full name", "Worker", "Worker name", "Employee name", "Staff name", "Employee", "Social worker"],
            IsKey: true),
        new("others", ["Other names", "Also known as", "Aliases", "Known as", "Preferred name", "Former names"], IsQuiet: true),
        new("swe",
            ["SWE number", "SWE no", "SWENo", "Social Work England number", "Registration number", "SWE registration",
            "SWE registration number", "SWE ID"]),
        new("role", ["Role", "Job title", "Post title", "Position", "Job"]),
        new("level", ["Level", "Grade", "Career level", "Stage"]),
        Team,
        new("service", ["Service", "Service area", "Division", "Directorate"]),
        new("employer", ["Employer", "Organisation", "Employed by"], IsQuiet: true),
        new("fte", ["FTE", "Full time equivalent", "FTE contracted", "Contracted FTE", "WTE", "Whole time equivalent"]),
        new("hours", ["Hours", "Weekly hours", "Contracted hours", "Hours per week", "Contract hours", "Hours a week"], IsQuiet: true),
        new("employment", ["Employment type", "Contract type", "Contract", "Employment", "Type of contract", "Employment status"]),
        new("start", ["Start", "Start date", "Started", "Date started", "Starts on", "Joined", "Date joined", "Contract start"]),
        new("end", ["End", "End date", "Ended", "Leaving date", "Date left", "Leaver date", "Ends on", "Contract end", "Last working day"]),
        new("asye", ["ASYE start", "ASYE start date", "ASYE started", "ASYE", "Start of ASYE", "NQSW start"]),
        new("approvals", ["Approvals", "Approved as", "Approved roles", "AMHP BIA", "Warrants"], IsQuiet: true),
        new("languages", ["Languages", "Language", "Languages spoken", "Other languages"], IsQuiet: true),
        new("email", ["E-mail", "Email", "Email address", "E-mail address", "Work email"], IsQuiet: true),
        new("manager",
            ["Manager's staff number", "Manager staff number", "Manager number", "Line manager number", "Line manager's staff number",
            "Line manager staff number",
            "Supervisor staff number", "Reports to", "Manager ID"], IsQuiet: true),
    ];

    public static IReadOnlyList<SheetColumn> Teams { get; } =
    [
        TeamKey,
        new("service", ["Service", "Service area", "Division", "Directorate"]),
        new("employer", ["Employer", "Organisation", "Employed by"], IsQuiet: true),
        From with { IsQuiet = true },
        To with { IsQuiet = true },
        new("successor", ["Successor", "Followed by", "Successor team", "Replaced by", "Becomes"], IsQuiet: true),
    ];

    public static IReadOnlyList<SheetColumn> Posts { get; } =
    [
        TeamKey,
        new("level", ["Level", "Grade", "Role", "Post", "Career level"]),
        new("fte", ["Established FTE", "FTE", "Establishment FTE", "Establishment", "Posts FTE", "Budgeted FTE", "Posts"], IsKey: true),
    ];

    public static IReadOnlyList<SheetColumn> Absences { get; } =
    [
        StaffNumber,
        From with { IsKey = true },
        To,
        new("category", ["Category", "Absence category", "Absence type", "Type", "Kind"]),
    ];

    public static IReadOnlyList<SheetColumn> Reductions { get; } =
    [
        StaffNumber,
        new("reason", ["Reason", "Reduction reason", "For"]),
        new("percent", ["%", "Per cent", "Percentage", "Reduction", "Reduction %", "% reduction", "Per cent of time"], IsKey: true),
        From with { IsQuiet = true },
        To,
    ];

    public static IReadOnlyList<SheetColumn> Duties { get; } =
    [
        StaffNumber,
        new("duty", ["Duty", "Extra duty", "Task", "Role"]),
        new("points", ["Points", "Load points"], IsKey: true),
        From with { IsQuiet = true },
        To,
    ];
}

using System.Globalization;
using System.Text.RegularExpressions;
using Fairload.App.Imports.Sheets;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Caseload;

/// <summary>One of the eleven lists: how its sheet is called and which of its columns we read.</summary>
/// <param name="Start">Key of the column in which the work begins.</param>
/// <param name="Events">Column by the kind of event that it tells.</param>
internal sealed record AnnexAList(int Number, string Subject, IReadOnlyList<SheetColumn> Columns, string Start = "", string End = "",
    string Reason = "",
    string Refused = "", IReadOnlyList<(string Key, CaseEventKind Kind)>? Events = null)
{
    public bool HoldsCases => Number is >= 3 and <= 9;

    /// <summary>What each of its rows is at the door; null for what was in the department before.</summary>
    public IntakeKind? Intake => Number switch { 1 => IntakeKind.Contact, 3 => IntakeKind.Referral, _ => null };

    /// <summary>As counts and problems name it.</summary>
    public string Name => "List " + Number.ToString(CultureInfo.InvariantCulture);
}

/// <remarks>
/// Headers of the Annex A templates of August 2019 and January 2024. Only what says who holds which case is read; age, ethnicity,
/// need and placement are left in the file.
/// </remarks>
internal static partial class AnnexALists
{
    public const string Child = "child", Team = "team", Worker = "worker", Adviser = "adviser", Status = "status";

    private static readonly SheetColumn ChildId =
        new(Child, ["Child Unique ID", "Child ID", "Child Identifier", "Unique Child ID"], IsKey: true)
        {
            Also = h => h.Split(' ') is var words && words.Contains("child") && words.Any(w => w is "id" or "identifier"),
        };

    private static readonly SheetColumn[] Holder =
    [
        new(Team, ["Allocated Team", "Team", "Allocated Team Name", "Team Name"]),
        new(Worker, ["Allocated Worker", "Worker", "Allocated Social Worker", "Allocated Worker Name", "Social Worker", "Worker Name"]),
    ];

    public static IReadOnlyList<AnnexAList> All { get; } =
    [
        new(1, "Contacts", [ChildId, new("contacted", ["Date of Contact", "Contact Date"])], Start: "contacted"),
        new(2, "Early help", [ChildId]),
        new(3, "Referrals", [ChildId, .. Holder,
            new("referred", ["Date of Referral", "Referral Date"]) { Also = h =>
                h.StartsWith("date of", StringComparison.Ordinal) && h.EndsWith("referral", StringComparison.Ordinal) },
            new("nfa", ["Referral NFA?", "Referral No Further Action", "NFA"])],
            Start: "referred", Refused: "nfa", Events: [("referred", CaseEventKind.Referral)]),
        new(4, "Assessments", [ChildId, .. Holder,
            new("assessed", ["Continuous Assessment Start Date", "Assessment Start Date"]),
            new("authorised",
                ["Continuous Assessment Date of Authorisation", "Assessment Date of Authorisation", "Date of Authorisation"])],
            Start: "assessed", End: "authorised", Events: [("assessed", CaseEventKind.AssessmentStart)]),
        new(5, "Section 47 enquiries", [ChildId, .. Holder,
            new("strategy",
                ["Strategy discussion initiating Section 47 Enquiry Start Date", "Section 47 Enquiry Start Date",
                "Strategy discussion date"]),
            new("unnecessary", ["Was an Initial Child Protection Conference deemed unnecessary?", "ICPC deemed unnecessary"]),
            new("conference", ["Date of Initial Child Protection Conference", "ICPC Date", "Date of ICPC"])],
            Start: "strategy", End: "conference", Refused: "unnecessary",
            Events: [("strategy", CaseEventKind.StrategyDiscussion), ("conference", CaseEventKind.Conference)]),
        new(6, "Children in need", [ChildId, .. Holder,
            new("need", ["CIN Start Date", "Child in Need Start Date", "CiN Start"]),
            new("seen", ["Date Child Was Last Seen", "Date Last Seen"]),
            new("closed", ["CIN Closure Date", "Child in Need Closure Date", "CiN Closure"]),
            new("reason", ["Reason for Closure", "Closure Reason"]),
            new(Status, ["Case Status", "Status"])],
            Start: "need", End: "closed", Reason: "reason", Events: [("seen", CaseEventKind.ChildSeen)]),
        new(7, "Child protection plans", [ChildId, .. Holder,
            new("plan", ["Child Protection Plan Start Date", "CP Plan Start Date", "CPP Start Date"]),
            new("visit", ["Date of the Last Statutory Visit", "Date of Last Statutory Visit"]),
            new("review", ["Date of latest review conference", "Date of the latest review conference"]),
            new("ended", ["Child Protection Plan End Date", "CP Plan End Date", "CPP End Date"])],
            Start: "plan", End: "ended",
            Events: [("plan", CaseEventKind.PlanStart), ("visit", CaseEventKind.PlanVisit), ("review", CaseEventKind.PlanReview)]),
        new(8, "Children in care", [ChildId, .. Holder,
            new("care", ["Date Started to be Looked After", "Date Started Looked After"]),
            new("legal", ["Start date of current legal status"]),
            new("review", ["Date of Latest Statutory Review", "Date of Last Statutory Review"]),
            new("visit", ["Date of Last Social Work Visit", "Date of Latest Social Work Visit"]),
            new("ceased", ["Date Ceased to be Looked After", "Date Ceased Looked After"]),
            new("reason", ["Reason Ceased to be Looked After", "Reason Ceased Looked After"]),
            new("placement", ["Start Date of Most Recent Placement", "Most Recent Placement Start Date"])],
            Start: "care", End: "ceased", Reason: "reason",
            Events: [("care", CaseEventKind.CareStart), ("legal", CaseEventKind.LegalStatus), ("review", CaseEventKind.CareReview),
                ("visit", CaseEventKind.CareVisit), ("placement", CaseEventKind.PlacementMove)]),
        // The form of 2019 has neither adviser nor pathway plan, so nobody is told that they are missing.
        new(9, "Care leavers", [ChildId, .. Holder,
            new(Adviser, ["Allocated Personal Advisor", "Allocated Personal Adviser", "Personal Advisor", "Personal Adviser"],
                IsQuiet: true),
            new("pathway", ["Latest Pathway Plan Review Date", "Pathway Plan Review Date"], IsQuiet: true),
            new("touch", ["LA in Touch", "Local Authority in Touch", "In Touch"])],
            Events: [("pathway", CaseEventKind.PathwayReview)]),
        new(10, "Adoption", [ChildId]),
        new(11, "Adopters", [new(Child, ["Individual adopter identifier", "Adopter identifier", "Adopter ID"], IsKey: true)]),
    ];

    /// <summary>The list that a sheet is, by its name: "List_1", "LIST 1", "List1 - Contacts"; never List 1 for "List 10".</summary>
    public static AnnexAList? ByName(string sheet)
    {
        var found = Named().Match(Written.Fold(sheet));
        return found.Success ? All[int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) - 1] : null;
    }

    [GeneratedRegex(@"(?<![a-z])list[\s_.\-]*0*(1[01]|[1-9])(?![0-9])")]
    private static partial Regex Named();
}

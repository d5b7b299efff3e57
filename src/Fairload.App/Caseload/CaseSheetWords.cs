using Fairload.App.Imports.Sheets;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Caseload;

/// <summary>The usual headers of a case sheet and the usual words for kinds of cases, so that a usual sheet needs no matching.</summary>
internal static class CaseSheetWords
{
    /// <summary>The code of a case whose kind we have no word for.</summary>
    public const string Other = "other";

    public const string Event = "event:";

    /// <summary>The first name of each is the template's.</summary>
    public static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("reference",
            ["Case reference", "Reference", "Case ID", "Case number", "Case ref", "Case no", "Child Unique ID", "Child ID", "Person ID",
            "Person number", "Client ID", "Client number",
            "Service user ID", "Adult ID", "Family ID", "NHS or person ID", "LA_Person_Unique_Identifier", "Mosaic ID", "Liquidlogic ID",
                "LAS ID", "LCS ID", "Eclipse ID", "ID"], IsKey: true),
        new("type",
            ["Case type", "Type", "Type of case", "Kind of work", "Work type", "Work", "Involvement type", "Involvement", "Case Status",
            "Activity", "Event_Type", "Pathway", "Workflow step"], IsKey: true),
        Quiet("area", "Area", "Service area", "Children or adults", "Directorate"),
        new("start",
            ["Start", "Start date", "Started", "Started on", "Date started", "Opened", "Date opened", "Open date", "Opened on",
            "Involvement start", "Episode start", "Event_Start_Date"]),
        Quiet("end", "End", "End date", "Ended", "Closed", "Date closed", "Closed on", "Closure date", "Close date", "Involvement end",
            "Episode end", "Event_End_Date"),
        Quiet("reason", "Close reason", "Reason for closure", "Closure reason", "Reason closed", "End reason", "Outcome"),
        new("team", ["Team", "Allocated team", "Team name", "Responsible team"]),
        new("worker",
            ["Worker", "Allocated worker", "Worker name", "Allocated to", "Social worker", "Lead worker", "Practitioner", "Case holder",
            "Keyworker", "Key worker", "Worker_Id", "Staff number"]),
        Quiet("allocated", "Allocated on", "Date allocated", "Allocation date", "Allocated_Date", "Allocated since", "Worker start date"),
        Quiet("coworkers", "Co-workers", "Co-worker", "Coworkers", "Joint workers", "Joint worker", "Second worker", "Secondary worker",
            "Other workers"),
        Quiet("family", "Family", "Family reference", "Family identifier", "Sibling group", "Siblings", "Household"),
        Quiet("travel", "Travel band", "Travel", "Travel zone"),
        Quiet("court", "In court", "Court", "Court proceedings", "In proceedings", "Care proceedings"),
        Happened(CaseEventKind.Referral, "Referral", "Referral date", "Date of referral", "Referred on", "Date referred"),
        Happened(CaseEventKind.AssessmentStart, "Assessment start", "Assessment start date", "Assessment started"),
        Happened(CaseEventKind.StrategyDiscussion, "Strategy discussion", "Strategy discussion date", "Date of strategy discussion",
            "Section 47 start date"),
        Happened(CaseEventKind.Conference, "Conference", "Conference date", "Date of conference", "ICPC date"),
        Happened(CaseEventKind.PlanStart, "Plan start", "Plan start date"),
        Happened(CaseEventKind.PlanReview, "Plan review", "Last plan review", "Review conference", "Date of latest review conference"),
        Happened(CaseEventKind.PlanVisit, "Plan visit", "Last statutory visit", "Date of last statutory visit"),
        Happened(CaseEventKind.ChildSeen, "Child seen", "Last seen", "Date last seen", "Last visit", "Date of last visit"),
        Happened(CaseEventKind.CareStart, "Care start", "Date started to be looked after"),
        Happened(CaseEventKind.CareReview, "Care review", "Last care review", "Date of latest statutory review"),
        Happened(CaseEventKind.CareVisit, "Care visit", "Last care visit", "Date of last social work visit"),
        Happened(CaseEventKind.LegalStatus, "Legal status", "Legal status date", "Start date of current legal status"),
        Happened(CaseEventKind.PlacementMove, "Placement move", "Last move", "Date of last move", "Start date of most recent placement"),
        Happened(CaseEventKind.PathwayReview, "Pathway review", "Last pathway review", "Latest pathway plan review date"),
        Happened(CaseEventKind.Request, "Request", "Request date", "Date of request", "Contact date", "Date of contact"),
        Happened(CaseEventKind.SafeguardingConcern, "Safeguarding concern", "Concern date", "Date of concern", "Concern received",
            "Safeguarding concern date", "Safeguarding concern raised"),
        Happened(CaseEventKind.DeprivationOfLibertyRequest, "DoLS request", "DoLS request date", "DoLS application",
            "DoLS application date", "DoLS request received", "Deprivation of liberty request"),
        Happened(CaseEventKind.AdultReview, "Adult review", "Last review", "Last review date", "Date of last review", "Last reviewed"),
        Happened(CaseEventKind.CourtDate, "Court date", "Next court date", "Date of court", "Hearing date", "Next hearing"),
        Happened(CaseEventKind.CarerGone, "Carer gone", "Carer lost", "Date carer gone", "Carer gone on"),
    ];

    private static readonly Dictionary<string, CaseType> Types = Folded(
        (CaseType.Referral, ["referral", "new referral", "front door", "mash", "contact"]),
        (CaseType.OpenAssessment,
            ["open assessment", "child and family assessment", "c and f assessment", "c f assessment", "cfa", "single assessment",
            "cin assessment", "initial assessment", "core assessment"]),
        (CaseType.Section47, ["section 47", "section 47 enquiry", "s47", "s 47", "s47 enquiry", "child protection enquiry"]),
        (CaseType.ChildInNeed, ["child in need", "child in need plan", "children in need", "cin", "cin plan", "section 17", "s17"]),
        (CaseType.ChildProtection, ["child protection", "child protection plan", "cp", "cpp", "cp plan"]),
        (CaseType.LookedAfter,
            ["looked after", "looked after child", "child looked after", "children looked after", "children in care", "child in care",
            "lac", "cla", "cic"]),
        (CaseType.CareLeaver,
            ["care leaver", "care leavers", "leaving care", "former relevant", "former relevant child", "care experienced"]),
        (CaseType.AdultAssessment,
            ["assessment", "care act assessment", "needs assessment", "adult assessment", "reassessment", "re assessment",
            "occupational therapy assessment", "ot assessment", "section 9 assessment"]),
        (CaseType.AdultReview,
            ["review", "annual review", "adult review", "planned review", "unplanned review", "scheduled review", "care act review",
            "support plan review"]),
        (CaseType.Safeguarding,
            ["safeguarding", "safeguarding enquiry", "safeguarding adults", "safeguarding concern", "adult safeguarding", "s42", "s 42",
            "section 42", "section 42 enquiry", "s42 enquiry"]),
        (CaseType.MentalCapacity,
            ["dols", "deprivation of liberty", "deprivation of liberty safeguards", "mca", "mental capacity",
            "mental capacity assessment", "mental capacity and dols", "best interests",
            "best interests assessment", "bia", "court of protection", "cop", "lps"]),
        (CaseType.Carer, ["carer", "carers assessment", "carer assessment", "carers", "carers review", "unpaid carer"]),
        (CaseType.HospitalDischarge, ["hospital discharge", "discharge", "hospital", "discharge to assess", "d2a", "hospital assessment"]),
        (CaseType.LongTermSupport,
            ["long term support", "long term", "ongoing support", "long term care", "complex case", "complex", "care management",
            "service"]));

    /// <summary>Words of children's services that would be an adult's assessment elsewhere.</summary>
    private static readonly HashSet<string> EitherArea = ["assessment", "initial assessment", "reassessment", "re assessment"];

    /// <summary>The kind that a word means, or null where nobody told us.</summary>
    public static CaseType? TypeOf(string word, Area? area)
    {
        // "s.42" is a word of its own, "b) Review" is one behind a letter.
        foreach (var folded in new[] { Written.FoldHeader(word), Written.FoldHeader(CodedValue.Bare(word)) })
        {
            if (area == Area.Children && EitherArea.Contains(folded)) return CaseType.OpenAssessment;
            if (Types.TryGetValue(folded, out var type)) return type;
        }

        return CaseType.Known.FirstOrDefault(t => t.Code.Equals(word.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Which service a word such as "Children's" or "ASC" means; null for neither.</summary>
    public static Area? AreaOf(string word) => Written.FoldHeader(word).Split(' ')[0] switch
    {
        "children" or "childrens" or "child" or "csc" => Area.Children,
        "adults" or "adult" or "asc" => Area.Adults,
        _ => null,
    };

    private static SheetColumn Quiet(string key, params string[] names) => new(key, names, IsQuiet: true);

    private static SheetColumn Happened(CaseEventKind kind, params string[] names) => new(Event + kind, names, IsQuiet: true);

    private static Dictionary<string, CaseType> Folded(params (CaseType Type, string[] Words)[] types) =>
        types.SelectMany(t => t.Words.Select(w => (Word: Written.FoldHeader(w), t.Type))).ToDictionary(w => w.Word, w => w.Type);
}

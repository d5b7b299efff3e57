using Fairload.Core.Caseload;

namespace Fairload.Web.Imports;

/// <summary>What the fields of a case sheet are called on the page where its columns are matched.</summary>
internal static class FieldWords
{
    public static string Of(Catalogue T, string field) => field switch
    {
        "reference" => T["Case reference (needed)"],
        "type" => T["Case type (needed)"],
        "area" => T["Children's or adults' services"],
        "start" => T["Start of the case"],
        "end" => T["End of the case"],
        "reason" => T["Reason for closing"],
        "team" => T["Team"],
        "worker" => T["Worker"],
        "allocated" => T["Allocated on"],
        "coworkers" => T["Co-workers"],
        "family" => T["Family"],
        "travel" => T["Travel band"],
        "court" => T["In court"],
        _ => T["Day of: {0}", Event(T, field)],
    };

    private static string Event(Catalogue T, string field) =>
        Enum.TryParse<CaseEventKind>(field.AsSpan(field.IndexOf(':') + 1), out var kind) ? Of(T, kind) : field;

    private static string Of(Catalogue T, CaseEventKind kind) => kind switch
    {
        CaseEventKind.Referral => T["referral"],
        CaseEventKind.AssessmentStart => T["start of the assessment"],
        CaseEventKind.StrategyDiscussion => T["strategy discussion"],
        CaseEventKind.Conference => T["conference"],
        CaseEventKind.PlanStart => T["start of the plan"],
        CaseEventKind.PlanReview => T["review of the plan"],
        CaseEventKind.PlanVisit => T["visit under the plan"],
        CaseEventKind.ChildSeen => T["child seen"],
        CaseEventKind.CareStart => T["start of care"],
        CaseEventKind.CareReview => T["care review"],
        CaseEventKind.CareVisit => T["visit in care"],
        CaseEventKind.LegalStatus => T["legal status"],
        CaseEventKind.PlacementMove => T["move of placement"],
        CaseEventKind.PathwayReview => T["review of the pathway plan"],
        CaseEventKind.Request => T["request"],
        CaseEventKind.SafeguardingConcern => T["safeguarding concern"],
        CaseEventKind.DeprivationOfLibertyRequest => T["request for a deprivation of liberty authorisation"],
        CaseEventKind.AdultReview => T["review of an adult"],
        CaseEventKind.CourtDate => T["court date"],
        _ => T["carer gone"],
    };
}

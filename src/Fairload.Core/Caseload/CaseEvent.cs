using Fairload.Core.Imports;

namespace Fairload.Core.Caseload;

/// <summary>Things that happen in a case and that start a clock or make a score fall due again.</summary>
public enum CaseEventKind
{
    Referral,
    AssessmentStart,
    StrategyDiscussion,
    Conference,
    PlanStart,
    PlanReview,
    PlanVisit,
    ChildSeen,
    CareStart,
    CareReview,
    CareVisit,
    LegalStatus,
    PlacementMove,
    PathwayReview,
    Request,
    SafeguardingConcern,
    DeprivationOfLibertyRequest,
    AdultReview,
    CourtDate,
    CarerGone,
}

/// <summary>The latest day on which something of a kind happened in a case. One a kind a case.</summary>
public sealed class CaseEvent
{
    private CaseEvent() { }

    public Id<CaseEvent> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public CaseEventKind Kind { get; private init; }
    public DateOnly HappenedOn { get; private set; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    public static CaseEvent Happened(Id<Case> caseId, CaseEventKind kind, DateOnly on, Id<ImportRun>? broughtBy) =>
        new() { Id = Id<CaseEvent>.New(), CaseId = caseId, Kind = kind, HappenedOn = on, BroughtBy = broughtBy };

    public bool Moved(DateOnly on)
    {
        if (HappenedOn == on) return false;
        HappenedOn = on;
        Version++;
        return true;
    }
}

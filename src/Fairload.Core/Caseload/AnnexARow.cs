namespace Fairload.Core.Caseload;

/// <summary>What list 6 says of a child; the first that applies.</summary>
public enum AnnexAStatus { LookedAfter, ChildProtection, ChildInNeed, OpenAssessment, Closed }

/// <summary>One row of one of the lists 3 to 9, with only what says who holds which case. Lists 1, 2, 10 and 11 hold no cases.</summary>
/// <remarks>Ofsted, child-level data for inspections of local authority children's services (Annex A), lists of 2019 and 2024.</remarks>
/// <param name="List">3 referrals, 4 assessments, 5 section 47, 6 in need, 7 protection plans, 8 in care, 9 care leavers.</param>
public sealed record AnnexARow(int List, string Sheet, int Row, string ChildId)
{
    public string Team { get; init; } = "";
    public string Worker { get; init; } = "";

    /// <summary>List 9 only: who stands in when there is no worker.</summary>
    public string Adviser { get; init; } = "";

    /// <summary>Referral, assessment, strategy discussion, in need, plan or care began.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>List 4 authorised, list 5 conference, list 6 closed, list 7 plan ended, list 8 ceased.</summary>
    public DateOnly? End { get; init; }
    public string EndReason { get; init; } = "";

    /// <summary>List 3 no further action; list 5 no conference needed; list 9 the young person has died. Null for not known.</summary>
    public bool? Refused { get; init; }

    /// <summary>List 6 only; null where it says nothing that is known.</summary>
    public AnnexAStatus? Status { get; init; }

    public IReadOnlyDictionary<CaseEventKind, DateOnly> Events { get; init; } = new Dictionary<CaseEventKind, DateOnly>();

    /// <summary>The worker, or in list 9 the personal adviser where no worker is named.</summary>
    public string Holder => Workforce.PersonName.IsNobody(Worker) && !Workforce.PersonName.IsNobody(Adviser) ? Adviser : Worker;
}

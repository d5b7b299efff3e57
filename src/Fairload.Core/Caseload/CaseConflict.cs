using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>Why somebody can not hold a case: a category and never more, because the rest is about people's lives.</summary>
public enum ConflictReason
{
    /// <summary>Of the same family.</summary>
    Related,

    /// <summary>Friends, neighbours, the same school or place of worship.</summary>
    KnownPrivately,

    /// <summary>Works or has worked for somebody else who takes part in it.</summary>
    OtherWork,

    /// <summary>There is or was a complaint or a dispute between them.</summary>
    Dispute,

    /// <summary>It was looked at, and none of these says it.</summary>
    Other,
}

/// <summary>Somebody who has a conflict of interest in a case, from one day to another. The rules never offer it to them.</summary>
/// <remarks>Its reason is for whoever allocates the case; everybody else is told no more than that this person can not take it.</remarks>
public sealed class CaseConflict
{
    private CaseConflict() { }

    public Id<CaseConflict> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public Id<Worker> WorkerId { get; private init; }
    public ConflictReason Reason { get; private init; }
    public DateOnly FromOn { get; private init; }
    public DateOnly? ToOn { get; private set; }
    /// <summary>Empty where a sheet brought it.</summary>
    public string EnteredBy { get; private init; } = "";
    public string EndedBy { get; private set; } = "";
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    public static CaseConflict Enter(
        Id<Case> caseId, Id<Worker> worker, ConflictReason reason, DateOnly on, string by, Id<ImportRun>? broughtBy = null) => new()
        {
            Id = Id<CaseConflict>.New(),
            CaseId = caseId,
            WorkerId = worker,
            Reason = reason,
            FromOn = on,
            EnteredBy = by,
            BroughtBy = broughtBy,
        };

    public void End(DateOnly on, string by)
    {
        if (ToOn is not null) throw new InvalidOperationException("The conflict has ended already.");
        (ToOn, EndedBy) = (on < FromOn ? FromOn : on, by);
        Version++;
    }
}

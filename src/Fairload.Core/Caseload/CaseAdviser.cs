using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>Somebody who advises the holder of a case from one day to another. Half-open: from ≤ day &lt; to.</summary>
/// <remarks>Working Together 2023: work may be held by others than social workers with a social worker's advice and oversight. That takes
/// time, and so it weighs.</remarks>
public sealed class CaseAdviser
{
    private CaseAdviser() { }

    public Id<CaseAdviser> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public Id<Worker> WorkerId { get; private init; }
    public DateOnly FromOn { get; private init; }
    public DateOnly? ToOn { get; private set; }
    public string EnteredBy { get; private init; } = "";
    public int Version { get; private set; }

    public static CaseAdviser Name(Id<Case> caseId, Id<Worker> worker, DateOnly from, string by) => new()
    {
        Id = Id<CaseAdviser>.New(),
        CaseId = caseId,
        WorkerId = worker,
        FromOn = from,
        EnteredBy = by,
    };

    public void End(DateOnly on)
    {
        if (ToOn is not null) throw new InvalidOperationException("The advice has ended already.");
        ToOn = on < FromOn ? FromOn : on;
        Version++;
    }
}

using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.DataProtection;

/// <summary>Records of a person or of a case that must not be deleted, whatever the rules say: an inquiry, a claim, a request for one's own
/// data.</summary>
/// <remarks>Inquiries Act 2005 section 35: destroying what is relevant to an inquiry is an offence.</remarks>
public sealed class LegalHold
{
    public const int LongestReason = 500;

    private LegalHold() { }

    public Id<LegalHold> Id { get; private init; }
    public Id<Worker>? WorkerId { get; private init; }
    public Id<Case>? CaseId { get; private init; }
    public string Reason { get; private init; } = "";
    public string PutBy { get; private init; } = "";
    public DateTime PutAt { get; private init; }
    public string? LiftedBy { get; private set; }
    public DateTime? LiftedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>On a person or on a case, never on both. Refuses one without a reason.</summary>
    public static Result<LegalHold> Put(Id<Worker>? worker, Id<Case>? one, string? reason, string by, DateTime at)
    {
        if (worker is null == one is null) throw new ArgumentException("A hold is on a person or on a case.", nameof(worker));
        var said = reason?.Trim() ?? "";
        if (said.Length is 0 or > LongestReason)
            return new Problem("Reason", $"Say why nothing may be deleted, in {LongestReason} characters or fewer");
        return new LegalHold { Id = Id<LegalHold>.New(), WorkerId = worker, CaseId = one, Reason = said, PutBy = by, PutAt = at };
    }

    /// <summary>Refuses one that somebody has lifted already.</summary>
    public Result<Done> Lift(string by, DateTime at)
    {
        if (LiftedAt is not null) return new Problem("", $"This hold has been lifted already");
        (LiftedBy, LiftedAt) = (by, at);
        Version++;
        return default(Done);
    }
}

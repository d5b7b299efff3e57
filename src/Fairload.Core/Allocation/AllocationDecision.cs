using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>A person's decision about who takes a case, with what was suggested at the time. Kept for ever as it was made.</summary>
public sealed class AllocationDecision
{
    /// <summary>Notes are for reasons, not for anybody's health or history: a short text is enough.</summary>
    public const int LongestNote = 1_000;

    private AllocationDecision() { }

    public Id<AllocationDecision> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public Id<Worker> WorkerId { get; private init; }

    /// <summary>The second of two holders; null where one holds it alone.</summary>
    public Id<Worker>? WithId { get; private init; }
    public DateOnly DecidedOn { get; private init; }
    public DateTime DecidedAt { get; private init; }
    public string DecidedBy { get; private init; } = "";
    public string Suggested { get; private init; } = "";

    /// <summary>Why it was none of those suggested; empty where it was one of them.</summary>
    public string Reason { get; private init; } = "";
    public string Note { get; private init; } = "";
    public string HeldBefore { get; private init; } = "";

    /// <summary>The day of the extract that showed the new holder; null while the case system does not know yet.</summary>
    public DateOnly? EnteredOn { get; private set; }
    public int Version { get; private set; }

    /// <summary>Refuses a note or reason that is too long, and somebody who was not suggested without a reason.</summary>
    public static Result<AllocationDecision> Make(Id<Case> caseId, CaseSuggestion chosen, IReadOnlyList<Id<Worker>> suggested,
        IReadOnlyList<Id<Worker>> heldBefore, string reason, string note, DateOnly today, DateTime at, string by)
    {
        var problems = new List<Problem>();
        if (!suggested.Contains(chosen.Worker) && string.IsNullOrWhiteSpace(reason))
            problems.Add(new("Reason", $"Say why it is none of the three suggested"));
        if (reason.Length > LongestNote) problems.Add(new("Reason", $"The reason is longer than {LongestNote} letters; make it shorter"));
        if (note.Length > LongestNote) problems.Add(new("Note", $"The note is longer than {LongestNote} letters; make it shorter"));
        if (problems.Count > 0) return problems;
        return new AllocationDecision
        {
            Id = Id<AllocationDecision>.New(),
            CaseId = caseId,
            WorkerId = chosen.Worker,
            WithId = chosen.With,
            DecidedOn = today,
            DecidedAt = at,
            DecidedBy = by,
            Suggested = Listed(suggested),
            Reason = reason.Trim(),
            Note = note.Trim(),
            HeldBefore = Listed(heldBefore),
        };
    }

    /// <summary>Whether these are the people who held it before the decision: then the case system has not been told yet.</summary>
    public bool IsHeldAsBefore(IEnumerable<Id<Worker>> holders) => Listed(holders) == HeldBefore;

    /// <summary>An extract shows it.</summary>
    public void IsEntered(DateOnly on)
    {
        EnteredOn = on;
        Version++;
    }

    private static string Listed(IEnumerable<Id<Worker>> workers) => string.Join(' ', workers.Select(w => w.Value).Order());
}

/// <summary>Why somebody is told.</summary>
public enum NoticeKind
{
    /// <summary>You have been given a case.</summary>
    Given,

    /// <summary>You hold a case together with somebody who was given it.</summary>
    GivenBeside,

    /// <summary>A case that you held has been given to somebody else.</summary>
    TakenOver,
}

/// <summary>One thing that one person has to be told about a decision: seen or not seen.</summary>
public sealed class Notice
{
    private Notice() { }

    public Id<Notice> Id { get; private init; }
    public Id<Worker> WorkerId { get; private init; }
    public NoticeKind Kind { get; private init; }
    public Id<AllocationDecision> DecisionId { get; private init; }
    public DateTime CreatedAt { get; private init; }
    public DateTime? SeenAt { get; private set; }
    public int Version { get; private set; }

    public static Notice To(Id<Worker> worker, NoticeKind kind, AllocationDecision about) => new()
    {
        Id = Id<Notice>.New(),
        WorkerId = worker,
        Kind = kind,
        DecisionId = about.Id,
        CreatedAt = about.DecidedAt,
    };

    public void Seen(DateTime at)
    {
        if (SeenAt is not null) return;
        SeenAt = at;
        Version++;
    }
}

using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation.Meetings;

/// <summary>What people settled about a line.</summary>
public enum LineMark
{
    /// <summary>It follows the proposal.</summary>
    Free,

    /// <summary>It goes to this person, whatever the rest does.</summary>
    Pinned,

    /// <summary>It goes on waiting, or stays with whom it is.</summary>
    Left,
}

/// <summary>One case in a meeting: who has it, who would take it, and what people settled about it.</summary>
public sealed class MeetingLine
{
    private MeetingLine() { }

    public Id<MeetingLine> Id { get; private init; }
    public Id<AllocationMeeting> MeetingId { get; private init; }
    public Id<Case> CaseId { get; private init; }

    /// <summary>Who holds it now; null for one that waits.</summary>
    public Id<Worker>? FromId { get; private init; }

    /// <summary>Who would take it; null where it goes on waiting or stays.</summary>
    public Id<Worker>? ToId { get; private set; }
    public Id<Worker>? WithId { get; private set; }
    public LineMark Mark { get; private set; }

    /// <summary>Why a person decided otherwise than was proposed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What the next worker needs to know to begin: about the work, never about anybody's health.</summary>
    public string Note { get; private set; } = "";
    public string MarkedBy { get; private set; } = "";
    public DateTime? MarkedAt { get; private set; }
    public Id<AllocationDecision>? DecisionId { get; private set; }

    /// <summary>Rises when a person changes the line, not when the proposal does.</summary>
    public int Version { get; private set; }

    public static MeetingLine For(Id<AllocationMeeting> meeting, Id<Case> one, Id<Worker>? from) =>
        new() { Id = Id<MeetingLine>.New(), MeetingId = meeting, CaseId = one, FromId = from };

    /// <summary>Somebody else would hold it than holds it now.</summary>
    public bool IsChange => ToId is not null && ToId != FromId;

    /// <summary>The proposal is another now.</summary>
    public void Propose(Id<Worker>? to, Id<Worker>? with) => (ToId, WithId) = (to, with);

    public void Settle(LineMark mark, string reason, DateTime at, string by)
    {
        (Mark, Reason, MarkedBy, MarkedAt) = (mark, reason.Trim(), by, at);
        Version++;
    }

    /// <summary>Refuses a note that is too long.</summary>
    public Result<MeetingLine> HandOver(string note, DateTime at, string by)
    {
        if (note.Length > AllocationDecision.LongestNote)
            return new Problem("Note", $"The note is longer than {AllocationDecision.LongestNote} letters; make it shorter");
        (Note, MarkedBy, MarkedAt) = (note.Trim(), by, at);
        Version++;
        return this;
    }

    public void IsDecided(AllocationDecision decision) => DecisionId = decision.Id;
}

/// <summary>Not to this person: kept until somebody lets it go.</summary>
public sealed record MeetingRefusal(Id<MeetingRefusal> Id, Id<MeetingLine> LineId, Id<Worker> WorkerId, string By, DateTime At);

/// <summary>What somebody did to the list.</summary>
public enum EditKind
{
    Opened, Pinned, Moved, Refused, Left, Freed, WorkedOutAgain,

    /// <summary>It came onto the list.</summary>
    New,

    /// <summary>It is not on the list any more: closed, or given to somebody.</summary>
    Gone,
}

/// <summary>One change of the list, with what it did to the proposal. Written once.</summary>
/// <param name="Number">From 1 in each meeting.</param>
/// <param name="CaseId">Null where it is about the whole list.</param>
/// <param name="WorkerId">To whom, or not to whom.</param>
/// <param name="HeaviestBefore">Of the proposal before the change; null where there was none.</param>
public sealed record MeetingEdit(
    Id<MeetingEdit> Id, Id<AllocationMeeting> MeetingId, int Number, EditKind Kind, Id<Case>? CaseId, Id<Worker>? WorkerId, string Reason,
    string By, DateTime At, decimal? HeaviestBefore, decimal? HeaviestAfter, int? PlacedBefore, int PlacedAfter, double? JainBefore,
    double JainAfter)
{
    public PlanFigures? Before => PlacedBefore is { } placed ? new(HeaviestBefore, placed, JainBefore ?? 1) : null;
    public PlanFigures After => new(HeaviestAfter, PlacedAfter, JainAfter);
}

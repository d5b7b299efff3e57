using Fairload.Core.Caseload;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>What led to a decision.</summary>
public enum DecisionKind
{
    /// <summary>One case, on its own page.</summary>
    Allocated,

    /// <summary>Agreed in an allocation meeting.</summary>
    AtMeeting,

    /// <summary>Somebody looks after it until it is settled who holds it.</summary>
    Interim,

    /// <summary>It moved to another team.</summary>
    Transferred,

    /// <summary>From the caseload of somebody who leaves or is away.</summary>
    Spread,

    /// <summary>An earlier decision was taken back.</summary>
    TakenBack,
}

/// <summary>What a person decided about one case.</summary>
/// <param name="With">The second of two holders; null where one holds it alone.</param>
/// <param name="Suggested">In the order in which they were suggested; empty where nothing was.</param>
/// <param name="Reason">Why it was none of those suggested.</param>
public sealed record Deciding(Id<Case> Case, DecisionKind Kind, Id<Worker> Worker, Id<Worker>? With, IReadOnlyList<Id<Worker>> Suggested,
    string Reason = "", string Note = "");

/// <summary>A person's decision about who takes a case, with what was suggested at the time. Kept for ever as it was made.</summary>
public sealed class AllocationDecision
{
    /// <summary>Notes are for reasons, not for anybody's health or history: a short text is enough.</summary>
    public const int LongestNote = 1_000;
    private const char Or = ';';

    private AllocationDecision() { }

    public Id<AllocationDecision> Id { get; private init; }
    public DecisionKind Kind { get; private init; }
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

    /// <summary>Whom the case system may still show: who held it before this decision, and before each one that it has not been told of
    /// either.</summary>
    public string HeldBefore { get; private init; } = "";

    /// <summary>The worker is asked to answer: it was decided who holds it, and not who looks after it or gets it back.</summary>
    public bool AsksForAnAnswer => Kind is not (DecisionKind.Interim or DecisionKind.TakenBack);

    /// <summary>Who held it when this was decided.</summary>
    public IReadOnlyList<Id<Worker>> HeldJustBefore =>
        [.. HeldBefore.Split(Or)[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new Id<Worker>(Guid.Parse(id)))];

    /// <summary>The day of the extract that showed the new holder; null while the case system does not know yet.</summary>
    public DateOnly? EnteredOn { get; private set; }

    /// <summary>The day of the extract that showed neither the new holder nor one of before: somebody entered a third there since, who
    /// counts. Null while none did.</summary>
    public DateOnly? OvertakenOn { get; private set; }

    /// <summary>The case system has neither shown it nor gone past it.</summary>
    public bool IsAwaited => EnteredOn is null && OvertakenOn is null;
    public int Version { get; private set; }

    /// <summary>Refuses a note or reason that is too long, and somebody who was not suggested, where anybody was, without a
    /// reason.</summary>
    /// <param name="heldBefore">Who holds it at this moment.</param>
    /// <param name="before">The decision before this one; null where there is none.</param>
    public static Result<AllocationDecision> Make(
        Deciding what, IReadOnlyList<Id<Worker>> heldBefore, AllocationDecision? before, DateOnly today, DateTime at, string by)
    {
        var (problems, reason, note) = (new List<Problem>(), what.Reason.Trim(), what.Note.Trim());
        if (what.Suggested.Count > 0 && !what.Suggested.Contains(what.Worker) && reason.Length == 0)
            problems.Add(new("Reason", $"Say why it is none of the three suggested"));
        if (reason.Length > LongestNote) problems.Add(new("Reason", $"The reason is longer than {LongestNote} letters; make it shorter"));
        if (note.Length > LongestNote) problems.Add(new("Note", $"The note is longer than {LongestNote} letters; make it shorter"));
        if (problems.Count > 0) return problems;

        var held = Listed(heldBefore);
        return new AllocationDecision
        {
            Id = Id<AllocationDecision>.New(),
            Kind = what.Kind,
            CaseId = what.Case,
            WorkerId = what.Worker,
            WithId = what.With,
            DecidedOn = today,
            DecidedAt = at,
            DecidedBy = by,
            Suggested = Listed(what.Suggested),
            Reason = reason,
            Note = note,
            HeldBefore = before is { IsAwaited: true }
                ? string.Join(Or, before.HeldBefore.Split(Or).Where(h => h != held).Append(held)) : held,
        };
    }

    /// <summary>Whether these are people who held it before what was decided here: then the case system has not been told yet.</summary>
    public bool IsHeldAsBefore(IEnumerable<Id<Worker>> holders) => HeldBefore.Split(Or).Contains(Listed(holders));

    /// <summary>An extract shows it.</summary>
    public void IsEntered(DateOnly on)
    {
        EnteredOn = on;
        Version++;
    }

    /// <summary>An extract shows a third.</summary>
    public void IsOvertaken(DateOnly on)
    {
        OvertakenOn = on;
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

    /// <summary>Look after a case until it is settled who holds it.</summary>
    LookAfter,

    /// <summary>There is a written reply to your "not safe".</summary>
    Replied,

    /// <summary>A case is brought to the complex case panel: for whose case it is, and for who opened the session.</summary>
    PanelBooked,

    /// <summary>The panel has advised: for whose case it is and their managers.</summary>
    PanelAdvised,

    /// <summary>The session for which a slot was booked does not take place.</summary>
    PanelCalledOff,
}

/// <summary>One thing that one person has to be told, about a decision or about the panel: seen or not seen.</summary>
public sealed class Notice
{
    private Notice() { }

    public Id<Notice> Id { get; private init; }
    public Id<Worker> WorkerId { get; private init; }
    public NoticeKind Kind { get; private init; }
    /// <summary>Null where it is about something else.</summary>
    public Id<AllocationDecision>? DecisionId { get; private init; }

    /// <summary>Null where it is about something else.</summary>
    public Id<PanelBooking>? BookingId { get; private init; }
    public DateTime CreatedAt { get; private init; }
    public DateTime? SeenAt { get; private set; }
    public int Version { get; private set; }

    /// <param name="at">When it came to be told.</param>
    public static Notice To(Id<Worker> worker, NoticeKind kind, AllocationDecision about, DateTime? at = null) => new()
    {
        Id = Id<Notice>.New(),
        WorkerId = worker,
        Kind = kind,
        DecisionId = about.Id,
        CreatedAt = at ?? about.DecidedAt,
    };

    public static Notice To(Id<Worker> worker, NoticeKind kind, Id<PanelBooking> about, DateTime at) => new()
    {
        Id = Id<Notice>.New(),
        WorkerId = worker,
        Kind = kind,
        BookingId = about,
        CreatedAt = at,
    };

    public void Seen(DateTime at)
    {
        if (SeenAt is not null) return;
        SeenAt = at;
        Version++;
    }
}

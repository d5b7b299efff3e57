using System.Globalization;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Sessions;

/// <summary>When and where two people mean to meet.</summary>
/// <param name="Begins">As a clock on a wall shows it; null when it is not fixed.</param>
public sealed record SessionPlan(DateOnly On, TimeOnly? Begins, string Place, SessionKind? Kind);

/// <summary>What is recorded of a session that was held. Null is always <i>not known</i>.</summary>
/// <param name="CaseMinutes">Of a mixed session: minutes about cases.</param>
/// <param name="ReflectiveMinutes">Of a mixed session: minutes of reflection.</param>
/// <param name="Record">What was agreed, in a few lines; nothing about a case beyond its reference.</param>
/// <param name="Cases">References of the cases that were talked about, parted by blanks.</param>
public sealed record SessionHeld(
    DateOnly On, SessionKind? Kind, int? Minutes, int? CaseMinutes, int? ReflectiveMinutes, bool? IsInterrupted, string Record,
    string Cases);

/// <summary>One session of a worker's supervision: planned, then held or cancelled, then confirmed or disputed by the worker.</summary>
public sealed class SupervisionSession
{
    public const int LongestPlace = 200;
    public const int LongestRecord = 2_000;
    public const int LongestCases = 400;

    /// <summary>Eight hours: more is a slip of the pen.</summary>
    public const int MostMinutes = 480;

    private SupervisionSession() { }

    public Id<SupervisionSession> Id { get; private init; }
    public Id<Worker> WorkerId { get; private init; }

    /// <summary>Who supervises; null where the log does not say.</summary>
    public Id<Worker>? SupervisorId { get; private init; }

    /// <summary>The first day for which it was planned.</summary>
    public DateOnly FirstPlannedOn { get; private init; }
    public DateOnly PlannedOn { get; private set; }

    /// <summary>Such as 14:30; empty when it is not fixed.</summary>
    public string Begins { get; private set; } = "";
    public string Place { get; private set; } = "";

    /// <summary>How often it was moved to another day.</summary>
    public int Moves { get; private set; }
    public SessionState State { get; private set; }
    public SessionKind? Kind { get; private set; }
    public DateOnly? HeldOn { get; private set; }
    public int? Minutes { get; private set; }
    public int? CaseMinutes { get; private set; }
    public int? ReflectiveMinutes { get; private set; }
    public bool? IsInterrupted { get; private set; }
    public string Record { get; private set; } = "";
    public string Cases { get; private set; } = "";
    public CancelledBy? CancelledBy { get; private set; }
    public CancelledBecause? CancelledBecause { get; private set; }

    /// <summary>Who planned it, or changed it last.</summary>
    public string EnteredBy { get; private set; } = "";
    public DateTime EnteredAt { get; private set; }
    public RecordAnswer? Answer { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public string Dispute { get; private set; } = "";
    public string Reply { get; private set; } = "";
    public string RepliedBy { get; private set; } = "";
    public DateTime? RepliedAt { get; private set; }

    /// <summary>The log that brought it; null when it was entered here.</summary>
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    /// <summary>The day it counts on.</summary>
    public DateOnly On => HeldOn ?? PlannedOn;
    public bool WaitsForWorker => State == SessionState.Held && Answer is null;
    public bool WaitsForReply => Answer == RecordAnswer.Disputed && RepliedAt is null;

    /// <summary>Planned for a day that has passed, and nobody has said what came of it.</summary>
    public bool IsNotRecorded(DateOnly today) => State == SessionState.Planned && PlannedOn < today;

    public LoggedSession Logged => new(WorkerId, On, State, Kind, Minutes, CaseMinutes, ReflectiveMinutes, IsInterrupted, CancelledBy);

    /// <summary>Also for a day that has passed: what was held without a plan is planned and recorded in one sitting.</summary>
    public static Result<SupervisionSession> Plan(
        Id<Worker> worker, Id<Worker>? supervisor, SessionPlan plan, SessionDeed deed, Id<ImportRun>? broughtBy = null)
    {
        if (SessionRules.OfPlan(plan, deed.Today) is { Count: > 0 } problems) return problems;
        return new SupervisionSession
        {
            Id = Id<SupervisionSession>.New(),
            WorkerId = worker,
            SupervisorId = supervisor,
            FirstPlannedOn = plan.On,
            PlannedOn = plan.On,
            Begins = Write(plan.Begins),
            Place = plan.Place.Trim(),
            Kind = plan.Kind,
            EnteredBy = deed.By,
            EnteredAt = deed.At,
            BroughtBy = broughtBy,
        };
    }

    /// <summary>To another day, time or place. Refuses what is over.</summary>
    public Result<Done> Move(SessionPlan plan, SessionDeed deed)
    {
        if (State != SessionState.Planned) return Settled;
        if (SessionRules.OfPlan(plan, deed.Today) is { Count: > 0 } problems) return problems;
        if (plan.On != PlannedOn) Moves++;
        (PlannedOn, Begins, Place, Kind) = (plan.On, Write(plan.Begins), plan.Place.Trim(), plan.Kind ?? Kind);
        Entered(deed);
        return default(Done);
    }

    /// <summary>Records what came of it; also once more, until the worker has confirmed or disputed it.</summary>
    public Result<Done> Hold(SessionHeld held, SessionDeed deed)
    {
        if (State == SessionState.Cancelled) return Settled;
        if (Answer is not null)
            return new Problem("", $"The worker has confirmed or disputed this record, so it stays as it is. Answer a dispute below it.");
        if (SessionRules.OfHeld(held, deed.Today) is { Count: > 0 } problems) return problems;
        (State, HeldOn, Kind, Minutes) = (SessionState.Held, held.On, held.Kind, held.Minutes);
        var isMixed = held.Kind == SessionKind.Mixed;
        (CaseMinutes, ReflectiveMinutes) = isMixed ? (held.CaseMinutes, held.ReflectiveMinutes) : (null, null);
        (IsInterrupted, Record, Cases) = (held.IsInterrupted, held.Record.Trim(), SessionRules.OneBlank(held.Cases));
        Entered(deed);
        return default(Done);
    }

    public Result<Done> Cancel(CancelledBy? by, CancelledBecause? because, SessionDeed deed)
    {
        if (State != SessionState.Planned) return Settled;
        var problems = new List<Problem>();
        if (by is null) problems.Add(new("By", $"Choose who cancelled it"));
        if (because is null) problems.Add(new("Because", $"Choose why it was cancelled"));
        if (problems.Count > 0) return problems;
        (State, CancelledBy, CancelledBecause) = (SessionState.Cancelled, by, because);
        Entered(deed);
        return default(Done);
    }

    /// <summary>The worker says that the record is right.</summary>
    public Result<Done> Confirm(DateTime at) => Say(RecordAnswer.Confirmed, "", at);

    /// <summary>The worker says what is wrong with it. Record and dispute both remain.</summary>
    public Result<Done> Contest(string dispute, DateTime at)
    {
        var text = dispute.Trim();
        if (text.Length == 0) return new Problem("Dispute", $"Say in a few lines what is not right");
        if (text.Length > LongestRecord) return TooLong("Dispute");
        return Say(RecordAnswer.Disputed, text, at);
    }

    /// <summary>The supervisor answers a dispute, once.</summary>
    public Result<Done> Respond(string reply, SessionDeed deed)
    {
        if (!WaitsForReply) return new Problem("", $"There is no dispute that waits for an answer. Nothing was changed.");
        var text = reply.Trim();
        if (text.Length == 0) return new Problem("Reply", $"Answer in a few lines what the worker says");
        if (text.Length > LongestRecord) return TooLong("Reply");
        (Reply, RepliedBy, RepliedAt) = (text, deed.By, deed.At);
        Version++;
        return default(Done);
    }

    private static Problem Settled => new("", $"This session has been held or cancelled already. Nothing was changed.");

    private static Problem TooLong(string field) => new(field, $"This is longer than {LongestRecord} letters; make it shorter");

    private static string Write(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    private Result<Done> Say(RecordAnswer answer, string dispute, DateTime at)
    {
        if (!WaitsForWorker) return new Problem("", $"This record does not wait for your answer any more. Nothing was changed.");
        (Answer, Dispute, AnsweredAt) = (answer, dispute, at);
        Version++;
        return default(Done);
    }

    private void Entered(SessionDeed deed)
    {
        (EnteredBy, EnteredAt) = (deed.By, deed.At);
        Version++;
    }
}

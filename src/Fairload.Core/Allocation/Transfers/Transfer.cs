using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation.Transfers;

/// <summary>What a manager proposes.</summary>
/// <param name="Reason">Why the case is to go to the other team.</param>
/// <param name="Handover">What the next worker needs to know to begin; nothing about anybody's health.</param>
public sealed record Proposal(Id<Case> Case, Id<Team> From, Id<Team> To, string Reason, string Handover, PersonWish Wish);

/// <summary>Who is to take it in the receiving team, and on which day.</summary>
/// <param name="With">The second of two holders; null where one holds it alone.</param>
/// <param name="Suggested">In the order in which they were suggested.</param>
/// <param name="Reason">Why it was none of those suggested.</param>
public sealed record Naming(Id<Worker> Worker, Id<Worker>? With, IReadOnlyList<Id<Worker>> Suggested, string Reason, DateOnly MovesOn);

/// <summary>A council's clocks for transfers, in working days of its nation.</summary>
/// <param name="AnswerDays">In which whoever has the next step has to take it.</param>
/// <param name="MoveDays">In which a case that is accepted has to move.</param>
public sealed record TransferClocks(WorkingCalendar Calendar, int AnswerDays, int MoveDays);

/// <summary>
/// A case on its way from one team to another. The sending team answers for it until it has moved, or until the head of both has decided
/// that it goes: at every moment exactly one team does.
/// </summary>
/// <remarks>The states are those that councils' own procedures use; a case is never handed over by letting it lie.</remarks>
public sealed class Transfer
{
    public const int LongestText = 1_000;

    /// <summary>So many returns, and the head of both managers decides.</summary>
    public const int MostReturns = 2;

    private readonly List<TransferItem> _items = [];
    private readonly List<TransferStep> _steps = [];

    private Transfer() { }

    public Id<Transfer> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public Id<Team> FromTeamId { get; private init; }
    public Id<Team> ToTeamId { get; private init; }

    /// <summary>The team that answers for the case.</summary>
    public Id<Team> OwnerTeamId { get; private set; }
    public TransferState State { get; private set; }
    public Id<Worker>? WorkerId { get; private set; }
    public Id<Worker>? WithId { get; private set; }
    public string Suggested { get; private set; } = "";
    public string ChoiceReason { get; private set; } = "";
    public DateOnly? MovesOn { get; private set; }
    public string Reason { get; private set; } = "";
    public string Handover { get; private set; } = "";
    public PersonWish Wish { get; private set; }

    /// <summary>How often it was returned, with what went to and fro between the same two teams shortly before.</summary>
    public int Returns { get; private set; }

    /// <summary>The head of both has decided that it goes: it can not be returned any more.</summary>
    public bool IsRuled { get; private set; }
    public string ChecklistCode { get; private init; } = "";
    public DateOnly ProposedOn { get; private init; }

    /// <summary>Since when it is with whoever has the next step.</summary>
    public DateOnly TurnSince { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    /// <summary>One more with every step, so that whoever saw an older one is told what came between.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<TransferItem> Items => _items;
    public IReadOnlyList<TransferStep> Steps => _steps;

    public bool IsOpen => EndedOn is null;
    public bool IsAccepted => State is TransferState.Accepted or TransferState.Ready;
    public bool IsChecklistDone => _items.All(i => i.IsDone);

    /// <summary>Who has the next step; null when there is none.</summary>
    public TransferSide? Turn => State switch
    {
        TransferState.Proposed or TransferState.Ready => TransferSide.Receiving,
        TransferState.Accepted => _items.Any(i => i is { IsDone: false, Side: TransferSide.Sending }) ? TransferSide.Sending
            : TransferSide.Receiving,
        TransferState.Returned => TransferSide.Sending,
        TransferState.WithHead => TransferSide.Head,
        _ => null,
    };

    /// <summary>Refuses what is not said or too long, and a case that would go where it is. What has gone to and fro too often begins
    /// with the head of both.</summary>
    /// <param name="earlier">Transfers of the same case, with their steps.</param>
    public static Result<Transfer> Propose(
        Proposal what, IReadOnlyList<Transfer> earlier, TransferChecklist checklist, string typeCode, StepTaken taken)
    {
        var problems = new List<Problem>();
        var (reason, handover) = (what.Reason.Trim(), what.Handover.Trim());
        if (what.From == what.To) problems.Add(new("To", $"The case lies in this team already; choose another"));
        if (reason.Length == 0) problems.Add(new("Reason", $"Say why the case is to go to the other team"));
        TooLong(reason, "Reason", problems);
        if (handover.Length > LongestText)
            problems.Add(new("Handover", $"The handover note is longer than {LongestText} letters; make it shorter"));
        if (problems.Count > 0) return problems;

        var transfer = new Transfer
        {
            Id = Id<Transfer>.New(),
            CaseId = what.Case,
            FromTeamId = what.From,
            ToTeamId = what.To,
            OwnerTeamId = what.From,
            State = TransferState.Proposed,
            Reason = reason,
            Handover = handover,
            Wish = what.Wish,
            Returns = ToAndFro.Returns(earlier, what.From, what.To, taken.Today),
            ChecklistCode = checklist.Code,
            ProposedOn = taken.Today,
            TurnSince = taken.Today,
        };
        transfer._items.AddRange(checklist.For(typeCode).Select((row, at) => TransferItem.Of(transfer.Id, at + 1, row)));
        transfer.Note(TransferStepKind.Proposed, reason, taken);
        if (transfer.Returns >= MostReturns) transfer.Goes(TransferState.WithHead, TransferStepKind.ToHead, "", taken);
        return transfer;
    }

    /// <summary>The last day on which whoever has the next step is in time; null where nobody has one or the bank holidays are not
    /// known.</summary>
    public DateOnly? DueOn(TransferClocks clocks) =>
        !IsOpen ? null : IsAccepted ? MovesOn : clocks.Calendar.AddWorkingDays(TurnSince, clocks.AnswerDays);

    public bool IsLate(TransferClocks clocks, DateOnly today) => DueOn(clocks) < today;

    /// <summary>The head of both decides about what came to them, and about whatever is late.</summary>
    public bool AwaitsHead(TransferClocks clocks, DateOnly today) => IsOpen && (State == TransferState.WithHead || IsLate(clocks, today));

    /// <summary>Names who takes it and when; also again, as long as it has not moved.</summary>
    public Result<Done> Accept(Naming named, TransferClocks clocks, StepTaken taken)
    {
        if (State != TransferState.Proposed && !IsAccepted) return NotNow;
        var problems = new List<Problem>();
        var latest = clocks.Calendar.AddWorkingDays(taken.Today, clocks.MoveDays);
        if (named.MovesOn < taken.Today) problems.Add(new("MovesOn", $"The day of the move has passed; enter today or a later day"));
        else if (named.MovesOn > latest)
            problems.Add(new("MovesOn", $"A case moves within {clocks.MoveDays} working days: enter a day up to {latest}"));
        else if (clocks.Calendar.Covers(named.MovesOn) && !clocks.Calendar.IsWorkingDay(named.MovesOn))
            problems.Add(new("MovesOn", $"{named.MovesOn} is not a working day; enter one"));
        var reason = named.Reason.Trim();
        if (named.Suggested.Count > 0 && !named.Suggested.Contains(named.Worker) && reason.Length == 0)
            problems.Add(new("Why", $"Say why it is none of the three suggested"));
        TooLong(reason, "Why", problems);
        if (problems.Count > 0) return problems;

        (WorkerId, WithId, MovesOn, ChoiceReason) = (named.Worker, named.With, named.MovesOn, reason);
        Suggested = string.Join(' ', named.Suggested);
        if (IsAccepted)
        {
            Note(TransferStepKind.NamedAgain, reason, taken);
            return default(Done);
        }

        Goes(TransferState.Accepted, TransferStepKind.Accepted, reason, taken);
        if (IsChecklistDone) Goes(TransferState.Ready, TransferStepKind.Ready, "", taken);
        return default(Done);
    }

    /// <summary>What one of the two teams says is done and not done now; lines of the other team stay as they are.</summary>
    public Result<Done> Tick(IReadOnlySet<Id<TransferItem>> done, IReadOnlySet<TransferSide> sides, StepTaken taken)
    {
        if (State != TransferState.Proposed && !IsAccepted) return NotNow;
        foreach (var item in _items.Where(i => sides.Contains(i.Side) && i.IsDone != done.Contains(i.Id)).OrderBy(i => i.Position))
        {
            item.Tick(!item.IsDone, taken);
            Note(item.IsDone ? TransferStepKind.ItemDone : TransferStepKind.ItemUndone, item.Says, taken);
        }

        if (State == TransferState.Accepted && IsChecklistDone) Goes(TransferState.Ready, TransferStepKind.Ready, "", taken);
        else if (State == TransferState.Ready && !IsChecklistDone) Goes(TransferState.Accepted, TransferStepKind.NotReady, "", taken);
        return default(Done);
    }

    /// <summary>Back to who sent it; for the second time to the head of both. Refuses what the head has decided.</summary>
    public Result<Done> Return(string reason, StepTaken taken)
    {
        if (IsRuled && IsOpen)
            return new Problem("Back", $"The head of both managers has decided that your team takes this case. It can not be returned: name who takes it");
        if (State != TransferState.Proposed && !IsAccepted) return NotNow;
        if (Said(reason, new("Back", $"Say why you return it")) is { Count: > 0 } problems) return problems;
        Returns++;
        Unname();
        Goes(TransferState.Returned, TransferStepKind.Returned, reason.Trim(), taken);
        if (Returns >= MostReturns) Goes(TransferState.WithHead, TransferStepKind.ToHead, "", taken);
        return default(Done);
    }

    /// <summary>The sending manager sends it once more, with what has been put right.</summary>
    public Result<Done> ProposeAgain(string putRight, string handover, PersonWish wish, StepTaken taken)
    {
        if (State != TransferState.Returned) return NotNow;
        var problems = Said(putRight, new("PutRight", $"Say what has been put right since it was returned"));
        if (handover.Trim().Length > LongestText)
            problems.Add(new("Handover", $"The handover note is longer than {LongestText} letters; make it shorter"));
        if (problems.Count > 0) return problems;
        (Handover, Wish) = (handover.Trim(), wish);
        Goes(TransferState.Proposed, TransferStepKind.ProposedAgain, putRight.Trim(), taken);
        return default(Done);
    }

    /// <summary>The sending manager keeps it. Refuses what the head has to decide or has decided.</summary>
    public Result<Done> Withdraw(string reason, StepTaken taken)
    {
        if (IsRuled && IsOpen)
            return new Problem("Keep", $"The head of both managers has decided that the other team takes this case: it can not be withdrawn");
        if (State == TransferState.WithHead)
            return new Problem("Keep", $"The head of both managers decides where this case lies: it can not be withdrawn any more");
        if (!IsOpen) return NotNow;
        if (Said(reason, new("Keep", $"Say why you keep it")) is { Count: > 0 } problems) return problems;
        Ends(TransferState.Withdrawn, TransferStepKind.Withdrawn, reason.Trim(), taken);
        return default(Done);
    }

    /// <summary>The head of both decides where it lies. When it goes, the receiving team answers for it from now on.</summary>
    public Result<Done> Rule(bool goes, string reason, TransferClocks clocks, StepTaken taken)
    {
        if (!AwaitsHead(clocks, taken.Today)) return NotNow;
        if (Said(reason, new("Ruling", $"Say why, so that both managers can read it")) is { Count: > 0 } problems) return problems;
        Unname();
        (IsRuled, OwnerTeamId) = (true, goes ? ToTeamId : FromTeamId);
        if (goes) Goes(TransferState.Proposed, TransferStepKind.HeadSaysGoes, reason.Trim(), taken);
        else Ends(TransferState.Stays, TransferStepKind.HeadSaysStays, reason.Trim(), taken);
        return default(Done);
    }

    /// <summary>Why it can not move at this moment; null when it can.</summary>
    public Problem? WhyNotMoved(DateOnly today)
    {
        if (State == TransferState.Accepted) return new("", $"The checklist is not done, so the case does not move yet");
        if (State != TransferState.Ready) return NotNow;
        return MovesOn > today ? new("", $"It is agreed that the case moves on {MovesOn}. Move it on that day, or agree another") : null;
    }

    /// <summary>It is in the hands of the named worker. Ask <see cref="WhyNotMoved"/> first.</summary>
    /// <param name="with">Who holds it beside them, by the rules of today.</param>
    public void Move(Id<Worker>? with, StepTaken taken)
    {
        if (WhyNotMoved(taken.Today) is { } why) throw new InvalidOperationException(why.Message);
        (WithId, OwnerTeamId) = (with, ToTeamId);
        Ends(TransferState.Moved, TransferStepKind.Moved, "", taken);
    }

    /// <summary>The case was closed, or lies elsewhere: nothing is left to hand over.</summary>
    public Result<Done> Overtake(StepTaken taken)
    {
        if (!IsOpen) return NotNow;
        Ends(TransferState.Overtaken, TransferStepKind.Overtaken, "", taken);
        return default(Done);
    }

    /// <summary>What came after the steps that somebody saw.</summary>
    public IEnumerable<TransferStep> Since(int version) => _steps.Where(s => s.Number > version).OrderBy(s => s.Number);

    private static Problem NotNow => new("", $"This transfer is not at that step any more. Nothing was changed: look at it as it is now.");

    private static void TooLong(string text, string field, List<Problem> problems)
    {
        if (text.Length > LongestText) problems.Add(new(field, $"The reason is longer than {LongestText} letters; make it shorter"));
    }

    private static List<Problem> Said(string reason, Problem missing)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(reason)) problems.Add(missing);
        TooLong(reason.Trim(), missing.Field, problems);
        return problems;
    }

    private void Unname() => (WorkerId, WithId, MovesOn, Suggested, ChoiceReason) = (null, null, null, "", "");

    private void Goes(TransferState to, TransferStepKind kind, string words, StepTaken taken)
    {
        (State, TurnSince) = (to, taken.Today);
        Note(kind, words, taken);
    }

    private void Ends(TransferState to, TransferStepKind kind, string words, StepTaken taken)
    {
        EndedOn = taken.Today;
        Goes(to, kind, words, taken);
    }

    private void Note(TransferStepKind kind, string words, StepTaken taken) =>
        _steps.Add(TransferStep.Of(this, ++Version, kind, words, taken));
}

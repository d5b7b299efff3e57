using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation.Transfers;

/// <summary>Where a case is on its way from one team to another.</summary>
public enum TransferState
{
    /// <summary>The receiving manager has to answer.</summary>
    Proposed,

    /// <summary>A named worker will take it on a day; the checklist is not done yet.</summary>
    Accepted,

    /// <summary>The checklist is done; it moves on the day agreed.</summary>
    Ready,

    /// <summary>Back with the manager who sent it, with a reason.</summary>
    Returned,

    /// <summary>The head of both managers decides where it lies.</summary>
    WithHead,

    /// <summary>The named worker of the receiving team holds it.</summary>
    Moved,

    /// <summary>The head has decided that it stays where it was.</summary>
    Stays,

    /// <summary>The sending manager keeps it after all.</summary>
    Withdrawn,

    /// <summary>The case was closed, or went elsewhere, while it was on its way.</summary>
    Overtaken,
}

/// <summary>Who is to take the next step, or has an item of the checklist to do.</summary>
public enum TransferSide { Sending, Receiving, Head }

/// <summary>What the person whom the case is about wants. Nobody has to be asked before a case moves; then it is not known.</summary>
public enum PersonWish { NotKnown, KeepWorker, ChangeWorker }

/// <summary>What somebody did.</summary>
public enum TransferStepKind
{
    Proposed,
    ProposedAgain,
    Accepted,
    NamedAgain,
    ItemDone,
    ItemUndone,
    Ready,
    NotReady,
    Returned,
    ToHead,
    HeadSaysGoes,
    HeadSaysStays,
    Withdrawn,
    Moved,
    Overtaken,
}

/// <summary>Who takes a step, and when.</summary>
public sealed record StepTaken(string By, DateTime At, DateOnly Today);

/// <summary>One step of a transfer, with what was so after it. Written once and never changed.</summary>
public sealed class TransferStep
{
    private TransferStep() { }

    public Id<TransferStep> Id { get; private init; }
    public Id<Transfer> TransferId { get; private init; }

    /// <summary>From 1, without a gap.</summary>
    public int Number { get; private init; }
    public TransferStepKind Kind { get; private init; }
    public TransferState State { get; private init; }

    /// <summary>The team that answers for the case after the step.</summary>
    public Id<Team> OwnerTeamId { get; private init; }
    public DateTime TakenAt { get; private init; }
    public DateOnly TakenOn { get; private init; }
    public string TakenBy { get; private init; } = "";

    /// <summary>The reason given, or the item of the checklist.</summary>
    public string Words { get; private init; } = "";
    public Id<Worker>? WorkerId { get; private init; }

    /// <summary>The day agreed for the move.</summary>
    public DateOnly? MovesOn { get; private init; }

    internal static TransferStep Of(Transfer transfer, int number, TransferStepKind kind, string words, StepTaken taken) => new()
    {
        Id = Id<TransferStep>.New(),
        TransferId = transfer.Id,
        Number = number,
        Kind = kind,
        State = transfer.State,
        OwnerTeamId = transfer.OwnerTeamId,
        TakenAt = taken.At,
        TakenOn = taken.Today,
        TakenBy = taken.By,
        Words = words,
        WorkerId = transfer.WorkerId,
        MovesOn = transfer.MovesOn,
    };

    /// <summary>Said to whoever comes second with something else.</summary>
    public Problem Meanwhile => Kind switch
    {
        TransferStepKind.ProposedAgain => new("", $"Meanwhile {TakenBy} has proposed this transfer again. Nothing was changed: look at it as it is now and decide again."),
        TransferStepKind.Accepted => new("", $"Meanwhile {TakenBy} has accepted this transfer. Nothing was changed: look at it as it is now and decide again."),
        TransferStepKind.NamedAgain => new("", $"Meanwhile {TakenBy} has named a worker and a day again. Nothing was changed: look at it as it is now and decide again."),
        TransferStepKind.ItemDone or TransferStepKind.ItemUndone or TransferStepKind.Ready or TransferStepKind.NotReady =>
            new("", $"Meanwhile {TakenBy} has changed the checklist. Nothing was changed: look at it as it is now and decide again."),
        TransferStepKind.Returned => new("", $"Meanwhile {TakenBy} has returned this transfer. Nothing was changed: look at it as it is now and decide again."),
        TransferStepKind.ToHead => new("", $"Meanwhile {TakenBy} has returned this transfer for the second time, and it is with the head of both managers. Nothing was changed."),
        TransferStepKind.HeadSaysGoes => new("", $"Meanwhile {TakenBy} has decided that the receiving team takes this case. Nothing was changed: look at it as it is now."),
        TransferStepKind.HeadSaysStays => new("", $"Meanwhile {TakenBy} has decided that this case stays where it was. Nothing was changed."),
        TransferStepKind.Withdrawn => new("", $"Meanwhile {TakenBy} has withdrawn this transfer. Nothing was changed."),
        TransferStepKind.Moved => new("", $"Meanwhile {TakenBy} has moved this case. Nothing was changed."),
        TransferStepKind.Overtaken => new("", $"Meanwhile {TakenBy} has ended this transfer, because the case went elsewhere or was closed. Nothing was changed."),
        _ => new("", $"Meanwhile {TakenBy} has proposed this transfer. Nothing was changed: look at it as it is now and decide again."),
    };
}

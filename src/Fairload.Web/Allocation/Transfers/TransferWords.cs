using Fairload.App.Allocation.Transfers;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Workforce;

namespace Fairload.Web.Allocation.Transfers;

/// <summary>Transfers between teams in words.</summary>
internal static class TransferWords
{
    public static string State(Catalogue T, TransferState state) => state switch
    {
        TransferState.Proposed => T["proposed"],
        TransferState.Accepted => T["accepted"],
        TransferState.Ready => T["ready to move"],
        TransferState.Returned => T["returned"],
        TransferState.WithHead => T["with the head of both"],
        TransferState.Moved => T["moved"],
        TransferState.Stays => T["stays where it was"],
        TransferState.Withdrawn => T["withdrawn"],
        TransferState.Overtaken => T["ended: closed or gone elsewhere"],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Colour(TransferState state) => state switch
    {
        TransferState.Proposed => "blue",
        TransferState.Accepted or TransferState.Ready => "teal",
        TransferState.Returned or TransferState.WithHead => "orange",
        TransferState.Moved => "green",
        _ => "grey",
    };

    public static string Wish(Catalogue T, PersonWish wish) => wish switch
    {
        PersonWish.KeepWorker => T["to keep the worker"],
        PersonWish.ChangeWorker => T["to change the worker"],
        _ => T["not known: the person has not been asked"],
    };

    public static string Side(Catalogue T, TransferSide side) => side == TransferSide.Sending ? T["sending team"] : T["receiving team"];

    /// <summary>Who has the next step, and what it is.</summary>
    public static string Next(Catalogue T, Transfer transfer, Team from, Team to) => (transfer.State, transfer.Turn) switch
    {
        (TransferState.Proposed, _) when transfer.IsRuled => T["{0} names who takes it", to.Name],
        (TransferState.Proposed, _) => T["{0} names who takes it, or returns it", to.Name],
        (TransferState.Accepted, TransferSide.Sending) => T["{0} does its part of the checklist", from.Name],
        (TransferState.Accepted, _) => T["{0} does its part of the checklist", to.Name],
        (TransferState.Ready, _) => T["{0} takes it over", to.Name],
        (TransferState.Returned, _) => T["{0} puts it right or keeps it", from.Name],
        (TransferState.WithHead, _) => T["the head of both managers decides"],
        _ => T["nothing: it has ended"],
    };

    public static string Due(Catalogue T, DateOnly? due) => due is { } day ? T["by {0}", day] : T["no day is known"];

    /// <summary>What a transfer in a list asks of its reader, for the page of today.</summary>
    public static string Asks(Catalogue T, TransferLine line)
    {
        var (reference, from, to) = (line.Case.Reference, line.From.Name, line.To.Name);
        return (line.Transfer.State, line.IsLate) switch
        {
            (TransferState.WithHead, false) => T["Case {0} was returned twice between {1} and {2}: you decide where it lies.", reference, from, to],
            (TransferState.WithHead, true) =>
                T["Case {0} was returned twice between {1} and {2}: it should have been decided by {3}.", reference, from, to, line.Due],
            (TransferState.Proposed, false) => T["Case {0} is to come from {1} to {2}: answer by {3}.", reference, from, to, line.Due],
            (TransferState.Proposed, true) =>
                T["Case {0} is to come from {1} to {2}: an answer was due by {3}.", reference, from, to, line.Due],
            (TransferState.Returned, false) => T["Case {0} was returned by {1}: put it right or keep it by {2}.", reference, to, line.Due],
            (TransferState.Returned, true) => T["Case {0} was returned by {1}: that was to be put right by {2}.", reference, to, line.Due],
            (TransferState.Ready, false) => T["Case {0} is ready and moves to {1} on {2}.", reference, to, line.Due],
            (_, false) => T["Case {0} moves to {1} on {2}: the checklist is not done.", reference, to, line.Due],
            (_, true) => T["Case {0} was to move to {1} on {2} and has not.", reference, to, line.Due],
        };
    }

    /// <summary>One step of the history.</summary>
    public static string Did(Catalogue T, TransferStep step, TransferView view) => step.Kind switch
    {
        TransferStepKind.Proposed => T["proposed that it goes from {0} to {1}", view.From.Name, view.To.Name],
        TransferStepKind.ProposedAgain => T["proposed it again"],
        TransferStepKind.Accepted => T["accepted it: {0} takes it on {1}", Name(T, step, view), step.MovesOn],
        TransferStepKind.NamedAgain => T["named {0} for {1}", Name(T, step, view), step.MovesOn],
        TransferStepKind.ItemDone => T["done: {0}", step.Words],
        TransferStepKind.ItemUndone => T["not done after all: {0}", step.Words],
        TransferStepKind.Ready => T["with that the checklist is done"],
        TransferStepKind.NotReady => T["with that the checklist is not done any more"],
        TransferStepKind.Returned => T["returned it to {0}", view.From.Name],
        TransferStepKind.ToHead => T["it has gone to and fro too often: the head of both managers decides"],
        TransferStepKind.HeadSaysGoes => T["decided as head of both that it goes to {0}, which is responsible for it from now on", view.To.Name],
        TransferStepKind.HeadSaysStays => T["decided as head of both that it stays with {0}", view.From.Name],
        TransferStepKind.Withdrawn => T["withdrew it: {0} keeps the case", view.From.Name],
        TransferStepKind.Moved => T["moved it: {0} holds it", Name(T, step, view)],
        TransferStepKind.Overtaken => T["ended it, because the case was closed or lies elsewhere"],
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The words of a step that are not said already.</summary>
    public static string Words(TransferStep step) =>
        step.Kind is TransferStepKind.ItemDone or TransferStepKind.ItemUndone ? "" : step.Words;

    private static string Name(Catalogue T, TransferStep step, TransferView view) =>
        step.WorkerId is { } worker && view.Names.TryGetValue(worker, out var name) ? name : T["nobody"];
}

namespace Fairload.Core.Actions;

/// <summary>How something promised stands, the most pressing last.</summary>
public enum StandingKind { Done, Refused, Open, Moved, Overdue }

/// <summary>How an action stands, with a sentence for the page and the report.</summary>
/// <param name="Says">Its format is the catalogue's key.</param>
public sealed record Standing(StandingKind Kind, FormattableString Says)
{
    /// <param name="moves">Of this action, in their order.</param>
    /// <param name="refusal">The last one; null for none.</param>
    public static Standing Of(AgreedAction action, IReadOnlyList<DueMove> moves, ActionRefusal? refusal, DateOnly today) =>
        action.State switch
        {
            ActionState.Done => new(StandingKind.Done, $"Done on {action.DoneOn:d MMMM yyyy}."),
            ActionState.Refused => Refused(refusal!),
            _ when action.IsOverdue(today) => Overdue(action, moves),
            _ => Open(action, moves),
        };

    private static Standing Refused(ActionRefusal refusal) => refusal.NeedsMoney
        ? new(StandingKind.Refused, $"Refused on {refusal.RefusedOn:d MMMM yyyy} for want of money, because: {refusal.Because}")
        : new(StandingKind.Refused, $"Refused on {refusal.RefusedOn:d MMMM yyyy}, because: {refusal.Because}");

    private static Standing Open(AgreedAction action, IReadOnlyList<DueMove> moves) => moves.Count switch
    {
        0 => new(StandingKind.Open, $"Open, due on {action.DueOn:d MMMM yyyy}."),
        1 => new(StandingKind.Moved, $"Moved from {moves[0].FromOn:d MMMM yyyy} to {moves[0].ToOn:d MMMM yyyy}, because: {moves[0].Reason}"),
        _ => new(StandingKind.Moved, $"Moved {moves.Count} times, from {moves[0].FromOn:d MMMM yyyy} to {action.DueOn:d MMMM yyyy}; the last time because: {moves[^1].Reason}"),
    };

    private static Standing Overdue(AgreedAction action, IReadOnlyList<DueMove> moves) => moves.Count switch
    {
        0 => new(StandingKind.Overdue, $"Overdue since {action.DueOn:d MMMM yyyy}."),
        1 => new(StandingKind.Overdue, $"Overdue since {action.DueOn:d MMMM yyyy}, to which it was moved from {moves[0].FromOn:d MMMM yyyy}."),
        _ => new(StandingKind.Overdue, $"Overdue since {action.DueOn:d MMMM yyyy}, moved {moves.Count} times from {moves[0].FromOn:d MMMM yyyy}."),
    };
}

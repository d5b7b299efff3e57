namespace Fairload.Core.Actions;

/// <summary>Something that can not be funded: what it is, what it would cost, what follows.</summary>
public sealed record Unfunded(AgreedAction Action, ActionRefusal Refusal);

/// <summary>All that can not be funded, with what is known of its cost.</summary>
/// <param name="Lines">In the order in which they were refused.</param>
public sealed record CannotFund(IReadOnlyList<Unfunded> Lines)
{
    /// <summary>Lines whose cost nobody knows; they are in no sum.</summary>
    public int NotKnown => Lines.Count(l => !l.Refusal.Cost.IsKnown);

    /// <summary>The lower and the higher sum of those whose cost is known; where only one figure is known it counts as both.</summary>
    public CostRange Sum
    {
        get
        {
            var known = Lines.Select(l => l.Refusal.Cost).Where(c => c.IsKnown).ToList();
            return known.Count == 0 ? CostRange.NotKnown : new(known.Sum(c => c.From ?? c.To), known.Sum(c => c.To ?? c.From));
        }
    }

    /// <param name="refusals">The last one of each action that stands refused.</param>
    public static CannotFund Of(IEnumerable<Unfunded> refusals) => new(
    [
        .. refusals.Where(r => r.Action.State == ActionState.Refused && r.Refusal.NeedsMoney)
            .OrderBy(r => r.Refusal.RefusedOn).ThenBy(r => r.Action.Year).ThenBy(r => r.Action.Number),
    ]);
}

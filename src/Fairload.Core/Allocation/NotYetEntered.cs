using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>What was decided here about one case and the case system does not show yet.</summary>
/// <param name="Now">The decision that counts.</param>
/// <param name="ShownThere">Whom the case system shows until somebody enters it there; empty for nobody.</param>
public sealed record NotYetEntered(AllocationDecision Now, IReadOnlyList<Id<Worker>> ShownThere)
{
    /// <summary>Null where the case system needs nothing: no decision, one that it shows or has gone past, or a case that went and came
    /// back.</summary>
    /// <param name="decisions">All of one case, in any order.</param>
    public static NotYetEntered? Of(IEnumerable<AllocationDecision> decisions)
    {
        var since = decisions.OrderByDescending(d => d.DecidedAt).TakeWhile(d => d.IsAwaited).ToList();
        if (since is not [var now, ..]) return null;
        var shown = since[^1].HeldJustBefore;
        var holders = new[] { now.WorkerId, now.WithId }.OfType<Id<Worker>>().ToHashSet();
        return holders.SetEquals(shown) ? null : new(now, shown);
    }
}

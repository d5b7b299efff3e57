namespace Fairload.Core.Allocation;

/// <summary>How evenly loads lie, in one number each. Somebody with half the room counts half.</summary>
/// <remarks>x is load over capacity C of each, and each x counts C times.</remarks>
/// <param name="Jain">(sum C x)² / (sum C × sum C x²): 1 where all are equal, towards 0 where few hold all. Jain, Chiu, Hawe, A
/// quantitative measure of fairness, DEC-TR-301 (1984), weighted by capacity. 1 where nobody holds anything.</param>
/// <param name="Gini">sum over pairs C C' |x - x'| / (2 (sum C)² mean): 0 where all are equal, towards 1. Gini 1912, weighted by
/// capacity; 0 where nobody holds anything.</param>
/// <param name="Phi">sum C x², in grains: what levelling lowers. It is least where loads are as fair as they can be.</param>
public sealed record Fairness(double Jain, double Gini, double Phi)
{
    /// <summary>Of everybody's shares, in any order.</summary>
    public static Fairness Of(IReadOnlyList<Share> shares)
    {
        var (capacity, load, phi) = (0.0, 0.0, 0.0);
        foreach (var share in shares)
        {
            capacity += share.Capacity;
            load += share.Load;
            phi += share.Load * share.Value;
        }

        if (load <= 0) return new(1, 0, 0);

        var sorted = shares.ToArray();
        Array.Sort(sorted);
        // Of each pair the lighter is met first, so C × (load gathered against capacity gathered) is its part of the double sum.
        var (capacityBefore, loadBefore, pairs) = (0.0, 0.0, 0.0);
        foreach (var share in sorted)
        {
            pairs += (share.Load * capacityBefore) - (share.Capacity * loadBefore);
            capacityBefore += share.Capacity;
            loadBefore += share.Load;
        }

        return new(load * load / (capacity * phi), pairs / (capacity * load), phi);
    }
}

namespace Fairload.Core.Allocation;

/// <summary>How far an answer is from perfect sharing.</summary>
internal static class Gaps
{
    /// <summary>Of each person the share of their block, the heaviest first.</summary>
    public static Share[] PerfectShares(IReadOnlyList<Block> blocks, int holders)
    {
        var shares = new List<Share>(holders);
        foreach (var block in blocks)
        {
            foreach (var _ in block.Holders) shares.Add(block.Share);
        }

        return [.. shares];
    }

    /// <summary>Of the sums of the k highest, the largest excess.</summary>
    public static double BySums(ReadOnlySpan<Share> shares, ReadOnlySpan<Share> perfect)
    {
        var (gap, sum, least) = (0.0, 0.0, 0.0);
        for (var k = 0; k < shares.Length; k++)
        {
            sum += shares[k].Value;
            least += perfect[k].Value;
            gap = Math.Max(gap, Excess(sum, least));
        }

        return gap;
    }

    public static double OfHeaviest(ReadOnlySpan<Share> shares, ReadOnlySpan<Share> perfect) =>
        shares.Length == 0 ? 0 : Excess(shares[0].Value, perfect[0].Value);

    /// <summary>Of the load on the most loaded c of capacity, the largest excess over every c.</summary>
    /// <remarks>Both loads are straight between the points where a person ends, so the largest quotient is at such a point.</remarks>
    public static double ByCapacity(ReadOnlySpan<Share> shares, IReadOnlyList<Block> blocks, ReadOnlySpan<long> capacities)
    {
        if (shares.Length == 0) return 0;
        var blockCapacity = new double[blocks.Count];
        for (var b = 0; b < blockCapacity.Length; b++)
        {
            foreach (var i in blocks[b].Holders) blockCapacity[b] += capacities[i];
        }

        var gap = OfHeaviest(shares, [blocks[0].Share]);
        var (n, m, left, leftOfBlock) = (0, 0, (double)shares[0].Capacity, blockCapacity[0]);
        var (load, least) = (0.0, 0.0);
        while (n < shares.Length && m < blockCapacity.Length)
        {
            var step = Math.Min(left, leftOfBlock);
            load += step * shares[n].Value;
            least += step * blocks[m].Share.Value;
            gap = Math.Max(gap, Excess(load, least));
            left -= step;
            leftOfBlock -= step;
            if (left <= 0 && ++n < shares.Length) left = shares[n].Capacity;
            if (leftOfBlock <= 0 && ++m < blockCapacity.Length) leftOfBlock = blockCapacity[m];
        }

        return gap;
    }

    private static double Excess(double sum, double least) =>
        sum <= least ? 0 : least == 0 ? double.PositiveInfinity : (sum - least) / least;
}

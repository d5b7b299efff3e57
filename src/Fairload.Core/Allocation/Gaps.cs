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

    private static double Excess(double sum, double least) =>
        sum <= least ? 0 : least == 0 ? double.PositiveInfinity : (sum - least) / least;
}

namespace Fairload.Core.Surveys.Results;

/// <summary>A share as it is shown: a whole percentage, or one of the ends that are not told apart.</summary>
/// <param name="Value">Null at an end.</param>
/// <param name="End">The width of the ends in per cent.</param>
/// <param name="IsHigh">At the upper end; means nothing where there is a value.</param>
public readonly record struct ShownShare(int? Value, int End, bool IsHigh)
{
    /// <summary>What is told, in per cent: not under this.</summary>
    public int NotUnder => Value ?? (IsHigh ? 100 - End : 0);

    /// <summary>What is told, in per cent: not over this.</summary>
    public int NotOver => Value ?? (IsHigh ? 100 : End);

    internal static ShownShare Of(int count, int of) => OfPercent(100m * count / of, of);

    /// <summary>A share that somebody else worked out, shown as one of ours would be.</summary>
    /// <param name="share">In per cent.</param>
    /// <param name="of">How many it is a share of.</param>
    public static ShownShare OfPercent(decimal share, int of)
    {
        var end = Ends.Of(of);
        if (share <= end) return new(null, end, false);
        if (share >= 100 - end) return new(null, end, true);
        return new((int)Math.Round(share, MidpointRounding.AwayFromZero), end, false);
    }
}

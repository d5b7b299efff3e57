using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Surveys;

/// <summary>
/// How far a share among those who answered may be from the share among everybody who was asked. The staff of a council are all asked, so
/// the more of them answer the less there is left to be wrong about.
/// </summary>
/// <remarks>1.96 × √(p (1 − p) / n) × √((N − n) / (N − 1)): the normal approximation with the correction for a finite population
/// (Cochran, Sampling Techniques, 1977, chapter 3).</remarks>
public static class StatisticsOfShares
{
    private const double Two = 1.96;

    /// <summary>Half the width of the interval that holds the true share 95 times in 100, as a part of 1.</summary>
    /// <param name="share">Of those who answered, 0 to 1.</param>
    /// <param name="answered">1 or more.</param>
    /// <param name="asked">How many were asked; null for very many, of whom no list exists.</param>
    public static double Margin(double share, int answered, int? asked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answered, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return Two * Math.Sqrt(share * (1 - share) / answered) * Math.Sqrt(Left(answered, asked));
    }

    /// <summary>For a share of which no more is known than what is shown: as if very many had been asked, rounded up, and 1 or more. It is
    /// too wide where most of a small group answered, and too narrow for an item that many left out.</summary>
    /// <param name="percent">As shown, 0 to 100.</param>
    /// <returns>In whole percentage points.</returns>
    public static int WholeMargin(int percent, int answered) =>
        Math.Max(1, (int)Math.Ceiling(100 * Margin(percent / 100.0, answered, null)));

    /// <summary>The same for the mean of a score, on its own scale.</summary>
    /// <param name="variance">Of those who answered, as of a sample; 0 or more.</param>
    public static decimal MarginOfMean(decimal variance, int answered, int? asked)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variance);
        return (decimal)(Two * Math.Sqrt((double)variance / answered) * Math.Sqrt(Left(answered, asked)));
    }

    /// <summary>Two shares are told apart only where their intervals do not touch.</summary>
    public static bool Differ(double one, double margin, double other, double otherMargin) => Math.Abs(one - other) > margin + otherMargin;

    /// <summary>What became of a share that two groups are told to have; as it is shown, so that it tells no more.</summary>
    /// <remarks>The margins are those of very many people asked: the widest.</remarks>
    public static ChangeKind Change(ShownShare before, int answeredBefore, ShownShare now, int answeredNow)
    {
        if (Differs(before.NotOver, answeredBefore, now.NotUnder, answeredNow)) return ChangeKind.Up;
        return Differs(now.NotOver, answeredNow, before.NotUnder, answeredBefore) ? ChangeKind.Down : ChangeKind.NotToldApart;

        static bool Differs(int lower, int ofLower, int higher, int ofHigher)
        {
            var (low, high) = (lower / 100.0, higher / 100.0);
            return high > low && Differ(low, Margin(low, ofLower, null), high, Margin(high, ofHigher, null));
        }
    }

    /// <summary>The correction for a finite population: 1 where very many are left to be asked, 0 where nobody is.</summary>
    private static double Left(int answered, int? asked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(answered, 1);
        if (asked is { } all) ArgumentOutOfRangeException.ThrowIfLessThan(all, answered);
        return asked switch { null => 1, 1 => 0, { } n => (double)(n - answered) / (n - 1) };
    }
}

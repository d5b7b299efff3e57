namespace Fairload.Core.Caseload.Calibration;

/// <summary>How far several people agree beyond chance.</summary>
/// <param name="Kappa">1 where all agree on everything, 0 where no more than by chance; null where no pair has one.</param>
/// <param name="Pairs">Pairs of people.</param>
/// <param name="NotDefined">Pairs left out, because both gave everything the same one value: then chance alone makes them agree.</param>
public sealed record GroupAgreement(double? Kappa, int Pairs, int NotDefined);

/// <summary>Agreement on ordered values, where two steps apart is worse than one.</summary>
/// <remarks>Cohen, Weighted kappa, Psychological Bulletin 70 (1968), with quadratic weights as in Fleiss and Cohen, Educational and
/// Psychological Measurement 33 (1973). For more than two people the mean over all pairs: Light, Psychological Bulletin 76
/// (1971).</remarks>
public static class Agreement
{
    /// <summary>1 − (mean squared difference seen) / (mean squared difference by chance, of everybody's values with everybody's). Null
    /// where chance alone leaves no difference. Refuses lists of different length, or empty.</summary>
    public static double? Kappa(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        if (one.Count != other.Count || one.Count == 0)
            throw new ArgumentException("Both have to have judged the same, at least one thing.", nameof(other));

        var (seen, chance) = (0L, 0L);
        for (var i = 0; i < one.Count; i++)
        {
            seen += Squared(one[i] - other[i]);
            foreach (var value in other) chance += Squared(one[i] - value);
        }

        return chance == 0 ? null : 1 - ((double)seen * one.Count / chance);
    }

    /// <summary>The mean over every pair of people that has a kappa.</summary>
    public static GroupAgreement Among(IReadOnlyList<IReadOnlyList<int>> people)
    {
        var pairs = new List<double?>();
        for (var i = 0; i < people.Count; i++)
            for (var j = i + 1; j < people.Count; j++) pairs.Add(Kappa(people[i], people[j]));

        return new(pairs.Average(), pairs.Count, pairs.Count(p => p is null));
    }

    /// <summary>The mean of one person's kappas with each of the others; null where none is defined.</summary>
    public static double? WithOthers(IReadOnlyList<int> one, IEnumerable<IReadOnlyList<int>> others) =>
        others.Select(other => Kappa(one, other)).Average();

    private static long Squared(long difference) => difference * difference;
}

namespace Fairload.Core.Caseload.Calibration;

/// <summary>One person's scores of every vignette of a round, in the order of the round.</summary>
/// <param name="Values">For each vignette the six factors.</param>
public sealed record Scorer(Guid Who, IReadOnlyList<IReadOnlyList<int>> Values)
{
    public IReadOnlyList<int> Tiers => [.. Values.Select(v => FactorSet.TierOf([.. v.Select(f => (int?)f)])!.Value)];

    public IReadOnlyList<int> Totals => [.. Values.Select(v => v.Sum())];
}

/// <summary>What the group made of one vignette.</summary>
/// <param name="InTier">How many put it in tier 1, 2 and 3.</param>
public sealed record VignetteSpread(int At, IReadOnlyList<int> InTier)
{
    /// <summary>All put it in the same tier.</summary>
    public bool IsOne => InTier.Count(n => n > 0) == 1;

    /// <summary>Some put it in tier 1 and some in tier 3.</summary>
    public bool IsFarApart => InTier[0] > 0 && InTier[2] > 0;
}

/// <summary>How often two people gave one factor differently.</summary>
/// <param name="At">Of the set's factors, from 0.</param>
/// <param name="Differs">The part, 0 to 1, of all pairs of people over all vignettes.</param>
public sealed record FactorSpread(int At, double Differs);

/// <summary>The same people with the same vignettes in an earlier round.</summary>
/// <param name="People">Who scored in both.</param>
/// <param name="Shift">How much higher the totals are now, in points of a total from 6 to 18, on average.</param>
public sealed record Drift(DateOnly Before, int People, int Vignettes, GroupAgreement Then, GroupAgreement Now, double Shift);

/// <summary>
/// What a round shows: the group's distribution, and never who gave what. Under four people it shows nothing.
/// </summary>
/// <param name="People">How many finished.</param>
/// <param name="Tiers">Agreement on the tier.</param>
public sealed record CalibrationResult(int People, GroupAgreement Tiers, IReadOnlyList<VignetteSpread> Vignettes,
    IReadOnlyList<FactorSpread> Factors)
{
    /// <summary>With fewer one could tell from the rest what each gave.</summary>
    public const int Floor = 4;

    /// <summary>Null under the floor.</summary>
    public static CalibrationResult? Of(IReadOnlyList<Scorer> scorers)
    {
        if (scorers.Count < Floor) return null;
        var tiers = scorers.Select(s => s.Tiers).ToList();
        var vignettes = Enumerable.Range(0, tiers[0].Count)
            .Select(at => new VignetteSpread(at, [.. new[] { 1, 2, 3 }.Select(tier => tiers.Count(t => t[at] == tier))]));
        var factors = Enumerable.Range(0, FactorSet.Size).Select(at => new FactorSpread(at, Differing(scorers, at)));
        return new(scorers.Count, Agreement.Among(tiers), [.. vignettes], [.. factors]);
    }

    /// <summary>Against an earlier round, for those who scored in both and the vignettes of both, in the same order. Null under the
    /// floor.</summary>
    public static Drift? Since(DateOnly before, IReadOnlyList<Scorer> then, IReadOnlyList<Scorer> now)
    {
        var both = now.Where(n => then.Any(t => t.Who == n.Who)).OrderBy(n => n.Who).ToList();
        if (both.Count < Floor) return null;
        var earlier = both.Select(n => then.Single(t => t.Who == n.Who)).ToList();
        var shifts = both.Zip(earlier, (n, t) => n.Totals.Zip(t.Totals, (a, b) => a - b).Average());
        return new(
            before, both.Count, both[0].Values.Count, Agreement.Among([.. earlier.Select(s => s.Tiers)]),
            Agreement.Among([.. both.Select(s => s.Tiers)]), shifts.Average());
    }

    private static double Differing(IReadOnlyList<Scorer> scorers, int factor)
    {
        var (pairs, differ) = (0, 0);
        for (var i = 0; i < scorers.Count; i++)
        {
            for (var j = i + 1; j < scorers.Count; j++)
            {
                pairs += scorers[i].Values.Count;
                differ += scorers[i].Values.Zip(scorers[j].Values, (a, b) => a[factor] != b[factor]).Count(different => different);
            }
        }

        return (double)differ / pairs;
    }
}

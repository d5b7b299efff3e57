using Fairload.Core.Caseload;

namespace Fairload.App.Caseload;

/// <summary>The six factor columns of a scores sheet that serves children's and adults' services at once.</summary>
public static class FactorHeaders
{
    /// <summary>The name of a factor where every set calls it the same; else "Factor 4" and so on, which every set understands.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<FactorSet> sets) =>
    [
        .. Enumerable.Range(0, 6)
            .Select(i => sets.Select(s => s.Factors[i].Name).Distinct().ToList() is [var one] && !one.Contains(':') ? one
            : $"Factor {i + 1}"),
    ];
}

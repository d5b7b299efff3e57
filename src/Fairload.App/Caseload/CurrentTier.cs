using Fairload.Core.Caseload;

namespace Fairload.App.Caseload;

/// <summary>The tier that a case has now: that of its latest agreed score, if that score is whole.</summary>
internal static class CurrentTier
{
    public static async Task<int?> Of(IEnumerable<Score> scores, CaseloadSettings settings, CancellationToken stop)
    {
        if (Latest(scores, ScoreBy.Agreed) is not { } agreed) return null;
        return (await settings.ByCode(agreed.FactorSet, stop))?.Tier(agreed.Values);
    }

    /// <summary>The one that counts of a kind: the latest day, and of one day the latest entered.</summary>
    public static Score? Latest(IEnumerable<Score> scores, ScoreBy by) =>
        scores.Where(s => s.By == by).OrderBy(s => s.ScoredOn).ThenBy(s => s.EnteredAt).LastOrDefault();
}

using Fairload.Core.Imports;

namespace Fairload.Core.Caseload;

/// <summary>Whose view of a case's complexity it is. The three are kept apart; only the agreed one gives a tier.</summary>
public enum ScoreBy { Practitioner, Supervisor, Agreed }

/// <summary>
/// Six factors of a factor set, each 1 to 3 or not given. A later score of the same kind follows an earlier one and both are kept.
/// </summary>
public sealed class Score
{
    private Score() { }

    public Id<Score> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public ScoreBy By { get; private init; }

    /// <summary>Code of the factor set, with its version: <c>children/1</c>.</summary>
    public string FactorSet { get; private init; } = "";
    public DateOnly ScoredOn { get; private init; }

    /// <summary>Who gave it, as a name or staff number; empty when the sheet does not say.</summary>
    public string ScoredBy { get; private init; } = "";

    /// <summary>Six characters, one a factor in the set's order: <c>1</c>, <c>2</c>, <c>3</c>, or <c>-</c> for not given.</summary>
    public string Factors { get; private init; } = "";
    public DateTime EnteredAt { get; private init; }
    public Id<ImportRun>? BroughtBy { get; private init; }

    public static Score Give(Id<Case> caseId, ScoreBy by, string factorSet, IReadOnlyList<int?> factors, DateOnly scoredOn,
        string scoredBy, DateTime now,
        Id<ImportRun>? broughtBy)
    {
        if (factors.Count != 6 || factors.Any(f => f is < 1 or > 3))
            throw new ArgumentException("Six factors, each 1 to 3 or not given.", nameof(factors));
        return new()
        {
            Id = Id<Score>.New(),
            CaseId = caseId,
            By = by,
            FactorSet = factorSet,
            Factors = string.Concat(factors.Select(f => f?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-")),
            ScoredOn = scoredOn,
            ScoredBy = scoredBy,
            EnteredAt = now,
            BroughtBy = broughtBy,
        };
    }

    /// <summary>The six factors in the set's order.</summary>
    public IReadOnlyList<int?> Values => [.. Factors.Select(c => c == '-' ? (int?)null : c - '0')];
}

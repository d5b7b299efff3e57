using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Caseload;

/// <summary>What a file says of cases: Annex A or a case sheet, the same words for both.</summary>
/// <param name="Read">How many rows each list or sheet held, under its name.</param>
public sealed record CaseRead(IReadOnlyDictionary<string, int> Read, IReadOnlyList<SeenCase> Open, IReadOnlyList<ClosedCase> Closed,
    IReadOnlyList<RowProblem> Problems)
{
    /// <summary>How many contacts and referrals came on a day; empty where the file does not tell.</summary>
    public IReadOnlyDictionary<(IntakeKind Kind, DateOnly On), int> Intake { get; init; } =
        new Dictionary<(IntakeKind Kind, DateOnly On), int>();
}

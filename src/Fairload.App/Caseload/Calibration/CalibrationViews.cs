using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Calibration;

namespace Fairload.App.Caseload.Calibration;

/// <summary>One round as the reader stands in it.</summary>
/// <param name="Scored">Vignettes that the reader has scored.</param>
/// <param name="IsFinished">The reader has said that they have finished.</param>
/// <param name="Finished">How many people have.</param>
public sealed record RoundLine(CalibrationRound Round, int Scored, bool IsFinished, int Finished, bool IsOpen)
{
    public int Left => Round.Codes.Count - Scored;
}

/// <summary>Every round, the latest first.</summary>
public sealed record RoundsView(DateOnly Today, IReadOnlyList<RoundLine> Rounds, bool MayOpen);

/// <summary>One vignette with the reader's own answer.</summary>
public sealed record VignetteLine(Vignette Vignette, CalibrationAnswer? Mine);

/// <summary>A round with its vignettes and nobody's answers but the reader's own.</summary>
public sealed record RoundView(RoundLine Line, FactorSet FactorSet, IReadOnlyList<VignetteLine> Vignettes, bool MayEnd);

/// <summary>The reader's own answers beside the group's.</summary>
/// <param name="Tiers">For each vignette the tier that the reader gave.</param>
/// <param name="WithOthers">The mean of the reader's agreement with each of the others; null where not defined.</param>
public sealed record OwnResult(IReadOnlyList<int> Tiers, double? WithOthers);

/// <summary>What came of a round that has ended.</summary>
/// <param name="Result">Null where too few have finished.</param>
/// <param name="Mine">Null for who has not finished.</param>
/// <param name="Drift">Null where the same vignettes were not scored before by enough of the same people.</param>
public sealed record ResultsView(
    RoundLine Line, FactorSet FactorSet, IReadOnlyList<Vignette> Vignettes, CalibrationResult? Result, OwnResult? Mine, Drift? Drift);

/// <summary>A round that waits for the reader.</summary>
public sealed record CalibrationDue(Id<CalibrationRound> Round, int Left, DateOnly ClosesOn);

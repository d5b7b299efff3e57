using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.App.Caseload;

/// <summary>What is held about one case of a sheet.</summary>
/// <param name="HeldBy">Who holds it or has held it, with their names.</param>
/// <param name="Standing">Every part of it that somebody has now.</param>
internal sealed record SupplementHeld(
    Case Case, CaseSupplement? Before, IReadOnlyList<CaseConflict> Conflicts, IReadOnlyList<CaseCoWorker> CoWorkers,
    IReadOnlyList<Assignment> Standing, IReadOnlyDictionary<Id<Worker>, string> HeldBy);

/// <summary>A conflict of interest that a row enters.</summary>
internal sealed record ConflictWritten(Id<Worker> Worker, ConflictReason Reason);

/// <summary>What the rows of a sheet so far make of one case. A row makes a new one, so that a refused row leaves no trace.</summary>
internal sealed record SupplementPending(SupplementHeld Held, SupplementFacts Facts)
{
    /// <summary>Of each column what it was told, and in which row.</summary>
    public IReadOnlyDictionary<string, (string Text, int Row)> Said { get; init; } = new Dictionary<string, (string, int)>();
    public IReadOnlySet<Id<Worker>> ConflictsOver { get; init; } = new HashSet<Id<Worker>>();
    public IReadOnlyList<ConflictWritten> Conflicts { get; init; } = [];
    public IReadOnlyDictionary<Id<Worker>, DateOnly> Gone { get; init; } = new Dictionary<Id<Worker>, DateOnly>();
    public IReadOnlyList<CoWorkerWritten> Come { get; init; } = [];

    public static SupplementPending Of(SupplementHeld held) => new(held, held.Before?.Facts ?? SupplementFacts.Nothing);

    public IReadOnlySet<Id<Worker>> CoWorkers => Held.CoWorkers.Select(k => k.WorkerId).ToHashSet();

    /// <summary>Who has a conflict of interest once this is done.</summary>
    public IReadOnlySet<Id<Worker>> Conflicted =>
        Held.Conflicts.Select(c => c.WorkerId).Where(w => !ConflictsOver.Contains(w)).Concat(Conflicts.Select(c => c.Worker)).ToHashSet();

    /// <summary>What others than the holder and this worker have of the case once this is done.</summary>
    public decimal OthersShare(Id<Worker> worker)
    {
        var main = CoWork.Main(Held.Standing, CoWorkers);
        return Come.Where(c => c.Worker != worker).Sum(c => c.Share) + Held.Standing
            .Where(a => a != main && a.WorkerId != worker
                && (a.WorkerId is not { } w || (!Gone.ContainsKey(w) && Come.All(c => c.Worker != w))))
            .Sum(a => a.Share);
    }

    public bool IsChange => Facts != (Held.Before?.Facts ?? SupplementFacts.Nothing)
        || ConflictsOver.Count + Conflicts.Count + Gone.Count + Come.Count > 0;
}

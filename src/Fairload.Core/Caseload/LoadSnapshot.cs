using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>A worker's load as it stood on the day of an extract, with the weights of that day. Red weeks and trends are told from
/// these.</summary>
/// <param name="Tier3">Cases of tier 3 among them; null for what was kept before that was counted.</param>
public sealed record LoadSnapshot(
    Id<LoadSnapshot> Id,
    DateOnly AsOf,
    Id<Worker> WorkerId,
    Id<Team>? TeamId,
    decimal Points,
    decimal Low,
    decimal High,
    int Unscored,
    int Cases,
    decimal? Capacity,
    decimal? Percent,
    Band Band,
    string WeightSet,
    Id<ImportRun>? BroughtBy,
    int? Tier3 = null);

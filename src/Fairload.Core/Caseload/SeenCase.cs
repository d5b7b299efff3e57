namespace Fairload.Core.Caseload;

/// <summary>Another worker on a case, with the part of it that is theirs.</summary>
/// <param name="Share">Over 0 and under 1.</param>
public sealed record CoWorker(string WorkerName, decimal Share);

/// <summary>A case that an extract shows open on its day, before anything is matched to what is held.</summary>
/// <param name="StartedOn">Start of the episode; null when the extract does not say.</param>
/// <param name="WorkerName">The extract's own words; empty or a word for nobody when it waits.</param>
/// <param name="AllocatedOn">Since when the worker holds it; null when the extract does not say.</param>
/// <param name="Events">The latest day of each kind.</param>
/// <param name="Sheet">Where it was read, with <paramref name="Row"/>.</param>
public sealed record SeenCase(string Reference, string TypeCode, Area Area, DateOnly? StartedOn, string TeamName, string WorkerName,
    DateOnly? AllocatedOn,
    CaseMarks Marks, IReadOnlyList<CoWorker> CoWorkers, IReadOnlyDictionary<CaseEventKind, DateOnly> Events, string Sheet, int Row);

/// <summary>A case that an extract shows closed on or before its day.</summary>
/// <param name="ClosedOn">The first day on which it was open no more.</param>
public sealed record ClosedCase(string Reference, string TypeCode, Area Area, DateOnly? StartedOn, DateOnly ClosedOn, string Reason,
    string TeamName,
    string WorkerName, string Sheet, int Row);

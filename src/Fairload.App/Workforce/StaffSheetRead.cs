using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Workforce;

/// <summary>A team that a person belongs to, with the part of their time, over 0 and up to 1.</summary>
public sealed record TeamShare(string Team, decimal Share);

/// <param name="Teams">The shares add up to 1; empty where the sheet names no team.</param>
public sealed record StaffRow(int Row, WorkerFacts Facts, IReadOnlyList<TeamShare> Teams, string Service);

/// <param name="Successor">The team that followed it; empty for none.</param>
public sealed record TeamRow(int Row, string Team, string Service, string Employer, DateOnly? FromOn, DateOnly? ToOn, string Successor);

public sealed record PostRow(int Row, string Team, string Level, decimal EstablishedFte);

public sealed record AbsenceRow(int Row, string StaffNumber, DateOnly FromOn, DateOnly? ToOn, string Category);

/// <param name="Percent">In hundredths, over 0 and up to 100.</param>
public sealed record ReductionRow(int Row, string StaffNumber, string Reason, decimal Percent, DateOnly? FromOn, DateOnly? ToOn);

/// <param name="Points">Points of load, 0 or more.</param>
public sealed record DutyRow(int Row, string StaffNumber, string Duty, decimal Points, DateOnly? FromOn, DateOnly? ToOn);

/// <summary>What a staff workbook says. A list that is null was not in the file: what is held of it stays.</summary>
/// <param name="Read">How many rows each sheet held: "Staff", "Teams", "Posts", "Absences", "Reductions", "Duties".</param>
public sealed record StaffRead(
    IReadOnlyDictionary<string, int> Read,
    IReadOnlyList<StaffRow> Staff,
    IReadOnlyList<TeamRow>? Teams,
    IReadOnlyList<PostRow>? Posts,
    IReadOnlyList<AbsenceRow>? Absences,
    IReadOnlyList<ReductionRow>? Reductions,
    IReadOnlyList<DutyRow>? Duties,
    IReadOnlyList<RowProblem> Problems);

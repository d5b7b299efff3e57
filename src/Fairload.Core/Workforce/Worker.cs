using Fairload.Core.Imports;

namespace Fairload.Core.Workforce;

/// <summary>What the staff sheet says of one person. Unknown is null, never nought.</summary>
/// <param name="StaffNumber">The key that everything joins to.</param>
/// <param name="Fte">Full-time equivalent, 0 or more; null when neither it nor the hours are known.</param>
/// <param name="Approvals">For instance AMHP, BIA; empty for none.</param>
/// <param name="EndsOn">The last day at work.</param>
public sealed record WorkerFacts(
    string StaffNumber,
    string Name,
    string OtherNames = "",
    string? SweNumber = null,
    string Role = "",
    string Level = "",
    string Employer = "",
    decimal? Fte = null,
    decimal? Hours = null,
    string EmploymentType = "",
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    DateOnly? AsyeStartedOn = null,
    string Approvals = "",
    string Languages = "",
    string? Email = null,
    string? ManagerStaffNumber = null);

/// <summary>A person who does the department's work: social worker, assistant, manager, agency or bank staff.</summary>
public sealed class Worker
{
    private Worker() { }

    public Id<Worker> Id { get; private init; }
    public string StaffNumber { get; private init; } = "";
    public string Name { get; private set; } = "";

    /// <summary>Other names under which extracts know the person, separated by semicolons.</summary>
    public string OtherNames { get; private set; } = "";
    public string? SweNumber { get; private set; }
    public string Role { get; private set; } = "";
    public string Level { get; private set; } = "";
    public string Employer { get; private set; } = "";
    public decimal? Fte { get; private set; }
    public decimal? Hours { get; private set; }
    public string EmploymentType { get; private set; } = "";
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }
    public DateOnly? AsyeStartedOn { get; private set; }
    public string Approvals { get; private set; } = "";
    public string Languages { get; private set; } = "";
    public string? Email { get; private set; }
    public string? ManagerStaffNumber { get; private set; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    public static Worker Join(WorkerFacts facts, Id<ImportRun>? broughtBy)
    {
        var worker = new Worker { Id = Id<Worker>.New(), StaffNumber = facts.StaffNumber, BroughtBy = broughtBy };
        worker.Take(facts);
        return worker;
    }

    public WorkerFacts Facts => new(StaffNumber, Name, OtherNames, SweNumber, Role, Level, Employer, Fte, Hours, EmploymentType,
        StartsOn, EndsOn, AsyeStartedOn, Approvals, Languages, Email, ManagerStaffNumber);

    /// <summary>True when the sheet says something other than what is held.</summary>
    public bool Amend(WorkerFacts facts)
    {
        if (facts.StaffNumber != StaffNumber) throw new ArgumentException("A staff number is for ever.", nameof(facts));
        if (facts == Facts) return false;
        Take(facts);
        Version++;
        return true;
    }

    public bool HasLeft(DateOnly day) => new Period(StartsOn, EndsOn).IsOver(day);

    public bool HasNotStarted(DateOnly day) => new Period(StartsOn, EndsOn).HasNotBegun(day);

    /// <summary>Newly qualified: the twelve months from the start of the assessed and supported year in employment.</summary>
    /// <remarks>Skills for Care ASYE framework: 12 months, ten per cent less work.</remarks>
    public bool IsNewlyQualified(DateOnly day) => AsyeStartedOn is { } start && start <= day && day < start.AddYears(1);

    /// <summary>Agency and other staff whose contract, not whose employment, ends.</summary>
    public bool IsAgency => EmploymentType.Contains("agency", StringComparison.OrdinalIgnoreCase);

    private void Take(WorkerFacts f) =>
        (Name, OtherNames, SweNumber, Role, Level, Employer, Fte, Hours, EmploymentType, StartsOn, EndsOn, AsyeStartedOn, Approvals,
            Languages, Email, ManagerStaffNumber) =
        (f.Name, f.OtherNames, f.SweNumber, f.Role, f.Level, f.Employer, f.Fte, f.Hours, f.EmploymentType, f.StartsOn, f.EndsOn,
            f.AsyeStartedOn, f.Approvals, f.Languages, f.Email, f.ManagerStaffNumber);
}

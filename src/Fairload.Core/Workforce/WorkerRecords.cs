using Fairload.Core.Imports;

namespace Fairload.Core.Workforce;

/// <summary>A worker belongs to a team with a share of their time, 0 to 1. A person in two teams has one capacity, split by
/// these.</summary>
public sealed record Membership(Id<Membership> Id, Id<Worker> WorkerId, Id<Team> TeamId, decimal Share, DateOnly? FromOn, DateOnly? ToOn,
    Id<ImportRun>? BroughtBy)
{
    public bool IsOn(DateOnly day) => new Period(FromOn, ToOn).Covers(day);
}

/// <summary>Posts that a team is meant to have at a level, in full-time equivalents.</summary>
public sealed record Post(Id<Post> Id, Id<Team> TeamId, string Level, decimal EstablishedFte, Id<ImportRun>? BroughtBy);

/// <summary>Away from work. The category is one of the sheet's own words (sickness, maternity, annual leave …), never a reason in free
/// text.</summary>
public sealed record Absence(Id<Absence> Id, Id<Worker> WorkerId, DateOnly FromOn, DateOnly? ToOn, string Category,
    Id<ImportRun>? BroughtBy)
{
    public bool IsOn(DateOnly day) => new Period(FromOn, ToOn).Covers(day);

    /// <summary>Long leave: no known last day, or at least this many calendar days in all.</summary>
    public bool IsLong(int days) => ToOn is not { } to || to.DayNumber - FromOn.DayNumber + 1 >= days;
}

/// <summary>So many per cent of a person's time is given to something else (union facility time, phased return, AMHP rota).</summary>
public sealed record Reduction(Id<Reduction> Id, Id<Worker> WorkerId, string Reason, decimal Percent, DateOnly? FromOn, DateOnly? ToOn,
    Id<ImportRun>? BroughtBy)
{
    public bool IsOn(DateOnly day) => new Period(FromOn, ToOn).Covers(day);
}

/// <summary>Work beside cases that counts as load, in points (duty rota, student on placement, panel).</summary>
public sealed record ExtraDuty(Id<ExtraDuty> Id, Id<Worker> WorkerId, string Duty, decimal Points, DateOnly? FromOn, DateOnly? ToOn,
    Id<ImportRun>? BroughtBy)
{
    public bool IsOn(DateOnly day) => new Period(FromOn, ToOn).Covers(day);
}

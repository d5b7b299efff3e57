using Fairload.Core.Imports;

namespace Fairload.Core.Workforce.Census;

/// <summary>What the workforce census says of one worker in one post. Birth date, gender and ethnicity are in it and are not
/// kept.</summary>
/// <param name="Fte">Over the year.</param>
/// <param name="Fte30">On the day of the census.</param>
/// <param name="OrgRole">1 senior manager to 6 qualified without cases.</param>
/// <param name="DaysLost">Working days lost to sickness in the year.</param>
/// <param name="AbsenceReasons">Codes, parted by blanks.</param>
/// <param name="Status">Codes of the assessed year and the practitioner accreditation, parted by blanks.</param>
/// <remarks>Department for Education, children's social work workforce census, technical specification.</remarks>
public sealed record CensusFacts(
    string SweNumber, bool? IsAgency = null, decimal? Fte = null, decimal? Fte30 = null, int? OrgRole = null,
        DateOnly? RoleStartedOn = null,
    DateOnly? RoleEndedOn = null, int? StartOrigin = null, int? LeaverDestination = null, int? ReasonLeft = null, int? Cases30 = null,
    decimal? DaysLost = null, decimal? ContractWeeks = null, bool? IsAbsent30 = null, string AbsenceReasons = "", string Status = "",
    bool? StepUp = null, bool? Frontline = null);

/// <summary>The facts of one year, joined to a worker of the staff list.</summary>
public sealed record CensusEntry(
    Id<CensusEntry> Id, Id<Worker> WorkerId, int Year, string SweNumber, bool? IsAgency, decimal? Fte, decimal? Fte30, int? OrgRole,
    DateOnly? RoleStartedOn, DateOnly? RoleEndedOn, int? StartOrigin, int? LeaverDestination, int? ReasonLeft, int? Cases30,
    decimal? DaysLost, decimal? ContractWeeks, bool? IsAbsent30, string AbsenceReasons, string Status, bool? StepUp, bool? Frontline,
    Id<ImportRun>? BroughtBy)
{
    public static CensusEntry Of(Id<Worker> worker, int year, CensusFacts f, Id<ImportRun>? broughtBy) => new(
        Id<CensusEntry>.New(), worker, year, f.SweNumber, f.IsAgency, f.Fte, f.Fte30, f.OrgRole, f.RoleStartedOn, f.RoleEndedOn,
        f.StartOrigin, f.LeaverDestination, f.ReasonLeft, f.Cases30, f.DaysLost, f.ContractWeeks, f.IsAbsent30, f.AbsenceReasons, f.Status,
        f.StepUp, f.Frontline, broughtBy);

    public CensusFacts Facts => new(
        SweNumber, IsAgency, Fte, Fte30, OrgRole, RoleStartedOn, RoleEndedOn, StartOrigin, LeaverDestination, ReasonLeft, Cases30, DaysLost,
        ContractWeeks, IsAbsent30, AbsenceReasons, Status, StepUp, Frontline);

    /// <summary>Of several posts in one year the one that goes on, else the one that began last.</summary>
    public static CensusEntry? Latest(IEnumerable<CensusEntry> entries) => entries.OrderByDescending(e => e.Year)
        .ThenBy(e => e.RoleEndedOn is not null).ThenByDescending(e => e.RoleStartedOn).ThenBy(e => e.SweNumber, StringComparer.Ordinal)
        .FirstOrDefault();
}

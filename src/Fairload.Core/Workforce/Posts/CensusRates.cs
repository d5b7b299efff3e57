namespace Fairload.Core.Workforce.Posts;

/// <summary>A part and what it is a part of. Not known where the whole is nothing.</summary>
public sealed record RateParts(decimal Part, decimal Whole)
{
    public Percent? Rate => Whole > 0 ? Percent.Of(Part, Whole) : null;
}

/// <summary>Rates of the workforce as the Department for Education defines them.</summary>
/// <remarks>Department for Education, Children's social work workforce: methodology and data guidance. docs/methods/workforce-rates.md
/// says how many
/// published rates these give from the published counts.</remarks>
public static class CensusRates
{
    /// <summary>Working days in a year by which days lost are divided; one more in a leap year.</summary>
    public const int WorkingDays = 253;

    /// <summary>Vacancies ÷ (vacancies + in post), in full-time equivalents.</summary>
    public static RateParts Vacancy(decimal vacantFte, decimal inPostFte) => new(vacantFte, vacantFte + inPostFte);

    /// <summary>Agency ÷ (agency + in post), in full-time equivalents or in heads.</summary>
    public static RateParts Agency(decimal agency, decimal inPost) => new(agency, agency + inPost);

    /// <summary>Leavers in the year ÷ in post at its end, in full-time equivalents or in heads.</summary>
    public static RateParts Turnover(decimal leavers, decimal inPost) => new(leavers, inPost);

    /// <summary>Agency staff who cover a vacancy ÷ all agency staff, in full-time equivalents.</summary>
    public static RateParts AgencyThatCovers(decimal coveringFte, decimal agencyFte) => new(coveringFte, agencyFte);

    /// <summary>Agency staff who cover a vacancy ÷ vacancies, in full-time equivalents. Over 1 where more cover than are vacant.</summary>
    public static RateParts VacanciesCovered(decimal coveringFte, decimal vacantFte) => new(coveringFte, vacantFte);

    /// <summary>Cases ÷ full-time equivalents of who holds one or more, agency included: how many cases each holds. A ratio, no
    /// percentage.</summary>
    public static RateParts Caseload(decimal cases, decimal holdersFte) => new(cases, holdersFte);

    /// <summary>Days lost to sickness in the year ÷ (in post × working days of the year).</summary>
    /// <param name="year">In which the twelve months end.</param>
    public static RateParts Absence(decimal daysLost, decimal inPostFte, int year) => new(daysLost, inPostFte * WorkingDaysOf(year));

    public static int WorkingDaysOf(int year) => DateTime.IsLeapYear(year) ? WorkingDays + 1 : WorkingDays;
}

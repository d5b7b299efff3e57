namespace Fairload.Core.Caseload;

/// <summary>Which service a kind of work belongs to; factor sets and clocks differ between the two.</summary>
public enum Area { Children, Adults }

/// <summary>What one case of a type counts. Every count that is shown says which.</summary>
public enum Counts { Child, Family, Adult, Carer }

/// <summary>
/// A kind of case. The codes of Annex A and of adults' services ship with the program; a council's sheet may bring others.
/// </summary>
/// <param name="Code">Short and stable, as stored: <c>child-protection</c>.</param>
/// <param name="Name">As shown: "Child protection".</param>
public sealed record CaseType(string Code, string Name, Area Area, Counts Counts)
{
    public static CaseType Referral { get; } = new("referral", "Referral", Area.Children, Counts.Child);
    public static CaseType OpenAssessment { get; } = new("open-assessment", "Open assessment", Area.Children, Counts.Child);
    public static CaseType Section47 { get; } = new("section-47", "Section 47 enquiry", Area.Children, Counts.Child);
    public static CaseType ChildInNeed { get; } = new("child-in-need", "Child in need", Area.Children, Counts.Child);
    public static CaseType ChildProtection { get; } = new("child-protection", "Child protection", Area.Children, Counts.Child);
    public static CaseType LookedAfter { get; } = new("looked-after", "Looked after", Area.Children, Counts.Child);
    public static CaseType CareLeaver { get; } = new("care-leaver", "Care leaver", Area.Children, Counts.Child);

    public static CaseType AdultAssessment { get; } = new("adult-assessment", "Assessment", Area.Adults, Counts.Adult);
    public static CaseType AdultReview { get; } = new("adult-review", "Review", Area.Adults, Counts.Adult);
    public static CaseType Safeguarding { get; } = new("safeguarding", "Safeguarding enquiry", Area.Adults, Counts.Adult);
    public static CaseType MentalCapacity { get; } = new("mental-capacity", "Mental capacity and DoLS", Area.Adults, Counts.Adult);
    public static CaseType Carer { get; } = new("carer", "Carer", Area.Adults, Counts.Carer);
    public static CaseType HospitalDischarge { get; } = new("hospital-discharge", "Hospital discharge", Area.Adults, Counts.Adult);
    public static CaseType LongTermSupport { get; } = new("long-term-support", "Long-term support", Area.Adults, Counts.Adult);

    /// <summary>The types that ship, in the order in which pages and charts show them.</summary>
    public static IReadOnlyList<CaseType> Known { get; } =
    [
        Referral, OpenAssessment, Section47, ChildInNeed, ChildProtection, LookedAfter, CareLeaver,
        AdultAssessment, AdultReview, Safeguarding, MentalCapacity, Carer, HospitalDischarge, LongTermSupport,
    ];

    /// <summary>What is shown instead of the kind of a restricted case.</summary>
    public const string Restricted = "restricted";

    private const string Mark = Restricted + ":";

    public static CaseType? Find(string code) => Known.FirstOrDefault(t => t.Code == Plain(code));

    /// <summary>Whether the code is that of a restricted case, whose kind is shown to nobody who is kept out of it.</summary>
    public static bool IsRestricted(string code) => code.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>The code by which a case is weighed and ruled on, restricted or not.</summary>
    public static string Plain(string code) => IsRestricted(code) ? code[Mark.Length..] : code;

    /// <summary>The code as everybody may read it.</summary>
    public static string Shown(string code) => IsRestricted(code) ? Restricted : code;

    internal static string Restrict(string code) => IsRestricted(code) ? code : Mark + code;
}

using Fairload.Core.Caseload;

namespace Fairload.App.Demo;

/// <summary>What a team of the made-up council is for.</summary>
internal enum DemoKind
{
    FrontDoor, Assessment, Safeguarding, InCare, Leavers, Disabilities,
    Access, Locality, AdultSafeguarding, MentalHealth, LearningDisability, Hospital, Liberty, Carers,
}

/// <summary>A kind of team, and how many of forty teams are of it.</summary>
internal sealed record DemoKindRow(DemoKind Kind, Area Area, string Service, string TeamWords, int OfForty);

/// <summary>Where cases of a type are worked, and how many wait there without a named worker.</summary>
/// <param name="Share">Of all open cases of the area, 0 to 1.</param>
/// <param name="Points">What a case weighs at tier 1, 2, 3 and unscored when the made-up managers share out work.</param>
/// <param name="Waits">The part without a named worker.</param>
/// <param name="Leaves">The part that is closed or moves on in four weeks.</param>
/// <param name="Scored">The part that has an agreed score.</param>
internal sealed record DemoTypeRow(
    CaseType Type, double Share, double[] Points, double Waits, double Leaves, double Scored, (DemoKind Kind, double Part)[] Worked);

/// <summary>The mix of teams and cases. <c>docs/methods/demo.md</c> holds the same figures with their sources; a test compares
/// them.</summary>
internal static class DemoShape
{
    public const string Council = "Marlshire";

    /// <summary>Agency ÷ (agency + in post), vacancies ÷ (vacancies + in post), leavers ÷ in post: England 2025.</summary>
    public const double AgencyShare = 0.13, VacancyShare = 0.142, TurnoverShare = 0.118;

    /// <summary>Tiers 1, 2 and 3 among scored cases.</summary>
    public static readonly double[] Tiers = [0.55, 0.33, 0.12];

    public static readonly DemoKindRow[] Kinds =
    [
        new(DemoKind.FrontDoor, Area.Children, "Front door", "Front Door", 2),
        new(DemoKind.Assessment, Area.Children, "Assessment", "Assessment Team", 6),
        new(DemoKind.Safeguarding, Area.Children, "Safeguarding and support", "Safeguarding and Support", 12),
        new(DemoKind.InCare, Area.Children, "Children in care", "Children in Care Team", 5),
        new(DemoKind.Leavers, Area.Children, "Care leavers", "Care Leavers Team", 3),
        new(DemoKind.Disabilities, Area.Children, "Disabled children", "Disabled Children's Team", 2),
        new(DemoKind.Access, Area.Adults, "Adults' access", "Adults' Access Team", 1),
        new(DemoKind.Locality, Area.Adults, "Adults' localities", "Adults' Locality Team", 3),
        new(DemoKind.AdultSafeguarding, Area.Adults, "Adults' safeguarding", "Adults' Safeguarding Team", 1),
        new(DemoKind.MentalHealth, Area.Adults, "Mental health", "Mental Health Social Work Team", 1),
        new(DemoKind.LearningDisability, Area.Adults, "Learning disability", "Learning Disability Team", 1),
        new(DemoKind.Hospital, Area.Adults, "Hospital", "Hospital Discharge Team", 1),
        new(DemoKind.Liberty, Area.Adults, "DoLS", "DoLS Team", 1),
        new(DemoKind.Carers, Area.Adults, "Carers", "Carers' Team", 1),
    ];

    public static readonly DemoTypeRow[] Types =
    [
        new(CaseType.Referral, 0.16, [1, 1.5, 2, 1.5], 0.40, 0.80, 0.15,
            [(DemoKind.FrontDoor, 0.80), (DemoKind.Assessment, 0.15), (DemoKind.Disabilities, 0.05)]),
        new(CaseType.OpenAssessment, 0.17, [3, 4, 5.5, 4], 0.04, 0.45, 0.60,
            [(DemoKind.Assessment, 0.88), (DemoKind.Safeguarding, 0.07), (DemoKind.Disabilities, 0.05)]),
        new(CaseType.ChildInNeed, 0.33, [3.5, 5, 6.5, 5], 0.03, 0.10, 0.78,
            [(DemoKind.Safeguarding, 0.82), (DemoKind.Disabilities, 0.12), (DemoKind.Assessment, 0.06)]),
        new(CaseType.ChildProtection, 0.07, [5.5, 7, 9, 7], 0.01, 0.09, 0.90,
            [(DemoKind.Safeguarding, 0.97), (DemoKind.Disabilities, 0.03)]),
        new(CaseType.LookedAfter, 0.13, [4, 5.5, 7.5, 5.5], 0.01, 0.03, 0.85,
            [(DemoKind.InCare, 0.80), (DemoKind.Safeguarding, 0.18), (DemoKind.Disabilities, 0.02)]),
        new(CaseType.CareLeaver, 0.14, [2, 3, 4.5, 3], 0.02, 0.015, 0.75,
            [(DemoKind.Leavers, 1)]),
        new(CaseType.AdultAssessment, 0.14, [2, 3, 4, 3], 0.25, 0.30, 0.55,
            [(DemoKind.Locality, 0.55), (DemoKind.Access, 0.18), (DemoKind.MentalHealth, 0.15), (DemoKind.LearningDisability, 0.12)]),
        new(CaseType.AdultReview, 0.25, [1, 1.5, 2.5, 1.5], 0.35, 0.25, 0.60,
            [(DemoKind.Locality, 0.55), (DemoKind.LearningDisability, 0.20), (DemoKind.MentalHealth, 0.20), (DemoKind.Access, 0.05)]),
        new(CaseType.Safeguarding, 0.05, [3, 4, 6, 4], 0.05, 0.35, 0.80,
            [(DemoKind.AdultSafeguarding, 0.60), (DemoKind.Locality, 0.25), (DemoKind.LearningDisability, 0.08),
                (DemoKind.MentalHealth, 0.07)]),
        new(CaseType.MentalCapacity, 0.11, [1.5, 2, 3, 2], 0.30, 0.35, 0.50,
            [(DemoKind.Liberty, 0.85), (DemoKind.Locality, 0.10), (DemoKind.LearningDisability, 0.05)]),
        new(CaseType.Carer, 0.05, [1, 1.5, 2, 1.5], 0.15, 0.15, 0.50,
            [(DemoKind.Carers, 0.80), (DemoKind.Locality, 0.20)]),
        new(CaseType.HospitalDischarge, 0.04, [1.5, 2.5, 3.5, 2.5], 0.04, 0.60, 0.40,
            [(DemoKind.Hospital, 1)]),
        new(CaseType.LongTermSupport, 0.36, [0.5, 1, 2, 1], 0.35, 0.03, 0.65,
            [(DemoKind.Locality, 0.50), (DemoKind.LearningDisability, 0.30), (DemoKind.MentalHealth, 0.20)]),
    ];

    /// <summary>Working days that a finished assessment took: England, year to March 2024.</summary>
    public static readonly (int From, int To, double Share)[] AssessmentDays =
    [
        (0, 0, 9_880), (1, 10, 73_420), (11, 20, 110_950), (21, 30, 102_600), (31, 40, 129_690),
        (41, 45, 116_670), (46, 50, 38_560), (51, 60, 29_490), (61, 80, 31_900),
    ];

    private static readonly Dictionary<string, DemoTypeRow> ByCode = Types.ToDictionary(t => t.Type.Code);

    private static readonly DemoTypeRow Enquiry = new(CaseType.Section47, 0, [4, 5, 6, 5], 0, 0, 0.5, [(DemoKind.Safeguarding, 1)]);

    public static DemoTypeRow Of(string code) => ByCode.GetValueOrDefault(code, Enquiry);

    public static DemoKindRow Of(DemoKind kind) => Kinds[(int)kind];

    /// <summary>Whole numbers in proportion to the weights, adding up to <paramref name="total"/>; each at least
    /// <paramref name="least"/>.</summary>
    public static int[] Split(int total, IReadOnlyList<double> weights, int least)
    {
        var all = weights.Sum();
        var exact = weights.Select(w => Math.Max(least, all > 0 ? total * w / all : 0)).ToArray();
        var whole = exact.Select(e => (int)e).ToArray();
        var order = Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - whole[i]).ThenBy(i => i).ToArray();
        for (var i = 0; whole.Sum() < total; i = (i + 1) % order.Length) whole[order[i]]++;
        while (whole.Sum() > total && whole.Any(w => w > least)) whole[Array.IndexOf(whole, whole.Max())]--;
        return whole;
    }

    public static int AssessmentDuration(DemoDice dice)
    {
        Span<double> shares = stackalloc double[AssessmentDays.Length];
        for (var i = 0; i < shares.Length; i++) shares[i] = AssessmentDays[i].Share;
        var (from, to, _) = AssessmentDays[dice.Weighted(shares)];
        return dice.Between(from, to);
    }
}

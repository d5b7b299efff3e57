using Fairload.Core.Caseload;

namespace Fairload.App.Demo;

/// <summary>Opens cases: children and adults with a history that fits the type of work they are in.</summary>
internal sealed class DemoCasebook(DemoDice dice, DemoCouncil.Days days)
{
    private static readonly string[] Sources =
    [
        "a) 1A: Individual", "b) 1B: Individual", "d) 1D: Individual", "e) 2A: Schools", "f) 2B: Education services",
        "g) 3A: Health services", "h) 3B: Health services",
        "j) 3D: Health services", "k) 3E: Health services", "m) 4: Housing", "n) 5A: LA services", "o) 5B: LA services",
        "p) 5C: LA services", "q) 6: Police",
        "r) 7: Other legal agency", "s) 8: Other", "t) 9: Anonymous",
    ];

    private static readonly double[] SourceWeights = [6, 2, 1, 19, 2, 3, 3, 4, 5, 2, 4, 8, 3, 29, 3, 5, 1];

    private static readonly string[] Ethnicities =
    [
        "a) WBRI", "b) WIRI", "c) WIRT", "d) WOTH", "e) WROM", "f) MWBC", "g) MWBA", "h) MWAS", "i) MOTH", "j) AIND", "k) APKN", "l) ABAN",
        "m) AOTH", "n) BCRB",
        "o) BAFR", "p) BOTH", "q) CHNE", "r) OOTH", "s) REFU", "s) NOBT",
    ];

    private static readonly double[] EthnicityWeights = [66, 0.5, 0.3, 5, 0.7, 3, 1, 1.5, 3, 1.3, 3.5, 1.5, 2.5, 1.3, 3.6, 1.2, 0.3, 2.5,
        0.2, 1.1];

    private static readonly string[] Needs =
    [
        "N1 - Abuse or neglect", "N2 - Child’s disability", "N3 - Parental disability or illness", "N4 - Family in acute stress",
        "N5 - Family dysfunction",
        "N6 - Socially unacceptable behaviour", "N7 - Low income", "N8 - Absent parenting",
    ];

    private static readonly double[] NeedWeights = [57, 9, 3, 9, 14, 3, 1, 4];
    private static readonly string[] Abuses = ["a) Neglect", "b) Physical abuse", "c) Sexual abuse", "d) Emotional abuse",
        "e) Multiple/not recommended"];
    private static readonly double[] AbuseWeights = [49, 7, 4, 37, 3];

    private int _child = 1_000_000;
    private int _person = 200_000;
    private int _family;
    private DemoCase? _before;

    /// <summary>A child's case that stands at this type on the day; <paramref name="since"/> bounds how lately it came there, null for any
    /// time.</summary>
    public DemoCase Child(DemoTypeRow row, DateOnly on, DateOnly? since)
    {
        // About one in three is a brother or sister of the child before, referred on the same day.
        var alike = since is null && _before?.TypeOn(on) == row.Type.Code;
        var sibling = alike && dice.Chance(0.33) ? _before : null;
        var child = NewChild(row, on);
        var @case = new DemoCase
        {
            Reference = $"{_child += dice.Between(1, 90)}",
            Area = Area.Children,
            Opened = on,
            Child = child,
            Family = sibling?.Family ?? ++_family,
            Tier = 1 + dice.Weighted(DemoShape.Tiers),
        };
        Walk(@case, child, row.Type, on, since, sibling?.Child);
        if (since is null) _before = @case;
        return @case;
    }

    /// <summary>A referral that came and went in the half year before the first extract: closed at once, after an assessment, or
    /// later.</summary>
    public DemoCase Past()
    {
        var referred = days.First.AddDays(-dice.Between(20, 180));
        var row = DemoShape.Of(CaseType.Referral.Code);
        var child = NewChild(row, referred);
        child.ReferralOn = referred;
        var @case = new DemoCase
        {
            Reference = $"{_child += dice.Between(1, 90)}",
            Area = Area.Children,
            Opened = referred,
            Child = child,
            Family = ++_family,
            Tier = 1
        };
        @case.Stages.Add(new(referred, CaseType.Referral.Code));
        if (dice.Chance(0.2))
        {
            child.NoFurtherAction = true;
            @case.ClosedOn = DemoDays.AddWorkingDays(referred, dice.Between(0, 3));
            return @case;
        }

        BeginAssessment(@case, child, DemoDays.AddWorkingDays(referred, dice.Between(0, 2)), DemoShape.AssessmentDuration(dice));
        var closes = dice.Chance(0.75) ? child.AssessmentDone!.Value : child.AssessmentDone!.Value.AddDays(dice.Between(5, 60));
        // Half-done on the day of the first extract would make it an open case beyond the mix; it is brought forward.
        if (child.AssessmentDone >= days.First) child.AssessmentDone = closes = days.First.AddDays(-dice.Between(1, 15));
        @case.ClosedOn = DemoDays.Earlier(closes, days.First.AddDays(-1));
        var discussed = child.AssessmentOn!.Value.AddDays(dice.Between(0, 20));
        if (dice.Chance(0.12)) child.EnquiryOn = DemoDays.Earlier(discussed, @case.ClosedOn.Value);
        @case.CloseReason = closes == child.AssessmentDone
            ? "RC8 - Case closed after assessment, no further action"
            : "RC7 - Services ceased for any other reason, including child no longer in need";
        return @case;
    }

    public static void BeginAssessment(DemoCase @case, DemoChild child, DateOnly on, int workingDays)
    {
        child.AssessmentOn = on;
        child.AssessmentDone = DemoDays.AddWorkingDays(on, workingDays);
        @case.Stages.Add(new(on, CaseType.OpenAssessment.Code));
    }

    /// <summary>An enquiry and a conference, and the plan that came of it.</summary>
    public void Plan(DemoCase @case, DemoChild child, DateOnly on)
    {
        child.ConferenceOn = child.PlanOn = on;
        // Half within 14 working days of the strategy discussion, four of five within 15.
        var discussed = DemoDays.WorkingDayOnOrBefore(on.AddDays(-dice.Pick([12, 15, 18, 19, 20, 20, 21, 21, 21, 25, 30])));
        child.EnquiryOn = DemoDays.Later(discussed, child.AssessmentOn ?? discussed);
        @case.Stages.Add(new(on, CaseType.ChildProtection.Code));
    }

    private DemoChild NewChild(DemoTypeRow row, DateOnly on) => new()
    {
        Gender = dice.Chance(0.52) ? "a) Male" : dice.Chance(0.98) ? "b) Female" : "c) Not stated/recorded",
        Ethnicity = Ethnicities[dice.Weighted(EthnicityWeights)],
        Born = Born(row.Type, on),
        Disabled = dice.Chance(0.13) ? "a) Yes" : dice.Chance(0.97) ? "b) No" : "c) Unknown",
        Asylum = row.Type == CaseType.LookedAfter ? dice.Chance(0.08) : row.Type == CaseType.CareLeaver && dice.Chance(0.15),
        ReferralSource = Sources[dice.Weighted(SourceWeights)],
        EarlierReferrals = dice.Chance(0.22) ? dice.Between(1, 3) : 0,
        Need = Needs[dice.Weighted(NeedWeights)],
        Abuse = Abuses[dice.Weighted(AbuseWeights)],
    };

    private DateOnly Born(CaseType type, DateOnly on)
    {
        if (type == CaseType.CareLeaver) return on.AddDays(-dice.Between((18 * 366) + 1, (25 * 365) - 1));
        // Children not yet born are on referral, assessment and plan lists; in care they are older than the rest.
        if (type == CaseType.LookedAfter) return on.AddDays(-(int)(Math.Max(dice.Part(), dice.Part() * 1.05) * 17.9 * 365));
        return on.AddDays(dice.Chance(0.02) ? dice.Between(5, 120) : -dice.Between(0, (int)(17.8 * 365)));
    }

    private void Walk(DemoCase @case, DemoChild child, CaseType type, DateOnly on, DateOnly? since, DemoChild? sibling)
    {
        var least = since is { } after ? Math.Max(0, on.DayNumber - after.DayNumber - 1) : int.MaxValue;
        DateOnly Since(int back) => on.AddDays(-Math.Min(least, back));
        switch (type.Code)
        {
            case "referral":
                var age = dice.Chance(0.8) ? dice.Below(10) : dice.Between(10, 45);
                Refer(@case, child, sibling?.ReferralOn ?? DemoDays.WorkingDayOnOrBefore(Since(age)));
                break;
            case "open-assessment":
                var (started, duration) = UnderWay(on, least);
                Refer(@case, child, sibling?.ReferralOn ?? DemoDays.WorkingDayOnOrBefore(started.AddDays(-dice.Below(3))));
                BeginAssessment(@case, child, sibling?.AssessmentOn ?? started, duration);
                if (sibling is not null) child.AssessmentDone = sibling.AssessmentDone;
                if (child.AssessmentDone <= on) child.AssessmentDone = DemoDays.AddWorkingDays(on, 1);
                if (dice.Chance(0.10)) child.EnquiryOn = DemoDays.Later(child.AssessmentOn!.Value, on.AddDays(-dice.Between(0, 12)));
                break;
            case "child-in-need":
                Assessed(@case, child, sibling, Since(Age(15, 30, 30, 17, 8)), on);
                break;
            case "child-protection":
                var plan = sibling?.PlanOn ?? Since(Age(31.5, 25.5, 26.3, 14.4, 2.3));
                Assessed(@case, child, sibling, plan.AddDays(-dice.Between(25, 120)), on);
                Plan(@case, child, DemoDays.Earlier(on, DemoDays.Later(plan, @case.Stages[^1].From)));
                break;
            case "looked-after":
                var care = DemoDays.Later(Since(Age(8, 8, 14, 22, 48)), DemoDays.Earlier(child.Born.AddDays(3), on.AddDays(-1)));
                Assessed(@case, child, null, care.AddDays(-dice.Between(20, 300)), on);
                child.CareOn = DemoDays.Earlier(on, DemoDays.Later(care, @case.Stages[^1].From));
                @case.Stages.Add(new(child.CareOn.Value, CaseType.LookedAfter.Code));
                break;
            default:
                var left = child.Born.AddYears(18);
                Assessed(@case, child, null, left.AddDays(-dice.Between(400, 3_000)), on);
                child.CareOn = child.ReferralOn.AddDays(dice.Between(10, 200));
                child.CareEnded = child.LeaverOn = left;
                @case.Stages.Add(new(child.CareOn.Value, CaseType.LookedAfter.Code));
                @case.Stages.Add(new(left, CaseType.CareLeaver.Code));
                break;
        }
    }

    private static void Refer(DemoCase @case, DemoChild child, DateOnly on)
    {
        child.ReferralOn = on;
        @case.Opened = on;
        @case.Stages.Add(new(on, CaseType.Referral.Code));
    }

    /// <summary>Referred, assessed in the usual time, and in need from the assessment's end.</summary>
    private void Assessed(DemoCase @case, DemoChild child, DemoChild? sibling, DateOnly referral, DateOnly on)
    {
        // Nobody is referred long before birth, and the assessment has to be over by the day.
        referral = DemoDays.Later(sibling?.ReferralOn ?? referral, child.Born.AddDays(-100));
        Refer(@case, child, DemoDays.WorkingDayOnOrBefore(DemoDays.Earlier(referral, on.AddDays(-6))));
        var start = child.ReferralOn.AddDays(dice.Below(3));
        var duration = DemoShape.AssessmentDuration(dice);
        for (var tries = 0; tries < 12 && DemoDays.AddWorkingDays(start, duration) > on; tries++)
            duration = DemoShape.AssessmentDuration(dice);
        if (DemoDays.AddWorkingDays(start, duration) > on) duration = 1;
        BeginAssessment(@case, child, start, duration);
        @case.Stages.Add(new(child.AssessmentDone!.Value, CaseType.ChildInNeed.Code));
    }

    /// <summary>Days since it began, by the shares up to 3, 6, 12, 24 months and longer.</summary>
    private int Age(double quarter, double half, double year, double two, double longer) =>
        dice.Weighted([quarter, half, year, two, longer]) switch
        {
            0 => dice.Between(2, 91),
            1 => dice.Between(92, 182),
            2 => dice.Between(183, 365),
            3 => dice.Between(366, 730),
            _ => dice.Between(731, 2_600),
        };

    /// <summary>An assessment seen on a day is likelier to be a long one, and is somewhere in its middle.</summary>
    private (DateOnly Started, int Duration) UnderWay(DateOnly on, int least)
    {
        for (var tries = 0; ; tries++)
        {
            var duration = DemoShape.AssessmentDuration(dice);
            if (tries < 20 && !dice.Chance(duration / 80.0)) continue;
            var started = DemoDays.WorkingDayOnOrBefore(on.AddDays(-Math.Min(least, dice.Below(Math.Max(1, duration * 7 / 5)))));
            return (started, Math.Max(1, duration));
        }
    }

    public DemoCase Adult(DemoTypeRow row, DateOnly on, DateOnly? since)
    {
        var code = row.Type.Code;
        var most = since is { } after ? Math.Max(1, on.DayNumber - after.DayNumber - 1) : code switch
        {
            "long-term-support" => 2_600,
            "hospital-discharge" => 25,
            "adult-review" or "carer" => 160,
            "mental-capacity" => 110,
            _ => 120,
        };
        var started = DemoDays.WorkingDayOnOrBefore(on.AddDays(-dice.Below(most)));
        var @case = new DemoCase
        {
            Reference = $"P{_person += dice.Between(1, 30)}",
            Area = Area.Adults,
            Opened = started,
            Family = ++_family,
            Tier = 1 + dice.Weighted(DemoShape.Tiers),
            Adult = new()
            {
                LibertyRequestOn = code == "mental-capacity" ? started : null,
                ConcernOn = code == "safeguarding" ? started : null,
                LastReview = code switch
                {
                    "long-term-support" => Reviewed(started, on),
                    "adult-review" => started.AddDays(-dice.Between(300, 800)),
                    _ => null,
                },
                // A husband and wife known to the same team share a household.
                Household = dice.Chance(0.06) ? $"H{10_000 + (_person / 60)}" : "",
                Travel = dice.Chance(0.75) ? "" : dice.Chance(0.7) ? "middle" : "far",
            },
        };
        @case.Stages.Add(new(started, code));
        return @case;
    }

    private DateOnly? Reviewed(DateOnly started, DateOnly on)
    {
        var open = on.DayNumber - started.DayNumber;
        return open < 60 ? null : on.AddDays(-dice.Below(Math.Min(open, dice.Chance(0.65) ? 365 : 900)));
    }
}

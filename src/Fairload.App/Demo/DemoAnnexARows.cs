namespace Fairload.App.Demo;

/// <summary>One case as a row of one of the lists. What no case remembers (a visit, a dental check) comes from the reference and the
/// day.</summary>
internal sealed class DemoAnnexARows(DateOnly day)
{
    private const string Yes = "a) Yes", No = "b) No";

    private static readonly string[] Placements =
    [
        "f) U6: Foster placement - not FFA", "d) U4: Foster placement - long term", "a) U1: Foster placement - relatives - long term",
        "c) U3: Foster placement - relative - not FFA",
        "p) K2: Children’s Homes", "n) H5: Residential accommodation", "k) P1: Placed with parents",
        "i) A5: Placed for adoption - order - foster", "u) S1: Residential school",
    ];

    private static readonly double[] PlacementWeights = [38, 20, 8, 10, 11, 5, 5, 2, 1];

    private static readonly string[] Lodgings =
    [
        "B: Parents/relatives", "D: Semi-independent, transitional accommodation and self-contained accommodation", "E: Supported lodgings",
        "U: Independent living",
        "Z: With former foster carers", "Y: Other accommodation", "X: In custody",
    ];

    private static readonly string[] Activities =
    [
        "F1: Full time in higher education", "F2: Full time in education other than higher", "F3: Full time in training or employment",
        "G4: Not in education, employment or training - illness or disability", "G5: Not in education, employment or training - other",
        "G6: Not in education, employment or training - pregnancy or parenting",
    ];

    public object?[] Contact(DemoCase c) => Row(c, [Shown(c.Child!.ReferralOn), c.Child.ReferralSource]);

    public object?[] Referral(DemoCase c) =>
        Row(c, [Shown(c.Child!.ReferralOn), c.Child.ReferralSource, c.Child.NoFurtherAction && !c.IsOpen(day) ? Yes : No,
            c.Child.EarlierReferrals, Team(c), Worker(c)]);

    public object?[] Assessment(DemoCase c) => Row(c,
    [
        c.Child!.Disabled, Shown(c.Child.AssessmentOn), Dice(c, 4).Chance(0.93) ? Yes : No, Shown(c.Child.AssessmentDone),
        c.Child.AssessmentDone <= day ? c.ClosedOn == c.Child.AssessmentDone ? No : Yes : null, Team(c), Worker(c),
    ]);

    public object?[] Enquiry(DemoCase c)
    {
        var child = c.Child!;
        var conference = Shown(child.ConferenceOn);
        // Open enquiries have neither a conference nor a word that none is needed.
        var unneeded = conference is not null ? No : child.EnquiryOn < day.AddDays(-14) || !c.IsOpen(day) ? Yes : No;
        return Row(c, [child.Disabled, Shown(child.EnquiryOn), unneeded, conference, conference is null ? null : Yes, 1, conference is null
            ? 0 : 1, Team(c), Worker(c)]);
    }

    public object?[] InNeed(DemoCase c)
    {
        var closed = !c.IsOpen(day);
        return Row(c,
        [
            c.Child!.Disabled, c.ImpossibleDate ?? (object)c.Child.ReferralOn, c.Child.Need, Lately(c, 6, 30), closed ? c.ClosedOn : null,
            closed ? c.CloseReason : null,
            closed ? "e) Closed episode" : Status(c), Team(c), Worker(c),
        ]);
    }

    public object?[] Plan(DemoCase c)
    {
        var child = c.Child!;
        var dice = Dice(c, 7);
        var since = day.DayNumber - child.PlanOn!.Value.DayNumber;
        DateOnly? review = since < 95 ? null : day.AddDays(-dice.Below(Math.Min(since - 80, 182)));
        return Row(c,
        [
            child.Disabled, child.PlanOn, child.Abuse, child.Abuse, Lately(c, 17, 14, child.PlanOn), dice.Chance(0.8) ? Yes : No, review,
            Shown(child.PlanEnded),
            dice.Chance(0.03) ? Yes : No, dice.Chance(0.245) ? 1 : 0, Team(c), Worker(c),
        ]);
    }

    public object?[] Care(DemoCase c)
    {
        var child = c.Child!;
        var dice = Dice(c, 8);
        var began = child.CareOn!.Value;
        var days = Math.Max(1, day.DayNumber - began.DayNumber);
        var ended = Shown(child.CareEnded);
        var missing = dice.Chance(0.07) ? dice.Between(1, 4) : 0;
        var placed = began.AddDays(dice.Chance(0.5) ? 0 : dice.Below(days));
        var placement = dice.Weighted(PlacementWeights);
        return Row(c,
        [
            child.Asylum ? Yes : No, child.Disabled, began, child.Need, dice.Chance(0.03) ? Yes : No, days < 120 ? began
                : began.AddDays(Math.Min(days / 2, 240)),
            Legal(dice, child, days), days < 20 ? null : day.AddDays(-dice.Below(Math.Min(days - 18, dice.Chance(0.92) ? 170 : 240))),
            Lately(c, 18, 42, began),
            IsForAdoption(c) ? "b) Adoption" : dice.Pick(["a) Return to family", "c) SGO/CAO", "f) Long-term fostering",
                "f) Long-term fostering", "e) Long-term residential placement"]),
            Lately(c, 28, 90, began), Lately(c, 38, 350, began), Lately(c, 48, 350, began), dice.Chance(0.7) ? 1 : dice.Between(2, 4),
            ended, ended is null ? null : Ceased(c), placed, Placements[placement],
            placement is 4 or 5 or 8 ? "e) PR4: Private provision" : placement == 6 ? "a) PR0: Parents/Parental responsibility"
                : dice.Chance(0.6) ? "b) PR1: Own provision" : "e) PR4: Private provision",
            dice.Chance(0.9) ? $"ZZ{dice.Between(1, 30)} {dice.Between(1, 9)}AA" : null, placement == 4
                ? $"SC{dice.Between(400_000, 480_000)}" : null,
            dice.Chance(0.62) ? "a) In" : "b) Out", dice.Chance(0.02) ? "CON - Child placed in confidential placement" : null, missing, 0,
            missing > 0 ? dice.Chance(0.85) ? Yes : No : null, missing > 0 ? dice.Chance(0.5) ? Yes : No : null, Team(c), Worker(c),
        ]);
    }

    public object?[] Leaver(DemoCase c)
    {
        var dice = Dice(c, 9);
        var age = DemoDays.Age(c.Child!.Born, day);
        var adviser = c.HeldOn(day)?.Worker is { Role: "Personal adviser" };
        var touch = dice.Chance(0.93);
        return Row(c,
        [
            c.Child.Asylum ? Yes : No, c.Child.Disabled, Team(c), adviser ? null : Worker(c), adviser ? Worker(c) : null,
            age < 18 ? "a) Relevant child" : dice.Chance(0.94) ? "b) Former relevant child" : "c) Qualifying care leaver",
            day.AddDays(-dice.Below(dice.Chance(0.85) ? 180 : 400)),
            touch ? Yes : dice.Pick([No, "d) Refu", "e) NREQ"]), touch ? Lately(c, 19, 56) : null, dice.Pick(Lodgings), dice.Chance(0.9)
                ? "a) Suitable" : "b) Unsuitable",
            dice.Pick(Activities),
        ]);
    }

    public bool IsForAdoption(DemoCase c) => Dice(c, 10).Chance(0.06) && DemoDays.Age(c.Child!.Born, day) < 8;

    public object?[] Adoption(DemoCase c)
    {
        var child = c.Child!;
        var dice = Dice(c, 110);
        var decision = child.CareOn!.Value.AddDays(dice.Between(90, 200));
        var order = decision.AddDays(dice.Between(30, 120));
        var matched = order.AddDays(dice.Between(40, 300));
        return
        [
            c.Reference, $"{14_500_000 + c.Family}", child.Gender, child.Ethnicity, child.Born, DemoDays.Age(child.Born, day),
            child.Disabled, child.CareOn, Shown(decision), Shown(order),
            Shown(matched), Shown(matched.AddDays(20)), c.CloseReason.StartsWith("RC1", StringComparison.Ordinal) ? Shown(c.ClosedOn)
                : null, null, null, null,
        ];
    }

    private object?[] Row(DemoCase c, object?[] rest) =>
        [c.Reference, c.Child!.Gender, c.Child.Ethnicity, c.Child.Born, DemoDays.Age(c.Child.Born, day), .. rest];

    private static DemoDice Dice(DemoCase c, int column)
    {
        var hash = 1469598103934665603UL + (ulong)column;
        foreach (var letter in c.Reference) hash = (hash ^ letter) * 1099511628211;
        return new(hash);
    }

    private DateOnly? Shown(DateOnly? on) => on <= day ? on : null;

    /// <summary>A visit some days back, mostly within its time; not before the work began, and blank now and then.</summary>
    private DateOnly? Lately(DemoCase c, int column, int within, DateOnly? notBefore = null)
    {
        var dice = Dice(c, column + (day.DayNumber * 64));
        if (dice.Chance(0.02)) return null;
        var on = (DemoDays.Earlier(day, c.ClosedOn ?? day)).AddDays(-dice.Below(dice.Chance(0.88) ? within : within * 2));
        var least = notBefore ?? c.Opened;
        return on < least ? least : on;
    }

    private string Status(DemoCase c) => c.TypeOn(day) switch
    {
        "looked-after" => "a) Looked after child",
        "child-protection" => "b) Child Protection plan",
        "child-in-need" => "c) Child in need plan",
        _ => "d) Open assessment",
    };

    private static string Legal(DemoDice dice, DemoChild child, int days) => child.Asylum ? "V2: Single period under S20"
        : days < 240 ? dice.Chance(0.6) ? "C1: ICO" : "V2: Single period under S20"
        : dice.Chance(0.8) ? "C2: FCO" : dice.Chance(0.4) ? "E1: Placement order" : "V2: Single period under S20";

    private static string Ceased(DemoCase c) => c.Child!.LeaverOn is not null ? "m) E5: Moved into independent living - supported"
        : c.CloseReason.StartsWith("RC1", StringComparison.Ordinal) ? "a) E11: Adopted - application unopposed"
        : c.CloseReason.StartsWith("RC4", StringComparison.Ordinal) ? "i) E45: Special Guardianship Orders - former carer relative/friend"
        : "e) E4A: Returned home to live with parents or relatives - part of planning";

    private string? Team(DemoCase c) => Waits(c) ? "#N/A" : c.HeldOn(day)?.Team is { } team ? c.KeepsOldTeamName ? team.Name
        : team.On(day).Name : null;

    private string? Worker(DemoCase c) => Waits(c) ? "#N/A" : c.HeldOn(day)?.Worker is { } worker
        ? worker.Written[Dice(c, 3).Below(worker.Written.Count)] : null;

    private bool Waits(DemoCase c) => c.WritesNotAvailable && c.IsOpen(day) && c.HeldOn(day) is { Team: null, Worker: null };
}

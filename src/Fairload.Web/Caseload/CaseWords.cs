using Fairload.Core.Caseload;

namespace Fairload.Web.Caseload;

/// <summary>Kinds of case, of event and of waiting, as people say them.</summary>
internal static class CaseWords
{
    /// <summary>A type of the council's own is said as the sheet writes it.</summary>
    public static string Type(Catalogue T, string code) => code switch
    {
        "referral" => T["Referral"],
        "open-assessment" => T["Open assessment"],
        "section-47" => T["Section 47 enquiry"],
        "child-in-need" => T["Child in need"],
        "child-protection" => T["Child protection"],
        "looked-after" => T["Looked after"],
        "care-leaver" => T["Care leaver"],
        "adult-assessment" => T["Assessment"],
        "adult-review" => T["Review"],
        "safeguarding" => T["Safeguarding enquiry"],
        "mental-capacity" => T["Mental capacity and DoLS"],
        "carer" => T["Carer"],
        "hospital-discharge" => T["Hospital discharge"],
        "long-term-support" => T["Long-term support"],
        Weights.Other => T["Other kinds of case"],
        _ when CaseType.Shown(code) == CaseType.Restricted => T["Restricted case"],
        _ => code,
    };

    public static string Why(Catalogue T, RestrictionKind why) => why switch
    {
        RestrictionKind.StaffRelative => T["relative of staff"],
        RestrictionKind.Adoption => T["adoption"],
        RestrictionKind.NamedPerson => T["on the list of named people"],
        RestrictionKind.Other => T["another reason"],
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    public static string Tier(Catalogue T, int? tier) => tier is { } known ? T["tier {0}", known] : T["not scored"];

    public static string Event(Catalogue T, CaseEventKind kind) => kind switch
    {
        CaseEventKind.Referral => T["referral"],
        CaseEventKind.AssessmentStart => T["assessment begun"],
        CaseEventKind.StrategyDiscussion => T["strategy discussion"],
        CaseEventKind.Conference => T["conference"],
        CaseEventKind.PlanStart => T["plan begun"],
        CaseEventKind.PlanReview => T["plan reviewed"],
        CaseEventKind.PlanVisit => T["visit under the plan"],
        CaseEventKind.ChildSeen => T["child seen"],
        CaseEventKind.CareStart => T["care begun"],
        CaseEventKind.CareReview => T["care reviewed"],
        CaseEventKind.CareVisit => T["visit in care"],
        CaseEventKind.LegalStatus => T["legal status changed"],
        CaseEventKind.PlacementMove => T["placement moved"],
        CaseEventKind.PathwayReview => T["pathway plan reviewed"],
        CaseEventKind.Request => T["request"],
        CaseEventKind.SafeguardingConcern => T["safeguarding concern"],
        CaseEventKind.DeprivationOfLibertyRequest => T["deprivation of liberty request"],
        CaseEventKind.AdultReview => T["support reviewed"],
        CaseEventKind.CourtDate => T["court date"],
        CaseEventKind.CarerGone => T["carer gone"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Events(Catalogue T, IEnumerable<CaseEventKind> kinds) => string.Join(", ", kinds.Select(k => Event(T, k)));

    public static string List(Catalogue T, WaitingList list) => list switch
    {
        WaitingList.NeverAllocated => T["Never allocated"],
        WaitingList.HeldByManager => T["Held by a manager"],
        WaitingList.Phantom => T["In the name of somebody who is not at work"],
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    /// <summary>Why a case waits, said of its holder.</summary>
    public static string Why(Catalogue T, WaitingList list, PhantomReason? reason, string holder) => reason switch
    {
        PhantomReason.Left => T["{0} has left", holder],
        PhantomReason.ContractEnded => T["The contract of {0} has ended", holder],
        PhantomReason.LongLeave => T["{0} is on long leave", holder],
        PhantomReason.NoFte => T["{0} has no hours", holder],
        PhantomReason.NotStarted => T["{0} has not started yet", holder],
        PhantomReason.NameNotSettled => T["The name {0} matches nobody on the staff list", holder],
        _ when list == WaitingList.HeldByManager => T["{0} manages people", holder],
        _ => T["No named person has it"],
    };

    public static string Place(Catalogue T, WaitingPlace place) => place switch
    {
        WaitingPlace.AtTheDoor => T["at the door"],
        WaitingPlace.InTheTeam => T["in the team"],
        WaitingPlace.AfterTransfer => T["after a transfer"],
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    public static string Since(Catalogue T, DateOnly day, bool isKnown) => isKnown ? T.Date(day) : T["since at least {0}", day];

    public static string WorkingDays(Catalogue T, int? days) =>
        days is { } known ? T.Count(known, "{0} working day", "{0} working days") : T["not known"];

    public static string View(Catalogue T, ScoreBy by) => by switch
    {
        ScoreBy.Practitioner => T["Practitioner’s view"],
        ScoreBy.Supervisor => T["Supervisor’s view"],
        ScoreBy.Agreed => T["Agreed score"],
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    /// <summary>"41 cases (30 children, 11 adults)", or "30 children" where there is one kind.
    /// Kinds that a council's own sheet brought count as cases and nothing closer.</summary>
    public static string Counted(Catalogue T, IReadOnlyCollection<string> typeCodes)
    {
        var whole = T.Count(typeCodes.Count, "{0} case", "{0} cases");
        if (typeCodes.Count == 0) return whole;
        var groups = typeCodes.GroupBy(code => CaseType.Find(code)?.Counts).OrderBy(g => g.Key is null).ThenBy(g => g.Key).ToList();
        if (groups is [{ Key: null }]) return whole;

        var kinds = groups.Select(g => g.Key switch
        {
            Counts.Child => T.Count(g.Count(), "{0} child", "{0} children"),
            Counts.Family => T.Count(g.Count(), "{0} family", "{0} families"),
            Counts.Adult => T.Count(g.Count(), "{0} adult", "{0} adults"),
            Counts.Carer => T.Count(g.Count(), "{0} carer", "{0} carers"),
            _ => T.Count(g.Count(), "{0} of another kind", "{0} of other kinds"),
        });
        return groups.Count == 1 ? kinds.Single() : T["{0} ({1})", whole, string.Join(", ", kinds)];
    }
}

using Fairload.Core.Caseload;

namespace Fairload.App.Demo;

/// <summary>From this day the case is of this type.</summary>
public sealed record DemoStage(DateOnly From, string TypeCode);

/// <summary>From this day the case is held here. No worker means it waits; no team either means that nobody ever took it.</summary>
public sealed record DemoSpell(DateOnly From, DemoTeam? Team, DemoWorker? Worker);

/// <summary>Six factors as given by somebody on a day; a factor may be missing.</summary>
public sealed record DemoScore(ScoreBy By, DateOnly On, string Scorer, IReadOnlyList<int?> Factors)
{
    public bool IsWhole => Factors.All(f => f is not null);

    public int? Tier => IsWhole ? Factors.Sum() switch { <= 9 => 1, <= 13 => 2, _ => 3 } : null;
}

/// <summary>What Annex A says of a child, each date shown only from that day on.</summary>
public sealed class DemoChild
{
    public required string Gender { get; init; }
    public required string Ethnicity { get; init; }
    public required DateOnly Born { get; init; }
    public required string Disabled { get; init; }
    public bool Asylum { get; init; }
    public DateOnly ReferralOn { get; set; }
    public string ReferralSource { get; init; } = "";
    public bool NoFurtherAction { get; set; }
    public int EarlierReferrals { get; init; }
    public string Need { get; init; } = "";
    public DateOnly? AssessmentOn { get; set; }
    public DateOnly? AssessmentDone { get; set; }
    public DateOnly? EnquiryOn { get; set; }
    public DateOnly? ConferenceOn { get; set; }
    public DateOnly? PlanOn { get; set; }
    public DateOnly? PlanEnded { get; set; }
    public string Abuse { get; init; } = "";
    public DateOnly? CareOn { get; set; }
    public DateOnly? CareEnded { get; set; }
    public DateOnly? LeaverOn { get; set; }
}

/// <summary>What the adults' sheet says.</summary>
public sealed class DemoAdult
{
    public DateOnly? LibertyRequestOn { get; set; }
    public DateOnly? ConcernOn { get; set; }
    public DateOnly? LastReview { get; set; }
    public string Household { get; init; } = "";
    public string Travel { get; init; } = "";
    public IReadOnlyList<DemoWorker> CoWorkers { get; set; } = [];
}

/// <summary>A case of the made-up council through the eight weeks of its three extracts.</summary>
public sealed class DemoCase
{
    public required string Reference { get; init; }
    public required Area Area { get; init; }
    public required DateOnly Opened { get; set; }
    public DateOnly? ClosedOn { get; internal set; }
    public string CloseReason { get; internal set; } = "";
    public DemoChild? Child { get; init; }
    public DemoAdult? Adult { get; init; }
    public List<DemoStage> Stages { get; } = [];
    public List<DemoSpell> Spells { get; } = [];
    public List<DemoScore> Scores { get; } = [];

    /// <summary>Brothers and sisters in the same work have the same number.</summary>
    public int Family { get; init; }

    internal int Tier { get; set; }
    internal DemoKind Kind { get; set; }

    /// <summary>What it weighs with its present holder, as the dealer counted it.</summary>
    internal double Dealt { get; set; }

    /// <summary>Planted: closed in the council's system but never shown as closed in a list; it is just gone.</summary>
    internal bool Vanishes { get; set; }

    /// <summary>Planted: in list 7 or 8 and not in list 6.</summary>
    internal bool NotInList6 { get; set; }
    internal bool TwiceInList6 { get; set; }
    internal bool KeepsOldTeamName { get; set; }

    /// <summary>Planted: text in place of the start date, no date at all.</summary>
    internal string? ImpossibleDate { get; set; }

    /// <summary>Planted: where others leave the cells empty, this case's system writes an error.</summary>
    internal bool WritesNotAvailable { get; set; }

    public bool IsOpen(DateOnly day) => Opened <= day && (ClosedOn is null || day < ClosedOn);

    public string TypeOn(DateOnly day) => Stages.FindLast(s => s.From <= day)?.TypeCode ?? "";

    public DateOnly StageSince(DateOnly day) => Stages.FindLast(s => s.From <= day)?.From ?? Opened;

    public DemoSpell? HeldOn(DateOnly day) => Spells.FindLast(s => s.From <= day);

    public int? AgreedTier(DateOnly day) => Scores.FindLast(s => s.By == ScoreBy.Agreed && s.On <= day)?.Tier;

    /// <summary>What the case weighs by the points of the made-up council.</summary>
    public double Points(DateOnly day)
    {
        var points = DemoShape.Of(TypeOn(day)).Points;
        return AgreedTier(day) is { } tier ? points[tier - 1] : points[3];
    }
}

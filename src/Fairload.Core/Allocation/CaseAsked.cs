using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>A case that somebody is to hold, with what decides who may and what it weighs.</summary>
public sealed record CaseAsked(Id<Case> Case, Area Area, string TypeCode, int? Tier, CaseMarks Marks)
{
    /// <summary>A language that the person or family speaks; empty for none that matters.</summary>
    public string Language { get; init; } = "";

    /// <summary>Nobody else may hold it; otherwise it is a wish.</summary>
    public bool LanguageIsMust { get; init; }

    /// <summary>Who has a conflict of interest.</summary>
    public IReadOnlyCollection<Id<Worker>> Conflicts { get; init; } = [];

    /// <summary>Who held it once and holds it no more.</summary>
    public IReadOnlyCollection<Id<Worker>> HeldBefore { get; init; } = [];

    /// <summary>Whom the person or family asked to keep or to have back; null for nobody.</summary>
    public Id<Worker>? WishedFor { get; init; }

    /// <summary>Than whom they asked for somebody else; null for nobody.</summary>
    public Id<Worker>? WishedAway { get; init; }

    /// <summary>Where they live, as compared; empty where it does not matter. See <see cref="SupplementFacts.Fold"/>.</summary>
    public string Locality { get; init; } = "";

    /// <summary>Areas of practice that its kind of work asks for: the same for every case of its type.</summary>
    public IReadOnlyList<string> Wants { get; init; } = [];

    /// <summary>The teams in which it lies now.</summary>
    public IReadOnlyCollection<Id<Team>> LiesIn { get; init; } = [];

    public WorkAsked Work => new(TypeCode, Tier, Marks.InCourt, LanguageIsMust ? Language : "");

    public static CaseAsked Of(Case one) => new(one.Id, one.Area, one.TypeCode, one.Tier, one.Marks);

    /// <summary>With what was entered about it, and what its kind of work asks for.</summary>
    /// <param name="facts">Null for nothing.</param>
    public CaseAsked With(SupplementFacts? facts, IEnumerable<Id<Worker>> conflicts, PracticeWords words) => this with
    {
        Language = facts?.Language ?? "",
        LanguageIsMust = facts?.LanguageIsMust ?? false,
        Conflicts = [.. conflicts],
        WishedFor = facts?.Wish == OwnWish.Keep ? facts.About : null,
        WishedAway = facts?.Wish == OwnWish.Change ? facts.About : null,
        Marks = facts?.Over(Marks) ?? Marks,
        Locality = facts is null ? "" : SupplementFacts.Fold(facts.Locality),
        Wants = words.WantedBy(CaseType.Plain(TypeCode)),
    };

    /// <summary>As somebody would hold it.</summary>
    public HeldCase Held(decimal share) => new(Case, TypeCode, Tier, Marks, share);
}

/// <summary>Whoever holds a case beside the one who gives it up, and which part.</summary>
public sealed record HeldBeside(Id<Worker> Worker, decimal Share);

/// <summary>A case that a proposal has to place.</summary>
/// <param name="Service">Where it lies; empty for at the door.</param>
/// <param name="WorkingDays">How long it has waited; null where that is not known.</param>
public sealed record CaseToPlace(CaseAsked Case, string Service, Id<Team>? Team, int? WorkingDays, HeldBeside? Beside = null)
{
    private const int DaysOfAll = 10;
    private const int MostDays = 90;

    /// <summary>What it weighs to leave it waiting: tier 1, 2, 3 weigh 1, 2, 4 and what is not scored 4, enquiries and plans of protection
    /// twice that; times the days waited and ten, at most a hundred.</summary>
    public long Risk
    {
        get
        {
            var tier = Case.Tier switch { 1 => 1, 2 => 2, _ => 4 };
            var type = CaseType.Plain(Case.TypeCode);
            var isProtection = type == CaseType.Section47.Code || type == CaseType.ChildProtection.Code
                || type == CaseType.Safeguarding.Code;
            return (long)tier * (isProtection ? 2 : 1) * (DaysOfAll + Math.Clamp(WorkingDays ?? 0, 0, MostDays));
        }
    }
}

/// <summary>A case that somebody holds alone, and that might go to somebody else.</summary>
/// <param name="Service">Where it lies.</param>
public sealed record CaseThatStands(CaseAsked Case, Id<Worker> Holder, string Service, Id<Team>? Team);

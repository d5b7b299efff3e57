namespace Fairload.Core.Allocation;

/// <summary>One thing that speaks for a person beside the load.</summary>
/// <param name="Weight">0 or more: more counts more.</param>
/// <param name="IsOn">Switched off it counts nothing, and keeps its weight for the day on which it is switched on again.</param>
public sealed record KindTerm(int Weight, bool IsOn)
{
    public int Counts => IsOn ? Weight : 0;
}

/// <summary>
/// What a council agreed speaks for a person beside the load, with who agreed it and from when. Never changed: a new version has a new
/// code. The rules that are never broken are no part of it and have no switch.
/// </summary>
/// <remarks>What an agreement does not name is off: nobody agreed to it. So one that was written before a term was known stays as it
/// was.</remarks>
/// <param name="HeldBefore">The person held this case once.</param>
/// <param name="HoldsSibling">The person holds a brother's or sister's case.</param>
/// <param name="SameTeam">The person works in the team in which the case lies.</param>
public sealed record KindAgreement(
    string Code, string Name, string AgreedBy, DateOnly LiveFrom, bool IsExample, KindTerm HeldBefore, KindTerm HoldsSibling,
    KindTerm SameTeam)
{
    public const int Most = 100;

    private static readonly KindWeights Usual = new();

    /// <summary>Every term in the order in which pages show it: least disruption, then travel, then preferences.</summary>
    public static IReadOnlyList<KindSigns> Order { get; } =
    [
        KindSigns.HoldsSibling, KindSigns.HeldBefore, KindSigns.WishedFor, KindSigns.WishedAway, KindSigns.SpeaksLanguage,
        KindSigns.SameLocality, KindSigns.SameTeam, KindSigns.HasSkill, KindSigns.HasGoal, KindSigns.FewHeavy,
    ];

    /// <summary>The family asked to keep this worker.</summary>
    public KindTerm WishedFor { get; init; } = new(Usual.WishedFor, false);

    /// <summary>The family asked for somebody else: the weight counts against the person.</summary>
    public KindTerm WishedAway { get; init; } = new(Usual.WishedAway, false);

    /// <summary>The person speaks the language that is wished for.</summary>
    public KindTerm SpeaksLanguage { get; init; } = new(Usual.SpeaksLanguage, false);

    /// <summary>The person holds another open case in the same area.</summary>
    public KindTerm SameLocality { get; init; } = new(Usual.SameLocality, false);

    /// <summary>The person is practised in what the kind of work asks for.</summary>
    public KindTerm HasSkill { get; init; } = new(Usual.HasSkill, false);

    /// <summary>The person wants to learn what the kind of work asks for.</summary>
    public KindTerm HasGoal { get; init; } = new(Usual.HasGoal, false);

    /// <summary>The person has not had more than their share of heavy new cases.</summary>
    public KindTerm FewHeavy { get; init; } = new(Usual.FewHeavy, false);

    /// <summary>As everything that works out a suggestion takes them: a term that is off is 0.</summary>
    public KindWeights Weights => new(
        HeldBefore.Counts, HoldsSibling.Counts, SameTeam.Counts, SpeaksLanguage.Counts, WishedFor.Counts, WishedAway.Counts,
        SameLocality.Counts, HasSkill.Counts, HasGoal.Counts, FewHeavy.Counts);

    /// <summary>One of <see cref="Order"/>.</summary>
    public KindTerm Term(KindSigns sign) => sign switch
    {
        KindSigns.HoldsSibling => HoldsSibling,
        KindSigns.HeldBefore => HeldBefore,
        KindSigns.WishedFor => WishedFor,
        KindSigns.WishedAway => WishedAway,
        KindSigns.SpeaksLanguage => SpeaksLanguage,
        KindSigns.SameLocality => SameLocality,
        KindSigns.SameTeam => SameTeam,
        KindSigns.HasSkill => HasSkill,
        KindSigns.HasGoal => HasGoal,
        KindSigns.FewHeavy => FewHeavy,
        _ => throw new ArgumentOutOfRangeException(nameof(sign)),
    };

    /// <summary>The same with one of <see cref="Order"/> as written.</summary>
    public KindAgreement With(KindSigns sign, KindTerm term) => sign switch
    {
        KindSigns.HoldsSibling => this with { HoldsSibling = term },
        KindSigns.HeldBefore => this with { HeldBefore = term },
        KindSigns.WishedFor => this with { WishedFor = term },
        KindSigns.WishedAway => this with { WishedAway = term },
        KindSigns.SpeaksLanguage => this with { SpeaksLanguage = term },
        KindSigns.SameLocality => this with { SameLocality = term },
        KindSigns.SameTeam => this with { SameTeam = term },
        KindSigns.HasSkill => this with { HasSkill = term },
        KindSigns.HasGoal => this with { HasGoal = term },
        KindSigns.FewHeavy => this with { FewHeavy = term },
        _ => throw new ArgumentOutOfRangeException(nameof(sign)),
    };

    /// <summary>Refuses no code, name or agreement, and a weight outside 0 to 100.</summary>
    public static Result<KindAgreement> Read(KindAgreement written)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(written.Code)) problems.Add(new("Code", $"The agreement needs a code, for example kindness/2"));
        if (string.IsNullOrWhiteSpace(written.Name)) problems.Add(new("Name", $"The agreement needs a name"));
        if (string.IsNullOrWhiteSpace(written.AgreedBy)) problems.Add(new("AgreedBy", $"Say who agreed it"));
        foreach (var sign in Order)
        {
            var (field, weight) = (sign.ToString(), written.Term(sign).Weight);
            if (weight is < 0 or > Most)
                problems.Add(new(field, $"A weight is a whole number from 0 to {Most}, and not {weight}"));
        }

        return problems.Count > 0 ? problems
            : written with { Code = written.Code.Trim(), Name = written.Name.Trim(), AgreedBy = written.AgreedBy.Trim() };
    }
}

namespace Fairload.Core.Allocation;

/// <summary>What speaks for a person beside the load, or against them, about one case. In the order in which it is told: least
/// disruption, then travel, then preferences.</summary>
[Flags]
public enum KindSigns
{
    None = 0,

    /// <summary>Holds a brother's or sister's case.</summary>
    HoldsSibling = 1,

    /// <summary>Held this case once, and the family has not asked for somebody else.</summary>
    HeldBefore = 1 << 1,

    /// <summary>The person or family asked to keep this worker, or to have them back.</summary>
    WishedFor = 1 << 2,

    /// <summary>The person or family asked for somebody else than this worker. It speaks against them.</summary>
    WishedAway = 1 << 3,

    /// <summary>Speaks the language that is wished for.</summary>
    SpeaksLanguage = 1 << 4,

    /// <summary>Holds another open case in the same area: what this program knows of travel.</summary>
    SameLocality = 1 << 5,

    /// <summary>Works in the team in which the case lies.</summary>
    SameTeam = 1 << 6,

    /// <summary>Is practised in what this kind of work asks for.</summary>
    HasSkill = 1 << 7,

    /// <summary>Wants to learn what this kind of work asks for.</summary>
    HasGoal = 1 << 8,

    /// <summary>The case is of tier 3, and the person has not had more than their share of such new cases in six months.</summary>
    FewHeavy = 1 << 9,
}

/// <summary>What speaks for a person beside the load, each with its weight; what is switched off is 0. A council agrees it:
/// <see cref="KindAgreement"/>.</summary>
/// <param name="HeldBefore">The person held this case once.</param>
/// <param name="HoldsSibling">The person holds a brother's or sister's case.</param>
/// <param name="SameTeam">The person works in the team in which the case lies.</param>
/// <param name="SpeaksLanguage">The person speaks the language that is wished for.</param>
/// <param name="WishedFor">The family asked to keep this worker.</param>
/// <param name="WishedAway">The family asked for somebody else: this counts against the person.</param>
/// <param name="SameLocality">The person holds another open case in the same area.</param>
/// <param name="HasSkill">The person is practised in what the kind of work asks for.</param>
/// <param name="HasGoal">The person wants to learn it.</param>
/// <param name="FewHeavy">The person has not had more than their share of heavy new cases.</param>
public sealed record KindWeights(
    int HeldBefore = 3, int HoldsSibling = 4, int SameTeam = 1, int SpeaksLanguage = 2, int WishedFor = 5, int WishedAway = 5,
    int SameLocality = 2, int HasSkill = 1, int HasGoal = 1, int FewHeavy = 1)
{
    /// <summary>All that speaks for somebody, less what speaks against them.</summary>
    public int Of(KindSigns signs)
    {
        var sum = 0;
        if ((signs & KindSigns.HoldsSibling) != 0) sum += HoldsSibling;
        if ((signs & KindSigns.HeldBefore) != 0) sum += HeldBefore;
        if ((signs & KindSigns.WishedFor) != 0) sum += WishedFor;
        if ((signs & KindSigns.WishedAway) != 0) sum -= WishedAway;
        if ((signs & KindSigns.SpeaksLanguage) != 0) sum += SpeaksLanguage;
        if ((signs & KindSigns.SameLocality) != 0) sum += SameLocality;
        if ((signs & KindSigns.SameTeam) != 0) sum += SameTeam;
        if ((signs & KindSigns.HasSkill) != 0) sum += HasSkill;
        if ((signs & KindSigns.HasGoal) != 0) sum += HasGoal;
        if ((signs & KindSigns.FewHeavy) != 0) sum += FewHeavy;
        return sum;
    }
}

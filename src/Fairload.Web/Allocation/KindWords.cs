using Fairload.Core.Allocation;
using Fairload.Core.Workforce;
using Fairload.Web.Workforce;

namespace Fairload.Web.Allocation;

/// <summary>One thing that speaks for a person, in words.</summary>
internal sealed record KindLine(KindSigns Sign, string Says, KindTerm Term);

/// <summary>What speaks for a person beside the load, in words.</summary>
internal static class KindWords
{
    public static IReadOnlyList<KindLine> Lines(Catalogue T, KindAgreement kind) =>
        [.. KindAgreement.Order.Select(sign => new KindLine(sign, Says(T, sign), kind.Term(sign)))];

    public static string State(Catalogue T, KindTerm term) => term switch
    {
        { IsOn: false } => T["off"],
        { Weight: 0 } => T["on, with weight 0: it counts nothing"],
        _ => T["on"],
    };

    /// <summary>In general, as a council agrees it.</summary>
    public static string Says(Catalogue T, KindSigns sign) => sign switch
    {
        KindSigns.HoldsSibling => T["holds a brother's or sister's case"],
        KindSigns.HeldBefore => T["held this case before"],
        KindSigns.WishedFor => T["the person or family asked to keep this worker"],
        KindSigns.WishedAway => T["the person or family asked for somebody else (this counts against the worker)"],
        KindSigns.SpeaksLanguage => T["speaks the language that is wished for"],
        KindSigns.SameLocality => T["holds another open case in the same area (all that is known of travel)"],
        KindSigns.SameTeam => T["works in the team in which the case lies"],
        KindSigns.HasSkill => T["has a skill that such work asks for"],
        KindSigns.HasGoal => T["wants to learn a skill that such work asks for"],
        KindSigns.FewHeavy => T["for cases of tier 3: has had no more than a fair share of new ones in six months"],
        _ => throw new ArgumentOutOfRangeException(nameof(sign)),
    };

    /// <summary>About one person and one case, in the order in which it is told. Whose team it is goes without saying.</summary>
    /// <param name="language">That is wished for, as a code.</param>
    /// <param name="locality">Of the case, as entered.</param>
    public static IEnumerable<string> Of(Catalogue T, KindSigns signs, string language, string locality, PracticeWords words)
    {
        if (signs.HasFlag(KindSigns.HoldsSibling)) yield return T["holds a case of this family already"];
        if (signs.HasFlag(KindSigns.HeldBefore)) yield return T["held this case before"];
        if (signs.HasFlag(KindSigns.WishedFor)) yield return T["the person or family asked to keep this worker"];
        if (signs.HasFlag(KindSigns.WishedAway)) yield return T["the person or family asked for somebody else"];
        if (signs.HasFlag(KindSigns.SpeaksLanguage)) yield return T["speaks {0}", PracticeText.Language(T, words, language)];
        if (signs.HasFlag(KindSigns.SameLocality)) yield return T["holds other cases in {0}", locality];
        if (signs.HasFlag(KindSigns.HasSkill)) yield return T["has a skill that such work asks for"];
        if (signs.HasFlag(KindSigns.HasGoal)) yield return T["wants to learn a skill that such work asks for"];
        if (signs.HasFlag(KindSigns.FewHeavy)) yield return T["has had no more than a fair share of new cases of tier 3 in six months"];
    }
}

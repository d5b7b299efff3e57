using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Workforce;

namespace Fairload.Web.Caseload;

/// <summary>What is entered about a case, in words.</summary>
internal static class SupplementWords
{
    public static string Wish(Catalogue T, OwnWish wish) => wish switch
    {
        OwnWish.Keep => T["They want to keep this worker, or have them back"],
        OwnWish.Change => T["They want somebody else than this worker"],
        _ => T["No wish is stated"],
    };

    public static string Reason(Catalogue T, ConflictReason reason) => reason switch
    {
        ConflictReason.Related => T["of the same family"],
        ConflictReason.KnownPrivately => T["they know each other privately"],
        ConflictReason.OtherWork => T["works or worked for somebody else who takes part in it"],
        ConflictReason.Dispute => T["a complaint or a dispute between them"],
        _ => T["another reason, which was looked at"],
    };

    public static string Language(Catalogue T, SupplementFacts facts, PracticeWords words) => facts switch
    {
        { Language.Length: 0 } => T["none that matters"],
        { LanguageIsMust: true } => T["{0}, must be spoken", PracticeText.Language(T, words, facts.Language)],
        _ => T["{0}, would like", PracticeText.Language(T, words, facts.Language)],
    };

    /// <summary>In one line, without names; empty for nothing.</summary>
    public static string Short(Catalogue T, SupplementFacts facts, PracticeWords words)
    {
        var said = new List<string>();
        if (facts.Language.Length > 0) said.Add(Language(T, facts, words));
        if (facts.Wish == OwnWish.Keep) said.Add(T["a wish to keep a worker"]);
        if (facts.Wish == OwnWish.Change) said.Add(T["a wish for another worker"]);
        if (facts.Locality.Length > 0) said.Add(T["area {0}", facts.Locality]);
        return string.Join("; ", said);
    }
}

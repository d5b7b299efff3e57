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

    /// <summary>Whoever brings a sheet stands with the import.</summary>
    public static string By(Catalogue T, string name) => name.Length > 0 ? name : T["a sheet"];

    public static string Court(Catalogue T, SupplementFacts facts, PracticeWords words) => facts switch
    {
        { Court.Length: 0 } => T["not entered"],
        { IsInCourt: false } => T["not before a court"],
        { HearingOn: { } on } => T["{0}; next hearing {1}", PracticeText.In(T, words.Proceedings, facts.Court), T.Date(on)],
        _ => T["{0}; next hearing not known", PracticeText.In(T, words.Proceedings, facts.Court)],
    };

    public static string Travel(Catalogue T, SupplementFacts facts, PracticeWords words) =>
        facts.Travel.Length > 0 ? PracticeText.In(T, words.Travel, facts.Travel) : T["not known"];

    /// <summary>In one line, without names; empty for nothing.</summary>
    public static string Short(Catalogue T, SupplementFacts facts, PracticeWords words)
    {
        var said = new List<string>();
        if (facts.Language.Length > 0) said.Add(Language(T, facts, words));
        if (facts.Wish == OwnWish.Keep) said.Add(T["a wish to keep a worker"]);
        if (facts.Wish == OwnWish.Change) said.Add(T["a wish for another worker"]);
        if (facts.Locality.Length > 0) said.Add(T["area {0}", facts.Locality]);
        if (facts.Family.Length > 0) said.Add(T["family group {0}", facts.Family]);
        if (facts.Court.Length > 0) said.Add(Court(T, facts, words));
        if (facts.Travel.Length > 0) said.Add(T["travel: {0}", Travel(T, facts, words)]);
        if (facts.Label.Length > 0) said.Add(T["label: {0}", PracticeText.In(T, words.Labels, facts.Label)]);
        return string.Join("; ", said);
    }
}

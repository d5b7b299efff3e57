using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>What the person or family has said about their worker.</summary>
public enum OwnWish
{
    NotStated,

    /// <summary>They want this worker to stay, or to come back.</summary>
    Keep,

    /// <summary>They want somebody else than this worker.</summary>
    Change,
}

/// <summary>What no extract tells of a case, and who takes it hangs on.</summary>
/// <param name="Language">Code of the language in which they need or want to be spoken with; empty for none.</param>
/// <param name="LanguageIsMust">Only somebody who speaks it may hold the case; else it is a wish.</param>
/// <param name="About">The worker of whom the wish speaks; null where none is stated.</param>
/// <param name="Locality">The council's own short label of where they live, such as a postcode district; empty where it does not
/// matter. Never an address.</param>
public sealed record SupplementFacts(string Language, bool LanguageIsMust, OwnWish Wish, Id<Worker>? About, string Locality)
{
    public const int LongestLocality = 12;

    public static SupplementFacts Nothing { get; } = new("", false, OwnWish.NotStated, null, "");

    /// <summary>As compared: "kt3" and "KT3 " are one.</summary>
    public static string Fold(string locality) => Written.Fold(locality);

    /// <summary>Refuses what contradicts itself, the list of languages, who has held the case, or its conflicts of interest.</summary>
    public static Result<SupplementFacts> Read(SupplementFacts written, SupplementKnown known)
    {
        var problems = new List<Problem>();
        var facts = written with { Language = written.Language.Trim(), Locality = Written.Clean(written.Locality) };
        if (facts.Wish == OwnWish.NotStated) facts = facts with { About = null };
        if (facts.Language.Length > 0 && known.Words.Language(facts.Language) is null)
            problems.Add(new("Language", $"The list does not hold this language. Choose one from the list, or none"));
        if (facts is { LanguageIsMust: true, Language.Length: 0 })
            problems.Add(new("Language", $"Choose the language that the worker must speak, or say that none matters"));
        if (facts.Wish != OwnWish.NotStated && Wrong(facts, known) is { } wrong) problems.Add(wrong);
        if (facts.Locality.Length > LongestLocality)
            problems.Add(new("Locality", $"The area is a short label of {LongestLocality} letters at most, such as KT3, and no address"));
        return problems.Count > 0 ? problems : facts;
    }

    private static Problem? Wrong(SupplementFacts facts, SupplementKnown known)
    {
        if (facts.About is not { } about) return new("About", $"Say which worker the wish is about");
        if (!known.HeldBy.TryGetValue(about, out var name))
            return new("About", $"Choose a worker who holds the case or has held it: the wish can be about nobody else");
        return facts.Wish == OwnWish.Keep && known.Conflicts.Contains(about)
            ? new("About", $"{name} has a conflict of interest in this case, so it can not be kept with them. End the conflict or enter another wish")
            : null;
    }
}

/// <summary>What a supplement is held against.</summary>
/// <param name="HeldBy">Who holds the case or has held it, with their names.</param>
/// <param name="Conflicts">Who has a conflict of interest once the change is made.</param>
public sealed record SupplementKnown(
    PracticeWords Words, IReadOnlyDictionary<Id<Worker>, string> HeldBy, IReadOnlySet<Id<Worker>> Conflicts);

/// <summary>One version of what was entered about a case. It is never changed: the next version takes its place and it is
/// kept.</summary>
public sealed class CaseSupplement
{
    private CaseSupplement() { }

    public Id<CaseSupplement> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }

    /// <summary>From 1 for each case.</summary>
    public int Number { get; private init; }
    public string Language { get; private init; } = "";
    public bool LanguageIsMust { get; private init; }
    public OwnWish Wish { get; private init; }
    public Id<Worker>? AboutId { get; private init; }
    public string Locality { get; private init; } = "";

    /// <summary>What was changed among the conflicts of interest with it: how many were entered and ended.</summary>
    public int ConflictsEntered { get; private init; }
    public int ConflictsEnded { get; private init; }
    public string EnteredBy { get; private init; } = "";
    public DateTime EnteredAt { get; private init; }

    /// <summary>Null for the version that counts.</summary>
    public DateTime? ReplacedAt { get; private set; }
    public int Version { get; private set; }

    public SupplementFacts Facts => new(Language, LanguageIsMust, Wish, AboutId, Locality);

    /// <param name="before">The version that counts until now; null for none. It counts no more.</param>
    public static CaseSupplement Enter(
        Id<Case> one, SupplementFacts facts, int conflictsEntered, int conflictsEnded, CaseSupplement? before, DateTime at, string by)
    {
        if (before is not null) (before.ReplacedAt, before.Version) = (at, before.Version + 1);
        return new()
        {
            Id = Id<CaseSupplement>.New(),
            CaseId = one,
            Number = (before?.Number ?? 0) + 1,
            Language = facts.Language,
            LanguageIsMust = facts.LanguageIsMust,
            Wish = facts.Wish,
            AboutId = facts.About,
            Locality = facts.Locality,
            ConflictsEntered = conflictsEntered,
            ConflictsEnded = conflictsEnded,
            EnteredBy = by,
            EnteredAt = at,
        };
    }
}

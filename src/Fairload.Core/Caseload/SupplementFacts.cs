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

/// <summary>What no extract tells of a case, and who takes it and what it weighs hang on.</summary>
/// <param name="Language">Code of the language in which they need or want to be spoken with; empty for none.</param>
/// <param name="LanguageIsMust">Only somebody who speaks it may hold the case; else it is a wish.</param>
/// <param name="About">The worker of whom the wish speaks; null where none is stated.</param>
/// <param name="Locality">The council's own short label of where they live, such as a postcode district; empty where it does not
/// matter. Never an address.</param>
public sealed record SupplementFacts(string Language, bool LanguageIsMust, OwnWish Wish, Id<Worker>? About, string Locality)
{
    public const int LongestLocality = 12;
    public const int LongestFamily = 20;

    /// <summary>How many years ahead or back a hearing can lie; beyond that the year was mistyped.</summary>
    private const int HearingYears = 3;

    /// <summary>A mark that the cases of one family or household share; empty for what the extract says. Never a name.</summary>
    public string Family { get; init; } = "";

    /// <summary>Code of the kind of proceedings in which it is before a court, <see cref="PracticeWords.None"/> for before none whatever
    /// the extract says, empty for what the extract says.</summary>
    public string Court { get; init; } = "";

    /// <summary>The next hearing; null where none is known.</summary>
    public DateOnly? HearingOn { get; init; }

    /// <summary>Code of the travel band; empty for what the extract says, which may be nothing. Not known is never the nearest.</summary>
    public string Travel { get; init; } = "";

    /// <summary>Code of one of the council's own labels; empty for none.</summary>
    public string Label { get; init; } = "";

    public static SupplementFacts Nothing { get; } = new("", false, OwnWish.NotStated, null, "");

    /// <summary>It was entered that the case is before a court.</summary>
    public bool IsInCourt => Court.Length > 0 && Court != PracticeWords.None;

    /// <summary>As compared: "kt3" and "KT3 " are one.</summary>
    public static string Fold(string locality) => Written.Fold(locality);

    /// <summary>What decides how much the case weighs: what was entered goes before what the extract says.</summary>
    public CaseMarks Over(CaseMarks extract) => Over(Family, Travel, Court, extract);

    /// <summary>The same for whoever reads columns; null where nothing was entered.</summary>
    public static CaseMarks Over(string? family, string? travel, string? court, CaseMarks extract) => new(
        string.IsNullOrEmpty(family) ? extract.Family : family, string.IsNullOrEmpty(travel) ? extract.TravelBand : travel,
        string.IsNullOrEmpty(court) ? extract.InCourt : court != PracticeWords.None);

    /// <summary>Refuses what contradicts itself, the lists, who has held the case, or its conflicts of interest.</summary>
    public static Result<SupplementFacts> Read(SupplementFacts written, SupplementKnown known)
    {
        var problems = new List<Problem>();
        var facts = written with
        {
            Language = written.Language.Trim(),
            Locality = Written.Clean(written.Locality),
            Family = Written.Clean(written.Family),
        };
        if (facts.Wish == OwnWish.NotStated) facts = facts with { About = null };
        if (facts.Language.Length > 0 && known.Words.Language(facts.Language) is null)
            problems.Add(new("Language", $"The list does not hold this language. Choose one from the list, or none"));
        if (facts is { LanguageIsMust: true, Language.Length: 0 })
            problems.Add(new("Language", $"Choose the language that the worker must speak, or say that none matters"));
        if (facts.Wish != OwnWish.NotStated && Wrong(facts, known) is { } wrong) problems.Add(wrong);
        if (facts.Locality.Length > LongestLocality)
            problems.Add(new("Locality", $"The area is a short label of {LongestLocality} letters at most, such as KT3, and no address"));
        if (facts.Family.Length > LongestFamily)
            problems.Add(new("Family", $"The mark of the family is {LongestFamily} letters at most, such as F-204, and no name"));
        problems.AddRange(Listed(facts, known.Words));
        problems.AddRange(Hearing(facts, known.Today));
        return problems.Count > 0 ? problems : facts;
    }

    private static IEnumerable<Problem> Listed(SupplementFacts facts, PracticeWords words)
    {
        if (facts.IsInCourt && words.Proceedings.All(w => w.Code != facts.Court))
            yield return new("Court", $"The list does not hold this kind of proceedings. Choose one from the list, or none");
        if (facts.Travel.Length > 0 && words.Travel.All(w => w.Code != facts.Travel))
            yield return new("Travel", $"The list does not hold this way to travel. Choose one from the list, or not known");
        if (facts.Label.Length > 0 && words.Labels.All(w => w.Code != facts.Label))
            yield return new("Label", $"The list does not hold this label. Choose one from the list, or none");
    }

    private static IEnumerable<Problem> Hearing(SupplementFacts facts, DateOnly today)
    {
        if (facts.HearingOn is not { } on) yield break;
        if (!facts.IsInCourt)
            yield return new("HearingOn", $"Choose the kind of proceedings in which the hearing is, or leave the hearing out");
        if (on < today.AddYears(-HearingYears) || on > today.AddYears(HearingYears))
            yield return new("HearingOn", $"The hearing lies more than {HearingYears} years away. Check the year");
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
    PracticeWords Words, IReadOnlyDictionary<Id<Worker>, string> HeldBy, IReadOnlySet<Id<Worker>> Conflicts, DateOnly Today);

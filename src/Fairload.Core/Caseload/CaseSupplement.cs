using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>What was changed beside the facts with one version: how many conflicts and co-workers were entered and ended.</summary>
public sealed record SupplementCounts(int ConflictsEntered, int ConflictsEnded, int CoWorkersEntered = 0, int CoWorkersEnded = 0)
{
    public static SupplementCounts Nothing { get; } = new(0, 0);
}

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
    public string Family { get; private init; } = "";
    public string Court { get; private init; } = "";
    public DateOnly? HearingOn { get; private init; }
    public string Travel { get; private init; } = "";
    public string Label { get; private init; } = "";

    /// <summary>What was changed among the conflicts of interest with it: how many were entered and ended.</summary>
    public int ConflictsEntered { get; private init; }
    public int ConflictsEnded { get; private init; }

    /// <summary>The same among the co-workers.</summary>
    public int CoWorkersEntered { get; private init; }
    public int CoWorkersEnded { get; private init; }

    /// <summary>Empty where a sheet brought it: who brought the sheet stands with the import.</summary>
    public string EnteredBy { get; private init; } = "";
    public DateTime EnteredAt { get; private init; }
    public Id<ImportRun>? BroughtBy { get; private init; }

    /// <summary>Null for the version that counts.</summary>
    public DateTime? ReplacedAt { get; private set; }
    public int Version { get; private set; }

    public SupplementFacts Facts => new(Language, LanguageIsMust, Wish, AboutId, Locality)
    {
        Family = Family,
        Court = Court,
        HearingOn = HearingOn,
        Travel = Travel,
        Label = Label,
    };

    /// <param name="before">The version that counts until now; null for none. It counts no more.</param>
    public static CaseSupplement Enter(
        Id<Case> one, SupplementFacts facts, SupplementCounts counts, CaseSupplement? before, DateTime at, string by,
        Id<ImportRun>? broughtBy = null)
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
            Family = facts.Family,
            Court = facts.Court,
            HearingOn = facts.HearingOn,
            Travel = facts.Travel,
            Label = facts.Label,
            ConflictsEntered = counts.ConflictsEntered,
            ConflictsEnded = counts.ConflictsEnded,
            CoWorkersEntered = counts.CoWorkersEntered,
            CoWorkersEnded = counts.CoWorkersEnded,
            EnteredBy = by,
            EnteredAt = at,
            BroughtBy = broughtBy,
        };
    }
}

namespace Fairload.Core.PeerReview.Room;

/// <summary>Who may read a piece of evidence.</summary>
public enum EvidenceReaders
{
    /// <summary>Those of the department who see the evidence room.</summary>
    Internal,

    /// <summary>Evaluators and reviewers from outside too, while their entry lasts.</summary>
    ReviewersToo,
}

/// <summary>How a piece stands to its day of expiry.</summary>
public enum EvidenceState
{
    InDate,

    /// <summary>Expires within <see cref="EvidencePiece.SoonDays"/> days.</summary>
    Expiring,
    Expired,
}

/// <summary>What somebody says of a piece of evidence.</summary>
/// <param name="Shows">What it shows, in a sentence or two.</param>
/// <param name="EffectiveOn">From which day it counts, which is not the day on which it was put here.</param>
/// <param name="ExpiresOn">The first day on which it counts no more; null where it does not expire.</param>
/// <param name="Owner">The role or the name of who answers for it.</param>
/// <param name="Parts">Codes of the parts of frameworks to which it belongs, as <c>framework/part</c>.</param>
/// <param name="Measures">Codes of the measures to which it belongs; may be empty.</param>
public sealed record EvidenceSaid(
    string Title, string Shows, DateOnly? EffectiveOn, DateOnly? ExpiresOn, string Owner, IReadOnlyList<string> Parts,
    IReadOnlyList<string> Measures, EvidenceReaders? Readers);

/// <summary>Codes that a piece of evidence may name.</summary>
public sealed record EvidenceCodes(IReadOnlyCollection<string> Parts, IReadOnlyCollection<string> Measures);

/// <summary>A document or a link that shows something, with the parts of frameworks to which it belongs. What it consists of are its
/// versions: a newer one takes the place of the older, and both are kept.</summary>
public sealed class EvidencePiece
{
    public const int SoonDays = 60;
    public const int MostTitle = 200;
    public const int MostShows = 2000;

    private EvidencePiece() { }

    public Id<EvidencePiece> Id { get; private init; }
    public string Title { get; private set; } = "";
    public string Shows { get; private set; } = "";
    public DateOnly EffectiveOn { get; private set; }
    public DateOnly? ExpiresOn { get; private set; }
    public string Owner { get; private set; } = "";

    /// <summary>Codes, with commas between.</summary>
    public string Parts { get; private set; } = "";

    /// <summary>Codes, with commas between.</summary>
    public string Measures { get; private set; } = "";
    public EvidenceReaders Readers { get; private set; }
    public DateOnly AddedOn { get; private init; }
    public string WrittenBy { get; private set; } = "";
    public DateOnly WrittenOn { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<string> PartCodes => Split(Parts);
    public IReadOnlyList<string> MeasureCodes => Split(Measures);

    public static Result<EvidencePiece> Add(EvidenceSaid said, EvidenceCodes known, string by, DateOnly today)
    {
        if (Wrong(said, known) is { Count: > 0 } problems) return problems;
        var piece = new EvidencePiece { Id = Id<EvidencePiece>.New(), AddedOn = today };
        piece.Take(said, by, today);
        return piece;
    }

    /// <param name="seen">The version that the reader saw.</param>
    public Result<EvidencePiece> Rewrite(EvidenceSaid said, EvidenceCodes known, int seen, string by, DateOnly today)
    {
        if (seen != Version)
            return new Problem("", $"{WrittenBy} has changed this piece of evidence meanwhile. Their words stand below; what you entered is still here and not saved");
        if (Wrong(said, known) is { Count: > 0 } problems) return problems;
        Take(said, by, today);
        return this;
    }

    public EvidenceState State(DateOnly today) =>
        ExpiresOn is not { } ends ? EvidenceState.InDate
        : ends <= today ? EvidenceState.Expired
        : ends <= today.AddDays(SoonDays) ? EvidenceState.Expiring : EvidenceState.InDate;

    internal static IReadOnlyList<string> Split(string codes) => codes.Split(',', StringSplitOptions.RemoveEmptyEntries);

    internal static string Join(IEnumerable<string> codes) =>
        string.Join(',', codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private void Take(EvidenceSaid said, string by, DateOnly today)
    {
        (Title, Shows, Owner) = (said.Title.Trim(), said.Shows.Trim(), said.Owner.Trim());
        (EffectiveOn, ExpiresOn, Readers) = (said.EffectiveOn!.Value, said.ExpiresOn, said.Readers!.Value);
        (Parts, Measures) = (Join(said.Parts), Join(said.Measures));
        (WrittenBy, WrittenOn) = (by, today);
        Version++;
    }

    private static List<Problem> Wrong(EvidenceSaid said, EvidenceCodes known)
    {
        var problems = new List<Problem>();
        if (said.Title.Trim().Length is 0 or > MostTitle)
            problems.Add(new("Title", $"Enter what the evidence is called, in {MostTitle} characters or fewer"));
        if (said.Shows.Trim().Length is 0 or > MostShows)
            problems.Add(new("Shows", $"Enter what it shows, in {MostShows} characters or fewer"));
        if (said.EffectiveOn is null) problems.Add(new("EffectiveOn", $"Enter from which day it counts"));
        if (said.ExpiresOn <= said.EffectiveOn)
        {
            problems.Add(new("ExpiresOn", $"It has to expire after the day from which it counts. Enter a later day, or leave it empty"));
        }

        if (said.Owner.Trim().Length is 0 or > MostTitle)
            problems.Add(new("Owner", $"Enter who answers for it, by role or by name, in {MostTitle} characters or fewer"));
        if (said.Parts.Count == 0) problems.Add(new("Parts", $"Choose at least one part of a framework to which it belongs"));
        foreach (var code in said.Parts.Where(c => !known.Parts.Contains(c)))
            problems.Add(new("Parts", $"There is no part {code}. Choose parts of the list"));
        foreach (var code in said.Measures.Where(c => !known.Measures.Contains(c)))
            problems.Add(new("Measures", $"There is no measure {code}. Choose measures of the list"));
        if (said.Readers is null) problems.Add(new("Readers", $"Choose who may read it"));
        return problems;
    }
}

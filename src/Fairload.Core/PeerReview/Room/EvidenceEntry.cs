using Fairload.Core.Access;

namespace Fairload.Core.PeerReview.Room;

/// <summary>To what, and between which days, somebody from outside is let in. Both days count.</summary>
/// <param name="Parts">Codes of parts of frameworks.</param>
/// <param name="Why">For what they come, such as a peer review or an evaluation.</param>
public sealed record EntryOffer(IReadOnlyList<string> Parts, DateOnly? FromOn, DateOnly? LastOn, string Why);

/// <summary>That an evaluator or a reviewer from another council may read named parts of the evidence room, and no longer than to a last
/// day. The role alone opens nothing.</summary>
public sealed class EvidenceEntry
{
    /// <summary>Whoever stays longer is let in again by somebody.</summary>
    public const int MostDays = 92;
    public const int MostWhy = 300;

    private EvidenceEntry() { }

    public Id<EvidenceEntry> Id { get; private init; }
    public Id<Account> AccountId { get; private init; }

    /// <summary>Codes, with commas between.</summary>
    public string Parts { get; private init; } = "";
    public DateOnly FromOn { get; private init; }

    /// <summary>The last day on which it opens anything.</summary>
    public DateOnly LastOn { get; private init; }
    public string Why { get; private init; } = "";
    public string GivenBy { get; private init; } = "";
    public DateTime GivenAt { get; private init; }

    /// <summary>Taken back before its last day; null where it was not.</summary>
    public DateTime? EndedAt { get; private set; }
    public string EndedBy { get; private set; } = "";
    public int Version { get; private set; }

    public IReadOnlyList<string> PartCodes => EvidencePiece.Split(Parts);

    public static List<Problem> Wrong(EntryOffer offer, IReadOnlyCollection<string> known, DateOnly today)
    {
        var problems = new List<Problem>();
        if (offer.FromOn is null) problems.Add(new("FromOn", $"Enter the first day"));
        if (offer.LastOn is null) problems.Add(new("LastOn", $"Enter the last day"));
        if (offer.LastOn < offer.FromOn || offer.LastOn < today)
            problems.Add(new("LastOn", $"The last day has to be today or later, and not before the first"));
        if (offer is { FromOn: { } from, LastOn: { } last } && last.DayNumber - from.DayNumber >= MostDays)
            problems.Add(new("LastOn", $"Let nobody in for more than {MostDays} days at a time. Enter an earlier last day"));
        if (offer.Parts.Count == 0) problems.Add(new("Parts", $"Choose the parts of the evidence room that are opened"));
        foreach (var code in offer.Parts.Where(c => !known.Contains(c)))
            problems.Add(new("Parts", $"There is no part {code}. Choose parts of the list"));
        if (offer.Why.Trim().Length is 0 or > MostWhy)
            problems.Add(new("Why", $"Enter for what they come, in {MostWhy} characters or fewer"));
        return problems;
    }

    public static Result<EvidenceEntry> Give(
        Id<Account> account, EntryOffer offer, IReadOnlyCollection<string> known, string by, DateOnly today, DateTime at)
    {
        if (Wrong(offer, known, today) is { Count: > 0 } problems) return problems;
        return new EvidenceEntry
        {
            Id = Id<EvidenceEntry>.New(),
            AccountId = account,
            Parts = EvidencePiece.Join(offer.Parts),
            FromOn = offer.FromOn!.Value,
            LastOn = offer.LastOn!.Value,
            Why = offer.Why.Trim(),
            GivenBy = by,
            GivenAt = at,
        };
    }

    public bool IsOpen(DateOnly day) => EndedAt is null && new Period(FromOn, LastOn).Covers(day);

    /// <summary>A piece is opened when it may be read from outside and belongs to one of the parts.</summary>
    public bool Opens(EvidencePiece piece, DateOnly day) =>
        IsOpen(day) && piece.Readers == EvidenceReaders.ReviewersToo && piece.PartCodes.Intersect(PartCodes, StringComparer.Ordinal).Any();

    /// <summary>True when it was open until then.</summary>
    public bool End(string by, DateTime at)
    {
        if (EndedAt is not null) return false;
        (EndedAt, EndedBy) = (at, by);
        Version++;
        return true;
    }
}

namespace Fairload.Core.PeerReview.Room;

/// <summary>How many pieces of evidence belong to a part, by how they stand to their expiry. A piece counts in each part of its
/// own.</summary>
/// <param name="Expiring">Within sixty days; not counted among those in date.</param>
public sealed record EvidenceByPart(string Part, int InDate, int Expiring, int Expired)
{
    /// <summary>In the order of the parts; parts without a piece too.</summary>
    public static IReadOnlyList<EvidenceByPart> Of(IReadOnlyList<EvidencePiece> pieces, IEnumerable<string> parts, DateOnly today) =>
    [
        .. parts.Select(part =>
        {
            var states = pieces.Where(p => p.PartCodes.Contains(part)).Select(p => p.State(today)).ToList();
            return new EvidenceByPart(
                part, states.Count(s => s == EvidenceState.InDate), states.Count(s => s == EvidenceState.Expiring),
                states.Count(s => s == EvidenceState.Expired));
        }),
    ];
}

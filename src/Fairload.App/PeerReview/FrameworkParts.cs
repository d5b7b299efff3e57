using Fairload.App.HealthCheck;
using Fairload.Core.PeerReview.Room;
using Fairload.Core.Surveys;

namespace Fairload.App.PeerReview;

/// <summary>A part of a framework, or a measure, by the code under which evidence names it.</summary>
/// <param name="Of">The framework; the same words for all of its parts.</param>
public sealed record PartName(string Code, Wording Of, Wording Name);

/// <summary>What evidence and lines of enquiry may belong to.</summary>
/// <param name="All">Framework by framework, each in its own order. A code is <c>framework/part</c>.</param>
/// <param name="Measures">By code.</param>
public sealed record FrameworkParts(IReadOnlyList<PartName> All, IReadOnlyList<PartName> Measures)
{
    public EvidenceCodes Codes { get; } = new(
        All.Select(p => p.Code).ToHashSet(StringComparer.Ordinal), Measures.Select(m => m.Code).ToHashSet(StringComparer.Ordinal));

    public PartName? Find(string code) => All.FirstOrDefault(p => p.Code == code);

    /// <summary>Of the frameworks that ship.</summary>
    public static FrameworkParts Shipped() => new(
        [.. ShippedFrameworks.Frameworks.SelectMany(f => f.Parts.Select(p => new PartName($"{f.Code}/{p.Code}", f.Name, p.Name)))],
        [.. ShippedFrameworks.Cards.Values.OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => new PartName(c.Code, c.Name, c.Name))]);
}

using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.App.HealthCheck.Report;

/// <summary>A frozen edition without what stands in it.</summary>
/// <param name="Publications">The latest first.</param>
public sealed record FrozenLine(
    Id<FrozenEdition> Id, int Year, Edition Edition, string Language, string Hash, string MadeBy, DateTime MadeAt,
    IReadOnlyList<Publication> Publications)
{
    public Publication? Last => Publications is [var last, ..] ? last : null;
}

/// <summary>What is held of a year's report, at which level, and which exemptions people claim.</summary>
/// <param name="Editions">Those that the reader may read, the latest first.</param>
/// <param name="Claims">Also those given up; only for whoever decides or edits.</param>
/// <param name="Parts">Code and title of each part, for claiming; empty for whoever may not.</param>
public sealed record EditionsView(
    int Year, IReadOnlyList<FrozenLine> Editions, IReadOnlyList<ExemptionClaim> Claims, IReadOnlyList<KeyValuePair<string, string>> Parts,
    bool MayFreeze, bool MayDecide, DateTime Now)
{
    /// <summary>Whoever only reads is shown no claims.</summary>
    public bool SeesClaims => MayFreeze || MayDecide;
}

/// <summary>A frozen edition with what stands in it.</summary>
public sealed record FrozenView(FrozenLine Line, ReportDocument Report, bool MayDecide, DateTime Now);

/// <summary>What a person enters to publish an edition.</summary>
/// <param name="Day">With <paramref name="Time"/> when the embargo ends, by the clock in the UK; null for at once.</param>
public sealed record PublicationForm(Edition? Level, string Why, string Consulted, DateOnly? Day, TimeOnly? Time);

/// <summary>An edition for everybody, as /published lists it.</summary>
/// <param name="IsReplaced">A later one counts.</param>
public sealed record PublishedLine(int Year, string Language, string Hash, Publication Publication, bool IsReplaced);

/// <summary>The public edition of a year that counts.</summary>
/// <param name="Report">Null where it was withdrawn.</param>
public sealed record PublishedView(int Year, string Language, string Hash, Publication Publication, ReportDocument? Report);

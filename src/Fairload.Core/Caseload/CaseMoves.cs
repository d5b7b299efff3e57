namespace Fairload.Core.Caseload;

/// <summary>Whether a case came to a worker or went from them in a stretch of days. A case that only changed team did neither.</summary>
/// <param name="CameOn">Null when it did not come.</param>
/// <param name="WentOn">Null when it did not go.</param>
public sealed record CaseMoves(DateOnly? CameOn, DateOnly? WentOn)
{
    /// <summary>Told from every assignment of one case to one worker.</summary>
    /// <param name="since">Moves after this day count.</param>
    /// <param name="first">The day of the first extract: what it showed without a date was there and did not come.</param>
    public static CaseMoves Of(IReadOnlyList<Assignment> ofOneCaseToOneWorker, DateOnly since, DateOnly? first)
    {
        var wasHeld = ofOneCaseToOneWorker.Any(a => (a.FromOn <= since || (!a.FromIsKnown && a.FromOn <= first)) && (a.ToOn is null || a.ToOn > since));
        var isHeld = ofOneCaseToOneWorker.Any(a => a.ToOn is null);
        var begun = ofOneCaseToOneWorker.Where(a => a.FromOn > since).Select(a => (DateOnly?)a.FromOn).Min();
        var ended = ofOneCaseToOneWorker.Where(a => a.ToOn > since).Select(a => a.ToOn).Max();
        return new(wasHeld ? null : begun, isHeld ? null : ended);
    }
}

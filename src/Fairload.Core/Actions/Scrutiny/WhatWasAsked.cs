namespace Fairload.Core.Actions.Scrutiny;

/// <summary>An action with how it stands.</summary>
public sealed record AskedAction(AgreedAction Action, Standing Standing);

/// <summary>What became of one resolution.</summary>
/// <param name="Stands">The most pressing of its actions; null where nobody has taken it up.</param>
public sealed record AskedResolution(Resolution Resolution, IReadOnlyList<AskedAction> Actions, StandingKind? Stands);

/// <summary>How many resolutions stand how; together they are all.</summary>
/// <param name="NotTakenUp">Nobody answers for them yet.</param>
public sealed record AskedCounts(int Done, int Moved, int Refused, int Open, int Overdue, int NotTakenUp);

/// <summary>What was asked at a meeting, and what became of it: the opening of the next report.</summary>
public sealed record WhatWasAsked(ScrutinyMeeting Meeting, IReadOnlyList<AskedResolution> Resolutions)
{
    public AskedCounts Counts => new(
        Many(StandingKind.Done), Many(StandingKind.Moved), Many(StandingKind.Refused), Many(StandingKind.Open),
        Many(StandingKind.Overdue), Resolutions.Count(r => r.Stands is null));

    /// <param name="resolutions">Of this meeting, in any order.</param>
    /// <param name="actions">Of them, with what is known of each; in any order.</param>
    public static WhatWasAsked Of(
        ScrutinyMeeting meeting, IEnumerable<Resolution> resolutions, IReadOnlyList<AskedAction> actions) => new(
        meeting,
        [
            .. resolutions.OrderBy(r => r.Number).Select(r =>
            {
                List<AskedAction> own =
                [
                    .. actions.Where(a => a.Action.ResolutionId == r.Id).OrderBy(a => a.Action.Year).ThenBy(a => a.Action.Number),
                ];
                return new AskedResolution(r, own, own.Count == 0 ? null : own.Max(a => a.Standing.Kind));
            }),
        ]);

    private int Many(StandingKind kind) => Resolutions.Count(r => r.Stands == kind);
}

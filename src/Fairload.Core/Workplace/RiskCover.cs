using Fairload.Core.Workforce;

namespace Fairload.Core.Workplace;

/// <summary>How many teams have their risks of one kind assessed on a day. The three add up to the teams that need it.</summary>
/// <param name="InDate">Every assessment of the kind that stands is in date.</param>
/// <param name="Overdue">At least one is past its review.</param>
/// <param name="NotKnown">Nothing is recorded, which does not say that nothing was done.</param>
public sealed record RiskCover(RiskKind Kind, int InDate, int Overdue, int NotKnown)
{
    /// <summary>What every team needs.</summary>
    public static IReadOnlyList<RiskKind> Needed { get; } = [RiskKind.LoneWorking, RiskKind.Violence, RiskKind.Stress, RiskKind.Workplace];

    public int Teams => InDate + Overdue + NotKnown;

    /// <summary>One for each kind that every team needs. An assessment for one worker does not stand for a team.</summary>
    public static IReadOnlyList<RiskCover> Of(IReadOnlyCollection<Id<Team>> teams, IEnumerable<RiskAssessment> all, DateOnly day)
    {
        var standing = RiskAssessment.Standing(all, day).Where(r => r.About != RiskAbout.Worker)
            .ToLookup(r => (r.Kind, r.TeamId));
        return
        [
            .. Needed.Select(kind =>
            {
                var states = teams.Select(t => standing[(kind, t)].ToList()).ToList();
                var notKnown = states.Count(s => s.Count == 0);
                var overdue = states.Count(s => s.Exists(r => r.StateOn(day) == RiskState.Overdue));
                return new RiskCover(kind, teams.Count - notKnown - overdue, overdue, notKnown);
            }),
        ];
    }
}

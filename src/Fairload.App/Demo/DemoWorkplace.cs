using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>
/// Registers of the workplace as councils keep them: most assessments in date, some overdue, some that nobody recorded; small things that
/// stay open; and complaints in which delay grew in the last quarter that is over.
/// </summary>
internal sealed class DemoWorkplace(DemoDesks desks, DemoReaders people, DemoCouncil council)
{
    private static readonly (SmallThingKind Kind, string Place, string What)[] Wrong =
    [
        (SmallThingKind.Drawer, "Second floor, bay 4", "No drawer that locks for case papers"),
        (SmallThingKind.Room, "Ground floor", "The interview room can be heard from the corridor"),
        (SmallThingKind.Kit, "Second floor", "Three laptops for five newly started colleagues"),
        (SmallThingKind.Phone, "On visits", "No signal on the work phone north of the river"),
        (SmallThingKind.Access, "Back entrance", "The lift has been out since the storm"),
        (SmallThingKind.Room, "First floor", "No room for supervision on Wednesdays"),
        (SmallThingKind.Other, "Car park", "The light over the bays does not work"),
        (SmallThingKind.Kit, "Duty desk", "The second screen flickers"),
    ];

    private readonly DemoDice _dice = new((ulong)council.Seed ^ 0x0260);

    public Task Fill(CancellationToken stop) => desks.Ask(async (FairloadDb db) =>
    {
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(council.Today))
            .OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        return await db.Change(
            () =>
            {
                foreach (var team in teams) db.AddRange([.. Risks(team), .. Incidents(team), .. Things(team)]);
                db.AddRange(Complaints(teams));
                db.Add(Sound(TimeUseRound.Open(Monday, By(people.Principal.Name, council.Today))));
                return Task.FromResult(default(Done));
            },
            stop);
    });

    private IEnumerable<object> Risks(Team team)
    {
        foreach (var kind in RiskCover.Needed)
        {
            // One in seven nobody recorded; of the others one in nine is past its review.
            if (_dice.Chance(0.14)) continue;
            var done = council.Today.AddDays(-_dice.Between(20, 320));
            var review = _dice.Chance(0.11) ? council.Today.AddDays(-_dice.Between(3, 15)) : done.AddYears(1);
            yield return Sound(RiskAssessment.Enter(
                new(kind, RiskAbout.Team, "", team.Id, null, done, "Team manager", review), By("Team manager", council.Today)));
        }
    }

    private IEnumerable<object> Incidents(Team team)
    {
        for (var n = _dice.Between(0, 4); n > 0; n--)
        {
            var on = council.Today.AddDays(-_dice.Between(1, 300));
            var kind = _dice.Pick<IncidentKind>(
                [IncidentKind.Threat, IncidentKind.Abuse, IncidentKind.Abuse, IncidentKind.NearMiss, IncidentKind.Accident,
                    IncidentKind.Violence, IncidentKind.LoneWorkingAlarm]);
            var one = Sound(Incident.Report(new(kind, on, team.Id, null), By("", on)));
            var seen = on.AddDays(_dice.Between(1, 9));
            if (seen < council.Today && _dice.Chance(0.85))
            {
                var outcome = _dice.Pick<IncidentOutcome>(
                    [IncidentOutcome.NothingMore, IncidentOutcome.WayOfWorkingChanged, IncidentOutcome.PoliceTold]);
                Sound(one.FollowUp(new(seen, outcome, _dice.Chance(0.8)), 0, By("Team manager", council.Today)));
            }

            yield return one;
        }
    }

    private IEnumerable<object> Things(Team team)
    {
        for (var n = _dice.Between(0, 3); n > 0; n--)
        {
            var (kind, place, what) = _dice.Pick(Wrong);
            var on = council.Today.AddDays(-_dice.Between(2, 90));
            var thing = Sound(SmallThing.Report(new(kind, place, what, team.Id), By("", on)));
            for (var others = _dice.Between(0, 6); others > 0; others--) thing.OneMore();
            if (_dice.Chance(0.4)) Sound(thing.Own(null, "Facilities", 0));
            var facilities = By("Facilities", council.Today);
            var fixedOn = on.AddDays(_dice.Between(0, council.Today.DayNumber - on.DayNumber));
            if (_dice.Chance(0.45)) Sound(thing.Fix(fixedOn, thing.Version, facilities));
            else if (_dice.Chance(0.1)) Sound(thing.Cannot("The building is let until spring", thing.Version, facilities));
            yield return thing;
        }
    }

    private IEnumerable<object> Complaints(IReadOnlyList<Team> teams)
    {
        var (last, number) = (Quarter.Of(council.Today).Previous(), 0);
        var quarter = Enumerable.Range(0, 5).Aggregate(last, (q, _) => q.Previous());
        for (; quarter.First <= council.Today; quarter = Next(quarter))
        {
            for (var n = _dice.Between(20, 28); n > 0; n--)
            {
                var on = quarter.First.AddDays(_dice.Between(0, 88));
                if (on > council.Today) continue;
                yield return One(on, teams, quarter == last ? [3, 15, 3, 4, 1] : [6, 5, 4, 6, 2], $"C-{++number:D4}");
            }
        }
    }

    private Feedback One(DateOnly on, IReadOnlyList<Team> teams, double[] natures, string number)
    {
        var kind = _dice.Chance(0.6) ? FeedbackKind.Complaint : _dice.Chance(0.6) ? FeedbackKind.Compliment : FeedbackKind.Comment;
        var nature = (FeedbackNature)_dice.Weighted(natures);
        var answered = on.AddDays(_dice.Between(5, 40));
        DateOnly? seen = answered <= council.Today && _dice.Chance(0.93) ? answered : null;
        var outcome = seen is null || kind != FeedbackKind.Complaint ? FeedbackOutcome.NotKnown
            : _dice.Pick<FeedbackOutcome>(
                [FeedbackOutcome.Upheld, FeedbackOutcome.PartlyUpheld, FeedbackOutcome.NotUpheld, FeedbackOutcome.NotUpheld]);
        return Sound(Feedback.Enter(
            new(kind, nature, on, seen, outcome, _dice.Pick(teams).Id, number), By("Customer relations", council.Today)));
    }

    /// <summary>Of the week of the demo's today.</summary>
    private DateOnly Monday => council.Today.AddDays(-(((int)council.Today.DayOfWeek + 6) % 7));

    private static Quarter Next(Quarter q) => q.Number == 4 ? new(q.Year + 1, 1) : new(q.Year, q.Number + 1);

    private static RegisterDeed By(string who, DateOnly on) => new(who, on.ToDateTime(new(9, 0), DateTimeKind.Utc), on);

    private static T Sound<T>(Result<T> made) where T : notnull => made.OfTheDemo();
}

using System.Globalization;
using Fairload.App.Store;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>Surveys of the demo: the health check is open, and about a third have answered it.</summary>
internal sealed class DemoSurveys(DemoDesks desks, DemoReaders people, MovedClock clock)
{
    private const int DaysOpen = 5;
    private const int DaysInAll = 21;
    private const string Site = "http://127.0.0.1:5080";

    /// <summary>Planned with like teams joined, opened with personal codes some days ago.</summary>
    public async Task OpenTheHealthCheck(DemoCouncil council, CancellationToken stop)
    {
        var today = council.Dates.Today;
        clock.MoveTo(today.AddDays(-DaysOpen));
        var plan = new RoundPlan(
            "practitioner-health-check", RoundMode.PersonalCodes, today.AddDays(-DaysOpen), today.AddDays(DaysInAll - DaysOpen),
            RoundPlan.UsualFloor, RoundPlan.UsualCommentFloor, [BackgroundQuestion.RoleGroup], "Ola Reed, union representative, room 3.01");
        var round = (await desks.Ask((RoundDesk desk) => desk.Plan(plan, people.Principal, stop))).OfTheDemo();
        (await desks.Ask((RoundDesk desk) => desk.JoinAsSuggested(round.Id, people.Principal, stop))).OfTheDemo();
        (await desks.Ask((OpeningDesk desk) => desk.Open(round.Id, Site, people.Principal, stop))).OfTheDemo();
        await Answer(round, new Random(council.Seed), stop);
        clock.MoveTo(today);
    }

    private async Task Answer(SurveyRound round, Random dice, CancellationToken stop)
    {
        // In the order of the staff list, so that the same seed gives the same answers though codes are drawn anew each time.
        var codes = await desks.Ask((FairloadDb db) => (
            from delivery in db.Set<RoundDelivery>()
            join person in db.Set<RoundPerson>()
                on new { delivery.RoundId, delivery.WorkerId } equals new { person.RoundId, person.WorkerId }
            join unit in db.Set<RoundUnit>() on person.UnitId equals unit.Id
            join worker in db.Workers on person.WorkerId equals worker.Id
            where delivery.RoundId == round.Id
            orderby worker.StaffNumber
            select new { delivery.Code, unit.Number, person.RoleGroup }).ToListAsync(stop));
        foreach (var one in codes.Where(_ => dice.Next(100) < 35))
        {
            var place = (await desks.Ask((RespondingDesk desk) => desk.Find(one.Code, true, stop))).OfTheDemo();
            var answers = place.Asked.Items.Where(i => i.Kind == ItemKind.Scale && dice.Next(20) > 0)
                .ToDictionary(i => i.Code, i => new[] { Value(place.Asked.ScaleOf(i), i.Reverse, dice) });
            var said = new Dictionary<string, string>
            {
                [Background.Unit] = one.Number.ToString(CultureInfo.InvariantCulture),
                [Background.Code(BackgroundQuestion.RoleGroup)] = one.RoleGroup,
            };
            var nonce = string.Concat(Enumerable.Range(0, 32).Select(_ => AccessCode.Letters[dice.Next(AccessCode.Letters.Length)]));
            (await desks.Ask((RespondingDesk desk) => desk.Send(place, new(nonce, answers, said), stop))).OfTheDemo();
        }
    }

    /// <summary>Rather agreed than not, with every answer given by somebody.</summary>
    private static string Value(Scale scale, bool isReversed, Random dice)
    {
        var (low, high) = (dice.Next(scale.Options.Count), dice.Next(scale.Options.Count));
        var value = scale.Options[Math.Max(low, high)].Value;
        return (isReversed ? scale.Lowest + scale.Highest - value : value).ToString(CultureInfo.InvariantCulture);
    }
}

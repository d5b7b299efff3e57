using System.Globalization;
using Fairload.App.Store;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>
/// The health checks of the two years before: planned, answered with handed-out codes, closed and let out by the desks, on their days. Who
/// was asked is whoever of today's staff list had started by then, so the rounds differ by those who joined between them.
/// </summary>
internal sealed class DemoClosedSurveys(DemoDesks desks, DemoReaders people, MovedClock clock)
{
    private const int DaysOpen = 21;
    private const int DaysToRelease = 10;
    private const string Site = "http://127.0.0.1:5080";

    /// <summary>In hundred people asked.</summary>
    private const int Answering = 65;

    /// <summary>So many ballots are on their way at once, that the store writes them together.</summary>
    private const int AtOnce = 64;

    /// <summary>Somebody who was asked, as the staff list has them.</summary>
    private sealed record Asked(string StaffNumber, int Unit, string UnitName, string Service, string RoleGroup);

    public async Task Hold(DemoCouncil council, CancellationToken stop)
    {
        var opinions = new DemoOpinions(council.Seed);
        foreach (var (years, since) in new[] { (2, 0.0), (1, 0.25) })
        {
            var round = await Open(council.Today.AddYears(-years), stop);
            var comments = new DemoComments(desks, people, years);
            await Answer(round, opinions, comments, new Random(council.Seed + years), since, stop);
            clock.MoveTo(round.ClosesOn);
            (await desks.Ask((OpeningDesk desk) => desk.Close(round.Id, people.Principal, stop))).OfTheDemo();
            clock.MoveTo(round.ClosesOn.AddDays(DaysToRelease));
            await new DemoReturn(desks).Sign(council, round.LastDay.Year, stop);
            (await desks.Ask((ReleaseDesk desk) => desk.Release(round.Id, people.Principal, stop))).OfTheDemo();
            await comments.LetOut(round, stop);
        }
    }

    private async Task<SurveyRound> Open(DateOnly day, CancellationToken stop)
    {
        clock.MoveTo(day);
        var plan = new RoundPlan(
            "practitioner-health-check", RoundMode.HandedOut, day, day.AddDays(DaysOpen), RoundPlan.UsualFloor,
            RoundPlan.UsualCommentFloor, [BackgroundQuestion.RoleGroup], "Ola Reed, union representative, room 3.01");
        var round = (await desks.Ask((RoundDesk desk) => desk.Plan(plan, people.Principal, stop))).OfTheDemo();
        (await desks.Ask((RoundDesk desk) => desk.JoinAsSuggested(round.Id, people.Principal, stop))).OfTheDemo();
        return (await desks.Ask((OpeningDesk desk) => desk.Open(round.Id, Site, people.Principal, stop))).OfTheDemo();
    }

    /// <summary>Everything is drawn before anything is sent, so that the same seed sends the same, whatever comes first.</summary>
    private async Task Answer(
        SurveyRound round, DemoOpinions opinions, DemoComments comments, Random dice, double since, CancellationToken stop)
    {
        var asked = await AskedBy(round, stop);
        var answering = asked.Where(_ => dice.Next(100) < Answering).ToList();
        var sheets = (await desks.Ask((OpeningDesk desk) => desk.Print(round.Id, asked.Count, false, people.Principal, stop))).OfTheDemo();
        var place = (await desks.Ask((RespondingDesk desk) => desk.Find(sheets.Codes[0].Text, true, stop))).OfTheDemo();
        var ballots = answering.Zip(sheets.Codes, (person, code) => (
            Person: person, Place: place with { Code = code }, Nonce: Nonce(dice),
            Answers: opinions.Of(person.StaffNumber, person.UnitName, place.Asked, since), Said: Said(person, dice))).ToList();
        comments.Write(ballots.ConvertAll(b => (b.Person.Service, b.Answers)));
        foreach (var together in ballots.Chunk(AtOnce))
            await Task.WhenAll(together.Select(b => Send(b.Place, new(b.Nonce, b.Answers, b.Said), stop)));
    }

    /// <summary>A store that is busy for a moment asks to be sent the same once more.</summary>
    private async Task Send(AnswerPlace place, Sending what, CancellationToken stop)
    {
        while ((await desks.Ask((RespondingDesk desk) => desk.Send(place, what, stop))).OfTheDemo().Receipt is null)
            await Task.Delay(50, stop);
    }

    private Task<List<Asked>> AskedBy(SurveyRound round, CancellationToken stop) => desks.Ask((FairloadDb db) => (
        from person in db.Set<RoundPerson>()
        join unit in db.Set<RoundUnit>() on person.UnitId equals unit.Id
        join worker in db.Workers on person.WorkerId equals worker.Id
        where person.RoundId == round.Id
        orderby worker.StaffNumber
        select new Asked(worker.StaffNumber, unit.Number, unit.Name, unit.Service, person.RoleGroup)).ToListAsync(stop));

    /// <summary>Most say where they work and what they are; some would rather not.</summary>
    private static Dictionary<string, string> Said(Asked person, Random dice) => new()
    {
        [Background.Unit] = dice.Next(25) == 0 ? Background.NotSaid : person.Unit.ToString(CultureInfo.InvariantCulture),
        [Background.Code(BackgroundQuestion.RoleGroup)] = dice.Next(25) == 0 ? Background.NotSaid : person.RoleGroup,
    };

    private static string Nonce(Random dice) =>
        string.Concat(Enumerable.Range(0, 32).Select(_ => AccessCode.Letters[dice.Next(AccessCode.Letters.Length)]));
}

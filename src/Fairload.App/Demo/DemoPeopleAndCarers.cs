using System.Globalization;
using Fairload.App.Store;
using Fairload.App.Surveys.Paper;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Demo;

/// <summary>
/// What people and carers said some months ago: sheets with a code handed out by workers of a few teams, and paper typed in by the
/// principal social worker. Who they were is not known here either.
/// </summary>
internal sealed class DemoPeopleAndCarers(DemoDesks desks, DemoReaders people, MovedClock clock)
{
    private const int DaysAgo = 120;
    private const int DaysOpen = 28;
    private const int DaysToRelease = 10;
    private const string Site = "http://127.0.0.1:5080";

    private const int TeamsAsked = 9;
    private const int InAll = 200;

    /// <summary>In hundred answers.</summary>
    private const int OnPaper = 20;
    private const int SheetsEach = 60;

    private static readonly string[] Wishes =
    [
        "Please ring back when you say you will.", "My worker listens. Thank you.", "I would like to know who comes when you are on leave.",
        "Write letters in plain words.", "It was good that you came to our house.", "Tell us earlier about meetings.",
        "My mother could do with a break now and then.", "I had four workers in one year.",
    ];

    public async Task Hold(DemoCouncil council, CancellationToken stop)
    {
        var day = council.Today.AddDays(-DaysAgo);
        clock.MoveTo(day);
        var plan = new RoundPlan(
            "people-and-carers", RoundMode.HandedOut, day, day.AddDays(DaysOpen), RoundPlan.UsualFloor, RoundPlan.UsualCommentFloor, [],
            "Maureen at the Carers' Centre, 01632 960 114");
        var round = (await desks.Ask((RoundDesk desk) => desk.Plan(plan, people.Principal, stop))).OfTheDemo();
        round = (await desks.Ask((OpeningDesk desk) => desk.Open(round.Id, Site, people.Principal, stop))).OfTheDemo();
        await Answer(round, new Random(council.Seed + DaysAgo), new DemoOpinions(council.Seed + DaysAgo), stop);
        clock.MoveTo(round.ClosesOn);
        (await desks.Ask((OpeningDesk desk) => desk.Close(round.Id, people.Principal, stop))).OfTheDemo();
        clock.MoveTo(round.ClosesOn.AddDays(DaysToRelease));
        (await desks.Ask((ReleaseDesk desk) => desk.Release(round.Id, people.Principal, stop))).OfTheDemo();
    }

    private async Task Answer(SurveyRound round, Random dice, DemoOpinions opinions, CancellationToken stop)
    {
        var sheets = (await desks.Ask((OpeningDesk desk) => desk.Print(round.Id, InAll, false, people.Principal, stop))).OfTheDemo();
        var place = (await desks.Ask((RespondingDesk desk) => desk.Find(sheets.Codes[0].Text, true, stop))).OfTheDemo();
        // Every so manyth team, so that several services are among them.
        var step = Math.Max(1, place.Units.Count / TeamsAsked);
        var asked = place.Units.Where((_, at) => at % step == 0).Take(TeamsAsked).ToList();
        await Count(round, place.Units, asked, stop);
        for (var n = 0; n < InAll; n++)
        {
            // Of the last team only a few answer.
            var team = asked[Math.Min(asked.Count - 1, n % (asked.Count * 2) / 2)];
            if (team == asked[^1] && n > InAll / 3) team = asked[0];
            var what = new Sending(Nonce(dice), Said(n, team, place.Asked, dice, opinions), Of(team, dice));
            if (dice.Next(100) < OnPaper)
                (await desks.Ask((KeyingDesk desk) => desk.Key(round.Id, new(what, ""), people.Principal, stop))).OfTheDemo();
            else
                await Send(place with { Code = sheets.Codes[n] }, what, stop);
        }
    }

    private async Task Count(
        SurveyRound round, IReadOnlyList<RoundUnit> all, IReadOnlyList<RoundUnit> asked, CancellationToken stop)
    {
        var version = (await desks.Ask((RoundReading reading) => reading.Show(round.Id, people.Principal, stop)))!.Round.Version;
        var numbers = all.ToDictionary(u => u.Number, u => (int?)(asked.Contains(u) ? SheetsEach : 0));
        (await desks.Ask((HandedOutDesk desk) => desk.Enter(round.Id, numbers, version, people.Principal, stop))).OfTheDemo();
    }

    /// <summary>A store that is busy for a moment asks to be sent the same once more.</summary>
    private async Task Send(AnswerPlace place, Sending what, CancellationToken stop)
    {
        while ((await desks.Ask((RespondingDesk desk) => desk.Send(place, what, stop))).OfTheDemo().Receipt is null)
            await Task.Delay(50, stop);
    }

    private static Dictionary<string, string[]> Said(int number, RoundUnit team, Questionnaire asked, Random dice, DemoOpinions opinions)
    {
        var said = opinions.Of($"person {number}", team.Name, asked, 0.4);
        foreach (var item in asked.Items.Where(i => i.Kind == ItemKind.Text))
        {
            if (dice.Next(5) == 0) said[item.Code] = [Wishes[dice.Next(Wishes.Length)]];
        }

        return said;
    }

    private static Dictionary<string, string> Of(RoundUnit team, Random dice) => new()
    {
        [Background.Unit] = dice.Next(30) == 0 ? Background.NotSaid : team.Number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Nonce(Random dice) =>
        string.Concat(Enumerable.Range(0, 32).Select(_ => AccessCode.Letters[dice.Next(AccessCode.Letters.Length)]));
}

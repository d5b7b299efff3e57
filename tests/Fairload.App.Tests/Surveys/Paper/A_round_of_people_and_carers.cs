using Fairload.App.HealthCheck.Measures;
using Fairload.App.Surveys.Paper;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Rounds;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Surveys.Rounds;
using Fairload.Core.Disclosure;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Surveys.Paper;

public sealed class A_round_of_people_and_carers
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Lists_nobody_and_asks_nothing_that_is_about_staff(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        Assert.Equal(
            ["Nobody is listed among people and carers, so nobody can be sent a code of their own. Choose codes that are handed out, or a kiosk",
                "These questions are about staff. Of people and carers only the team that helps them is asked"],
            Council.Refused(await council.TryPlan(council.Plan with { Questionnaire = "people-and-carers" })));

        var planned = await council.Planned(Plan(council));
        var view = await council.Look(planned);
        Assert.Equal((Respondents.PeopleAndCarers, 4, 0), (view.Round.Respondents, view.Units.Count, view.People));
        Assert.Null(view.Before);
        Assert.StartsWith("Teams are joined by how many staff they have", Council.Refused(
            await council.Council.Ask((RoundDesk desk) => desk.JoinAsSuggested(planned.Id, SurveyedCouncil.Principal, default)))[0],
            StringComparison.Ordinal);

        var round = Council.Good(await council.TryOpen(planned));
        Assert.Equal((0, 0), await council.Council.Db(async db =>
            (await db.Set<RoundPerson>().CountAsync(), await db.Set<RoundDelivery>().CountAsync())));
        Assert.Empty(council.Letters());
        Assert.Null((await council.Look(round)).Line.Band);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_how_many_answered_only_of_teams_whose_sheets_were_counted(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened(Plan(council));
        var numbers = (await council.Look(round)).Units.ToDictionary(u => u.Name, u => u.Number);
        Council.Good(await Count(council, round, new() { [numbers["Ash"]] = 60, [numbers["Cedar"]] = 16 }));
        await Answer(council, round, (numbers["Ash"], 15), (numbers["Cedar"], 14), (numbers["Dove"], 12));
        Council.Good(await council.Council.Ask((OpeningDesk desk) => desk.Close(round.Id, SurveyedCouncil.Principal, default)));
        var result = Council.Good(await council.Council.Ask(
            (ReleaseDesk desk) => desk.Release(round.Id, SurveyedCouncil.Principal, default)));

        var (ash, cedar, dove) = (Of("Ash"), Of("Cedar"), Of("Dove"));
        Assert.Equal((15, 60, ResponseBand.UnderHalf), (ash.Answered, ash.HandedOut, ash.Response));
        // Nearly all sheets of Cedar came back, and nobody knows how many Dove handed out: all may have.
        Assert.Equal((null, null, ResponseBand.FourFifthsAndOver), (cedar.Answered, cedar.HandedOut, cedar.Response));
        Assert.Equal((null, null, ResponseBand.NotKnown), (dove.Answered, dove.HandedOut, dove.Response));
        Assert.Equal((null, null), (result.Whole.Answered, result.Whole.HandedOut));
        Assert.All([ash, cedar, dove], l => Assert.NotEmpty(l.Themes));
        Assert.Equal(HiddenBecause.Small, Of("Beech").Hidden);
        Assert.StartsWith("The results are out", Council.Refused(await Count(council, round, new() { [1] = 5 }))[0],
            StringComparison.Ordinal);

        var measure = (await council.Council.Ask((MeasureDesk desk) => desk.One("people-and-carers", SurveyedCouncil.Principal, default)))!;
        Assert.Equal(
            result.Whole.Themes.Select(t => ($"theme-{t.Theme}", t.Score)),
            measure.Reading.Council.Parts.Select(p => (p.Code, (decimal?)p.Value)));

        ResultLine Of(string name) => result.Lines.Single(l => l.Name == name);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_no_more_keyed_in_ballots_than_sheets_that_a_team_handed_out(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened(Plan(council));
        Council.Good(await Count(council, round, new() { [1] = 2 }));
        Assert.StartsWith("Enter how many sheets Ash handed out", Council.Refused(await Count(council, round, new() { [1] = -1 }))[0],
            StringComparison.Ordinal);
        Assert.StartsWith("There is no such team", Council.Refused(await Count(council, round, new() { [9] = 1 }))[0],
            StringComparison.Ordinal);

        foreach (var n in new[] { 1, 2 }) Council.Good(await A_ballot_that_is_keyed_in.Key(council, round, n, "1", item: "K1", value: "3"));
        Assert.StartsWith("2 ballots have been keyed in for this team",
            Council.Refused(await A_ballot_that_is_keyed_in.Key(council, round, 3, "1", item: "K1", value: "3"))[0],
            StringComparison.Ordinal);
        Council.Good(await A_ballot_that_is_keyed_in.Key(council, round, 4, "2", item: "K1", value: "3"));
        Council.Good(await Count(council, round, new() { [1] = null }));
        Council.Good(await A_ballot_that_is_keyed_in.Key(council, round, 3, "1", item: "K1", value: "3"));
        Council.Good(await council.Council.Ask((OpeningDesk desk) => desk.Print(round.Id, 200, false, SurveyedCouncil.Principal, default)));
    }

    private static RoundPlan Plan(SurveyedCouncil council) =>
        council.Plan with { Questionnaire = "people-and-carers", Mode = RoundMode.HandedOut, Background = [] };

    private static async Task<Result<SurveyRound>> Count(SurveyedCouncil council, SurveyRound round, Dictionary<int, int?> sheets)
    {
        var version = (await council.Look(round)).Round.Version;
        return await council.Council.Ask(
            (HandedOutDesk desk) => desk.Enter(round.Id, sheets, version, SurveyedCouncil.Principal, default));
    }

    private static async Task Answer(SurveyedCouncil council, SurveyRound round, params (int Unit, int Ballots)[] answers)
    {
        var sheets = Council.Good(await council.Council.Ask((OpeningDesk desk) =>
            desk.Print(round.Id, answers.Sum(a => a.Ballots), false, SurveyedCouncil.Principal, default))).Codes;
        var number = 0;
        foreach (var (unit, ballots) in answers)
        {
            for (var n = 0; n < ballots; n++, number++)
            {
                var place = Council.Good(await council.Find(sheets[number].Text));
                var said = place.Asked.Items.Where(i => i.Kind == ItemKind.Scale).Index()
                    .ToDictionary(i => i.Item.Code, i => new[] { $"{1 + ((i.Index + number) % 3)}" });
                var what = new Sending(
                    $"{number:00000000000000000000000000000000}", said, new Dictionary<string, string> { [Background.Unit] = $"{unit}" });
                Assert.NotNull(Council.Good(await council.Council.Ask((RespondingDesk desk) => desk.Send(place, what, default))).Receipt);
            }
        }
    }
}

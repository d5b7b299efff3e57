using Fairload.App.Disclosure;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Rounds;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Tests.Surveys.Results;

public sealed class Letting_results_out
{
    private static readonly Reader Manager = new("Max Hill", null, [new(Role.TeamManager)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_groups_and_joins_the_small_ones(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await Answered(council, ("Ash", 7), ("Beech", 6), ("Cedar", 14), ("Dove", 12));
        var result = Council.Good(await Release(council, round));
        Assert.Equal(["all", "Adults", "Dove", "Children", "Ash + Beech", "Cedar"],
            result.Lines.Where(l => l.Level != ResultLevel.Background).Select(l => l.Level == ResultLevel.Whole ? l.Key : l.Name));
        Assert.All(result.Lines.Where(l => l.Level != ResultLevel.Background), l => Assert.Null(l.Hidden));
        Assert.All(result.Line("service:Adults")!.Themes, t => Assert.True(t.Margin >= 0.1m));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_nothing_before_the_close_and_the_same_ever_after(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await Cast(council, ("Cedar", 14), ("Dove", 12));
        Assert.Contains("This round is not closed, and nothing is told of one before. Close it first", Council.Refused(await Release(council, round)));
        Assert.Null(await Show(council, round, Manager));

        await Close(council, round);
        Assert.Null(await Show(council, round, Manager));
        var first = Council.Good(await Release(council, round));
        var again = Council.Good(await Release(council, round));
        Assert.Equivalent(first, again, strict: true);
        Assert.Equivalent(first, (await Show(council, round, Manager))!.Result, strict: true);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Hides_everything_where_fewer_than_the_floor_answered(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var result = Council.Good(await Release(council, await Answered(council, ("Cedar", 6), ("Dove", 3))));
        Assert.All(result.Lines, l => Assert.NotNull(l.Hidden));
        Assert.All(result.Lines, l => Assert.Empty(l.Items));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Writes_everything_that_went_out_into_the_ledger_and_the_audit_proves_it(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await Answered(council, ("Ash", 7), ("Beech", 6), ("Cedar", 14), ("Dove", 12));
        Council.Good(await Release(council, round));
        var lines = await council.Council.Ask((DisclosureDesk desk) => desk.Look(default));
        Assert.Equal(["people of pulse", $"round {round.Id}"], lines.Select(l => l.Chain));
        foreach (var line in lines)
        {
            var audit = await council.Council.Ask((DisclosureDesk desk) => desk.Audit(line.Chain, 10_000_000, default));
            Assert.True(Council.Good(audit!.Value).Proof.IsProved);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keeps_a_note_beside_a_group_and_loses_none_of_two(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await Answered(council, ("Cedar", 14), ("Dove", 12));
        Council.Good(await Release(council, round));
        Council.Good(await Say(council, round, "service:Adults", "The team moved in March.", 0));
        Assert.Equal(["Somebody has changed this note meanwhile. It now says: The team moved in March."],
            Council.Refused(await Say(council, round, "service:Adults", "Nobody moved.", 0)));
        Assert.Equal(["There is no such group in the results of this round. Open its page again"],
            Council.Refused(await Say(council, round, "service:None", "x", 0)));
        Assert.Equal("The team moved in March.", (await Show(council, round, Manager))!.Notes["service:Adults"].Text);
    }

    internal static Task<SurveyRound> Answered(SurveyedCouncil council, params (string Unit, int Ballots)[] answers) =>
        Answered(council, council.Plan.Questionnaire, answers);

    internal static async Task<SurveyRound> Answered(
        SurveyedCouncil council, string questionnaire, params (string Unit, int Ballots)[] answers)
    {
        var round = await Cast(council, questionnaire, answers);
        await Close(council, round);
        return round;
    }

    private static Task<SurveyRound> Cast(SurveyedCouncil council, params (string Unit, int Ballots)[] answers) =>
        Cast(council, council.Plan.Questionnaire, answers);

    private static async Task<SurveyRound> Cast(
        SurveyedCouncil council, string questionnaire, params (string Unit, int Ballots)[] answers)
    {
        var round = await council.Opened(council.Plan with { Questionnaire = questionnaire, Mode = RoundMode.Kiosk });
        var units = (await council.Look(round)).Units;
        var steward = Council.Good(
            await council.Council.Ask((OpeningDesk desk) => desk.Unlock(round.Id, SurveyedCouncil.Principal, default)));
        var number = 0;
        foreach (var (name, ballots) in answers)
        {
            var unit = units.Single(u => u.Name == name).Number;
            for (var n = 0; n < ballots; n++) await Answer(council, steward.Text, unit, ++number);
        }

        return round;
    }

    private static async Task Answer(SurveyedCouncil council, string steward, int unit, int number)
    {
        var place = Council.Good(await council.Find(steward));
        var answers = place.Asked.Items.Index().ToDictionary(i => i.Item.Code, i => new[] { $"{1 + ((i.Index + number) % 5)}" });
        var role = number % 9 == 0 ? "manager" : "social-worker";
        var said = new Dictionary<string, string> { [Background.Unit] = $"{unit}", ["role-group"] = role };
        var what = new Sending($"{number:00000000000000000000000000000000}", answers, said);
        var sent = await council.Council.Ask((RespondingDesk desk) => desk.Send(place, what, default));
        Assert.NotNull(Council.Good(sent).Receipt);
    }

    private static async Task Close(SurveyedCouncil council, SurveyRound round) =>
        Council.Good(await council.Council.Ask((OpeningDesk desk) => desk.Close(round.Id, SurveyedCouncil.Principal, default)));

    private static Task<Result<RoundResult>> Release(SurveyedCouncil council, SurveyRound round) =>
        council.Council.Ask((ReleaseDesk desk) => desk.Release(round.Id, SurveyedCouncil.Principal, default));

    private static Task<ResultView?> Show(SurveyedCouncil council, SurveyRound round, Reader reader) =>
        council.Council.Ask((ResultDesk desk) => desk.Show(round.Id, reader, default));

    private static Task<Result<string>> Say(SurveyedCouncil council, SurveyRound round, string group, string text, int version) =>
        council.Council.Ask((ResultDesk desk) => desk.Say(round.Id, group, text, version, SurveyedCouncil.Principal, default));
}

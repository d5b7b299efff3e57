using Fairload.App.Surveys.Rounds;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Surveys.Rounds;

public sealed class A_round_of_a_survey
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Before_it_opens_says_who_would_stand_alone_and_which_teams_to_join(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Planned(council.Plan with { Background = [BackgroundQuestion.RoleGroup, BackgroundQuestion.Contract] });

        var before = await council.Look(round);
        Assert.Equal((55, 4, 4), (before.People, before.Away, before.Agency));
        Assert.Equal(["Ash", "Beech", "Cedar", "Dove"], before.Units.Select(u => u.Name));
        // In each team one manager and one from an agency, and Ash and Beech are under the floor as they are.
        Assert.Equal(8, before.Before!.All.Alone);
        Assert.Equal(38, before.Before.Shown);
        Assert.Equal(55, before.Suggested!.Shown);
        Assert.Equal(["Ash, Beech"], before.Suggested.Units.Select(u => string.Join(", ", u.Teams)));

        Council.Good(await council.Council.Ask((RoundDesk desk) => desk.JoinAsSuggested(round.Id, SurveyedCouncil.Principal, default)));
        var after = await council.Look(round);
        Assert.Equal(["Ash, Beech", "Cedar", "Dove"], after.Units.Select(u => u.Name));
        Assert.Equal(55, after.Before!.Shown);
        Assert.All(after.Burden, b => Assert.Equal(1, b.Rounds));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Freezes_who_is_asked_and_sends_each_a_code_of_their_own(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened();

        Assert.Equal(RoundState.Open, round.State);
        var letters = council.Letters();
        Assert.Equal(55, letters.Count);
        Assert.Equal(55, (await council.Codes()).Distinct().Count());
        Assert.All(letters, l => Assert.Contains("https://fairload.example.org/answer#", l, StringComparison.Ordinal));
        // Nobody's name, and the same words to all but for the code.
        Assert.All(letters, l => Assert.DoesNotContain("Person", l, StringComparison.Ordinal));
        Assert.StartsWith("This round has been opened", Council.Refused(await council.TryOpen(round))[0], StringComparison.Ordinal);
        Assert.Equal(55, council.Letters().Count);

        // Somebody who comes later is not asked.
        await council.Council.Db(db => db.Change(
            () =>
            {
                db.Add(Core.Workforce.Worker.Join(new("S900", "Somebody New", Email: "new@example.org"), null));
                return Task.FromResult(default(Done));
            },
            default));
        await council.Council.Ask((OpeningDesk desk) => desk.Tend(default));
        Assert.Equal((55, 55), ((await council.Look(round)).People, council.Letters().Count));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Reminds_twice_and_keeps_nothing_that_says_whose_code_is_whose(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened();
        var codes = await council.Codes();
        foreach (var code in codes.Take(9)) Council.Good(await council.Answer(code));

        // Nine have answered, one fewer than the floor: nobody knows it yet.
        Council.Good(await Remind(council, round));
        Assert.Equal(55 + 55, council.Letters().Count);
        Council.Good(await council.Answer(codes[9]));
        Council.Good(await council.Answer(codes[10]));
        Council.Good(await Remind(council, round));
        Assert.Equal(110 + 44, council.Letters().Count);
        Assert.Empty(await council.Codes());
        Assert.StartsWith("Fewer than 10", Council.Refused(await Remind(council, round))[0], StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_closed_by_hand_or_when_its_day_has_passed_and_keeps_no_codes(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var (first, second) = (await council.Opened(), await council.Opened(council.Plan with { ClosesOn = council.Today.AddDays(7) }));
        Assert.Equal(110, (await council.Codes()).Count);

        var closed = Council.Good(
            await council.Council.Ask((OpeningDesk desk) => desk.Close(first.Id, SurveyedCouncil.Principal, default)));
        Assert.Equal((RoundState.Closed, "Pat Singh"), (closed.State, closed.ClosedBy));
        Assert.Equal(55, (await council.Codes()).Count);
        council.Council.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Equal(1, await council.Council.Ask((OpeningDesk desk) => desk.Tend(default)));

        Assert.Empty(await council.Codes());
        Assert.Equal(RoundState.Closed, (await council.Look(second)).Round.State);
        Assert.Equal(0, await council.Council.Ask((OpeningDesk desk) => desk.Tend(default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_how_many_answer_only_in_bands_and_only_above_the_floor(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened();
        var codes = await council.Codes();
        foreach (var code in codes.Take(9)) Council.Good(await council.Answer(code));
        Assert.Null((await council.Look(round)).Line.Band);

        Council.Good(await council.Answer(codes[9]));
        Assert.Equal(ParticipationBand.UnderAQuarter, (await council.Look(round)).Line.Band);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task That_is_open_takes_a_higher_floor_and_refuses_a_lower_one(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened();
        foreach (var code in (await council.Codes()).Take(11)) Council.Good(await council.Answer(code));
        Assert.NotNull((await council.Look(round)).Line.Band);

        Assert.StartsWith("People were promised", Council.Refused(await Stricter(9))[0], StringComparison.Ordinal);
        Assert.Equal(12, Council.Good(await Stricter(12)).Floor);
        // The store of ballots holds to it too: eleven are too few now.
        Assert.Null((await council.Look(round)).Line.Band);

        Task<Result<SurveyRound>> Stricter(int floor) => council.Council.Ask(
            (OpeningDesk desk) => desk.Strengthen(round.Id, new(floor, 20, []), SurveyedCouncil.Principal, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Planned_twice_at_once_is_one_round(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var plan = council.Plan;
        var planned = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => council.TryPlan(plan)));

        Assert.Single(planned.Select(p => Council.Good(p).Id).Distinct());
        var opened = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => council.TryOpen(Council.Good(planned[0]))));
        Assert.Single(opened, o => o.Try(out _, out _));
        Assert.Equal(55, (await council.Codes()).Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_not_joined_across_services_or_of_teams_that_are_not_there(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Planned();

        Assert.StartsWith("There is no team called Elm", await Joined(["Elm"]), StringComparison.Ordinal);
        Assert.StartsWith("Ash is named twice", await Joined(["Ash", "Beech"], ["Ash"]), StringComparison.Ordinal);
        Assert.Contains("of different services", await Joined(["Ash", "Dove"]), StringComparison.Ordinal);
        Assert.Contains("more than 3 teams or 30 people", await Joined(["Ash", "Beech", "Cedar"]), StringComparison.Ordinal);
        Assert.Equal(4, (await council.Look(round)).Units.Count);

        async Task<string> Joined(params string[][] groups) => Council.Refused(
            await council.Council.Ask((RoundDesk desk) => desk.Join(round.Id, groups, SurveyedCouncil.Principal, default)))[0];
    }

    [Fact]
    public async Task Is_planned_by_the_principal_social_worker_and_seen_by_the_union_and_only_known_of_by_managers()
    {
        await using var council = await SurveyedCouncil.On("sqlite");
        var (manager, union) = (new Reader("M", null, [new(Role.TeamManager)]), new Reader("U", null, [new(Role.UnionRepresentative)]));
        var planned = await council.Planned();

        Assert.Empty((await All(manager)).Rounds);
        Assert.Single((await All(union)).Rounds);
        Council.Good(await council.TryOpen(planned));
        Assert.Null(Assert.Single((await All(manager)).Rounds).Band);
        Assert.False((await council.Council.Ask((RoundReading r) => r.Show(planned.Id, union, default)))!.MayPlan);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Council.Ask((RoundReading r) => r.Show(planned.Id, manager,
            default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Council.Ask((OpeningDesk d) => d.Close(planned.Id, union,
            default)));

        Task<RoundList> All(Reader reader) => council.Council.Ask((RoundReading r) => r.All(reader, default));
    }

    private static Task<Result<SurveyRound>> Remind(SurveyedCouncil council, SurveyRound round) =>
        council.Council.Ask((OpeningDesk desk) => desk.Remind(round.Id, SurveyedCouncil.Principal, default));
}

using Fairload.App.Home;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Returns;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Surveys.Results;
using Fairload.App.Tests.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Returns;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Tests.Surveys.Returns;

public sealed class Making_a_return
{
    private static readonly Reader Director = new("Dana Cole", null, [new(Role.Director)]);
    private static readonly Reader Union = new("Ola Reed", null, [new(Role.UnionRepresentative)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_at_once_lose_nothing_of_one_another(string engine)
    {
        await using var council = await Council.On(engine);
        var year = council.Clock.UkToday.Year;
        Council.Good(await Ask(council, d => d.Begin(year, Director, default)));
        Council.Good(await Ask(council, d => d.Begin(year, SurveyedCouncil.Principal, default)));

        var sections = new[] { ("workload", "EW1"), ("allocation", "EA1"), ("supervision", "ES1"), ("tools", "ET1") };
        var saved = await Task.WhenAll(sections.Select(s => Task.Run(() => Save(council, s.Item1, 0, (s.Item2, "3")))));
        Assert.All(saved, s => Assert.True(s.Try(out _, out _)));

        Council.Good(await Save(council, "workload", 1, ("EW1", "2")));
        Council.Good(await Save(council, "workload", 1, ("EW1", "2")));
        Assert.Contains("Dana Cole has saved this section meanwhile", Assert.Single(Council.Refused(
            await Save(council, "workload", 1, ("EW1", "na")))), StringComparison.Ordinal);
        var view = (await Ask(council, d => d.Show(year, null, Director, default)))!;
        Assert.Equal(4, view.Answers.Count);
        Assert.Equal((2, 2), (view.Section("workload")!.Answers["EW1"].Value, view.Section("workload")!.Version));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_read_by_others_once_it_is_signed_and_a_correction_takes_its_place(string engine)
    {
        await using var council = await Council.On(engine);
        var year = council.Clock.UkToday.Year;
        Assert.Equal(year, (await Today(council, Director)).UnsignedReturn);
        Council.Good(await Ask(council, d => d.Begin(year, Director, default)));
        Council.Good(await Save(council, "workload", 0, ("EW1", "3"), ("EW1N", "The policy of May.")));
        Assert.Null(await Ask(council, d => d.Show(year, null, Union, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Ask(council, d => d.Sign(year, "Union", 1, Union, default)));

        Council.Good(await Ask(council, d => d.Sign(year, "Director", 1, Director, default)));
        Assert.Null((await Today(council, Director)).UnsignedReturn);
        var refused = Assert.Single(Council.Refused(await Save(council, "workload", 1, ("EW1", "1"))));
        Assert.Contains("is not changed any more", refused, StringComparison.Ordinal);
        Council.Good(await Ask(council, d => d.Correct(year, "The policy had lapsed.", SurveyedCouncil.Principal, default)));
        Council.Good(await Save(council, "workload", 1, ("EW1", "2")));
        Assert.Equal(3, (await Ask(council, d => d.Show(year, null, Union, default)))!.Section("workload")!.Answers["EW1"].Value);

        var begun = (await Ask(council, d => d.Show(year, null, Director, default)))!.Return;
        Council.Good(await Ask(council, d => d.Sign(year, "Director", begun.Version, Director, default)));
        var now = (await Ask(council, d => d.Show(year, null, Union, default)))!;
        Assert.Equal((2, 2), (now.Return.Number, now.Section("workload")!.Answers["EW1"].Value));
        var before = (await Ask(council, d => d.Show(year, 1, Union, default)))!;
        Assert.Equal((true, 3), (before.IsSuperseded, before.Section("workload")!.Answers["EW1"].Value));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Lays_the_signed_one_of_the_year_beside_what_was_let_out(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await Letting_results_out.Answered(council, ("Cedar", 14), ("Dove", 12));
        Council.Good(await council.Council.Ask((ReleaseDesk desk) => desk.Release(round.Id, SurveyedCouncil.Principal, default)));
        var before = (await Results(council, round))!;
        Assert.Empty(before.Gaps(before.Result.Whole));

        var year = round.LastDay.Year;
        Council.Good(await Ask(council.Council, d => d.Begin(year, Director, default)));
        Council.Good(await Save(council.Council, year, "workload", 0, ("EW1", "3"), ("EW3", "na")));
        Council.Good(await Ask(council.Council, d => d.Sign(year, "Director", 1, Director, default)));
        var view = (await Results(council, round))!;
        var gaps = view.Gaps(view.Result.Whole);
        Assert.Equal(view.Asked.Items.Where(i => i.Expectation is not null).Select(i => i.Expectation), gaps.Select(g => g.Expectation));
        Assert.All(gaps, g => Assert.Equal(view.Result.Whole.Item(g.Staff.Code)?.Shares[2], g.Share));
    }

    private static Task<ResultView?> Results(SurveyedCouncil council, SurveyRound round) =>
        council.Council.Ask((ResultDesk desk) => desk.Show(round.Id, Union, default));

    private static Task<SurveysToday> Today(Council council, Reader reader) =>
        council.Ask((SurveysTodayDesk desk) => desk.Of(reader, council.Clock.UkToday, default));

    private static Task<Result<EmployersReturn>> Save(
        Council council, string section, int version, params (string Item, string Said)[] given) =>
        Save(council, council.Clock.UkToday.Year, section, version, given);

    private static Task<Result<EmployersReturn>> Save(
        Council council, int year, string section, int version, params (string Item, string Said)[] given) =>
        Ask(council, d => d.Save(year, section, version, given.ToDictionary(g => g.Item, g => g.Said), Director, default));

    private static Task<T> Ask<T>(Council council, Func<ReturnDesk, Task<T>> ask) => council.Ask(ask);
}

using System.Text;
using Fairload.App.Surveys.Earlier;
using Fairload.App.Surveys.Results;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Surveys.Results;
using Fairload.App.Tests.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Earlier;
using Fairload.Core.Surveys.Results;

namespace Fairload.App.Tests.Surveys.Earlier;

public sealed class Figures_of_earlier_surveys
{
    private const string Heads = "Year,Group,Question,Scale,Measure,Answer,Value,Answered,Source\n";

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_looked_at_taken_in_and_told_anew_by_a_later_file(string engine)
    {
        await using var council = await Council.On(engine);
        Council.Good(await Import(council, Heads + "2024,,Was it good?,,,,61,120,Elsewhere\n", look: true));
        Assert.Empty(await All(council));

        Council.Good(await Import(council, Heads + "2024,,Was it good?,,,,61,120,Elsewhere\n15/03/2025,Ash,Was it good,,mean,,3.4,,Elsewhere\n"));
        Council.Good(await Import(council, Heads + "2024,,Was it good ?,,,,62%,130,Elsewhere\n"));
        var kept = Assert.Single(await All(council));
        Assert.Equal([2024, 2025], kept.Years);
        Assert.Equal("was it good", kept.WordingKey);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Stand_beside_the_results_of_a_round_and_say_who_called_them_the_same(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await Letting_results_out.Answered(council, ("Ash", 7), ("Beech", 6), ("Cedar", 14), ("Dove", 12));
        Council.Good(await council.Council.Ask((ReleaseDesk desk) => desk.Release(round.Id, SurveyedCouncil.Principal, default)));
        Council.Good(await Import(council.Council, Heads + "2024,Cedar,Was it good?,,,,61,40,Elsewhere\n2024,,Was it good?,,,,97,120,Elsewhere\n"));
        Assert.All(await Beside(), e => Assert.Equal(NoComparison.Wording, e.Why));

        Assert.Equal(["pulse has no item P9 whose answers are counted"], Council.Refused(await Say("P9")));
        Council.Good(await Say("P1"));
        Council.Good(await Say("P2"));
        Assert.All(await Beside(), e => Assert.Equal(("P2", null, SurveyedCouncil.Principal.Name), (e.Item, e.Why, e.SaidBy)));
        Assert.Equal([new ShownShare(null, 5, true), new(61, 10, false)], (await Beside()).Select(e => e.Shares[0].Share));
        Council.Good(await Say(""));
        Assert.All(await Beside(), e => Assert.Equal(NoComparison.Wording, e.Why));

        async Task<IReadOnlyList<EarlierBeside>> Beside() =>
            (await council.Council.Ask((ResultDesk desk) => desk.Show(round.Id, SurveyedCouncil.Principal, default)))!.Earlier;
        Task<Result<string>> Say(string item) => council.Council.Ask(
            (EarlierDesk desk) => desk.Say("WAS it good", "pulse", item, SurveyedCouncil.Principal, default));
    }

    [Fact]
    public async Task Are_refused_row_by_row_and_whole_only_where_there_is_no_table()
    {
        await using var council = await Council.On("sqlite");
        Assert.Equal(["earlier.csv needs the columns year, question, value and source in one row. Nothing was stored"],
            Council.Refused(await Import(council, "a,b\n1,2\n")));
        var read = Council.Good(await Import(council, Heads
            + "2024,,A?,,,,61,9,E\n2024,,A?,,median,,61,120,E\n2024,,A?,,,,61,1.5,E\nlong ago,,A?,,,,61,120,E\n2024,,A?,,,,61,120,E\n2024,,a,,,,62,120,E\n"));
        Assert.Equal(
            [
                "Row 2 is about fewer than 10 people, so it is not taken in, whoever showed it before",
                "Row 3: median is no measure; write favourable, mean or count. The row was left out",
                "Row 4: 1.5 is no number of people who answered. The row was left out",
                "Row 5: 0 is no year from 1990 to 2026. The row was left out",
                "Row 7 tells once more what a row above it tells. The row was left out",
            ], read.LeftOut.Select(p => p.Message));
        Assert.Equal(61, Assert.Single(read.Figures).Value);
    }

    [Fact]
    public async Task Are_for_whoever_plans_surveys()
    {
        await using var council = await Council.On("sqlite");
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask(
            (EarlierDesk desk) => desk.All(new("Max Hill", null, [new(Role.TeamManager)]), default)));
    }

    private static Task<IReadOnlyList<EarlierQuestion>> All(Council council) =>
        council.Ask((EarlierDesk desk) => desk.All(SurveyedCouncil.Principal, default));

    private static Task<Result<EarlierRead>> Import(Council council, string rows, bool look = false) => council.Ask((EarlierDesk desk) =>
        desk.Import(new MemoryStream(Encoding.UTF8.GetBytes(rows)), "earlier.csv", look, SurveyedCouncil.Principal, default));
}

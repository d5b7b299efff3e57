using Fairload.Core.Disclosure;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Tests.Surveys.Results;

public sealed class The_results_of_people_and_carers
{
    private const int Floor = 10;

    [Fact]
    public void Join_no_teams_because_nobody_knows_how_many_a_group_would_hold()
    {
        var result = Result([Unit(1, "N", 40), Unit(2, "N", 40), Unit(3, "N", 60)], [7, 8, 30]);
        Assert.Equal([null, null, 30], Answered(result, "U1", "U2", "U3"));
        Assert.Equal(45, result.Line("service:N")!.Answered);
        Assert.DoesNotContain(result.Lines, l => l.Name.Contains('+', StringComparison.Ordinal));
    }

    [Fact]
    public void Tell_no_number_where_fewer_sheets_than_the_floor_are_missing_or_more_came_than_were_handed_out()
    {
        var result = Result([Unit(1, "N", 40), Unit(2, "S", 39), Unit(3, "W", 20), Unit(4, "X", 60)], [30, 30, 25, 10]);
        Assert.Equal([30, null, null], Answered(result, "U1", "U2", "U3"));
        Assert.Equal((40, null, null), (Line(result, "U1").HandedOut, Line(result, "U2").HandedOut, Line(result, "U3").HandedOut));
        Assert.All(result.Lines, l => Assert.Null(l.Hidden));
    }

    [Fact]
    public void Tell_the_number_of_a_team_beside_one_that_nobody_asked_or_counted()
    {
        var result = Result([Unit(1, "N", 60), Unit(2, "N", 16), Unit(3, "N", null), Unit(4, "S", null)], [15, 14, 0, 12]);
        Assert.Equal([15, null, null, null], Answered(result, "U1", "U2", "U3", "U4"));
        Assert.Equal([null, null], new[] { result.Whole.Answered, result.Line("service:N")!.Answered });
        Assert.Equal([60, null], new[] { Line(result, "U1").HandedOut, Line(result, "U2").HandedOut });
    }

    [Fact]
    public void Tell_of_no_group_a_number_whose_sheets_are_not_all_counted_and_never_a_group_under_the_floor()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var dice = new Random(seed);
            var units = Enumerable.Range(1, dice.Next(2, 9))
                .Select(n => Unit(n, $"S{dice.Next(3)}", dice.Next(3) == 0 ? null : dice.Next(0, 60))).ToList();
            var answers = units.ConvertAll(_ => dice.Next(0, 40));
            var result = Result(units, answers);
            foreach (var line in result.Lines)
            {
                var of = units.Index().Where(u => line.Level == ResultLevel.Whole || line.Key == $"service:{u.Item.Service}"
                    || line.Name == u.Item.Name).ToList();
                var (people, asked) = (of.Sum(u => answers[u.Index]), of.Select(u => u.Item.Asked).ToList());
                Assert.True(line.Hidden is not null || people >= Floor, $"{line.Key} of {seed}");
                if (line.Answered is not { } told) continue;
                Assert.DoesNotContain(null, asked);
                Assert.Equal((people, asked.Sum()), (told, line.HandedOut));
                Assert.True(asked.Sum() - told >= Floor, $"{asked.Sum() - told} did not answer of {line.Key} of {seed}");
            }
        }
    }

    private static RoundResult Result(IReadOnlyList<ResultUnit> units, IReadOnlyList<int> answers)
    {
        var ballots = units.Index().SelectMany(u => Enumerable.Range(0, answers[u.Index]).Select(n => One(u.Item.Number, n)));
        var asked = units.Where(u => u.Asked is not null).Select(u => new AskedInCell(u.Number, u.Asked!.Value)).ToList();
        var structured = RoundStructure.Of("r", units, ballots, [], asked, DisclosureRule.Usual, Respondents.PeopleAndCarers);
        Assert.True(structured.Try(out var structure, out _));
        Assert.True(Protection.Of(structure.Population, [], structure.Wanted, DisclosureRule.Usual).Try(out var release, out _));
        return RoundResult.From(structure, release, MadeUpAnswers.Form);
    }

    private static ResultUnit Unit(int number, string service, int? handedOut) => new($"{number}", $"U{number}", service, handedOut);

    private static ResultLine Line(RoundResult result, string name) => result.Lines.Single(l => l.Name == name);

    private static IEnumerable<int?> Answered(RoundResult result, params string[] names) => names.Select(n => Line(result, n).Answered);

    private static Ballot One(string unit, int number) => new(
        new Dictionary<string, BallotAnswer> { ["W1"] = new BallotAnswer.Chosen(1 + (number % 3)) },
        new Dictionary<string, string> { ["unit"] = unit });
}

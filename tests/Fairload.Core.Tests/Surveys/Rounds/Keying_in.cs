using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.Core.Tests.Surveys.Rounds;

public sealed class Keying_in
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Fact]
    public void Never_makes_more_ballots_than_people_whatever_is_printed_answered_and_given_back()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var dice = new Random(seed);
            var (round, units) = Open(RoundMode.HandedOut, [.. Enumerable.Range(0, 3).Select(_ => dice.Next(1, 12))]);
            var people = units.Sum(u => u.People);
            var (unused, ballots, without, keyed) = (0, 0, 0, new int[units.Count]);
            for (var step = 0; step < 120; step++)
            {
                var at = dice.Next(units.Count);
                var isCode = unused > 0 && dice.Next(3) == 0;
                if (dice.Next(4) == 0 && round.Sheets + without < people) (round, unused) = (Printed(round), unused + 1);
                else if (dice.Next(3) == 0 && unused > 0) (unused, ballots) = (unused - 1, ballots + 1);
                else if (Why(round, units, at, new(keyed[at], without, keyed.Sum(), ballots), isCode) is null)
                    (unused, without, ballots, _) = (unused - (isCode ? 1 : 0), without + (isCode ? 0 : 1), ballots + 1, keyed[at]++);

                Assert.True(ballots + unused <= people, $"{ballots} ballots and {unused} codes for {people} people, seed {seed}");
                Assert.All(units.Index(), u => Assert.True(keyed[u.Index] <= u.Item.People));
            }
        }
    }

    [Theory]
    [InlineData(RoundMode.Kiosk, 3, 0, 3, 8, "3 ballots have been keyed in for this team")]
    [InlineData(RoundMode.Kiosk, 2, 0, 2, 9, "As many ballots are there as people were asked")]
    [InlineData(RoundMode.HandedOut, 2, 9, 9, 8, "Everybody who is asked has a code by now")]
    [InlineData(RoundMode.PersonalCodes, 0, 0, 0, 0, "0 ballots have been keyed in for this team")]
    public void Is_refused_in_a_sentence_where_somebody_would_count_twice(
        RoundMode mode, int forUnit, int without, int keyed, int ballots, string says)
    {
        var (round, units) = Open(mode, 3, 6);
        Assert.StartsWith(says, Why(round, units, 0, new(forUnit, without, keyed, ballots), false)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_people_and_carers_goes_as_far_as_sheets_were_handed_out_and_where_nobody_counted_them_without_end()
    {
        var (round, units) = Open(RoundMode.HandedOut, [0, 0], Respondents.PeopleAndCarers);
        Assert.Null(Why(round, units, 0, new(5000, 5000, 5000, 5000), false));
        var counted = new HandedOut(units[0].Id, round.Id, 4);
        Assert.Null(Why(round, units, 0, new(3, 90, 90, 90), false, counted));
        Assert.StartsWith("4 ballots", Why(round, units, 0, new(4, 90, 90, 90), false, counted)!.Message, StringComparison.Ordinal);
        Assert.Null(Why(round, units, 1, new(4, 90, 90, 90), false, counted));
        var all = new[] { counted, new HandedOut(units[1].Id, round.Id, 6) };
        Assert.StartsWith("10 ballots have been keyed in, as many as sheets",
            Why(round, units, null, new(0, 0, 10, 12), false, all)!.Message, StringComparison.Ordinal);
    }

    private static Problem? Why(
        SurveyRound round, IReadOnlyList<RoundUnit> units, int? at, KeyedSoFar so, bool usesCode, params HandedOut[] handedOut) =>
        KeyingRoom.Of(round, units, at is { } one ? units[one] : null, handedOut).WhyNot(so, usesCode);

    private static (SurveyRound Round, IReadOnlyList<RoundUnit> Units) Open(RoundMode mode, params int[] people) =>
        Open(mode, people, Respondents.Practitioners);

    private static (SurveyRound Round, IReadOnlyList<RoundUnit> Units) Open(RoundMode mode, int[] people, Respondents respondents)
    {
        var plan = new RoundPlan("pulse", mode, Today, Today.AddDays(14), 5, 20, [], "Ola Reed", respondents);
        Assert.True(SurveyRound.Plan(plan, 1, "00", "Pat", Today).Try(out var round, out _));
        var units = people.Index()
            .Select(p => new RoundUnit(Id<RoundUnit>.New(), round.Id, p.Index + 1, $"U{p.Index}", "Children", "", p.Item)).ToList();
        round.Open("{}", Math.Max(5, people.Sum()), 0, "", "Pat", Today);
        return (round, units);
    }

    private static SurveyRound Printed(SurveyRound round)
    {
        round.Printed(1);
        return round;
    }
}

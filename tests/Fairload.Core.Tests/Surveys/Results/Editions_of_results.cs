using Fairload.Core.Disclosure;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Tests.Surveys.Results;

public sealed class Editions_of_results
{
    private static Questionnaire Asked => MadeUpAnswers.Form.Asked;

    [Fact]
    public void For_members_have_no_unit_below_a_service()
    {
        var members = Editions.Of(Made(1), Edition.Members, Asked);
        Assert.DoesNotContain(members.Lines, l => l.Level == ResultLevel.Unit);
        Assert.Contains(members.Lines, l => l is { Level: ResultLevel.Service, Hidden: null });
    }

    [Fact]
    public void For_the_public_have_only_the_whole_and_services_of_twice_the_floor()
    {
        var result = Made(2) with
        {
            Lines =
            [
                Line("all", ResultLevel.Whole, 61), Line("a", ResultLevel.Service, 20), Line("b", ResultLevel.Service, 19),
                Line("c", ResultLevel.Service, null), Line("b1", ResultLevel.Unit, 19), Line("r", ResultLevel.Background, 40),
            ],
        };
        var told = Editions.Of(result, Edition.Public, Asked).Lines;
        Assert.Equal(["all 60 ", "a 20 ", "b  KeptBack", "c  KeptBack"], told.Select(l => $"{l.Key} {l.Answered} {l.Hidden}"));
    }

    /// <summary>Whatever a figure may stand for in the finer edition, it may stand for in the coarser one too.</summary>
    [Fact]
    public void Never_contradict_each_other()
    {
        var held = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var result = Made(seed);
            foreach (var edition in (Edition[])[Edition.Members, Edition.Public])
            {
                var half = edition == Edition.Public ? 2.5m : 0.5m;
                foreach (var coarse in Editions.Of(result, edition, Asked).Lines.Where(l => l.Hidden is null))
                {
                    var fine = result.Line(coarse.Key)!;
                    Assert.Null(fine.Hidden);
                    if (coarse.Answered is { } people) Assert.InRange(fine.Answered!.Value, people - (int)half, people + (int)half);
                    foreach (var item in coarse.Items)
                    {
                        foreach (var (rough, exact) in item.Shares.Zip(fine.Item(item.Item)!.Shares))
                        {
                            var (low, high) = Meant(exact, 0.5m);
                            Assert.InRange(low, Meant(rough, half).Low, Meant(rough, half).High);
                            Assert.InRange(high, Meant(rough, half).Low, Meant(rough, half).High);
                            held++;
                        }
                    }

                    foreach (var theme in coarse.Themes)
                    {
                        var exact = fine.Theme(theme.Theme)!;
                        var isOfFive = Asked.Themes.Single(t => t.Code == theme.Theme).Scoring == ThemeScoring.Mean5;
                        var (about, sure) = isOfFive ? (half / 10, 0.05m) : (half, 0.5m);
                        Assert.Equal(exact.Score is null, theme.Score is null);
                        Assert.True(theme.Margin >= exact.Margin);
                        if (theme.Score is null) Assert.Equal((exact.Low, exact.High), (theme.Low, theme.High));
                        else Assert.True(exact.Low - sure >= theme.Low - about && exact.High + sure <= theme.High + about);
                        held++;
                    }
                }
            }
        }

        Assert.True(held > 2_000, $"{held} figures");
    }

    [Fact]
    public void For_the_public_say_nothing_that_is_not_a_multiple_of_five()
    {
        foreach (var line in Enumerable.Range(0, 50).SelectMany(seed => Editions.Of(Made(seed), Edition.Public, Asked).Lines))
        {
            Assert.Equal(0, (line.Answered ?? 0) % 5);
            Assert.All(line.Items.SelectMany(i => i.Shares), s => Assert.Equal(0, (s.Value ?? 0) % 5));
            Assert.All(line.Themes, t => Assert.Equal(0, t.Margin % 0.5m));
        }
    }

    /// <summary>Whoever holds them all knows what the internal one says: the others are made from it, and a coarser one of a coarser one
    /// is the same again.</summary>
    [Fact]
    public void Say_nothing_that_the_internal_edition_does_not_say()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var result = Made(seed);
            Assert.Same(result, Editions.Of(result, Edition.Internal, Asked));
            foreach (var line in Editions.Of(result, Edition.Public, Asked).Lines.Where(l => l.Hidden is not null))
            {
                Assert.True(line is { Answered: null, Response: ResponseBand.NotKnown, Hidden: HiddenBecause.KeptBack });
                Assert.True(line is { Themes.Count: 0, Items.Count: 0 });
            }

            var members = Editions.Of(result, Edition.Members, Asked);
            foreach (var line in Editions.Of(members, Edition.Public, Asked).Lines.Where(l => l.Hidden is null))
                Assert.Equal(line.Answered, Editions.Of(result, Edition.Public, Asked).Line(line.Key)!.Answered);
        }
    }

    private static (decimal Low, decimal High) Meant(ShownShare share, decimal half) =>
        share.Value is { } value ? (value - half, value + half) : (share.NotUnder, share.NotOver);

    private static ResultLine Line(string key, ResultLevel level, int? answered) =>
        new(key, key, level, key == "all" ? null : key == "b1" ? "b" : "all", answered, ResponseBand.NotKnown, null, [], []);

    private static Ballot Ballot(string unit, Random random) => new(
        new Dictionary<string, BallotAnswer> { ["W1"] = new BallotAnswer.Chosen(random.Next(1, 4)) },
        new Dictionary<string, string> { ["unit"] = unit, ["role-group"] = "social-worker" });

    /// <summary>A made-up round of three services, let out.</summary>
    private static RoundResult Made(int seed)
    {
        var random = new Random(seed);
        var asked = Enumerable.Range(0, 6).Select(_ => random.Next(12, 60)).ToList();
        var units = asked.Select((people, u) => new ResultUnit($"{u + 1}", $"U{u}", $"S{u / 2}", people)).ToList();
        var ballots = units.Zip(asked, (u, people) => Enumerable.Range(0, people).Where(_ => random.Next(10) < 7)
            .Select(_ => Ballot(u.Number, random))).SelectMany(b => b).ToList();
        Assert.True(RoundStructure.Of(
            "r", units, ballots, ["role-group"], [.. units.Zip(asked, (u, people) => new AskedInCell($"{u.Number}|social-worker", people))],
            DisclosureRule.Usual).Try(out var structure, out _));
        Assert.True(Protection.Of(structure.Population, [], structure.Wanted, DisclosureRule.Usual).Try(out var release, out _));
        return RoundResult.From(structure, release, MadeUpAnswers.Form);
    }
}

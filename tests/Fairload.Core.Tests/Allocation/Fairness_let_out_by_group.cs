using Fairload.Core.Allocation;
using Fairload.Core.Disclosure;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Allocation;

public sealed class Fairness_let_out_by_group
{
    private static readonly DateOnly From = new(2026, 5, 30);
    private static readonly DateOnly To = new(2026, 11, 30);

    [Fact]
    public void Sets_a_group_beside_everybody_in_whole_per_cents()
    {
        // 20 say white at 100 of 100 each with 2 heavy cases; 20 black at 120 of 100 with 3. Half the room each; 60 of 100 heavy cases.
        var figures = LetOut([.. Many(20, "white", 100, 2, 1), .. Many(20, "black", 120, 3, 1)]);

        Assert.Equal((40, 110), (figures.People, figures.Load));
        var black = Line(figures, "black");
        Assert.Equal((20, 120, 1), (black.People, black.Load, black.Margin));
        Assert.Equal((50, 60, 50), (black.PartOfRoom!.Percent, black.PartOfTierThree!.Percent, black.PartOfNew!.Percent));
    }

    [Fact]
    public void Hides_a_group_under_the_floor_and_another_with_it()
    {
        // Nine said black, twenty white, and everybody said one of the two: white and the whole would tell of the nine.
        var figures = LetOut([.. Many(9, "black", 150, 1, 1), .. Many(20, "white", 100, 1, 1)]);

        Assert.Equal(HiddenBecause.Small, Line(figures, "black").Hidden);
        Assert.Equal(HiddenBecause.GivesAway, Line(figures, "white").Hidden);
        Assert.All(figures.Lines.Where(l => l.Hidden is not null), l => Assert.True(l is { Load: null, People: null, PartOfNew: null }));
    }

    [Fact]
    public void Does_not_tell_that_nobody_of_a_group_holds_any_of_the_heaviest()
    {
        var figures = LetOut([.. Many(20, "white", 100, 2, 1), .. Many(20, "black", 100, 0, 1)]);
        Assert.Equal(new(null, true), Line(figures, "black").PartOfTierThree);
    }

    [Fact]
    public void Does_not_know_parts_of_what_is_not_known_of_everybody()
    {
        var people = Many(20, "white", 100, 2, 1).Append(new(Said("white"), new(10, 10), null, 0)).ToList();
        Assert.Equal(new(null, false), Line(LetOut(people), "white").PartOfTierThree);
    }

    [Fact]
    public void Is_nothing_where_not_even_everybody_may_be_shown() => Assert.Null(Try(Many(9, "white", 100, 1, 1).ToList()));

    /// <summary>Everything that is shown, added and taken away in pairs and threes, by the people themselves and not by cells.</summary>
    [Fact]
    public void Leaves_no_group_under_the_floor_in_any_sum_or_difference_of_three() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(ArbMap.Default.GeneratorFor<int>().ToArbitrary(), Attack));

    private static void Attack(int seed)
    {
        var dice = new Random(seed);
        var people = Enumerable.Range(0, dice.Next(10, 60)).Select(_ => new PersonOfGroups(
            OwnGroups.Questions.Where(_ => dice.Next(4) > 0).ToDictionary(
                q => q, q => OwnGroups.Options(q)[dice.Next(2) * dice.Next(OwnGroups.Options(q).Count)]),
            new(dice.Next(50, 150), 100), dice.Next(4), dice.Next(5))).ToList();
        if (Try(people) is not { } figures) return;

        var shown = figures.Lines.Where(l => l.Hidden is null)
            .Select(l => people.Select(p => p.Said.GetValueOrDefault(l.Question) == l.Option ? 1 : 0).ToArray())
            .Append([.. people.Select(_ => 1)]).ToList();
        var sums =
            from one in shown
            from two in shown
            from three in shown
            from signs in new[] { (A: -1, B: 0), (A: -1, B: -1), (A: 1, B: -1) }
            select people.Select((_, i) => one[i] + (signs.A * two[i]) + (signs.B * three[i])).ToList();
        Assert.DoesNotContain(sums, sum => sum.All(s => s is 0 or 1) && sum.Sum() is > 0 and < DisclosureRule.UsualFloor);
    }

    [Fact]
    public void Never_looks_at_a_day_that_the_release_before_looked_at()
    {
        for (var last = new DateOnly(2024, 1, 1); last < new DateOnly(2028, 3, 1); last = last.AddDays(1))
        {
            var today = last.AddMonths(FairnessRelease.Months);
            Assert.InRange(FairnessRelease.FirstDay(today, last), last, last.AddDays(3));
            Assert.Equal(today.AddMonths(-FairnessRelease.Months), FairnessRelease.FirstDay(today, null));
        }
    }

    [Fact]
    public void Refuses_an_answer_that_is_not_offered_and_leaves_out_what_was_left_open()
    {
        Assert.False(OwnGroups.Read(new Dictionary<GroupQuestion, string> { [GroupQuestion.Sex] = "tall" }).Try(out _, out var problems));
        Assert.Equal("Sex", Assert.Single(problems!).Field);
        var read = OwnGroups.Read(new Dictionary<GroupQuestion, string> { [GroupQuestion.Sex] = "female", [GroupQuestion.Age] = "" });
        Assert.True(read.Try(out var said, out _));
        Assert.Equal(GroupQuestion.Sex, Assert.Single(said!).Key);
    }

    private static FairnessByGroups LetOut(IReadOnlyList<PersonOfGroups> people) => Try(people)!;

    private static FairnessByGroups? Try(IReadOnlyList<PersonOfGroups> people)
    {
        Assert.True(FairnessRelease.Population("r", people).Try(out var population, out _));
        Assert.True(Protection.Of(population, [], FairnessRelease.Wanted("r", people), DisclosureRule.Usual).Try(out var release, out _));
        Assert.True(release.Proof.IsProved);
        return FairnessRelease.Of(release, people, From, To);
    }

    private static FairnessLine Line(FairnessByGroups figures, string option) => figures.Lines.Single(l => l.Option == option);

    private static IEnumerable<PersonOfGroups> Many(int people, string group, long load, int heavy, int came) =>
        Enumerable.Repeat(new PersonOfGroups(Said(group), new(load, 100), heavy, came), people);

    private static Dictionary<GroupQuestion, string> Said(string group) => new() { [GroupQuestion.Ethnicity] = group };
}

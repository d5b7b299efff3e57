using Fairload.Core.Disclosure;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Returns;
using FsCheck;
using FsCheck.Fluent;
using static Fairload.Core.Tests.Surveys.Returns.MadeUpReturns;

namespace Fairload.Core.Tests.Surveys.Returns;

public sealed class Employer_and_staff_beside_each_other
{
    [Fact]
    public void Stand_in_the_order_in_which_staff_were_asked_with_both_sides()
    {
        var gaps = Gaps.Of(
            OfEmployer, [new("E1", 3, false, ""), new("E2", null, true, "")], OfStaff,
            Line(250, ("S1", 43), ("S2", 60), ("S3", 70), ("S4", 20)));
        Assert.Equal(["three", "one", "two", "four"], gaps.Select(g => g.Expectation));
        Assert.Equal([GapKind.NotAnswered, GapKind.EmployerHigher, GapKind.NotKnown, GapKind.NotAnswered], gaps.Select(g => g.Kind));
        Assert.Equal((3, 43, 7), (gaps[1].Says!.Value, gaps[1].Share!.Value.Value, gaps[1].Margin));
        Assert.Equal("E3", gaps[0].Employer!.Code);
        Assert.Null(gaps[3].Employer);
    }

    [Theory]
    [InlineData(3, 43, 250, GapKind.EmployerHigher)]
    [InlineData(3, 62, 250, GapKind.NotToldApart)]
    [InlineData(3, 62, 2500, GapKind.EmployerHigher)]
    [InlineData(2, 50, 20, GapKind.NotToldApart)]
    [InlineData(2, 90, 250, GapKind.EmployerLower)]
    [InlineData(2, 10, 250, GapKind.EmployerHigher)]
    [InlineData(1, 50, 250, GapKind.EmployerLower)]
    [InlineData(1, 0, 250, GapKind.NotToldApart)]
    [InlineData(1, 100, 250, GapKind.EmployerLower)]
    [InlineData(3, 100, null, GapKind.NotToldApart)]
    [InlineData(3, 60, null, GapKind.EmployerHigher)]
    public void Are_told_apart_only_where_the_margin_does_not_reach_what_the_answer_stands_for(
        int says, int favourable, int? answered, GapKind kind) =>
        Assert.Equal(kind, One(says, favourable, answered).Kind);

    [Fact]
    public void Are_not_compared_where_staff_are_hidden_and_the_employer_is_still_told()
    {
        var gap = Assert.Single(
            Gaps.Of(OfEmployer, [new("E1", 3, false, "")], OfStaff, Line(250, ("S1", null))), g => g.Expectation == "one");
        Assert.Equal((GapKind.StaffHidden, 3, null, 0m), (gap.Kind, gap.Says!.Value, gap.Share, gap.Apart));
    }

    [Fact]
    public void Have_no_margin_where_the_number_who_answered_or_the_share_itself_is_not_told()
    {
        Assert.Null(One(3, 60, null).Margin);
        Assert.Null(One(3, 2, 250).Margin);
        Assert.Equal(1, Assert.Single(Gaps.Of(OfEmployer, [], OfStaff, Line(1_000_000, ("S1", 50))), g => g.Expectation == "one").Margin);
    }

    [Fact]
    public void Name_no_more_than_the_three_largest_gaps_the_largest_first()
    {
        var gaps = Gaps.Of(
            OfEmployer, [new("E1", 3, false, ""), new("E2", 3, false, ""), new("E3", 2, false, "")], OfStaff,
            Line(250, ("S1", 40), ("S2", 20), ("S3", 50)));
        Assert.Equal(["two", "one"], Gaps.Largest(gaps).Select(g => g.Expectation));
        Assert.Equal(3, Gaps.Largest([.. gaps, .. gaps]).Count);
    }

    [Fact]
    public void Are_nothing_for_a_group_that_is_hidden() => Assert.Throws<ArgumentException>(() => Gaps.Of(
        OfEmployer, [], OfStaff, Line(null) with { Hidden = HiddenBecause.Small }));

    /// <summary>The answer rising can only turn "lower" towards "higher", and the gap is never there without a direction.</summary>
    [Fact]
    public void The_higher_the_employer_rates_the_more_it_is_higher() => Prop.ForAll<byte, ushort>((share, people) =>
    {
        var answered = 10 + people;
        var kinds = Enumerable.Range(1, 3).Select(v => One(v, share % 101, answered)).ToList();
        var order = kinds.ConvertAll(g => g.Kind switch { GapKind.EmployerLower => 0, GapKind.NotToldApart => 1, _ => 2 });
        Assert.Equal(order.Order(), order);
        Assert.Contains(1, order);
        Assert.All(kinds, g => Assert.Equal(g.Kind == GapKind.NotToldApart, g.Apart == 0));
    }).QuickCheckThrowOnFailure();

    /// <summary>What is not in the line of results can not be in what is made of it.</summary>
    [Fact]
    public void Tell_nothing_that_does_not_stand_in_the_results() => Prop.ForAll<byte[], ushort>((shares, people) =>
    {
        var said = shares.Take(4).Select((s, at) => ($"S{at + 1}", s % 4 == 0 ? (int?)null : s % 101)).ToArray();
        var line = Line(10 + people, said);
        foreach (var gap in Gaps.Of(OfEmployer, [new("E1", 2, false, "")], OfStaff, line))
        {
            Assert.Equal(line.Item(gap.Staff.Code)?.Shares[AnswerClasses.Favourable], gap.Share);
            Assert.True(gap.Margin is null || gap.Share?.Value is not null);
        }
    }).QuickCheckThrowOnFailure();

    private static Gap One(int says, int favourable, int? answered) => Assert.Single(
        Gaps.Of(OfEmployer, [new("E1", says, false, "")], OfStaff, Line(answered, ("S1", favourable))), g => g.Expectation == "one");
}

using Fairload.Core.Actions;
using Fairload.Core.Disclosure;
using FsCheck;
using FsCheck.Fluent;
using static Fairload.Core.Tests.Actions.Promises;

namespace Fairload.Core.Tests.Actions;

public sealed class Felt_or_not_felt
{
    [Fact]
    public void Is_asked_for_four_weeks_after_it_is_said_to_be_done()
    {
        var action = Agreed();
        Assert.False(FeltVote.IsOpen(action, Today));
        Good(action.Finish("The door is in", 0, On(Today)));
        Assert.True(FeltVote.IsOpen(action, Today));
        Assert.True(FeltVote.IsOpen(action, Today.AddDays(27)));
        Assert.False(FeltVote.IsOpen(action, Today.AddDays(28)));
    }

    [Theory]
    [InlineData(6, 3, 0, 40, false)]
    [InlineData(6, 4, 0, 40, true)]
    [InlineData(10, 0, 0, 40, false)]
    [InlineData(0, 10, 0, 40, false)]
    [InlineData(9, 1, 0, 40, false)]
    [InlineData(0, 0, 12, 40, false)]
    [InlineData(12, 0, 6, 40, false)]
    [InlineData(30, 3, 20, 400, true)]
    [InlineData(30, 2, 20, 400, false)]
    public void Is_shown_only_where_enough_voted_and_not_nearly_all_alike(int felt, int not, int cannot, int staff, bool shown) =>
        Assert.Equal(shown, Result(new(felt, not, cannot), staff).IsShown);

    [Fact]
    public void Does_not_say_how_many_voted_where_nearly_all_did()
    {
        Assert.Null(Result(new(7, 4, 1), 13).People);
        Assert.Equal((12, 58, 33, 8), (
            Result(new(7, 4, 1), 40).People, Result(new(7, 4, 1), 40).Felt, Result(new(7, 4, 1), 40).NotFelt,
            Result(new(7, 4, 1), 40).CannotTell));
    }

    /// <summary>Whatever is shown: ten or more voted, and of nobody is it known what they said.</summary>
    [Fact]
    public void Never_tells_of_anybody_what_they_said()
    {
        var votes = from felt in Gen.Choose(0, 25)
                    from not in Gen.Choose(0, 25)
                    from cannot in Gen.Choose(0, 25)
                    from others in Gen.Choose(0, 30)
                    select (Counts: new FeltCounts(felt, not, cannot), others);
        Prop.ForAll(votes.ToArbitrary(), x =>
        {
            var result = Result(x.Counts, x.Counts.People + x.others);
            return !result.IsShown
                || (x.Counts.People >= DisclosureRule.UsualFloor && x.Counts is { Felt: > 0, NotFelt: > 0 }
                    && x.Counts.Felt < x.Counts.People && x.Counts.NotFelt < x.Counts.People
                    && (result.People is null || x.others >= DisclosureRule.UsualFloor));
        }).QuickCheckThrowOnFailure();
    }

    private static FeltResult Result(FeltCounts counts, int staff)
    {
        if (counts.People == 0) return FeltResult.Hidden;
        var population = Good(FeltVote.Population("A-2026-014/1", counts, staff));
        var wanted = new[] { new Group("A-2026-014/1", FeltVote.Whole, [FeltVote.Whole]) };
        return FeltVote.Of(counts, Good(Protection.Of(population, [], wanted, DisclosureRule.Usual)));
    }
}

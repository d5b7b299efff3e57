using Fairload.Core.Surveys.Comments;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Surveys.Comments;

public sealed class At_which_level_comments_are_shown
{
    private const int Floor = 20;

    [Fact]
    public void By_service_where_enough_answered_and_enough_stand_together() => Assert.Equal(
        ["Adults: 3", "Children: 4"], Shown([new("Children", 30, true), new("Adults", 20, true)], ("Children", 4), ("Adults", 3)));

    [Fact]
    public void Of_a_service_under_the_floor_only_among_so_many_that_it_could_be_anybody() => Assert.Equal(
        ["everybody: 5"], Shown([new("Children", 30, true), new("Adults", 19, true)], ("Children", 4), ("Adults", 1)));

    [Fact]
    public void The_smallest_that_could_stand_alone_joins_the_rest_and_no_more_than_needed() => Assert.Equal(
        ["Children: 4", "everybody: 5"],
        Shown([new("Children", 40, true), new("Adults", 30, true), new("Duty", 6, false)], ("Children", 4), ("Adults", 4), ("Duty", 1)));

    [Fact]
    public void Two_of_a_service_are_not_shown_as_its_own() => Assert.Equal(
        ["everybody: 6"], Shown([new("Children", 30, true), new("Adults", 30, true)], ("Children", 4), ("Adults", 2)));

    [Fact]
    public void Nothing_where_the_whole_is_hidden_or_under_the_floor()
    {
        Assert.Empty(Shown([new("Children", 10, true), new("Adults", 9, true)], ("Children", 8), ("Adults", 8)));
        Assert.Empty(CommentLevels.Of([new("Children", 30, true)], false, Floor, Comments(("Children", 9))));
        Assert.Empty(Shown([new("Children", 30, true)], ("Children", 2)));
    }

    [Fact]
    public void A_service_that_is_hidden_is_named_nowhere() => Assert.Equal(
        ["everybody: 6"], Shown([new("Children", 30, false), new("Adults", 30, false)], ("Children", 3), ("Adults", 3)));

    /// <summary>Whoever knows which services are named can take any other comment to be from one of the rest.</summary>
    [Fact]
    public void No_comment_could_be_from_fewer_than_the_floor() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 30), 4).ToArbitrary(), Gen.ListOf(Gen.Choose(0, 5), 4).ToArbitrary(), Gen.Choose(0, 15).ToArbitrary(),
        (ballots, comments, shown) =>
        {
            var names = new[] { "Adults", "Children", "Duty", "" };
            var services = names.Select((n, i) => new ServiceBallots(n, ballots[i], ((shown >> i) & 1) == 1)).ToList();
            var written = Comments([.. names.Select((n, i) => (n, comments[i]))]);
            var groups = CommentLevels.Of(services, true, Floor, written);
            var named = groups.Select(g => g.Service).OfType<string>().ToHashSet();
            foreach (var group in groups)
            {
                var from = services.Where(s => group.Service is null ? !named.Contains(s.Service) : s.Service == group.Service).ToList();
                Assert.True(from.Sum(s => s.Ballots) >= Floor && group.Comments.Count >= CommentLevels.LeastTogether);
                Assert.All(group.Comments, c => Assert.Contains(from, s => s.Service == c.Service));
                Assert.True(group.Service is null || from.Single().IsShown);
            }

            var all = groups.SelectMany(g => g.Comments).ToList();
            Assert.Equal(all.Count, all.Distinct().Count());
            var could = services.Sum(s => s.Ballots) >= Floor && written.Count >= CommentLevels.LeastTogether;
            Assert.Equal(could ? written.Count : 0, all.Count);
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Shown(IReadOnlyList<ServiceBallots> services, params (string Service, int Count)[] comments) =>
        CommentLevels.Of(services, true, Floor, Comments(comments))
            .Select(g => $"{g.Service ?? "everybody"}: {g.Comments.Count}").Order(StringComparer.Ordinal);

    private static IReadOnlyList<ReadComment> Comments(params (string Service, int Count)[] of) =>
        [.. of.SelectMany(o => Enumerable.Range(0, o.Count)
            .Select(n => new ReadComment(Id<CommentReading>.New(), "Q1", o.Service, $"{o.Service} {n}")))];
}

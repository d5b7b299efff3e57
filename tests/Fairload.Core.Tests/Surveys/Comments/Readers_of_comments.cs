using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.Core.Tests.Surveys.Comments;

public sealed class Readers_of_comments
{
    [Theory]
    [InlineData(Role.PrincipalSocialWorker, false, true, true)]
    [InlineData(Role.Director, false, false, true)]
    [InlineData(Role.UnionRepresentative, true, false, true)]
    [InlineData(Role.HumanResources, true, false, true)]
    [InlineData(Role.UnionRepresentative, false, false, false)]
    [InlineData(Role.TeamManager, true, false, false)]
    [InlineData(Role.HeadOfService, true, false, false)]
    [InlineData(Role.Administrator, true, false, false)]
    public void Begin_with_a_principal_social_worker_and_are_nobody_of_the_line(Role role, bool isNamed, bool first, bool second) =>
        Assert.Equal(new(first, second), ReadingRights.Of(new("Somebody", null, [new(role)], Id<Account>.New()), isNamed));

    [Fact]
    public void Have_an_account_of_their_own() => Assert.False(ReadingRights.Of(Reader.AtTheMachine, true).Any);

    [Fact]
    public void Are_two()
    {
        var (one, two) = (Id<Account>.New(), Id<Account>.New());
        var reading = Begun(one);
        Assert.Equal("You have read this comment. Somebody else reads it now", Refused(reading.End(Left("Well said"), false, one)));
        Assert.False(reading.IsRead);
        Assert.True(reading.End(Left("Well said"), false, two).Try(out _, out _));
        Assert.Equal("Two people have read this comment. Nothing was changed",
            Refused(reading.End(Left("Well said"), false, Id<Account>.New())));
        Assert.Equal(two, reading.SecondReader);
    }

    [Fact]
    public void Have_each_an_order_of_their_own_that_does_not_change_when_they_ask_again()
    {
        var keys = Enumerable.Range(0, 50).Select(_ => Id<CommentReading>.New()).ToList();
        var (one, two) = (InOrder(Id<Account>.New(), keys), InOrder(Id<Account>.New(), keys));
        Assert.NotEqual(one, two);
        Assert.NotEqual(keys, one);
        Assert.Equal(keys.ToHashSet(), one.ToHashSet());
        var reader = Id<Account>.New();
        Assert.Equal(CommentTurns.Next(reader, keys), CommentTurns.Next(reader, Enumerable.Reverse(keys)));
        Assert.Null(CommentTurns.Next(reader, []));
    }

    private static List<Id<CommentReading>> InOrder(Id<Account> reader, IReadOnlyList<Id<CommentReading>> keys)
    {
        var (left, order) = (keys.ToList(), new List<Id<CommentReading>>());
        while (CommentTurns.Next(reader, left) is { } next)
        {
            left.Remove(next);
            order.Add(next);
        }

        return order;
    }

    private static CommentReading Begun(Id<Account> by) => CommentReading.Begin(
        Id<CommentReading>.New(), Id<SurveyRound>.New(), new BallotComment("Q1", "Children", "Well said"), Left("Well said"), false, by);

    private static Redaction Left(string text) =>
        Redaction.Of(text, text, []).Try(out var left, out _) ? left : throw new InvalidOperationException();

    private static string Refused<T>(Result<T> result) where T : notnull =>
        result.Try(out _, out var problems) ? throw new InvalidOperationException("Not refused") : problems[0].Message;
}

using System.Text.RegularExpressions;
using Fairload.Core.Surveys.Comments;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Surveys.Comments;

public sealed class Redacting_a_comment
{
    private const string Comment = "Ask Sarah in Ash: my team-mate can't sleep.\nSarah knows why.";
    private static readonly IReadOnlyList<RedactionReason> Named = [RedactionReason.NamesSomebody];

    [Theory]
    [InlineData("Ask […] in Ash: my team-mate can't sleep.\n[…] knows why.")]
    [InlineData("Ask [...] in Ash: my team-mate can't sleep.\r\n[…] knows why.")]
    [InlineData("  Ask […] […] my team-mate can't sleep.\n[…]")]
    [InlineData("[…] knows why.")]
    [InlineData("Ask […] why.")]
    public void Leaves_out_whole_words_and_what_is_between_them(string typed)
    {
        var left = Good(Redaction.Of(Comment, typed, Named));
        Assert.Equal(Redaction.Plain(typed), left.Text);
        Assert.Equal(Named, left.Reasons);
        Assert.False(left.IsWithheld);
    }

    [Theory]
    [InlineData("Ask Sarah in Ash: my team-mate can sleep.\n[…] knows why.")]
    [InlineData("Ask […] in Ash: my team-mate can[…] sleep.\nSarah knows why.")]
    [InlineData("Ask […] in Ash: my […]mate can't sleep.\nSarah knows why.")]
    [InlineData("Ask my manager […] in Ash: my team-mate can't sleep.\nSarah knows why.")]
    [InlineData("Ask Sarah in Ash.")]
    [InlineData("[…] why. […] Ask Sarah")]
    [InlineData("Ask[…] […]Sarah in Ash: my team-mate can't sleep.\nSarah knows why.")]
    [InlineData("Ask Sarah in Ash: my team-mate can't sleep.\nSarah knows why. […]")]
    public void Adds_changes_and_moves_nothing(string typed) =>
        Assert.EndsWith("Leave whole words out and put […] where they stood; add and change nothing",
            Assert.Single(Refused(Redaction.Of(Comment, typed, Named))), StringComparison.Ordinal);

    [Fact]
    public void Says_where_it_is_not_what_was_written() =>
        Assert.StartsWith("At “team-mate can sleep.”",
            Assert.Single(Refused(Redaction.Of(Comment, "[…] my team-mate can sleep.\nSarah knows why.", Named))),
            StringComparison.Ordinal);

    [Fact]
    public void Can_only_go_further_the_second_time()
    {
        const string First = "Ask […] in Ash: my team-mate can't sleep.\n[…] knows why.";
        Assert.Equal("Ask […] my team-mate can't sleep.\n[…] knows why.",
            Good(Redaction.Of(First, "Ask […] my team-mate can't sleep.\n[…] knows why.", Named)).Text);
        Assert.Equal(First, Good(Redaction.Of(First, First, [])).Text);
        Refused(Redaction.Of(First, Comment, Named));
        Refused(Redaction.Of(First, "Ask […] in Ash: my team-mate can't sleep.\nknows why.", Named));
    }

    [Fact]
    public void Needs_a_reason_where_something_is_left_out_and_there_alone()
    {
        Assert.Equal(["Say why something is left out"], Refused(Redaction.Of(Comment, "[…] knows why.", [])));
        Assert.Equal(["Say why something is left out"], Refused(Redaction.Withhold([])));
        Assert.StartsWith("You gave a reason", Assert.Single(Refused(Redaction.Of(Comment, Comment, Named))), StringComparison.Ordinal);
        Assert.True(Good(Redaction.Withhold([RedactionReason.Other])).IsWithheld);
        Assert.StartsWith("Nothing is left of the comment",
            Assert.Single(Refused(Redaction.Of(Comment, " […] ", Named))), StringComparison.Ordinal);
    }

    /// <summary>The oracle is a regular expression in which every gap stands for a word or more.</summary>
    [Fact]
    public void Takes_exactly_what_a_pattern_of_gaps_would_match() => Prop.ForAll(
        Gen.ListOf(Gen.Elements("a", "b", "c"), 6).ToArbitrary(), Gen.ListOf(Gen.Elements("a", "b", "c", "[…]"), 4).ToArbitrary(),
        (was, typed) =>
        {
            var (before, left) = (string.Join(' ', was), Redaction.Plain(string.Join(' ', typed)));
            if (!left.Any(char.IsLetter) || left == before) return true;
            var pattern = "^" + string.Join(@"[abc ]*[abc][abc ]*", left.Split("[…]").Select(Regex.Escape)) + "$";
            return Redaction.Of(before, left, Named).Try(out _, out _) == Regex.IsMatch(before, pattern);
        }).QuickCheckThrowOnFailure();

    private static T Good<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);

    private static IReadOnlyList<string> Refused<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? throw new InvalidOperationException($"Not refused: {value}")
            : [.. problems.Select(p => p.Message)];
}

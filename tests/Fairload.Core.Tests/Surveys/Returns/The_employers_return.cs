using Fairload.Core.Surveys.Returns;

namespace Fairload.Core.Tests.Surveys.Returns;

public sealed class The_employers_return
{
    private static readonly DateOnly Today = new(2026, 11, 14);
    private static readonly ReturnAnswer[] Said = [new("E1", 3, false, "")];

    [Theory, InlineData(2021, true), InlineData(2026, true), InlineData(2020, false), InlineData(2027, false), InlineData(0, false)]
    public void Is_made_for_this_year_or_one_of_the_five_before(int year, bool isTaken) =>
        Assert.Equal(isTaken, EmployersReturn.Begin(year, "{}", "Dana Cole", Today).Try(out _, out _));

    [Fact]
    public void Is_signed_by_name_and_post_and_not_changed_after()
    {
        var one = Signed();
        Assert.Equal(("Dana Cole", "Director", Today), (one.SignedBy, one.Position, one.SignedOn!.Value));
        var again = Refused(one.Sign(Said, "Director", one.Version, "Pat Singh", Today));
        Assert.Contains("is not changed any more", again, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(one.Saved);
        Assert.Equal("Dana Cole", one.SignedBy);
    }

    [Fact]
    public void Is_not_signed_unread_without_an_answer_or_without_a_post()
    {
        var one = Begun();
        one.Saved();
        Assert.Contains("Somebody has saved a part", Refused(one.Sign(Said, "Director", 0, "Dana Cole", Today)), StringComparison.Ordinal);
        var words = Refused(one.Sign([new("T1", null, false, "words")], "Director", 1, "Dana Cole", Today));
        Assert.Contains("No expectation has an answer", words, StringComparison.Ordinal);
        Assert.Contains("Enter the post", Refused(one.Sign(Said, " ", 1, "Dana Cole", Today)), StringComparison.Ordinal);
        Assert.Contains("Shorten the post", Refused(one.Sign(Said, new('x', 201), 1, "Dana Cole", Today)), StringComparison.Ordinal);
        Assert.True(one.Sign([new("E1", null, true, "")], "Director", 1, "Dana Cole", Today).Try(out _, out _));
    }

    [Fact]
    public void Is_corrected_by_another_with_a_reason_that_counts_once_it_is_signed()
    {
        var first = Signed();
        Assert.Contains("Say why", Refused(first.Correct("  ", "Pat Singh", Today)), StringComparison.Ordinal);
        Assert.Contains("has 1001 characters", Refused(first.Correct(new('x', 1001), "Pat Singh", Today)), StringComparison.Ordinal);
        Assert.True(first.Correct(" A figure was of the year before. ", "Pat Singh", Today).Try(out var second, out _));
        Assert.Equal((2, first.Year, false), (second.Number, second.Year, second.IsSigned));
        Assert.Equal("A figure was of the year before.", second.Reason);
        Assert.Contains("is not signed yet", Refused(second.Correct("again", "Pat Singh", Today)), StringComparison.Ordinal);
    }

    private static EmployersReturn Begun() =>
        EmployersReturn.Begin(2026, "{}", "Dana Cole", Today).Try(out var one, out _) ? one : throw new InvalidOperationException();

    private static EmployersReturn Signed() =>
        Begun().Sign(Said, " Director ", 0, "Dana Cole", Today).Try(out var one, out _) ? one : throw new InvalidOperationException();

    private static string Refused(Result<EmployersReturn> done) =>
        done.Try(out _, out var problems) ? "" : string.Join(' ', problems.Select(p => p.Message));
}

using Fairload.Core.PeerReview.Audits;
using Fairload.Core.PeerReview.Reviews;

namespace Fairload.Core.Tests.PeerReview;

public sealed class A_peer_review
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly string[] Staff = ["Grace Adeyemi", "Bevan, Tom"];

    private static readonly LineSaid Line = new(
        "How do people hear what became of their case?", "", "Letters are plain", "Answer within ten days", new(12, 3, 8, null, 5), "");

    [Theory]
    [InlineData("Grace Adeyemi said that she waits")]
    [InlineData("what TOM BEVAN wrote")]
    [InlineData("asked Adeyemi, Grace about it")]
    public void Takes_no_note_that_names_somebody_of_staff(string says)
    {
        var taken = ReviewNote.Take(Id<Review>.New(), null, NoteSource.Interview, 1, says, Staff, Today);

        Assert.False(taken.Try(out _, out var problems));
        Assert.Equal("Says", Assert.Single(problems).Field);
    }

    [Fact]
    public void Takes_a_note_of_what_was_said() => Assert.True(
        ReviewNote.Take(Id<Review>.New(), 2, NoteSource.Group, null, "Grace is given when letters are late", Staff, Today)
            .Try(out _, out _));

    [Fact]
    public void Names_nobody_in_a_line_of_enquiry_either()
    {
        var said = Line with { Strengths = "Grace Adeyemi writes well", ToConsider = "As Tom Bevan says", Response = "Grace Adeyemi will" };

        Assert.False(Open(said).Try(out _, out var problems));
        Assert.Equal(["Strengths", "ToConsider", "Response"], problems.Select(p => p.Field));
    }

    [Fact]
    public void Leaves_what_nobody_counted_as_not_known()
    {
        Assert.True(Open(Line).Try(out var line, out _));

        Assert.Equal(new EvidenceConsidered(12, 3, 8, null, 5), line.Considered);
        Assert.False(Open(Line with { Considered = new(-1, null, null, null, null) }).Try(out _, out _));
    }

    [Fact]
    public void Waits_for_a_response_only_where_there_is_something_to_consider()
    {
        Assert.True(Open(Line).Try(out var waits, out _));
        Assert.True(Open(Line with { ToConsider = "" }).Try(out var nothing, out _));
        Assert.True(Open(Line with { Response = "By March" }).Try(out var answered, out _));

        Assert.Equal([true, false, false], new[] { waits, nothing, answered }.Select(l => l.WaitsForResponse));
        Assert.Equal($"peer-review {waits.ReviewId}/3", waits.Reference);
    }

    [Fact]
    public void Is_not_overwritten_by_somebody_who_saw_it_before()
    {
        var said = new ReviewSaid("Northmoor Council", Today, Today.AddDays(2), "Lead director, principal social worker", "");
        Assert.True(Review.Plan(said, "Pat Singh", Today).Try(out var review, out _));
        Assert.True(review.Rewrite(said with { Team = "Lead director" }, 1, "Ana Diaz", Today).Try(out _, out _));

        Assert.False(review.Rewrite(said, 1, "Pat Singh", Today).Try(out _, out var problems));
        Assert.StartsWith("Ana Diaz has changed this review", problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("Lead director", review.Team);
    }

    /// <summary>A critical friend is no inspector: nothing of a review could hold a grade, a rating or a rank.</summary>
    [Fact]
    public void Has_no_grade_anywhere()
    {
        var types = typeof(Review).Assembly.GetTypes().Where(t => t.Namespace == typeof(Review).Namespace).ToList();
        var members = types.SelectMany(t => t.GetProperties()).ToList();

        Assert.Contains(members, m => m.Name == nameof(Review.OtherCouncil));
        Assert.DoesNotContain(members, m => m.PropertyType == typeof(FileGrade) || m.PropertyType == typeof(FileGrade?));
        Assert.DoesNotContain(members, m => new[] { "Grade", "Rating", "Rank", "Score", "Star" }.Any(
            w => m.Name.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    private static Result<LineOfEnquiry> Open(LineSaid said) =>
        LineOfEnquiry.Open(Id<Review>.New(), 3, said, [], Staff, "Pat Singh", Today);
}

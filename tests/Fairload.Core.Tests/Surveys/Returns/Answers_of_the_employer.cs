using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Returns;

namespace Fairload.Core.Tests.Surveys.Returns;

public sealed class Answers_of_the_employer
{
    private static SurveySection Section => MadeUpReturns.OfEmployer.Sections[0];

    [Fact]
    public void Not_known_is_an_answer_and_never_the_lowest()
    {
        var answers = Read(new() { ["E1"] = "na", ["E2"] = "1" });
        Assert.Equal([new("E1", null, true, ""), new("E2", 1, false, "")], answers);
    }

    [Fact]
    public void What_is_left_empty_is_no_answer() => Assert.Empty(Read(new() { ["E1"] = "", ["E1N"] = "  ", ["other"] = "3" }));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_and_nothing_taken()
    {
        var read = ReturnAnswer.Read(MadeUpReturns.OfEmployer, Section, new Dictionary<string, string>
        {
            ["E1"] = "4",
            ["E2"] = "yes",
            ["E1N"] = new('x', 2001),
            ["E3"] = "2",
        });
        Assert.False(read.Try(out _, out var problems));
        Assert.Equal(["E1", "E1N", "E2"], problems!.Select(p => p.Field).Order());
        var tooLong = problems!.Single(p => p.Field == "E1N").Message;
        Assert.StartsWith("This text has 2001 characters; shorten it to 2000", tooLong, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_characters_as_are_allowed_are_taken() =>
        Assert.Equal(2000, Assert.Single(Read(new() { ["E1N"] = new('x', 2000) })).Text.Length);

    private static IReadOnlyList<ReturnAnswer> Read(Dictionary<string, string> given) =>
        ReturnAnswer.Read(MadeUpReturns.OfEmployer, Section, given).Try(out var answers, out _) ? answers
            : throw new InvalidOperationException();
}

using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Caseload.Plans;

public sealed class A_question_about_a_score
{
    private static readonly DateTime Now = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Due = new(2026, 11, 23);

    [Fact]
    public void Is_late_from_the_day_after_it_was_due_until_it_is_answered()
    {
        var asked = Asked();
        Assert.False(asked.IsLate(Due));
        Assert.True(asked.IsLate(Due.AddDays(1)));
        Assert.True(asked.Reply(ScoreAnswer.Stands, "Travel is in the band", null, "Kate Marsh", Now).Try(out _, out _));
        Assert.False(asked.IsLate(Due.AddDays(1)));
    }

    [Fact]
    public void Says_something_and_has_an_answer_with_a_reason_once()
    {
        Assert.Equal("Say what the score misses", Refused(ScoreQuestion.Ask(Id<Case>.New(), Id<Worker>.New(), " \n ", Now, Due)));
        Assert.Equal("What you say has more than 1000 letters. Shorten it",
            Refused(ScoreQuestion.Ask(Id<Case>.New(), Id<Worker>.New(), new('x', 1001), Now, Due)));
        var asked = Asked();
        Assert.Equal("Say why: the worker reads it", Refused(asked.Reply(ScoreAnswer.Stands, "", null, "Kate Marsh", Now)));
        Assert.True(asked.IsOpen);
        Assert.True(asked.Reply(ScoreAnswer.Stands, "Travel is in the band", null, "Kate Marsh", Now).Try(out _, out _));
        Assert.Equal("Kate Marsh has answered this meanwhile. The answer stands below",
            Refused(asked.Reply(ScoreAnswer.ScoredAgain, "Yes", Now, "Pat Singh", Now)));
        Assert.Equal(ScoreAnswer.Stands, asked.Answer);
    }

    [Fact]
    public void Is_not_answered_by_a_score_that_was_there_before()
    {
        var asked = Asked();
        const string first = "No score was entered since the worker asked. Score the case first, then answer";
        Assert.Equal(first, Refused(asked.Reply(ScoreAnswer.ScoredAgain, "Yes", null, "Kate Marsh", Now)));
        Assert.Equal(first, Refused(asked.Reply(ScoreAnswer.ScoredAgain, "Yes", Now.AddSeconds(-1), "Kate Marsh", Now)));
        Assert.True(asked.Reply(ScoreAnswer.ScoredAgain, "Yes", Now.AddDays(1), "Kate Marsh", Now.AddDays(1)).Try(out _, out _));
    }

    private static ScoreQuestion Asked()
    {
        Assert.True(ScoreQuestion.Ask(Id<Case>.New(), Id<Worker>.New(), "Two hours on the road", Now, Due).Try(out var asked, out _));
        return asked;
    }

    private static string Refused<T>(Result<T> result) where T : notnull
    {
        Assert.False(result.Try(out _, out var problems));
        return Assert.Single(problems).Message;
    }
}

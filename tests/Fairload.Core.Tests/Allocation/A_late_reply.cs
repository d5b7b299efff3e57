using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;

namespace Fairload.Core.Tests.Allocation;

public sealed class A_late_reply
{
    private static readonly DateOnly DueOn = new(2026, 11, 18);

    [Fact]
    public void Goes_up_one_step_each_time_that_the_days_for_a_reply_have_passed_again()
    {
        Assert.Empty(Due(0));
        Assert.Equal([LateStep.HeadOfService], Due(1));
        Assert.Equal([LateStep.HeadOfService], Due(2));
        Assert.Equal([LateStep.HeadOfService, LateStep.PrincipalSocialWorker], Due(3));
        Assert.Equal(Enum.GetValues<LateStep>(), Due(5));
    }

    [Fact]
    public void Passes_over_who_owes_it_and_a_step_that_nobody_holds()
    {
        Assert.Equal([LateStep.HeadOfService, LateStep.Director], Due(9, Replier.Panel));
        Assert.Equal([LateStep.Director], Due(1, held: [LateStep.Director]));
        Assert.Empty(Due(9, held: []));
    }

    [Fact]
    public void Goes_no_further_once_it_is_there()
    {
        var answer = Owed(Replier.LineManager);
        answer.Settle("A second worker comes with you", ReplyOutcome.SomebodyElse, DueOn.AddDays(4), DateTime.UnixEpoch, "Mary Lowe");
        Assert.Empty(LateSteps.Due(answer, DueOn.AddDays(9), Enum.GetValues<LateStep>().ToHashSet(), Later));
    }

    private static IReadOnlyList<LateStep> Due(int days, Replier asked = Replier.LineManager, LateStep[]? held = null) =>
        LateSteps.Due(Owed(asked), DueOn.AddDays(days), (held ?? Enum.GetValues<LateStep>()).ToHashSet(), Later);

    private static DateOnly Later(DateOnly due, int times) => due.AddDays(2 * times);

    private static AllocationAnswer Owed(Replier asked)
    {
        var given = AllocationAnswer.Give(
            new(AnswerKind.NotSafe, "Two of us are needed", asked, null), Id<AllocationDecision>.New(), new(Guid.CreateVersion7()), DueOn,
            DateTime.UnixEpoch);
        Assert.True(given.Try(out var answer, out _));
        return answer;
    }
}

namespace Fairload.Core.Allocation.Answers;

/// <summary>Who is told, one above the other, when the reply to a "not safe" is late.</summary>
public enum LateStep
{
    /// <summary>Of the service in which the worker works.</summary>
    HeadOfService,
    PrincipalSocialWorker,
    Director,
}

/// <summary>How a late reply goes up the line: one step when it is late, and one more each time that the council's days for a reply have
/// passed again.</summary>
public static class LateSteps
{
    /// <summary>In their order, without those who owe the reply themselves.</summary>
    public static IEnumerable<LateStep> Above(Replier? asked) => Enum.GetValues<LateStep>()
        .Where(s => s != LateStep.PrincipalSocialWorker || asked is not (Replier.PrincipalSocialWorker or Replier.Panel));

    /// <summary>The steps that are due by today.</summary>
    /// <param name="held">Steps that somebody holds: one that nobody holds is passed over, so that nothing waits for nobody.</param>
    /// <param name="dueAfter">The last day of the reply, so many times the days for a reply later.</param>
    public static IReadOnlyList<LateStep> Due(
        AllocationAnswer answer, DateOnly today, IReadOnlySet<LateStep> held, Func<DateOnly, int, DateOnly> dueAfter)
    {
        if (answer is not { IsOpen: true, ReplyDueOn: { } due }) return [];
        return [.. Above(answer.ToRole).Where(held.Contains).TakeWhile((_, times) => dueAfter(due, times) < today)];
    }
}

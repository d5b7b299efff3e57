namespace Fairload.Core.Caseload.Plans;

/// <summary>What a load asks of whoever manages the person.</summary>
public enum PlanNeed
{
    /// <summary>Not over the line, and no plan.</summary>
    None,

    /// <summary>Over the line without a plan, and the time to make one has not run out.</summary>
    Missing,

    /// <summary>Over the line without a plan for longer than the council allows.</summary>
    MissingLate,

    /// <summary>A plan runs.</summary>
    Running,

    /// <summary>Still over the line after the day of its plan.</summary>
    Overdue,

    /// <summary>Below the line again, with a plan that can end.</summary>
    CanEnd,
}

/// <summary>Where a load stands that is, or was, over the line: design section 4, "over 110 demands a written plan; overdue plans go up
/// the line".</summary>
/// <param name="Since">The first day of the extracts, without a break, on which the person was over; null while they are not.</param>
/// <param name="DueOn">The day by which there has to be a plan, or by which the plan says that the load is below the line; null for
/// neither.</param>
public sealed record PlanStanding(PlanNeed Need, DateOnly? Since, DateOnly? DueOn)
{
    /// <summary>Goes up the line.</summary>
    public bool IsLate => Need is PlanNeed.MissingLate or PlanNeed.Overdue;

    /// <param name="isOver">The load today is over the line. A load that is not known is not over it.</param>
    /// <param name="past">Days of extracts with whether the person was over, the oldest first.</param>
    /// <param name="plan">The plan that counts; null for none.</param>
    /// <param name="days">Working days within which there has to be a plan.</param>
    public static PlanStanding Of(
        bool isOver, IEnumerable<(DateOnly On, bool Over)> past, LoadPlan? plan, DateOnly today, WorkingCalendar calendar, int days)
    {
        if (!isOver) return new(plan is null ? PlanNeed.None : PlanNeed.CanEnd, null, plan?.BelowBy);
        var since = past.Where(p => p.On <= today).Reverse().TakeWhile(p => p.Over).Select(p => p.On).LastOrDefault(today);
        if (plan is not null) return new(plan.BelowBy < today ? PlanNeed.Overdue : PlanNeed.Running, since, plan.BelowBy);
        var due = calendar.AddWorkingDays(since, days) ?? since.AddDays(days * 7 / 5);
        return new(due < today ? PlanNeed.MissingLate : PlanNeed.Missing, since, due);
    }
}

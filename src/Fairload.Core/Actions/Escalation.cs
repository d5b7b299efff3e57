namespace Fairload.Core.Actions;

/// <summary>Who is told, one above the other, when something promised is overdue.</summary>
public enum EscalationStep
{
    /// <summary>Whoever manages the team or is head of the service.</summary>
    Line,
    Director,

    /// <summary>Elected members, and what they read of scrutiny.</summary>
    Members,
}

/// <summary>After so many working days overdue each step is taken; each is more than the one before.</summary>
public sealed record EscalationDays(int Line, int Director, int Members)
{
    public bool Rise => 1 <= Line && Line < Director && Director < Members;

    internal int Of(EscalationStep step) => step switch
    {
        EscalationStep.Line => Line,
        EscalationStep.Director => Director,
        _ => Members,
    };
}

/// <summary>How an overdue action goes up, by the calendar alone.</summary>
public static class Escalation
{
    /// <summary>The steps that are due by today.</summary>
    /// <param name="held">Steps that somebody else than the owner holds. One that nobody holds falls to the director in its time, so that
    /// nothing waits for nobody; members are told in any case, and never sooner.</param>
    public static IReadOnlyList<EscalationStep> Due(
        DateOnly dueOn, DateOnly today, EscalationDays days, IReadOnlySet<EscalationStep> held, WorkingCalendar calendar)
    {
        if (today <= dueOn) return [];
        var steps = new List<EscalationStep>();
        var isLineHeld = held.Contains(EscalationStep.Line);
        if (isLineHeld && IsPast(days.Line)) steps.Add(EscalationStep.Line);
        if (held.Contains(EscalationStep.Director) && IsPast(isLineHeld ? days.Director : days.Line)) steps.Add(EscalationStep.Director);
        if (IsPast(days.Members)) steps.Add(EscalationStep.Members);
        return steps;

        bool IsPast(int count) => DayOf(dueOn, count, calendar) <= today;
    }

    /// <summary>The day on which a step is taken; calendar days where the bank holidays are not known.</summary>
    public static DateOnly DayOf(DateOnly dueOn, EscalationStep step, EscalationDays days, WorkingCalendar calendar) =>
        DayOf(dueOn, days.Of(step), calendar);

    private static DateOnly DayOf(DateOnly dueOn, int count, WorkingCalendar calendar) =>
        calendar.AddWorkingDays(dueOn, count) ?? dueOn.AddDays(count);
}

namespace Fairload.Core.Workplace;

/// <summary>A week for which workers may write down what their time goes into. It is closed once: then its figures are let out, where they
/// may be, and every single week is deleted.</summary>
public sealed class TimeUseRound
{
    /// <summary>A week further away than so many is a slip of the pen.</summary>
    public const int MostWeeks = 26;

    private TimeUseRound() { }

    public Id<TimeUseRound> Id { get; private init; }

    /// <summary>A Monday.</summary>
    public DateOnly WeekOn { get; private init; }
    public string OpenedBy { get; private init; } = "";
    public DateOnly OpenedOn { get; private init; }
    public DateOnly? ClosedOn { get; private set; }
    public string ClosedBy { get; private set; } = "";

    /// <summary>What was let out; empty where nothing could be.</summary>
    public string Document { get; private set; } = "";
    public int Version { get; private set; }

    /// <summary>Sunday: the last day on which somebody may take part, change what they entered, or take it back.</summary>
    public DateOnly LastDay => WeekOn.AddDays(6);

    /// <summary>From the day of its opening to the end of its week.</summary>
    public bool TakesEntriesOn(DateOnly day) => ClosedOn is null && day <= LastDay;

    public static Result<TimeUseRound> Open(DateOnly week, RegisterDeed deed)
    {
        if (week.DayOfWeek != DayOfWeek.Monday) return new Problem("Week", $"{week} is not a Monday; enter the first day of the week");
        if (week.AddDays(6) < deed.Today) return new Problem("Week", $"That week is over; enter the Monday of this week or of a later one");
        if (week > deed.Today.AddDays(7 * MostWeeks))
            return new Problem("Week", $"That week is more than {MostWeeks} weeks away; enter an earlier Monday");
        return new TimeUseRound { Id = Id<TimeUseRound>.New(), WeekOn = week, OpenedBy = deed.By, OpenedOn = deed.Today };
    }

    /// <summary>Refused before the week is over.</summary>
    /// <param name="document">What is let out; empty for nothing.</param>
    public Result<Done> Close(string document, RegisterDeed deed)
    {
        if (ClosedOn is not null) return new Problem("", $"This week was closed by {ClosedBy} already. Nothing was changed.");
        if (deed.Today <= LastDay) return new Problem("", $"The week is not over: people may still take part or withdraw until {LastDay}");
        (Document, ClosedOn, ClosedBy) = (document, deed.Today, deed.By);
        Version++;
        return default(Done);
    }
}

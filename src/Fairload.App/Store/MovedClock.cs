namespace Fairload.App.Store;

/// <summary>The real clock, so many days away: a demo's today comes from its seed, and importing its history moves through its
/// dates.</summary>
public sealed class MovedClock(TimeProvider real, DateOnly today) : TimeProvider
{
    private TimeSpan _away = TimeSpan.FromDays(today.DayNumber - real.UkToday.DayNumber);

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + _away;

    public override long GetTimestamp() => real.GetTimestamp();

    public void MoveTo(DateOnly day) => _away = TimeSpan.FromDays(day.DayNumber - real.UkToday.DayNumber);
}

namespace Fairload.App.Store;

/// <summary>The real clock, so many days away: a demo's today comes from its seed, and importing its history moves through its dates. It
/// keeps the time of day in the UK, so that a day in summer is that day late in a winter's evening too.</summary>
public sealed class MovedClock(TimeProvider real, DateOnly today) : TimeProvider
{
    private const int Late = 22;

    // What begins late in the evening is played as earlier in it: midnight must not come between a move and what is done on that day.
    private readonly TimeSpan _earlier = real.UkNow.Hour >= Late ? TimeSpan.FromHours(2) : TimeSpan.Zero;
    private TimeSpan _away = Away(real, today, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + _away;

    public override long GetTimestamp() => real.GetTimestamp();

    public void MoveTo(DateOnly day) => _away = Away(real, day, _earlier);

    private static TimeSpan Away(TimeProvider real, DateOnly day, TimeSpan earlier) =>
        UkTime.ToUtc(day.ToDateTime(TimeOnly.FromDateTime(real.UkNow - earlier))) - real.GetUtcNow().UtcDateTime;
}

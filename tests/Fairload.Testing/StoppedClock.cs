namespace Fairload.Testing;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public static StoppedClock At(int year, int month, int day, int hour = 9) => new(new(year, month, day, hour, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}

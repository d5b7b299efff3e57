using Fairload.App.Store;

namespace Fairload.App.Tests.Store;

public sealed class A_clock_moved_to_another_day
{
    [Theory]
    [InlineData(0), InlineData(1), InlineData(9), InlineData(21), InlineData(22), InlineData(23)]
    public void Shows_that_day_at_every_hour_in_summer_and_in_winter(int hour)
    {
        foreach (var month in (int[])[1, 6, 11])
        {
            var real = StoppedClock.At(2026, month, 28, hour);
            var clock = new MovedClock(real, new(2026, 11, 16));
            Assert.Equal(new(2026, 11, 16), clock.UkToday);
            // The last two are the days on which the clocks change.
            foreach (var day in (DateOnly[])[new(2025, 7, 1), new(2025, 12, 31), new(2026, 3, 29), new(2026, 10, 25)])
            {
                clock.MoveTo(day);
                Assert.Equal(day, clock.UkToday);
            }
        }
    }

    [Fact]
    public void Is_not_overtaken_by_midnight_and_never_goes_back_on_one_day()
    {
        var real = StoppedClock.At(2026, 11, 30, 23);
        var clock = new MovedClock(real, new(2026, 11, 16));
        var day = new DateOnly(2026, 6, 10);
        clock.MoveTo(day);
        var before = clock.GetUtcNow();
        for (var minutes = 0; minutes < 110; minutes += 10)
        {
            real.Pass(TimeSpan.FromMinutes(10));
            clock.MoveTo(day);
            Assert.Equal(day, clock.UkToday);
            Assert.True(clock.GetUtcNow() > before);
            before = clock.GetUtcNow();
        }
    }
}

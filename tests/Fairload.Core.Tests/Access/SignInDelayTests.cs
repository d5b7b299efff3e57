using System.Net;
using Fairload.Core.Access;

namespace Fairload.Core.Tests.Access;

public sealed class The_wait_after_wrong_tries
{
    private static readonly DateTime Now = new(2026, 11, 14, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(9, 16)]
    [InlineData(10, 30)]
    [InlineData(5000, 30)]
    public void Grows_from_a_minute_to_half_an_hour(int failures, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), SignInDelay.After(failures));

    [Fact]
    public void Runs_from_the_last_wrong_try()
    {
        var here = Enumerable.Range(1, 5).Select(n => Now.AddSeconds(-10 * n)).ToList();

        Assert.Equal(Now.AddSeconds(50), SignInDelay.BlockedUntil(here, here, false, Now));
        Assert.Null(SignInDelay.BlockedUntil(here, here, false, Now.AddSeconds(50)));
    }

    [Fact]
    public void Is_forgotten_after_a_day()
    {
        var here = Enumerable.Repeat(Now.AddHours(-24), 40).ToList();

        Assert.Null(SignInDelay.BlockedUntil(here, here, false, Now));
    }

    [Fact]
    public void Of_a_stranger_is_not_felt_by_the_person_from_another_place()
    {
        var stranger = Guess(Now, TimeSpan.FromHours(24));

        Assert.NotNull(SignInDelay.BlockedUntil(stranger, stranger, false, stranger[^1]));
        Assert.Null(SignInDelay.BlockedUntil([], stranger, isKnownDevice: false, stranger[^1]));
    }

    [Fact]
    public void Of_one_place_alone_never_reaches_the_ceiling()
    {
        var tries = Guess(Now, TimeSpan.FromHours(72));

        foreach (var at in tries) Assert.True(tries.Count(t => t <= at && at - t < SignInDelay.CeilingWindow) < SignInDelay.Ceiling);
    }

    [Fact]
    public void For_unknown_devices_comes_when_many_places_guess_at_once_and_known_devices_do_not_feel_it()
    {
        var many = Enumerable.Range(0, SignInDelay.Ceiling).Select(n => Now.AddMinutes(-30).AddSeconds(n)).ToList();

        Assert.Equal(Now.AddMinutes(30), SignInDelay.BlockedUntil([], many, isKnownDevice: false, Now));
        Assert.Null(SignInDelay.BlockedUntil([], many, isKnownDevice: true, Now));
        Assert.Null(SignInDelay.BlockedUntil([], many[1..], isKnownDevice: false, Now));
    }

    /// <summary>Wrong tries at one place, each as soon as it is allowed, up to ten a second.</summary>
    private static List<DateTime> Guess(DateTime from, TimeSpan how)
    {
        var tries = new List<DateTime>();
        for (var now = from; now < from + how;)
        {
            var blocked = SignInDelay.BlockedUntil(tries, tries, false, now);
            if (blocked is null) tries.Add(now);
            now = blocked ?? now.AddMilliseconds(100);
        }

        return tries;
    }
}

public sealed class The_place_of_a_try
{
    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64")]
    public void Is_the_network_and_not_the_single_address(string address, string expected) =>
        Assert.Equal(expected, SignInPlace.Network(IPAddress.Parse(address)).Key);

    [Fact]
    public void Is_the_machine_itself_without_an_address() => Assert.Equal("local", SignInPlace.Network(null).Key);
}

public sealed class A_session
{
    private static readonly DateTime Start = new(2026, 11, 14, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Session Fresh = Session.Begin(new(Guid.Empty), "hash", SignInWay.Password, "", "", Start);

    [Fact]
    public void Ends_after_an_hour_without_a_request()
    {
        Assert.False(Fresh.IsOver(Start.AddMinutes(60).AddTicks(-1), null));
        Assert.True(Fresh.IsOver(Start.AddMinutes(60), null));
    }

    [Fact]
    public void Lasts_twelve_hours_at_most() => Assert.Equal(Start.AddHours(12), Fresh.EndsAt);

    [Fact]
    public void Ends_when_the_password_is_changed_after_it_began()
    {
        Assert.True(Fresh.IsOver(Start, Start.AddTicks(1)));
        Assert.False(Fresh.IsOver(Start, Start));
    }

    [Fact]
    public void Notes_that_it_was_seen_once_a_minute()
    {
        Assert.False(Fresh.ShouldBeSeen(Start.AddSeconds(59)));
        Assert.True(Fresh.ShouldBeSeen(Start.AddSeconds(60)));
    }
}

namespace Fairload.Core.Access;

/// <summary>
/// How long somebody has to wait after wrong passwords and codes. Counted for each account at each place, so a stranger who
/// guesses delays himself and nobody else. The ceiling stops guessing from many places at once; it does not touch devices on
/// which the account has signed in before, and one place alone can never reach it, because its own delay holds it back first.
/// </summary>
public static class SignInDelay
{
    /// <summary>Wrong tries that cost no wait: people mistype.</summary>
    public const int FreeTries = 5;

    /// <summary>Wrong tries in an hour, from all unknown devices together, after which unknown devices wait.</summary>
    public const int Ceiling = 50;

    public static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Tries older than this are forgotten.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(24);
    public static readonly TimeSpan CeilingWindow = TimeSpan.FromHours(1);

    /// <summary>The wait after so many wrong tries at one place: none up to the fourth, then one minute, doubling up to thirty.</summary>
    public static TimeSpan After(int failures)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(failures);
        if (failures < FreeTries) return TimeSpan.Zero;
        var minutes = First.TotalMinutes * Math.Pow(2, Math.Min(failures - FreeTries, 20));
        return minutes >= Longest.TotalMinutes ? Longest : TimeSpan.FromMinutes(minutes);
    }

    /// <summary>When the next try is allowed; null when at once.</summary>
    /// <param name="here">Wrong tries for this account at this place.</param>
    /// <param name="unknownDevices">Wrong tries for this account from all devices that it does not know.</param>
    public static DateTime? BlockedUntil(
        IReadOnlyCollection<DateTime> here, IReadOnlyCollection<DateTime> unknownDevices, bool isKnownDevice, DateTime now)
    {
        var remembered = here.Where(at => now - at < Remembered).ToList();
        var until = remembered.Count == 0 ? now : remembered.Max() + After(remembered.Count);

        if (!isKnownDevice)
        {
            var recent = unknownDevices.Where(at => now - at < CeilingWindow).OrderDescending().ToList();
            if (recent.Count >= Ceiling && recent[Ceiling - 1] + CeilingWindow > until) until = recent[Ceiling - 1] + CeilingWindow;
        }

        return until > now ? until : null;
    }
}

using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Reflection;

/// <summary>
/// What one worker says of their supervision in one half-year: no session, no day, no supervisor. Saying it again takes the place of what
/// was said; taking it back leaves nothing; when the figures are let out single answers are deleted.
/// </summary>
/// <param name="HalfYear">Its first day: 1 January or 1 July.</param>
/// <param name="Speak">“I could speak about what weighs on me”: 1 strongly disagree to 5 strongly agree.</param>
/// <param name="Helped">“It helped me in my work”, on the same scale.</param>
public sealed record Usefulness(Id<Worker> WorkerId, DateOnly HalfYear, int Speak, int Helped)
{
    public const int Highest = 5;

    /// <summary>From here on somebody agrees.</summary>
    public const int Agrees = 4;

    public static DateOnly HalfYearOf(DateOnly day) => new(day.Year, day.Month < 7 ? 1 : 7, 1);

    /// <summary>Both questions or none: a group of those who answered one of them only would be another group.</summary>
    public static Result<Usefulness> Say(Id<Worker> worker, DateOnly today, int? speak, int? helped)
    {
        var problems = new List<Problem>();
        if (speak is not (>= 1 and <= Highest)) problems.Add(new("Speak", $"Choose how far you agree"));
        if (helped is not (>= 1 and <= Highest)) problems.Add(new("Helped", $"Choose how far you agree"));
        return problems.Count > 0 ? problems : new Usefulness(worker, HalfYearOf(today), speak!.Value, helped!.Value);
    }
}

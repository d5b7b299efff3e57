using Fairload.Core.Imports;

namespace Fairload.Core.Workplace;

/// <summary>What an absence is, by the category that the staff sheet gives it.</summary>
public enum AbsenceIs { NotSickness, Sickness, Stress }

/// <summary>An absence for sickness.</summary>
/// <param name="To">The last day away; null until further notice.</param>
/// <param name="IsStress">The sheet's category is stress, anxiety or the like; never a diagnosis.</param>
public sealed record SickSpell(DateOnly From, DateOnly? To, bool IsStress);

/// <summary>One person's work and sickness.</summary>
/// <param name="Fte">Null where hours are not known.</param>
public sealed record SickWorker(decimal? Fte, Period AtWork, IReadOnlyList<SickSpell> Spells);

/// <summary>
/// Working days lost to sickness for each full-time equivalent over some time.
/// </summary>
/// <param name="LostHundredths">Working days lost, weighted by FTE, in hundredths of a day.</param>
/// <param name="StressHundredths">Of these, those coded as stress.</param>
/// <param name="FteHundredths">Mean full-time equivalents in post over the time, in hundredths.</param>
/// <param name="WorkingDays">Working days in the time.</param>
/// <param name="People">Whose hours are known.</param>
/// <param name="HoursNotKnown">People who were in post and are in none of the figures, because their hours are not known.</param>
/// <remarks>The DfE's absence rate of the children's social work workforce is sickness days ÷ (FTE in post × 253 working days), with the
/// FTE of 30 September. Here the FTE is the mean of the whole time, so that a team that grew is not flattered, and a day that somebody who
/// works half the hours is away counts half.</remarks>
public sealed record SicknessFigure(
    int LostHundredths, int StressHundredths, int FteHundredths, int WorkingDays, int People, int HoursNotKnown)
{
    /// <summary>Working days lost for each FTE; null where nobody's hours are known.</summary>
    public decimal? DaysPerFte => FteHundredths == 0 ? null : (decimal)LostHundredths / FteHundredths;

    /// <summary>Days lost as a part of the days that there were to work; null where not known.</summary>
    public Percent? Rate =>
        FteHundredths == 0 || WorkingDays == 0 ? null : Percent.Of(LostHundredths, (decimal)FteHundredths * WorkingDays);

    /// <summary>Null where no day was lost.</summary>
    public Percent? StressShare => LostHundredths == 0 ? null : Percent.Of(StressHundredths, LostHundredths);

    /// <summary>How far over (more than 0) or under the council's target; null where either is not known.</summary>
    public decimal? OverTarget(decimal? target) => DaysPerFte - target;

    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <returns>Null where the calendar of bank holidays does not reach.</returns>
    public static SicknessFigure? Of(IEnumerable<SickWorker> people, DateOnly from, DateOnly to, WorkingCalendar calendar)
    {
        if (!calendar.Covers(from) || !calendar.Covers(to) || to < from) return null;
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Where(calendar.IsWorkingDay).ToList();
        if (days.Count == 0) return null;

        var (lost, stress, fte, known, notKnown) = (0m, 0m, 0m, 0, 0);
        foreach (var one in people)
        {
            var inPost = days.Where(one.AtWork.Covers).ToList();
            if (inPost.Count == 0) continue;
            if (one.Fte is not { } part)
            {
                notKnown++;
                continue;
            }

            known++;
            fte += part * inPost.Count / days.Count;
            var away = inPost.Where(d => one.Spells.Any(s => new Period(s.From, s.To).Covers(d))).ToList();
            lost += part * away.Count;
            stress += part * away.Count(d => one.Spells.Any(s => s.IsStress && new Period(s.From, s.To).Covers(d)));
        }

        return new(Hundredths(lost), Hundredths(stress), Hundredths(fte), days.Count, known, notKnown);
    }

    /// <summary>Reads the category that a staff sheet gives an absence.</summary>
    public static AbsenceIs Read(string category)
    {
        var folded = Written.Fold(category);
        if (Stress.Any(w => folded.Contains(w, StringComparison.Ordinal))) return AbsenceIs.Stress;
        return Sick.Any(w => folded.Contains(w, StringComparison.Ordinal)) ? AbsenceIs.Sickness : AbsenceIs.NotSickness;
    }

    private static readonly string[] Stress = ["stress", "anxiety", "depress", "mental health", "psycholog", "burnout", "burn-out"];

    private static readonly string[] Sick = ["sick", "illness", "injury", "industrial disease", "hospital", "surgery"];

    private static int Hundredths(decimal days) => (int)Math.Round(days * 100, MidpointRounding.AwayFromZero);
}

using System.Globalization;
using Fairload.Core.Workforce;

namespace Fairload.Core.Workplace;

/// <summary>What working time goes into.</summary>
/// <remarks>Close to the groups of the national time diary study of 2010, where 26 in 100 hours were direct contact.</remarks>
public enum Activity { DirectContact, Travel, Recording, Meetings, Supervision, Cpd, Other }

/// <summary>One worker's week, which nobody else ever reads. No day of entry and no history: taking it back leaves nothing.</summary>
/// <param name="WeekOn">A Monday.</param>
/// <param name="Document">Half hours, activity by activity, day by day; as <see cref="TimeUse"/> writes them.</param>
public sealed record TimeUseWeek(Id<Worker> WorkerId, DateOnly WeekOn, string Document);

/// <summary>Half hours of a week by activity and day: Monday to Friday, and the weekend as one.</summary>
public sealed class TimeUse
{
    /// <summary>Monday to Friday, and the weekend.</summary>
    public const int Days = 6;

    private readonly int[] _halfHours;

    private TimeUse(int[] halfHours) => _halfHours = halfHours;

    public static IReadOnlyList<Activity> Activities { get; } = Enum.GetValues<Activity>();

    /// <summary>A week in which nothing was entered yet.</summary>
    public static TimeUse Empty => new(new int[Activities.Count * Days]);

    public int HalfHours(Activity activity) => Enumerable.Range(0, Days).Sum(day => At(activity, day));

    public int At(Activity activity, int day) => _halfHours[((int)activity * Days) + day];

    public int Total => _halfHours.Sum();

    public string Write() => string.Join(' ', _halfHours.Select(h => h.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Of what <see cref="Write"/> wrote.</summary>
    public static TimeUse Of(string document) => new([.. document.Split(' ').Select(h => int.Parse(h, CultureInfo.InvariantCulture))]);

    /// <summary>Reads what somebody typed: hours with halves, such as 1.5; blank is none.</summary>
    /// <param name="typed">By activity, then by day; fewer count as blank.</param>
    public static Result<TimeUse> Read(IReadOnlyList<string?> typed)
    {
        var (halfHours, problems) = (new int[Activities.Count * Days], new List<Problem>());
        for (var at = 0; at < halfHours.Length; at++)
        {
            var text = (at < typed.Count ? typed[at] ?? "" : "").Trim().Replace(',', '.');
            if (text.Length == 0) continue;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
                && hours <= Most(at % Days) && decimal.IsInteger(hours * 2))
            {
                halfHours[at] = (int)(hours * 2);
            }
            else
            {
                problems.Add(new($"Hours[{at}]", $"“{text}” is not a number of hours; enter whole or half hours, such as 2 or 1.5"));
            }
        }

        for (var day = 0; day < Days && problems.Count == 0; day++)
        {
            var sum = Enumerable.Range(0, Activities.Count).Sum(a => halfHours[(a * Days) + day]);
            if (sum > Most(day) * 2)
                problems.Add(new($"Hours[{day}]", $"One of the days has more than {Most(day)} hours in all; check its column"));
        }

        return problems.Count > 0 ? problems : new TimeUse(halfHours);
    }

    private static int Most(int day) => day == Days - 1 ? 48 : 24;
}

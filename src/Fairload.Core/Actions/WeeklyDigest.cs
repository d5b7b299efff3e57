namespace Fairload.Core.Actions;

/// <summary>Something promised that somebody answers for.</summary>
public sealed record DigestDue(string Reference, DateOnly DueOn);

/// <summary>What waits for one person, before a letter is made of it.</summary>
/// <param name="Owned">Open actions that they answer for.</param>
/// <param name="Votes">References of actions of which they are asked whether they feel them, and have not voted.</param>
/// <param name="Told">References of overdue actions of which they were told from below.</param>
/// <param name="Messages">Of the commission to staff, not seen yet.</param>
public sealed record DigestInput(
    IReadOnlyList<DigestDue> Owned, IReadOnlyList<string> Votes, IReadOnlyList<string> Told, int Messages);

/// <summary>One letter a week for one person: what is due, what is overdue, what they are asked.</summary>
/// <param name="Week">The Monday of its week.</param>
public sealed record WeeklyDigest(
    DateOnly Week, IReadOnlyList<DigestDue> Overdue, IReadOnlyList<DigestDue> Due, IReadOnlyList<string> Votes,
    IReadOnlyList<string> Told, int Messages)
{
    /// <summary>Calendar days ahead that a letter looks.</summary>
    public const int DaysAhead = 14;

    public bool IsEmpty => Overdue.Count + Due.Count + Votes.Count + Told.Count + Messages == 0;

    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The longest overdue and the soonest due first.</summary>
    public static WeeklyDigest Of(DigestInput input, DateOnly today)
    {
        var owned = input.Owned.OrderBy(o => o.DueOn).ThenBy(o => o.Reference, StringComparer.Ordinal).ToList();
        return new(
            WeekOf(today),
            [.. owned.Where(o => o.DueOn < today)],
            [.. owned.Where(o => today <= o.DueOn && o.DueOn <= today.AddDays(DaysAhead))],
            [.. input.Votes.Order(StringComparer.Ordinal)],
            [.. input.Told.Order(StringComparer.Ordinal)],
            input.Messages);
    }
}

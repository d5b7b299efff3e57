namespace Fairload.Core.DataProtection;

/// <summary>Kinds of record that are deleted when they have been kept long enough.</summary>
public enum RecordKind { SignIns, Notices, Absences, LeaverDetails, LoadHistory, CaseExtras, CaseNames }

/// <summary>How long records of one kind are kept, counted from the day on which they stopped being in use.</summary>
/// <param name="Months">1 to 1,200.</param>
/// <param name="Reason">Why this long, as the council says it; empty while the program's own reason stands.</param>
/// <param name="AgreedBy">Empty while nobody has decided otherwise than the program suggests.</param>
/// <param name="Version">0 for what the program suggests.</param>
/// <remarks>UK GDPR article 5(1)(e): kept no longer than is necessary for the purposes. What is necessary a council decides; the case
/// system holds the record itself, so this copy is kept shorter.</remarks>
public sealed record RetentionRule(RecordKind Kind, int Months, string Reason, string AgreedBy, int Version)
{
    public const int Longest = 1200;
    public const int LongestReason = 500;

    private static readonly Dictionary<RecordKind, int> Suggested = new()
    {
        [RecordKind.SignIns] = 3,
        [RecordKind.Notices] = 12,
        [RecordKind.Absences] = 36,
        [RecordKind.LeaverDetails] = 12,
        [RecordKind.LoadHistory] = 72,
        [RecordKind.CaseExtras] = 12,
        [RecordKind.CaseNames] = 72,
    };

    /// <summary>What the program suggests until the council decides.</summary>
    public static RetentionRule Default(RecordKind kind) => new(kind, Suggested[kind], "", "", 0);

    /// <summary>Everything that stopped being in use before this day has been kept long enough.</summary>
    public DateOnly Before(DateOnly today) => today.AddMonths(-Months);

    /// <summary>Refuses a period that is none, and one without a reason.</summary>
    public static Result<RetentionRule> Agree(RecordKind kind, int? months, string? reason, string by, int version)
    {
        var said = reason?.Trim() ?? "";
        var problems = new List<Problem>();
        if (months is not (>= 1 and <= Longest))
            problems.Add(new("Months", $"Give the months for which they are kept as a whole number from 1 to {Longest}"));
        if (said.Length is 0 or > LongestReason)
            problems.Add(new("Reason", $"Say why they are kept that long, in {LongestReason} characters or fewer"));
        return problems.Count > 0 ? problems : new RetentionRule(kind, months!.Value, said, by, version + 1);
    }
}

/// <summary>When records are deleted without anybody asking anew.</summary>
public static class DeletionDays
{
    /// <summary>After a longer pause somebody looks first: the rules, or the machine's clock, may not be what they were.</summary>
    public const int LongestPause = 92;

    /// <summary>Whether today's deletion is due. A clock that was set back deletes nothing twice, and one that leapt ahead nothing at
    /// all.</summary>
    public static bool IsDue(DateOnly last, DateOnly today) => last < today && !IsTooLongAgo(last, today);

    public static bool IsTooLongAgo(DateOnly last, DateOnly today) => today.DayNumber - last.DayNumber > LongestPause;
}

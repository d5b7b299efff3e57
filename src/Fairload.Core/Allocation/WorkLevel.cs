namespace Fairload.Core.Allocation;

/// <summary>Who may be given work, as a statement of reserved functions tells people apart.</summary>
public enum WorkLevel
{
    /// <summary>Without a number of the register.</summary>
    NotRegistered,

    /// <summary>In the first assessed year.</summary>
    NewlyQualified,

    /// <summary>Registered and not newly qualified.</summary>
    Experienced,

    /// <summary>With an approval that the statement names beside these: an approved mental health professional, a best interests
    /// assessor.</summary>
    Approved,
}

/// <summary>Who has an open case in hand.</summary>
public enum InHandOf
{
    Experienced,
    NewlyQualified,
    NotRegistered,

    /// <summary>It stands in a manager's name, and so waits.</summary>
    Manager,

    /// <summary>Nobody at work: it waits.</summary>
    Nobody,
}

/// <summary>The level of a person, and what each level may do by one row of a statement.</summary>
public static class WorkLevels
{
    private static readonly string[] OfTheRegister =
        [Qualifications.Registered, Qualifications.NewlyQualified, Qualifications.Experienced, Qualifications.Manager];

    public static InHandOf Of(IReadOnlySet<string> qualifications)
    {
        if (qualifications.Contains(Qualifications.Manager)) return InHandOf.Manager;
        if (qualifications.Contains(Qualifications.NewlyQualified)) return InHandOf.NewlyQualified;
        return qualifications.Contains(Qualifications.Experienced) ? InHandOf.Experienced : InHandOf.NotRegistered;
    }

    /// <summary>Words of the statement that anybody of this level answers to.</summary>
    public static IReadOnlyList<string> Words(WorkLevel level) => level switch
    {
        WorkLevel.NewlyQualified => [Qualifications.NewlyQualified, Qualifications.Registered],
        WorkLevel.Experienced => [Qualifications.Experienced, Qualifications.Registered],
        _ => [],
    };

    /// <summary>Whether this level is among those named: an approval is any word beside the four of the register.</summary>
    public static bool IsNamed(this WorkLevel level, IReadOnlyList<string> named) =>
        level == WorkLevel.Approved ? named.Any(word => !OfTheRegister.Contains(word)) : named.Any(Words(level).Contains);

    /// <summary>Where anyone may hold the work, approvals make no difference.</summary>
    public static bool MayHold(this WorkLevel level, ReservedRow row) =>
        row.MayHold.Count == 0 ? level != WorkLevel.Approved : level.IsNamed(row.MayHold);

    public static bool OnlyJointly(this WorkLevel level, ReservedRow row, bool inCourt, ReservedFunctions statement) =>
        level.IsNamed(row.JointOnly) || (inCourt && level.IsNamed(statement.Court));
}

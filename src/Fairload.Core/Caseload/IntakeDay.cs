using Fairload.Core.Imports;

namespace Fairload.Core.Caseload;

/// <summary>What comes to the door.</summary>
public enum IntakeKind
{
    Contact,
    Referral,
}

/// <summary>How many contacts or referrals a source's extract shows for one day. It holds no person and no case: only how many.</summary>
/// <remarks>Ofsted, child-level data for inspections (Annex A): list 1 contacts, list 3 referrals, of the six months before the
/// extract.</remarks>
public sealed class IntakeDay
{
    private IntakeDay() { }

    public Id<IntakeDay> Id { get; private init; }

    /// <summary>Which kind of extract told it.</summary>
    public string Source { get; private init; } = "";
    public IntakeKind Kind { get; private init; }
    public DateOnly CameOn { get; private init; }

    /// <summary>0 where a later extract shows nothing for a day that an earlier one did.</summary>
    public int Count { get; private set; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    /// <param name="count">1 or more.</param>
    public static IntakeDay Of(string source, IntakeKind kind, DateOnly on, int count, Id<ImportRun>? broughtBy)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new() { Id = Id<IntakeDay>.New(), Source = source, Kind = kind, CameOn = on, Count = count, BroughtBy = broughtBy };
    }

    /// <summary>A later extract counts otherwise; true when that is news.</summary>
    public bool Counted(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (Count == count) return false;
        Count = count;
        Version++;
        return true;
    }
}

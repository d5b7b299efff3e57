using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>The rules that are never broken, in the order in which they are told; <see cref="Jointly"/> and <see cref="Alone"/> are no
/// refusals.</summary>
public enum Rule
{
    Alone,
    Jointly,
    HoldsItAlready,
    ManagesPeople,
    NotAtWork,
    AwayAtFirstVisit,
    Conflict,
    NotQualified,
    LanguageMissing,
    HoursNotKnown,
    NoCapacity,
    WeeklyLimit,
    CeilingPassed,

    /// <summary>Works in another service than the case.</summary>
    OtherService,

    /// <summary>Holds such work only jointly, and nobody is there with whom.</summary>
    NobodyToHoldItWith,
}

/// <summary>The work that is to be given to somebody.</summary>
/// <param name="Tier">1 to 3; null when not scored.</param>
/// <param name="Language">A language that the holder must speak; empty for none.</param>
public sealed record WorkAsked(string TypeCode, int? Tier, bool InCourt, string Language = "");

/// <summary>Somebody who might take it, with what they would carry. Points are those of the whole load, with siblings counted.</summary>
/// <param name="Capacity">Points; null when the hours are not known.</param>
/// <param name="Points">Of the load as it stands.</param>
/// <param name="AfterAlone">Points with the whole case.</param>
/// <param name="AfterFirst">Points with the first part of a case that two hold.</param>
/// <param name="AfterSecond">Points with the second part of it.</param>
/// <param name="NewThisWeek">Cases that came in the last seven days.</param>
/// <param name="Signs">What speaks for them beside the load, or against them.</param>
public sealed record Candidate(
    Id<Worker> Worker, IReadOnlySet<string> Qualifications, bool IsAtWork, bool IsAwayAtFirstVisit, decimal? Capacity, decimal Points,
    decimal AfterAlone, decimal AfterFirst, decimal AfterSecond, int NewThisWeek, bool HoldsIt = false, bool HasConflict = false,
    bool SpeaksLanguage = true, KindSigns Signs = KindSigns.None);

/// <summary>A council's limits on what may be given.</summary>
/// <param name="Ceiling">Load, as a part of capacity, that new work may not pass: 1.1 is 110 %. Null where somebody else sees
/// to it.</param>
/// <param name="NewCasesAWeek">Null for no limit.</param>
public sealed record GivingLimits(decimal? Ceiling, int? NewCasesAWeek);

/// <summary>May this person hold this work? The first rule that fails is the answer.</summary>
public static class HardRules
{
    /// <summary>One of the refusals, or how it may be held.</summary>
    public static Rule For(Candidate one, WorkAsked work, ReservedFunctions statement, GivingLimits limits) =>
        For(one, work, statement, statement.For(work.TypeCode, work.Tier), limits);

    /// <param name="row">The statement's row for this work, where many are asked about the same.</param>
    internal static Rule For(Candidate one, WorkAsked work, ReservedFunctions statement, ReservedRow row, GivingLimits limits)
    {
        if (one.HoldsIt) return Rule.HoldsItAlready;
        if (one.Qualifications.Contains(Qualifications.Manager)) return Rule.ManagesPeople;
        if (!one.IsAtWork) return Rule.NotAtWork;
        if (one.IsAwayAtFirstVisit) return Rule.AwayAtFirstVisit;
        if (one.HasConflict) return Rule.Conflict;
        if (row.MayHold.Count > 0 && !IsOne(row.MayHold, one.Qualifications)) return Rule.NotQualified;
        if (work.Language.Length > 0 && !one.SpeaksLanguage) return Rule.LanguageMissing;
        if (one.Capacity is null) return Rule.HoursNotKnown;
        if (one.Capacity <= 0) return Rule.NoCapacity;
        if (one.NewThisWeek >= limits.NewCasesAWeek) return Rule.WeeklyLimit;

        var jointly = OnlyJointly(one, work, statement, row);
        var after = jointly ? one.AfterFirst : one.AfterAlone;
        if (Passes(after, one.Capacity.Value, limits)) return Rule.CeilingPassed;
        return jointly ? Rule.Jointly : Rule.Alone;
    }

    /// <summary>May this person be the second of two, beside somebody that holds such work only jointly? Whoever may hold it alone may;
    /// the whole case may be too much for them, if only their part is not.</summary>
    public static bool MayStandBeside(Candidate second, WorkAsked work, ReservedFunctions statement, GivingLimits limits)
    {
        var row = statement.For(work.TypeCode, work.Tier);
        return MayStandBeside(second, For(second, work, statement, row, limits), work, statement, row, limits);
    }

    /// <param name="rule">What <see cref="For(Candidate, WorkAsked, ReservedFunctions, GivingLimits)"/> says of this person.</param>
    internal static bool MayStandBeside(
        Candidate second, Rule rule, WorkAsked work, ReservedFunctions statement, ReservedRow row, GivingLimits limits) =>
        rule is Rule.Alone or Rule.CeilingPassed && !OnlyJointly(second, work, statement, row)
            && !Passes(second.AfterSecond, second.Capacity!.Value, limits);

    /// <summary>By the row, or because the work is in court.</summary>
    internal static bool OnlyJointly(IReadOnlySet<string> qualifications, ReservedRow row, bool inCourt, ReservedFunctions statement) =>
        IsOne(row.JointOnly, qualifications) || (inCourt && IsOne(statement.Court, qualifications));

    // Asked for everybody and every case: without a delegate each time.
    private static bool IsOne(IReadOnlyList<string> words, IReadOnlySet<string> qualifications)
    {
        for (var n = 0; n < words.Count; n++)
            if (qualifications.Contains(words[n])) return true;

        return false;
    }

    private static bool OnlyJointly(Candidate one, WorkAsked work, ReservedFunctions statement, ReservedRow row) =>
        OnlyJointly(one.Qualifications, row, work.InCourt, statement);

    private static bool Passes(decimal points, decimal capacity, GivingLimits limits) =>
        limits.Ceiling is { } ceiling && points > capacity * ceiling;
}

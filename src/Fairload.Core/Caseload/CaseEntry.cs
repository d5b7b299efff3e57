using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>A case that a person opens by hand, because no extract shows it yet.</summary>
/// <param name="StartedOn">Start of the episode; null for today.</param>
/// <param name="Team">The team in which it is opened.</param>
/// <param name="Worker">Who holds it already; null where it waits.</param>
public sealed record CaseOpening(string Reference, string TypeCode, DateOnly? StartedOn, Id<Team>? Team, Id<Worker>? Worker)
{
    public const int LongestReference = 60;

    /// <summary>Refuses a reference that is none, a type that is on no list, and a start that has not come or is no such day.</summary>
    public static Result<CaseOpening> Read(CaseOpening written, DateOnly today)
    {
        var (problems, opening) = (new List<Problem>(), written with { Reference = Written.Clean(written.Reference) });
        if (opening.Reference.Length == 0)
            problems.Add(new("Reference", $"Enter the reference of the case, as the case system writes it"));
        if (opening.Reference.Length > LongestReference)
            problems.Add(new("Reference", $"The reference is longer than {LongestReference} letters; enter it as the case system writes it"));
        if (CaseType.Find(opening.TypeCode) is null) problems.Add(new("Type", $"Choose what kind of case it is"));
        if (opening.Team is null) problems.Add(new("Team", $"Choose the team that has the case"));
        if (CaseEntry.WrongStart(opening.StartedOn, today) is { } wrong) problems.Add(wrong);
        return problems.Count > 0 ? problems : opening with { StartedOn = opening.StartedOn ?? today };
    }
}

/// <summary>What a person puts right about a case between extracts, and the version of it that they saw.</summary>
public sealed record CaseCorrection(int Version, string TypeCode, DateOnly? StartedOn);

/// <summary>That a case is closed, and the version of it that was seen.</summary>
/// <param name="On">The first day on which it is open no more.</param>
public sealed record CaseClosing(int Version, DateOnly? On, string Reason);

/// <summary>The rules of entering cases by hand.</summary>
public static class CaseEntry
{
    public const int LongestReason = 60;

    /// <summary>Nobody's episode began before this.</summary>
    public static DateOnly Earliest { get; } = new(1980, 1, 1);

    /// <summary>Refuses a type that is on no list and is not the one held, and a day that can not be.</summary>
    public static Result<CaseCorrection> Read(CaseCorrection written, Case held, DateOnly today)
    {
        var problems = new List<Problem>();
        if (CaseType.Find(written.TypeCode) is null && written.TypeCode != held.TypeCode)
            problems.Add(new("Type", $"Choose what kind of case it is"));
        if (CaseType.Find(written.TypeCode) is { } type && type.Area != held.Area)
            problems.Add(new("Type", $"A case of children can not become one of adults, nor the other way: close it, and open the other"));
        if (written.StartedOn is null && held.StartedOn is not null)
            problems.Add(new("StartedOn", $"Enter the day on which the case began: it is known already"));
        if (WrongStart(written.StartedOn, today) is { } wrong) problems.Add(wrong);
        return problems.Count > 0 ? problems : written;
    }

    /// <summary>Refuses a day that has not come or lies before the start, and a reason that tells a story.</summary>
    public static Result<CaseClosing> Read(CaseClosing written, Case held, DateOnly today)
    {
        var (problems, closing) = (new List<Problem>(), written with { Reason = Written.Clean(written.Reason) });
        if (closing.On is not { } on) problems.Add(new("On", $"Enter the day on which the case was closed"));
        else if (on > today) problems.Add(new("On", $"The day on which the case was closed lies in the future. Enter today or an earlier day"));
        else if (on < (held.StartedOn ?? Earliest)) problems.Add(new("On", $"The case can not be closed before it began"));
        if (closing.Reason.Length == 0) problems.Add(new("Reason", $"Say in a few words why it was closed"));
        if (closing.Reason.Length > LongestReason)
            problems.Add(new("Reason", $"The reason is longer than {LongestReason} letters; a few words are enough, and nothing about anybody's life"));
        return problems.Count > 0 ? problems : closing;
    }

    internal static Problem? WrongStart(DateOnly? start, DateOnly today)
    {
        if (start > today) return new("StartedOn", $"The day on which the case began lies in the future. Enter today or an earlier day");
        return start < Earliest ? new("StartedOn", $"The day on which the case began lies too far back. Check the year") : null;
    }
}

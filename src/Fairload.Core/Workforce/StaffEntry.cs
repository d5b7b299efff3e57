using System.Globalization;
using Fairload.Core.Imports;

namespace Fairload.Core.Workforce;

/// <summary>Somebody who begins work before the staff sheet knows of them, as a person types it.</summary>
/// <param name="Fte">As typed; blank for not known.</param>
public sealed record StarterWritten(
    string StaffNumber, string Name, string Role, Id<Team>? Team, string Fte, string EmploymentType, DateOnly? StartsOn,
    DateOnly? AsyeStartedOn, string SweNumber);

/// <summary>A starter that may be stored.</summary>
public sealed record Starter(WorkerFacts Facts, Id<Team> Team);

/// <summary>Days away or days of a reduction, as a person enters them. The word is one of a list.</summary>
public sealed record DatedWritten(string Word, DateOnly? From, DateOnly? To, string Percent = "");

/// <summary>The same, as it may be stored.</summary>
/// <param name="Percent">In hundredths; 0 for an absence, which has none.</param>
public sealed record DatedEntry(string Word, DateOnly From, DateOnly? To, decimal Percent);

/// <summary>The rules of entering staff by hand between extracts.</summary>
public static class StaffEntry
{
    private const int Longest = 120;

    /// <summary>How far ahead a starter, a leaver or an absence is taken down.</summary>
    private const int YearsAhead = 3;

    /// <summary>Nobody at work began before this.</summary>
    private static readonly DateOnly Earliest = new(1950, 1, 1);

    /// <summary>Refuses what has no key or name, hours that can not be, and days that can not be. FTE not known stays not known.</summary>
    /// <param name="employer">Of the team.</param>
    public static Result<Starter> Read(StarterWritten written, string employer, DateOnly today)
    {
        var problems = new List<Problem>();
        var (number, name) = (Short("StaffNumber", written.StaffNumber, problems), Short("Name", written.Name, problems));
        var (role, kind) = (Short("Role", written.Role, problems), Short("EmploymentType", written.EmploymentType, problems));
        if (number.Length == 0) problems.Add(new("StaffNumber", $"Enter the staff number, as the HR system has it: everything else joins to it"));
        if (name.Length == 0) problems.Add(new("Name", $"Enter the name of the person"));
        if (role.Length == 0) problems.Add(new("Role", $"Enter the role, as the HR system writes it"));
        if (written.Team is null) problems.Add(new("Team", $"Choose the team that they join"));
        if (written.StartsOn is null) problems.Add(new("StartsOn", $"Enter their first day at work"));
        else if (Wrong("StartsOn", written.StartsOn, today) is { } wrong) problems.Add(wrong);
        if (Wrong("AsyeStartedOn", written.AsyeStartedOn, today) is { } late) problems.Add(late);
        var fte = Number(written.Fte);
        if (written.Fte.Trim().Length > 0 && fte is not (>= 0 and <= 1.5m))
            problems.Add(new("Fte", $"The FTE is a number from 0 to 1.5, such as 0.8. Leave it blank where it is not known"));
        if (problems.Count > 0) return problems;
        var swe = Written.Clean(written.SweNumber);
        return new Starter(
            new(number, name, "", swe.Length > 0 ? swe : null, role, "", employer, fte, null, kind, written.StartsOn, null,
                written.AsyeStartedOn),
            written.Team!.Value);
    }

    /// <summary>The last day at work: refuses a day before the first one and one that is years away.</summary>
    public static Result<Leaving> LastDay(DateOnly? written, Worker worker, DateOnly today)
    {
        if (written is not { } last) return new Problem("LastDay", $"Enter the last day at work");
        if (last < worker.StartsOn) return new Problem("LastDay", $"The last day at work can not come before the first one, {worker.StartsOn:d MMMM yyyy}");
        return Wrong("LastDay", last, today) is { } wrong ? wrong : new Leaving(last);
    }

    /// <summary>Refuses a word that is on no list, and days that can not be.</summary>
    /// <param name="words">Those that may be chosen: never a reason in free text.</param>
    public static Result<DatedEntry> Read(DatedWritten written, IReadOnlyList<string> words, bool hasPercent, DateOnly today)
    {
        var problems = new List<Problem>();
        if (!words.Contains(written.Word)) problems.Add(new("Word", $"Choose what it is from the list"));
        if (written.From is null) problems.Add(new("From", $"Enter the first day"));
        else if (Wrong("From", written.From, today) is { } wrong) problems.Add(wrong);
        if (written.To < written.From) problems.Add(new("To", $"The last day can not come before the first one"));
        else if (Wrong("To", written.To, today) is { } late) problems.Add(late);
        var percent = hasPercent ? Number(written.Percent) : 0;
        if (hasPercent && percent is not (> 0 and <= 100))
            problems.Add(new("Percent", $"Enter how much of their time it takes, as a number over 0 and up to 100"));
        return problems.Count > 0 ? problems : new DatedEntry(written.Word, written.From!.Value, written.To, percent!.Value);
    }

    private static string Short(string field, string written, List<Problem> problems)
    {
        var clean = Written.Clean(written);
        if (clean.Length > Longest) problems.Add(new(field, $"This is longer than {Longest} letters; make it shorter"));
        return clean;
    }

    private static Problem? Wrong(string field, DateOnly? day, DateOnly today) =>
        day < Earliest || day > today.AddYears(YearsAhead) ? new(field, $"This day is too far away. Check the year") : null;

    private static decimal? Number(string written) =>
        decimal.TryParse(written.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && decimal.Round(number, 4) == number ? number : null;
}

/// <summary>The last day at work.</summary>
public sealed record Leaving(DateOnly LastDay);

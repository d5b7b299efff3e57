using System.Globalization;
using System.Text.RegularExpressions;

namespace Fairload.Core.Actions.Scrutiny;

/// <summary>What the words of a minute ask for, as a suggestion that a person can change.</summary>
public static partial class ResolutionWords
{
    private static readonly string[] Numbers =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Where a minute says more than one thing, what asks for most counts: to note is least.</summary>
    public static ResolutionShape ShapeOf(string text)
    {
        if (Back().IsMatch(text) || MonthsIn(text) is not null) return ResolutionShape.ReportBack;
        if (Invited().IsMatch(text)) return ResolutionShape.Invite;
        if (Supported().IsMatch(text)) return ResolutionShape.Support;
        if (Counted().IsMatch(text)) return ResolutionShape.Figures;
        return Noted().IsMatch(text) ? ResolutionShape.Note : ResolutionShape.Other;
    }

    /// <summary>So many months after the meeting, in figures or in words up to twelve; null where the minute names none.</summary>
    public static int? MonthsIn(string text)
    {
        if (Months().Match(text) is not { Success: true } match) return null;
        var word = match.Groups[1].Value.ToLowerInvariant();
        var months = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            ? digits : Array.IndexOf(Numbers, word) + 1;
        return months is >= 1 and <= 24 ? months : null;
    }

    [GeneratedRegex(@"\b(report|come|brought|bring)\w*\s+back\b|\bfurther report\b|\bprogress report\b", RegexOptions.IgnoreCase)]
    private static partial Regex Back();

    [GeneratedRegex(@"\b(invite|invited|attend|asked to come)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Invited();

    [GeneratedRegex(@"\bhow\b.*\bsupport|\bsupport(ed)?\b.*\bstaff\b|\bsupport\b.*\bgiven\b", RegexOptions.IgnoreCase)]
    private static partial Regex Supported();

    [GeneratedRegex(@"\b(figures?|numbers?|data|statistics|breakdown|how many|rates?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\bnoted?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Noted();

    [GeneratedRegex(
        @"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+months?['’]?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Months();
}

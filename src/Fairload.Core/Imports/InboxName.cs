using System.Globalization;
using System.Text.RegularExpressions;

namespace Fairload.Core.Imports;

/// <summary>What the name of a file in the inbox tells.</summary>
public static partial class InboxName
{
    /// <summary>Files that programs are still writing, or that are no extracts: they are left alone.</summary>
    public static bool IsPassedOver(string name)
    {
        if (name.Length == 0 || name[0] is '.' or '~') return true;
        var end = Path.GetExtension(name).ToLowerInvariant();
        return end is ".part" or ".tmp" or ".crdownload" or ".partial" or ".filepart" or ".lock";
    }

    /// <summary>The one day that stands in the name, as 2026-11-13, 20261113 or 13-11-2026; null for none, or two that differ.</summary>
    public static DateOnly? Day(string name)
    {
        var days = Days().Matches(name).Select(m => Read(m.Value)).OfType<DateOnly>().Distinct().ToList();
        return days is [var only] ? only : null;
    }

    private static DateOnly? Read(string written)
    {
        string[] ways = ["yyyy-MM-dd", "yyyy_MM_dd", "yyyyMMdd", "dd-MM-yyyy", "dd_MM_yyyy"];
        return DateOnly.TryParseExact(written, ways, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 2000 and < 2100 ? day : null;
    }

    [GeneratedRegex(@"(?<!\d)(\d{4}[-_]\d{2}[-_]\d{2}|\d{8}|\d{2}[-_]\d{2}[-_]\d{4})(?!\d)")]
    private static partial Regex Days();
}

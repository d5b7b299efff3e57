using System.Globalization;
using System.Text.RegularExpressions;

namespace Fairload.Core.Surveys.Forms;

/// <summary>The least and the most of a number, as a form writes them: <c>. >= 0 and . &lt;= 60</c>.</summary>
internal static partial class FormLimits
{
    /// <summary>Null where the expression says anything else.</summary>
    public static (int? Least, int? Most)? Read(string constraint)
    {
        (int? Least, int? Most) limits = (null, null);
        foreach (var part in constraint.Split(" and ", StringSplitOptions.TrimEntries))
        {
            if (Comparison().Match(part) is not { Success: true } found) return null;
            var written = found.Groups[2].Value;
            if (!long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return null;
            var isLeast = found.Groups[1].Value[0] == '>';
            if (found.Groups[1].Length == 1) number += isLeast ? 1 : -1;
            if (number is < int.MinValue or > int.MaxValue || (isLeast ? limits.Least : limits.Most) is not null) return null;
            if (isLeast) limits.Least = (int)number;
            else limits.Most = (int)number;
        }

        return limits;
    }

    public static string Write(int? least, int? most)
    {
        var (from, to) = (FormattableString.Invariant($". >= {least}"), FormattableString.Invariant($". <= {most}"));
        if (least is null) return most is null ? "" : to;
        return most is null ? from : $"{from} and {to}";
    }

    /// <summary>The start and end of a range that goes by whole steps of one; null for another.</summary>
    public static (int? Least, int? Most)? OfRange(string parameters)
    {
        var said = Parameter().Matches(parameters).GroupBy(m => m.Groups[1].Value.ToLowerInvariant())
            .ToDictionary(g => g.Key, g => g.First().Groups[2].Value);
        if (said.GetValueOrDefault("step", "1") != "1") return null;
        return Whole("start", "1") is { } least && Whole("end", "10") is { } most ? (least, most) : null;

        int? Whole(string name, string usual)
        {
            var written = said.GetValueOrDefault(name, usual);
            return int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
        }
    }

    [GeneratedRegex(@"^\(?\s*\.\s*(>=|<=|>|<)\s*(-?[0-9]+)\s*\)?$")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"(\w+)\s*=\s*([^\s;,]+)")]
    private static partial Regex Parameter();
}

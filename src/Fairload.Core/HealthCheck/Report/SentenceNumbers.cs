using System.Globalization;
using System.Text.RegularExpressions;

namespace Fairload.Core.HealthCheck.Report;

/// <summary>Figures that a person wrote into a sentence and that stand nowhere in the report: nobody proved them.</summary>
public static partial class SentenceNumbers
{
    private static readonly string[] Months =
    [
        .. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(m => m.Length > 0),
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr",
    ];

    private static readonly string[] OutOf = [" in ", " o ", " mhob "];

    /// <summary>Each once, in their order. Years, days before the name of a month, and the hundred of “86 in 100” are no figures.</summary>
    public static IReadOnlyList<string> NotIn(ReportDocument report, string text)
    {
        var known = Texts(report).SelectMany(Of).ToHashSet();
        known.UnionWith(report.Tables.SelectMany(t => t.Numbers).Select(n => n.Value));
        return [.. Figure().Matches(text).Where(m => Read(text, m) is { } value && !known.Contains(value)).Select(m => m.Value).Distinct()];
    }

    private static IEnumerable<decimal> Of(string text) => Figure().Matches(text).Select(m => Read(text, m)).OfType<decimal>();

    private static decimal? Read(string text, Match match)
    {
        var value = decimal.Parse(match.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var isYear = match.Length == 4 && value is >= 1990 and < 2100;
        var after = text[(match.Index + match.Length)..].TrimStart();
        var isDay = value is >= 1 and <= 31 && Months.Any(m => after.StartsWith(m, StringComparison.OrdinalIgnoreCase));
        // 86 in 100, 86 allan o 100, 86 ym mhob 100.
        var isOutOf = value == 100 && OutOf.Any(o => text[..match.Index].EndsWith(o, StringComparison.OrdinalIgnoreCase));
        return isYear || isDay || isOutOf ? null : value;
    }

    private static IEnumerable<string> Texts(ReportDocument report) => report.Blocks.SelectMany(b => b switch
    {
        HeadingBlock heading => [heading.Text],
        ParagraphBlock paragraph => [paragraph.Text],
        ListBlock list => list.Items,
        TableBlock table => [table.Caption, .. table.Columns,
            .. table.Rows.SelectMany(r => r.Cells.Select(c => c.Text).Prepend(r.Heading))],
        ChartBlock chart => (IEnumerable<string>)[chart.Title, chart.Alt, .. chart.Categories],
        _ => [],
    });

    [GeneratedRegex(@"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,18}(?:\.\d{1,9})?", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}

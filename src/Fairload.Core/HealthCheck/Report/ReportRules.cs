using Fairload.Core.Surveys.Results;

namespace Fairload.Core.HealthCheck.Report;

/// <summary>What has to hold before a report is shown, frozen or written to a file.</summary>
/// <remarks>WCAG 2.2, criteria 1.1.1, 1.3.1 and 2.4.6; and that no figure stands without its date and its base.</remarks>
public static class ReportRules
{
    private const int MostDecimals = 6;

    /// <summary>The report itself, or everything that is wrong with it.</summary>
    public static Result<ReportDocument> Check(ReportDocument report)
    {
        var problems = new List<Problem>();
        if (IsEmpty(report.Title) || IsEmpty(report.Council))
        {
            problems.Add(new("", $"The report needs a title and the name of the council"));
        }

        if (report.Language is not (ReportDocument.English or ReportDocument.Welsh))
            problems.Add(new("", $"A report is in English (en) or in Welsh (cy), not in “{report.Language}”"));
        if (report.Parts.Count == 0) problems.Add(new("", $"The report has no part. There is nothing to read in it"));
        foreach (var code in Twice(report.Parts.Select(p => p.Code).Concat(Codes(report))))
            problems.Add(new(code, $"“{code}” names two things of the report. Give each its own"));
        foreach (var slot in Twice(report.Blocks.OfType<ParagraphBlock>().Select(p => p.Slot).OfType<string>()))
            problems.Add(new(slot, $"Two sentences have the slot “{slot}”. Give each its own"));
        foreach (var part in report.Parts) problems.AddRange(Faults(part, report.Edition));
        return problems.Count > 0 ? problems : report;
    }

    private static IEnumerable<string> Codes(ReportDocument report) => report.Blocks.Select(b => b switch
    {
        TableBlock table => table.Code,
        ChartBlock chart => chart.Code,
        _ => null,
    }).OfType<string>();

    private static IEnumerable<Problem> Faults(ReportPart part, Edition edition)
    {
        if (!HealthCheck.Codes.IsSound(part.Code)) yield return NoCode(part.Code);
        if (part.Exempt is not null && edition == Edition.Public)
            yield return new(part.Code, $"An exempt part can not stand in the public edition: “{part.Title}”");
        var level = 0;
        if (part.Blocks is not [HeadingBlock { Level: 1 }, ..])
            yield return new(part.Code, $"The part “{part.Code}” does not begin with a heading of the first level");
        foreach (var block in part.Blocks)
        {
            if (block is HeadingBlock heading)
            {
                if (heading.Level is < 1 or > 3 || heading.Level > level + 1)
                    yield return new(part.Code, $"The heading “{heading.Text}” leaves out a level. Headings go down one level at a time");
                level = heading.Level;
            }

            foreach (var problem in Faults(block)) yield return problem;
        }
    }

    private static IEnumerable<Problem> Faults(ReportBlock block) => block switch
    {
        HeadingBlock { Text: var text } when IsEmpty(text) => [new("", $"A heading is empty")],
        ParagraphBlock { Text: var text } when IsEmpty(text) => [new("", $"A paragraph is empty")],
        ParagraphBlock { Slot: { } slot } when !HealthCheck.Codes.IsSound(slot) => [NoCode(slot)],
        ListBlock list when list.Items.Count == 0 || list.Items.Any(IsEmpty) => [new("", $"A list is empty, or one of its points is")],
        TableBlock table => Faults(table),
        ChartBlock chart => Faults(chart),
        _ => [],
    };

    private static IEnumerable<Problem> Faults(TableBlock table)
    {
        var (code, width) = (table.Code, table.Columns.Count - 1);
        if (!HealthCheck.Codes.IsSound(code)) yield return NoCode(code);
        if (IsEmpty(table.Caption) || IsEmpty(table.Description))
            yield return new(code, $"The table “{code}” has no caption or no description");
        if (table.Columns.Count < 2 || table.Columns.Any(IsEmpty) || table.Rows.Any(r => IsEmpty(r.Heading)))
            yield return new(code, $"The table “{code}” has a column or a row without a heading");
        if (Twice(table.Columns).Any() || Twice(table.Rows.Select(r => r.Heading)).Any())
            yield return new(code, $"The table “{code}” has two columns or two rows of the same heading");
        if (table.Rows.Count == 0 || table.Rows.Any(r => r.Cells.Count != width || r.Cells.Any(c => IsEmpty(c.Text))))
            yield return new(code, $"The table “{code}” has no row, or a row with too few, too many or empty cells. What is not known has the sign {CellSigns.NotAvailable}");
        foreach (var cell in table.Rows.SelectMany(r => r.Cells).Where(c => c.Number is not null))
            if (Fault(code, cell.Number!, cell.Text) is { } fault) yield return fault;
    }

    private static IEnumerable<Problem> Faults(ChartBlock chart)
    {
        var code = chart.Code;
        if (!HealthCheck.Codes.IsSound(code)) yield return NoCode(code);
        if (IsEmpty(chart.Title) || IsEmpty(chart.Alt))
        {
            yield return new(code, $"The chart “{code}” has no title, or no text for whoever does not see it");
        }

        if (chart.Series.Count is < 1 or > ChartBlock.MostSeries || Twice(chart.Series.Select(s => s.Name)).Any())
            yield return new(code, $"The chart “{code}” has {chart.Series.Count} series, or two of one name. Show one to {ChartBlock.MostSeries}, each with its own name");
        if (chart.Categories.Count == 0 || chart.Series.Any(s => s.Values.Count != chart.Categories.Count))
        {
            yield return new(code, $"The chart “{code}” has no category, or a series with too few or too many values");
            yield break;
        }

        if (IsEmpty(chart.CategoriesAre) || chart.Categories.Any(IsEmpty) || chart.Series.Any(s => IsEmpty(s.Name)))
            yield return new(code, $"The chart “{code}” has a category or a series without a name");
        if (Twice(chart.Categories).Any()) yield return new(code, $"The chart “{code}” has two categories of the same name");
        foreach (var cell in chart.AsTable().Rows.SelectMany(r => r.Cells).Where(c => c.Number is not null))
        {
            if (Fault(code, cell.Number!, cell.Text) is not { } fault) continue;
            yield return fault;
            yield break;
        }
    }

    private static Problem? Fault(string code, ReportNumber number, string text)
    {
        if (number.On == default || IsEmpty(number.Base)) return new(code, $"In “{code}” the figure {number.Plain} has no date or no base");
        if (number.Decimals is < 0 or > MostDecimals || Math.Round(number.Value, number.Decimals) != number.Value)
            return new(code, $"In “{code}” the figure {number.Value} has more decimals than are shown");
        return text.Contains(number.Digits, StringComparison.Ordinal) ? null
            : new(code, $"In “{code}” it says “{text}” where the figure is {number.Digits}");
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);

    private static bool IsEmpty(string text) => string.IsNullOrWhiteSpace(text);

    private static Problem NoCode(string code) =>
        new(code, $"“{code}” is no name for a part, a table, a chart or a sentence. Write it in lower-case letters, digits and hyphens");
}

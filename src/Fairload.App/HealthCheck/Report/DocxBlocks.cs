using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Fairload.App.Imports.Sheets;
using Fairload.Core.HealthCheck.Report;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Fairload.App.HealthCheck.Report;

/// <summary>The blocks of a report as Word knows them.</summary>
internal sealed class DocxBlocks(MainDocumentPart main, string language, ReportWords words, DocxLists lists)
{
    /// <summary>A4 between margins of 2 cm, in twentieths of a point.</summary>
    private const int PageWidth = 9638;
    private const int FirstColumn = 3000;

    private uint _charts;

    public IEnumerable<OpenXmlElement> Of(ReportBlock block) => block switch
    {
        HeadingBlock heading => [Styled(ReportStyles.OfHeading(heading.Level), heading.Text)],
        ParagraphBlock { IsNumbered: true } counted => [Listed(ReportStyles.Numbered, lists.Counted, counted.Text)],
        ParagraphBlock paragraph => [new Paragraph(Says(paragraph.Text))],
        ListBlock list => list.Items.Select(i => Listed(ReportStyles.Bullet, lists.Points, i)),
        TableBlock table => [Styled(ReportStyles.Caption, table.Caption), Table(table), .. Notes(table)],
        // Not every program that opens a Word document keeps the text of a chart, so it is read below it too.
        ChartBlock chart => [Chart(chart), Styled(ReportStyles.Note, chart.Alt), .. Notes(chart.AsTable())],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private IEnumerable<OpenXmlElement> Notes(TableBlock table)
    {
        var notes = words.NotesOf(table, language).Select(n => Styled(ReportStyles.Note, n)).ToList();
        // Two tables that touch would become one.
        return notes.Count > 0 ? notes : [new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = ReportStyles.Note }))];
    }

    private Table Table(TableBlock table)
    {
        var first = Math.Min(FirstColumn, PageWidth / table.Columns.Count);
        var other = (PageWidth - first) / (table.Columns.Count - 1);
        var notes = table.Notes;
        var isRight = table.Columns.Select((_, at) => at > 0 && IsRight(table, at)).ToList();
        var widths = table.Columns.Select((_, at) => at == 0 ? first : other).ToList();
        return new Table(
        [
            new TableProperties(
                new TableStyle { Val = ReportStyles.Table }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                Look(),
                new TableCaption { Val = Carried(table.Caption) }, new TableDescription { Val = Carried(table.Description) }),
            new TableGrid(widths.Select(w => new GridColumn { Width = FormattableString.Invariant($"{w}") })),
            Row([.. table.Columns.Select((c, at) => (c, isRight[at]))], widths, isHeader: true),
            .. table.Rows.Select(r => Row(
                [(r.Heading, false), .. r.Cells.Select((c, at) => (words.Marked(notes, c), isRight[at + 1]))], widths, isHeader: false)),
        ]);
    }

    private static TableLook Look() => new()
    {
        Val = "0420",
        FirstRow = true,
        LastRow = false,
        FirstColumn = true,
        LastColumn = false,
        NoHorizontalBand = true,
        NoVerticalBand = true,
    };

    private static bool IsRight(TableBlock table, int column) =>
        table.Rows.All(r => r.Cells[column - 1] is { Number: not null } or { IsSign: true });

    private static TableRow Row(IReadOnlyList<(string Text, bool IsRight)> cells, List<int> widths, bool isHeader)
    {
        var looks = new TableRowProperties(new CantSplit());
        if (isHeader) looks.AppendChild(new TableHeader());
        return new TableRow(
        [
            looks,
            .. cells.Select((cell, at) =>
            {
                var paragraph = Styled(isHeader || at == 0 ? ReportStyles.Heading : ReportStyles.Cell, cell.Text);
                if (cell.IsRight) paragraph.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Right };
                return new TableCell(
                    new TableCellProperties(Wide(widths[at])), paragraph);
            }),
        ]);
    }

    private static TableCellWidth Wide(int width) =>
        new() { Width = FormattableString.Invariant($"{width}"), Type = TableWidthUnitValues.Dxa };

    private Paragraph Chart(ChartBlock chart)
    {
        _charts++;
        var id = FormattableString.Invariant($"fairloadChart{_charts}");
        DocxChart.Write(main.AddNewPart<ChartPart>(id), chart, language);
        return new Paragraph(new Run(new Drawing(DocxChart.Inline(chart, id, 1000 + _charts))));
    }

    private static Paragraph Listed(string style, int list, string text) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = style },
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list })),
        Says(text));

    private static Paragraph Styled(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Says(text));

    private static Run Says(string text) => new(new Text(Carried(text)) { Space = SpaceProcessingModeValues.Preserve });

    internal static string Carried(string text) => CellText.Carried(text).ReplaceLineEndings(" ").Replace('\t', ' ');
}

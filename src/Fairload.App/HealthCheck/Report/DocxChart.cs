using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using Fairload.App.Imports.Sheets;
using Fairload.Core.HealthCheck.Report;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Fairload.App.HealthCheck.Report;

/// <summary>A chart as Word's own, with the workbook of its figures inside, so that “Edit data” works.</summary>
internal static class DocxChart
{
    private const string Namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Data = "Data";
    private const long Width = 5_760_000;
    private const uint Across = 1;
    private const uint Up = 2;

    public static void Write(ChartPart part, ChartBlock chart, string language)
    {
        var book = part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx);
        // The name that it was given is drawn by lot, and the same report gives the same bytes.
        part.ChangeIdOfPart(book, "data");
        using (var stream = book.GetStream(FileMode.Create)) stream.Write(Figures(chart));
        part.ChartSpace = new ChartSpace(
            new Date1904 { Val = false },
            new EditingLanguage { Val = ReportWords.Culture(language).Name },
            new RoundedCorners { Val = false },
            new Chart(
                Title(chart.Title), new AutoTitleDeleted { Val = false }, new PlotArea([new Layout(), .. Plot(chart)]),
                new Legend(new LegendPosition { Val = LegendPositionValues.Top }, new Overlay { Val = false }),
                new PlotVisibleOnly { Val = true }, new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap }),
            new TextProperties(new A.BodyProperties(), new A.ListStyle(), new A.Paragraph(
                new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = 1000 }), new A.EndParagraphRunProperties())),
            new ExternalData(new AutoUpdate { Val = false }) { Id = "data" });
    }

    /// <param name="number">Unique in the document.</param>
    public static P.Inline Inline(ChartBlock chart, string part, uint number) => new(
        new P.Extent { Cx = Width, Cy = Height(chart) },
        new P.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
        new P.DocProperties
        {
            Id = number,
            Name = DocxBlocks.Carried(chart.Title),
            Description = DocxBlocks.Carried(chart.Alt),
        },
        new P.NonVisualGraphicFrameDrawingProperties(),
        new A.Graphic(new A.GraphicData(new ChartReference { Id = part }) { Uri = Namespace }))
    { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };

    private static long Height(ChartBlock chart)
    {
        var bars = chart.Kind == ChartKind.Bar ? chart.Categories.Count * chart.Series.Count : 0;
        return Math.Clamp(1_400_000L + (bars * 220_000L), 3_000_000L, 8_000_000L);
    }

    private static byte[] Figures(ChartBlock chart)
    {
        using var to = new MemoryStream();
        WorkbookWriter.Write(to,
        [
            new(Data, [chart.CategoriesAre, .. chart.Series.Select(s => s.Name)],
                chart.Categories.Select((c, at) => (IReadOnlyList<object?>)[c, .. chart.Series.Select(s => (object?)s.Values[at])])),
        ]);
        return to.ToArray();
    }

    private static Title Title(string says) => new(
        new ChartText(new RichText(new A.BodyProperties(), new A.ListStyle(), new A.Paragraph(
            new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = 1200, Bold = true }),
            new A.Run(new A.RunProperties { FontSize = 1200, Bold = true }, new A.Text(DocxBlocks.Carried(says)))))),
        new Overlay { Val = false });

    private static IEnumerable<OpenXmlElement> Plot(ChartBlock chart)
    {
        var isBar = chart.Kind == ChartKind.Bar;
        yield return chart.Kind == ChartKind.Line ? Lines(chart) : Bars(chart);
        yield return new CategoryAxis(
            new AxisId { Val = Across },
            // The first category of lying bars stands on top, as in a table.
            new Scaling(new Orientation { Val = isBar ? OrientationValues.MaxMin : OrientationValues.MinMax }),
            new Delete { Val = false }, new AxisPosition { Val = isBar ? AxisPositionValues.Left : AxisPositionValues.Bottom },
            new NumberingFormat { FormatCode = "General", SourceLinked = false }, new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None }, new TickLabelPosition { Val = TickLabelPositionValues.Low },
            new CrossingAxis { Val = Up }, new Crosses { Val = CrossesValues.AutoZero }, new AutoLabeled { Val = true },
            new LabelAlignment { Val = LabelAlignmentValues.Center }, new LabelOffset { Val = 100 },
                new NoMultiLevelLabels { Val = false });
        var scale = new Scaling(new Orientation { Val = OrientationValues.MinMax });
        if (chart.Series.All(s => s.Values.All(v => v is null or >= 0))) scale.AppendChild(new MinAxisValue { Val = 0 });
        yield return new ValueAxis(
            new AxisId { Val = Up }, scale, new Delete { Val = false },
            new AxisPosition { Val = isBar ? AxisPositionValues.Bottom : AxisPositionValues.Left },
            new MajorGridlines(new ChartShapeProperties(new A.Outline(Solid("D0D3D4")) { Width = 6350 })),
            new NumberingFormat { FormatCode = Format(chart), SourceLinked = false }, new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None }, new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
            new CrossingAxis { Val = Across }, new Crosses { Val = isBar ? CrossesValues.Maximum : CrossesValues.AutoZero },
            new CrossBetween { Val = CrossBetweenValues.Between });
    }

    private static BarChart Bars(ChartBlock chart) => new(
    [
        new BarDirection { Val = chart.Kind == ChartKind.Bar ? BarDirectionValues.Bar : BarDirectionValues.Column },
        new BarGrouping { Val = BarGroupingValues.Clustered }, new VaryColors { Val = false },
        .. chart.Series.Select((s, at) => new BarChartSeries(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)at }, new Order { Val = (uint)at }, Name(s, at),
            new ChartShapeProperties(DocxInk.Fill(at), new A.Outline(Solid(DocxInk.Colours[at])) { Width = 9525 }),
                new InvertIfNegative { Val = false },
            Categories(chart), Values(chart, s, at))),
        Labels(chart), new GapWidth { Val = 60 }, new AxisId { Val = Across }, new AxisId { Val = Up },
    ]);

    private static LineChart Lines(ChartBlock chart) => new(
    [
        new Grouping { Val = GroupingValues.Standard }, new VaryColors { Val = false },
        .. chart.Series.Select((s, at) => new LineChartSeries(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)at }, new Order { Val = (uint)at }, Name(s, at),
            new ChartShapeProperties(DocxInk.Line(at)), DocxInk.Marker(at), Categories(chart), Values(chart, s, at),
                new Smooth { Val = false })),
        Labels(chart), new ShowMarker { Val = true }, new AxisId { Val = Across }, new AxisId { Val = Up },
    ]);

    /// <summary>Figures stand at bars and points as long as they do not run into one another.</summary>
    private static DataLabels Labels(ChartBlock chart)
    {
        var shown = chart.Series.Count <= 2 && chart.Categories.Count <= 12;
        return new(
            new NumberingFormat { FormatCode = Format(chart), SourceLinked = false },
            new ShowLegendKey { Val = false }, new ShowValue { Val = shown }, new ShowCategoryName { Val = false },
                new ShowSeriesName { Val = false },
            new ShowPercent { Val = false }, new ShowBubbleSize { Val = false });
    }

    private static SeriesText Name(ReportSeries series, int at) => new(new StringReference(
        new Formula(FormattableString.Invariant($"{Data}!${Column(at)}$1")),
        new StringCache(new PointCount { Val = 1 }, new StringPoint(new NumericValue(DocxBlocks.Carried(series.Name))) { Index = 0 })));

    private static CategoryAxisData Categories(ChartBlock chart) => new(new StringReference(
        new Formula(FormattableString.Invariant($"{Data}!$A$2:$A${chart.Categories.Count + 1}")),
        new StringCache(
        [
            new PointCount { Val = (uint)chart.Categories.Count },
            .. chart.Categories.Select((c, at) => new StringPoint(new NumericValue(DocxBlocks.Carried(c))) { Index = (uint)at }),
        ])));

    private static Values Values(ChartBlock chart, ReportSeries series, int at) => new(new NumberReference(
        new Formula(FormattableString.Invariant($"{Data}!${Column(at)}$2:${Column(at)}${chart.Categories.Count + 1}")),
        new NumberingCache(
        [
            new FormatCode(Format(chart)), new PointCount { Val = (uint)chart.Categories.Count },
            .. series.Values.Select((v, place) => (v, place)).Where(p => p.v is not null)
                .Select(p => Point(p.v!.Value, p.place)),
        ])));

    private static NumericPoint Point(decimal value, int place) =>
        new(new NumericValue(value.ToString(CultureInfo.InvariantCulture))) { Index = (uint)place };

    private static string Format(ChartBlock chart)
    {
        var digits = chart.Decimals == 0 ? "#,##0" : "#,##0." + new string('0', chart.Decimals);
        return chart.Unit == "%" ? digits + "\"%\"" : digits;
    }

    private static char Column(int series) => (char)('B' + series);

    internal static A.SolidFill Solid(string colour) => new(new A.RgbColorModelHex { Val = colour });
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace Fairload.App.HealthCheck.Report;

/// <summary>What tells the series of a chart apart: colour, and pattern, dash and shape for whoever does not see colours.</summary>
internal static class DocxInk
{
    public static IReadOnlyList<string> Colours { get; } = ["12436D", "28A197", "801650", "F46A25"];

    private static readonly A.PresetLineDashValues[] Dashes =
        [A.PresetLineDashValues.Solid, A.PresetLineDashValues.Dash, A.PresetLineDashValues.SystemDot, A.PresetLineDashValues.LargeDashDot];

    private static readonly MarkerStyleValues[] Shapes =
        [MarkerStyleValues.Circle, MarkerStyleValues.Square, MarkerStyleValues.Triangle, MarkerStyleValues.Diamond];

    /// <summary>The second and the fourth have a pattern.</summary>
    public static OpenXmlElement Fill(int series) => series switch
    {
        1 => Pattern(A.PresetPatternValues.WideUpwardDiagonal, series),
        3 => Pattern(A.PresetPatternValues.DarkHorizontal, series),
        _ => DocxChart.Solid(Colours[series]),
    };

    public static A.Outline Line(int series) =>
        new(DocxChart.Solid(Colours[series]), new A.PresetDash { Val = Dashes[series] }) { Width = 28575 };

    public static Marker Marker(int series) => new(
        new Symbol { Val = Shapes[series] }, new Size { Val = 7 },
        new ChartShapeProperties(DocxChart.Solid(Colours[series]), new A.Outline(DocxChart.Solid(Colours[series])) { Width = 9525 }));

    private static A.PatternFill Pattern(A.PresetPatternValues pattern, int series) => new(
        new A.ForegroundColor(new A.RgbColorModelHex { Val = Colours[series] }),
        new A.BackgroundColor(new A.RgbColorModelHex { Val = "FFFFFF" }))
    { Preset = pattern };
}

using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Charts;

/// <summary>A score of 0 to 100 with what is told of it: a dot with its margin, or a bar where only a range is told; the round before as a
/// hollow dot. The same stands in words beside it.</summary>
/// <param name="Low">With <paramref name="High"/> what is told of the score; both the same where it is told.</param>
/// <param name="Before">Of the round before; null where there is none to compare, or only a range is told.</param>
internal sealed record ScoreLine(decimal Low, decimal High, decimal Margin, decimal? Before)
{
    private const decimal Width = 220;
    private const decimal Height = 22;
    private const decimal Edge = 8;
    private const decimal Middle = Height / 2;

    public IHtmlContent Draw()
    {
        var chart = Svg.Beside(Width, Height, "fl-score-line");
        chart.Holds(Svg.Line("axis", X(0), Middle, X(100), Middle), Svg.Line("grid", X(50), 3, X(50), Height - 3));
        if (Before is { } before) chart.Holds(Dot("score-before", before));
        chart.Holds(Svg.Line("score-margin", X(Low - Margin), Middle, X(High + Margin), Middle));
        if (Low < High) return chart.Holds(Svg.Rect("bar-range", X(Low), 4, X(High) - X(Low), Height - 8));
        return chart.Holds(Dot("score-dot", Low));
    }

    private static TagBuilder Dot(string classes, decimal score) =>
        Element.New("circle", classes).With("cx", Svg.Number(X(score))).With("cy", Svg.Number(Middle)).With("r", "5");

    private static decimal X(decimal score) => Edge + ((Width - (2 * Edge)) * Math.Clamp(score, 0, 100) / 100);
}

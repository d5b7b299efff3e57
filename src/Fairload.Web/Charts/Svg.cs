using System.Globalization;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Charts;

/// <summary>Shapes of a chart. Looks are classes; sizes and places are attributes, because no page carries a style of its own.</summary>
internal static class Svg
{
    /// <summary>For a chart whose figures stand in words beside it: nobody has to hear them twice.</summary>
    public static TagBuilder Beside(decimal width, decimal height, string? classes = null) =>
        Element.New("svg", "fl-chart").Classes(classes)
        .With("viewBox", $"0 0 {Number(width)} {Number(height)}").With("width", Number(width)).With("height", Number(height))
        .With("aria-hidden", "true").With("focusable", "false");

    /// <summary>For a chart that stands alone: an image with a name and a description.</summary>
    public static TagBuilder Alone(decimal width, decimal height, string id, string title, string description) =>
        Element.New("svg", "fl-chart")
        .With("viewBox", $"0 0 {Number(width)} {Number(height)}").With("width", Number(width)).With("height", Number(height))
        .With("role", "img").With("aria-labelledby", $"{id}-title {id}-desc").With("focusable", "false")
        .Holds(Element.New("title").With("id", $"{id}-title").Says(title), Element.New("desc").With("id", $"{id}-desc").Says(description));

    public static TagBuilder Rect(string classes, decimal x, decimal y, decimal width, decimal height) => Element.New("rect", classes)
        .With("x", Number(x)).With("y", Number(y)).With("width", Number(width)).With("height", Number(height));

    public static TagBuilder Line(string classes, decimal x1, decimal y1, decimal x2, decimal y2) => Element.New("line", classes)
        .With("x1", Number(x1)).With("y1", Number(y1)).With("x2", Number(x2)).With("y2", Number(y2));

    public static TagBuilder Dot(decimal x, decimal y) =>
        Element.New("circle", "line-dot").With("cx", Number(x)).With("cy", Number(y)).With("r", "3");

    public static TagBuilder Path(string classes, string d) => Element.New("path", classes).With("d", d);

    public static TagBuilder Text(decimal x, decimal y, string anchor, string says) =>
        Element.New("text").With("x", Number(x)).With("y", Number(y)).With("text-anchor", anchor).Says(says);

    public static string Number(decimal number) => Math.Round(number, 3).ToString("0.###", CultureInfo.InvariantCulture);
}

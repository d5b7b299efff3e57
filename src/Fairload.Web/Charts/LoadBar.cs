using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Charts;

/// <summary>One part of a load bar: a to d, and its per cent of capacity.</summary>
internal sealed record BarPart(char Ink, decimal Percent);

/// <summary>
/// A load against capacity: parts one after the other, a rule at 100, and the range of a provisional load as a hatched end. The
/// figure in words stands beside it.
/// </summary>
/// <param name="Low">The per cent if every unscored case were tier 1; <paramref name="High"/> if every one were tier 3.</param>
/// <param name="Scale">The per cent at the right-hand edge: the same for all bars that are to be compared.</param>
internal sealed record LoadBar(IReadOnlyList<BarPart> Parts, decimal? Low, decimal? High, decimal Scale)
{
    public const decimal Width = 300;
    private const decimal Height = 24;
    private const decimal Thick = 16;
    private const decimal Top = 4;

    /// <summary>Room for the longest of several bars, a little beyond the rule at 100; what is longer than 250 is cut and says
    /// so.</summary>
    public static decimal ScaleFor(IEnumerable<decimal?> percents)
    {
        var longest = percents.Max() ?? 0;
        return Math.Clamp(Math.Ceiling((longest + 5) / 10) * 10, 130, 250);
    }

    public decimal Whole => Parts.Sum(p => p.Percent);

    public IHtmlContent Draw()
    {
        var bar = Svg.Beside(Width, Height, "fl-load-bar");
        bar.Holds(Svg.Rect("bar-room", 0, Top, X(100), Thick));
        var at = 0m;
        foreach (var part in Parts.Where(p => p.Percent > 0))
        {
            bar.Holds(Piece($"bar-{part.Ink}", at, at + part.Percent));
            at += part.Percent;
        }

        if (Low < High)
        {
            bar.Holds(Piece("bar-range-within", Low.Value, Math.Min(at, High.Value)),
                Piece("bar-range", Math.Max(at, Low.Value), High.Value));
        }

        bar.Holds(Svg.Line("bar-rule", X(100), 0, X(100), Height));
        if (Math.Max(at, High ?? 0) > Scale) bar.Holds(Svg.Path("bar-cut", $"M{Svg.Number(Width - 12)} 0l-5 8 5 8-5 8"));
        return bar;
    }

    private TagBuilder? Piece(string classes, decimal from, decimal to)
    {
        var (left, right) = (X(from), X(to));
        return right > left ? Svg.Rect(classes, left, Top, right - left, Thick).With("data-percent", Svg.Number(to - from)) : null;
    }

    private decimal X(decimal percent) => Math.Min(percent, Scale) / Scale * Width;
}

/// <summary>A small square of the ink of a part, for the key beside a chart.</summary>
internal static class Key
{
    public static IHtmlContent Of(string classes) => Svg.Beside(24, 14, "fl-key").Holds(Svg.Rect(classes, 1, 1, 22, 12));
}

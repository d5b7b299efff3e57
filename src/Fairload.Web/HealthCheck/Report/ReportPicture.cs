using System.Globalization;
using System.Text;
using Fairload.Core.HealthCheck.Report;
using Fairload.Web.Charts;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>A chart of a report. Its figures stand in a table below it.</summary>
internal sealed class ReportPicture(ChartBlock chart)
{
    private const decimal Width = 640;
    private const decimal Side = 56;
    private const decimal Top = 16;
    private const decimal Bottom = 28;
    private const decimal Tall = 260;
    private const decimal Thick = 20;
    private const decimal LetterWidth = 7;
    private const string Inks = "abcd";

    private readonly decimal _least = Math.Min(0, Values(chart).DefaultIfEmpty().Min());
    private readonly decimal _most = Math.Max(0, Values(chart).DefaultIfEmpty().Max());

    /// <summary>Names that do not fit below standing bars fit above lying ones.</summary>
    private bool IsLying => chart.Kind == ChartKind.Bar
        || (chart.Kind == ChartKind.Column && chart.Categories.Any(c =>
            c.Length * LetterWidth > (Width - (2 * Side)) / chart.Categories.Count));

    public static IHtmlContent Key(ChartKind kind, int series) => kind == ChartKind.Line
        ? Svg.Beside(24, 14, "fl-key").Holds(Svg.Line($"line-{Inks[series]}", 0, 7, 24, 7)) : Charts.Key.Of($"bar-{Inks[series]}");

    public IHtmlContent Draw() => IsLying ? Lying() : chart.Kind == ChartKind.Column ? Standing() : Joined();

    private TagBuilder Lying()
    {
        var each = 20 + (Thick * chart.Series.Count) + 10;
        var picture = Begin((each * chart.Categories.Count) + 8);
        for (var at = 0; at < chart.Categories.Count; at++)
        {
            var y = each * at;
            picture.Holds(Svg.Text(0, y + 15, "start", chart.Categories[at]));
            for (var s = 0; s < chart.Series.Count; s++)
            {
                if (chart.Series[s].Values[at] is not { } value) continue;
                var (from, to, top) = (Across(Math.Min(0, value)), Across(Math.Max(0, value)), y + 20 + (Thick * s));
                picture.Holds(Svg.Rect($"bar-{Inks[s]}", from, top, to - from, Thick - 3), Svg.Text(to + 5, top + 13, "start", Says(value)));
            }
        }

        return picture.Holds(Svg.Line("axis", Across(0), 0, Across(0), each * chart.Categories.Count));
    }

    private TagBuilder Standing()
    {
        var picture = Framed();
        var each = (Width - (2 * Side)) / chart.Categories.Count;
        var thick = each * 0.8m / chart.Series.Count;
        for (var at = 0; at < chart.Categories.Count; at++)
        {
            var left = Side + (each * at) + (each * 0.1m);
            for (var s = 0; s < chart.Series.Count; s++)
            {
                if (chart.Series[s].Values[at] is not { } value) continue;
                var (top, end) = (Up(Math.Max(0, value)), Up(Math.Min(0, value)));
                picture.Holds(Svg.Rect($"bar-{Inks[s]}", left + (thick * s), top, thick, end - top));
                if (Says(value).Length * LetterWidth > thick) continue;
                picture.Holds(Svg.Text(left + (thick * (s + 0.5m)), top - 4, "middle", Says(value)));
            }
        }

        return Named(picture, each, 0.5m);
    }

    private TagBuilder Joined()
    {
        var picture = Framed();
        var each = (Width - (2 * Side)) / Math.Max(1, chart.Categories.Count - 1);
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var (path, isJoined) = (new StringBuilder(), false);
            for (var at = 0; at < chart.Categories.Count; at++)
            {
                // Where a year is missing the line is broken.
                if (chart.Series[s].Values[at] is not { } value)
                {
                    isJoined = false;
                    continue;
                }

                path.Append(isJoined ? 'L' : 'M').Append(Svg.Number(Side + (each * at))).Append(' ').Append(Svg.Number(Up(value)));
                isJoined = true;
                picture.Holds(Svg.Dot(Side + (each * at), Up(value)));
            }

            picture.Holds(Svg.Path($"line-{Inks[s]}", path.ToString()));
        }

        return Named(picture, each, 0);
    }

    private TagBuilder Framed()
    {
        var picture = Begin(Tall);
        foreach (var value in new[] { _least, 0, _most }.Distinct())
        {
            picture.Holds(Svg.Line(value == 0 ? "axis" : "grid", Side, Up(value), Width - Side, Up(value)),
                Svg.Text(Side - 6, Up(value) + 4, "end", Says(value)));
        }

        return picture;
    }

    /// <summary>Names that would run into one another are left to the table.</summary>
    private TagBuilder Named(TagBuilder picture, decimal each, decimal middle)
    {
        var free = 0m;
        for (var at = 0; at < chart.Categories.Count; at++)
        {
            var (x, half) = (Side + (each * (at + middle)), chart.Categories[at].Length * LetterWidth / 2);
            if (x - half < free) continue;
            picture.Holds(Svg.Text(x, Tall - 8, "middle", chart.Categories[at]));
            free = x + half + 4;
        }

        return picture;
    }

    private TagBuilder Begin(decimal height) => Svg.Alone(Width, height, "chart-" + chart.Code, chart.Title, chart.Alt);

    private decimal Across(decimal value) => (value - _least) / Range * (Width - Side - 20);

    private decimal Up(decimal value) => Tall - Bottom - ((value - _least) / Range * (Tall - Top - Bottom));

    private decimal Range => _most > _least ? _most - _least : 1;

    private string Says(decimal value) =>
        value.ToString("N" + chart.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + (chart.Unit == "%" ? "%" : "");

    private static IEnumerable<decimal> Values(ChartBlock chart) => chart.Series.SelectMany(s => s.Values).OfType<decimal>();
}

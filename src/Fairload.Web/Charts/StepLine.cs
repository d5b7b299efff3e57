using System.Text;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Html;

namespace Fairload.Web.Charts;

/// <summary>A figure on a day; null where it is not known, which leaves a gap.</summary>
internal sealed record StepPoint(DateOnly Day, decimal? Percent);

/// <summary>A load over time: each extract holds until the next. The same figures stand in a table beside it.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Points">Oldest first, at least one.</param>
internal sealed record StepLine(string Id, IReadOnlyList<StepPoint> Points, DateOnly Until, string Title, string Description,
    Func<DateOnly, string> Said)
{
    private const decimal Width = 640;
    private const decimal Height = 190;
    private const decimal Left = 48;
    private const decimal Right = 12;
    private const decimal Top = 12;
    private const decimal Bottom = 28;

    private decimal Highest => LoadBar.ScaleFor(Points.Select(p => p.Percent));

    public IHtmlContent Draw()
    {
        var chart = Svg.Alone(Width, Height, Id, Title, Description);
        foreach (var percent in new[] { 0m, 50, 100 })
        {
            chart.Holds(Svg.Line(percent == 100 ? "bar-rule" : "grid", Left, Y(percent), Width - Right, Y(percent)),
                Svg.Text(Left - 6, Y(percent) + 4, "end", $"{percent}%"));
        }

        chart.Holds(Svg.Path("line-a", Steps()));
        foreach (var point in Points.Where(p => p.Percent is not null))
            chart.Holds(Svg.Dot(X(point.Day), Y(point.Percent!.Value)).With("data-percent", Svg.Number(point.Percent.Value)));
        return chart.Holds(Svg.Text(Left, Height - 8, "start", Said(Points[0].Day)),
            Svg.Text(Width - Right, Height - 8, "end", Said(Until)));
    }

    private string Steps()
    {
        var path = new StringBuilder();
        for (var i = 0; i < Points.Count; i++)
        {
            if (Points[i].Percent is not { } percent) continue;
            var isFresh = i == 0 || Points[i - 1].Percent is null;
            var end = i + 1 < Points.Count ? Points[i + 1].Day : Until;
            path.Append(isFresh ? 'M' : 'L').Append(Svg.Number(X(Points[i].Day))).Append(' ').Append(Svg.Number(Y(percent)));
            path.Append('H').Append(Svg.Number(X(end)));
        }

        return path.ToString();
    }

    private decimal X(DateOnly day)
    {
        var (first, last) = (Points[0].Day.DayNumber, Until.DayNumber);
        return last <= first ? Left : Left + ((Width - Left - Right) * Math.Clamp(day.DayNumber - first, 0, last - first) / (last - first));
    }

    private decimal Y(decimal percent) => Height - Bottom - ((Height - Top - Bottom) * Math.Min(percent, Highest) / Highest);
}

using System.Globalization;
using System.Text;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Html;

namespace Fairload.Web.Charts;

/// <summary>What so many moves buy, in per cent of all that there is to win.</summary>
internal sealed record MovesPoint(int Moves, decimal Percent);

/// <summary>Moves against fairness. The same figures stand in a table beside it.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Points">With fewest moves first, at least two.</param>
/// <param name="Axis">What stands under the line: moves.</param>
internal sealed record MovesLine(string Id, IReadOnlyList<MovesPoint> Points, string Title, string Description, string Axis)
{
    private const decimal Width = 640;
    private const decimal Height = 220;
    private const decimal Left = 48;
    private const decimal Right = 20;
    private const decimal Top = 12;
    private const decimal Bottom = 44;

    private decimal Most => Math.Max(1, Points[^1].Moves);

    public IHtmlContent Draw()
    {
        var chart = Svg.Alone(Width, Height, Id, Title, Description);
        foreach (var percent in new[] { 0m, 50, 100 })
        {
            chart.Holds(Svg.Line(percent == 0 ? "axis" : "grid", Left, Y(percent), Width - Right, Y(percent)),
                Svg.Text(Left - 6, Y(percent) + 4, "end", $"{percent}%"));
        }

        var path = new StringBuilder();
        foreach (var point in Points)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Svg.Number(X(point.Moves))).Append(' ').Append(Svg.Number(Y(point.Percent)));
        chart.Holds(Svg.Path("line-a", path.ToString()));
        var named = -Width;
        foreach (var point in Points)
        {
            chart.Holds(Svg.Dot(X(point.Moves), Y(point.Percent)).With("data-percent", Svg.Number(point.Percent)));
            // Numbers that would run into one another are left to the table.
            if (X(point.Moves) - named < 32) continue;
            named = X(point.Moves);
            chart.Holds(Svg.Text(named, Height - Bottom + 18, "middle", point.Moves.ToString(CultureInfo.InvariantCulture)));
        }

        return chart.Holds(Svg.Text(Left + ((Width - Left - Right) / 2), Height - 6, "middle", Axis));
    }

    private decimal X(int moves) => Left + ((Width - Left - Right) * moves / Most);

    private static decimal Y(decimal percent) => Height - Bottom - ((Height - Top - Bottom) * Math.Clamp(percent, 0, 100) / 100);
}

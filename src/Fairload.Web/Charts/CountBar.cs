using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Html;

namespace Fairload.Web.Charts;

/// <summary>How many of a few kinds, one after the other: people of a team by band. The counts stand in words beside it.</summary>
/// <param name="Counts">By the class that fills the piece, in the order in which they stand.</param>
/// <param name="Scale">The count at the right-hand edge: the same for all bars that are to be compared.</param>
internal sealed record CountBar(IReadOnlyList<KeyValuePair<string, int>> Counts, int Scale)
{
    public const decimal Width = 200;

    public IHtmlContent Draw()
    {
        var bar = Svg.Beside(Width, 20, "fl-count-bar");
        var at = 0;
        foreach (var (fill, count) in Counts.Where(c => c.Value > 0))
        {
            bar.Holds(Svg.Rect(fill, X(at), 2, X(at + count) - X(at), 16).With("data-count", Svg.Number(count)));
            at += count;
        }

        return bar;
    }

    private decimal X(int count) => Scale == 0 ? 0 : Width * count / Scale;
}

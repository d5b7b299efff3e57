using Fairload.Core.Surveys.Results;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Html;

namespace Fairload.Web.Charts;

/// <summary>
/// How answers were spread: one piece for each class, by pattern as well as by colour. A share near nobody or near everybody is told as a
/// range, and its piece ends in the middle of that with a broken edge. The shares stand in words beside it.
/// </summary>
/// <param name="Shares">In the order of the classes.</param>
internal sealed record ShareBar(IReadOnlyList<ShownShare> Shares)
{
    private const decimal Width = 200;

    /// <summary>Classes of statements: unfavourable, neither, favourable. Options of a choice go through all.</summary>
    private static readonly string[] OfStatements = ["bar-d", "bar-b", "bar-a"];

    private static readonly string[] OfOptions = ["bar-a", "bar-b", "bar-c", "bar-d"];

    public static string Ink(int at, int classes) =>
        classes == OfStatements.Length ? OfStatements[at] : OfOptions[at % OfOptions.Length];

    public IHtmlContent Draw()
    {
        var bar = Svg.Beside(Width, 20, "fl-count-bar");
        var (at, whole) = (0m, Shares.Sum(Middle));
        foreach (var (index, share) in Shares.Index())
        {
            var wide = Middle(share) / whole * Width;
            bar.Holds(Svg.Rect(Ink(index, Shares.Count), at, 2, wide, 16).With("data-percent", Svg.Number(Middle(share))));
            if (share.Value is null) bar.Holds(Svg.Rect("bar-range", at, 2, wide, 16));
            at += wide;
        }

        return bar;
    }

    private static decimal Middle(ShownShare share) => (share.NotUnder + share.NotOver) / 2m;
}

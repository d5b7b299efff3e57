using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Fairload.Web.Charts;

namespace Fairload.Web.Tests.Charts;

public sealed class A_bar_of_answers
{
    [Fact]
    public void Draws_a_piece_for_each_class_as_wide_as_its_share_and_fills_the_bar()
    {
        var bar = Drawn(new ShareBar([new(25, 10, false), new(25, 10, false), new(50, 10, false)]));
        Assert.Equal([(0m, 50m), (50m, 50m), (100m, 100m)], bar.QuerySelectorAll("rect").Select(Place));
        Assert.Equal(["bar-d", "bar-b", "bar-a"], bar.QuerySelectorAll("rect").Select(r => r.ClassName));
    }

    [Fact]
    public void Breaks_the_edge_of_a_share_that_is_told_as_a_range_and_never_says_nobody()
    {
        // "10% or less" is drawn to its middle, 5 of the 100 that all three come to.
        var bar = Drawn(new ShareBar([new(null, 10, false), new(35, 10, false), new(60, 10, false)]));
        Assert.Equal((0m, 10m), Place(Assert.Single(bar.QuerySelectorAll(".bar-range"))));
    }

    private static (decimal At, decimal Wide) Place(IElement rect) => (Read(rect, "x"), Read(rect, "width"));

    private static decimal Read(IElement rect, string name) => decimal.Parse(rect.GetAttribute(name)!, CultureInfo.InvariantCulture);

    private static IElement Drawn(ShareBar bar)
    {
        using var to = new StringWriter(CultureInfo.InvariantCulture);
        bar.Draw().WriteTo(to, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(to.ToString()).QuerySelector("svg")!;
    }
}

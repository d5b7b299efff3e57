using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Fairload.Web.Charts;
using Microsoft.AspNetCore.Html;

namespace Fairload.Web.Tests.Charts;

public sealed class A_load_bar
{
    [Fact]
    public void Draws_each_part_as_wide_as_its_share_of_the_scale()
    {
        var bar = Drawn(new LoadBar([new('a', 60), new('c', 15)], null, null, 150).Draw());
        Assert.Equal([(0m, 120m), (120m, 30m)], Places(bar, ".bar-a, .bar-c"));
    }

    [Fact]
    public void Has_its_rule_at_a_hundred() =>
        Assert.Equal("200", Drawn(new LoadBar([new('a', 60)], null, null, 150).Draw()).QuerySelector(".bar-rule")!.GetAttribute("x1"));

    [Fact]
    public void Ends_in_its_range_while_cases_are_not_scored()
    {
        var bar = Drawn(new LoadBar([new('a', 90)], 75, 120, 150).Draw());
        Assert.Equal([(180m, 60m)], Places(bar, ".bar-range"));
        Assert.Equal([(150m, 30m)], Places(bar, ".bar-range-within"));
    }

    [Fact]
    public void Has_no_range_when_all_is_scored() =>
        Assert.Null(Drawn(new LoadBar([new('a', 90)], 90, 90, 150).Draw()).QuerySelector(".bar-range"));

    [Fact]
    public void Shows_that_it_is_cut_when_it_is_longer_than_the_scale()
    {
        var bar = Drawn(new LoadBar([new('a', 400)], null, null, 250).Draw());
        Assert.NotNull(bar.QuerySelector(".bar-cut"));
        Assert.Equal([(0m, 300m)], Places(bar, ".bar-a"));
    }

    [Fact]
    public void Is_not_read_out_because_its_figure_stands_beside_it() =>
        Assert.Equal("true", Drawn(new LoadBar([], null, null, 150).Draw()).GetAttribute("aria-hidden"));

    [Theory]
    [InlineData(80, 130)]
    [InlineData(126, 140)]
    [InlineData(900, 250)]
    public void Shares_a_scale_that_holds_the_longest_and_never_more_than_250(int longest, int scale) =>
        Assert.Equal(scale, LoadBar.ScaleFor([30, longest, null]));

    internal static IElement Drawn(IHtmlContent svg)
    {
        using var written = new StringWriter();
        svg.WriteTo(written, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(written.ToString()).QuerySelector("svg")!;
    }

    private static List<(decimal, decimal)> Places(IElement bar, string selector) =>
        [.. bar.QuerySelectorAll(selector).Select(r => (Number(r, "x"), Number(r, "width")))];

    private static decimal Number(IElement rect, string attribute) =>
        decimal.Parse(rect.GetAttribute(attribute)!, CultureInfo.InvariantCulture);
}

public sealed class A_line_of_past_loads
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void Has_one_dot_for_each_figure_with_its_per_cent()
    {
        var chart = Draw([new(First, 80), new(First.AddDays(30), 120.5m)]);
        Assert.Equal(["80", "120.5"], chart.QuerySelectorAll(".line-dot").Select(d => d.GetAttribute("data-percent")!));
    }

    [Fact]
    public void Leaves_a_gap_where_the_load_was_not_known()
    {
        var chart = Draw([new(First, 80), new(First.AddDays(30), null), new(First.AddDays(60), 90)]);
        Assert.Equal(2, chart.QuerySelector(".line-a")!.GetAttribute("d")!.Count(c => c == 'M'));
    }

    [Fact]
    public void Has_a_name_and_a_description()
    {
        var chart = Draw([new(First, 80)]);
        Assert.Equal("img", chart.GetAttribute("role"));
        Assert.Equal("past-title past-desc", chart.GetAttribute("aria-labelledby"));
        Assert.Equal("Loads", chart.QuerySelector("#past-title")!.TextContent);
    }

    private static IElement Draw(IReadOnlyList<StepPoint> points) =>
        A_load_bar.Drawn(
            new StepLine("past", points, First.AddDays(90), "Loads", "See the table",
            d => d.ToString("d MMM", CultureInfo.InvariantCulture)).Draw());
}

public sealed class A_bar_of_counts
{
    [Fact]
    public void Is_as_long_as_its_count_of_the_longest()
    {
        var bar = A_load_bar.Drawn(new CountBar([new("bar-d", 1), new("bar-c", 0), new("bar-a", 3)], 8).Draw());
        Assert.Equal([("1", "25"), ("3", "75")], bar.QuerySelectorAll("rect")
            .Select(r => (r.GetAttribute("data-count")!, r.GetAttribute("width")!)));
    }
}

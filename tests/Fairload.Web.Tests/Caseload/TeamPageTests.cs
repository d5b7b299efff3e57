using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Fairload.Core.Access;
using Fairload.Web.Tests.Access;

namespace Fairload.Web.Tests.Caseload;

public sealed class The_page_of_a_team(Sampleshire council) : IClassFixture<Sampleshire>
{
    private string Riverside => $"/teams/{council.Riverside.Id}";

    [Fact]
    public async Task Says_what_matters_in_its_first_line()
    {
        var page = await (await council.Manager()).Read(Riverside);
        Assert.Equal("1 person is over 110%. 3 cases wait. 1 of them is in the name of someone who is not at work. 1 score is due again. The hours of 1 person are not known.",
            page.QuerySelector(".fl-lead").Says());
        Assert.Equal("As of 14 November 2026 · Download (CSV)", page.QuerySelector(".fl-as-of").Says());
    }

    [Fact]
    public async Task Shows_people_in_name_order_with_their_state_in_words()
    {
        var page = await (await council.Manager()).Read(Riverside);
        var people = page.QuerySelector("table")!.QuerySelectorAll("tbody tr");
        Assert.Equal(["Adeyemi, Grace", "Bevan, Tom", "Carter, Lee", "Diaz, Ana", "Marsh, Kate"],
            people.Select(p => p.QuerySelector("th a").Says()));
        Assert.Equal(["▲ 122% over", "▽ 37% room", "? hours not known", "▽ 76% room", "▽ 2% room"],
            people.Select(p => p.QuerySelector(".fl-state").Says()));
        Assert.Equal("2 of 12 not scored, so between 119% and 127%", people[0].QuerySelector("td .fl-quiet").Says());
    }

    [Fact]
    public async Task Draws_the_same_numbers_as_its_table_has()
    {
        var page = await (await council.Manager()).Read(Riverside);
        var drawn = page.QuerySelector("table")!.QuerySelectorAll("tbody tr")
            .Select(row => row.QuerySelectorAll("svg rect[data-percent]:not(.bar-range):not(.bar-range-within)"))
            .Where(parts => parts.Length > 0)
                .Select(parts =>
                Math.Round(parts.Sum(p => decimal.Parse(p.GetAttribute("data-percent")!, CultureInfo.InvariantCulture)), 1)).ToList();
        var table = page.QuerySelector("#every-part")!;
        var column = table.QuerySelectorAll("thead th").Select(h => h.Says()).ToList().IndexOf("Load %");
        var told = table.QuerySelectorAll("tbody tr").Select(r => r.Children[column].Says()).Where(t => t.Length > 0)
            .Select(t => decimal.Parse(t.TrimEnd('%'), CultureInfo.InvariantCulture));
        Assert.Equal(told, drawn);
        Assert.Equal(4, drawn.Count);
    }

    [Fact]
    public async Task Can_not_be_sorted()
    {
        var page = await (await council.Manager()).Read(Riverside);
        Assert.Empty(page.QuerySelectorAll("th a[href*=sort], th button, [aria-sort]"));
    }

    [Fact]
    public async Task Shows_the_managers_own_figure()
    {
        var page = await (await council.Manager()).Read(Riverside);
        var facts = page.QuerySelectorAll(".govuk-summary-list__row")
            .ToDictionary(r => r.QuerySelector("dt").Says(), r => r.QuerySelector("dd").Says());
        Assert.Equal("Marsh, Kate", facts["Manager"]);
        Assert.Equal("4, FTE not known", facts["People supervised"]);
        Assert.Equal("1", facts["Newly qualified among them"]);
        Assert.Equal("1", facts["Cases held in the manager’s name"]);
        Assert.Equal("4", facts["Decisions waiting"]);
    }

    [Fact]
    public async Task Finds_room_and_offers_child_protection_to_nobody_newly_qualified()
    {
        var page = await (await council.Manager()).Read($"{Riverside}?Type=child-protection&Tier=3");
        Assert.Equal(["Diaz, Ana 76% → 87%"], page.QuerySelectorAll("#who-could tbody tr")
            .Select(r => string.Join(" ", r.Children.Take(2).Select(c => c.Says()))));
        Assert.Contains("Hours not known, so nothing can be told: Carter, Lee.", page.All("p"));
        Assert.Contains("Bevan, Tom: newly qualified: this kind of work only jointly", page.All("details li"));
        Assert.Contains("Adeyemi, Grace: would be over with it, 122% → 133%", page.All("details li"));
    }

    [Fact]
    public async Task Finds_room_in_name_order_for_what_all_may_hold()
    {
        var page = await (await council.Manager()).Read($"{Riverside}?Type=child-in-need&Tier=2&Points=6");
        Assert.Equal(["Bevan, Tom", "Diaz, Ana"], page.All("#who-could tbody th"));
    }

    [Theory]
    [InlineData("Points=lots", "Enter the points of the case as a number from 0 to 1000, or leave them out")]
    [InlineData("Points=-1", "Enter the points of the case as a number from 0 to 1000, or leave them out")]
    [InlineData("Tier=4", "Choose tier 1, 2 or 3, or not scored")]
    public async Task Says_what_is_wrong_with_what_room_is_looked_for(string query, string mistake)
    {
        var answer = await (await council.Manager()).GetAsync($"{Riverside}?Type=child-protection&{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([mistake], (await answer.Read()).All(".govuk-error-summary__list li"));
    }

    [Fact]
    public async Task Of_another_manager_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await council.Manager()).GetAsync($"/teams/{council.Hilltop.Id}")).StatusCode);

    [Theory]
    [InlineData(Role.Practitioner)]
    [InlineData(Role.HumanResources)]
    [InlineData(Role.ElectedMember)]
    [InlineData(Role.Administrator)]
    public async Task Is_closed_to_those_outside_the_line_of_management(Role role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await council.Site.As(role).GetAsync(Riverside)).StatusCode);

    [Fact]
    public async Task That_has_ended_names_its_successor()
    {
        var page = await (await SignedIn.As(council.Site, Role.HeadOfService, service: "Children")).Read($"/teams/{council.OldTown.Id}");
        Assert.Equal("This team ended on 31 March 2026. Its work went to Riverside", page.QuerySelector(".govuk-inset-text").Says());
        Assert.Equal(Riverside, page.QuerySelector(".govuk-inset-text a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Reads_well_aloud() => Approved.Check(Outline.Of(await (await council.Manager()).Read(Riverside)));

    [Fact]
    public async Task Stands_in_a_list_by_service_and_name()
    {
        var page = await (await SignedIn.As(council.Site, Role.HeadOfService, service: "Children")).Read("/teams");
        Assert.Equal(["Hilltop", "Riverside", "Old Town"], page.All("main li a"));
        Assert.Contains("Old Town, until 31 March 2026", page.All("main li"));
        Assert.Equal(["Riverside"], (await (await council.Manager()).Read("/teams")).All("main li a"));
    }
}

/// <summary>A page as somebody hears it: its words line by line, without the layout.</summary>
internal static class Outline
{
    private static readonly HashSet<string> Lines =
        ["H1", "H2", "H3", "P", "LI", "TR", "DT", "DD", "SUMMARY", "LEGEND", "LABEL", "CAPTION", "BUTTON"];

    public static string Of(IParentNode page)
    {
        var said = page.QuerySelectorAll("main *").Where(IsLine)
            .Select(e =>
                $"{e.TagName.ToLowerInvariant()}: {string.Join(" | ", e.TagName == "TR" ? e.Children.Select(c => c.Says()) : [e.Says()])}");
        return string.Join('\n', said);
    }

    // A row is one line, whatever stands in its cells; of everything else the innermost.
    private static bool IsLine(IElement e) => Lines.Contains(e.TagName)
        && (e.TagName == "TR" || (e.Closest("tr") is null && e.QuerySelectorAll("*").All(inner => !Lines.Contains(inner.TagName))));
}

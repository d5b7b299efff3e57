using AngleSharp.Html.Parser;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.Tests.GovUk;

public sealed class A_field
{
    private static readonly Catalogue English = new(Language.English);

    [Fact]
    public async Task Takes_its_name_and_value_from_the_property()
    {
        var field = new GovukInput(English) { For = Rendered.For("Draft.Email", "grace@example.org"), ViewContext = Rendered.View() };
        var input = (await Render(field)).QuerySelector("input")!;

        Assert.Equal(("Draft.Email", "draft-email", "grace@example.org"),
            (input.GetAttribute("name"), input.Id, input.GetAttribute("value")));
    }

    [Fact]
    public async Task Shows_again_what_was_typed_and_says_beside_it_what_is_wrong()
    {
        var view = Rendered.View(state =>
        {
            state.SetModelValue("Hours", "a lot", "a lot");
            state.AddModelError("hours", "Enter the hours as a number");
        });

        var page = await Render(new GovukInput(English) { For = Rendered.For("Hours", 37m), Hint = "A week", ViewContext = view });

        var input = page.QuerySelector("input")!;
        Assert.Equal(("a lot", "hours-hint hours-error"), (input.GetAttribute("value"), input.GetAttribute("aria-describedby")));
        Assert.Equal("Error: Enter the hours as a number", page.QuerySelector("#hours-error").Says());
        Assert.Contains("govuk-form-group--error", page.QuerySelector(".govuk-form-group")!.ClassList);
    }

    [Fact]
    public async Task Is_linked_from_the_summary_whatever_the_spelling_of_the_problem()
    {
        var view = Rendered.View(state => state.AddModelError("EMAIL", "Enter an email address"));

        var link = (await Render(new GovukErrorSummary(English) { ViewContext = view })).QuerySelector("a")!;
        var input = (await Render(new GovukInput(English) { For = Rendered.For("Email", ""), ViewContext = view })).QuerySelector("input")!;

        Assert.Equal($"#{input.Id}", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Is_not_linked_where_the_problem_is_with_the_whole_form()
    {
        var view = Rendered.View(state => state.AddModelError("", "Choose a team or a person"));
        var page = await Render(new GovukErrorSummary(English) { ViewContext = view });

        Assert.Equal(("Choose a team or a person", 0), (page.QuerySelector("li").Says(), page.QuerySelectorAll("a").Length));
    }

    [Fact]
    public async Task Writes_no_summary_where_nothing_is_wrong() =>
        Assert.Equal("", await Rendered.Html(new GovukErrorSummary(English) { ViewContext = Rendered.View() }));

    [Fact]
    public async Task Never_sends_a_typed_password_back()
    {
        var view = Rendered.View(state => state.SetModelValue("Password", "correct horse", "correct horse"));

        var page = await Render(new GovukPasswordInput(English) { For = Rendered.For("Password", "correct horse"), ViewContext = view });

        Assert.DoesNotContain("horse", page.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encodes_what_people_typed()
    {
        var view = Rendered.View(state =>
            state.SetModelValue("Reason", "</textarea><script>alert(1)</script>", "</textarea><script>alert(1)</script>"));

        var field = new GovukTextarea(English) { For = Rendered.For("Reason", ""), Label = "Why \"now\"? <b>", ViewContext = view };
        var page = await Render(field);

        Assert.Equal(0, page.QuerySelectorAll("script, b").Length);
        Assert.Equal("</textarea><script>alert(1)</script>", page.QuerySelector("textarea").Says());
        Assert.Equal("Why \"now\"? <b>", page.QuerySelector("label").Says());
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Ticks_the_box_of_a_yes_or_no_property(bool held, bool ticked)
    {
        var group = new GovukCheckboxes(English) { For = Rendered.For("Agency", held), ViewContext = Rendered.View() };
        var html = await Rendered.Html(group, new Dictionary<object, object>(),
            async items => await Rendered.Html(new GovukCheckbox { Value = "true" }, items, _ => Task.FromResult("Agency staff")));

        Assert.Equal(ticked, Parsed(html).QuerySelector("input")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Has_a_date_in_three_boxes_of_which_the_summary_links_to_the_first()
    {
        var view = Rendered.View(state =>
        {
            state.SetModelValue("From-day", "31", "31");
            state.AddModelError("From", "31 2 2026 is not a date");
        });

        var held = Rendered.For<DateOnly?>("From", new DateOnly(2026, 11, 14));
        var page = await Render(new GovukDateInput(English) { For = held, Legend = "From", ViewContext = view });
        var link = (await Render(new GovukErrorSummary(English) { ViewContext = view })).QuerySelector("a")!;

        Assert.Equal(["31", "11", "2026"], page.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!));
    }

    [Fact]
    public async Task Speaks_Welsh()
    {
        var welsh = new Catalogue(Language.Welsh);
        var page = await Render(new GovukPasswordInput(welsh) { Name = "p", Error = "x", ViewContext = Rendered.View() });

        Assert.Equal(("Dangos", "Gwall: x"), (page.QuerySelector("button").Says(), page.QuerySelector(".govuk-error-message").Says()));
        Assert.Equal("Cuddio", page.QuerySelector(".govuk-password-input")!.GetAttribute("data-i18n.hide-password"));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Render(TagHelper helper) => Parsed(await Rendered.Html(helper));

    private static AngleSharp.Html.Dom.IHtmlDocument Parsed(string html) => new HtmlParser().ParseDocument(html);
}

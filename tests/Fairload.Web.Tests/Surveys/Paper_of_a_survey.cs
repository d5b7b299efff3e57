using System.Net;
using AngleSharp.Html.Dom;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Surveys;

public sealed class Paper_of_a_survey(TheSite site) : IClassFixture<TheSite>
{
    [Fact]
    public async Task Is_typed_in_looked_at_and_sent_once_and_a_mistake_costs_nothing()
    {
        var round = await site.Asked(RoundMode.HandedOut);
        using var principal = site.As(Role.PrincipalSocialWorker);
        var here = $"/surveys/{round.Id}/key-in";
        using var manager = site.As(Role.TeamManager);
        using var union = site.As(Role.UnionRepresentative);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync(here)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await union.GetAsync(here)).StatusCode);

        var form = await OpenForm.Open(principal, here);
        var sheet = new Dictionary<string, string>(form.Fields) { ["a.P1"] = "9", ["a.P2"] = "2", ["b.unit"] = "99", ["Go"] = "check" };
        await Refused(form, sheet, here, "Choose one of the answers shown");
        sheet["b.unit"] = "";
        sheet["a.P1"] = "4";
        await Refused(form, sheet, here, "Choose the team that stands on the sheet");
        sheet["b.unit"] = "2";
        sheet["GivenBack"] = "no code";
        await Refused(form, sheet, here, "That is no code of this survey");
        await Refused(form, new(sheet) { ["GivenBack"] = "", ["Nonce"] = "x" }, here, "The form was changed on its way");

        sheet["GivenBack"] = "";
        var looked = await Sent(form, sheet, here);
        Assert.Contains("Check what you typed", looked.QuerySelector("h1").Says(), StringComparison.Ordinal);
        Assert.Contains("Cedar", looked.QuerySelector("main").Says(), StringComparison.Ordinal);
        sheet["Go"] = "send";
        var receipt = (await Sent(form, sheet, here)).QuerySelector(".fl-code").Says();
        var again = await Sent(form, new(sheet) { ["a.P1"] = "1" }, here);
        Assert.Equal(receipt, again.QuerySelector(".fl-code").Says());
        Assert.Contains("This page had been sent before", again.QuerySelector("main").Says(), StringComparison.Ordinal);
        var next = await Sent(form, new(sheet) { ["Go"] = "next" }, here);
        Assert.NotEqual(sheet["Nonce"], next.QuerySelector("[name=Nonce]")!.GetAttribute("value"));
        Assert.Equal("2", ((IHtmlSelectElement)next.QuerySelector("select[name='b.unit']")!).Value);
    }

    [Fact]
    public async Task Is_printed_in_both_languages_and_the_same_for_everybody()
    {
        var round = await site.Asked(RoundMode.HandedOut);
        using var union = site.As(Role.UnionRepresentative);
        var one = await union.Read($"/surveys/{round.Id}/paper?In=both&Unit=2");
        var other = await union.Read($"/surveys/{round.Id}/paper?In=both&Unit=2");

        Assert.Equal(one.QuerySelector("article")!.InnerHtml, other.QuerySelector("article")!.InnerHtml);
        Assert.NotEmpty(one.QuerySelectorAll("article [lang=cy]"));
        Assert.NotEmpty(one.QuerySelectorAll("article [lang=en]"));
        Assert.Empty(one.QuerySelectorAll("article input, article .fl-code, article .fl-qr"));
        Assert.Contains("Cedar", one.QuerySelector("article").Says(), StringComparison.Ordinal);
        Assert.Empty((await union.Read($"/surveys/{round.Id}/paper?In=en")).QuerySelectorAll("article [lang=cy]"));

        var unknown = await union.GetAsync($"/surveys/{round.Id}/paper?Unit=99&In=fr");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        var says = (await unknown.Read()).QuerySelector(".govuk-error-summary").Says();
        Assert.Contains("There is no such team in this round", says, StringComparison.Ordinal);
        Assert.Contains("Choose English, Welsh or both", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_people_and_carers_is_in_large_type_and_their_round_is_planned_and_counted_on_its_pages()
    {
        await site.Asked();
        using var principal = site.As(Role.PrincipalSocialWorker);
        var round = await Opened();
        var here = $"/surveys/{round.Id}";

        var paper = await principal.Read($"{here}/paper");
        Assert.NotNull(paper.QuerySelector("article.fl-paper--easy"));
        Assert.Equal(2, paper.QuerySelectorAll("article section:first-of-type .fl-boxes li").Length);
        var page = await principal.Read(here);
        Assert.Contains("nobody knows how many were asked", page.QuerySelector(".fl-lead").Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("on long leave", page.QuerySelector("main").Says(), StringComparison.Ordinal);

        var form = await OpenForm.Open(principal, here);
        form.Fields["Version"] = page.QuerySelector("[name=Version]")!.GetAttribute("value")!;
        (form.Fields["Sheets1"], form.Fields["Sheets2"]) = ("many", "40");
        var refused = await form.SendTo($"{here}/change?handler=Count");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.Read();
        var says = again.QuerySelector(".govuk-error-summary").Says();
        Assert.Contains("Enter how many sheets Ash handed out", says, StringComparison.Ordinal);
        Assert.Equal("many", ((IHtmlInputElement)again.QuerySelector("[name=Sheets1]")!).Value);
        form.Fields["Sheets1"] = "";
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendTo($"{here}/change?handler=Count")).StatusCode);
        Assert.Equal("40", ((IHtmlInputElement)(await principal.Read(here)).QuerySelector("[name=Sheets2]")!).Value);
    }

    private async Task<SurveyRound> Opened()
    {
        var today = site.Clock.UkToday;
        await using var scope = site.Scope();
        var plan = new RoundPlan("people-and-carers", RoundMode.HandedOut, today, today.AddDays(14), 10, 20, [], "Maureen, 01632 960 114");
        var planned = AskedStaff.Good(
            await scope.ServiceProvider.GetRequiredService<RoundDesk>().Plan(plan, Reader.AtTheMachine, default));
        return AskedStaff.Good(await scope.ServiceProvider.GetRequiredService<OpeningDesk>()
            .Open(planned.Id, "http://localhost", Reader.AtTheMachine, default));
    }

    private static async Task Refused(OpenForm form, Dictionary<string, string> fields, string address, string says)
    {
        Fill(form, fields);
        var answer = await form.SendTo(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Contains(says, page.QuerySelector(".govuk-error-summary").Says(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("input[name='a.P2'][value='2'][checked]"));
    }

    private static async Task<IHtmlDocument> Sent(OpenForm form, Dictionary<string, string> fields, string address)
    {
        Fill(form, fields);
        var answer = await form.SendTo(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Read();
    }

    private static void Fill(OpenForm form, Dictionary<string, string> fields)
    {
        foreach (var (name, value) in fields) form.Fields[name] = value;
    }
}

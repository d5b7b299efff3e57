using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class A_survey_of_staff(TheCouncil council)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_planned_opened_and_read_by_the_union_representative(bool script)
    {
        var site = await council.Copy();
        await using var plans = await council.Open(site, await site.As([new(Role.PrincipalSocialWorker)]), new(Script: script));
        await plans.Go("/surveys");
        await plans.Link("Plan a round").ClickAsync();
        await plans.Button("Look at the plan").ClickAsync();
        Assert.Contains("Choose what is asked", await plans.Main(), StringComparison.Ordinal);
        if (script) Window.None([.. await plans.Findings(), .. await plans.FindingsOnTelephone()]);
        await plans.Field("What is asked").SelectOptionAsync("pulse");
        await plans.Page.GetByRole(AriaRole.Radio, new() { Name = "Personal codes" }).CheckAsync();
        await plans.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Role", Exact = true }).CheckAsync();
        await plans.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Kind of contract" }).CheckAsync();
        await plans.Field("Whom can those who answer ask about the promise?").FillAsync("Ola Reed, union, room 3.01");
        await plans.Button("Look at the plan").ClickAsync();

        var round = plans.Path;
        var before = await plans.Main();
        Assert.Contains("would stand alone", before, StringComparison.Ordinal);
        Assert.Contains("The question to drop first", before, StringComparison.Ordinal);
        // Counts, and never who.
        var names = await site.Ask(db => db.Workers.Select(w => w.Name).ToListAsync());
        Assert.DoesNotContain(names, n => before.Contains(n, StringComparison.Ordinal));
        if (script) Window.None([.. await plans.Findings(), .. await plans.FindingsOnTelephone()]);
        if (await plans.Button("Show these teams together").CountAsync() > 0) await plans.Button("Show these teams together").ClickAsync();
        await plans.Button("Open the survey").ClickAsync();
        Assert.Contains("Open until the end of", await plans.Main(), StringComparison.Ordinal);
        if (script) Window.None([.. await plans.Findings(), .. await plans.FindingsOnTelephone()]);
        await plans.Page.Locator("summary").Filter(new() { HasText = "Make it stricter" }).ClickAsync();
        await plans.Field("Floor").FillAsync("9");
        await plans.Button("Make it stricter").ClickAsync();
        Assert.Contains("People were promised", await plans.Main(), StringComparison.Ordinal);

        await using var union = await council.Open(site, await site.As([new(Role.UnionRepresentative)]), new(Script: script));
        await union.Go(round);
        Assert.Equal(0, await union.Page.Locator("main form").CountAsync());
        await union.Link("What is promised to those who answer").ClickAsync();
        Assert.Contains("Nobody can read your answers while the survey is open", await union.Main(), StringComparison.Ordinal);
        Assert.Contains("Ola Reed", await union.Main(), StringComparison.Ordinal);

        await using var manager = await council.Open(site, await site.As([new(Role.TeamManager)]), new(Script: script));
        await manager.Go("/surveys");
        Assert.Contains("open", await manager.Main(), StringComparison.Ordinal);
        Assert.Equal(403, (await manager.Go(round))!.Status);
    }

    [Fact]
    public async Task Is_answered_on_a_telephone_in_Welsh_without_JavaScript()
    {
        var site = await council.Copy();
        var code = await Opened(site);
        await using var phone = await council.Open(site, null, new(320, "cy", Script: false));
        await phone.Go("/answer");
        await phone.Field("Eich cod").FillAsync(Shown(code).ToLowerInvariant());
        await phone.Button("Parhau").ClickAsync();
        Assert.Contains("Ni all neb ddarllen eich atebion", await phone.Main(), StringComparison.Ordinal);
        await phone.Field("Eich tîm").SelectOptionAsync("1");
        await phone.Button("Dangos sut y dangosir y tîm hwn").ClickAsync();
        Assert.Matches("Eich tîm|Mae gan eich grŵp|Dangosir eich tîm", await phone.Main());
        await phone.Page.Locator("button[value=next]").ClickAsync();
        Assert.Contains("Rhan 1 o 1", await phone.Main(), StringComparison.Ordinal);
        var statements = await phone.Page.Locator("main fieldset").CountAsync();
        Assert.InRange(statements, 1, 6);
        for (var at = 0; at < statements; at++) await phone.Page.Locator("main fieldset").Nth(at).Locator("input").Nth(1).CheckAsync();
        await phone.Button("English").ClickAsync();
        Assert.Equal(statements, await phone.Page.Locator("main input:checked").CountAsync());
        Assert.Equal("en", await phone.Page.Locator("html").GetAttributeAsync("lang"));
        await phone.Button("Cymraeg").ClickAsync();
        await phone.Button("Parhau").ClickAsync();
        await phone.Button("Yn ôl").ClickAsync();
        Assert.Equal(statements, await phone.Page.Locator("main input:checked").CountAsync());
        await phone.Button("Parhau").ClickAsync();
        await phone.Button("Parhau").ClickAsync();
        Assert.Contains($"Mae {statements} o {statements} cwestiwn", await phone.Main(), StringComparison.Ordinal);
        await phone.Button("Anfon fy atebion").ClickAsync();

        Assert.Equal("Mae eich atebion yn cyfrif", phone.Heading);
        var receipt = await phone.Page.Locator(".fl-code").InnerTextAsync();
        Assert.Equal("/answer", phone.Path);
        await phone.Link("Gweld ei fod yn cyfrif, neu ei dynnu'n ôl").ClickAsync();
        await phone.Field("Derbynneb").FillAsync(receipt);
        await phone.Button("Gweld a yw'n cyfrif").ClickAsync();
        Assert.Contains("Ydynt", await phone.Main(), StringComparison.Ordinal);
        Window.None(await phone.Findings());
    }

    [Fact]
    public async Task Is_answered_from_a_link_whose_code_is_never_sent_in_an_address()
    {
        var site = await council.Copy();
        var code = await Opened(site);
        await using var window = await council.Open(site, null);
        var asked = new List<string>();
        window.Page.Request += (_, request) => asked.Add(request.Url);
        await window.Go("/answer#" + code);
        await Assertions.Expect(window.Field("Your code")).ToHaveValueAsync(code);
        Assert.Equal("/answer", window.Path);
        Window.None([.. await window.Findings(), .. await window.FindingsOnTelephone()]);
        await window.Button("Continue").ClickAsync();
        Window.None([.. await window.Findings(), .. await window.FindingsOnTelephone()]);
        await window.Button("Begin").ClickAsync();
        Window.None([.. await window.Findings(), .. await window.FindingsOnTelephone()]);
        await window.Button("Continue").ClickAsync();
        Window.None([.. await window.Findings(), .. await window.FindingsOnTelephone()]);
        await window.Button("Continue").ClickAsync();
        Window.None([.. await window.Findings(), .. await window.FindingsOnTelephone()]);
        await window.Button("Send my answers").DblClickAsync();
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("Your answers count");
        Window.None([.. await window.Findings(), .. await window.FindingsOnTelephone()]);

        Assert.DoesNotContain(asked, url => url.Contains(code, StringComparison.Ordinal));
        Assert.Empty(await window.Page.Context.CookiesAsync());
    }

    private static string Shown(string code) => AccessCode.TryRead(code, out var read) ? read.ToString() : code;

    /// <summary>A round that opened today, and the code of somebody.</summary>
    private static async Task<string> Opened(Served site)
    {
        var today = site.Clock.UkToday;
        var plan = new RoundPlan(
            "pulse", RoundMode.PersonalCodes, today, today.AddDays(14), 10, 20, [BackgroundQuestion.RoleGroup], "Ola Reed, union, room 3.01");
        var planned = Good(await site.Desk((RoundDesk desk) => desk.Plan(plan, Reader.AtTheMachine, default)));
        Good(await site.Desk((OpeningDesk desk) => desk.Open(planned.Id, site.Url, Reader.AtTheMachine, default)));
        return await site.Ask(db => db.Set<RoundDelivery>().OrderBy(d => d.Code).Select(d => d.Code).FirstAsync());
    }

    private static T Good<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);
}

using System.Net;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Settings;

public sealed class Agreeing_new_settings : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    private readonly TheSite _site = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_site).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_site).DisposeAsync();

    [Fact]
    public async Task Begins_as_what_is_in_force_and_counts_from_the_day_given()
    {
        var form = await Weights();
        form.Fields[Cell(form, "looked-after", "Tier3")] = "9.5";
        var answer = await Enter(form, 1, 12, 2026);
        answer.LeadsTo("/settings?agreed=weights%2F2#weights");
        var page = await form.Client.Read("/settings?agreed=weights%2F2");
        Assert.Equal("weights/2 is entered.", page.QuerySelector(".govuk-notification-banner__heading").Says());
        Assert.Contains("From 1 December 2026: weights/2 (Weights of 2027), agreed by: The principal social worker.", page.All("p"));

        var (before, after) = (await InForce(Today), await InForce(new(2026, 12, 1)));
        Assert.Equal(("example/1", "weights/2", false), (before.Code, after.Code, after.IsExample));
        Assert.Equal(9.5m, after.Cases["looked-after"].Tier3);
        Assert.Equal(before.Cases["child-in-need"], after.Cases["child-in-need"]);
        Assert.Equal((before.Court, before.NextSibling, before.Capacity), (after.Court, after.NextSibling, after.Capacity));
        Assert.Equal(before.Travel, after.Travel);
    }

    [Fact]
    public async Task Takes_a_type_of_the_councils_own()
    {
        var form = await Weights();
        var own = form.Fields.Keys.Last(k => k.EndsWith(".Type", StringComparison.Ordinal) && form.Fields[k].Length == 0);
        form.Fields[own] = "Fostering";
        foreach (var (tier, points) in new[] { ("Tier1", "1"), ("Tier2", "2"), ("Tier3", "3"), ("Unscored", "2") })
            form.Fields[own[..^"Type".Length] + tier] = points;
        (await Enter(form, 16, 11, 2026)).LeadsTo("/settings?agreed=weights%2F2#weights");
        Assert.Equal(new CaseWeight(1, 2, 3, 2), (await InForce(Today)).Cases["Fostering"]);
    }

    [Fact]
    public async Task Says_what_is_wrong_where_it_was_typed_and_keeps_everything_else()
    {
        var form = await Weights();
        form.Fields["Form.Court"] = "a lot";
        form.Fields["Form.Name"] = "The <b>board's</b>";
        var answer = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Equal(["Enter the points of a case in court as a number, for example 2"], page.All(".govuk-error-summary__list li"));
        Assert.Equal(("a lot", "The <b>board's</b>"),
            (page.QuerySelector("#form-court")!.GetAttribute("value"), page.QuerySelector("#form-name")!.GetAttribute("value")));
        Assert.Equal("example/1", (await InForce(Today)).Code);
    }

    [Theory]
    [InlineData("Form.NextSibling", "150", "The part for the next sibling is 1.5; give a number from 0 to 1")]
    [InlineData("Form.Full", "0", "A full-time person has 0 points; give more than 0")]
    public async Task Refuses_weights_by_which_no_load_could_be_told(string field, string typed, string says)
    {
        var form = await Weights();
        form.Fields[field] = typed;
        var answer = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, (await answer.Read()).All(".govuk-error-summary__list li"));
        Assert.Equal("example/1", (await InForce(Today)).Code);
    }

    [Theory]
    [InlineData("AgreedBy", "", "Say who agreed the weights")]
    [InlineData("LiveFrom-day", "", "Enter the day from which they count")]
    [InlineData("LiveFrom-day", "15", "The day from which they count has passed. Enter today or a later day: what was shown before keeps its own")]
    public async Task Refuses_a_draft_that_nobody_agreed_or_that_would_change_what_was_shown_and_keeps_it(
        string field, string typed, string says)
    {
        (await (await Weights()).Send()).LeadsTo("/settings/weights/draft");
        var enter = await Entering(_site.As(Role.PrincipalSocialWorker), "/settings/weights/enter", 16, 11, 2026);
        enter.Fields[field] = typed;
        if (typed.Length == 0) foreach (var part in (string[])["day", "month", "year"]) enter.Fields[field.Split('-')[0] + "-" + part] = "";
        var answer = await enter.SendTo("/settings/weights/enter?handler=Enter");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, (await answer.Read()).All(".govuk-error-summary__list li"));
        Assert.Equal("example/1", (await InForce(Today)).Code);
        Assert.Equal(HttpStatusCode.OK, (await enter.Client.GetAsync("/settings/weights/draft")).StatusCode);
    }

    [Fact]
    public async Task Is_shown_as_a_draft_to_a_manager_who_can_not_enter_it()
    {
        var form = await Weights();
        form.Fields["Form.Court"] = "3";
        (await form.Send()).LeadsTo("/settings/weights/draft");
        var manager = _site.As(Role.Director);
        var page = await manager.Read("/settings/weights/draft");
        Assert.Contains("Weights of 2027, a draft kept by", page.QuerySelector(".fl-lead").Says(), StringComparison.Ordinal);
        var row = page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th").Says() == "In court");
        Assert.Equal(["2", "3"], row.QuerySelectorAll("td").Select(c => c.Says()));
        var link = (await manager.Read("/settings")).QuerySelector("a[href='/settings/weights/draft']").Says();
        Assert.EndsWith("see what it would change", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_entered_when_somebody_changed_the_draft_after_it_was_looked_at_and_goes_when_it_is_thrown_away()
    {
        (await (await Weights()).Send()).LeadsTo("/settings/weights/draft");
        var looked = await Entering(_site.As(Role.PrincipalSocialWorker), "/settings/weights/enter", 16, 11, 2026);
        var other = await Weights();
        other.Fields["Form.Court"] = "4";
        (await other.Send()).LeadsTo("/settings/weights/draft");
        var refused = await looked.SendTo("/settings/weights/enter?handler=Enter");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var says = (await refused.Read()).QuerySelector(".govuk-error-summary").Says();
        Assert.Contains("Somebody has changed or ended the draft meanwhile", says, StringComparison.Ordinal);
        Assert.Equal("example/1", (await InForce(Today)).Code);

        var now = await OpenForm.Open(_site.As(Role.PrincipalSocialWorker), "/settings/weights/enter");
        (await now.SendTo("/settings/weights/enter?handler=Drop")).LeadsTo("/settings");
        Assert.Equal(HttpStatusCode.NotFound, (await now.Client.GetAsync("/settings/weights/draft")).StatusCode);
    }

    [Fact]
    public async Task Renames_a_factor_and_says_by_whom_it_was_agreed()
    {
        var form = await OpenForm.Open(_site.As(Role.PrincipalSocialWorker), "/settings/factors/Adults/new");
        form.Fields["Name"] = "Adults 2027";
        form.Fields["Factors[4].Name"] = "Transition";
        (await EnterAt("/settings/factors/Adults/draft", form, 16, 11, 2026, "Practice board"))
            .LeadsTo("/settings?agreed=adults%2F2#factors");
        var set = await Settings(s => s.FactorSetOn(Area.Adults, Today, default));
        Assert.Equal(("adults/2", "Practice board", "Transition", false),
            (set.Code, set.AgreedBy, set.Factors[4].Name, set.Factors[4].IsPlaceholder));
        Assert.Equal("children/1", (await Settings(s => s.FactorSetOn(Area.Children, Today, default))).Code);
    }

    [Fact]
    public async Task Changes_who_may_hold_which_work()
    {
        var form = await OpenForm.Open(_site.As(Role.PrincipalSocialWorker), "/settings/reserved/new");
        form.Fields["Name"] = "Statement 2027";
        form.Fields["AgreedBy"] = "Practice board";
        Day(form, "LiveFrom", 16, 11, 2026);
        var blank = form.Fields.Keys.First(k => k.EndsWith(".Type", StringComparison.Ordinal) && form.Fields[k].Length == 0);
        form.Fields[blank] = "carer";
        form.Fields[blank[..^"Type".Length] + "MayHold"] = "BIA, experienced";
        (await form.Send()).LeadsTo("/settings/reserved");
        var page = await form.Client.Read("/settings/reserved");
        Assert.Contains("reserved/2 (Statement 2027), in force since 16 November 2026, agreed by: Practice board.", page.All("p"));
        var row = page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th").Says() == "Carer");
        Assert.Equal("BIA or experienced social workers", row.QuerySelectorAll("td")[1].Says());

        form.Fields[blank] = "*";
        var refused = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("is never used", (await refused.Read()).QuerySelector(".govuk-error-summary").Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_noted()
    {
        await Enter(await Weights(), 16, 11, 2026);
        await using var scope = _site.Scope();
        var noted = await scope.ServiceProvider.GetRequiredService<Fairload.App.FairloadDb>().Set<AuditEntry>()
            .SingleAsync(e => e.Action == AuditAction.SettingsChanged);
        Assert.Equal(("weights", "weights/2"), (noted.SubjectKind, noted.SubjectId));
    }

    /// <summary>The form, whole but for what a test changes.</summary>
    private async Task<OpenForm> Weights()
    {
        var form = await OpenForm.Open(_site.As(Role.PrincipalSocialWorker), "/settings/weights/new");
        form.Fields["Form.Name"] = "Weights of 2027";
        return form;
    }

    /// <summary>Keeps the draft and enters it.</summary>
    private static async Task<HttpResponseMessage> Enter(OpenForm draft, int day, int month, int year)
    {
        (await draft.Send()).LeadsTo("/settings/weights/draft");
        var form = await Entering(draft.Client, "/settings/weights/enter", day, month, year);
        return await form.SendTo("/settings/weights/enter?handler=Enter");
    }

    private static async Task<HttpResponseMessage> EnterAt(string place, OpenForm draft, int day, int month, int year, string by)
    {
        (await draft.Send()).LeadsTo(place);
        return await (await Entering(draft.Client, place, day, month, year, by)).SendTo(place + "?handler=Enter");
    }

    private static async Task<OpenForm> Entering(
        HttpClient client, string place, int day, int month, int year, string by = "The principal social worker")
    {
        var form = await OpenForm.Open(client, place);
        form.Fields["AgreedBy"] = by;
        Day(form, "LiveFrom", day, month, year);
        return form;
    }

    private static void Day(OpenForm form, string field, int day, int month, int year)
    {
        foreach (var (part, value) in new[] { ("day", day), ("month", month), ("year", year) })
            form.Fields[$"{field}-{part}"] = $"{value}";
    }

    private static string Cell(OpenForm form, string type, string tier) =>
        form.Fields.Single(f => f.Key.EndsWith(".Type", StringComparison.Ordinal) && f.Value == type).Key[..^"Type".Length] + tier;

    private Task<Weights> InForce(DateOnly day) => Settings(s => s.WeightsOn(day, default));

    private async Task<T> Settings<T>(Func<CaseloadSettings, Task<T>> ask)
    {
        await using var scope = _site.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<CaseloadSettings>());
    }
}

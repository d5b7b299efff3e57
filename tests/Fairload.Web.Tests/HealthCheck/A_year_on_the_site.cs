using System.Net;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.HealthCheck;

/// <summary>The health check as each role meets it, on a site of its own.</summary>
public sealed class A_year_on_the_site(TheSite site) : IClassFixture<TheSite>
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Fact]
    public async Task Is_opened_talked_about_judged_and_written_in_three_editions_that_never_contradict_each_other()
    {
        using var principal = site.As(Role.PrincipalSocialWorker);
        var year = site.Clock.UkToday.Year;
        await Opened(principal);
        await Enter(principal);
        await Find(principal, year);
        await Hear(principal, year);
        await GoTo(principal, year, "Judging");
        await Judge(year);

        using var member = site.As(Role.ElectedMember);
        var page = await member.Read($"/health-check/{year}/findings/1");
        Assert.Contains("There is no room to talk in.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not heard yet: Managers, People who use services.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync("/health-check/measures")).StatusCode);

        await GoTo(principal, year, "Reporting");
        foreach (var language in new[] { ReportDocument.English, ReportDocument.Welsh }) await Editions(year, language);
    }

    private async Task Editions(int year, string language)
    {
        var made = new List<ReportDocument>();
        foreach (var edition in Enum.GetValues<Edition>())
        {
            await using var scope = site.Scope();
            var report = await scope.ServiceProvider.GetRequiredService<ReportSource>().Make(year, edition, language, Principal, default);
            Assert.True(ReportRules.Check(report!).Try(out var sound, out var problems),
                string.Join(' ', (problems ?? []).Select(p => p.Message)));
            made.Add(sound);
        }

        Assert.Empty(EditionsCompared.OnlyIn(made[1], made[0]));
        Assert.Empty(EditionsCompared.OnlyIn(made[2], made[1]));
        Assert.Equal("asked", made[1].Parts[0].Code);
    }

    private async Task Opened(HttpClient principal)
    {
        var form = await OpenForm.Open(principal, "/health-check/open");
        Set(form, "From", site.Clock.UkToday.AddYears(-1).AddDays(1));
        Set(form, "To", site.Clock.UkToday);
        Assert.Equal(HttpStatusCode.Redirect, (await form.Send()).StatusCode);
    }

    /// <summary>A part that is larger than its whole is refused beside its field, and what was typed is still there.</summary>
    private static async Task Enter(HttpClient principal)
    {
        var form = await OpenForm.Open(principal, "/health-check/measures/partner-feedback/enter");
        (form.Fields["Numerator"], form.Fields["Denominator"]) = ("30", "20");
        var refused = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Read();
        Assert.Contains("The part is larger than the whole", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("30", page.QuerySelector("input[name=Numerator]")!.GetAttribute("value"));
        form.Fields["Denominator"] = "60";
        Assert.Equal(HttpStatusCode.Redirect, (await form.Send()).StatusCode);
        Assert.Contains("50% (30 of 60)", (await principal.Read("/health-check/measures/partner-feedback")).Body!.TextContent,
            StringComparison.Ordinal);

        // Whoever had the form open before is told, and sees what stands there now.
        form.Fields["Numerator"] = "20";
        var overtaken = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, overtaken.StatusCode);
        Assert.Contains("50% (30 of 60)", (await overtaken.Read()).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task Find(HttpClient principal, int year)
    {
        var form = await OpenForm.Open(principal, $"/health-check/{year}/findings/new");
        (form.Fields["Kind"], form.Fields["Part"], form.Fields["Says"]) = ("Concern", "tools", "There is no room to talk in.");
        Assert.Equal(HttpStatusCode.Redirect, (await form.Send()).StatusCode);
    }

    private async Task Hear(HttpClient principal, int year)
    {
        var form = await OpenForm.Open(principal, $"/health-check/{year}/findings/1");
        (form.Fields["Side"], form.Fields["Stance"], form.Fields["Says"]) = ("Frontline", "Agrees", "We sit in cars.");
        Set(form, "HeardOn", site.Clock.UkToday);
        Assert.Equal(HttpStatusCode.Redirect, (await form.Send()).StatusCode);
    }

    private static async Task GoTo(HttpClient principal, int year, string to)
    {
        for (var step = 0; step < 10; step++)
        {
            var form = await OpenForm.Open(principal, $"/health-check/{year}");
            var page = await principal.Read($"/health-check/{year}");
            var next = page.QuerySelectorAll("input[name=Step]")[^1].GetAttribute("value")!;
            (form.Fields["Step"], form.Fields["Reason"]) = (next, "It stays open this year.");
            Assert.Equal(HttpStatusCode.Redirect, (await form.Send()).StatusCode);
            if (next == to) return;
        }

        Assert.Fail($"{to} was not reached.");
    }

    private async Task Judge(int year)
    {
        using var director = site.As(Role.Director);
        var form = await OpenForm.Open(director, $"/health-check/{year}/parts/tools");
        form.Fields["Step"] = "begun";
        var refused = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Say what shows this", (await refused.Read()).Body!.TextContent, StringComparison.Ordinal);
        var shown = form.Fields.Keys.Where(k => k.StartsWith("Shown", StringComparison.Ordinal)).ToList();
        foreach (var field in shown) form.Fields[field] = "Seen";
        form.Fields["Because"] = "Two rooms were found.";
        Assert.Equal(HttpStatusCode.Redirect, (await form.Send()).StatusCode);
    }

    private static void Set(OpenForm form, string field, DateOnly day)
    {
        (form.Fields[$"{field}-day"], form.Fields[$"{field}-month"], form.Fields[$"{field}-year"]) = ($"{day.Day}", $"{day.Month}",
            $"{day.Year}");
    }
}

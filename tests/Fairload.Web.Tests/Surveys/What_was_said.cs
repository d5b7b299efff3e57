using System.Net;
using System.Text.Json;
using Fairload.App.Surveys;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Tests.Imports;

namespace Fairload.Web.Tests.Surveys;

public sealed class What_was_said(TheSite site) : IClassFixture<TheSite>
{
    [Fact]
    public async Task Is_read_printed_and_taken_as_a_file()
    {
        var round = await Released();
        using var manager = site.As(Role.TeamManager);
        var page = await manager.Read($"/surveys/{round}/results");
        Assert.Contains("no group under 10 can be worked out", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("give or take", page.Body.TextContent, StringComparison.Ordinal);

        var talk = await manager.Read($"/surveys/{round}/talk");
        Assert.Equal(3, talk.QuerySelectorAll("ol.govuk-list--number li").Length);

        var csv = await manager.GetStringAsync($"/surveys/{round}/results/file?as=csv");
        Assert.StartsWith("group,level,part of,answered,kind,code,answer,value,not under,not over,margin", csv.TrimStart('﻿'), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await manager.GetStringAsync($"/surveys/{round}/results/file?as=json"));
        Assert.True(json.RootElement.GetProperty("isProved").GetBoolean());
        Assert.NotEmpty(await manager.GetByteArrayAsync($"/surveys/{round}/results/file?as=xlsx"));
        var ods = await manager.GetByteArrayAsync($"/surveys/{round}/results/file?as=ods");
        Assert.Equal("application/vnd.oasis.opendocument.spreadsheet", System.Text.Encoding.ASCII.GetString(ods, 38, 46));
        var codebook = await manager.GetStringAsync($"/surveys/{round}/results/file?as=codebook");
        Assert.StartsWith("code,kind,text,theme,counted as", codebook.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stands_beside_the_employers_return_and_in_the_ledger()
    {
        var (round, year) = (await Released("pulse"), site.Clock.UkToday.Year);
        using var director = site.As(Role.Director);
        Assert.Contains($"{year} is not signed yet", (await director.Read("/")).Body!.TextContent, StringComparison.Ordinal);
        await Send(director, "/surveys/return", ("Year", $"{year}"));
        var (first, second) = (await OpenForm.Open(director, $"/surveys/return/{year}/workload"),
            await OpenForm.Open(director, $"/surveys/return/{year}/workload"));
        (first.Fields["a.EW1"], first.Fields["a.EW1N"], second.Fields["a.EW1"]) = ("3", "The policy of May.", "na");
        await first.Send();
        var overtaken = await second.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, overtaken.StatusCode);
        var page = await overtaken.Read();
        Assert.Equal("na", page.QuerySelector("input[name='a.EW1'][checked]")!.GetAttribute("value"));
        Assert.Contains("The policy of May.", string.Join(' ', page.All(".govuk-inset-text")), StringComparison.Ordinal);
        var sign = await OpenForm.Open(director, $"/surveys/return/{year}");
        sign.Fields["Position"] = "Director of children's services";
        await sign.SendTo($"/surveys/return/{year}?handler=Sign");

        using var union = site.As(Role.UnionRepresentative);
        var signed = (await union.Read($"/surveys/return/{year}")).Body!.TextContent;
        Assert.Contains("Director of children's services", signed, StringComparison.Ordinal);
        var results = (await union.Read($"/surveys/{round}/results")).Body!.TextContent;
        Assert.Contains("Fully in place", results, StringComparison.Ordinal);
        Assert.Contains("Not answered", (await union.Read($"/surveys/{round}/talk")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(",employer,", await union.GetStringAsync($"/surveys/{round}/results/file?as=csv"), StringComparison.Ordinal);
        Assert.Contains("were let out on", (await union.Read("/")).Body!.TextContent, StringComparison.Ordinal);

        await Send(union, "/disclosure");
        Assert.Contains("releases are proved", (await union.Read("/disclosure")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stands_beside_what_earlier_surveys_said()
    {
        const string path = "/surveys/earlier";
        var (code, statement) = ShippedQuestionnaires.All.First(q => q.Code == "engagement").Items.Where(i => i.Kind == ItemKind.Scale)
            .Select(i => (i.Code, i.Says.En)).First();
        var principal = await Desk.Of(site, Role.PrincipalSocialWorker);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await principal.SendForm(path, null, ("Look", "no"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await principal.SendForm(path, null, ("What", "same"))).StatusCode);

        var file = Desk.Csv(
            "year,group,question,value,answered,source", "2024,,Was all well?,61,120,Elsewhere", "2024,,Something else,50,90,Elsewhere",
            $"2024,,{statement},50,9,Elsewhere");
        var taken = await principal.SendForm(path, file, ("Look", "no"));
        Assert.Contains("Row 4 is about fewer than 10 people", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var said = await principal.SendForm(path, null, ("What", "same"), ("Wording", "Was all well?"), ("Item", $"engagement|{code}"));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);

        var round = await Released();
        using var manager = site.As(Role.TeamManager);
        var page = (await manager.Read($"/surveys/{round}/results")).Body!.TextContent;
        Assert.Contains("In 2024: favourable 61% (Elsewhere, taken as the same question by", page, StringComparison.Ordinal);
        Assert.Contains("“Something else”, 2024, Elsewhere, Everybody: No question here is worded so.", page, StringComparison.Ordinal);
        var csv = await manager.GetStringAsync($"/surveys/{round}/results/file?as=csv");
        Assert.Contains($"120,earlier,{code},favourable,61,61,61,,2024,Elsewhere,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_read_in_coarser_editions_too()
    {
        var round = await Released();
        using var manager = site.As(Role.TeamManager);
        var page = await manager.Read($"/surveys/{round}/results?edition=public");
        Assert.Contains("rounded to the nearest five", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href$='/comments']"));
        Assert.Contains("all that was let out", page.All("a.fl-file"));

        using var json = JsonDocument.Parse(await manager.GetStringAsync($"/surveys/{round}/results/file?as=json&edition=public"));
        Assert.All(json.RootElement.GetProperty("groups").EnumerateArray(), g =>
        {
            Assert.Contains(g.GetProperty("level").GetString(), (string[])["whole", "service"]);
            if (g.GetProperty("answered").ValueKind == JsonValueKind.Number) Assert.Equal(0, g.GetProperty("answered").GetInt32() % 5);
        });
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/surveys/{round}/results?edition=secret")).StatusCode);
        using var member = site.As(Role.ElectedMember);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync($"/surveys/{round}/talk")).StatusCode);
        var theirs = await member.Read($"/surveys/{round}/results");
        Assert.Contains("For elected members", theirs.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("all that was let out", theirs.All("a.fl-file"));
        var file = $"/surveys/{round}/results/file?as=csv";
        Assert.DoesNotContain(",Unit,", await member.GetStringAsync(file), StringComparison.Ordinal);
        Assert.Contains(",Unit,", await manager.GetStringAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_printed_as_an_edition_with_its_day_and_what_was_proved()
    {
        var round = await Released();
        using var member = site.As(Role.ElectedMember);
        var page = (await member.Read($"/surveys/{round}/results/print")).QuerySelector("main")!;
        var says = page.Says();
        Assert.Contains("For elected members", says, StringComparison.Ordinal);
        Assert.Contains($"Let out on {site.Clock.UkToday:d MMMM yyyy}", says, StringComparison.Ordinal);
        Assert.Contains("Proved: by adding and taking away", says, StringComparison.Ordinal);
        Assert.DoesNotContain("Ash", says, StringComparison.Ordinal);

        using var manager = site.As(Role.TeamManager);
        var shown = await manager.Read($"/surveys/{round}/results?edition=public");
        var link = shown.QuerySelectorAll("a").Single(a => a.Says() == "This edition on paper").GetAttribute("href")!;
        Assert.Contains("rounded to the nearest five", (await manager.Read(link)).QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/surveys/{round}/results/print?edition=secret")).StatusCode);
    }

    private static async Task Send(HttpClient client, string address, params (string Field, string Value)[] given)
    {
        var form = await OpenForm.Open(client, address);
        foreach (var (field, value) in given) form.Fields[field] = value;
        Assert.Equal(HttpStatusCode.Redirect, (await form.Send()).StatusCode);
    }

    private async Task<Id<SurveyRound>> Released(string questionnaire = "engagement")
    {
        var today = site.Clock.UkToday;
        await site.Asked(RoundMode.HandedOut);
        return await site.Services.Released(new RoundPlan(
            questionnaire, RoundMode.Kiosk, today, today.AddDays(14), 10, 20, [BackgroundQuestion.Contract], "Ola Reed, room 3"));
    }
}

using System.Text.Json;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;

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
        var codebook = await manager.GetStringAsync($"/surveys/{round}/results/file?as=codebook");
        Assert.StartsWith("code,kind,text,theme,counted as", codebook.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_read_in_coarser_editions_too()
    {
        var round = await Released();
        using var manager = site.As(Role.TeamManager);
        var page = await manager.Read($"/surveys/{round}/results?edition=public");
        Assert.Contains("rounded to the nearest five", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href$='/comments']"));

        using var json = JsonDocument.Parse(await manager.GetStringAsync($"/surveys/{round}/results/file?as=json&edition=public"));
        Assert.All(json.RootElement.GetProperty("groups").EnumerateArray(), g =>
        {
            Assert.Contains(g.GetProperty("level").GetString(), (string[])["whole", "service"]);
            if (g.GetProperty("answered").ValueKind == JsonValueKind.Number) Assert.Equal(0, g.GetProperty("answered").GetInt32() % 5);
        });
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await manager.GetAsync($"/surveys/{round}/results?edition=secret")).StatusCode);
    }

    private async Task<Id<SurveyRound>> Released()
    {
        var today = site.Clock.UkToday;
        await site.Asked(RoundMode.HandedOut);
        return await site.Services.Released(new RoundPlan(
            "engagement", RoundMode.Kiosk, today, today.AddDays(14), 10, 20, [BackgroundQuestion.Contract], "Ola Reed, room 3"));
    }
}

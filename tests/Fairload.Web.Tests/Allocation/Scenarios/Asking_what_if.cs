using System.Net;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Allocation.Scenarios;

public sealed class Asking_what_if : IAsyncLifetime
{
    private readonly Sampleshire _council = new();

    private string New => $"/scenarios/new?Where={_council.Riverside.Id}";

    public Task InitializeAsync() => _council.InitializeAsync();

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Shows_loads_as_they_are_and_on_the_copy_with_what_would_wait()
    {
        var form = await OpenForm.Open(await _council.Manager(), New);
        form.Fields["Name"] = "Without Ana";
        form.Fields["Gone[0]"] = _council.Person("S4").ToString();
        var answer = await form.Send();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        (await form.Send()).LeadsTo(answer.Headers.Location!.OriginalString);

        var page = await form.Client.Read(answer.Headers.Location.OriginalString);
        Assert.Contains("Diaz, Ana is gone. Made by Grace Adeyemi. Nothing of it is real.", page.All("main p"));
        // Three waited: never allocated, with who left, and with the manager. Ten more were Ana's.
        var waits = page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th").Says() == "Cases that wait");
        Assert.Equal(["3", "13"], waits.QuerySelectorAll("td").Select(c => c.Says()));
        var ana = page.QuerySelectorAll("tbody tr").Single(r => r.Says().StartsWith("Diaz, Ana", StringComparison.Ordinal));
        Assert.EndsWith("–", ana.Says(), StringComparison.Ordinal);
        Assert.Equal(2, ana.QuerySelectorAll("svg").Length);
        await _council.Ask(async db => Assert.Equal(1, await db.Set<Scenario>().CountAsync()));
    }

    [Fact]
    public async Task Says_what_can_not_be_and_keeps_what_was_typed()
    {
        var form = await OpenForm.Open(await _council.Manager(), New);
        form.Fields["Name"] = "More";
        form.Fields["NewCount"] = "many";
        var refused = await form.Send();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Read();
        Assert.Equal(["many is not a number that fits here; enter a number, or leave it out"], page.All(".govuk-error-summary__list li"));
        Assert.Equal("many", page.QuerySelector("input[name=NewCount]")!.GetAttribute("value"));
        form.Fields["NewCount"] = "";
        Assert.StartsWith("Change something", (await (await form.Send()).Read()).QuerySelector(".govuk-error-summary li").Says(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_there_for_another_team() => Assert.Equal(
        HttpStatusCode.NotFound, (await (await _council.Manager()).GetAsync($"/scenarios/new?Where={_council.Hilltop.Id}")).StatusCode);
}

using System.Net;
using Fairload.Core.Imports;
using Fairload.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Caseload;

public sealed class Entering_between_extracts : IAsyncLifetime
{
    private readonly Sampleshire _council = new();

    public Task InitializeAsync() => _council.InitializeAsync();

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Puts_a_case_on_the_waiting_list_that_says_so_and_refuses_bad_input_without_losing_any()
    {
        var manager = await _council.Manager();
        Assert.Contains("/cases/new", Links(await manager.Read("/waiting")));
        var form = await OpenForm.Open(manager, "/cases/new");
        form.Fields["Reference"] = "";
        form.Fields["Type"] = "child-in-need";
        var wrong = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await wrong.Read();
        Assert.Contains("Enter the reference of the case, as the case system writes it", page.All(".govuk-error-summary__list li"));
        Assert.NotNull(page.QuerySelector("select[name=Type] option[value=child-in-need][selected]"));

        form.Fields["Reference"] = "H-77";
        using var done = await form.Send();
        var at = done.Headers.Location!.ToString();
        var shown = await manager.Read(at);
        Assert.Contains(shown.All(".govuk-inset-text"), t => t.StartsWith("Entered here by", StringComparison.Ordinal));
        Assert.Contains("H-77", (await manager.Read("/waiting")).All("tbody th"));
        Assert.Contains("H-77", (await manager.Read("/entered")).All("tbody th"));

        var close = await OpenForm.Open(manager, at + "/close");
        close.Fields["Reason"] = "opened by mistake";
        (await close.Send()).LeadsTo("/entered");
        Assert.DoesNotContain("H-77", (await manager.Read("/waiting")).All("tbody th"));
    }

    [Fact]
    public async Task Shows_the_second_of_two_people_what_counts_now_beside_what_they_typed()
    {
        var (manager, other) = (await _council.Manager(), await _council.Manager());
        var address = $"/cases/{_council.Case("A-01")}/correct";
        var second = await OpenForm.Open(other, address);
        var first = await OpenForm.Open(manager, address);
        first.Fields["Type"] = "child-in-need";
        (await first.Send()).LeadsTo($"/cases/{_council.Case("A-01")}");

        second.Fields["Type"] = "looked-after";
        var late = await second.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var both = await late.Read();
        Assert.Contains(both.All("main p"), p => p.StartsWith("Now: Child in need", StringComparison.Ordinal));
        Assert.NotNull(both.QuerySelector("select[name=Type] option[value=looked-after][selected]"));
        second.Fields["Version"] = both.QuerySelector("input[name=Version]")!.GetAttribute("value")!;
        (await second.Send()).LeadsTo($"/cases/{_council.Case("A-01")}");
        await _council.Ask(async db => Assert.Equal(1, await db.Set<EnteredHere>().CountAsync(m => m.State == EnteredState.Open)));
    }

    [Fact]
    public async Task Takes_down_an_absence_and_a_last_day_on_the_page_of_the_person()
    {
        var manager = await _council.Manager();
        var person = $"/people/{_council.Person("S1")}";
        Assert.Superset(
            new HashSet<string?> { person + "/absence", person + "/reduction", person + "/leave" },
            Links(await manager.Read(person)).ToHashSet());
        var absence = await OpenForm.Open(manager, person + "/absence");
        absence.Fields["Word"] = "Sickness";
        (absence.Fields["From-day"], absence.Fields["From-month"], absence.Fields["From-year"]) = ("16", "11", "2026");
        var sent = await absence.Send();
        sent.LeadsTo(person);
        var shown = (await manager.Read(person)).All("main li");
        Assert.Contains(shown, l => l.StartsWith("Away: from 16 November 2026", StringComparison.Ordinal));

        var leave = await OpenForm.Open(manager, person + "/leave");
        (leave.Fields["LastDay-day"], leave.Fields["LastDay-month"], leave.Fields["LastDay-year"]) = ("31", "2", "2026");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await leave.Send()).StatusCode);
        (leave.Fields["LastDay-day"], leave.Fields["LastDay-month"]) = ("30", "12");
        (await leave.Send()).LeadsTo(person);
        var entered = await manager.Read("/entered");
        Assert.Equal(2, entered.All("tbody th").Count(n => n.Contains("Adeyemi", StringComparison.Ordinal)));
    }

    private static IEnumerable<string?> Links(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href"));
}

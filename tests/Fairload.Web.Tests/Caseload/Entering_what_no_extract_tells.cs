using System.Net;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Caseload;

public sealed class Entering_what_no_extract_tells : IAsyncLifetime
{
    private readonly Sampleshire _council = new();

    private string Address => $"/cases/{_council.Case("N-01")}/supplement";

    public Task InitializeAsync() => _council.InitializeAsync();

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Of_a_case_is_linked_from_it_said_in_suggestions_and_refuses_bad_input_without_losing_any()
    {
        var manager = await _council.Manager();
        Assert.Contains(Address, Links(await manager.Read($"/cases/{_council.Case("N-01")}")));
        Assert.Contains(Address, Links(await manager.Read($"/cases/{_council.Case("N-01")}/allocate")));

        var form = await OpenForm.Open(manager, Address);
        form.Fields["Language"] = "klingon";
        form.Fields["Locality"] = "KT3";
        form.Fields["Wish"] = "Keep";
        form.Fields["Reason"] = nameof(ConflictReason.Related);
        var wrong = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await wrong.Read();
        Assert.Equal(
            [
                "Say which worker the wish is about", "The list does not hold this language. Choose one from the list, or none",
                "Choose who has the conflict of interest",
            ],
            page.All(".govuk-error-summary__list li"));
        Assert.Equal("KT3", page.QuerySelector("input[name=Locality]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("input[name=Wish][value=Keep][checked]"));

        form.Fields["Language"] = "somali";
        form.Fields["Wish"] = "NotStated";
        form.Fields["ConflictWith"] = _council.Person("S1").ToString();
        (await form.Send()).LeadsTo($"/cases/{_council.Case("N-01")}");
        (await form.Send()).LeadsTo($"/cases/{_council.Case("N-01")}");
        await _council.Ask(async db => Assert.Equal(1, await db.Set<CaseSupplement>().CountAsync()));
        await Speaks("S2");
        var allocate = await manager.Read($"/cases/{_council.Case("N-01")}/allocate");
        Assert.Contains("Entered about the case: Somali, would like; area KT3. What no extract tells", allocate.All("main p"));
        Assert.Contains(allocate.All(".govuk-radios__hint"), h => h.StartsWith("speaks Somali; ", StringComparison.Ordinal));
        Assert.Contains("Adeyemi, Grace: has a conflict of interest", allocate.All("details li"));
    }

    [Fact]
    public async Task Of_a_case_shows_the_second_of_two_both_versions_and_hides_the_kind_of_a_conflict_from_who_holds_it()
    {
        var (manager, grace) = (await _council.Manager(), await _council.Practitioner("S1"));
        var address = $"/cases/{_council.Case("A-01")}/supplement";
        var second = await OpenForm.Open(grace, address);
        var first = await OpenForm.Open(manager, address);
        first.Fields["Locality"] = "KT3";
        first.Fields["ConflictWith"] = _council.Person("S4").ToString();
        first.Fields["Reason"] = nameof(ConflictReason.KnownPrivately);
        (await first.Send()).LeadsTo($"/cases/{_council.Case("A-01")}");

        second.Fields["Locality"] = "KT9";
        var late = await second.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var both = await late.Read();
        Assert.Contains(both.All(".govuk-summary-list__value"), v => v == "KT3");
        Assert.Equal("KT9", both.QuerySelector("input[name=Locality]")!.GetAttribute("value"));
        second.Fields["Number"] = both.QuerySelector("input[name=Number]")!.GetAttribute("value")!;
        (await second.Send()).LeadsTo($"/cases/{_council.Case("A-01")}");

        var shown = await grace.Read($"/cases/{_council.Case("A-01")}");
        Assert.Contains("can not take this case", shown.All(".govuk-summary-list__value"));
        Assert.DoesNotContain("privately", shown.QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.Contains("privately", (await manager.Read(address)).QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _council.Practitioner("S2")).GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Of_family_court_travel_and_co_workers_is_shown_on_the_case_in_the_digest_and_with_the_handover()
    {
        var (manager, grace) = (await _council.Manager(), await _council.Practitioner("S1"));
        var (one, other) = ($"/cases/{_council.Case("A-01")}", $"/cases/{_council.Case("N-01")}");
        var related = await OpenForm.Open(manager, $"{other}/supplement");
        related.Fields["Family"] = "F-204";
        (await related.Send()).LeadsTo(other);

        var form = await OpenForm.Open(manager, $"{one}/supplement");
        form.Fields["Family"] = "f-204";
        form.Fields["Court"] = "duel";
        form.Fields["CoWorker"] = _council.Person("S4").ToString();
        form.Fields["Share"] = "lots";
        var wrong = await (await form.Send()).Read();
        Assert.Equal(["A co-worker has a part from 1 to 99 per cent, with one decimal at most"], wrong.All(".govuk-error-summary__list li"));
        form.Fields["Share"] = "100";
        wrong = await (await form.Send()).Read();
        Assert.Equal(2, wrong.All(".govuk-error-summary__list li").Count);
        Assert.Equal("f-204", wrong.QuerySelector("input[name=Family]")!.GetAttribute("value"));

        (form.Fields["Court"], form.Fields["Travel"], form.Fields["Label"], form.Fields["Share"]) = ("care", "far", "pilot", "20 %");
        (form.Fields["HearingOn-day"], form.Fields["HearingOn-month"], form.Fields["HearingOn-year"]) = ("3", "12", "2026");
        (await form.Send()).LeadsTo(one);
        var shown = await manager.Read(one);
        var rows = shown.All(".govuk-summary-list__value").ToList();
        Assert.Contains("Care or supervision proceedings; next hearing 3 December 2026", rows);
        Assert.Contains("Up to an hour", rows);
        Assert.Contains(rows, r => r!.StartsWith("works on it beside the holder: 20% since", StringComparison.Ordinal));
        Assert.Contains("Family group F-204", shown.All("main h3"));
        Assert.Contains(other, Links(shown));
        Assert.DoesNotContain(other, Links(await grace.Read(one)));

        Assert.Contains("3 December 2026", (await grace.Read($"/supervision/people/{_council.Person("S1")}/digest")).All("main td"));
        Assert.Contains(
            "Before a court: Care or supervision proceedings; next hearing 3 December 2026.",
            (await grace.Read($"{one}/handover")).All(".govuk-inset-text"));
    }

    [Fact]
    public async Task Of_a_person_is_for_them_and_who_manages_them_and_refuses_what_is_on_no_list()
    {
        var (tom, id) = (await _council.Practitioner("S2"), _council.Person("S2"));
        var address = $"/people/{id}/practice";
        Assert.Contains(address, Links(await tom.Read("/my-work")));
        var form = await OpenForm.Open(tom, address);
        form.Fields["Skills"] = "magic";
        var wrong = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(
            ["The list does not hold one of these skills. Choose from the list"],
            (await wrong.Read()).All(".govuk-error-summary__list li"));
        form.Fields["Skills"] = "court-work";
        (await form.Send()).LeadsTo("/my-work");

        var manager = await _council.Manager();
        var page = await manager.Read($"/people/{id}");
        Assert.Contains("Court work", page.All(".govuk-summary-list__value"));
        Assert.Contains(address, Links(page));
        Assert.NotNull((await manager.Read(address)).QuerySelector("input[name=Skills][value=court-work][checked]"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await _council.Practitioner("S1")).GetAsync(address)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await (await SignedIn.As(_council.Site, Role.HumanResources)).GetAsync(address)).StatusCode);
    }

    private Task Speaks(string number) => _council.Ask(db => db.Change(
        () =>
        {
            db.Add(WorkerWord.Enter(_council.Person(number), PracticeKind.Language, "somali", new(2026, 11, 1), "Kate Marsh"));
            return Task.FromResult(default(Done));
        },
        default));

    private static IEnumerable<string?> Links(AngleSharp.Dom.IParentNode page) =>
        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href"));
}

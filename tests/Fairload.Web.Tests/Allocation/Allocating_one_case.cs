using System.Net;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Allocation;

public sealed class Allocating_one_case : IAsyncLifetime
{
    private readonly Sampleshire _council = new();
    private Id<Case> _waits;

    private string Address => $"/cases/{_waits}/allocate";

    public async Task InitializeAsync()
    {
        await _council.InitializeAsync();
        await _council.Ask(async db => _waits = await db.Assignments
            .Where(a => a.TeamId == _council.Riverside.Id && a.WorkerId == null && a.WorkerName == "" && a.ToOn == null)
            .Select(a => a.CaseId).FirstAsync());
    }

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Says_before_and_after_of_each_suggestion_and_why_not_the_others()
    {
        var page = await (await _council.Manager()).Read(Address);
        Assert.Equal(0, page.QuerySelectorAll("input[name=Worker][checked]").Length);
        Assert.Contains(page.All(".govuk-radios__label"), l => l.StartsWith("Diaz, Ana: ", StringComparison.Ordinal) && l.Contains('→'));
        Assert.Contains("Carter, Lee: the hours are not known", page.All("details li"));
        Assert.Contains("Marsh, Kate: manages people: in a manager's name it would go on waiting", page.All("details li"));
    }

    [Fact]
    public async Task Gives_it_once_however_often_the_button_is_pressed_and_the_worker_sees_it()
    {
        var form = await OpenForm.Open(await _council.Manager(), Address);
        form.Fields["Worker"] = _council.Person("S2").ToString();
        form.Fields["Note"] = "First visit with the school nurse";
        (await form.Send()).LeadsTo($"/cases/{_waits}?given=yes");
        (await form.Send()).LeadsTo($"/cases/{_waits}?given=yes");
        Assert.StartsWith("The case is given.", (await form.Client.Read($"/cases/{_waits}?given=yes"))
            .QuerySelector(".govuk-notification-banner__heading").Says(), StringComparison.Ordinal);
        await _council.Ask(async db => Assert.Equal(1, await db.Set<AllocationDecision>().CountAsync()));

        var tom = await _council.Practitioner("S2");
        Assert.Contains("1 decision or notice about a case has not been seen by you. Read", (await tom.Read("/")).All("main li"));
        var told = await OpenForm.Open(tom, "/my-work/notices");
        Assert.Contains("“First visit with the school nurse”", (await tom.Read("/my-work/notices")).QuerySelector("main").Says(),
            StringComparison.Ordinal);
        (await told.Send()).LeadsTo("/my-work/notices");
        Assert.Empty((await tom.Read("/my-work/notices")).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Says_what_is_missing_and_gives_nothing()
    {
        var form = await OpenForm.Open(await _council.Manager(), Address);
        form.Fields.Remove("Worker");
        var nobody = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Equal(["Choose who takes the case"], (await nobody.Read()).All(".govuk-error-summary__list li"));

        form.Fields["Worker"] = _council.Person("S3").ToString();
        var forbidden = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forbidden.StatusCode);
        var says = (await forbidden.Read()).QuerySelector(".govuk-error-summary li").Says();
        Assert.StartsWith("Carter, Lee can not take this case now", says, StringComparison.Ordinal);
        await _council.Ask(async db => Assert.False(await db.Set<AllocationDecision>().AnyAsync()));
    }

    [Fact]
    public async Task Is_not_there_for_the_manager_of_another_team_or_a_case_that_somebody_holds()
    {
        var other = await SignedIn.As(_council.Site, Role.TeamManager, _council.Hilltop.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Address)).StatusCode);
        var held = $"/cases/{_council.Case("A-01")}/allocate";
        Assert.Equal(HttpStatusCode.NotFound, (await (await _council.Manager()).GetAsync(held)).StatusCode);
    }
}

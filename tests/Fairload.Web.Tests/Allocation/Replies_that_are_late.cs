using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Web.Serve;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fairload.Web.Tests.Allocation;

public sealed class Replies_that_are_late : IAsyncLifetime
{
    private readonly Sampleshire _council = new();
    private Id<AllocationDecision> _asked;

    public async Task InitializeAsync()
    {
        await _council.InitializeAsync();
        var waits = default(Id<Core.Caseload.Case>);
        await _council.Ask(async db => waits = await db.Assignments
            .Where(a => a.TeamId == _council.Riverside.Id && a.WorkerId == null && a.WorkerName == "" && a.ToOn == null)
            .Select(a => a.CaseId).FirstAsync());
        var form = await OpenForm.Open(await _council.Manager(), $"/cases/{waits}/allocate");
        form.Fields["Worker"] = _council.Person("S4").ToString();
        await form.Send();
        await _council.Ask(async db => _asked = await db.Set<AllocationDecision>().Select(d => d.Id).SingleAsync());
    }

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Are_told_by_the_round_to_who_stands_above_who_sees_them_and_the_worker_sees_that()
    {
        await Answer(Replier.LineManager);
        var head = await SignedIn.As(_council.Site, Role.Director);
        _council.Site.Clock.Pass(TimeSpan.FromDays(4));
        await Round();
        await Round();
        Assert.Single(Directory.GetFiles(Path.Combine(_council.Site.DataPath, "outbox"), "*.eml"),
            f => File.ReadAllText(f).Contains("A written reply that somebody owes is late", StringComparison.Ordinal));
        head = await Again(head);
        Assert.Contains("1 written reply to “not safe” is late, and you stand above. Look at it", (await head.Read("/")).All("main li"));
        var worker = await Worker();
        Assert.Contains("the director: told 20 November 2026, 09:00, not seen yet",
            (await worker.Read($"/my-work/answers/{_asked}")).QuerySelector("main").Says(), StringComparison.Ordinal);

        var page = (await head.Read("/answers")).QuerySelector("main").Says();
        Assert.Contains("Late, and told to you because you stand above", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Diaz", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alone at the door", page, StringComparison.Ordinal);
        Assert.DoesNotContain("you stand above", (await head.Read("/")).QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.Contains("seen 20 November 2026, 09:00",
            (await (await Worker()).Read($"/my-work/answers/{_asked}")).QuerySelector("main").Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_the_panel_say_plainly_that_no_session_is_open_and_who_can_open_one()
    {
        await SignedIn.As(_council.Site, Role.PrincipalSocialWorker);
        await Answer(Replier.Panel);
        Assert.Contains(
            "No session with a free slot is open. Grace Adeyemi can open one and has been told",
            (await (await Worker()).Read($"/my-work/answers/{_asked}")).QuerySelector("main").Says(), StringComparison.Ordinal);
    }

    private Task<HttpClient> Worker() => _council.Practitioner("S4");

    /// <summary>The sessions of before have ended meanwhile: the same account with a new one.</summary>
    private async Task<HttpClient> Again(HttpClient before)
    {
        var account = default(Id<Account>);
        await _council.Ask(async db => account = await db.Set<AccountGrant>().Where(g => g.Role == Role.Director).Select(g => g.AccountId)
            .SingleAsync());
        before.Dispose();
        return await SignedIn.Again(_council.Site, account);
    }

    private async Task Answer(Replier to)
    {
        var form = await OpenForm.Open(await Worker(), $"/my-work/answers/{_asked}");
        form.Fields["Kind"] = nameof(AnswerKind.NotSafe);
        form.Fields["Words"] = "Nobody should stand alone at the door";
        form.Fields["To"] = to.ToString();
        (await form.Send()).LeadsTo($"/my-work/answers/{_asked}");
    }

    private Task Round() => _council.Site.Services.GetServices<IHostedService>().OfType<Rounds>().Single().Once(default);
}

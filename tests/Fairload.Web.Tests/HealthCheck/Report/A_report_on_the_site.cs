using System.Globalization;
using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using Fairload.App;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.HealthCheck.Report;

/// <summary>The site with a report that is made up.</summary>
public sealed class ReportSite : IAsyncLifetime
{
    public TheSite Site { get; } = new()
    {
        With = services => services.AddSingleton<ReportMaking>(
            (_, edition, language, _, _) => Task.FromResult<ReportDocument?>(MadeUpReport.Of(edition, language))),
    };

    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        await using var scope = Site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();
        await db.Change(
            () =>
            {
                var today = Site.Clock.UkToday;
                Assert.True(Cycle.Open(today.Year, "five-areas-2009", today.AddYears(-1), today, "Pat Kerr", today)
                    .Try(out var cycle, out _));
                db.Add(cycle);
                return Task.FromResult(default(Done));
            },
            default);
    }

    public async Task Audit()
    {
        await using var scope = Site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();
        await db.Change(
            () =>
            {
                db.Add(new LedgerAudit(Id<LedgerAudit>.New(), Site.Clock.GetUtcNow().UtcDateTime, Site.Clock.UkToday, "Pat Kerr", 0, 0, 0,
                    ""));
                return Task.FromResult(default(Done));
            },
            default);
    }

    public Task DisposeAsync() => Site.DisposeAsync().AsTask();
}

public sealed class A_report_on_the_site(ReportSite report) : IClassFixture<ReportSite>
{
    private readonly TheSite _site = report.Site;

    [Fact]
    public async Task Is_put_in_other_words_by_two_people_without_losing_one_anothers()
    {
        using var first = _site.As(Role.PrincipalSocialWorker);
        using var second = _site.As(Role.PrincipalSocialWorker);
        const string above = "/health-check/2026/report/members";
        var (one, other) = (await OpenForm.Open(first, above + "/better"), await OpenForm.Open(second, above + "/better"));
        one.Fields["Text"] = "Supervision is held more often.";
        Assert.Equal(HttpStatusCode.Redirect, (await one.Send()).StatusCode);
        other.Fields["Text"] = "Much better.";
        var told = await other.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.StatusCode);
        var page = await told.Read();
        Assert.Contains("has changed this sentence meanwhile", page.QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.Contains("Supervision is held more often.", page.QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.Equal("Much better.", page.QuerySelector("textarea").Says());
        var preview = await first.Read(above);
        Assert.Contains("Supervision is held more often.", preview.QuerySelector("article").Says(), StringComparison.Ordinal);
        Assert.Contains("can be read from the age of", preview.QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await first.GetAsync(above + "?language=fr")).StatusCode);
    }

    [Fact]
    public async Task Is_frozen_published_and_read_by_everybody_with_the_same_figures_in_every_file()
    {
        using var principal = _site.As(Role.PrincipalSocialWorker);
        using var director = _site.As(Role.Director);
        using var anybody = _site.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/published/2026/en")).StatusCode);
        var frozen = await (await OpenForm.Open(principal, "/health-check/2026/report/public"))
            .SendTo("/health-check/2026/report/public?handler=Freeze&language=en");
        var here = frozen.Headers.Location!.OriginalString;
        var form = await OpenForm.Open(director, here);
        form.Fields["Level"] = "Public";
        (form.Fields["Why"], form.Fields["Consulted"], form.Fields["Time"]) = ("The council resolved it.", "At two forums.", "noon");
        await Refused(await form.SendTo(here + "?handler=Publish"), "is no time of the day");
        form.Fields["Time"] = "";
        await Refused(await form.SendTo(here + "?handler=Publish"), "the audit of what was let out has not passed");
        await report.Audit();
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendTo(here + "?handler=Publish")).StatusCode);

        Assert.Contains("Health check 2026", (await anybody.Read("/published")).QuerySelector("main").Says(), StringComparison.Ordinal);
        var page = await anybody.Read("/published/2026/en");
        Holds(MadeUpReport.Of(Edition.Public), page.QuerySelector("article")!);
        Assert.Equal(64, page.QuerySelector(".fl-hash").Says().Length);
        Assert.NotEmpty(page.QuerySelectorAll("article svg[role=img] title, article svg[role=img] desc"));

        var file = await anybody.GetAsync("/published/2026/en/report.docx");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using (var zip = new ZipArchive(await file.Content.ReadAsStreamAsync())) Assert.NotNull(zip.GetEntry("word/document.xml"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/published/2026/en/report.docx");
        again.Headers.IfNoneMatch.Add(file.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await anybody.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/published/2026/en/report.csv.zip")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/published/2026/en/report.appendix.docx")).StatusCode);

        var withdraw = await OpenForm.Open(director, here);
        withdraw.Fields["Because"] = "A figure was wrong.";
        Assert.Equal(HttpStatusCode.Redirect, (await withdraw.SendTo(here + "?handler=Withdraw")).StatusCode);
        Assert.Contains("A figure was wrong.", (await anybody.Read("/published/2026/en")).QuerySelector("main").Says(),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/published/2026/en/report.ods")).StatusCode);
    }

    [Fact]
    public async Task Leaves_out_what_a_named_person_claims_to_be_exempt()
    {
        using var principal = _site.As(Role.PrincipalSocialWorker);
        using var director = _site.As(Role.Director);
        using var member = _site.As(Role.ElectedMember);
        var form = await OpenForm.Open(director, "/health-check/2026/editions");
        form.Fields["Part"] = "teams";
        await Refused(await form.SendTo("/health-check/2026/editions?handler=Claim"), "Enter the name of the person who claims it");
        (form.Fields["Section"], form.Fields["Reason"], form.Fields["Person"]) =
            ("Schedule 12A, paragraph 1", "It tells of persons.", "Ann Lee");
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendTo("/health-check/2026/editions?handler=Claim")).StatusCode);
        Assert.Contains("Ann Lee claims Schedule 12A, paragraph 1",
            (await director.Read("/health-check/2026/editions")).QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ann Lee", (await member.Read("/health-check/2026/editions")).QuerySelector("main").Says(),
            StringComparison.Ordinal);

        var preview = await principal.Read("/health-check/2026/report/members");
        Assert.DoesNotContain("hospital team", preview.QuerySelector("article").Says(), StringComparison.Ordinal);
        Assert.Contains("hospital team", preview.QuerySelector("section.fl-report").Says(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await principal.GetAsync("/health-check/2026/report/members/files/appendix.docx")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync("/health-check/2026/report/members")).StatusCode);
    }

    /// <summary>Every figure of the model stands in the table of that name, in its row and column.</summary>
    private static void Holds(ReportDocument model, IElement article)
    {
        var shown = article.QuerySelectorAll("table").ToDictionary(t => t.QuerySelector("caption").Says());
        foreach (var table in model.Tables)
        {
            var rows = shown[table.Caption].QuerySelectorAll("tbody tr")
                .Select(r => (Head: r.QuerySelector("th").Says(), Cells: r.QuerySelectorAll("td").Select(c => c.Says()).ToList())).ToList();
            Assert.Equal(table.Rows.Select(r => r.Heading), rows.Select(r => r.Head));
            foreach (var (row, at) in table.Rows.Select((r, at) => (r, at)))
                Assert.Equal(row.Cells.Select(c => c.Text), rows[at].Cells.Select(c => c.Split(" [note", StringSplitOptions.None)[0]));
            Assert.All(table.Numbers, n => Assert.Contains(n.On.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), article.Says(),
                StringComparison.Ordinal));
            Assert.All(table.Numbers, n => Assert.Contains(n.Base, article.Says(), StringComparison.Ordinal));
        }
    }

    private static async Task Refused(HttpResponseMessage answer, string says)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, (await answer.Read()).QuerySelector("main").Says(), StringComparison.Ordinal);
    }
}

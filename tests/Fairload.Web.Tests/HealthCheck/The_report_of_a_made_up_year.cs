using Fairload.App.Demo;
using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Fairload.Web.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.HealthCheck;

/// <summary>A small made-up council with all that happened in it: surveys, a finished health check and one that is begun.</summary>
public sealed class TheMadeUpYear : IAsyncLifetime
{
    internal DemoCouncil Demo { get; } = DemoCouncil.From(1, new DemoSize(108, 18, 640, 280));
    internal Served Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var data = Directory.CreateTempSubdirectory("fairload-year-").FullName;
        await TheCouncil.Build(Demo, data, withWeek: true);
        Site = await Served.Start(data, StoppedClock.At(Demo.Today.Year, Demo.Today.Month, Demo.Today.Day));
    }

    public Task DisposeAsync() => Site.DisposeAsync().AsTask();
}

/// <summary>The year that is finished, as each edition tells it.</summary>
public sealed class The_report_of_a_made_up_year(TheMadeUpYear council) : IClassFixture<TheMadeUpYear>
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory]
    [InlineData("en")]
    [InlineData("cy")]
    public async Task Says_to_everybody_nothing_that_members_do_not_read_and_to_members_nothing_that_staff_do_not(string language)
    {
        var (staff, members, everybody) = (
            await Written(Edition.Internal, language), await Written(Edition.Members, language), await Written(Edition.Public, language));

        Assert.Empty(EditionsCompared.OnlyIn(members, staff));
        Assert.Empty(EditionsCompared.OnlyIn(everybody, members));
        Assert.NotEmpty(EditionsCompared.OnlyIn(staff, everybody));
        Assert.True(Numbers(everybody) > 20, $"only {Numbers(everybody)} figures are told to everybody");
    }

    [Fact]
    public async Task Opens_with_what_members_asked_and_has_a_part_for_each_activity()
    {
        var members = await Written(Edition.Members, "en");

        Assert.Equal(
            [
                "asked", "changes", "gaps", "unfunded", "asked-now", "working-conditions", "engagement", "practitioner-health-check",
                "people-and-carers", "peer-review", "workload", "allocation", "tools", "workplace", "delivery", "protection",
            ],
            members.Parts.Select(p => p.Code));
        var asked = Assert.Single(members.Parts[0].Blocks.OfType<ListBlock>());
        Assert.Equal(6, asked.Items.Count);
    }

    /// <summary>Counts of files are in the ledger of nothing that was let out, and stay in the department.</summary>
    [Fact]
    public async Task Tells_what_reviewers_found_to_everybody_and_how_files_were_graded_to_the_department_alone()
    {
        // The reviewers came in the year that is not finished.
        var (staff, everybody) = (await Written(Edition.Internal, "en", Year + 1), await Written(Edition.Public, "en", Year + 1));

        var found = everybody.Parts.Single(p => p.Code == "peer-review").Blocks.OfType<ListBlock>().SelectMany(l => l.Items).ToList();
        Assert.Contains(found, f => f.StartsWith("Strengths: ", StringComparison.Ordinal));
        Assert.Contains(found, f => f.StartsWith("Areas to consider: ", StringComparison.Ordinal));
        Assert.Equal(4, staff.Tables.Single(t => t.Code == "audits").Rows.Count);
        Assert.DoesNotContain(everybody.Tables, t => t.Code == "audits");
    }

    [Fact]
    public async Task Tells_of_people_what_the_ledger_let_out_and_nothing_else()
    {
        var site = council.Site;
        var view = (await site.Desk((CycleDesk desk) => desk.Show(Year, Principal, default)))!;
        var letOut = await site.Ask(db => db.Database.SqlQueryRaw<string>(
            """
            select r.name as "Value" from disclosure_row r join disclosure_release e on e.id = r.release_id
            where e.chain like 'health check%'
            """).ToListAsync());
        Assert.NotEmpty(letOut);
        foreach (var edition in new[] { Edition.Members, Edition.Public })
        {
            var told = (await Written(edition, "en")).Tables.Where(t => t.Code.StartsWith("measures-", StringComparison.Ordinal))
                .SelectMany(t => t.Rows).Where(r => r.Cells[0].Number is not null).Select(r => r.Heading).ToHashSet(StringComparer.Ordinal);
            var ofPeople = view.Parts.SelectMany(p => p.Measures)
                .Where(m => FigureRelease.People(m.Card, m.Council) is not null && told.Contains(m.Card.Name.En)).ToList();
            Assert.NotEmpty(ofPeople);
            Assert.All(ofPeople, m => Assert.Contains(m.Card.Code, letOut));
            Assert.All(ofPeople, m => Assert.True(FigureRelease.People(m.Card, m.Council) >= DisclosureRule.UsualFloor, m.Card.Code));
        }
    }

    private int Year => council.Demo.Today.Year - 1;

    private async Task<ReportDocument> Written(Edition edition, string language, int? year = null) =>
        (await council.Site.Desk((YearReading reading) => reading.Make(year ?? Year, edition, language, Principal, default)))!;

    private static int Numbers(ReportDocument report) =>
        report.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Count(c => c.Number is not null);
}

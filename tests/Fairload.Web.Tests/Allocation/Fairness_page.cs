using System.Net;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Web.Tests.Caseload;

namespace Fairload.Web.Tests.Allocation;

public sealed class The_page_of_fairness : IAsyncLifetime
{
    private readonly Sampleshire _council = new();

    public async Task InitializeAsync()
    {
        await _council.InitializeAsync();
        await _council.Ask(db => db.Change(
            async () =>
            {
                var at = new DateTime(2026, 11, 13, 9, 0, 0, DateTimeKind.Utc);
                var extract = ImportRun.Look(
                    Id<ImportRun>.New(), ImportKind.AnnexA, "annex-a.xlsx", "", new(2026, 11, 13), "An analyst", at, "{}");
                extract.Apply(false, "An analyst", at, "{}");
                db.Add(extract);
                await db.SaveChangesAsync();
                var run = extract.Id;
                Keep(db, run, "S1", 100, 80, 9);
                Keep(db, run, "S2", 20, 40, 1);
                Keep(db, run, "S4", 40, 80, 0);
                Keep(db, run, "S3", 10, null, 0);
                return default(Done);
            },
            default));
    }

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Says_how_evenly_loads_lay_and_draws_the_same_numbers_as_its_table_has()
    {
        var page = await (await _council.Manager()).Read($"/fairness?Where={_council.Riverside.Id}");

        // x is 1.25, 0.5 and 0.5 with capacities 80, 40 and 80: Jain 160² / (200 × (125 + 10 + 20)), Gini 80 × 120 × 0.75 / (200 × 160).
        Assert.Equal("On 13 November 2026 the evenness was 82.6% and the inequality 22.5%, of 3 people.", page.QuerySelector(".fl-lead").Says());
        var row = Assert.Single(page.All("tbody tr"));
        Assert.Equal("13 November 2026 3 1 82.6% 22.5% 10.0% 90.0% 0.0%", row);
        var drawn = page.QuerySelectorAll("svg [data-percent]").Select(d => d.GetAttribute("data-percent")).ToList();
        Assert.Equal(5, drawn.Count);
        Assert.Contains("22.5", drawn);
    }

    [Fact]
    public async Task Is_not_there_for_another_team() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await _council.Manager()).GetAsync($"/fairness?Where={_council.Hilltop.Id}"))
            .StatusCode);

    private void Keep(App.FairloadDb db, Id<ImportRun> run, string person, decimal points, decimal? capacity, int tier3) =>
        db.Add(new LoadSnapshot(
            Id<LoadSnapshot>.New(), new(2026, 11, 13), _council.Person(person), _council.Riverside.Id, points, points, points, 0, 5,
                capacity,
            points / capacity * 100, new Bands().Of(capacity, points, 5), "test/1", run, tier3));
}

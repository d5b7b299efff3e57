using Fairload.App.Caseload;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Caseload;

public sealed class The_factor_sets_and_weights_of_a_council
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory, ClassData(typeof(Engines))]
    public async Task Begin_as_the_examples_that_ship(string engine)
    {
        var store = await Engines.Fresh(engine);
        await using var db = store.Open();
        var settings = new CaseloadSettings(db);

        var weights = await settings.WeightsOn(Today, CancellationToken.None);
        var children = await settings.FactorSetOn(Area.Children, Today, CancellationToken.None);
        var adults = await settings.FactorSetOn(Area.Adults, Today, CancellationToken.None);

        Assert.True(weights.IsExample);
        Assert.Equal(ReferenceData.Weights()[0].Cases.OrderBy(c => c.Key), weights.Cases.OrderBy(c => c.Key));
        Assert.Equal(("children/1", "adults/1"), (children.Code, adults.Code));
        Assert.Equal(ReferenceData.FactorSets()[0].Factors[2].Descriptors, children.Factors[2].Descriptors);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_put_into_the_database_once_however_often_they_are_asked_for(string engine)
    {
        var store = await Engines.Fresh(engine);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var db = store.Open();
            await new CaseloadSettings(db).WeightsOn(Today, CancellationToken.None);
            await new CaseloadSettings(db).FactorSetOn(Area.Adults, Today, CancellationToken.None);
        }));

        await using var look = store.Open();
        Assert.Equal(1, await look.Set<WeightSetRow>().CountAsync());
        Assert.Equal(2, await look.Set<FactorSetRow>().CountAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Can_be_asked_for_in_the_middle_of_a_change(string engine)
    {
        var store = await Engines.Fresh(engine);
        await using var db = store.Open();

        var code = await db.Change(async () =>
            (await new CaseloadSettings(db).WeightsOn(Today, CancellationToken.None)).Code, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal("example/1", code);
        await using var look = store.Open();
        Assert.Equal(1, await look.Set<WeightSetRow>().CountAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Count_in_the_version_in_force_on_the_day(string engine)
    {
        var store = await Engines.Fresh(engine);
        await using var db = store.Open();
        var settings = new CaseloadSettings(db);
        var first = await settings.WeightsOn(Today, CancellationToken.None);
        var ours = first with
        {
            Code = "ours/1",
            Name = "Ours",
            AgreedBy = "Managers and union, 1 October",
            LiveFrom = Today,
            Court = 3,
            IsExample = false
        };

        Assert.True((await settings.Agree(ours, CancellationToken.None)).Try(out _, out _));

        Assert.Equal("example/1", (await settings.WeightsOn(Today.AddDays(-1), CancellationToken.None)).Code);
        var now = await settings.WeightsOn(Today, CancellationToken.None);
        Assert.Equal(("ours/1", 3m), (now.Code, now.Court));
        Assert.Equal("example/1", (await settings.WeightsOn(new(1999, 1, 1), CancellationToken.None)).Code);
        Assert.Equal(2m, (await settings.WeightsByCode("example/1", CancellationToken.None))!.Court);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keep_the_factor_set_by_which_an_old_score_was_given(string engine)
    {
        var store = await Engines.Fresh(engine);
        await using var db = store.Open();
        var settings = new CaseloadSettings(db);
        var first = await settings.FactorSetOn(Area.Adults, Today, CancellationToken.None);

        await settings.Agree(first with { Code = "adults/2", LiveFrom = Today }, CancellationToken.None);

        Assert.Equal("adults/2", (await settings.FactorSetOn(Area.Adults, Today, CancellationToken.None)).Code);
        Assert.Equal("children/1", (await settings.FactorSetOn(Area.Children, Today, CancellationToken.None)).Code);
        Assert.NotNull(await settings.ByCode("adults/1", CancellationToken.None));
        Assert.Null(await settings.ByCode("adults/9", CancellationToken.None));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_never_changed_under_the_same_code(string engine)
    {
        var store = await Engines.Fresh(engine);
        await using var db = store.Open();
        var settings = new CaseloadSettings(db);
        var first = await settings.WeightsOn(Today, CancellationToken.None);

        Assert.False((await settings.Agree(first with { Court = 9 }, CancellationToken.None)).Try(out _, out var problems));

        Assert.Equal("There are weights called example/1 already; give the new version a new code", Assert.Single(problems).Message);
        Assert.Equal(2m, (await settings.WeightsOn(Today, CancellationToken.None)).Court);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_refused_when_they_break_a_rule(string engine)
    {
        var store = await Engines.Fresh(engine);
        await using var db = store.Open();
        var settings = new CaseloadSettings(db);
        var set = await settings.FactorSetOn(Area.Children, Today, CancellationToken.None);

        var refused = await settings.Agree(set with { Code = "children/2", Factors = [.. set.Factors.Take(5)] }, CancellationToken.None);

        Assert.False(refused.Try(out _, out var problems));
        Assert.Equal("A factor set has 6 factors; this one has 5", Assert.Single(problems).Message);
        Assert.Null(await settings.ByCode("children/2", CancellationToken.None));
    }
}

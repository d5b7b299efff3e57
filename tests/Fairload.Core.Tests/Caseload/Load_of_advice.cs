using Fairload.Core.Caseload;

namespace Fairload.Core.Tests.Caseload;

public sealed class A_load_with_advice
{
    [Fact]
    public void Has_a_part_for_the_cases_that_others_hold()
    {
        var advice = new Advice([Sample.Case(tier: 3), Sample.Case(tier: 1, court: true, share: 0.5m)], 0.1m);
        var load = WorkerLoad.Of(Sample.Worker() with { Advice = advice }, [Sample.Case()], Sample.Weights, Sample.Bands);

        // 10 whole, and 6 with 2 for court, whatever part of it the holder has.
        Assert.Equal(new LoadPart(LoadPart.Advice, "", 2, 1.8m), load.Parts[^1]);
        Assert.Equal((9.8m, 9.8m, 9.8m, 1), (load.Points, load.Low, load.High, load.Cases));
        Assert.Equal(load.Points, load.Parts.Sum(p => p.Points));
    }

    [Fact]
    public void Stays_in_the_least_and_the_most_of_a_provisional_load()
    {
        var advice = new Advice([Sample.Case(tier: null)], 0.1m);
        var load = WorkerLoad.Of(Sample.Worker() with { Advice = advice }, [Sample.Case(tier: null)], Sample.Weights, Sample.Bands);

        Assert.Equal((8.8m, 6.8m, 10.8m, 1), (load.Points, load.Low, load.High, load.Unscored));
    }

    [Fact]
    public void Is_over_without_capacity_even_if_nothing_is_held()
    {
        var advice = new Advice([Sample.Case()], 0.1m);

        Assert.Equal(Band.OverNoCapacity, WorkerLoad.Of(Sample.Worker(fte: 0) with { Advice = advice }, [], Sample.Weights, Sample.Bands)
            .Band);
    }
}

using Fairload.Core.Caseload;

namespace Fairload.Core.Tests.Caseload;

public sealed class Working_out_a_load
{
    [Fact]
    public void Shows_the_parts_of_each_case()
    {
        var one = Assert.Single(Sample.Load(Sample.Case(tier: 3, travel: "far", court: true, share: 0.5m)).CaseLoads);

        Assert.Equal((10m, 1m, 1.5m, 2m, 0.5m), (one.Base, one.SiblingPart, one.Travel, one.Court, one.Share));
        Assert.Equal(6.75m, one.Points);
    }

    [Fact]
    public void Adds_up_from_its_lines()
    {
        var load = WorkerLoad.Of(Sample.Worker(duty: 9),
            [Sample.Case(court: true), Sample.Case("child-in-need", null, travel: "far"), Sample.Case(share: 0.5m)],
            Sample.Weights, Sample.Bands);

        Assert.Equal(
            [
                new(LoadPart.Case, "child-in-need", 1, 5),
                new(LoadPart.Case, "child-protection", 2, 12),
                new(LoadPart.Travel, "far", 1, 1.5m),
                new(LoadPart.Court, "", 1, 2),
                new(LoadPart.Duty, "duty rota", 0, 9),
            ],
            load.Parts);
        Assert.Equal(load.Points, load.Parts.Sum(p => p.Points));
        Assert.Equal((3, 1, true), (load.Cases, load.Unscored, load.IsProvisional));
    }

    [Fact]
    public void Counts_the_heaviest_of_a_family_in_full_and_the_others_in_part()
    {
        var load = Sample.Load(Sample.Case("child-in-need", 1, "Ash"), Sample.Case(tier: 3, family: "Ash"),
            Sample.Case(tier: 2, family: "Ash"), Sample.Case(family: "Elm"));

        Assert.Equal([0.5m, 1m, 0.5m, 1m], load.CaseLoads.Select(c => c.SiblingPart));
        Assert.Equal(2 + 10 + 4 + 8m, load.Points);
    }

    [Fact]
    public void Leaves_travel_and_court_of_a_next_sibling_whole() =>
        Assert.Equal(10 + 4 + 1.5m + 2,
            Sample.Load(Sample.Case(tier: 3, family: "Ash"), Sample.Case(family: "Ash", travel: "far", court: true)).Points);

    [Fact]
    public void Takes_as_heaviest_the_sibling_that_weighs_this_worker_most()
    {
        var load = Sample.Load(Sample.Case(tier: 3, family: "Ash", share: 0.1m), Sample.Case(tier: 1, family: "Ash"));

        Assert.Equal([0.5m, 1m], load.CaseLoads.Select(c => c.SiblingPart));
        Assert.Equal(0.5m + 6, load.Points);
    }

    [Fact]
    public void Counts_the_same_case_given_twice_once_with_both_shares()
    {
        var half = Sample.Case(share: 0.5m);
        var load = Sample.Load(half, half with { Share = 0.25m });
        Assert.Equal((6m, 1), (load.Points, load.Cases));
        Assert.Equal(8m, Sample.Load(half, half with { Share = 1 }).Points);
    }

    [Fact]
    public void Counts_a_travel_band_it_does_not_know_as_nothing_and_says_so()
    {
        var load = Sample.Load(Sample.Case(travel: "moon"));
        Assert.False(load.CaseLoads[0].TravelIsKnown);
        Assert.Equal(8, load.Points);
        Assert.Contains(new(LoadPart.Travel, "moon", 1, 0), load.Parts);
        Assert.True(Sample.Load(Sample.Case(travel: "far")).CaseLoads[0].TravelIsKnown);
    }

    [Fact]
    public void Works_out_a_case_that_waits_as_if_it_were_alone() =>
        Assert.Equal(8m, CaseLoad.Of(Sample.Case(family: "Ash"), Sample.Weights).Points);

    [Fact]
    public void Refuses_a_share_outside_nought_to_one_and_a_negative_duty()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Load(Sample.Case(share: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Load(Sample.Case(share: 1.1m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkerLoad.Of(Sample.Worker(duty: -1), [], Sample.Weights, Sample.Bands));
    }
}

public sealed class Working_out_a_capacity
{
    [Fact]
    public void Shows_the_lines_that_add_up_to_it()
    {
        var load = WorkerLoad.Of(Sample.Worker(0.8m, true, [12.5m, 20]), [], Sample.Weights, Sample.Bands);

        Assert.Equal(
            [
                new(CapacityPart.NewlyQualified, "", 72), new(CapacityPart.Stable, "", -12),
                new(CapacityPart.Reduction, "12.5", -10), new(CapacityPart.Reduction, "20", -16),
            ],
            load.CapacityParts);
        Assert.Equal(34m, load.Capacity);
    }

    [Fact]
    public void Stops_at_nought_and_shows_what_brought_it_back_there()
    {
        var load = WorkerLoad.Of(Sample.Worker(0.5m, reductions: [100, 50]), [Sample.Case()], Sample.Weights, Sample.Bands);

        Assert.Equal(new CapacityPart(CapacityPart.NotUnderNought, "", 32.5m), load.CapacityParts[^1]);
        Assert.Equal((0m, (Percent?)null, Band.OverNoCapacity), (load.Capacity!.Value, load.Percent, load.Band));
    }

    [Fact]
    public void Is_not_known_without_hours_and_is_split_between_teams_with_them()
    {
        var unknown = WorkerLoad.Of(Sample.Worker(null), [Sample.Case()], Sample.Weights, Sample.Bands);
        Assert.Empty(unknown.CapacityParts);
        Assert.Null(unknown.CapacityIn(0.5m));
        Assert.Equal(34m, Sample.Load().CapacityIn(0.4m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Load().CapacityIn(1.1m));
    }

    [Fact]
    public void Takes_reductions_from_the_full_points_that_the_council_set()
    {
        var weights = Sample.Weights with { Capacity = new(200, 180, 30) };
        Assert.Equal(200 - 30 - 20m, WorkerLoad.Of(Sample.Worker(1, reductions: [10]), [], weights, Sample.Bands).Capacity);
    }

    [Fact]
    public void Refuses_hours_and_reductions_that_can_not_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkerLoad.Of(Sample.Worker(-0.1m), [], Sample.Weights, Sample.Bands));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            WorkerLoad.Of(Sample.Worker(1, reductions: [101]), [], Sample.Weights, Sample.Bands));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            WorkerLoad.Of(Sample.Worker(1, reductions: [-1]), [], Sample.Weights, Sample.Bands));
    }
}

using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Allocation;

public sealed class Fairness_over_time
{
    private static readonly DateOnly Day = new(2026, 11, 14);

    [Fact]
    public void Is_told_for_each_extract_oldest_first_by_everybodys_own_capacity()
    {
        var points = FairnessOverTime.Of(
            [Kept(Day, 40, 80), Kept(Day, 20, 40), Kept(Day, 30, 60), Kept(Day.AddDays(-7), 80, 80), Kept(Day.AddDays(-7), 0, 80),
                Kept(Day.AddDays(-7), 0, 80)]);

        Assert.Equal([Day.AddDays(-7), Day], points.Select(p => p.AsOf));
        Assert.Equal((1.0, 0.0), (Math.Round(points[1].Fairness!.Jain, 12), points[1].Fairness!.Gini));
        // One of three holds everything: 1/3, and 2/3.
        Assert.Equal(1 / 3.0, points[0].Fairness!.Jain, 12);
        Assert.Equal(2 / 3.0, points[0].Fairness!.Gini, 12);
    }

    [Fact]
    public void Has_no_figure_for_fewer_than_three_people_and_counts_whose_capacity_is_not_known()
    {
        var point = Assert.Single(FairnessOverTime.Of([Kept(Day, 40, 80), Kept(Day, 40, 80), Kept(Day, 40, null), Kept(Day, 5, 0)]));

        Assert.Null(point.Fairness);
        Assert.Equal((2, 2, 0), (point.People, point.LeftOut, point.TierThree.Count));
    }

    [Fact]
    public void Tells_which_part_of_tier_3_the_people_of_each_band_hold()
    {
        var point = Assert.Single(FairnessOverTime.Of(
            [Kept(Day, 100, 80, 6), Kept(Day, 100, 80, 1), Kept(Day, 40, 80, 1), Kept(Day, 40, null, 0)]));

        Assert.Equal(
            [(Band.Over, 2, 7 / 8.0), (Band.Room, 1, 1 / 8.0), (Band.NotKnown, 1, 0.0)],
            point.TierThree.Select(b => (b.Band, b.People, b.Part!.Value)));
    }

    [Fact]
    public void Says_not_known_where_tier_3_was_not_counted_yet_or_nobody_holds_any()
    {
        Assert.All(
            FairnessOverTime.Of([Kept(Day, 10, 80, 1), Kept(Day, 10, 80, 1), Kept(Day, 10, 80, null)]).Single().TierThree,
            b => Assert.Null(b.Part));
        Assert.All(
            FairnessOverTime.Of([Kept(Day, 10, 80, 0), Kept(Day, 10, 80, 0), Kept(Day, 10, 80, 0)]).Single().TierThree,
            b => Assert.Null(b.Part));
    }

    private static LoadSnapshot Kept(DateOnly day, decimal points, decimal? capacity, int? tier3 = 0) => new(
        Id<LoadSnapshot>.New(), day, Id<Worker>.New(), null, points, points, points, 0, 1, capacity, null,
        new Bands().Of(capacity, points, 1), "test/1", null, tier3);
}

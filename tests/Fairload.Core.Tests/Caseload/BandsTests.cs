using Fairload.Core.Caseload;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Caseload;

public sealed class Telling_a_band
{
    private static readonly Bands Bands = new();

    [Theory]
    [InlineData(0, Band.Room)]
    [InlineData(94.9999, Band.Room)]
    [InlineData(95, Band.InBand)]
    [InlineData(99.9999, Band.InBand)]
    [InlineData(100, Band.Full)]
    [InlineData(109.9999, Band.Full)]
    [InlineData(110, Band.Over)]
    [InlineData(500, Band.Over)]
    public void Begins_each_band_with_its_own_number_unrounded(double points, Band band) =>
        Assert.Equal(band, Bands.Of(100, (decimal)points, 1));

    [Fact]
    public void Calls_anything_held_without_capacity_over_be_it_a_case_of_no_weight_or_a_duty()
    {
        Assert.Equal(Band.OverNoCapacity, Bands.Of(0, 12, 2));
        Assert.Equal(Band.OverNoCapacity, Bands.Of(0, 0, 1));
        Assert.Equal(Band.OverNoCapacity, Bands.Of(0, 3, 0));
    }

    [Fact]
    public void Calls_nothing_against_nothing_and_hours_not_known_not_known()
    {
        Assert.Equal(Band.NotKnown, Bands.Of(0, 0, 0));
        Assert.Equal(Band.NotKnown, Bands.Of(null, 0, 0));
        Assert.Equal(Band.NotKnown, Bands.Of(null, 50, 9));
    }

    [Fact]
    public void Never_falls_when_points_rise_or_capacity_shrinks()
    {
        var amounts = Gen.Choose(1, 30000).Select(n => n / 100m).Three().ToArbitrary();
        Prop.ForAll(amounts, a => Bands.Of(a.Item1, a.Item2, 1) <= Bands.Of(a.Item1, a.Item2 + a.Item3, 1)).QuickCheckThrowOnFailure();
        Prop.ForAll(amounts, a => Bands.Of(a.Item1 + a.Item3, a.Item2, 1) <= Bands.Of(a.Item1, a.Item2, 1)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Shows_each_band_by_a_shape_and_a_word() => Assert.Equal(
        ["▽ room", "● in band", "◆ full", "▲ over", "▲ over, no capacity", "? not known"],
        Enum.GetValues<Band>().Select(b => $"{b.Shape} {b.Word}"));

    [Fact]
    public void Has_a_code_of_its_own_for_each_band() => Assert.Equal(
        ["room", "in-band", "full", "over", "over-no-capacity", "not-known"], Enum.GetValues<Band>().Select(b => b.Code));

    [Fact]
    public void Refuses_bands_that_do_not_rise()
    {
        Assert.True(Bands.Read(80, 90, 105).Try(out var own, out _));
        Assert.Equal(Band.InBand, own.Of(100, 80, 1));
        Assert.Equal("Full begins at 95 per cent; give more than 95", Assert.Single(Sample.Problems(Bands.Read(95, 95, 110))).Message);
        Assert.Equal("OverFrom", Assert.Single(Sample.Problems(Bands.Read(95, 100, 100))).Field);
        Assert.Equal("InBandFrom", Assert.Single(Sample.Problems(Bands.Read(0, 100, 110))).Field);
    }

    [Fact]
    public void Refuses_numbers_that_can_not_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Bands.Of(-1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bands.Of(1, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bands.Of(1, 0, -1));
    }
}

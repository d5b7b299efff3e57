using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Surveys;

namespace Fairload.Core.Tests.HealthCheck;

public sealed class What_became_of_a_measure
{
    private static readonly DateOnly Day = new(2026, 9, 30);
    private static readonly Wording Any = new("Text", "Testun");

    /// <summary>Newcombe 1998, table II, example (a): 56 of 70 and 48 of 80 differ by 0.0524 to 0.3339, so by more than chance.</summary>
    [Fact]
    public void Is_a_change_of_a_share_only_beyond_chance()
    {
        Assert.True(MeasureChange.SharesDiffer(48, 80, 56, 70));
        Assert.True(MeasureChange.SharesDiffer(56, 70, 48, 80));
        Assert.False(MeasureChange.SharesDiffer(40, 80, 42, 80));
    }

    /// <summary>By the binomial tables: of 59 at most 18 on one side is 0.2 in a hundred; of 40 at most 16 is 13 in a hundred.</summary>
    [Fact]
    public void Is_a_change_of_a_count_only_beyond_chance()
    {
        Assert.True(MeasureChange.CountsDiffer(18, 41));
        Assert.False(MeasureChange.CountsDiffer(16, 24));
        Assert.False(MeasureChange.CountsDiffer(0, 0));
        Assert.False(MeasureChange.CountsDiffer(0, 5));
        Assert.True(MeasureChange.CountsDiffer(0, 6));
    }

    [Fact]
    public void Counts_as_the_exact_binomial_does_for_all_small_counts()
    {
        for (var one = 0; one <= 30; one++)
        {
            for (var other = one; other <= 30; other++)
                Assert.Equal(Tail(one, one + other) < 0.025, MeasureChange.CountsDiffer(one, other));
        }

        static double Tail(int most, int of)
        {
            var ways = System.Numerics.BigInteger.Zero;
            for (var k = 0; k <= most; k++) ways += Choose(of, k);
            return (double)ways / Math.Pow(2, of);
        }

        static System.Numerics.BigInteger Choose(int of, int k)
        {
            var all = System.Numerics.BigInteger.One;
            for (var i = 1; i <= k; i++) all = all * (of - k + i) / i;
            return all;
        }
    }

    [Theory]
    [InlineData(Better.Higher, 71, 86, Change.Better)]
    [InlineData(Better.Lower, 71, 86, Change.Worse)]
    [InlineData(Better.Neither, 71, 86, Change.Other)]
    [InlineData(Better.Higher, 71, 73, Change.NotToldApart)]
    [InlineData(Better.Higher, 71, 71, Change.Same)]
    public void Is_better_or_worse_as_its_card_says(Better better, int was, int @is, Change expected)
    {
        var card = Card(MeasureUnit.Percent, better);

        Assert.Equal(expected, MeasureChange.Of(card, Share(was, 100), Share(@is, 100)));
    }

    [Fact]
    public void Claims_nothing_where_it_can_not_be_told()
    {
        Assert.Equal(Change.NotKnown, MeasureChange.Of(Card(MeasureUnit.Percent, Better.Higher), null, Share(1, 2)));
        Assert.Equal(Change.NotKnown, MeasureChange.Of(Card(MeasureUnit.Percent, Better.Higher), Share(0, 0), Share(1, 2)));
        var ratio = MeasureFigure.Ratio("m", "", Day, Day, 30, 2);
        Assert.Equal(Change.Differs, MeasureChange.Of(Card(MeasureUnit.Ratio, Better.Lower), ratio, ratio with { Value = 14 }));
        Assert.Equal(Change.Better, MeasureChange.Of(
            Card(MeasureUnit.InPlace, Better.Higher), ratio with { InPlace = InPlace.Not }, ratio with { InPlace = InPlace.Partly }));
    }

    private static MeasureFigure Share(int part, int whole) => MeasureFigure.Share("m", "", Day, Day, part, whole);

    private static MeasureCard Card(MeasureUnit unit, Better better) =>
        new("m", Any, MeasureKind.Data, unit, Filling.Hand, false, better, Any, Any, Any, Any, Any, Any, Any, Any, Any, Any, [], [], null);
}

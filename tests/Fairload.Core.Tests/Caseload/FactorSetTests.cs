using Fairload.Core.Caseload;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Caseload;

public sealed class Telling_a_tier
{
    [Theory]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1 }, 1)]
    [InlineData(new[] { 2, 2, 2, 1, 1, 1 }, 1)]
    [InlineData(new[] { 2, 2, 2, 2, 1, 1 }, 2)]
    [InlineData(new[] { 3, 3, 3, 2, 1, 1 }, 2)]
    [InlineData(new[] { 3, 3, 3, 3, 1, 1 }, 3)]
    [InlineData(new[] { 3, 3, 3, 3, 3, 3 }, 3)]
    public void Goes_by_the_total(int[] values, int tier) => Assert.Equal(tier, Sample.FactorSet.Tier([.. values]));

    [Fact]
    public void Never_makes_a_tier_of_a_partial_score()
    {
        var partial = Gen.Choose(0, 3).Select(v => v == 0 ? (int?)null : v).ArrayOf(6).Where(v => v.Any(f => f is null));
        Prop.ForAll(partial.ToArbitrary(), v => Sample.FactorSet.Tier(v) is null).QuickCheckThrowOnFailure();
        Prop.ForAll(Gen.Choose(0, 5).ToArbitrary(), n =>
            Sample.FactorSet.Tier([.. Enumerable.Repeat<int?>(3, n)]) is null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Agrees_with_the_published_table_for_every_one_of_the_729_scores()
    {
        int[] seen = [0, 0, 0];
        for (var code = 0; code < 729; code++)
        {
            var values = Enumerable.Range(0, 6).Select(i => (int?)((code / (int)Math.Pow(3, i) % 3) + 1)).ToList();
            var total = values.Sum();
            var tier = total <= 9 ? 1 : total is >= 10 and <= 13 ? 2 : 3;
            Assert.Equal(tier, FactorSet.TierOf(values));
            seen[tier - 1]++;
        }

        // The coefficients of (1 + x + x²)⁶: 1 6 21 50 | 90 126 141 126 | 90 50 21 6 1.
        Assert.Equal([78, 483, 168], seen);
    }

    [Fact]
    public void Refuses_values_that_are_no_score()
    {
        Assert.Throws<ArgumentException>(() => Sample.FactorSet.Tier([0, 1, 1, 1, 1, 1]));
        Assert.Throws<ArgumentException>(() => Sample.FactorSet.Tier([4, 1, 1, 1, 1, 1]));
        Assert.Throws<ArgumentException>(() => Sample.FactorSet.Tier([1, 1, 1, 1, 1, 1, 1]));
        Assert.Throws<ArgumentException>(() => FactorSet.TierOf([1, 1, 1, 1, 1, 1, 1]));
    }
}

public sealed class Reading_a_factor_set
{
    private static readonly FactorSet Good = Sample.FactorSet;

    [Fact]
    public void Takes_six_factors_with_three_descriptors_each()
    {
        Assert.True(Read(Good).Try(out var set, out _));
        Assert.Equal(Good.Factors, set.Factors);
    }

    [Fact]
    public void Refuses_other_than_six_factors() =>
        Assert.Equal("A factor set has 6 factors; this one has 5",
            Assert.Single(Sample.Problems(Read(Good with { Factors = [.. Good.Factors.Take(5)] }))).Message);

    [Theory]
    [InlineData(2, "Factor 3 needs 3 descriptors, one each for 1, 2 and 3; it has 2")]
    [InlineData(4, "Factor 3 needs 3 descriptors, one each for 1, 2 and 3; it has 4")]
    public void Refuses_other_than_three_descriptors(int count, string says)
    {
        var third = Good.Factors[2] with { Descriptors = [.. Enumerable.Repeat("x", count)] };
        Assert.Equal(says, Assert.Single(Sample.Problems(Read(With(third)))).Message);
    }

    [Fact]
    public void Refuses_an_empty_descriptor_a_missing_name_and_a_name_given_twice()
    {
        Assert.Contains("Factor 3 has an empty descriptor",
            Assert.Single(Sample.Problems(Read(With(Good.Factors[2] with { Descriptors = ["a", " ", "c"] })))).Message);
        Assert.Equal("Factor 3 needs a name", Assert.Single(Sample.Problems(Read(With(Good.Factors[2] with { Name = "" })))).Message);
        Assert.Contains("Two factors are called Factor 1",
            Assert.Single(Sample.Problems(Read(With(Good.Factors[2] with { Name = "factor 1" })))).Message);
    }

    [Fact]
    public void Says_everything_that_is_wrong_at_once() =>
        Assert.Equal(["Code", "Name", "AgreedBy", "Factors"],
            Sample.Problems(Read(Good with { Code = "", Name = " ", AgreedBy = "", Factors = [] })).Select(p => p.Field));

    private static FactorSet With(Factor third) => Good with { Factors = [.. Good.Factors.Take(2), third, .. Good.Factors.Skip(3)] };

    private static Result<FactorSet> Read(FactorSet s) =>
        FactorSet.Read(s.Code, s.Area, s.Name, s.AgreedBy, s.LiveFrom, s.IsExample, s.Factors);
}

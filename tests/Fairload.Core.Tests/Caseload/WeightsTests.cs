using Fairload.Core.Caseload;

namespace Fairload.Core.Tests.Caseload;

public sealed class Reading_weights
{
    private static readonly Weights Good = Sample.Weights;

    [Fact]
    public void Takes_a_set_that_keeps_the_rules() => Assert.True(Read(Good).Try(out _, out _));

    [Fact]
    public void Serves_a_type_without_a_row_by_the_row_called_other()
    {
        Assert.Equal(6, Good.Base("a kind of its own", 3));
        Assert.Equal(4, Good.Base("a kind of its own", null));
        Assert.Contains("row called other", Only(With(("x", new(1, 2, 3, 2)))));
    }

    [Theory]
    [InlineData(-1, 2, 3, 2, "points under 0")]
    [InlineData(3, 2, 4, 3, "fall from one tier to the next")]
    [InlineData(1, 4, 3, 2, "fall from one tier to the next")]
    [InlineData(2, 3, 4, 1.9, "must weigh between tier 1 (2) and tier 3 (4)")]
    [InlineData(2, 3, 4, 4.1, "must weigh between tier 1 (2) and tier 3 (4)")]
    public void Refuses_points_that_make_no_sense(double one, double two, double three, double unscored, string says) =>
        Assert.Contains(says, Only(With(("other", new((decimal)one, (decimal)two, (decimal)three, (decimal)unscored)))));

    [Fact]
    public void Takes_equal_tiers_and_an_unscored_weight_at_either_end() =>
        Assert.True(Read(With(("other", new(2, 2, 2, 2)), ("x", new(1, 2, 3, 1)), ("y", new(1, 2, 3, 3)))).Try(out _, out _));

    [Fact]
    public void Refuses_negative_travel_and_court_and_a_sibling_part_outside_nought_to_one()
    {
        Assert.Equal("The travel band far has -1 points; give 0 or more",
            Only(Good with { Travel = new Dictionary<string, decimal> { ["far"] = -1 } }));
        Assert.Equal("A case in court has -2 points; give 0 or more", Only(Good with { Court = -2 }));
        Assert.Contains("from 0 to 1", Only(Good with { NextSibling = 1.01m }));
        Assert.Contains("from 0 to 1", Only(Good with { NextSibling = -0.01m }));
        Assert.True(Read(Good with { NextSibling = 0 }).Try(out _, out _));
        Assert.True(Read(Good with { NextSibling = 1 }).Try(out _, out _));
    }

    [Fact]
    public void Refuses_a_capacity_that_leaves_less_than_nothing()
    {
        Assert.Contains("less than the stable 15", Only(Good with { Capacity = new(100, 10, 15) }));
        Assert.Contains("more than the full 100", Only(Good with { Capacity = new(100, 101, 15) }));
        Assert.Contains("give 0 or more", Only(Good with { Capacity = new(100, 90, -1) }));
        Assert.Contains("give more than 0", Sample.Problems(Read(Good with { Capacity = new(0, 0, 0) }))[0].Message);
    }

    [Fact]
    public void Refuses_a_set_without_code_name_or_agreement() =>
        Assert.Equal(["Code", "Name", "AgreedBy"],
            Sample.Problems(Read(Good with { Code = " ", Name = "", AgreedBy = "" })).Select(p => p.Field));

    [Fact]
    public void Refuses_a_tier_that_does_not_exist() => Assert.Throws<ArgumentOutOfRangeException>(() => Good.Base("other", 4));

    private static Weights With(params (string Type, CaseWeight Weight)[] cases) =>
        Good with { Cases = cases.ToDictionary(c => c.Type, c => c.Weight) };

    private static string Only(Weights weights) => Assert.Single(Sample.Problems(Read(weights))).Message;

    private static Result<Weights> Read(Weights w) =>
        Weights.Read(w.Code, w.Name, w.AgreedBy, w.LiveFrom, w.IsExample, w.Cases, w.Travel, w.Court, w.NextSibling, w.Capacity);
}

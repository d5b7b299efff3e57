using Fairload.Core.Surveys;

namespace Fairload.Core.Tests.Surveys;

/// <summary>Expected figures: examples of the Civil Service People Survey's guide of 2018, which come out with the finite correction
/// only.</summary>
public sealed class Margins_of_a_share
{
    [Theory]
    [InlineData(200, 120, 0.43, 5.62)]
    [InlineData(150, 80, 0.50, 7.51)]
    [InlineData(50, 40, 0.30, 6.42)]
    [InlineData(500, 375, 0.60, 2.48)]
    public void Are_narrower_the_more_of_those_asked_have_answered(int asked, int answered, double share, double expected) =>
        Assert.Equal(expected, 100 * StatisticsOfShares.Margin(share, answered, asked), 0.006);

    [Theory, InlineData(50, 14), InlineData(100, 10), InlineData(200, 7), InlineData(1000, 3)]
    public void Of_very_many_hang_on_the_answers_alone(int answered, double expected) =>
        Assert.Equal(expected, Math.Round(100 * StatisticsOfShares.Margin(0.5, answered, null)));

    [Fact]
    public void Are_nothing_where_everybody_has_answered()
    {
        Assert.Equal(0, StatisticsOfShares.Margin(0.5, 40, 40));
        Assert.Equal(0, StatisticsOfShares.Margin(0.5, 1, 1));
    }

    [Fact]
    public void Tell_two_groups_apart_only_where_they_do_not_touch()
    {
        Assert.False(StatisticsOfShares.Differ(43, 6, 50, 8));
        Assert.True(StatisticsOfShares.Differ(43, 6, 60, 2));
    }

    [Fact]
    public void Refuse_more_answers_than_people() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StatisticsOfShares.Margin(0.5, 41, 40));
}

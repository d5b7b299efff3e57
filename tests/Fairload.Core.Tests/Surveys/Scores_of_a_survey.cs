using Fairload.Core.Surveys;

namespace Fairload.Core.Tests.Surveys;

/// <summary>Expected figures are those of the published guides that the remarks of <see cref="Scoring"/> name.</summary>
public sealed class Scores_of_a_survey
{
    [Fact]
    public void Of_one_person_are_the_mean_of_what_each_answer_counts() =>
        // Strongly agree, agree, agree, neither, disagree.
        Assert.Equal(65m, Score(ThemeScoring.Index100, [5, 4, 4, 3, 2]));

    [Fact]
    public void Of_a_group_are_the_mean_of_its_people() =>
        Assert.Equal(53m, Scoring.OfGroup([65, 25, 70, 35, 50, 100, 90, 40, 20, 35]));

    [Fact]
    public void Are_turned_round_where_agreeing_is_bad()
    {
        Assert.Equal(5m, Score(ThemeScoring.Mean5, [1, 1, 1, 1, 1, 1, 1, 1], reverse: true));
        Assert.Equal(1m, Score(ThemeScoring.Mean5, [5], reverse: true));
        Assert.Equal(100m, Score(ThemeScoring.Mean100, [1, 1], reverse: true));
    }

    [Fact]
    public void Need_half_of_the_items_and_an_index_all_of_them()
    {
        Assert.Equal(50m, Score(ThemeScoring.Mean100, [3, null]));
        Assert.Null(Score(ThemeScoring.Mean100, [3, null, null]));
        Assert.Null(Score(ThemeScoring.Index100, [3, 3, 3, 3, null]));
        Assert.Null(Score(ThemeScoring.Mean100, [null]));
    }

    [Fact]
    public void Say_whether_something_was_left_out()
    {
        Assert.True(Person(ThemeScoring.Mean100, [3, null])!.IsPartial);
        Assert.False(Person(ThemeScoring.Mean100, [3, 3])!.IsPartial);
    }

    [Theory, InlineData(10, 40, 10, 16, 24, 50, 49)]
    public void Of_the_same_share_that_agrees_can_be_another_index(
        int strongly, int agree, int neither, int disagree, int stronglyNot, int positive, int index)
    {
        var counts = new Dictionary<int, int> { [5] = strongly, [4] = agree, [3] = neither, [2] = disagree, [1] = stronglyNot };

        Assert.Equal(positive, Scoring.Positive(Agree, counts)!.Value.Value);
        Assert.Equal(index, counts.Sum(c => c.Value * Agree.OutOf100(c.Key, false)) / counts.Values.Sum());
    }

    [Fact]
    public void Are_rounded_at_the_last_step_alone()
    {
        // 103 and 166 of 565 agree: 18 and 29 in a hundred, and yet 48 together.
        var share = Scoring.Positive(Agree, new Dictionary<int, int> { [5] = 103, [4] = 166, [3] = 176, [2] = 96, [1] = 24 })!.Value;

        Assert.Equal("48%", share.ToString());
        Assert.Equal(47.61m, Math.Round(share.Value, 2));
    }

    [Fact]
    public void Of_nobody_are_not_told()
    {
        Assert.Null(Scoring.OfGroup([]));
        Assert.Null(Scoring.Positive(Agree, new Dictionary<int, int>()));
    }

    [Fact]
    public void Refuse_a_value_that_the_scale_has_not() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Agree.OutOf100(6, false));

    private static readonly Wording Any = new("any", "unrhyw");

    private static readonly Scale Agree = new("agree-5", [.. Enumerable.Range(1, 5).Select(v => new AnswerOption(v, Any))], null);

    private static decimal? Score(ThemeScoring scoring, IReadOnlyList<int?> values, bool reverse = false) =>
        Person(scoring, values, reverse)?.Score;

    private static PersonScore? Person(ThemeScoring scoring, IReadOnlyList<int?> values, bool reverse = false)
    {
        var items = values.Select((_, n) => new SurveyItem(
            $"I{n}", ItemKind.Scale, "agree-5", null, Any, null, reverse, "t", null, null, null, null));
        var theme = new SurveyTheme("t", Any, [], [], scoring);
        var asked = new Questionnaire("q", 1, Any, Respondents.Practitioners, Any, [Agree], [theme], [new("s", Any, null, [.. items])]);
        var answers = values.Index().Where(v => v.Item is not null).ToDictionary(v => $"I{v.Index}", v => v.Item!.Value);
        return Scoring.Of(theme, asked, answers);
    }
}

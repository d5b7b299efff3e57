using Fairload.App.Surveys;
using Fairload.Core.Surveys;

namespace Fairload.App.Tests.Surveys;

public sealed class The_shipped_questionnaires
{
    private static readonly Questionnaire Practitioners = One("practitioner-health-check");
    private static readonly Questionnaire Employer = One("employers-return");

    [Fact]
    public void Can_all_be_answered_and_scored_in_both_languages()
    {
        string[] codes =
            ["employers-return", "engagement", "people-and-carers", "practitioner-health-check", "pulse", "working-conditions"];
        Assert.Equal(codes, ShippedQuestionnaires.All.Select(q => q.Code));

        // The best answer to everything comes to the most that each theme can come to.
        Assert.All(ShippedQuestionnaires.All, questionnaire =>
        {
            var best = questionnaire.Items.Where(i => i.Kind == ItemKind.Scale).ToDictionary(
                i => i.Code, i => i.Reverse ? questionnaire.ScaleOf(i).Lowest : questionnaire.ScaleOf(i).Highest);
            Assert.All(questionnaire.Themes, theme => Assert.Equal(
                theme.Scoring == ThemeScoring.Mean5 ? 5 : 100, Scoring.Of(theme, questionnaire, best)!.Score));
        });
    }

    [Fact]
    public void Let_what_staff_say_stand_beside_what_the_employer_states()
    {
        var stated = Employer.Items.Where(i => i.Kind == ItemKind.Scale).Select(i => i.Expectation!).ToHashSet();

        Assert.NotEmpty(stated);
        Assert.Equal(stated.Count, Employer.Items.Count(i => i.Kind == ItemKind.Scale));
        Assert.All(Practitioners.Items.Where(i => i.Kind == ItemKind.Scale), i => Assert.Contains(i.Expectation!, stated));
        Assert.Equal(Practitioners.Themes.Select(t => t.Code).Order(), Employer.Themes.Select(t => t.Code).Order());
    }

    [Fact]
    public void Ask_staff_about_every_area_and_every_standard_more_than_once()
    {
        var asked = Practitioners.Themes.SelectMany(t => Practitioners.ItemsOf(t).Select(_ => t)).ToList();
        foreach (var area in new[] { "workload", "allocation", "tools", "workplace", "delivery" })
            Assert.True(asked.Count(t => t.Areas.Contains(area)) >= 3, area);
        foreach (var standard in Enumerable.Range(1, 8).Select(n => $"{n}"))
            Assert.True(asked.Count(t => t.Standards.Contains(standard)) >= 3, $"standard {standard}");
    }

    [Fact]
    public void Ask_for_an_index_of_which_no_answer_may_be_missing()
    {
        var engagement = One("engagement");
        var index = Assert.Single(engagement.Themes, t => t.Scoring == ThemeScoring.Index100);

        Assert.Equal(5, engagement.ItemsOf(index).Count());
        Assert.All(engagement.ItemsOf(index), i => Assert.Null(engagement.ScaleOf(i).NotApplicable));
    }

    [Theory, InlineData("practitioner-health-check", 45, 55), InlineData("working-conditions", 28, 32), InlineData("pulse", 6, 6)]
    [InlineData("engagement", 9, 10), InlineData("people-and-carers", 8, 10)]
    public void Are_as_short_as_was_promised(string code, int least, int most) => Assert.InRange(One(code).Items.Count(), least, most);

    private static Questionnaire One(string code) => ShippedQuestionnaires.All.Single(q => q.Code == code);
}

using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.Core.Tests.Surveys.Rounds;

public sealed class Pages_of_a_questionnaire
{
    private static readonly Wording Any = new("I have time for my work.", "Mae gen i amser.");
    private static readonly Scale Agree = new("agree", [.. Enumerable.Range(1, 5).Select(v => new AnswerOption(v, Any))], Any);

    [Fact]
    public void Hold_up_to_six_items_of_one_section()
    {
        var pages = AnswerPages.Of(Of(Section("a", 8), Section("b", 6)));

        Assert.Equal([("a", 6), ("a", 2), ("b", 6)], pages.Select(p => (p.Section.Code, p.Items.Count)));
        Assert.Equal([1, 2, 3], pages.Select(p => p.Number));
    }

    [Fact]
    public void Are_passed_over_where_nothing_on_them_is_asked()
    {
        var hidden = Item("x1") with { AskWhen = new("a1", [1]) };
        var asked = Of(Section("a", 1), new("x", Any, null, [hidden, Item("x2") with { AskWhen = new("x1", [5]) }]), Section("c", 1));
        Dictionary<string, string[]> no = new() { ["a1"] = ["2"], ["x1"] = ["5"] };
        Dictionary<string, string[]> yes = new() { ["a1"] = ["1"], ["x1"] = ["5"] };

        Assert.Equal(3, AnswerPages.After(asked, 1, no)!.Number);
        Assert.Equal(1, AnswerPages.Before(asked, 3, no)!.Number);
        Assert.Equal(2, AnswerPages.After(asked, 1, yes)!.Number);
        Assert.Null(AnswerPages.After(asked, 3, yes));
        Assert.Null(AnswerPages.Before(asked, 1, yes));
        // What was answered before the way there was closed does not go with it.
        Assert.Equal(["a1"], AnswerPages.Kept(asked, no).Keys);
        Assert.Equal(["a1", "x1"], AnswerPages.Kept(asked, yes).Keys.Order());
        Assert.False(AnswerPages.IsAsked(asked, asked.Items.Single(i => i.Code == "x2"), no));
    }

    [Fact]
    public void Keep_what_the_questionnaire_does_not_know_so_that_it_is_noticed() =>
        Assert.Equal(["planted"], AnswerPages.Kept(Of(Section("a", 1)), new Dictionary<string, string[]> { ["planted"] = ["1"] }).Keys);

    [Theory]
    [InlineData(40, 10, true)]
    [InlineData(60, 10, false)]
    public void Are_refused_where_a_branch_would_set_a_few_apart(int answers, int floor, bool isolates)
    {
        var asked = Of(Section("a", 1), new("x", Any, null, [Item("x1") with { AskWhen = new("a1", [1]) }]));

        // One of five answers leads there: a fifth of those who answer.
        Assert.Equal(isolates ? ["x1"] : [], SkipLogic.Isolating(asked, answers, floor));
    }

    [Fact]
    public void Take_the_minutes_of_reading_and_of_choosing()
    {
        // Twelve statements of six words and their choice: 12 × (1.8 + 4) seconds, and the introduction.
        Assert.Equal(2, Effort.Of(Of(Section("a", 12))).Minutes);
        Assert.Null(Effort.Of(Of(Section("a", 1))).ReadingAge);
    }

    [Theory]
    [InlineData("The cat sat on the mat.", 5)]
    [InlineData("Organisational restructuring necessitates comprehensive interdisciplinary communication.", 22)]
    public void Have_the_reading_age_of_Flesch_and_Kincaid(string sentence, int age)
    {
        var says = new Wording(sentence, "x");
        var items = Enumerable.Range(1, 30).Select(n => Item($"a{n}") with { Says = says });

        Assert.Equal(age, Effort.Of(Of(new SurveySection("a", Any, null, [.. items])) with { Introduction = says }).ReadingAge);
    }

    private static SurveyItem Item(string code) => new(code, ItemKind.Scale, "agree", null, Any, null, false, "t", null, null, null, null);

    private static SurveySection Section(string code, int items) =>
        new(code, Any, null, [.. Enumerable.Range(1, items).Select(n => Item($"{code}{n}"))]);

    private static Questionnaire Of(params SurveySection[] sections) => new(
        "q", 1, Any, Respondents.Practitioners, Any, [Agree], [new("t", Any, [], [], ThemeScoring.Mean100)], sections);
}

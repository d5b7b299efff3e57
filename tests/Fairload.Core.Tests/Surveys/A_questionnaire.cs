using Fairload.Core.Surveys;

namespace Fairload.Core.Tests.Surveys;

public sealed class A_questionnaire
{
    private static readonly Wording Any = new("any", "unrhyw");
    private static readonly Scale Agree = new("agree-5", [.. Enumerable.Range(1, 5).Select(v => new AnswerOption(v, Any))], Any);
    private static readonly SurveyTheme Theme = new("t", Any, [], [], ThemeScoring.Mean100);
    private static readonly SurveyItem Item = new("W1", ItemKind.Scale, "agree-5", null, Any, null, false, "t", null, null, null, null);

    [Fact]
    public void That_is_sound_is_kept_as_it_is() => Assert.True(Questionnaire.Read(Of(Item)).Try(out _, out _));

    [Fact]
    public void Says_everything_in_both_languages()
    {
        Refused(Of(Item with { Says = new("Only English", " ") }), "The item W1 is not said in both languages");
        Refused(Of(Item) with { Name = new("", "x") }, "The questionnaire needs a name in English and in Welsh");
        Refused(
            Of(Item) with { Scales = [Agree with { NotApplicable = new("", "") }] },
            "An answer of the scale agree-5 is not said in both languages");
    }

    [Fact]
    public void Has_each_code_once() =>
        Refused(Of(Item, Item with { }), "Two items have the code W1; give each one of its own");

    [Fact]
    public void Has_the_scales_and_themes_that_its_items_name()
    {
        Refused(Of(Item with { Scale = "other" }), "The item W1 has the scale other, which is not there");
        Refused(Of(Item, Item with { Code = "W2", Theme = "u" }), "The item W2 counts for the theme u, which is not there");
        Refused(Of(Item, Item with { Code = "W2", Theme = null }), "The statement W2 counts for no theme; name one");
        Refused(
            Of(Item) with { Themes = [Theme, Theme with { Code = "u" }] },
            "No statement counts for the theme u; take it out, or name it there");
    }

    [Fact]
    public void Asks_after_an_answer_only_what_comes_later()
    {
        var after = Item with { Code = "W2", AskWhen = new("W1", [1, 2]) };
        Assert.True(Questionnaire.Read(Of(Item, after)).Try(out _, out _));
        Refused(Of(after, Item), "The item W2 follows an answer to W1 that nobody can have given before it");
        Refused(
            Of(Item, after with { AskWhen = new("W1", [7]) }), "The item W2 follows an answer to W1 that nobody can have given before it");
        Refused(
            Of(Item, after with { AskWhen = new("W2", [1]) }), "The item W2 follows an answer to W2 that nobody can have given before it");
    }

    [Fact]
    public void Has_limits_that_let_somebody_answer()
    {
        var number = new SurveyItem("N", ItemKind.Number, null, null, Any, null, false, null, null, 10, 5, null);
        Refused(Of(Item, number), "The limits of the item N let nobody answer; they are for numbers, the least first");
        Assert.True(Questionnaire.Read(Of(Item, number with { Most = 10 })).Try(out _, out _));
    }

    [Fact]
    public void Has_options_where_one_chooses()
    {
        var single = new SurveyItem("S", ItemKind.OneOf, null, [new(1, Any)], Any, null, false, null, null, null, null, null);
        Refused(Of(Item, single), "The item S needs at least two options, each with a value of its own");
        Refused(Of(Item, single with { Options = null }), "The item S needs options if one chooses among them, and none otherwise");
        Assert.True(Questionnaire.Read(Of(Item, single with { Options = [new(1, Any), new(2, Any)] })).Try(out _, out _));
    }

    [Fact]
    public void Tells_all_that_is_wrong_at_once() =>
        Refused(
            new("", 0, Any, Respondents.Practitioners, Any, [Agree with { Options = [new(1, Any)] }], [], []),
            "The questionnaire needs a code, for example pulse", "The version is 0; give 1 or more",
            "The questionnaire asks nothing; add a section with an item", "The scale agree-5 needs at least two answers");

    private static Questionnaire Of(params SurveyItem[] items) =>
        new("q", 1, Any, Respondents.Practitioners, Any, [Agree], [Theme], [new("s", Any, null, items)]);

    private static void Refused(Questionnaire asked, params string[] says)
    {
        Assert.False(Questionnaire.Read(asked).Try(out _, out var problems));
        Assert.Equal(says, problems.Select(p => p.Message));
    }
}

using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Tests.Surveys.Returns;

/// <summary>A return of three expectations, and staff who were asked about them and one more.</summary>
internal static class MadeUpReturns
{
    private static readonly Wording Any = new("any", "unrhyw");
    private static readonly Scale Three = new("in-place", [.. Enumerable.Range(1, 3).Select(v => new AnswerOption(v, Any))], Any);
    private static readonly Scale Five = new("agree", [.. Enumerable.Range(1, 5).Select(v => new AnswerOption(v, Any))], Any);

    public static Questionnaire OfEmployer { get; } = Asked(Respondents.Employer, Three,
        [Item("E1", "one"), Words("E1N"), Item("E2", "two"), Item("E3", "three")]);

    /// <summary>The second is said the other way round.</summary>
    public static Questionnaire OfStaff { get; } = Asked(Respondents.Practitioners, Five,
        [Item("S3", "three"), Item("S1", "one"), Item("S2", "two", true), Item("S4", "four"), Item("S5", null)]);

    /// <summary>So many in hundred said something favourable of each; null where it is hidden.</summary>
    public static ResultLine Line(int? answered, params (string Item, int? Favourable)[] said) => new(
        "all", "", ResultLevel.Whole, null, answered, ResponseBand.UnderHalf, null, [],
        [.. said.Where(s => s.Favourable is not null).Select(s => new ItemLine(s.Item, [default, default, Share(s.Favourable!.Value)]))]);

    /// <summary>As results show it of a large group: ends of five in hundred.</summary>
    public static ShownShare Share(int percent) =>
        percent <= 5 ? new(null, 5, false) : percent >= 95 ? new(null, 5, true) : new(percent, 5, false);

    private static Questionnaire Asked(Respondents of, Scale scale, IReadOnlyList<SurveyItem> items) => new(
        "q", 1, Any, of, Any, [scale], [],
        [new("s", Any, null, [.. items.Select(i => i.Kind == ItemKind.Scale ? i with { Scale = scale.Code } : i)])]);

    private static SurveyItem Item(string code, string? expectation, bool reverse = false) =>
        new(code, ItemKind.Scale, "", null, Any, null, reverse, null, expectation, null, null, null);

    private static SurveyItem Words(string code) => new(code, ItemKind.Text, null, null, Any, null, false, null, "one", null, null, null);
}

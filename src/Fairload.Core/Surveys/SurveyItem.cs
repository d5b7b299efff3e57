namespace Fairload.Core.Surveys;

/// <summary>What kind of answer an item asks for.</summary>
public enum ItemKind
{
    /// <summary>A statement with a scale.</summary>
    Scale,

    /// <summary>One of several options that have no order.</summary>
    OneOf,

    /// <summary>Any of several options.</summary>
    AnyOf,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Words. They are kept apart from all other answers.</summary>
    Text,
}

/// <summary>An item is asked only of those who gave one of these answers to an earlier one.</summary>
public sealed record AskWhen(string Item, IReadOnlyList<int> Is);

/// <summary>One question or statement.</summary>
/// <param name="Code">Of its own in the questionnaire.</param>
/// <param name="Scale">Code of the scale; with <see cref="ItemKind.Scale"/> alone.</param>
/// <param name="Options">With <see cref="ItemKind.OneOf"/> and <see cref="ItemKind.AnyOf"/> alone.</param>
/// <param name="Help">A hint below it; null for none.</param>
/// <param name="Reverse">Agreeing is bad.</param>
/// <param name="Theme">Code of the theme that it counts for; null for none.</param>
/// <param name="Expectation">What is expected of an employer, by a code that the employer's return shares, so that both stand side by
/// side; null for none.</param>
/// <param name="Least">With <see cref="ItemKind.Number"/> alone; null for no limit.</param>
/// <param name="AskWhen">Null to ask everybody.</param>
public sealed record SurveyItem(
    string Code, ItemKind Kind, string? Scale, IReadOnlyList<AnswerOption>? Options, Wording Says, Wording? Help, bool Reverse,
    string? Theme, string? Expectation, int? Least, int? Most, AskWhen? AskWhen);

/// <summary>Items that stand on one page or a few.</summary>
public sealed record SurveySection(string Code, Wording Title, Wording? Help, IReadOnlyList<SurveyItem> Items);

/// <summary>How the answers to a theme become one figure.</summary>
public enum ThemeScoring
{
    /// <summary>Of each person the mean of their answers, 0 to 100; at least half of the items answered.</summary>
    Mean100,

    /// <summary>The same, of those alone who answered every item.</summary>
    Index100,

    /// <summary>The mean on the scale itself, 1 to 5; at least half of the items answered.</summary>
    Mean5,
}

/// <summary>What several items are about together.</summary>
/// <param name="Areas">Codes of the five areas of the health check of 2009.</param>
/// <param name="Standards">Numbers of the employer standards, 1 to 8.</param>
public sealed record SurveyTheme(
    string Code, Wording Name, IReadOnlyList<string> Areas, IReadOnlyList<string> Standards, ThemeScoring Scoring);

using Fairload.Core.Surveys;

namespace Fairload.Core.Tests.Surveys.Forms;

/// <summary>A sound questionnaire of every kind of item, with awkward codes and texts, drawn from a seed.</summary>
internal sealed class MadeUpQuestionnaires
{
    private static readonly string[] Words =
        ["load", "'or'", "= 3", "ŵyneb", "a \"b\"", "one, two", "🙂", " two  blanks ", "$ {not}", "line\nbreak", "a & b < c", "meta", "'"];

    private readonly Random _random;
    private int _codes;

    private MadeUpQuestionnaires(int seed) => _random = new(seed);

    public static Questionnaire Of(int seed) => new MadeUpQuestionnaires(seed).Draw();

    private Questionnaire Draw()
    {
        var scales = Several(1, 3, _ => new Scale(Code("scale"), Options(), Maybe(Says)));
        var themes = Several(1, 3, _ => new SurveyTheme(
            Code("theme"), Says(), Several(0, 2, _ => Code("area")), Several(0, 3, n => $"{n + 1}"), (ThemeScoring)_random.Next(3)));
        var before = new List<SurveyItem>();
        var sections = Several(1, 4, _ => new SurveySection(Code("part"), Says(), Maybe(Says), Several(0, 5, _ =>
        {
            var item = Item(scales, themes, before);
            before.Add(item);
            return item;
        })));
        var counted = themes.Select(t => Statement(t.Code, scales[0], null)).ToList();
        return new(
            Code("form"), _random.Next(1, 99), Says(), (Respondents)_random.Next(3), _random.Next(4) == 0 ? new("", "") : Says(), scales, themes,
            [.. sections, new(Code("part"), Says(), null, counted)]);
    }

    private SurveyItem Item(IReadOnlyList<Scale> scales, IReadOnlyList<SurveyTheme> themes, List<SurveyItem> before)
    {
        var when = before.Count > 0 && _random.Next(2) == 0 ? After(before[_random.Next(before.Count)], scales) : null;
        var theme = Maybe(() => themes[_random.Next(themes.Count)].Code);
        return _random.Next(5) switch
        {
            0 => Statement(themes[_random.Next(themes.Count)].Code, scales[_random.Next(scales.Count)], when),
            1 => Plain(ItemKind.OneOf, theme, when) with { Options = Options() },
            2 => Plain(ItemKind.AnyOf, theme, when) with { Options = Options() },
            3 => Plain(ItemKind.Number, theme, when) with { Least = MaybeNumber(-50), Most = MaybeNumber(100) },
            _ => Plain(ItemKind.Text, theme, when),
        };
    }

    private SurveyItem Statement(string theme, Scale scale, AskWhen? when) =>
        Plain(ItemKind.Scale, theme, when) with { Scale = scale.Code, Reverse = _random.Next(2) == 0 };

    private SurveyItem Plain(ItemKind kind, string? theme, AskWhen? when) =>
        new(Code("q"), kind, null, null, Says(), Maybe(Says), false, theme, Maybe(() => Code("expected")), null, null, when);

    private AskWhen? After(SurveyItem before, IReadOnlyList<Scale> scales)
    {
        var options = before.Options ?? scales.FirstOrDefault(s => s.Code == before.Scale)?.Options;
        return options is null ? null : new(before.Code, Several(1, 3, _ => options[_random.Next(options.Count)].Value));
    }

    private List<AnswerOption> Options()
    {
        var values = Enumerable.Range(-3, 12).ToArray();
        _random.Shuffle(values);
        return [.. values.Take(_random.Next(2, 7)).Select(v => new AnswerOption(v, Says()))];
    }

    /// <summary>Of its own; some are no names for other programs.</summary>
    private string Code(string word) => (_random.Next(6)) switch
    {
        0 => $"{_codes++} {word}?",
        1 => $"{word}/{_codes++}",
        2 => $"{word.ToUpperInvariant()}.{_codes++}",
        _ => $"{word}-{_codes++}",
    };

    private Wording Says() => new(Text(), Text());

    private string Text() => $"{Words[_random.Next(Words.Length)]}{_random.Next(100)}{Words[_random.Next(Words.Length)]}";

    private int? MaybeNumber(int around) => _random.Next(2) == 0 ? null : around + _random.Next(20);

    private T? Maybe<T>(Func<T> make) where T : class => _random.Next(2) == 0 ? null : make();

    private List<T> Several<T>(int least, int most, Func<int, T> make) =>
        [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(make).ToList()];
}

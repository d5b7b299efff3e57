using Fairload.Core.Workforce;

namespace Fairload.Web.Workforce;

/// <summary>Words of the council's lists in the reader's language. What the list does not know any more is shown by its code.</summary>
internal static class PracticeText
{
    public static string Language(Catalogue T, PracticeWords words, string code) =>
        words.Language(code) is { } one ? T.Language == Web.Language.Welsh ? one.Welsh : one.Name : code;

    public static string Of(Catalogue T, ListedWord word) => T.Language == Web.Language.Welsh ? word.Welsh : word.Name;

    /// <summary>A word of one of the lists; what the list does not know any more is shown by its code.</summary>
    public static string In(Catalogue T, IReadOnlyList<ListedWord> list, string code) =>
        list.FirstOrDefault(w => w.Code == code) is { } one ? Of(T, one) : code;

    public static string Area(Catalogue T, PracticeWords words, string code) =>
        words.Area(code) is { } one ? T.Language == Web.Language.Welsh ? one.Welsh : one.Name : code;

    public static string Word(Catalogue T, PracticeWords words, PracticeKind kind, string code) =>
        kind == PracticeKind.Language ? Language(T, words, code) : Area(T, words, code);

    /// <summary>Of a list of codes, with commas; "none entered" for none.</summary>
    public static string All(Catalogue T, PracticeWords words, PracticeKind kind, IReadOnlyList<string> codes) =>
        codes.Count == 0 ? T["none entered"] : string.Join(", ", codes.Select(c => Word(T, words, kind, c)));
}

using Fairload.Core.Imports;

namespace Fairload.Core.Workforce;

/// <summary>A word of a council's own list, as stored and as shown.</summary>
/// <param name="Code">Short and stable: <c>bsl</c>.</param>
/// <param name="Name">As shown in English, and as a staff sheet may write it.</param>
/// <param name="Welsh">As shown in Welsh.</param>
public sealed record ListedWord(string Code, string Name, string Welsh);

/// <summary>A skill or area of practice, with the kinds of work that ask for it.</summary>
/// <param name="Types">Codes of case types; none for one that no kind of work asks for.</param>
public sealed record AreaOfPractice(string Code, string Name, string Welsh, IReadOnlyList<string> Types);

/// <summary>A council's short lists: languages, areas of practice, proceedings, ways to travel, labels. What is not on them can not be
/// entered on a page; a language that a staff sheet writes and the list does not know counts nothing.</summary>
public sealed record PracticeWords(IReadOnlyList<ListedWord> Languages, IReadOnlyList<AreaOfPractice> Areas)
{
    private static readonly char[] Between = [';', ',', '/', '\n'];

    /// <summary>Kinds of proceedings in which a case is before a court.</summary>
    public IReadOnlyList<ListedWord> Proceedings { get; init; } = [];

    /// <summary>Ways to travel to a case; their codes are those of the weights' travel bands.</summary>
    public IReadOnlyList<ListedWord> Travel { get; init; } = [];

    /// <summary>The council's own short labels for cases, so that nobody writes a text about a person.</summary>
    public IReadOnlyList<ListedWord> Labels { get; init; } = [];

    /// <summary>Refuses a word without a code or a name, and one code twice.</summary>
    public static Result<PracticeWords> Read(PracticeWords written)
    {
        var problems = new List<Problem>();
        Look([.. written.Languages.Select(l => (l.Code, l.Name, l.Welsh))]);
        Look([.. written.Areas.Select(a => (a.Code, a.Name, a.Welsh))]);
        foreach (var list in new[] { written.Proceedings, written.Travel, written.Labels })
            Look([.. list.Select(w => (w.Code, w.Name, w.Welsh))]);
        foreach (var word in new[] { written.Proceedings, written.Travel, written.Labels }.SelectMany(l => l).Where(w => w.Code == None))
            problems.Add(new("", $"The code {None} can not stand in a list: it says that there is nothing. Give “{word.Name}” another code"));
        return problems.Count > 0 ? problems : written;

        void Look(IReadOnlyList<(string Code, string Name, string Welsh)> words)
        {
            foreach (var (code, name, welsh) in words)
            {
                if (string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(welsh))
                    problems.Add(new("", $"Each word of the list needs a code, a name and its Welsh name: look at “{code}{name}”"));
            }

            foreach (var twice in words.GroupBy(w => w.Code).Where(g => g.Count() > 1))
                problems.Add(new("", $"The word {twice.Key} stands in the list twice; leave one out"));
        }
    }

    /// <summary>In a sheet and in storage it says that there is nothing; so no word of a list has this code.</summary>
    public const string None = "none";

    /// <summary>The word of a list that somebody wrote by its code or by its name in either language; null for none.</summary>
    public static ListedWord? In(IReadOnlyList<ListedWord> list, string written)
    {
        var folded = Written.Fold(written);
        return list.FirstOrDefault(w => w.Code == folded || Written.Fold(w.Name) == folded || Written.Fold(w.Welsh) == folded);
    }

    public ListedWord? Language(string code) => Languages.FirstOrDefault(l => l.Code == code);

    public AreaOfPractice? Area(string code) => Areas.FirstOrDefault(a => a.Code == code);

    /// <summary>A code of this kind is on the list.</summary>
    public bool Knows(PracticeKind kind, string code) =>
        kind == PracticeKind.Language ? Language(code) is not null : Area(code) is not null;

    /// <summary>The languages of the list that a staff sheet writes in free text: "Somali; BSL (level 3)".</summary>
    public IReadOnlyList<string> LanguagesIn(string written)
    {
        if (written.Length == 0) return [];
        var said = written.Split(Between).Select(w => Written.Fold(w.Split('(')[0])).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Languages.Where(l => said.Contains(l.Code) || said.Contains(Written.Fold(l.Name)) || said.Contains(Written.Fold(l.Welsh)))
                .Select(l => l.Code),
        ];
    }

    /// <summary>What a kind of work asks for.</summary>
    public IReadOnlyList<string> WantedBy(string typeCode) => [.. Areas.Where(a => a.Types.Contains(typeCode)).Select(a => a.Code)];
}

using System.Text.RegularExpressions;
using Fairload.Core.Imports;

namespace Fairload.Core.Workforce;

/// <summary>How the name of a worker in an extract is compared with the names on the staff sheet. A folded name is never shown.</summary>
public static partial class PersonName
{
    private static readonly HashSet<string> Titles = ["mr", "mrs", "miss", "ms", "mx", "dr", "prof", "professor"];

    /// <summary>What stands before a dash and is no name.</summary>
    private static readonly HashSet<string> Marks =
        ["agency", "locum", "temp", "temporary", "bank", "asye", "student", "interim", "sw", "pa"];

    /// <summary>Folded words that case systems write where a worker should stand.</summary>
    public static IReadOnlySet<string> NobodyWords { get; } = new HashSet<string>
    {
        "n/a", "na", "n.a", "n.a.", "none", "no", "nil", "null", "nan", "nobody", "no one", "no-one", "no worker", "no allocated worker",
            "no social worker",
        "unknown", "not known", "not recorded", "not applicable", "not stated", "blank", "unallocated", "un-allocated", "un allocated",
            "not allocated",
        "not yet allocated", "unassigned", "not assigned", "awaiting allocation", "awaiting worker", "awaiting", "waiting",
            "waiting list", "waiting allocation",
        "to be allocated", "for allocation", "pending allocation", "allocation pending", "allocation", "allocations", "pending", "tbc",
            "t.b.c", "tba", "tbd",
        "to be confirmed", "to be advised", "vacant", "vacancy", "vacant post", "vacant caseload", "duty", "duty worker",
            "duty social worker", "duty sw",
        "duty team", "duty tray", "duty desk", "duty system", "open to duty", "open to team", "allocated to team", "team", "team tray",
            "team inbox", "inbox",
        "holding", "holding tray", "case holding", "tray", "queue", "workflow", "system", "dummy", "test", "leaver", "left", "0",
    };

    private static readonly string[] NobodyEndings =
        [" duty team", " duty worker", " duty tray", " team tray", " tray", " queue", " waiting list", " inbox", " vacancy"];

    /// <summary>
    /// "Surname, First" as "first surname", without titles, what stands in brackets, what follows a dash, numbers, accents and capitals.
    /// Folding a folded name changes nothing.
    /// </summary>
    public static string Fold(string? text)
    {
        var name = Written.Fold(text);
        for (var before = ""; name != before;)
        {
            before = name;
            name = FoldOnce(name);
        }

        return name;
    }

    /// <summary>All by which the person may be known: the folded name first, then staff and registration numbers found in the text, in
    /// small letters.</summary>
    public static IReadOnlyList<string> Keys(string? text)
    {
        var keys = new List<string>();
        if (Fold(text) is { Length: > 0 } name) keys.Add(name);
        foreach (var number in NumberInText().Matches(Written.Fold(text)).Select(m => m.Value))
            if (!keys.Contains(number)) keys.Add(number);

        return keys;
    }

    /// <summary>True where an extract says that no person holds the case: blank, an error of the spreadsheet, "unallocated", a duty
    /// tray.</summary>
    public static bool IsNobody(string? text)
    {
        var whole = Written.Fold(text).Trim(' ', '-', '.', '?', '*', '_', '/', '(', ')', '[', ']', '"', '\'');
        if (whole.Length == 0 || whole[0] == '#' || NobodyWords.Contains(whole)) return true;

        var name = TrailingNumber().Replace(Fold(text), "");
        if (name.Length == 0) return false;
        return NobodyWords.Contains(name) || NobodyEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal)) || IsOneWordTwice(name);
    }

    private static bool IsOneWordTwice(string name)
    {
        var words = name.Split(' ');
        return words.Length == 2 && words[0] == words[1] && NobodyWords.Contains(words[0]);
    }

    private static string FoldOnce(string folded)
    {
        var name = Written.Clean(Bracketed().Replace(folded, " "));
        if (name.Trim(' ', ',', '-').Length == 0) name = folded;
        name = Written.Clean(name.Replace('(', ' ').Replace(')', ' ').Replace('[', ' ').Replace(']', ' '));

        name = WithoutDashed(name.Trim(' ', '-', ',', ';'));
        name = InSpokenOrder(name);

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Exists(w => !Titles.Contains(w.TrimEnd('.')))) words.RemoveAll(w => Titles.Contains(w.TrimEnd('.')));
        return Written.Clean(string.Join(' ', words));
    }

    private static string WithoutDashed(string name)
    {
        var dash = name.IndexOf(" - ", StringComparison.Ordinal);
        if (dash < 0) return name;

        var (before, after) = (name[..dash], name[(dash + 3)..]);
        return Marks.Contains(before) || IsNumber(before) ? after : before;
    }

    private static string InSpokenOrder(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        if (parts.Count > 1) parts.RemoveAll(p => p.Any(char.IsAsciiDigit) && parts.Exists(q => !q.Any(char.IsAsciiDigit)));
        return parts.Count switch
        {
            0 => "",
            1 => parts[0],
            _ => parts[1] + " " + parts[0],
        };
    }

    private static bool IsNumber(string text) => NumberInText().Match(text) is { Success: true } number && number.Length == text.Length;

    [GeneratedRegex(@"\([^()]*\)?|\[[^\[\]]*\]?")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<![a-z0-9])[a-z]{0,3}[0-9]{3,12}(?![a-z0-9])")]
    private static partial Regex NumberInText();

    [GeneratedRegex(@" [0-9]{1,2}$")]
    private static partial Regex TrailingNumber();
}

using System.Text.RegularExpressions;
using Fairload.Core.Imports;

namespace Fairload.App.Imports.Sheets;

/// <summary>A value of a list of codes, however much of its code the sheet writes: "a) Yes", "a)Yes", "1 - Yes", "Yes", "Y".</summary>
internal static partial class CodedValue
{
    private static readonly Dictionary<string, bool> Answers = new()
    {
        ["yes"] = true,
        ["y"] = true,
        ["1"] = true,
        ["true"] = true,
        ["t"] = true,
        ["a"] = true,
        ["no"] = false,
        ["n"] = false,
        ["0"] = false,
        ["false"] = false,
        ["f"] = false,
        ["b"] = false,
    };

    private static readonly HashSet<string> Unknown =
        ["unknown", "u", "c", "not known", "not recorded", "not stated", "n/a", "na", "-", "?", "null", "none", "tbc"];

    /// <summary>Folded, without the letter or number in front of its name.</summary>
    public static string Bare(string text)
    {
        var folded = Written.Fold(text);
        var bare = Prefix().Replace(folded, "");
        return bare.Length == 0 ? folded.TrimEnd(')', '.', ' ') : bare;
    }

    public static bool? YesNo(string text, IReadOnlyDictionary<string, bool>? also)
    {
        var bare = Bare(text).TrimEnd('.');
        if (also is not null && also.TryGetValue(bare, out var own)) return own;
        return Answers.TryGetValue(bare, out var answer) ? answer : null;
    }

    public static bool IsUnknown(string text) => Unknown.Contains(Bare(text));

    [GeneratedRegex(@"^([a-z][).]|\([a-z]\)|[0-9]{1,2}\s*[-:)])\s*(?=\S)")]
    private static partial Regex Prefix();
}

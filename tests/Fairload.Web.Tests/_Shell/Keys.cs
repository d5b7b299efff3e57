using System.Text;
using System.Text.RegularExpressions;

namespace Fairload.Web.Tests._Shell;

/// <summary>Finds in the sources every key that the catalogue will be asked for.</summary>
internal static partial class Keys
{
    /// <summary>Key → the file where it first stands.</summary>
    public static SortedDictionary<string, string> InUse()
    {
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Sources("src/Fairload.Web", "*.cs", "*.cshtml"))
        {
            var text = Comment().Replace(File.ReadAllText(file), "");
            foreach (var match in Asked().Matches(text).Cast<Match>()) keys.TryAdd(Unescaped(match.Groups[1].Value), file);
            foreach (var match in Either().Matches(text).Cast<Match>())
            {
                keys.TryAdd(Unescaped(match.Groups[1].Value), file);
                keys.TryAdd(Unescaped(match.Groups[2].Value), file);
            }

            foreach (var match in Counted().Matches(text).Cast<Match>())
                keys.TryAdd(WelshWords.PluralKey(Unescaped(match.Groups[1].Value), Unescaped(match.Groups[2].Value)), file);
        }

        foreach (var file in Sources("src", "*.cs"))
        {
            var source = File.ReadAllText(file);
            foreach (var sentence in Sentences(source).Concat(OfRows(source))) keys.TryAdd(sentence, file);
        }

        return keys;
    }

    /// <summary>Catalogue look-ups whose key is not written where it is used, and so can not be found.</summary>
    public static IReadOnlyList<string> NotFindable() =>
    [
        .. Sources("src/Fairload.Web", "*.cs", "*.cshtml").Where(f => !f.EndsWith("Catalogue.cs", StringComparison.Ordinal))
            .SelectMany(f => Put().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetRelativePath(RepoRoot.Path, f)}: {m.Value}")),
    ];

    private static IEnumerable<string> Sources(string folder, params string[] kinds) =>
        kinds.SelectMany(kind => Directory.EnumerateFiles(Path.Combine(RepoRoot.Path, folder), kind, SearchOption.AllDirectories))
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The formats of <c>new Problem(field, $"…")</c> and of <c>new("field", $"…")</c>, as the compiler makes them.</summary>
    private static IEnumerable<string> Sentences(string source) => Said().Matches(source)
        .Select(match => Format(source, match.Index + match.Length)).OfType<string>();

    /// <summary>What is said of a row of a file, where rows are read: sentences that end as sentences do.</summary>
    private static IEnumerable<string> OfRows(string source) => !ReadsRows().IsMatch(source) ? []
        : Sentence().Matches(source).Select(match => Format(source, match.Index + 2)).OfType<string>().Where(s => s.EndsWith('.'));

    private static string? Format(string source, int at)
    {
        var format = new StringBuilder();
        for (var hole = 0; at < source.Length && source[at] != '"'; at++)
        {
            switch (source[at])
            {
                case '\\':
                    format.Append(Unescaped(source.Substring(at++, 2)));
                    break;
                case '{' or '}' when source[at + 1] == source[at]:
                    format.Append(source[at++], 2);
                    break;
                case '{':
                    at = HoleEnd(source, at, out var specified);
                    if (at < 0) return null;
                    format.Append('{').Append(hole++).Append(specified).Append('}');
                    break;
                default:
                    format.Append(source[at]);
                    break;
            }
        }

        return format.ToString();
    }

    // A hole ends at its own brace; what follows its own colon is its format. Brackets and strings inside are not its own.
    private static int HoleEnd(string source, int at, out string specified)
    {
        specified = "";
        var (depth, colon, quoted) = (0, -1, false);
        for (var i = at + 1; i < source.Length; i++)
        {
            if (source[i] == '"') quoted = !quoted;
            if (quoted) continue;
            if (source[i] == ':' && depth == 0 && colon < 0) colon = i;
            if (source[i] is '(' or '[' or '{') depth++;
            if ((source[i] is ')' or ']' or '}') && depth-- == 0)
            {
                if (colon > 0) specified = source[colon..i];
                return i;
            }
        }

        return -1;
    }

    private static string Unescaped(string literal) => Regex.Unescape(literal);

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("""\b(?:T|words|Words)\[\s*"((?:[^"\\]|\\.)*)"\s*[\],]""")]
    private static partial Regex Asked();

    [GeneratedRegex("""\b(?:T|words|Words)\[[^\]"$]*\?\s*"((?:[^"\\]|\\.)*)"\s*:\s*"((?:[^"\\]|\\.)*)"\s*[\],]""")]
    private static partial Regex Either();

    [GeneratedRegex("""
        \b(?:T|words|Words)\.Count\((?:[^"();]|\([^()]*\))*?(?:one:\s*)?"((?:[^"\\]|\\.)*)"\s*,\s*(?:other:\s*)?"((?:[^"\\]|\\.)*)"\s*[,)]
        """)]
    private static partial Regex Counted();

    [GeneratedRegex("""\bT\[\s*\$@?"[^"]*""")]
    private static partial Regex Put();

    [GeneratedRegex("""\b(?:new Problem|Problem|new)\(\s*(?:"[^"]*"|\$"[^"]*"|nameof\([^)]*\)|[\w.]+)\s*,\s*\$"(?!")""")]
    private static partial Regex Said();

    [GeneratedRegex("""\bnew RowProblem\(|\bSeverity\.(?:Error|Warning)\b|\brow\.(?:Warn|Error)\(""")]
    private static partial Regex ReadsRows();

    [GeneratedRegex("""(?<![@$])\$"(?=[A-Z“{])""")]
    private static partial Regex Sentence();
}

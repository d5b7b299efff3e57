using System.Text.RegularExpressions;

namespace Fairload.Web.Tests._Shell;

public sealed partial class Every_page_source
{
    // Names and marks that are the same in both languages.
    private static readonly HashSet<string> SameInBoth = ["Fairload"];

    public static TheoryData<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepoRoot.Path, "src/Fairload.Web"), "*.cshtml", SearchOption.AllDirectories)
        .Where(f => !f.Contains("node_modules", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(RepoRoot.Path, f))
        .Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Pages))]
    public void Says_nothing_that_is_not_in_the_catalogue(string page) =>
        Assert.Equal([], Literals(File.ReadAllText(Path.Combine(RepoRoot.Path, page))).Except(SameInBoth));

    [Theory, MemberData(nameof(Pages))]
    public void Has_no_inline_script_or_style(string page)
    {
        var source = File.ReadAllText(Path.Combine(RepoRoot.Path, page));

        Assert.DoesNotMatch(Inline(), source);
    }

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p>@T[\"Hello\"] you</p>", "you")]
    [InlineData("@if (a) { <p>Yes</p> } else { <p>@T[\"No\"]</p> }", "Yes")]
    [InlineData("<govuk-input for=\"X\" label=\"Your name\" />", "label=Your name")]
    [InlineData("<p>\n  Two\n  lines @Model.Name\n</p>", "Two lines")]
    public void Is_caught_when_it_does(string source, string found) => Assert.Equal([found], Literals(source));

    [Theory]
    [InlineData("<p>@T[\"Hello {0}\", Model.Name.Trim()] – @(1 > 2 ? T[\"a\"] : T[\"b\"])</p>")]
    [InlineData("@foreach (var x in Model.List.Where(y => y.Z > 3)) { <li class=\"a @x.B\">@x.Name(T)</li> }")]
    [InlineData("@{ var list = new List<string>(); }<govuk-input label=\"@T[\"Email\"]\" suffix=\"%\" />")]
    public void Is_left_alone_when_it_does_not(string source) => Assert.Empty(Literals(source));

    private static List<string> Literals(string source)
    {
        var text = Comment().Replace(source, "");
        text = Directive().Replace(text, "");
        text = WithoutCode(text);
        var said = Between().Matches(text).Select(m => m.Groups[1].Value).Where(s => !Statement().IsMatch(Entity().Replace(s, "")))
            .Concat(Spoken().Matches(text).Select(m => $"{m.Groups[1].Value}={m.Groups[2].Value}"));
        return [.. said.Select(s => Regex.Replace(Entity().Replace(s, ""), @"\s+", " ").Trim()).Where(s => s.Any(char.IsLetter))];
    }

    /// <summary>Takes out <c>@name.Of(what)[ever]</c> and <c>@(…)</c>, and the head of <c>@if (…)</c>, so that only markup is
    /// left.</summary>
    private static string WithoutCode(string text)
    {
        var kept = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '@' && !KeywordAt(text, i))
            {
                kept.Append(text[i]);
                continue;
            }

            var head = Head().Match(text, i);
            i = head.Success ? head.Index + head.Length : i + 1;
            while (i < text.Length && (Opens(text, i) || Member(text, i)))
            {
                i = Opens(text, i) ? Closed(text, i) : i + 1 + Word().Match(text, i + 1).Length;
            }

            i--;
        }

        return kept.ToString();
    }

    private static bool KeywordAt(string text, int i) => (i == 0 || char.IsWhiteSpace(text[i - 1])) && Keyword().IsMatch(text, i);

    private static bool Opens(string text, int i) => text[i] is '(' or '[' || (text[i] == '{' && i > 0 && text[i - 1] == '@');

    private static bool Member(string text, int i) => text[i] is '.' or '?' or '!' && i + 1 < text.Length
        && (char.IsLetter(text[i + 1]) || text[i + 1] == '.') && !char.IsWhiteSpace(text[i - 1]);

    private static int Closed(string text, int open)
    {
        var (depth, quoted) = (0, false);
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '"' && text[i - 1] != '\\') quoted = !quoted;
            else if (quoted) continue;
            else if (text[i] is '(' or '[' or '{') depth++;
            else if ((text[i] is ')' or ']' or '}') && --depth == 0) return i + 1;
        }

        return text.Length;
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*@(page|model|using|inject|namespace|addTagHelper|attribute|inherits)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\G@?(?:(?:else\s+)?(?:if|foreach|for|while|switch|using|lock)\b\s*|await\s+[\w.]+|section\s+\w+|else\b|[\w]*)")]
    private static partial Regex Head();

    [GeneratedRegex(@"\G(?:else\s+if|if|foreach|for|while|switch|else)\b\s*(?=[({\r\n])")]
    private static partial Regex Keyword();

    [GeneratedRegex(@"\G\.?\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:^|>)([^<>]*?)(?=<|$)", RegexOptions.Singleline)]
    private static partial Regex Between();

    private const string Attributes = "label|hint|summary|title|aria-label|alt|placeholder|suffix|prefix|legend|key|action|action-about";

    [GeneratedRegex($"""\b({Attributes})="([^"@/][^"@]*[A-Za-z][^"@]*)"(?=[\s/>])""")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"&#?\w+;")]
    private static partial Regex Entity();

    // What is left of C# inside a block: a statement, a brace, a case.
    [GeneratedRegex(@"[;={}]|=>|\bcase\b|\bdefault:")]
    private static partial Regex Statement();

    [GeneratedRegex(@"<style|\sstyle=|<script(?![^>]*\bsrc=)|\son[a-z]+=""|javascript:")]
    private static partial Regex Inline();
}

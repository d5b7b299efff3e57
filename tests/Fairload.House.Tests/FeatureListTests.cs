using System.Text.RegularExpressions;

namespace Fairload.House.Tests;

/// <summary>docs/features.md: each thing promised, where a person finds it, and the test that holds it. No row may name what is not
/// there.</summary>
public sealed partial class The_list_of_features
{
    private sealed record Row(string Promise, IReadOnlyList<string> Pages, IReadOnlyList<string> Commands, IReadOnlyList<string> Tests);

    private static readonly IReadOnlyList<Row> Rows = Read(Repository.Read("docs/features.md"));

    [Fact]
    public void Is_not_empty() => Assert.NotEmpty(Rows);

    [Fact]
    public void Names_a_test_for_every_promise() =>
        Repository.Finds(Rows.Where(r => r.Tests.Count == 0).Select(r => r.Promise), "Promises that no test holds:");

    [Fact]
    public void Names_only_pages_that_are_there()
    {
        var routes = Routes().Select(Blank).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Repository.Finds(Rows.SelectMany(r => r.Pages).Where(p => !routes.Contains(Blank(p))),
            "Pages in docs/features.md that are not in src/Fairload.Web:");
    }

    [Fact]
    public void Names_only_words_that_the_program_knows()
    {
        var sources =
            string.Concat(Repository.Sources.Where(f => f.StartsWith("src/Fairload.Web/", StringComparison.Ordinal))
            .Select(Repository.Read));
        Assert.NotEmpty(InTheGuide());
        Repository.Finds(
            from command in Rows.SelectMany(r => r.Commands).Concat(InTheGuide())
            from word in command.Split(' ').TakeWhile(w => char.IsAsciiLetterLower(w[0]))
            where !sources.Contains($"\"{word}\"", StringComparison.Ordinal)
            select $"fairload {command}: {word}",
            "Words in docs/features.md or docs/guide that the program does not know:");
    }

    [Fact]
    public void Names_only_tests_that_are_there()
    {
        var tests = Repository.Sources.Where(f => f.StartsWith("tests/", StringComparison.Ordinal)).Select(Repository.Read).ToList();
        Repository.Finds(Rows.SelectMany(r => r.Tests).Where(t => !tests.Any(source => Holds(source, t))),
            "Tests in docs/features.md that are not in tests/:");
    }

    [Theory]
    [InlineData("/teams/{id}", "/teams/{}")]
    [InlineData("/services/{name:maxlength(80)?}", "/services/{}")]
    public void Compares_routes_without_the_names_of_their_holes(string route, string blank) => Assert.Equal(blank, Blank(route));

    private static bool Holds(string source, string test)
    {
        var (subject, sentence) = (test.Split('.')[0], test.Split('.')[1]);
        return source.Contains($"class {subject}", StringComparison.Ordinal) && Regex.IsMatch(source, $@"\b{Regex.Escape(sentence)}\(");
    }

    private static IEnumerable<string> InTheGuide() =>
        from file in Repository.Files
        where file.StartsWith("docs/guide/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal)
        from code in Marked(Repository.Read(file))
        where Command().IsMatch(code)
        select Command().Replace(code, "");

    private static string Blank(string route) => Hole().Replace(route, "{}");

    /// <summary>A page's path is its folder and name, and what its first line adds; one that begins with a stroke stands for
    /// itself.</summary>
    private static IEnumerable<string> Routes()
    {
        foreach (var file in Repository.Files.Where(f => f.StartsWith("src/Fairload.Web/", StringComparison.Ordinal)
            && f.EndsWith(".cshtml", StringComparison.Ordinal)))
        {
            if (Page().Match(Repository.Read(file)) is not { Success: true } page) continue;
            var route = page.Groups[1].Value;
            var place = file["src/Fairload.Web".Length..^".cshtml".Length];
            if (place.EndsWith("/Index", StringComparison.Ordinal)) place = place[..^"/Index".Length];
            yield return route.StartsWith('/') ? route : route.Length == 0 ? place : $"{place}/{route}";
        }
    }

    private static List<Row> Read(string markdown)
    {
        var rows = new List<Row>();
        foreach (var line in markdown.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)))
        {
            var cells = line.Trim().Trim('|').Split('|');
            if (cells.Length != 4 || cells[0].Trim() == "Promise") continue;
            rows.Add(
                new(cells[0].Trim(), Marked(cells[1]),
                [.. Marked(cells[2]).Select(c => c.Replace("fairload ", "", StringComparison.Ordinal))], Marked(cells[3])));
        }

        return rows;
    }

    private static List<string> Marked(string cell) => [.. Code().Matches(cell).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(\./)?fairload ")]
    private static partial Regex Command();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("^@page(?:\\s+\"([^\"]*)\")?\\s*$", RegexOptions.Multiline)]
    private static partial Regex Page();
}

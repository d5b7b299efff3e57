using System.Text.RegularExpressions;

namespace Fairload.House.Tests;

public sealed partial class The_documents
{
    [Fact]
    public void Of_the_front_page_fit_in_150_lines() => Assert.InRange(Repository.Lines("README.md").Length, 20, 150);

    [Fact]
    public void Of_the_front_page_show_the_two_commands()
    {
        var blocks = Fenced().Matches(Repository.Read("README.md")).SelectMany(m => m.Groups[1].Value.Split('\n'))
            .Select(l => l.Split('#')[0].Trim()).ToList();

        Assert.Contains("./fairload demo", blocks);
        Assert.Contains("./build", blocks);
        Assert.True(Repository.Has("fairload") && Repository.Has("build"));
    }

    [Fact]
    public void Link_only_to_what_is_there() =>
        Repository.Finds(Links().Where(l => !Repository.Has(l.To)).Select(l => $"{l.From}: {l.To}"), "Links that lead nowhere:");

    [Fact]
    public void Link_to_one_another() =>
        Assert.True(Links().Count() > 5, "Hardly any link was found: is the pattern for links still right?");

    [Theory]
    [InlineData("README.md"), InlineData("CONTRIBUTING.md"), InlineData("CHANGELOG.md"), InlineData("SECURITY.md"), InlineData("LICENSE")]
    public void Every_project_owes_its_visitors_are_there(string file) => Assert.NotEmpty(Repository.Read(file));

    [Fact]
    public void Of_decisions_have_a_number_each_and_say_what_was_decided_and_why()
    {
        var decisions = Repository.Files.Where(f => f.StartsWith("docs/decisions/", StringComparison.Ordinal)).ToList();

        Assert.All(decisions, f => Assert.Matches(@"^docs/decisions/\d{4}-[a-z0-9-]+\.md$", f));
        Repository.Finds(
            decisions.GroupBy(f => Path.GetFileName(f)[..4]).Where(g => g.Count() > 1).Select(g => string.Join(", ", g)),
            "Decision notes with one number:");
        Repository.Finds(
            from file in decisions
            let text = Repository.Read(file)
            from part in new[] { "Accepted", "Context", "Decision", "Consequence" }
            where !text.Contains(part, StringComparison.Ordinal)
            select $"{file} has no {part}",
            "Decision notes lack a part:");
    }

    [Fact]
    public void Of_the_schema_have_a_number_each()
    {
        var scripts =
            Repository.Files.Where(f => f.StartsWith("src/Fairload.App/Schema/", StringComparison.Ordinal)
            && f.EndsWith(".sql", StringComparison.Ordinal));

        Assert.All(scripts, f => Assert.Matches(@"/\d{4}-[a-z0-9-]+(\.sqlite|\.postgres)?\.sql$", f));
        Repository.Finds(
            scripts.GroupBy(f => (Path.GetFileName(f)[..4], Engine(f))).Where(g => g.Count() > 1)
                .Select(g => string.Join(", ", g)),
            "Two scripts with one number run in an order nobody chose:");
    }

    [Fact]
    public void List_every_project_in_the_solution()
    {
        var solution = Repository.Read("Fairload.slnx");
        Repository.Finds(
            Repository.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)
            && !solution.Contains($"\"{f}\"", StringComparison.Ordinal)), "Not in Fairload.slnx:");
    }

    private static string Engine(string script) =>
        script.Contains(".sqlite.", StringComparison.Ordinal) ? "sqlite" : script.Contains(".postgres.", StringComparison.Ordinal)
            ? "postgres" : "";

    private static IEnumerable<(string From, string To)> Links() =>
        from file in Repository.Files
        where file.EndsWith(".md", StringComparison.Ordinal)
        from Match link in Link().Matches(WithoutCode(Repository.Read(file)))
        let target = link.Groups[1].Value
        where !target.Contains(':', StringComparison.Ordinal)
        let to = Path.GetFullPath(Path.Combine(RepoRoot.Path, Path.GetDirectoryName(file)!, target))
        select (file, Path.GetRelativePath(RepoRoot.Path, to));

    private static string WithoutCode(string markdown) => Fenced().Replace(markdown, "");

    [GeneratedRegex(@"\]\(([^)\s#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```[^\n]*\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();
}

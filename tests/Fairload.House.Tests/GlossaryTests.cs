using System.Text.RegularExpressions;

namespace Fairload.House.Tests;

public sealed partial class The_glossary
{
    [Fact]
    public void Has_every_feature_of_Core()
    {
        var features = Repository.Files.Where(f => f.StartsWith("src/Fairload.Core/", StringComparison.Ordinal)).Select(f => f.Split('/'))
            .Where(p => p.Length > 3).Select(p => p[2]);

        Repository.Finds(features.Where(f => !Glossary.Words().Contains(f)), "Features of Core that docs/glossary.md does not explain:");
    }

    [Fact]
    public void Stands_in_the_order_of_the_alphabet()
    {
        var words = Glossary.InOrder();
        Assert.Equal(words.Order(StringComparer.OrdinalIgnoreCase), words);
    }

    [Fact]
    public void Points_only_at_code_that_is_there() =>
        Repository.Finds(
            Repository.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal))
                .SelectMany(f => CodePath().Matches(Repository.Read(f)).Select(m => (f, Path: m.Groups[1].Value)))
                .Where(p => !Repository.Has($"src/{p.Path}")).Select(p => $"{p.f}: {p.Path}"),
            "Documents name code that is not there:");

    /// <summary>Paths such as <c>Fairload.Core/Caseload/Case.cs</c>, in code marks.</summary>
    [GeneratedRegex(@"`(?:src/)?(Fairload\.(?:Core|App|Web)/[\w/.-]+)`")]
    private static partial Regex CodePath();
}

internal static partial class Glossary
{
    /// <summary>The first column of the table: the words that the glossary explains.</summary>
    public static IReadOnlyList<string> InOrder() =>
        [.. Word().Matches(Repository.Read("docs/glossary.md")).Select(m => m.Groups[1].Value)];

    public static IReadOnlySet<string> Words() => InOrder().ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\| \*\*([^*]+)\*\* \|", RegexOptions.Multiline)]
    private static partial Regex Word();
}

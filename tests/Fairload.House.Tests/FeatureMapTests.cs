using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Fairload.House.Tests;

/// <summary>The picture in docs/architecture.md is the law; this reads both it and the compiled code.</summary>
public sealed partial class The_feature_map
{
    private sealed record Map(IReadOnlySet<string> Features, IReadOnlySet<(string From, string To)> Arrows);

    private static readonly Map Drawn = ReadPicture(Repository.Read("docs/architecture.md"));

    private static readonly Map Built = ReadCode(Compiled.Core, "Fairload.Core.");

    /// <summary>Folders that are no feature, each with what it is instead.</summary>
    private static readonly Dictionary<string, string> NoFeature = new()
    {
        ["Fairload.App/Schema"] = "the SQL scripts",
        ["Fairload.App/Store"] = "the data directory and the engines' habits",
        ["Fairload.App/Reference"] = "data files with their source",
        ["Fairload.Web/Serve"] = "starting the site, and what all commands share",
        ["Fairload.Web/GovUk"] = "tag helpers, one per component of the design system",
        ["Fairload.Web/_Shell"] = "layout, navigation, error pages",
        ["Fairload.App/Home"] = "what the first page brings together",
        ["Fairload.Web/Home"] = "the first page, and the pages about the program",
        ["Fairload.Web/Charts"] = "pictures that several features draw",
        ["Fairload.Web/Styles"] = "sources of the style sheet",
        ["Fairload.Web/wwwroot"] = "what is served as it stands",
    };

    [Fact]
    public void Draws_every_feature_of_Core_and_no_other() =>
        Assert.Equal(Built.Features.Order(), Drawn.Features.Order());

    [Fact]
    public void Allows_every_use_of_one_feature_by_another() =>
        Repository.Finds(Built.Arrows.Except(Drawn.Arrows).Select(Arrow), "Used in Core, but not on the map in docs/architecture.md:");

    [Fact]
    public void Has_no_arrow_that_the_code_does_not_need() =>
        Repository.Finds(Drawn.Arrows.Except(Built.Arrows).Select(Arrow), "On the map in docs/architecture.md, but not used in Core:");

    [Fact]
    public void Never_goes_round_in_a_circle() =>
        Repository.Finds(Drawn.Features.Where(f => Reaches(f, f, Drawn)), "These features reach themselves along the arrows:");

    [Fact]
    public void Notices_a_circle() =>
        Assert.True(Reaches("A", "A", ReadPicture("```mermaid\nflowchart LR\n  A --> B\n  B --> C\n  C --> A\n```")));

    [Fact]
    public void Gives_App_and_Web_their_folder_names()
    {
        var words = Glossary.Words();
        var folders = new[] { "Fairload.App", "Fairload.Web" }
            .SelectMany(ring => Repository.Files.Where(f => f.StartsWith($"src/{ring}/", StringComparison.Ordinal)))
            .Select(f => f.Split('/')).Where(p => p.Length > 3).Select(p => (Folder: $"{p[1]}/{p[2]}", Word: p[2]));

        Repository.Finds(
            folders.Where(f => !NoFeature.ContainsKey(f.Folder) && !Drawn.Features.Contains(f.Word) && !words.Contains(f.Word))
                .Select(f => f.Folder),
            "These folders are named neither for a feature of Core nor for a word of docs/glossary.md:");
    }

    private static string Arrow((string From, string To) arrow) => $"{arrow.From} --> {arrow.To}";

    private static bool Reaches(string from, string to, Map map)
    {
        var seen = new HashSet<string>();
        var next = new Queue<string>([from]);
        while (next.TryDequeue(out var here))
        {
            foreach (var (_, there) in map.Arrows.Where(a => a.From == here))
            {
                if (there == to) return true;
                if (seen.Add(there)) next.Enqueue(there);
            }
        }

        return false;
    }

    private static Map ReadPicture(string markdown)
    {
        var picture = Picture().Match(markdown).Groups[1].Value;
        Assert.NotEmpty(picture);
        var lines = picture.Split('\n').Select(l => l.Trim().Split(" --> ")).Where(l => l[0].Length > 0).ToList();
        return new(lines.SelectMany(l => l).ToHashSet(), lines.Where(l => l.Length == 2).Select(l => (l[0], l[1])).ToHashSet());
    }

    private static Map ReadCode(ModuleDefinition module, string root)
    {
        var types = module.GetTypes().ToList();
        var arrows = from type in types
                     let feature = Feature(type)
                     where feature is not null
                     from used in Compiled.Uses(type).Select(Feature)
                     where used is not null && used != feature
                     select (feature, used);
        return new(types.Select(Feature).OfType<string>().ToHashSet(), arrows.ToHashSet());

        string? Feature(TypeReference type)
        {
            var space = Compiled.Outermost(type).Namespace;
            return space.StartsWith(root, StringComparison.Ordinal) ? space[root.Length..].Split('.')[0] : null;
        }
    }

    [GeneratedRegex(@"```mermaid\s+flowchart LR\s+(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Picture();
}

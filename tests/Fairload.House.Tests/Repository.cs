namespace Fairload.House.Tests;

/// <summary>The files that people wrote, by their path from the root of the repository, with forward slashes.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["artifacts", "bin", "obj", "node_modules", ".git", ".vs", ".idea", "data", "TestResults"];

    public static IReadOnlyList<string> Files { get; } = [.. Under(RepoRoot.Path).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Sources => Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Full(file));

    public static string[] Lines(string file) => File.ReadAllLines(Full(file));

    public static string Full(string file) => Path.Combine(RepoRoot.Path, file);

    public static bool Has(string path) => File.Exists(Full(path)) || Directory.Exists(Full(path));

    /// <summary>Fails with the list of what was found, one a line.</summary>
    public static void Finds(IEnumerable<string> nothing, string elseSay)
    {
        var found = nothing.Distinct().ToList();
        Assert.True(found.Count == 0, $"{elseSay}\n  {string.Join("\n  ", found)}");
    }

    private static IEnumerable<string> Under(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var name = Path.GetRelativePath(RepoRoot.Path, file).Replace('\\', '/');
            if (name != ".git" && !name.Contains(".received.", StringComparison.Ordinal)) yield return name;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            if (Made.Contains(Path.GetFileName(inner)) || inner.EndsWith(Path.Combine("wwwroot", "styles"), StringComparison.Ordinal))
                continue;
            foreach (var file in Under(inner)) yield return file;
        }
    }
}

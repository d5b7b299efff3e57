using System.Text.Json;
using System.Xml.Linq;

namespace Fairload.House.Tests;

/// <summary>Everything that Fairload is built from may be used by a council and shipped beside MIT code. See docs/decisions/0008.</summary>
public sealed class Every_package_used
{
    /// <summary>By their SPDX names. "blessing" is the public domain dedication of SQLite.</summary>
    private static readonly string[] Allowed =
        ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "MS-PL", "PostgreSQL", "blessing"];

    /// <summary>Asks for its own changed files back, which is no matter for a tool that is not shipped.</summary>
    private static readonly string[] AllowedInTests = [.. Allowed, "MPL-2.0"];

    /// <summary>Packages whose own licence is a file or an address, read by a person.</summary>
    private static readonly Dictionary<string, string> ReadByAPerson = new(StringComparer.OrdinalIgnoreCase)
    {
        ["xunit.abstractions"] = "Apache-2.0",
        ["SourceGear.sqlite3"] = "blessing",
    };

    [Fact]
    public void In_what_is_shipped_has_a_licence_that_allows_it() =>
        Repository.Finds(Refused(Projects("src"), Allowed), "Not allowed in the program:");

    [Fact]
    public void In_tests_has_a_licence_that_allows_it() =>
        Repository.Finds(Refused(Projects("tests"), AllowedInTests), "Not allowed in tests:");

    [Fact]
    public void In_the_styles_has_a_licence_that_allows_it()
    {
        var locks = Repository.Files.Where(f => Path.GetFileName(f) == "package-lock.json").ToList();
        Repository.Finds(locks.SelectMany(NpmRefused), "Not allowed in the styles:");
        Assert.All(Repository.Files.Where(f => Path.GetFileName(f) == "package.json"),
            f => Assert.Contains(f.Replace("package.json", "package-lock.json", StringComparison.Ordinal), locks));
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MS-PL OR Apache-2.0", true)]
    [InlineData("(GPL-3.0-only OR MIT)", true)]
    [InlineData("MIT AND Apache-2.0", true)]
    [InlineData("MIT AND GPL-3.0-only", false)]
    [InlineData("AGPL-3.0-only", false)]
    [InlineData("SixLabors-Split-1.0", false)]
    [InlineData("", false)]
    public void Is_judged_by_its_licence(string licence, bool allowed) => Assert.Equal(allowed, IsAllowed(licence, Allowed));

    private static IEnumerable<string> Projects(string folder) =>
        Repository.Files.Where(f => f.StartsWith($"{folder}/", StringComparison.Ordinal) && f.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f));

    private static IEnumerable<string> Refused(IEnumerable<string> projects, string[] allowed)
    {
        foreach (var project in projects)
        {
            using var assets = JsonDocument.Parse(Repository.Read($"artifacts/obj/{project}/project.assets.json"));
            var stores = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(p => p.Name).ToList();
            foreach (var library in assets.RootElement.GetProperty("libraries").EnumerateObject()
                .Where(l => l.Value.GetProperty("type").GetString() == "package"))
            {
                var name = library.Name.Split('/')[0];
                var nuspec =
                    stores.Select(s => Path.Combine(s, library.Value.GetProperty("path").GetString()!, $"{name.ToLowerInvariant()}.nuspec"))
                    .First(File.Exists);
                var licence = ReadByAPerson.GetValueOrDefault(name) ?? Licence(nuspec);
                if (!IsAllowed(licence, allowed))
                    yield return $"{library.Name} ({(licence.Length == 0 ? "says no licence" : licence)}), used by {project}";
            }
        }
    }

    private static string Licence(string nuspec) =>
        XDocument.Load(nuspec).Descendants()
            .FirstOrDefault(e => e.Name.LocalName == "license" && e.Attribute("type")?.Value == "expression")?.Value ?? "";

    private static IEnumerable<string> NpmRefused(string file)
    {
        using var packages = JsonDocument.Parse(Repository.Read(file));
        foreach (var package in packages.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0))
        {
            var licence = package.Value.TryGetProperty("license", out var said) ? said.GetString() ?? "" : "";
            var inUse = !package.Value.TryGetProperty("dev", out var dev) || !dev.GetBoolean();
            if (!IsAllowed(licence, inUse ? Allowed : AllowedInTests)) yield return $"{package.Name} ({licence}), used by {file}";
        }
    }

    /// <summary>An SPDX expression of names with OR and AND, without brackets inside brackets.</summary>
    private static bool IsAllowed(string expression, string[] allowed) =>
        expression.Trim('(', ')', ' ').Split(" OR ")
            .Any(any => any.Trim('(', ')', ' ').Split(" AND ").All(all => allowed.Contains(all.Trim('(', ')', ' '))));
}

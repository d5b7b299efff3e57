using System.Text.RegularExpressions;

namespace Fairload.Web.Tests._Shell;

public sealed partial class Served_files
{
    private static readonly string Root = Path.Combine(RepoRoot.Path, "src/Fairload.Web/wwwroot");

    // What belongs to GOV.UK and may not be used elsewhere: its font, its crown, and its blues and greens, old and new.
    private static readonly string[] Theirs =
    [
        "GDS Transport", ".woff", "crown", "#1d70b8", "#003078", "#1a65a6", "#16548a", "#0f385c", "#5694ca", "#8eb8dc", "#d2e2f1",
        "#4c2c92", "#00703c", "#005a30", "#fd0;", "#ffdd00", "govuk-logotype",
    ];

    [Fact]
    public void Are_made_before_the_tests_run()
    {
        foreach (var made in new[] { "styles/site.css", "styles/govuk-frontend.min.js" })
        {
            Assert.True(File.Exists(Path.Combine(Root, made)), $"wwwroot/{made} is not there. Run ./build, which makes it with npm and sass.");
        }
    }

    [Fact]
    public void Hold_nothing_that_belongs_to_GOV_UK()
    {
        Are_made_before_the_tests_run();
        var found = from file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
                    let text = File.ReadAllText(file)
                    from theirs in Theirs
                    where text.Contains(theirs, StringComparison.OrdinalIgnoreCase) || Path.GetFileName(file)
                        .Contains(theirs, StringComparison.OrdinalIgnoreCase)
                    select $"{Path.GetRelativePath(Root, file)} holds {theirs}";

        Assert.Empty(found);
    }

    [Fact]
    public void Load_nothing_from_elsewhere() =>
        Assert.Empty(Addresses().Matches(File.ReadAllText(Path.Combine(Root, "styles/site.css"))).Select(m => m.Value));

    [Theory]
    [InlineData("#12436d", "#ffffff", 7)] // white on the header bar, and links on the page
    [InlineData("#0b0c0c", "#ffc845", 7)] // text where the focus is
    [InlineData("#5b2a72", "#ffffff", 7)] // visited links
    [InlineData("#505a5f", "#ffffff", 4.5)] // quiet text
    [InlineData("#8a3003", "#ffffff", 4.5)] // over
    [InlineData("#801650", "#ffffff", 4.5)] // full
    [InlineData("#14635b", "#ffffff", 4.5)] // in band
    [InlineData("#a8201a", "#ffffff", 4.5)] // a warning button
    [InlineData("#12436d", "#dfe8ef", 4.5)] // a tag
    public void Use_colours_that_can_be_read(string text, string ground, double atLeast)
    {
        var styles = File.ReadAllText(Path.Combine(Root, "styles/site.css"));

        Assert.Contains(text, styles, StringComparison.Ordinal);
        Assert.True(Contrast(text, ground) >= atLeast, $"{text} on {ground} has only {Contrast(text, ground):0.00}.");
    }

    // WCAG 2.2, relative luminance.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Luminance(string colour)
    {
        var parts = new[] { 1, 3, 5 }.Select(at => Convert.ToInt32(colour.Substring(at, 2), 16) / 255d)
            .Select(c => c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4)).ToArray();
        return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
    }

    [GeneratedRegex(@"url\((?!#|[""']?data:)[^)]*\)|@import")]
    private static partial Regex Addresses();
}

using System.Text.RegularExpressions;

namespace Fairload.House.Tests;

/// <summary>The habits in CONTRIBUTING.md that can be read off the text of a file.</summary>
public sealed partial class The_text_of_every_file
{
    /// <summary>Of the whole repository. The words are put together so that this file does not find itself.</summary>
    private static readonly (string Say, Regex Wrong)[] Anywhere =
    [
        ("left for later",
            new($@"\b({"TO"}DO|{"FIX"}ME|{"HA"}CK|{"XX"}X)\b|{"NotImplemented"}Exception|\bfor {"now"}\b", RegexOptions.CultureInvariant)),
        ("a path of one machine",
            new($@"(?<![\w.])/{"work"}/(main|shared|\.library)|/tmp/{"wt"}\b|(?<![\w.])/{"root"}/|/{"home"}/\w+/|[A-Z]:\\{"Users"}",
            RegexOptions.CultureInvariant)),
        ("the host of a package registry",
            new($@"{"nuget"}\.org|{"npmjs"}\.(org|com)|{"pypi"}\.org|deb\.{"debian"}\.org|registry\.{"yarnpkg"}",
            RegexOptions.CultureInvariant)),
    ];

    private static readonly (string Say, Regex Wrong)[] InSources =
    [
        ("a region", Region()),
        ("code that is commented out", CommentedOut()),
        ("a suppression without a reason beside it", PragmaWithoutReason()),
    ];

    [Fact]
    public void Is_short_enough_to_read_in_one_sitting() =>
        Repository.Finds(Measured().Select(f => (f, Repository.Lines(f).Length)).Where(f => f.Length > 300)
            .Select(f => $"{f.f} has {f.Length} lines"), "Over 300 lines:");

    [Fact]
    public void Has_lines_that_fit_a_screen() =>
        Repository.Finds(Measured().Where(f => !IsMarkup(f)).SelectMany(f => At(f, IsTooWide)), "Over 140 columns:");

    /// <summary>A sentence that people read is the key of its translation and stays in one piece: a long one counts as 60
    /// columns.</summary>
    [Theory]
    [InlineData(100, 0, false)]
    [InlineData(141, 0, true)]
    [InlineData(70, 130, false)]
    [InlineData(90, 130, true)]
    [InlineData(20, 230, true)]
    public void May_be_wider_only_by_a_sentence(int code, int text, bool tooWide)
    {
        var line = new string('x', code) + (text == 0 ? "" : "$\"" + new string('s', text) + "\"");
        Assert.Equal(tooWide, IsTooWide(line));
    }

    [Fact]
    public void Leaves_nothing_for_later_and_names_no_machine() => Repository.Finds(
        Repository.Files.Where(IsText).SelectMany(f => Anywhere.SelectMany(w => At(f, w.Wrong.IsMatch).Select(at => $"{at}: {w.Say}"))),
            "Found:");

    [Fact]
    public void Has_no_regions_no_dead_code_and_no_unexplained_suppressions() => Repository.Finds(
        Repository.Sources.SelectMany(f => InSources.SelectMany(w => At(f, w.Wrong.IsMatch).Select(at => $"{at}: {w.Say}"))), "Found:");

    [Fact]
    public void Lies_in_no_junk_drawer() =>
        Repository.Finds(Repository.Files.Where(f => f.Split('/')[..^1].Any(p => JunkDrawer().IsMatch(p))),
            "A folder is named for the field, never for what did not fit elsewhere:");

    [Theory]
    [InlineData("// " + "TO" + "DO: later")]
    [InlineData("It does so for " + "now.")]
    [InlineData("Data Source=/" + "work/shared/data/x.xlsx")]
    [InlineData("C:\\" + "Users\\ann")]
    [InlineData("https://api." + "nuget" + ".org/v3/index.json")]
    public void Is_caught_when_it_should_not_be_anywhere(string line) => Assert.Contains(Anywhere, w => w.Wrong.IsMatch(line));

    [Theory]
    [InlineData("    #" + "region Fields")]
    [InlineData("    /" + "/ var x = Load(worker);")]
    [InlineData("/" + "/ if (x == 1) {")]
    [InlineData("#" + "pragma warning disable CA1000")]
    public void Is_caught_when_it_should_not_be_in_a_source(string line) => Assert.Contains(InSources, w => w.Wrong.IsMatch(line));

    [Theory]
    [InlineData("// An absence that covers the visit; the next worker is asked.")]
    [InlineData("/// <summary>Todos los casos.</summary>")]
    [InlineData("a regional office for nowhere")]
    [InlineData("cd artifacts/wor" + "k/mainly")]
    public void Is_left_in_peace_otherwise(string line) =>
        Assert.DoesNotContain(Anywhere.Concat(InSources), w => w.Wrong.IsMatch(line));

    [Theory]
    [InlineData("Helpers", true)]
    [InlineData("Util", true)]
    [InlineData("commons", true)]
    [InlineData("Caseload", false)]
    [InlineData("Sharing", false)]
    public void Knows_a_junk_drawer_in_either_number(string folder, bool junk) => Assert.Equal(junk, JunkDrawer().IsMatch(folder));

    /// <summary>A sentence in a page is a key of the catalogue and stays in one piece, with the markup that it stands in.</summary>
    private static bool IsMarkup(string file) => Path.GetExtension(file) is ".cshtml";

    private static bool IsTooWide(string line) => line.Length > 240 || Sentence().Replace(line, new string('s', 60)).Length > 140;

    private static IEnumerable<string> Measured() =>
        Repository.Files.Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".sql" or ".scss" or ".js"
            && !f.Contains(".approved.", StringComparison.Ordinal));

    private static bool IsText(string file) =>
        Path.GetExtension(file) is "" or ".cs" or ".cshtml" or ".sql" or ".scss" or ".js" or ".md" or ".json" or ".props" or ".csproj"
            or ".slnx" or ".txt" or ".yml" or ".css" or ".csv" or ".svg";

    private static IEnumerable<string> At(string file, Func<string, bool> wrong) =>
        Repository.Lines(file).Select((line, n) => (line, n)).Where(l => wrong(l.line)).Select(l => $"{file}:{l.n + 1}");

    [GeneratedRegex(@"""(\\.|[^""\\]){61,}""")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\s*#region")]
    private static partial Regex Region();

    [GeneratedRegex(@"^\s*//(?!/)\s*(.*[\w)\]""]\s*;|.*\)\s*\{|[{}]+;?|(if|for|foreach|while|return|var|await|using)\s*\(.*)\s*$")]
    private static partial Regex CommentedOut();

    [GeneratedRegex(@"#pragma\s+warning\s+disable(?!.*//\s*\w)")]
    private static partial Regex PragmaWithoutReason();

    [GeneratedRegex(
        "^(common|shared|helper|util|utilit(y|ie)|misc|miscellaneou|extension|manager|stuff|other|general|generic|lib|tool|base)s?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex JunkDrawer();
}

using System.Text.Json;

namespace Fairload.Web.Tests.Imports.Commands;

public sealed class Importing_in_the_terminal : IDisposable
{
    private const int Many = 8_000;

    private readonly TheProgram _fairload = new();

    public void Dispose() => _fairload.Dispose();

    [Fact]
    public async Task Prints_what_was_done_as_json_and_nothing_else()
    {
        var staff =
            _fairload.File("staff.csv", "Staff number,Name,Team,Service,FTE", "1,Grace Adeyemi,Riverside,S,1",
            "2,Tom Bevan,Riverside,S,a lot");

        var said = await _fairload.Run("import", "staff", staff, "--json");

        Assert.Equal((0, ""), (said.Exit, said.Error));
        using var json = JsonDocument.Parse(said.Output);
        Assert.Equal(["read", "added", "changed", "unchanged", "missing", "conflicts", "problems"], json.RootElement.EnumerateObject()
            .Select(p => p.Name));
        Assert.Equal(2, json.RootElement.GetProperty("added").GetInt32());
        Assert.Equal(2, json.RootElement.GetProperty("read").EnumerateObject().Single().Value.GetInt32());
        var problems = json.RootElement.GetProperty("problems").EnumerateArray().ToList();
        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.Equal(["sheet", "row", "column", "severity", "message"], p.EnumerateObject().Select(f => f.Name)));
        Assert.Contains(problems, p => p.GetProperty("row").ValueKind == JsonValueKind.Number && p.GetProperty("row").GetInt32() == 3
            && p.GetProperty("message").GetString()!.Contains("a lot"));
        Assert.All(problems, p => Assert.Contains(p.GetProperty("severity").GetString(), new[] { "error", "warning" }));
    }

    [Fact]
    public async Task Only_looks_when_asked_to_then_does_it_and_takes_it_back()
    {
        var staff = _fairload.File("staff.csv", "Staff number,Name,Team,Service,FTE", "1,Grace Adeyemi,Riverside,S,1");
        Assert.Contains("Would be 1 added", (await _fairload.Run("import", "staff", staff, "--look")).Output);
        Assert.Contains("1 added", (await _fairload.Run("import", "staff", staff)).Output);
        Assert.Contains("1 unchanged", (await _fairload.Run("import", "staff", staff)).Output);
        Assert.Equal(0, (await _fairload.Run("import", "undo")).Exit);
        Assert.Equal(0, (await _fairload.Run("import", "undo")).Exit);
        Assert.Equal((2, "", "There is no import to undo."), await _fairload.Run("import", "undo", "--json") is var none
            ? (none.Exit, none.Output, none.Error.Trim()) : default);
        Assert.Contains("1 added", (await _fairload.Run("import", "staff", staff, "--look")).Output.Replace("Would be ", ""));
    }

    [Theory]
    [InlineData("There is no file", "import", "staff", "nowhere.csv", "--json")]
    [InlineData("is no date", "import", "staff", "colours.csv", "--as-of", "14/11/2026", "--json")]
    [InlineData("lies in the future", "import", "staff", "colours.csv", "--as-of", "2199-01-01", "--json")]
    [InlineData("colours.csv", "import", "staff", "colours.csv", "--json")]
    [InlineData("colours.csv", "import", "annex-a", "colours.csv", "--json")]
    [InlineData("colours.csv", "import", "scores", "colours.csv", "--json")]
    [InlineData("No matching is saved", "import", "cases", "colours.csv", "--matching", "Mosaic", "--json")]
    public async Task Ends_with_2_and_one_sentence_for_what_a_person_can_put_right(string sentence, params string[] words)
    {
        _fairload.File("colours.csv", "Colour,Shape", "red,round");
        var said = await _fairload.Run(words);
        Assert.Equal((2, ""), (said.Exit, said.Output));
        Assert.Contains(sentence, Assert.Single(said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task That_is_killed_has_happened_altogether_or_not_at_all()
    {
        var lines = Enumerable.Range(1, Many).Select(i => $"R-{i},child in need,Children,01/03/2026,Riverside,Person {i % 400}");
        var cases = _fairload.File("cases.csv", ["Case reference,Case type,Area,Start date,Team,Worker", .. lines]);
        Assert.Equal(0,
            (await _fairload.Run("import", "staff",
            _fairload.File("staff.csv", "Staff number,Name,Team,Service,FTE", "1,Grace Adeyemi,Riverside,S,1"))).Exit);

        foreach (var wait in new[] { 900, 1700, 2500 })
        {
            using var import = _fairload.Start("import", "cases", cases);
            await Task.Delay(wait);
            var wasEarly = !import.HasExited;
            if (wasEarly) import.Kill();
            await import.WaitForExitAsync();

            var check = await _fairload.Run("check");
            Assert.True(check.Exit == 0, check.Output + check.Error);
            using var look = JsonDocument.Parse((await _fairload.Run("import", "cases", cases, "--look", "--json")).Output);
            Assert.Contains((look.RootElement.GetProperty("added").GetInt32(), look.RootElement.GetProperty("unchanged").GetInt32()),
                new[] { (Many, 0), (0, Many) });
            if (!wasEarly) break;
        }
    }
}

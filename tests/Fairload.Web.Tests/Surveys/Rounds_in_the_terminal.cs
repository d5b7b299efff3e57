using System.Text.Json;
using Fairload.Web.Tests.Imports.Commands;

namespace Fairload.Web.Tests.Surveys;

public sealed class Rounds_in_the_terminal : IDisposable
{
    private readonly TheProgram _fairload = new();

    internal static DateOnly Today => TimeProvider.System.UkToday;

    public void Dispose() => _fairload.Dispose();

    [Fact]
    public async Task Are_planned_opened_told_of_and_closed()
    {
        await Staff();
        var planned = await Json(Plan("--floor", "5", "--background", "contract", "--merge", "Ash;Beech"));
        Assert.Equal("planned", planned.GetProperty("state").GetString());
        var counts = planned.GetProperty("counts");
        Assert.Equal((14, 1), (counts.GetProperty("people").GetInt32(), counts.GetProperty("agency").GetInt32()));
        Assert.Equal(1, counts.GetProperty("alone").GetInt32());
        Assert.Equal(["Ash, Beech"], counts.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("name").GetString()));
        var id = planned.GetProperty("id").GetString()!;

        Assert.Equal("open", (await Json("round", "open", id, "--site", "https://x.example")).GetProperty("state").GetString());
        Assert.Contains("open", (await _fairload.Run("round", "status")).Output, StringComparison.Ordinal);
        var open = await Json("round", "status", id);
        Assert.Equal(JsonValueKind.Null, open.GetProperty("answered").ValueKind);
        Assert.Equal("closed", (await Json("round", "close", id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Ask_questionnaires_that_go_out_as_a_file_and_come_back()
    {
        var file = Path.Combine(Path.GetDirectoryName(_fairload.File("here.txt", "x"))!, "pulse.json");
        Assert.Equal(0, (await _fairload.Run("survey", "export", "pulse", file)).Exit);
        Assert.Contains("is there already", (await _fairload.Run("survey", "export", "pulse", file)).Error, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("\"pulse\"", "\"own-pulse\"", StringComparison.Ordinal));
        Assert.Equal(0, (await _fairload.Run("survey", "import", file)).Exit);
        await File.WriteAllTextAsync(file, "{");
        var said = await _fairload.Run("survey", "import", file);

        Assert.Equal((2, ""), (said.Exit, said.Output));
        Assert.StartsWith("The file can not be read at", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_questionnaires_that_come_and_go_as_forms_of_other_programs()
    {
        var file = Path.Combine(Path.GetDirectoryName(_fairload.File("here.txt", "x"))!, "pulse.xlsx");
        Assert.Contains("fairload::theme", (await _fairload.Run("survey", "export", "pulse", file)).Output, StringComparison.Ordinal);
        var looked = await _fairload.Run("survey", "import", file, "--look");
        Assert.Equal((0, ""), (looked.Exit, looked.Error));
        Assert.Contains("Nothing is lost.", looked.Output, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..900]);
        var said = await _fairload.Run("survey", "import", file);

        Assert.Equal((2, ""), (said.Exit, said.Output));
        var sentence = Assert.Single(said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("is damaged", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stand_beside_figures_of_earlier_surveys()
    {
        const string rows = "year,question,value,answered,source\n2024,Was it good?,61,120,Elsewhere\n2024,Was it bad?,20,4,Elsewhere\n";
        var file = _fairload.File("earlier.csv", rows);
        var looked = await Json("results", "earlier", file, "--look");
        Assert.Equal((1, false), (looked.GetProperty("figures").GetInt32(), looked.GetProperty("isStored").GetBoolean()));
        Assert.StartsWith("Row 3 is about fewer than 10 people", looked.GetProperty("leftOut")[0].GetString(), StringComparison.Ordinal);
        var same = new[] { "results", "same", "pulse", "P1", "was it good" };
        Assert.Equal(2, (await _fairload.Run(same)).Exit);
        Assert.True((await Json("results", "earlier", file)).GetProperty("isStored").GetBoolean());
        Assert.Equal((0, ""), ((await _fairload.Run(same)).Exit, (await _fairload.Run(same)).Error));
        Assert.Equal(2, (await _fairload.Run("results", "earlier", _fairload.File("other.csv", "a,b\n1,2\n"))).Exit);
    }

    internal static string[] Plan(params string[] more) =>
    [
        "round", "plan", "--questionnaire", "pulse", "--mode", "personal-codes", "--opens", $"{Today:yyyy-MM-dd}", "--closes",
        $"{Today.AddDays(14):yyyy-MM-dd}", "--safe-person", "Ola Reed", .. more,
    ];

    private async Task<JsonElement> Json(params string[] words)
    {
        var said = await _fairload.Run([.. words, "--json"]);
        Assert.Equal((0, ""), (said.Exit, said.Error));
        return JsonDocument.Parse(said.Output).RootElement;
    }

    private Task Staff() => Staff(_fairload);

    internal static async Task Staff(TheProgram fairload)
    {
        var people = Enumerable.Range(1, 14)
            .Select(n => $"{n},Person {n},Social worker,{(n <= 6 ? "Ash" : "Beech")},S,1,{(n == 1 ? "Agency" : "Permanent")}");
        var file = fairload.File("staff.csv", ["Staff number,Name,Role,Team,Service,FTE,Employment type", .. people]);
        Assert.Equal(0, (await fairload.Run("import", "staff", file)).Exit);
    }
}

using System.Text.Json;
using Fairload.Web.Tests.Imports.Commands;

namespace Fairload.Web.Tests.Allocation;

public sealed class Sharing_out_in_the_terminal : IDisposable
{
    private const string Cases = "Case reference,Case type,Area,Start date,Team,Worker";

    private readonly TheProgram _fairload = new();

    public void Dispose() => _fairload.Dispose();

    [Fact]
    public async Task Gives_gap_and_bound_as_numbers_blocks_and_why_each_case_goes_on_waiting()
    {
        await Filled();
        var said = await _fairload.Run("allocate", "--team", "Riverside", "--seconds", "1", "--json");
        Assert.Equal((0, ""), (said.Exit, said.Error));
        using var json = JsonDocument.Parse(said.Output);
        var root = json.RootElement;
        var numbers = new[] { "gap", "gapOfHeaviest", "bound", "heaviestBefore", "heaviestAfter", "riskPlaced", "riskBound", "steps" };
        foreach (var number in numbers)
            Assert.Equal(JsonValueKind.Number, root.GetProperty(number).ValueKind);
        Assert.True(root.GetProperty("bound").GetDecimal() <= root.GetProperty("heaviestAfter").GetDecimal());
        Assert.InRange(root.GetProperty("gap").GetDouble(), 0, 1);

        var block = root.GetProperty("blocks").EnumerateArray().First();
        Assert.Equal(JsonValueKind.Number, block.GetProperty("percent").ValueKind);
        Assert.NotEmpty(block.GetProperty("people").EnumerateArray());
        Assert.False(string.IsNullOrEmpty(block.GetProperty("says").GetString()));

        var left = root.GetProperty("unplaced").EnumerateArray().Single(u => u.GetProperty("case").GetString() == "R-2");
        Assert.Equal(0, left.GetProperty("could").GetInt32());
        Assert.Equal("nobody may hold it by the rules", left.GetProperty("why").GetString());
        Assert.Equal(2, left.GetProperty("rules").GetProperty("not-qualified").GetInt32());
        Assert.Equal(["R-1"], root.GetProperty("assignments").EnumerateArray().Select(a => a.GetProperty("case").GetString()));
        Assert.Equal(2, root.GetProperty("loads").GetArrayLength());
    }

    [Fact]
    public async Task Tells_what_moves_buy_with_the_evenness_of_each_point()
    {
        await Filled();
        var said = await _fairload.Run("frontier", "--team", "Riverside", "--json");
        Assert.Equal((0, ""), (said.Exit, said.Error));
        using var json = JsonDocument.Parse(said.Output);
        Assert.All(json.RootElement.EnumerateArray(), p => Assert.Equal(
            ["moves", "heaviest", "bought", "evenness"], p.EnumerateObject().Select(f => f.Name)));
    }

    private async Task Filled()
    {
        var staff = _fairload.File("staff.csv", "Staff number,Name,Role,Team,Service,FTE", "1,Grace Adeyemi,Support worker,Riverside,S,1",
            "2,Tom Bevan,Support worker,Riverside,S,1");
        var cases = _fairload.File("cases.csv", Cases, "R-1,fostering,Children,01/03/2026,Riverside,",
            "R-2,section 47,Children,01/03/2026,Riverside,", "R-3,child in need,Children,01/03/2026,Riverside,Grace Adeyemi");
        foreach (var (kind, file) in new[] { ("staff", staff), ("cases", cases) })
            Assert.Equal(0, (await _fairload.Run("import", kind, file)).Exit);
    }
}

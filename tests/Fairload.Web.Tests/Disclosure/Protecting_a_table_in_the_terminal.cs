using System.Text.Json;
using Fairload.Web.Tests.Imports.Commands;

namespace Fairload.Web.Tests.Disclosure;

/// <summary><c>fairload disclosure</c> as an analyst meets it.</summary>
public sealed class Protecting_a_table_in_the_terminal : IDisposable
{
    private readonly TheProgram _fairload = new();

    public void Dispose() => _fairload.Dispose();

    [Fact]
    public async Task Hides_what_would_give_a_small_team_away_and_says_why()
    {
        var table = _fairload.File("teams.csv", "team,count", "Ash,20", "Elm,12", "Oak,4", "Yew,30");
        var units = _fairload.File("units.csv", "child,parent", "Ash,North", "Elm,North", "Oak,North", "Yew,South");

        var said = await _fairload.RunWithoutData("disclosure", "protect", table, "--floor", "10", "--hierarchy", $"team={units}");

        Assert.Equal((0, ""), (said.Exit, said.Error));
        Assert.Equal(
            [
                "team,count,why hidden", "Total,66,", "North,36,", "South,30,", "Yew,30,", "Ash,20,",
                "Elm,[c],\"With the other figures shown here, a group of fewer than 10 people could be worked out.\"",
                "Oak,[c],Fewer than 10 people of this group answered.",
                "# 5 shown, 2 hidden. Proved: 5 groups held against each other, earlier releases with them; no group of fewer than 10 people can be worked out from them.",
                "",
            ],
            said.Output.ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task Refuses_what_is_not_proved_in_the_time_given()
    {
        var table = _fairload.File("teams.csv", "team,count", "Ash,20", "Elm,12", "Oak,4", "Yew,30");

        var said = await _fairload.RunWithoutData("disclosure", "protect", table, "--seconds", "0");

        Assert.Equal((2, ""), (said.Exit, said.Output));
        Assert.Contains("Not proved that no group of fewer than 10 people", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_a_file_and_json_without_any_hidden_count()
    {
        string[] people = ["team,role", .. Enumerable.Repeat("Ash,duty", 14), .. Enumerable.Repeat("Ash,court", 3)];
        var table = _fairload.File("people.csv", people);
        var to = Path.Combine(_fairload.Folder, "out.csv");

        var said = await _fairload.RunWithoutData("disclosure", "protect", table, "--out", to, "--json");

        Assert.Equal((0, ""), (said.Exit, said.Error));
        var groups = JsonDocument.Parse(said.Output).RootElement.GetProperty("groups").EnumerateArray()
            .Select(g => g.GetProperty("count").GetString());
        Assert.Equal(["17", "17", "[c]", "[c]", "[c]", "[c]"], groups);
        Assert.DoesNotContain(",3,", await File.ReadAllTextAsync(to), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("team,count|Ash,2.5", "Line 2 has \"2.5\" as count: write a whole number from 0 to 10000000")]
    [InlineData("team,count|Ash,-2", "Line 2 has \"-2\" as count: write a whole number from 0 to 10000000")]
    [InlineData("team,count|Ash,1000000000", "Line 2 has \"1000000000\" as count: write a whole number from 0 to 10000000")]
    [InlineData("team,count|Ash,12|Ash,13", "Line 3 has the same values as line 2: give each cell once")]
    [InlineData("team,count|Ash,12|,13", "Line 3 has no team: write a value, and be it \"not said\"")]
    [InlineData("team,team,count|Ash,Ash,12", "table.csv has two columns called team: give each a name of its own")]
    public async Task Refuses_a_table_with_a_mistake_and_names_the_line(string lines, string says)
    {
        var table = _fairload.File("table.csv", lines.Split('|'));

        var said = await _fairload.RunWithoutData("disclosure", "protect", table);

        Assert.Equal(2, said.Exit);
        Assert.Contains(says, said.Error, StringComparison.Ordinal);
        Assert.Equal("", said.Output);
    }

    [Theory]
    [InlineData("Ash,North|Ash,South", "Line 2 of team: Ash lies under North and under South; it can lie under one only")]
    [InlineData("Ash,North|North,Ash", "In team, Ash lies under itself: take one of the lines of the loop out")]
    [InlineData("Ash,North|,North", "Line 2 of team has no name: every line names what lies under what")]
    [InlineData("Elm,North", "Line 2: Ash is not in the hierarchy of team: add it there")]
    public async Task Refuses_a_hierarchy_with_a_mistake_and_names_the_line(string lines, string says)
    {
        var table = _fairload.File("table.csv", "team,count", "Ash,12");
        var units = _fairload.File("units.csv", lines.Split('|'));

        var said = await _fairload.RunWithoutData("disclosure", "protect", table, "--hierarchy", $"team={units}");

        Assert.Equal((2, ""), (said.Exit, said.Output));
        Assert.Contains(says, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_floor_under_five_and_a_file_that_is_not_there()
    {
        var low = await _fairload.RunWithoutData("disclosure", "protect", _fairload.File("t.csv", "team,count", "Ash,12"), "--floor", "4");
        var none = await _fairload.RunWithoutData("disclosure", "protect", Path.Combine(_fairload.Folder, "none.csv"));

        Assert.Equal((2, "The floor is 4: give at least 5, so that nobody stands out in so small a group"), (low.Exit, low.Error.Trim()));
        Assert.Equal(2, none.Exit);
        Assert.Contains("none.csv can not be read", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audits_an_empty_ledger_and_knows_no_chain_in_it()
    {
        var all = await _fairload.Run("disclosure", "audit", "--all");
        var one = await _fairload.Run("disclosure", "audit", "--chain", "staff");

        Assert.Equal((0, "Nothing was let out yet."), (all.Exit, all.Output.Trim()));
        Assert.Equal((2, "Nothing was let out of staff."), (one.Exit, one.Error.Trim()));
    }
}

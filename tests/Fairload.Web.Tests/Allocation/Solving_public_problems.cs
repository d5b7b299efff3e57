using System.Globalization;
using System.Text.RegularExpressions;
using Fairload.Web.Tests.Imports.Commands;

namespace Fairload.Web.Tests.Allocation;

/// <summary><c>fairload bench gap|prob069|roadef</c> as somebody who compares solvers meets it. The problems are small and ours.</summary>
public sealed partial class Solving_public_problems : IDisposable
{
    private readonly TheProgram _fairload = new();

    public void Dispose() => _fairload.Dispose();

    [Fact]
    public async Task Gives_each_job_an_agent_and_ends_with_the_figures()
    {
        var jobs = _fairload.File("jobs", "2 3", "1 9 4", "5 2 6", "3 3 3", "3 3 3", "6 3");
        var answer = Path.Combine(_fairload.Folder, "answer");

        var said = await _fairload.RunWithoutData("bench", "gap", jobs, "--seconds", "0.5", "--seed", "7", "--out", answer);

        Assert.Equal((0, ""), (said.Exit, said.Error));
        var figures = Figures(said.Output);
        Assert.Equal((7, 7, 0), (figures.Objective, figures.Bound, figures.Gap));
        Assert.Equal(["0", "1", "0"], await File.ReadAllLinesAsync(answer));
    }

    [Fact]
    public async Task Shares_patients_evenly_and_proves_it()
    {
        var wards = _fairload.File("wards", "1 2", "1 3 105", "4 5 4 3 2");

        var said = await _fairload.RunWithoutData("bench", "prob069", wards);

        Assert.Equal((0, ""), (said.Exit, said.Error));
        var figures = Figures(said.Output);
        Assert.Equal((98, 98, 0), (figures.Objective, figures.Bound, figures.Gap));
    }

    [Fact]
    public async Task Moves_processes_where_it_pays_and_writes_where_they_stand()
    {
        // One resource, two machines, both processes on the first: over its safe level by 5, and a move costs 1.
        var model = _fairload.File(
            "model", "1", "0 10", "2", "0 0 10 5 0 1", "0 1 10 5 1 0", "2", "0 0", "0 0", "2", "0 5 1", "1 5 1", "0", "1 1 1");
        var start = _fairload.File("start", "0 0");
        var answer = Path.Combine(_fairload.Folder, "answer");

        var said = await _fairload.RunWithoutData("bench", "roadef", model, start, "--seconds", "0.5", "--out", answer);

        Assert.Equal((0, ""), (said.Exit, said.Error));
        var figures = Figures(said.Output);
        Assert.InRange(figures.Objective, figures.Bound, 3);
        Assert.Equal(["0", "1"], (await File.ReadAllTextAsync(answer)).Trim().Split(' ').Order());
    }

    [Theory]
    [InlineData("There is no file", "bench", "gap", "nowhere")]
    [InlineData("is not a whole number", "bench", "gap", "rubbish")]
    [InlineData("is not a whole number", "bench", "prob069", "rubbish")]
    [InlineData("is not a whole number", "bench", "roadef", "rubbish", "rubbish")]
    [InlineData("need 14 more numbers", "bench", "gap", "short")]
    [InlineData("--seconds must be more than 0", "bench", "gap", "one", "--seconds", "0")]
    [InlineData("No assignment within the capacities", "bench", "gap", "full", "--seconds", "0.2")]
    public async Task Ends_with_2_and_a_sentence_for_a_file_that_holds_no_problem(string sentence, params string[] words)
    {
        _fairload.File("rubbish", "Once upon a time");
        _fairload.File("short", "2 3", "1 2");
        _fairload.File("one", "1 1", "1", "1", "1");
        _fairload.File("full", "1 1", "1", "2", "1");

        var said = await _fairload.RunWithoutData(words);

        Assert.Equal((2, ""), (said.Exit, said.Output));
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The assignment breaks a rule: Machine 0 has 10 of resource 0 and 11 are used, moves included", "model", "crowded")]
    [InlineData("The file ends before the machine of process 1", "model", "short")]
    [InlineData("1 numbers follow after the assignment is complete", "model", "long")]
    [InlineData("9 processes need more numbers than", "cut", "start")]
    public async Task Refuses_a_reassignment_that_can_not_start_and_writes_nothing(string sentence, string model, string start)
    {
        string[] head = ["1", "0 10", "2", "0 0 10 5 0 1", "0 1 12 5 1 0", "2", "0 0", "0 0"];
        _fairload.File("model", [.. head, "2", "0 5 1", "1 6 1", "0", "1 1 1"]);
        _fairload.File("cut", [.. head, "9", "0 5 1", "1 6 1", "0", "1 1 1"]);
        _fairload.File("start", "0 1");
        _fairload.File("crowded", "0 0");
        _fairload.File("short", "0");
        _fairload.File("long", "0 1 1");
        var answer = Path.Combine(_fairload.Folder, "answer");

        var said = await _fairload.RunWithoutData("bench", "roadef", model, start, "--seconds", "0.2", "--out", answer);

        Assert.Equal((2, ""), (said.Exit, said.Output));
        Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(answer));
    }

    private static (long Objective, long Bound, double Gap) Figures(string output)
    {
        var last = LastLine().Match(output.TrimEnd().Split('\n')[^1].Trim());
        Assert.True(last.Success, output);
        return (Long(1), Long(2), double.Parse(last.Groups[3].Value, CultureInfo.InvariantCulture));

        long Long(int group) => long.Parse(last.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^objective=(-?\d+) bound=(-?\d+) gap=(\d+(?:\.\d+)?) seconds=\d+(?:\.\d+)?$")]
    private static partial Regex LastLine();
}

using Fairload.Core.Allocation.Assignment;

namespace Fairload.Core.Tests.Allocation.Assignment;

public sealed class A_text_of_agents_and_jobs
{
    private const string Two = "2 3\n1 2 3\n4 5 6\n7 8 9\n1 1 2\n10 11\n";

    [Fact]
    public void Gives_costs_weights_and_capacities_row_by_row()
    {
        Assert.True(GeneralAssignmentText.Read(Two).Try(out var read, out _));

        var asked = Assert.Single(read);
        Assert.Equal((2, 3), (asked.Agents, asked.Jobs));
        Assert.Equal((6, 8, 11), (asked.Cost(1, 2), asked.Weight(0, 1), asked.Capacity(1)));
    }

    [Fact]
    public void May_break_its_lines_anywhere()
    {
        var broken = Two.Replace('\n', ' ').Replace(" ", "\r\n ", StringComparison.Ordinal);

        Assert.True(GeneralAssignmentText.Read(broken).Try(out var read, out _));
        Assert.Single(read);
    }

    [Fact]
    public void May_hold_several_problems()
    {
        Assert.True(GeneralAssignmentText.Read($"2\n{Two}1 1 5 6 7").Try(out var read, out _));
        Assert.Equal([3, 1], read.Select(r => r.Jobs));
    }

    [Theory]
    [InlineData("", "The file ends before the number of agents")]
    [InlineData("2 x", "Line 1: “x” is not a whole number")]
    [InlineData("2 1\n1.5", "Line 2: “1.5” is not a whole number")]
    [InlineData("2 3\n1 2", "Line 1: 2 agents with 3 jobs need 14 more numbers, and 2 follow")]
    [InlineData("10000 1000000", "Line 1: 10000 agents with 1000000 jobs need 20000010000 more numbers, and 0 follow")]
    [InlineData("0 3", "Line 1: the number of agents is 0, and must be between 1 and 10000")]
    [InlineData("1 1\n1\n-2\n3", "Line 3: a weight of agent 0 is -2, and must be between 0 and 1000000")]
    [InlineData("1 1\n1\n2\n3\n4 5", "Line 5: 2 numbers follow after the problem is complete")]
    [InlineData("99999999999999999999", "Line 1: “99999999999999999999” is not a whole number")]
    public void Is_refused_with_the_line_and_what_is_wrong(string text, string says)
    {
        Assert.False(GeneralAssignmentText.Read(text).Try(out _, out var problems));
        Assert.Equal(says, Assert.Single(problems).Message);
    }
}

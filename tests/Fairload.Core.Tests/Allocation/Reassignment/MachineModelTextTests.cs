using Fairload.Core.Allocation.Reassignment;

namespace Fairload.Core.Tests.Allocation.Reassignment;

public sealed class A_text_of_machines_and_processes
{
    private const string Head = "2\n1 100\n0 10\n";
    private const string Machines = "2\n0 0 30 400 16 80 0 1\n1 1 10 240 8 160 1 0\n";
    private const string Rest = "2\n2 0\n1 1 0\n3\n0 12 10 1000\n0 10 20 100\n1 6 200 1\n1\n0 1 20\n10\n1 10 100\n";

    private const string Huge = "1\n0 1000000\n1\n0 0 1000000000000 1 0\n1\n0 0\n1\n0 1 0\n0\n0 0 0\n";

    [Fact]
    public void Gives_every_part_of_the_model()
    {
        Assert.True(MachineModelText.Read(Head + Machines + Rest, "0 1 0").Try(out var model, out _));

        Assert.Equal([true, false], model.Resources.Select(r => r.IsTransient));
        Assert.Equal((1, 240L, 160L, 1), (
            model.Machines[1].Neighbourhood, model.Machines[1].Capacities[1], model.Machines[1].SafeLevels[1], model.Machines[1].WayTo[0]));
        Assert.Equal([0], model.Services[1].DependsOn);
        Assert.Equal((1, 200L, 1L), (model.Processes[2].Service, model.Processes[2].Needs[1], model.Processes[2].MoveCost));
        Assert.Equal(new(0, 1, 20, 10), Assert.Single(model.Aims));
        Assert.Equal((1, 10, 100), (model.ProcessMoveWeight, model.ServiceMoveWeight, model.MachineMoveWeight));
        Assert.Equal([0, 1, 0], model.Initial);
    }

    [Theory]
    [InlineData("", "0 1 0", "The file ends before the number of resources")]
    [InlineData(Head + "9999\n0 0", "0 1 0", "Line 4: 9999 machines need more numbers than the 2 that follow")]
    [InlineData(Head + Machines + "1\n1 1 3", "0 1 0", "Line 8: what service 0 depends on is 3, and must be between 0 and 0")]
    [InlineData(Head + Machines + Rest + "5", "0 1 0", "Line 18: 1 numbers follow after the model is complete")]
    [InlineData(Huge, "0", "The costs are too large to be added exactly: use larger units")]
    [InlineData(Head + Machines + Rest, "0 1", "The file ends before the machine of process 2")]
    [InlineData(Head + Machines + Rest, "0 1 2", "Line 1: the machine of process 2 is 2, and must be between 0 and 1")]
    [InlineData(Head + Machines + Rest, "0 1 1 1", "Line 1: 1 numbers follow after the assignment is complete")]
    public void Is_refused_with_the_line_and_what_is_wrong(string model, string assignment, string says)
    {
        Assert.False(MachineModelText.Read(model, assignment).Try(out _, out var problems));
        Assert.Equal(says, Assert.Single(problems).Message);
    }
}

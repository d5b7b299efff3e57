using Fairload.Core.Allocation.Reassignment;

namespace Fairload.Core.Tests.Allocation.Reassignment;

public sealed class Checking_a_reassignment
{
    private static readonly Service Free = new(1, []);

    [Fact]
    public void Adds_loads_balance_and_moves()
    {
        // 6 of resource 0 on machine 1 are 1 over its safe level of 5: 10. The balance lacks nowhere but on the empty machines.
        var model = SmallEstates.Plain([Free], new Process(0, [6, 4], 3));
        var verdict = ReassignmentChecker.Check(model, [1]);

        // Free there: 4 and 16, and 2 × 4 - 16 lacks nothing; on each empty one 2 × 10 - 20 lacks nothing. Moves: 3 + 7 × 2 + 100.
        Assert.Equal(10 + 3 + 14 + 100, verdict.Cost);
        Assert.True(verdict.IsAllowed);
    }

    [Fact]
    public void Counts_what_lacks_of_a_balance()
    {
        var model = SmallEstates.Plain([Free], new Process(0, [0, 6], 3));

        // On machine 0 there are 10 and 14 free: 2 × 10 - 14 lacks 6, three times.
        Assert.Equal(18, ReassignmentChecker.Check(model, [0]).Cost);
    }

    [Fact]
    public void Refuses_a_machine_beyond_its_capacity() =>
        Breaks(SmallEstates.Plain([Free, Free], new(0, [0, 11], 1), new(1, [0, 11], 1)), [0, 0],
            "Machine 0 has 20 of resource 1 and 22 are used, moves included");

    [Fact]
    public void Counts_what_a_move_still_uses_where_it_came_from() =>
        Breaks(SmallEstates.Plain([Free, Free], new(0, [6, 0], 1), new(1, [6, 0], 1)), [1, 0],
            "Machine 0 has 10 of resource 0 and 12 are used, moves included");

    [Fact]
    public void Refuses_two_processes_of_a_service_on_one_machine() =>
        Breaks(SmallEstates.Plain([Free], new(0, [1, 1], 1), new(0, [1, 1], 1)), [2, 2], "Service 0 has two processes on one machine");

    [Fact]
    public void Refuses_a_service_in_too_few_locations() =>
        Breaks(SmallEstates.Plain([new(2, [])], new Process(0, [1, 1], 1)), [0], "Service 0 is in 1 locations and needs 2");

    [Fact]
    public void Refuses_a_service_far_from_what_it_depends_on() =>
        Breaks(
            SmallEstates.Plain([new(1, [1]), Free], new(0, [1, 1], 1), new(1, [1, 1], 1)), [2, 0],
            "Service 0 is in neighbourhood 1 without service 1, which it depends on");

    private static void Breaks(MachineModel model, int[] machineOf, string says) =>
        Assert.Contains(says, ReassignmentChecker.Check(model, machineOf).Broken);
}

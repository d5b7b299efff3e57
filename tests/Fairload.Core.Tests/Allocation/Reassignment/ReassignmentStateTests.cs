using Fairload.Core.Allocation.Reassignment;

namespace Fairload.Core.Tests.Allocation.Reassignment;

/// <summary>Whatever is asked, the state says what the checker says, which shares no code with it.</summary>
public sealed class An_assignment_in_the_midst_of_a_search
{
    [Fact]
    public void Knows_what_a_move_changes_and_whether_a_rule_forbids_it() => EachTry((state, model, chance) =>
    {
        var (process, to) = (chance.Next(state.On.Length), chance.Next(model.Machines.Count));
        if (state.On[process] == to) return;

        int[] after = [.. state.On];
        after[process] = to;
        var verdict = Check(state, model, after);
        var change = state.Moving(process, to, double.PositiveInfinity);
        Assert.Equal(verdict.IsAllowed, change < ReassignmentState.Never);
        if (!verdict.IsAllowed) return;
        Assert.Equal(verdict.Cost, state.Cost + change);
        state.Move(process, to);
        Assert.Equal(verdict.Cost, state.Cost);
    });

    /// <summary>It may refuse an exchange that is allowed, where one service depends on the other, and never the other way round.</summary>
    [Fact]
    public void Knows_what_an_exchange_changes_and_makes_none_that_a_rule_forbids() => EachTry((state, model, chance) =>
    {
        var (process, other) = (chance.Next(state.On.Length), chance.Next(state.On.Length));
        int[] after = [.. state.On];
        (after[process], after[other]) = (after[other], after[process]);
        var verdict = Check(state, model, after);
        var change = state.Swapping(process, other, double.PositiveInfinity);
        if (change >= ReassignmentState.Never)
        {
            if (verdict.IsAllowed && state.On[process] != state.On[other])
                Assert.True(MayBeRefused(model, ServiceOf(state, model, process), ServiceOf(state, model, other)));
            return;
        }

        Assert.True(verdict.IsAllowed);
        Assert.Equal(verdict.Cost, state.Cost + change);
        state.Swap(process, other);
        Assert.Equal(verdict.Cost, state.Cost);
    });

    [Fact]
    public void Says_no_change_that_is_not_below_the_limit() => EachTry((state, model, chance) =>
    {
        var (process, to) = (chance.Next(state.On.Length), chance.Next(model.Machines.Count));
        var change = state.Moving(process, to, double.PositiveInfinity);
        if (change >= ReassignmentState.Never) return;

        Assert.Equal(ReassignmentState.Never, state.Moving(process, to, change));
        Assert.Equal(change, state.Moving(process, to, change + 1));
        state.Move(process, to);
    });

    [Fact]
    public void Charges_what_moved_processes_leave_taken_and_leaves_it_out_of_the_cost() => EachTry((state, model, chance) =>
    {
        var (process, to) = (chance.Next(state.On.Length), chance.Next(model.Machines.Count));
        var plain = state.Moving(process, to, double.PositiveInfinity);
        var part = chance.Next(3);
        state.Charge(part);
        var charged = state.Moving(process, to, double.PositiveInfinity);
        if (plain < ReassignmentState.Never)
        {
            var (need, home) = (model.Processes[state.Order[process]], model.Initial[state.Order[process]]);
            var left = part * model.Resources.Select((r, n) => r.IsTransient ? r.LoadWeight * need.Needs[n] : 0).Sum();
            Assert.Equal(plain + (state.On[process] == home ? left : to == home ? -left : 0), charged);
            state.Move(process, to);
        }

        Assert.Equal(Check(state, model, state.On).Cost, state.Cost);
        state.Charge(0);
        Assert.Equal(Check(state, model, state.On).Cost, state.Cost);
    });

    [Fact]
    public void Tells_when_a_machine_that_was_not_asked_has_no_room()
    {
        var state = new ReassignmentState(SmallEstates.Plain([new(1, []), new(1, [])], new(0, [6, 0], 1), new(1, [6, 0], 1)));

        Assert.True(state.Allows(0, 1));
        Assert.Equal(ReassignmentState.Never, state.Moving(0, 1, double.PositiveInfinity));
        state.Move(0, 1);
        Assert.False(state.HasRoom(1));
        state.Move(0, 0);
        Assert.True(state.HasRoom(1));
    }

    [Fact]
    public void Refuses_costs_that_can_not_be_added_exactly()
    {
        var model = SmallEstates.Plain([new(1, [])], new Process(0, [1, 1], 1)) with
        {
            Aims = [new(0, 1, 1_000_000_000, 1_000_000)],
        };

        Assert.Throws<ArgumentException>(() => new ReassignmentState(model));
    }

    private static void EachTry(Action<ReassignmentState, MachineModel, Random> one)
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var model = SmallEstates.Any(seed);
            var (state, chance) = (new ReassignmentState(model), new Random(seed));
            for (var step = 0; step < 40; step++) one(state, model, chance);
        }
    }

    private static bool MayBeRefused(MachineModel model, int service, int other) =>
        service == other || model.Services[service].DependsOn.Contains(other) || model.Services[other].DependsOn.Contains(service);

    private static int ServiceOf(ReassignmentState state, MachineModel model, int process) =>
        model.Processes[state.Order[process]].Service;

    private static ReassignmentVerdict Check(ReassignmentState state, MachineModel model, int[] on)
    {
        var machineOf = new int[on.Length];
        for (var p = 0; p < on.Length; p++) machineOf[state.Order[p]] = on[p];
        return ReassignmentChecker.Check(model, machineOf);
    }
}

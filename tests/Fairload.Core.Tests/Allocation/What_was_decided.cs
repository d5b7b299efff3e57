using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Allocation;

public sealed class What_was_decided
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly Id<Case> Held = Id<Case>.New();
    private static readonly Id<Worker> Ana = Id<Worker>.New();
    private static readonly Id<Worker> Ben = Id<Worker>.New();
    private static readonly Id<Worker> Cai = Id<Worker>.New();

    [Fact]
    public void Stands_against_an_extract_that_has_not_been_told_of_any_of_several_decisions()
    {
        var first = Decide(Ben, [Ana], null);
        var second = Decide(Cai, [Ben], first);
        Assert.True(second.IsHeldAsBefore([Ben]));
        Assert.True(second.IsHeldAsBefore([Ana]));
        Assert.False(second.IsHeldAsBefore([]));
        Assert.False(second.IsHeldAsBefore([Ana, Ben]));
    }

    [Fact]
    public void Forgets_what_came_before_a_decision_that_the_case_system_knows()
    {
        var first = Decide(Ben, [Ana], null);
        first.IsEntered(Today);
        Assert.False(Decide(Cai, [Ben], first).IsHeldAsBefore([Ana]));
    }

    [Fact]
    public void Is_awaited_no_more_and_nothing_to_be_entered_once_an_extract_went_past_it()
    {
        var first = Decide(Ben, [Ana], null);
        Assert.Equal([Ana], NotYetEntered.Of([first])!.ShownThere);
        first.IsOvertaken(Today);
        Assert.Equal((false, null, Today), (first.IsAwaited, first.EnteredOn, first.OvertakenOn));
        Assert.Null(NotYetEntered.Of([first]));

        // Whatever is decided after that is held against whom the extract showed.
        var second = Decide(Cai, [Ben], first);
        Assert.False(second.IsHeldAsBefore([Ana]));
        Assert.Equal([Ben], NotYetEntered.Of([second, first])!.ShownThere);
    }

    [Fact]
    public void Knows_a_case_that_nobody_held_from_one_that_somebody_did()
    {
        var second = Decide(Cai, [Ben], Decide(Ben, [], null));
        Assert.True(second.IsHeldAsBefore([]));
        Assert.False(second.IsHeldAsBefore([Ana]));
    }

    private static AllocationDecision Decide(Id<Worker> worker, IReadOnlyList<Id<Worker>> heldBefore, AllocationDecision? before) =>
        AllocationDecision.Make(new(Held, DecisionKind.Allocated, worker, null, []), heldBefore, before, Today,
            Today.ToDateTime(new(9, 0), DateTimeKind.Utc), "Pat Singh").Try(out var made, out var problems)
            ? made : throw new InvalidOperationException(problems[0].Message);
}

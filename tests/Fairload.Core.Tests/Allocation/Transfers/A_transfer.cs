using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Allocation.Transfers;

public sealed class A_transfer
{
    private static readonly DateOnly Monday = new(2026, 11, 16);
    private static readonly TransferClocks Clocks = new(new([], new(2026, 1, 1), new(2027, 12, 31)), 5, 10);
    private static readonly TransferChecklist Checklist = new("test/1", "Test", "Nobody", Monday, true,
    [
        new("*", TransferSide.Sending, "Record up to date"), new("*", TransferSide.Receiving, "Record read"),
        new("looked-after", TransferSide.Sending, "Reviewing officer told"),
    ]);

    private static readonly Id<Case> One = Id<Case>.New();
    private static readonly Id<Team> Here = Id<Team>.New();
    private static readonly Id<Team> There = Id<Team>.New();
    private static readonly Id<Worker> Ana = Id<Worker>.New();

    [Fact]
    public void Goes_from_proposed_by_a_named_worker_and_a_done_checklist_to_moved()
    {
        var transfer = Propose();
        Assert.Equal((TransferState.Proposed, Here, TransferSide.Receiving), (transfer.State, transfer.OwnerTeamId, transfer.Turn));
        Good(transfer.Accept(Named(Monday.AddDays(3)), Clocks, On(Monday)));
        Assert.Equal((TransferState.Accepted, TransferSide.Sending), (transfer.State, transfer.Turn));
        Good(transfer.Tick(All(transfer), Both, On(Monday)));
        Assert.Equal((TransferState.Ready, TransferSide.Receiving, Here), (transfer.State, transfer.Turn, transfer.OwnerTeamId));
        Assert.NotNull(transfer.WhyNotMoved(Monday));
        transfer.Move(null, On(Monday.AddDays(3)));
        Assert.Equal((TransferState.Moved, There, null), (transfer.State, transfer.OwnerTeamId, transfer.Turn));
        Assert.False(transfer.IsOpen);
        Assert.Equal(["Proposed", "Accepted", "ItemDone", "ItemDone", "Ready", "Moved"], transfer.Steps.Select(s => $"{s.Kind}"));
    }

    [Fact]
    public void Goes_back_with_a_reason_and_for_the_second_time_to_the_head_of_both()
    {
        var transfer = Propose();
        Assert.Equal("Say why you return it", Refused(transfer.Return(" ", On(Monday))));
        Good(transfer.Return("No chronology", On(Monday)));
        Assert.Equal((TransferState.Returned, TransferSide.Sending, Here), (transfer.State, transfer.Turn, transfer.OwnerTeamId));
        Good(transfer.ProposeAgain("Chronology added", "", PersonWish.NotKnown, On(Monday)));
        Good(transfer.Accept(Named(Monday), Clocks, On(Monday)));
        Good(transfer.Return("The family has moved", On(Monday)));
        Assert.Equal((TransferState.WithHead, TransferSide.Head, null), (transfer.State, transfer.Turn, transfer.WorkerId));
        Assert.Contains("can not be withdrawn", Refused(transfer.Withdraw("Ours", On(Monday))), StringComparison.Ordinal);

        Good(transfer.Rule(true, "They live there now", Clocks, On(Monday)));
        Assert.Equal((TransferState.Proposed, There, TransferSide.Receiving), (transfer.State, transfer.OwnerTeamId, transfer.Turn));
        Assert.Contains("It can not be returned", Refused(transfer.Return("Still not", On(Monday))), StringComparison.Ordinal);
        Assert.Contains("can not be withdrawn", Refused(transfer.Withdraw("Ours", On(Monday))), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_late_after_its_working_days_and_then_the_head_may_decide()
    {
        var transfer = Propose();
        Assert.Equal(new(2026, 11, 23), transfer.DueOn(Clocks));
        Assert.False(transfer.AwaitsHead(Clocks, new(2026, 11, 23)));
        Assert.NotEmpty(Refused(transfer.Rule(false, "It stays", Clocks, On(new(2026, 11, 23)))));
        Good(transfer.Rule(false, "It stays", Clocks, On(new(2026, 11, 24))));
        Assert.Equal((TransferState.Stays, Here), (transfer.State, transfer.OwnerTeamId));
    }

    [Theory]
    [InlineData("2026-11-15", "The day of the move has passed; enter today or a later day")]
    [InlineData("2026-12-01", "A case moves within 10 working days: enter a day up to 11/30/2026")]
    [InlineData("2026-11-21", "11/21/2026 is not a working day; enter one")]
    public void Is_accepted_for_a_working_day_within_the_clock_only(string day, string says) =>
        Assert.Equal(says, Refused(Propose().Accept(Named(DateOnly.Parse(day, null)), Clocks, On(Monday))));

    [Fact]
    public void Asks_for_a_reason_where_none_of_those_suggested_is_named()
    {
        var other = new Naming(Id<Worker>.New(), null, [Ana], "", Monday);
        Assert.Equal("Say why it is none of the three suggested", Refused(Propose().Accept(other, Clocks, On(Monday))));
        Good(Propose().Accept(other with { Reason = "Knows the school" }, Clocks, On(Monday)));
    }

    [Fact]
    public void Lets_each_team_tick_its_own_lines_and_is_ready_no_more_when_one_is_taken_back()
    {
        var transfer = Propose("looked-after");
        Assert.Equal(3, transfer.Items.Count);
        Good(transfer.Accept(Named(Monday), Clocks, On(Monday)));
        Good(transfer.Tick(All(transfer), new HashSet<TransferSide> { TransferSide.Receiving }, On(Monday)));
        Assert.Equal([false, true, false], transfer.Items.Select(i => i.IsDone));
        Good(transfer.Tick(All(transfer), Both, On(Monday)));
        Assert.Equal(TransferState.Ready, transfer.State);
        Good(transfer.Tick(new HashSet<Id<TransferItem>>(), new HashSet<TransferSide> { TransferSide.Receiving }, On(Monday)));
        Assert.Equal((TransferState.Accepted, TransferSide.Receiving), (transfer.State, transfer.Turn));
        Assert.Equal("The checklist is not done, so the case does not move yet", transfer.WhyNotMoved(Monday)?.Message);
    }

    [Fact]
    public void Does_not_begin_its_count_again_when_it_is_withdrawn_and_proposed_anew()
    {
        var first = Propose();
        Good(first.Return("No chronology", On(Monday)));
        Good(first.Withdraw("We keep it", On(Monday)));
        var second = Propose(earlier: [first]);
        Assert.Equal(1, second.Returns);
        Good(second.Return("Still none", On(Monday)));
        Assert.Equal(TransferState.WithHead, second.State);
        Good(second.Rule(false, "It stays", Clocks, On(Monday)));
        Assert.Equal(TransferState.WithHead, Propose(earlier: [first, second]).State);
        Assert.Equal(0, Propose(earlier: [first, second], day: Monday.AddDays(92)).Returns);
    }

    [Fact]
    public void Counts_taking_back_what_has_just_come()
    {
        var there = Propose();
        Good(there.Accept(Named(Monday), Clocks, On(Monday)));
        Good(there.Tick(All(there), Both, On(Monday)));
        there.Move(null, On(Monday));
        var back = Transfer.Propose(new(One, There, Here, "Not ours", "", PersonWish.NotKnown), [there], Checklist, "referral", On(Monday));
        Assert.True(back.Try(out var transfer, out _));
        Assert.Equal((1, There), (transfer.Returns, transfer.OwnerTeamId));
    }

    private static IReadOnlySet<TransferSide> Both => new HashSet<TransferSide> { TransferSide.Sending, TransferSide.Receiving };

    private static HashSet<Id<TransferItem>> All(Transfer transfer) => [.. transfer.Items.Select(i => i.Id)];

    private static Naming Named(DateOnly on) => new(Ana, null, [Ana], "", on);

    private static StepTaken On(DateOnly day) => new("Pat Singh", day.ToDateTime(new(9, 0), DateTimeKind.Utc), day);

    private static Transfer Propose(string type = "referral", IReadOnlyList<Transfer>? earlier = null, DateOnly? day = null) =>
        Transfer.Propose(
            new(One, Here, There, "Moved house", "", PersonWish.NotKnown), earlier ?? [], Checklist, type, On(day ?? Monday))
            .Try(out var made, out var problems) ? made : throw new InvalidOperationException(problems[0].Message);

    private static void Good(Result<Done> done) => Assert.True(done.Try(out _, out var problems), problems?[0].Message);

    private static string Refused(Result<Done> done) =>
        done.Try(out _, out var problems) ? throw new InvalidOperationException("It was not refused.") : problems[0].Message;
}

using Fairload.Core.Actions;
using Fairload.Core.Workforce;
using FsCheck;
using FsCheck.Fluent;
using static Fairload.Core.Tests.Actions.Promises;

namespace Fairload.Core.Tests.Actions;

public sealed class An_action
{
    [Fact]
    public void Is_called_by_its_year_and_number() => Assert.Equal("A-2026-014", Agreed().Reference);

    [Fact]
    public void Says_everything_that_is_wrong_at_once() => Assert.Equal(
        ["What", "Owner", "Direction", "Unit", "SourceWords", "DueOn"],
        Refused(AgreedAction.Agree(
            new(" ", "", new(SourceKind.Other, "", " "), null, "", Today.AddDays(-1), "sickness", null, Id<Team>.New(), "Adults"),
            1, null, null, On(Today))));

    [Fact]
    public void Is_never_due_before_it_is_agreed_nor_so_late_that_the_year_is_a_slip()
    {
        Assert.Equal(["DueOn"], Refused(Agree(Today.AddDays(-1))));
        Assert.Equal(["DueOn"], Refused(Agree(null)));
        Assert.Equal(["DueOn"], Refused(Agree(Today.AddYears(5).AddDays(1))));
        Good(Agree(Today));
        Good(Agree(Today.AddYears(5)));

        static Result<AgreedAction> Agree(DateOnly? due) => AgreedAction.Agree(Plan with { DueOn = due }, 1, null, null, On(Today));
    }

    [Fact]
    public void Keeps_every_move_of_its_day_with_the_reason()
    {
        var action = Agreed();
        var first = Good(action.Move(new(2027, 1, 15), "The joiner is ill", 0, On(Today)));
        var second = Good(action.Move(new(2027, 3, 1), "The landlord has to agree", 1, On(Today)));
        Assert.Equal((new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 15)), (first.FromOn, first.ToOn));
        Assert.Equal((first.ToOn, new DateOnly(2027, 3, 1)), (second.FromOn, second.ToOn));
        Assert.Equal((new DateOnly(2026, 12, 1), second.ToOn, 2), (action.FirstDueOn, action.DueOn, action.Version));
        Assert.Equal(
            "Moved 2 times, from 1 December 2026 to 1 March 2027; the last time because: The landlord has to agree",
            Says(Standing.Of(action, [first, second], null, Today)));
        Assert.Equal(["DueOn", "Reason"], Refused(action.Move(Today.AddDays(-1), " ", 2, On(Today))));
        Assert.Equal(["DueOn"], Refused(action.Move(action.DueOn, "No reason", 2, On(Today))));
    }

    /// <summary>Whatever is moved when, the moves are one line from the day first agreed to the day it is due now.</summary>
    [Fact]
    public void Has_moves_that_follow_one_another_without_a_gap()
    {
        var days = Gen.ListOf(Gen.Choose(1, 900));
        Prop.ForAll(days.ToArbitrary(), given =>
        {
            var (action, at) = (Agreed(), Agreed().FirstDueOn);
            foreach (var day in given)
            {
                var moved = action.Move(Today.AddDays(day), "Because", action.Version, On(Today));
                if (!moved.Try(out var move, out _)) continue;
                if (move.FromOn != at || move.ToOn == move.FromOn) return false;
                at = move.ToOn;
            }

            return at == action.DueOn && action.FirstDueOn == Agreed().FirstDueOn;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Is_done_with_what_shows_it_and_asks_staff_anew_each_time()
    {
        var action = Agreed();
        Assert.Equal(["Evidence"], Refused(action.Finish(" ", 0, On(Today))));
        Good(action.Finish("The door is in", 0, On(Today)));
        Assert.Equal((ActionState.Done, Today, 1), (action.State, action.DoneOn, action.TimesDone));
        Assert.Equal("Done on 16 November 2026.", Says(Standing.Of(action, [], null, Today)));

        var again = Good(action.Reopen(null, "It does not close", 1, On(Today)));
        Assert.Null(again.Move);
        Assert.Equal((ActionState.Open, null), (action.State, action.DoneOn));
        Good(action.Finish("It closes", 2, On(Today)));
        Assert.Equal(2, action.TimesDone);
    }

    [Fact]
    public void Is_refused_only_with_a_reason_a_name_and_what_follows()
    {
        var action = Agreed();
        Assert.Equal(
            ["Because", "DecidedBy", "Consequence"], Refused(action.Refuse(new("", " ", CostRange.NotKnown, "", true), 0, On(Today))));
        var refusal = Good(action.Refuse(NoMoney(), 0, On(Today)));
        Assert.Equal(
            "Refused on 16 November 2026 for want of money, because: There is no budget for it",
            Says(Standing.Of(action, [], refusal, Today)));
        Assert.Equal([""], Refused(action.Finish("All the same", 1, On(Today))));
    }

    [Fact]
    public void Is_opened_again_with_a_new_day_where_the_old_one_has_passed()
    {
        var action = Agreed();
        Good(action.Refuse(NoMoney(), 0, On(Today)));
        var later = On(new(2027, 1, 4));
        Assert.Equal(["DueOn"], Refused(action.Reopen(null, "There is money now", 1, later)));
        var again = Good(action.Reopen(new(2027, 2, 1), "There is money now", 1, later));
        Assert.Equal(new DateOnly(2026, 12, 1), again.Move!.FromOn);
        Assert.Equal(StandingKind.Moved, Standing.Of(action, [again.Move], null, later.On).Kind);
    }

    [Fact]
    public void Tells_whoever_was_overtaken_at_every_step()
    {
        var action = Agreed();
        Good(action.Move(new(2027, 1, 15), "The joiner is ill", 0, On(Today)));
        Assert.Equal([""], Refused(action.Move(new(2027, 2, 1), "Mine", 0, On(Today))));
        Assert.Equal([""], Refused(action.Finish("Mine", 0, On(Today))));
        Assert.Equal([""], Refused(action.Refuse(NoMoney(), 0, On(Today))));
        Assert.Equal([""], Refused(action.Amend(Plan, 0, On(Today))));
        Assert.Equal([""], Refused(action.Publish(true, 0, On(Today))));
        Assert.Equal((1, new DateOnly(2027, 1, 15)), (action.Version, action.DueOn));
    }

    [Fact]
    public void Keeps_what_it_said_before_it_was_changed()
    {
        var action = Agreed();
        var notes = Good(action.Amend(Plan with { What = "Give the duty room a lock", OwnerRole = "Head of service" }, 0, On(Today)));
        Assert.Equal(
            [("What", Plan.What, "Give the duty room a lock"), ("OwnerRole", "Team manager", "Head of service")],
            notes.Select(n => (n.Field, n.Before, n.Text)));
        Assert.Empty(Good(action.Amend(Plan with { What = "Give the duty room a lock", OwnerRole = "Head of service" }, 1, On(Today))));
        Assert.Equal(1, action.Version);
    }

    [Fact]
    public void Is_overdue_from_the_day_after()
    {
        var action = Agreed();
        Assert.False(action.IsOverdue(action.DueOn));
        Assert.True(action.IsOverdue(action.DueOn.AddDays(1)));
        Assert.Equal("Overdue since 1 December 2026.", Says(Standing.Of(action, [], null, action.DueOn.AddDays(1))));
    }

    [Theory]
    [InlineData("£42,000", "60 000", 42000L, 60000L)]
    [InlineData("", "", null, null)]
    [InlineData("0", "", 0L, null)]
    public void Has_a_cost_that_is_not_known_where_nothing_was_entered(string from, string to, long? low, long? high)
    {
        var cost = Good(CostRange.Read(from, to));
        Assert.Equal((low, high, low is not null), (cost.From, cost.To, cost.IsKnown));
    }

    [Theory]
    [InlineData("about 5", "", "CostFrom")]
    [InlineData("-5", "", "CostFrom")]
    [InlineData("1.5", "", "CostFrom")]
    [InlineData("60000", "42000", "CostTo")]
    [InlineData("", "999999999999999999999", "CostTo")]
    public void Refuses_a_cost_that_is_none(string from, string to, string field) =>
        Assert.Equal([field], Refused(CostRange.Read(from, to)));

    [Fact]
    public void Is_said_about_by_each_side_one_after_the_other()
    {
        var action = Agreed();
        var first = Good(ActionSaying.Say(action.Id, SayingSide.Union, SayingKind.Dissent, "A door is no room", null, 0, On(Today)));
        Assert.Equal([""], Refused(ActionSaying.Say(action.Id, SayingSide.Union, SayingKind.Agree, "", first, 0, On(Today))));
        Assert.Equal(2, Good(ActionSaying.Say(action.Id, SayingSide.Union, SayingKind.Agree, "", first, 1, On(Today))).Number);
        Assert.Equal(["Words"], Refused(ActionSaying.Say(action.Id, SayingSide.Union, SayingKind.Note, " ", first, 1, On(Today))));
        Assert.Equal(["Kind"], Refused(ActionSaying.Say(action.Id, SayingSide.Union, null, "x", first, 1, On(Today))));
    }

    private static string Says(Standing standing) => standing.Says.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

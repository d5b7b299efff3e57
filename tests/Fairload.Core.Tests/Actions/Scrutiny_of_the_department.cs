using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using static Fairload.Core.Tests.Actions.Promises;

namespace Fairload.Core.Tests.Actions;

public sealed class Scrutiny_of_the_department
{
    private static readonly ScrutinyMeeting Meeting =
        Good(ScrutinyMeeting.Record("Adult Social Care Scrutiny Commission", Today, On(Today)));

    [Theory]
    [InlineData("That the report be noted;", ResolutionShape.Note)]
    [InlineData("AGREED: that the Commission note the report and thank staff.", ResolutionShape.Note)]
    [InlineData("That the Principal Social Worker be invited to the next meeting of the Commission.", ResolutionShape.Invite)]
    [InlineData("That the Director attend a future meeting.", ResolutionShape.Invite)]
    [InlineData("That a report be brought back to the Commission in six months’ time.", ResolutionShape.ReportBack)]
    [InlineData("That the report be noted and come back in 6 months.", ResolutionShape.ReportBack)]
    [InlineData("That the number of bank staff who answered the survey be circulated to members.", ResolutionShape.Figures)]
    [InlineData("That sickness figures by team be supplied.", ResolutionShape.Figures)]
    [InlineData("That members be told how staff were supported during the move.", ResolutionShape.Support)]
    [InlineData("That the Chair write to the Minister.", ResolutionShape.Other)]
    public void Reads_what_a_minute_asks_for(string text, ResolutionShape shape) =>
        Assert.Equal(shape, Good(Resolution.Take(Meeting.Id, 1, text, null)).Shape);

    [Fact]
    public void Leaves_the_last_word_to_a_person() => Assert.Equal(
        ResolutionShape.Other, Good(Resolution.Take(Meeting.Id, 1, "That the report be noted", ResolutionShape.Other)).Shape);

    [Theory]
    [InlineData("in six months’ time", 6)]
    [InlineData("after 12 months", 12)]
    [InlineData("in One Month", 1)]
    [InlineData("in 99 months", null)]
    [InlineData("every month", null)]
    public void Counts_months_in_figures_and_in_words(string text, int? months) => Assert.Equal(months, ResolutionWords.MonthsIn(text));

    /// <summary>Six calendar months after 31 August is the end of February.</summary>
    [Theory]
    [InlineData("2026-11-16", "", "2027-05-17")]
    [InlineData("2026-11-16", "2026-12-14 2027-03-08 2027-06-21", "2027-06-21")]
    [InlineData("2026-11-16", "2027-05-16 2027-05-15", "2027-05-16")]
    [InlineData("2026-08-31", "", "2027-03-01")]
    public void Has_a_report_back_at_the_first_meeting_after_six_months_or_on_a_working_day(string held, string meetings, string on) =>
        Assert.Equal(Day(on), ReturnDate.Of(ResolutionShape.ReportBack, 6, Day(held), Days(meetings), Day(held), Calendar));

    [Theory]
    [InlineData(ResolutionShape.Invite, "2026-12-14 2027-03-08", "2026-12-14")]
    [InlineData(ResolutionShape.Figures, "", "2026-12-14")]
    [InlineData(ResolutionShape.Support, "2027-03-08", "2027-03-08")]
    [InlineData(ResolutionShape.Note, "2027-03-08", "2026-11-17")]
    public void Has_everything_else_at_the_next_meeting_or_in_four_weeks(ResolutionShape shape, string meetings, string on) =>
        Assert.Equal(Day(on), ReturnDate.Of(shape, null, Today, Days(meetings), Today, Calendar));

    [Fact]
    public void Never_asks_for_anything_in_the_past() => Assert.Equal(
        Today, ReturnDate.Of(ResolutionShape.Figures, null, Today.AddDays(-200), [Today.AddDays(-100)], Today, Calendar));

    [Fact]
    public void Refuses_a_resolution_without_an_owner_with_a_sentence()
    {
        var resolution = Good(Resolution.Take(Meeting.Id, 4, "That the number of bank staff be circulated", null));
        var split = Splitting.Split(resolution, Meeting, [new("", null, "", null, false)], 1, On(Today));
        Assert.False(split.Try(out _, out var problems));
        Assert.Equal("Name who answers for it. A resolution without an owner is lost, so nothing was stored", problems[0].Message);
        Assert.Equal(
            ["Parts[1].Owner"],
            Refused(Splitting.Split(
                resolution, Meeting, [Part("Count them"), new("Send it", null, "", Today, false)], 1, On(Today))));
    }

    [Fact]
    public void Makes_of_one_resolution_several_actions_that_say_where_they_come_from()
    {
        var resolution = Good(Resolution.Take(Meeting.Id, 4, "That the number of bank staff be circulated", null));
        var actions = Good(Splitting.Split(resolution, Meeting, [Part("Count them"), Part("Send it")], 7, On(Today)));
        Assert.Equal([7, 8], actions.Select(a => a.Number));
        Assert.All(actions, a => Assert.Equal(
            (SourceKind.Resolution, "2026-11-16/4", resolution.Text, resolution.Id),
            (a.SourceKind, a.SourceReference, a.SourceWords, a.ResolutionId!.Value)));
    }

    [Fact]
    public void Opens_the_next_report_with_what_was_asked()
    {
        var resolutions = Enumerable.Range(1, 6).Select(n => Good(Resolution.Take(Meeting.Id, n, $"Resolution {n}", null))).ToList();
        AgreedAction Of(int n, DateOnly? due = null) => Good(Splitting.Split(
            resolutions[n - 1], Meeting, [Part("It") with { DueOn = due ?? new(2026, 12, 1) }], n, On(Today)))[0];
        var (done, moved, refused, open, late, alsoDone) = (Of(1), Of(2), Of(3), Of(4, new(2026, 12, 14)), Of(5), Of(5));
        Good(done.Finish("Minutes", 0, On(Today)));
        Good(alsoDone.Finish("Minutes", 0, On(Today)));
        var move = Good(moved.Move(new(2027, 3, 1), "The system is new", 0, On(Today)));
        var refusal = Good(refused.Refuse(NoMoney(), 0, On(Today)));
        var asked = WhatWasAsked.Of(Meeting, resolutions,
        [
            Stands(done), Stands(moved, [move]), Stands(refused, refusal: refusal), Stands(open), Stands(late), Stands(alsoDone),
        ]);
        Assert.Equal(new AskedCounts(1, 1, 1, 1, 1, 1), asked.Counts);
        Assert.Equal(
            [StandingKind.Done, StandingKind.Moved, StandingKind.Refused, StandingKind.Open, StandingKind.Overdue, null],
            asked.Resolutions.Select(r => r.Stands));
        Assert.Equal(2, asked.Resolutions[4].Actions.Count);

        static AskedAction Stands(AgreedAction a, IReadOnlyList<DueMove>? moves = null, ActionRefusal? refusal = null) =>
            new(a, Standing.Of(a, moves ?? [], refusal, new(2026, 12, 14)));
    }

    [Fact]
    public void Sums_what_can_not_be_funded_without_taking_the_unknown_for_nothing()
    {
        Unfunded Line(CostRange cost, bool money = true)
        {
            var action = Agreed();
            return new(action, Good(action.Refuse(NoMoney(cost) with { NeedsMoney = money }, 0, On(Today))));
        }

        var all = CannotFund.Of([Line(new(40_000, 60_000)), Line(new(10_000, null)), Line(CostRange.NotKnown), Line(new(5, 5), false)]);
        Assert.Equal((3, 1, new CostRange(50_000, 70_000)), (all.Lines.Count, all.NotKnown, all.Sum));
        Assert.Equal(CostRange.NotKnown, CannotFund.Of([Line(CostRange.NotKnown)]).Sum);
    }

    [Fact]
    public void Names_no_witness_who_has_not_agreed()
    {
        Assert.Equal(["Agreed"], Refused(Witness.Of(Meeting.Id, "Tom Bevan", false)));
        Assert.Equal("Tom Bevan", Good(Witness.Of(Meeting.Id, " Tom Bevan ", true)).Name);
        Assert.Equal(["Unnamed"], Refused(Meeting.CountWitnesses(-1)));
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, 10)]
    [InlineData(29, 20)]
    public void Tells_in_tens_to_how_many_a_message_was_shown(int accounts, int? told) =>
        Assert.Equal(told, CommissionMessage.ShownToAtLeast(accounts));

    [Fact]
    public void Has_a_question_answered_once()
    {
        var question = Good(ScrutinyQuestion.Ask(Meeting.Id, 1, "How many are on the bank?", "Councillor Pennard"));
        Good(question.Reply("Forty.", On(Today, "Dana Cole")));
        Assert.Equal(["Answer"], Refused(question.Reply("Fifty.", On(Today))));
        Assert.Equal("Forty.", question.Answer);
    }

    private static ResolutionPart Part(string what) => new(what, Owner, "Head of service", new(2026, 12, 1), false);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static IEnumerable<DateOnly> Days(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day);
}

using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using static Fairload.Core.Tests.Workplace.In_the_registers;

namespace Fairload.Core.Tests.Workplace;

public sealed class An_incident_and_a_complaint
{
    private static readonly FeedbackFacts Delay = new(
        FeedbackKind.Complaint, FeedbackNature.Delay, new(2026, 10, 1), new(2026, 10, 20), FeedbackOutcome.Upheld, Riverside, "C-17");

    [Fact]
    public void Name_nobody_who_does_not_want_to_be_named()
    {
        var facts = new IncidentFacts(IncidentKind.Threat, new(2026, 11, 12), Riverside, null);
        Assert.Equal("", Good(Incident.Report(facts, By("Grace Adeyemi"))).ReportedBy);
        var named = Good(Incident.Report(facts with { WorkerId = Id<Worker>.New() }, By("Grace Adeyemi")));
        Assert.Equal("Grace Adeyemi", named.ReportedBy);
    }

    [Fact]
    public void Are_refused_for_days_that_can_not_be()
    {
        var facts = new IncidentFacts(IncidentKind.Accident, Today.AddDays(1), Riverside, null);
        Assert.Equal(["HappenedOn"], Refused(Incident.Report(facts, By())));
        Assert.Equal(["HappenedOn"], Refused(Incident.Report(facts with { HappenedOn = new(2016, 11, 15) }, By())));
        Assert.Equal(["ReceivedOn", "AnsweredOn"], Refused(Feedback.Enter(
            Delay with { ReceivedOn = Today.AddDays(1), AnsweredOn = Today }, By())));
        Assert.Equal(["AnsweredOn"], Refused(Feedback.Enter(Delay with { AnsweredOn = null }, By())));
    }

    [Fact]
    public void Followed_up_by_two_at_once_keep_the_first_and_tell_the_second()
    {
        var one = Good(Incident.Report(new(IncidentKind.Abuse, new(2026, 11, 12), Riverside, null), By()));
        Assert.Equal(["On"], Refused(one.FollowUp(new(new(2026, 11, 11), IncidentOutcome.PoliceTold, true), 0, By())));
        Good(one.FollowUp(new(new(2026, 11, 13), IncidentOutcome.PoliceTold, true), 0, By()));
        Assert.Equal([""], Refused(one.FollowUp(new(new(2026, 11, 14), IncidentOutcome.Other, false), 0, By("Ana Diaz"))));
        Assert.Equal((IncidentOutcome.PoliceTold, true), (one.Outcome, one.SupportOffered));
        Assert.Equal((false, true), (one.WasFollowedUpBy(new(2026, 11, 12)), one.WasFollowedUpBy(new(2026, 11, 13))));

        var complaint = Good(Feedback.Enter(Delay, By()));
        Good(complaint.Amend(Delay with { Nature = FeedbackNature.Contact }, 0, By("Ana Diaz")));
        Assert.Equal([""], Refused(complaint.Amend(Delay with { Reference = "C-18" }, 0, By())));
    }

    [Fact]
    public void Are_counted_by_the_cut_off_day_and_nothing_later()
    {
        var (from, to, cutOff) = (new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31), new DateOnly(2026, 10, 19));
        var late = Good(Incident.Report(new(IncidentKind.Threat, new(2026, 10, 5), Riverside, null), By()));
        Good(late.FollowUp(new(new(2026, 10, 20), IncidentOutcome.NothingMore, false), 0, By()));
        var before = Good(Incident.Report(new(IncidentKind.Threat, new(2026, 9, 30), Riverside, null), By()));
        var counted = WorkplaceFigures.CountIncidents([late, before], from, to, cutOff);
        Assert.Equal(new(IncidentKind.Threat, 1, 0), counted[(int)IncidentKind.Threat]);

        var complaints = WorkplaceFigures.CountComplaints(
            [Good(Feedback.Enter(Delay, By())), Good(Feedback.Enter(Delay with { AnsweredOn = cutOff }, By())),
                Good(Feedback.Enter(Delay with { Kind = FeedbackKind.Compliment }, By()))], from, to, cutOff);
        Assert.Equal(new(2, 1, 1, 0, 0), complaints);
    }

    /// <summary>Open on the 16th: since 2, 9 and 11 November, which are 10, 5 and 3 working days.</summary>
    [Fact]
    public void Stand_beside_small_things_with_the_median_of_their_ages()
    {
        SmallThing Thing(int day) => Good(SmallThing.Report(new(SmallThingKind.Kit, "Mill Lane", "No mouse", Riverside),
            By(on: new(2026, 11, day))));
        var fixedOne = Thing(3);
        Good(fixedOne.Fix(new(2026, 11, 4), 0, By()));
        var figures = WorkplaceFigures.CountSmallThings(
            [Thing(2), Thing(9), Thing(11), fixedOne], new(2026, 11, 3), new(2026, 11, 30), Today, Weeks);
        Assert.Equal(new(3, 3, 1, 0, 5), figures);
        Assert.Null(WorkplaceFigures.CountSmallThings([fixedOne], new(2026, 11, 3), new(2026, 11, 30), Today, Weeks).MedianAge);
    }
}

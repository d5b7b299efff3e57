using System.Globalization;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using static Fairload.Core.Tests.Workplace.In_the_registers;

namespace Fairload.Core.Tests.Workplace;

public sealed class A_risk_assessment
{
    private static readonly RiskFacts LoneWorking =
        new(RiskKind.LoneWorking, RiskAbout.Team, "", Riverside, null, new(2026, 1, 10), "Pat Singh", new(2026, 12, 14));

    [Theory]
    [InlineData("2026-11-15", RiskState.InDate)]
    [InlineData("2026-11-16", RiskState.Due)]
    [InlineData("2026-12-14", RiskState.Due)]
    [InlineData("2026-12-15", RiskState.Overdue)]
    public void Is_due_four_weeks_before_its_review_and_overdue_the_day_after(string day, RiskState state) =>
        Assert.Equal(state, Good(RiskAssessment.Enter(LoneWorking, By())).StateOn(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Fact]
    public void Says_everything_that_is_wrong_at_once() => Assert.Equal(
        ["Subject", "DoneBy", "DoneOn", "ReviewOn"],
        Refused(RiskAssessment.Enter(
            LoneWorking with { About = RiskAbout.Place, DoneBy = " ", DoneOn = Today.AddDays(1), ReviewOn = Today }, By())));

    [Fact]
    public void About_a_person_names_the_worker_and_keeps_no_other_word()
    {
        var one = LoneWorking with { About = RiskAbout.Worker, Subject = "a bad back" };
        Assert.Equal(["Worker"], Refused(RiskAssessment.Enter(one, By())));
        var worker = Id<Worker>.New();
        var made = Good(RiskAssessment.Enter(one with { WorkerId = worker }, By()));
        Assert.Equal((worker, ""), (made.WorkerId!.Value, made.Subject));
    }

    [Fact]
    public void Changed_by_two_at_once_keeps_the_first_and_tells_the_second()
    {
        var made = Good(RiskAssessment.Enter(LoneWorking, By()));
        Good(made.Amend(LoneWorking with { ReviewOn = new(2027, 1, 10) }, 0, By("Ana Diaz")));
        Assert.Equal([""], Refused(made.Amend(LoneWorking with { DoneBy = "Lee Carter" }, 0, By())));
        Assert.Equal((new DateOnly(2027, 1, 10), "Pat Singh", 1), (made.ReviewOn, made.DoneBy, made.Version));
        Good(made.Amend(made.Facts, 0, By()));
    }

    [Fact]
    public void Stands_until_another_of_the_same_thing_was_done_or_it_is_not_needed()
    {
        var first = Good(RiskAssessment.Enter(LoneWorking, By()));
        var second = Good(RiskAssessment.Enter(LoneWorking with { DoneOn = new(2026, 11, 2), ReviewOn = new(2027, 11, 2) }, By()));
        var place = Good(RiskAssessment.Enter(LoneWorking with { About = RiskAbout.Place, Subject = "Mill Lane" }, By()));
        Good(place.End(0, By(on: Today)));

        Assert.Equal([first, place], RiskAssessment.Standing([first, second, place], new(2026, 11, 1)));
        Assert.Equal([second, place], RiskAssessment.Standing([first, second, place], Today));
        Assert.Equal([second], RiskAssessment.Standing([first, second, place], Today.AddDays(1)));
        Assert.Empty(RiskAssessment.Standing([first], new(2026, 1, 9)));
    }

    [Fact]
    public void Covers_a_team_only_where_all_that_stand_are_in_date_and_nothing_recorded_is_not_known()
    {
        var third = Id<Team>.New();
        RiskAssessment Of(RiskKind kind, Id<Team> team, string place, DateOnly review) => Good(RiskAssessment.Enter(
            new(kind, RiskAbout.Place, place, team, null, new(2026, 1, 10), "Pat Singh", review), By()));
        var all = new[]
        {
            Of(RiskKind.LoneWorking, Riverside, "Mill Lane", new(2027, 1, 10)),
            Of(RiskKind.LoneWorking, Hillside, "Hill House", new(2027, 1, 10)),
            Of(RiskKind.LoneWorking, Hillside, "The annexe", new(2026, 10, 1)),
            Good(RiskAssessment.Enter(
                LoneWorking with { TeamId = third, About = RiskAbout.Worker, WorkerId = Id<Worker>.New() }, By())),
        };

        var cover = RiskCover.Of([Riverside, Hillside, third], all, Today);

        Assert.Equal(new RiskCover(RiskKind.LoneWorking, 1, 1, 1), cover[0]);
        Assert.Equal(new RiskCover(RiskKind.Violence, 0, 0, 3), cover[1]);
        Assert.All(cover, c => Assert.Equal(3, c.Teams));
    }
}

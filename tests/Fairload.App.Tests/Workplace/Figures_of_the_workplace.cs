using Fairload.App.Disclosure;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.Tests.Imports;
using Fairload.App.Workplace;
using Fairload.Core.Imports;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workplace;

public sealed class Figures_of_the_workplace
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_means_of_ten_weeks_after_which_no_single_week_is_left(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        Council.Good(await council.Ask((TimeUseDesk desk) => desk.OpenWeek(Monday, Two_units.Principal, default)));
        string?[] typed = ["4", "4", "4", "4", "4", null, null, null, null, null, null, null, "4"];
        for (var n = 1; n <= 12; n++)
        {
            var one = await council.Practitioner($"20{n:D2}");
            Council.Good(await council.Ask((TimeUseDesk desk) => desk.Save(Monday, typed, one, default)));
        }

        var last = await council.Practitioner("2012");
        Council.Good(await council.Ask((TimeUseDesk desk) => desk.Withdraw(Monday, last, default)));
        Assert.Null((await council.Ask((TimeUseDesk desk) => desk.Mine(last, default)))[0].Mine);
        Assert.Contains("not over", Assert.Single(Council.Refused(await council.Ask(
            (TimeUseDesk desk) => desk.Close(Monday, Two_units.Principal, default)))), StringComparison.Ordinal);

        council.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Single(Council.Refused(await council.Ask((TimeUseDesk desk) => desk.Save(Monday, typed, last, default))));
        Council.Good(await council.Ask((TimeUseDesk desk) => desk.Close(Monday, Two_units.Principal, default)));

        Assert.Equal(0, await council.Db(db => db.Set<TimeUseWeek>().CountAsync()));
        var whole = Assert.Single(await council.Ask((TimeUseDesk desk) => desk.Released(Two_units.Union, default))).Lines[0];
        Assert.Equal((11, 24, 83, 17), (whole.People, whole.Hours, whole.Parts![0].Percent, whole.Parts[2].Percent));
        var share = (await council.Ask((MeasureDesk desk) => desk.One("recording-share", Two_units.Principal, default)))!.Reading.Council;
        Assert.Equal((17m, "time use 2026-11-16"), (share.Value, share.Release));
        Assert.Equal([TimeUseDesk.Title], (await council.Ask((DisclosureDesk desk) => desk.Look(default))).Select(l => l.Title));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_none_of_nine_weeks_which_are_deleted_all_the_same(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        Council.Good(await council.Ask((TimeUseDesk desk) => desk.OpenWeek(Monday, Two_units.Principal, default)));
        for (var n = 1; n <= 9; n++)
        {
            var one = await council.Practitioner($"20{n:D2}");
            Council.Good(await council.Ask((TimeUseDesk desk) => desk.Save(Monday, ["4"], one, default)));
        }

        council.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Equal("", Council.Good(await council.Ask((TimeUseDesk desk) => desk.Close(Monday, Two_units.Principal, default))).Document);
        Assert.Equal(0, await council.Db(db => db.Set<TimeUseWeek>().CountAsync()));
        Assert.Empty(await council.Ask((TimeUseDesk desk) => desk.Released(Two_units.Union, default)));
    }

    /// <summary>Riverside lost 15 days with 12 FTE, 5 of them stress; Hillside 2.5 with 1.5 FTE and one whose hours nobody knows.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Of_sickness_are_shown_to_the_line_and_to_others_only_above_the_floor(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        var line = Council.Good(await council.Ask((SicknessDesk desk) => desk.Of(Two_units.Principal, default)));
        Assert.Equal((new DateOnly(2025, 11, 1), new DateOnly(2026, 10, 31)), (line.From, line.To));
        Assert.Equal(["", "Safeguarding", "Hillside", "Riverside"], line.Lines.Select(l => l.Name));
        Assert.Equal((1500, 500, 1200, 0), Of(line.Lines[3]));
        Assert.Equal((250, 0, 150, 1), Of(line.Lines[2]));
        Assert.Equal(29, line.Lines[0].Stress!.Percent);
        Assert.Null(line.Lines[3].Stress);

        var outside = Council.Good(await council.Ask((SicknessDesk desk) => desk.Of(Two_units.Staffing, default)));
        Assert.Equal([false, false, true, true], outside.Lines.Select(l => l.IsHidden));
        var own = Council.Good(await council.Ask((SicknessDesk desk) => desk.Of(two.OtherManager, default)));
        Assert.Equal("Hillside", Assert.Single(own.Lines).Name);

        static (int, int, int, int) Of(SicknessLine l) =>
            (l.Figure!.LostHundredths, l.Figure.StressHundredths, l.Figure.FteHundredths, l.Figure.HoursNotKnown);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_a_quarter_are_let_out_once(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        await council.Import(ImportKind.Incidents, Council.Csv(
            [
                "Number,Kind,Happened on,Team,Followed up on",
                .. Enumerable.Range(1, 6).Select(n => $"I-{n},Threat,0{n}/09/2026,Riverside,{(n < 4 ? "10/09/2026" : "")}"),
            ]));
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            council.Ask((QuarterDesk desk) => desk.Release(Two_units.Principal, default))));
        Assert.Single(both, r => r.Try(out _, out _));

        var view = await council.Ask((QuarterDesk desk) => desk.Look(Two_units.Union, default));
        var whole = Assert.Single(view.Out).Figures.Lines[0];
        Assert.Null(view.Next);
        Assert.Equal(new RoundedCount(5, false), whole.Incidents![(int)IncidentKind.Threat]);
        Assert.Equal((50, 1.3m, 29), (whole.FollowedUp, whole.DaysPerFte, whole.Stress!.Percent));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task For_the_health_check_are_whole_numbers_and_null_where_nothing_is_known(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        var (from, to) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 9, 30));
        var empty = await council.Ask((WorkplaceFiguresDesk desk) => desk.Of(from, to, to, default));
        Assert.Equal(
            (null, null, null, null, null),
            (empty.Incidents, empty.ComplaintsByQuarter, empty.Complaints, empty.SmallThings, empty.TimeUse));
        Assert.All(empty.Risks, r => Assert.Equal((2, 2), (r.Teams, r.NotKnown)));
        Assert.Equal((1750, 1350, 1), (empty.Sickness!.LostHundredths, empty.Sickness.FteHundredths, empty.Sickness.HoursNotKnown));

        await council.Import(ImportKind.Risks, Council.Csv(
            "Kind,Team,Done on,Done by,Review on", "Stress,Riverside,12/01/2026,Manager,12/01/2027",
            "Stress,Hillside,12/01/2025,Manager,12/01/2026"));
        await council.Import(ImportKind.Feedback, Council.Csv(
            "Number,Kind,Nature,Received on,Team", "C-1,Complaint,Delay,14/02/2026,Riverside", "C-2,Compliment,Other,15/05/2026,Hillside",
            "C-3,Complaint,Delay,14/10/2026,Riverside"));
        var figures = await council.Ask((WorkplaceFiguresDesk desk) => desk.Of(from, to, to, default));
        Assert.Equal(new RiskCover(RiskKind.Stress, 1, 1, 0), figures.Risks[(int)RiskKind.Stress]);
        Assert.Equal(new ComplaintFigures(1, 0, 0, 0, 0), figures.Complaints);
        Assert.Equal((0, 1), (figures.Comments!.Value, figures.Compliments!.Value));
        Assert.Equal([1, 0, 0], figures.ComplaintsByQuarter!.Select(q => q.Total));
        Assert.Null(figures.SicknessTarget);
    }
}

using Fairload.App.HealthCheck.Measures;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Imports;

namespace Fairload.App.Tests.HealthCheck;

/// <summary>Measures that logs and registers fill, each held against a figure worked out by hand. Today is 16 November 2026.</summary>
public sealed class Measures_of_practice
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    /// <summary>Grace's supervision falls due once a calendar month from July, when her log begins: July and September full, October too
    /// short, August not at all. November is not over, and counts nowhere yet. Three of four were held, two of them of ninety minutes or
    /// more.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Count_supervision_that_was_held_of_what_fell_due(string engine)
    {
        await using var council = await Logged(engine);

        var figure = await Figure(council, "supervision-held");

        Assert.Equal((3m, 4m), (figure.Numerator, figure.Denominator));
        Assert.Equal(
            [("full-length", 2m), ("shorter", 1m), ("missed", 1m), ("cancelled", 1m)], figure.Parts.Select(p => (p.Code, p.Value)));
    }

    /// <summary>In the month up to today Grace had ninety minutes; of the manager nothing is logged.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Count_who_had_ninety_minutes_in_the_last_month(string engine)
    {
        await using var council = await Logged(engine);

        var figure = await Figure(council, "supervision-ninety-minutes");

        Assert.Equal((1m, 1m, 1), (figure.Numerator, figure.Denominator, figure.NotKnown));
    }

    /// <summary>Of 90 + 95 + 45 + 92 minutes 30 + 0 + 45 + 0 were for reflection.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Tell_how_much_of_supervision_is_reflective(string engine)
    {
        await using var council = await Logged(engine);

        var figure = await Figure(council, "supervision-reflective");

        Assert.Equal((75m, 322m), (figure.Numerator, figure.Denominator));
    }

    /// <summary>Riverside met twice in twelve months; of Hillside no meeting is known.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Count_team_meetings_for_each_month_and_team(string engine)
    {
        await using var council = await Logged(engine);
        await council.Import(ImportKind.Meetings, Imports.Council.Csv(
            "Kind,Date,Outcome,Team,Service,Minutes,Attended,Why cancelled", "Team,01/09/2026,Held,Riverside,,60,9,",
            "Team,02/11/2026,Held,Riverside,,60,9,"));

        var figure = await Figure(council, "team-meetings");

        Assert.Equal((0.17m, 1), (Math.Round(figure.Value!.Value, 2), figure.NotKnown));
        Assert.Equal(("meetings-held", 2m), figure.Parts.Select(p => (p.Code, p.Value)).First());
    }

    /// <summary>Two teams need four kinds each: one is in date, one is overdue, six were never recorded.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Count_risk_assessments_that_are_in_date(string engine)
    {
        await using var council = await Staffed(engine);
        Assert.Equal(FigureState.NotYetKnown, (await Figure(council, "risk-assessments")).State);
        await council.Import(ImportKind.Risks, Imports.Council.Csv(
            "Kind,Team,Done on,Done by,Review on", "Stress,Riverside,12/01/2026,Manager,12/01/2027",
            "Stress,Hillside,12/01/2025,Manager,12/01/2026"));

        var figure = await Figure(council, "risk-assessments");

        Assert.Equal((1m, 8m, 12.5m), (figure.Numerator, figure.Denominator, figure.Value));
        Assert.Equal([("overdue", 1m), ("never-recorded", 6m)], figure.Parts.Select(p => (p.Code, p.Value)));
    }

    /// <summary>Three of four were followed up.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Count_incidents_that_were_followed_up(string engine)
    {
        await using var council = await Staffed(engine);
        await council.Import(ImportKind.Incidents, Imports.Council.Csv(
        [
            "Number,Kind,Happened on,Team,Followed up on",
            .. Enumerable.Range(1, 4).Select(n => $"I-{n},Threat,0{n}/09/2026,Riverside,{(n < 4 ? "10/09/2026" : "")}"),
        ]));

        Assert.Equal(75m, (await Figure(council, "incidents-followed-up")).Value);
    }

    /// <summary>Two complaints in the year, and a compliment; the complaint of two years ago does not count.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Count_complaints_by_their_nature(string engine)
    {
        await using var council = await Staffed(engine);
        await council.Import(ImportKind.Feedback, Imports.Council.Csv(
            "Number,Kind,Nature,Received on,Team", "C-0,Complaint,Delay,14/02/2024,Riverside", "C-1,Complaint,Delay,14/02/2026,Riverside",
            "C-2,Compliment,Other,15/05/2026,Hillside", "C-3,Complaint,Conduct,14/10/2026,Riverside"));

        var figure = await Figure(council, "complaints");

        Assert.Equal(2m, figure.Value);
        Assert.Equal(
            [("about-delay", 1m), ("about-conduct", 1m), ("compliments", 1m)],
            figure.Parts.Where(p => p.Value > 0).Select(p => (p.Code, p.Value)));
    }

    /// <summary>Five days of one full-time worker, of 253 working days: 261 weekdays from 17 November to 16 November less eight bank
    /// holidays.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Tell_sickness_as_a_part_of_working_days(string engine)
    {
        await using var council = await Imports.Council.On(engine);
        await council.Import(ImportKind.Staff, Imports.Council.Workbook(
            ("Staff", [Extracts.StaffHeader, "1001,Grace Adeyemi,,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,2020-09-01,"]),
            ("Absences", ["Staff number,From,To,Category", "1001,2026-10-05,2026-10-09,Sickness"])), "2026-11-14");

        var figure = await Figure(council, "sickness");

        Assert.Equal((5m, 253m), (figure.Numerator, figure.Denominator));
        Assert.Equal(("days-each", 5m), figure.Parts.Select(p => (p.Code, p.Value)).First());
    }

    private static async Task<MeasureFigure> Figure(Imports.Council council, string measure) =>
        (await council.Ask((MeasureDesk desk) => desk.One(measure, Principal, default)))!.Reading.Council;

    private static async Task<Imports.Council> Staffed(string engine)
    {
        var council = await Imports.Council.On(engine);
        await council.Import(
            ImportKind.Staff,
            Imports.Council.Csv(
                $"{Extracts.StaffHeader},Manager's staff number",
                "1000,Kate Marsh,,SW10000,Team manager,,Hillside,Safeguarding,1.0,Permanent,01/09/2015,,",
                "1001,Grace Adeyemi,,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,,1000"),
            "2026-11-07");
        return council;
    }

    private static async Task<Imports.Council> Logged(string engine)
    {
        var council = await Staffed(engine);
        await council.Import(ImportKind.Supervision, Imports.Council.Csv(
            "Staff number,Planned for,Outcome,Held on,Minutes,Kind,Case minutes,Reflective minutes,Cancelled by,Why cancelled",
            "1001,01/07/2026,Held,01/07/2026,90,Mixed,60,30,,", "1001,12/08/2026,Cancelled,,,,,,Supervisor,Court",
            "1001,03/09/2026,Held,03/09/2026,95,Case,,,,", "1001,08/10/2026,Held,08/10/2026,45,Reflective,,,,",
            "1001,10/11/2026,Held,10/11/2026,92,Case,,,,"));
        return council;
    }
}

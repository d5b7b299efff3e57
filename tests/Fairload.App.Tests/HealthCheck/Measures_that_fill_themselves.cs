using Fairload.App.HealthCheck.Measures;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Returns;
using Fairload.App.Tests.Allocation.Transfers;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Surveys.Results;
using Fairload.App.Tests.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Tests.HealthCheck;

/// <summary>Each measure that fills itself, held against a figure that was worked out by hand from the same few records.</summary>
public sealed class Measures_that_fill_themselves
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    /// <summary>Riverside has 4.0 posts and 1.0 + 1.0 + 0.8 in post, so 1.2 are vacant; Hillside has 2.0 posts and nobody in post but
    /// agency and bank: 3.2 of 3.2 + 2.8.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Count_vacancies(string engine)
    {
        await using var council = await Staffed(engine);

        var figure = await Council(council, "vacancy-rate");

        Assert.Equal((3.2m, 6.0m, 0), (figure.Numerator, figure.Denominator, figure.NotKnown));
        Assert.Equal(53.3m, Math.Round(figure.Value!.Value, 1));
    }

    /// <summary>One agency and one bank worker of five at work.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Count_agency_and_bank_staff(string engine)
    {
        await using var council = await Staffed(engine);

        var figure = await Council(council, "agency-and-bank");

        Assert.Equal(40m, figure.Value);
        Assert.Equal([("agency", 1m), ("bank", 1m)], figure.Parts.Select(p => (p.Code, p.Value)));
    }

    /// <summary>One in post left in the year, and three are in post at its end; the agency worker who left is no leaver.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Count_who_left(string engine)
    {
        await using var council = await Staffed(engine);

        var figure = await Council(council, "turnover");

        Assert.Equal((1m, 3m), (figure.Numerator, figure.Denominator));
    }

    /// <summary>Three name the one manager; one names nobody; the manager has nobody to name.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Give_the_span_of_managers(string engine)
    {
        await using var council = await Staffed(engine);

        var figure = await Council(council, "managers-span");

        Assert.Equal((3m, 1), (figure.Value, figure.NotKnown));
        Assert.Equal(("widest-span", 3m), figure.Parts.Select(p => (p.Code, p.Value)).Single());
    }

    /// <summary>Grace holds two and Tom one: three cases in the hands of 1.0 + 0.8. Ngozi holds none and does not count.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Average_the_caseload_of_those_who_hold_cases(string engine)
    {
        await using var council = await Staffed(engine);

        var figure = await Council(council, "average-caseload");

        Assert.Equal((3m, 1.8m), (figure.Numerator, figure.Denominator));
        Assert.Equal(("child-cases", 3m), figure.Parts.Select(p => (p.Code, p.Value)).Single());
        Assert.Equal(["Safeguarding"], (await Reading(council, "average-caseload")).Services.Select(s => s.Service));
    }

    /// <summary>One case has no worker, and one is in a name that nobody knows.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Count_what_nobody_holds(string engine)
    {
        await using var council = await Staffed(engine);

        Assert.Equal(2m, (await Council(council, "unallocated")).Value);
    }

    /// <summary>Nobody is over with one or two cases, of two who hold some; none of the three cases is scored, so no tier is known; and
    /// nobody is newly qualified.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Tell_over_the_line_tiers_and_newly_qualified_only_where_they_are_known(string engine)
    {
        await using var council = await Staffed(engine);

        var over = await Council(council, "caseload-over-limit");
        Assert.Equal((0m, 2m), (over.Value, over.Denominator));
        Assert.Equal((FigureState.NotYetKnown, 3), ((await Council(council, "tier-mix")).State,
            (await Council(council, "tier-mix")).NotKnown));
        Assert.Equal(FigureState.NotYetKnown, (await Council(council, "newly-qualified-load")).State);
    }

    /// <summary>Whole weeks from 7 September: referrals 2, 0 and 1, contacts 3, 1 and 0. The week that the extract cuts off does not
    /// count.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Tell_peaks_and_troughs_by_whole_weeks(string engine)
    {
        await using var council = await Imports.Council.On(engine);
        await council.Import(ImportKind.AnnexA, Doors(), "2026-09-30");

        var figure = await Council(council, "inflow");

        Assert.Equal((new DateOnly(2026, 9, 7), new DateOnly(2026, 9, 27), 1m), (figure.From, figure.To, figure.Value));
        Assert.Equal(
            [("referrals-median-week", 1m), ("referrals-highest-week", 2m), ("referrals-lowest-week", 0m),
                ("contacts-median-week", 1m), ("contacts-highest-week", 3m), ("contacts-lowest-week", 0m)],
            figure.Parts.Select(p => (p.Code, p.Value)));
    }

    /// <summary>A later extract that counts a day otherwise is right, and undoing it brings the earlier count back.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Take_the_newest_count_of_a_day_and_give_it_back_when_it_is_undone(string engine)
    {
        await using var council = await Imports.Council.On(engine);
        await council.Import(ImportKind.AnnexA, Doors(), "2026-09-30");
        var before = await council.Dump();
        await council.Import(ImportKind.AnnexA, Doors("C-7,2026-09-08"), "2026-10-01");

        Assert.Equal(4m, (await Council(council, "inflow")).Parts.Single(p => p.Code == "contacts-highest-week").Value);
        Imports.Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
    }

    /// <summary>Proposed on Monday the 16th and moved on Thursday: three working days.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Time_transfers_from_the_proposal_to_the_move(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var id = await two.Propose();
        two.Council.Clock.Pass(TimeSpan.FromDays(3));
        Imports.Council.Good(await two.Accept(id, "Ngozi Okafor", Between_teams.Today.AddDays(3)));
        await two.TickAll(id);
        Imports.Council.Good(await two.Move(id));

        var figure = await Council(two.Council, "transfer-delay");

        Assert.Equal(3m, figure.Value);
        Assert.Equal([("moved", 1m), ("longest", 3m), ("still-open", 0m)], figure.Parts.Select(p => (p.Code, p.Value)));
    }

    /// <summary>By hand from the ballots: each says 1 + (place of the statement + number of the ballot) modulo 5, and of a statement that
    /// is turned round 1 and 2 are favourable. Somebody of no team is asked as well, and makes no service of their own.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Tell_what_staff_say_as_it_was_let_out(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        await council.Council.Db(db => db.Change(
            () =>
            {
                db.Add(Worker.Join(new WorkerFacts("S900", "Person of no team", EmploymentType: "Permanent"), null));
                return Task.FromResult(default(Done));
            },
            default));
        var round = await Letting_results_out.Answered(council, "practitioner-health-check", ("Cedar", 16), ("Dove", 14));
        Assert.Equal(FigureState.NotYetKnown, (await Council(council.Council, "equipment-access")).State);
        var asked = (await council.Look(round)).Asked;
        Imports.Council.Good(
            await council.Council.Ask((ReleaseDesk desk) => desk.Release(round.Id, SurveyedCouncil.Principal, default)));

        var (item, place) = asked.Items.Select((i, at) => (Item: i, At: at)).First(i => i.Item.Expectation == "equipment");
        var favourable = Enumerable.Range(1, 30).Count(number => ((place + number) % 5) is var said
            && (item.Reverse ? said < 2 : said > 2));
        var figure = await Council(council.Council, "equipment-access");
        Assert.Equal(Math.Round(100m * favourable / 30), figure.Value);
        Assert.Equal($"round {round.Id}", figure.Release);
        Assert.Equal(["Adults", "Children"], (await Reading(council.Council, "equipment-access")).Services.Select(f => f.Service));

        var themes = await Council(council.Council, "staff-survey-themes");
        Assert.Null(themes.Value);
        Assert.Contains(themes.Parts, p => p.Code == "theme-supervision");
    }

    /// <summary>“Partly in place” in a signed return, and nothing while it is only begun.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Tell_what_the_employer_signed(string engine)
    {
        await using var council = await Imports.Council.On(engine);
        var (director, year) = (new Reader("Dana Cole", null, [new(Role.Director)]), council.Clock.UkToday.Year);
        Imports.Council.Good(await council.Ask((ReturnDesk d) => d.Begin(year, director, default)));
        Imports.Council.Good(await council.Ask((ReturnDesk d) => d.Save(
            year, "workplace", 0, new Dictionary<string, string> { ["EB2"] = "2" }, director, default)));
        Assert.Equal(FigureState.NotYetKnown, (await Council(council, "welfare-services")).State);
        Imports.Council.Good(await council.Ask((ReturnDesk d) => d.Sign(year, "Director", 1, director, default)));

        var figure = await Council(council, "welfare-services");
        Assert.Equal((InPlace.Partly, "Dana Cole"), (figure.InPlace, figure.By));
    }

    private static async Task<MeasureFigure> Council(Imports.Council council, string measure) => (await Reading(council, measure)).Council;

    private static async Task<MeasureReading> Reading(Imports.Council council, string measure) =>
        (await council.Ask((MeasureDesk desk) => desk.One(measure, Principal, default)))!.Reading;

    private static async Task<Imports.Council> Staffed(string engine)
    {
        var council = await Imports.Council.On(engine);
        var staff = Imports.Council.Workbook(
            ("Staff",
            [
                $"{Extracts.StaffHeader},Manager's staff number",
                "2001,Mina Moss,,,Team manager,,Riverside,Safeguarding,1.0,Permanent,2019-09-01,,",
                "1001,Grace Adeyemi,Grace Cole,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,2020-09-01,,2001",
                "1002,Tom Bevan,,SW10002,Social worker,Experienced,Riverside,Safeguarding,0.8,Permanent,2021-09-01,,2001",
                "1003,Ngozi Okafor,,SW10003,Social worker,Experienced,Hillside,Safeguarding,1.0,Agency,2026-02-01,,2001",
                "1004,Omar Reed,,SW10004,Social worker,Experienced,Hillside,Safeguarding,0.5,Bank,2026-02-01,,",
                "1005,Olu Left,,SW10005,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,2019-02-01,2026-10-01,2001",
                "1006,Ada Gone,,SW10006,Social worker,Experienced,Riverside,Safeguarding,1.0,Agency,2026-02-01,2026-09-01,2001",
            ]),
            ("Posts", ["Team,Level,Established FTE", "Riverside,Social worker,4.0", "Hillside,Social worker,2.0"]));
        await council.Import(ImportKind.Staff, staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        return council;
    }

    private static byte[] Doors(params string[] more) => Imports.Council.Workbook(
        ("List 1",
        [
            "Child Unique ID,Date of Contact", "C-0,2026-09-01", "C-1,2026-09-07", "C-2,2026-09-08", "C-3,2026-09-13", "C-4,2026-09-20",
            "C-5,2026-09-29", .. more,
        ]),
        ("List 3",
        [
            "Child Unique ID,Date of Referral,Referral NFA?,Allocated Team,Allocated Worker", "C-0,2026-09-02,No,,", "C-1,2026-09-09,No,,",
            "C-2,2026-09-10,No,,", "C-3,2026-09-22,No,,", "C-5,2026-09-30,No,,",
        ]));
}

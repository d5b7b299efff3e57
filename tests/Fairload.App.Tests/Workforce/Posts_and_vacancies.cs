using Fairload.App.Tests.Imports;
using Fairload.App.Workforce.Posts;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Posts;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workforce;

public sealed class Posts_and_vacancies
{
    private static readonly Reader Hr = new("Hana Roe", null, [new(Role.HumanResources)]);
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_worked_out_by_team_and_service_and_not_known_where_a_part_is_missing(string engine)
    {
        await using var council = await Staffed(engine);

        var view = await council.Ask((PostsDesk desk) => desk.Show(Hr, default));

        // Riverside: 4 posts, Grace 1.0 and Tom 0.8 in post, so 2.2 vacant of 4; Lee of an agency 1.0; Sam left in June.
        var riverside = Line(view, "Riverside").Held;
        Assert.Equal((4m, 1.8m, 2.2m, 1m, 0m, 1.2m),
            (riverside.EstablishedFte, riverside.InPostFte, riverside.VacantFte, riverside.AgencyFte, riverside.BankFte,
                riverside.UncoveredFte));
        Assert.Equal((55m, 1m / 2.8m, 0.5m),
            (riverside.VacancyRate!.Value.Value, riverside.AgencyRate!.Value.Fraction, riverside.TurnoverRate!.Value.Fraction));

        // Hillside: 1 post and 1.5 in post is no vacancy, and hides none of Riverside's.
        var hillside = Line(view, "Hillside").Held;
        Assert.Equal((1m, 1.5m, 0m), (hillside.EstablishedFte, hillside.InPostFte, hillside.VacantFte));
        var service = Line(view, "Safeguarding").Held;
        Assert.Equal((5m, 3.3m, 2.2m), (service.EstablishedFte, service.InPostFte, service.VacantFte));

        // Lakeside lists no posts and Uma's hours are not known.
        var lakeside = Line(view, "Lakeside").Held;
        Assert.Equal((null, null, null, null), (lakeside.EstablishedFte, lakeside.InPostFte, lakeside.VacantFte, lakeside.VacancyRate));
        Assert.Null(view.Lines[0].Held.VacantFte);
        Assert.Equal(["", "Long-term", "Lakeside", "Safeguarding", "Hillside", "Riverside"], view.Lines.Select(l => l.Name));
        Assert.Equal((true, false), (view.MayKeep, view.ShowsCaseload));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Show_the_caseload_to_the_line_of_management_alone(string engine)
    {
        await using var council = await Staffed(engine);
        await council.Import(ImportKind.Cases, Extracts.Cases);
        var director = new Reader("Pat Singh", null, [new(Role.Director)]);

        var line = Line(await council.Ask((PostsDesk desk) => desk.Show(director, default)), "Riverside");

        // Grace holds two cases, Tom and Lee of the agency one each: 2.8 FTE.
        Assert.Equal(4 / 2.8m, line.Caseload);
        Assert.Null(Line(await council.Ask((PostsDesk desk) => desk.Show(Hr, default)), "Riverside").Caseload);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_kept_by_who_manages_the_team_and_told_when_somebody_was_first(string engine)
    {
        await using var council = await Staffed(engine);
        var riverside = await Team(council, "Riverside");
        var manager = new Reader("Rita Moss", null, [new(Role.TeamManager, riverside)]);
        var facts = new VacancyFacts(riverside, " Social worker ", 1, Today.AddDays(-10), Today.AddDays(4), Today.AddDays(9), null);

        var entered = Council.Good(await council.Ask((VacancyDesk desk) => desk.Enter(facts, manager, default)));
        Council.Good(await council.Ask(
            (VacancyDesk desk) => desk.Amend(entered.Id, facts with { ExpectedOn = Today.AddDays(40) }, 0, Hr, default)));

        Assert.Equal(
            ["Hana Roe has changed this meanwhile. Above stands what is stored now; below stands what you entered. Store it again if yours is right"],
            Council.Refused(await council.Ask((VacancyDesk desk) => desk.Amend(entered.Id, facts, 0, manager, default))));
        var seen = Assert.Single((await council.Ask((PostsDesk desk) => desk.Show(manager, default))).Vacancies);
        Assert.Equal(("Social worker", VacancyStage.Expected, true), (seen.Vacancy.Level, seen.Stage, seen.MayKeep));

        Council.Good(await council.Ask((VacancyDesk desk) => desk.End(entered.Id, VacancyEnd.Filled, 1, manager, default)));
        Assert.Empty((await council.Ask((PostsDesk desk) => desk.Show(manager, default))).Vacancies);
        Assert.Contains(
            "Rita Moss has already ended this vacancy",
                Assert.Single(Council.Refused(await council.Ask((VacancyDesk desk) => desk.Amend(entered.Id, facts, 2, Hr, default)))),
            StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_other_teams_are_not_a_managers_to_enter_or_to_see(string engine)
    {
        await using var council = await Staffed(engine);
        var (riverside, hillside) = (await Team(council, "Riverside"), await Team(council, "Hillside"));
        var manager = new Reader("Rita Moss", null, [new(Role.TeamManager, riverside)]);
        var facts = new VacancyFacts(hillside, "Social worker", 1, null, null, null, null);
        var theirs = Council.Good(await council.Ask((VacancyDesk desk) => desk.Enter(facts, Hr, default)));

        Assert.Equal(["Choose a team from the list"],
            Council.Refused(await council.Ask((VacancyDesk desk) => desk.Enter(facts, manager, default))));
        Assert.Null(await council.Ask((VacancyDesk desk) => desk.Show(theirs.Id, manager, default)));
        var view = await council.Ask((PostsDesk desk) => desk.Show(manager, default));
        Assert.Empty(view.Vacancies);
        Assert.Equal(["Safeguarding", "Riverside"], view.Lines.Select(l => l.Name));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_refused_with_all_that_is_wrong_at_once(string engine)
    {
        await using var council = await Staffed(engine);
        var facts = new VacancyFacts(
            await Team(council, "Riverside"), " ", 0, Today, Today.AddDays(-1), Today.AddDays(-2), Today.AddYears(20));

        Assert.Equal(
            [
                "Enter the grade or level of the post, in 100 characters or fewer",
                "Enter how many full-time equivalents are vacant, over 0 and up to 20",
                "The closing day must not be before the day of the advertisement",
                "The interviews must not be before the advertisement",
                "This day lies more than 5 years away. Check the year",
            ],
            Council.Refused(await council.Ask((VacancyDesk desk) => desk.Enter(facts, Hr, default))));
        Assert.Equal(0, await council.Db(db => db.Set<Vacancy>().CountAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Go_along_with_a_team_that_is_reorganised(string engine)
    {
        await using var council = await Staffed(engine);
        var facts = new VacancyFacts(await Team(council, "Hillside"), "Social worker", 1, null, null, null, null);
        var entered = Council.Good(await council.Ask((VacancyDesk desk) => desk.Enter(facts, Hr, default)));
        var town = new Reorganising(council);

        await town.Do(await town.Merge("Valley", "Riverside", "Hillside"));

        var view = await council.Ask((PostsDesk desk) => desk.Show(Hr, default));
        var valley = Line(view, "Valley").Held;
        Assert.Equal((5m, 3.3m, 1m), (valley.EstablishedFte, valley.InPostFte, valley.Leavers));
        Assert.Equal("Valley", Assert.Single(view.Vacancies).Team.Name);
        Assert.Equal(1, await council.Db(db => db.Set<Vacancy>().Where(v => v.Id == entered.Id).Select(v => v.Version).SingleAsync()));
        var again = await council.Import(ImportKind.Staff, Staff, "2026-11-16");
        Assert.Equal((0, 0), (again.Added, again.Changed));
        Assert.Equal(5m, Line(await council.Ask((PostsDesk desk) => desk.Show(Hr, default)), "Valley").Held.EstablishedFte);
    }

    private static byte[] Staff { get; } = Council.Workbook(
        ("Staff",
        [
            Extracts.StaffHeader,
            "1001,Grace Adeyemi,,SW10001,Social worker,,Riverside,Safeguarding,1.0,Permanent,2020-09-01,",
            "1002,Tom Bevan,,SW10002,Social worker,,Riverside,Safeguarding,0.8,Permanent,2026-09-01,",
            "1004,Lee Carter,,SW10004,Social worker,,Riverside,Safeguarding,1.0,Agency,2026-01-01,",
            "1005,Sam Ellis,,SW10005,Social worker,,Riverside,Safeguarding,1.0,Permanent,2019-01-01,2026-06-30",
            "1003,Ngozi Okafor,,SW10003,Social worker,,Hillside,Safeguarding,1.0,Permanent,2019-02-01,",
            "1006,Ana Diaz,,SW10006,Social worker,,Hillside,Safeguarding,0.5,Permanent,2019-02-01,",
            "1007,Uma Patel,,SW10007,Social worker,,Lakeside,Long-term,,Permanent,2019-02-01,",
        ]),
        ("Posts", ["Team,Level,Established FTE", "Riverside,Social worker,3", "Riverside,Senior,1", "Hillside,Social worker,1"]));

    private static async Task<Council> Staffed(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Staff);
        return council;
    }

    private static PostsLine Line(PostsView view, string name) => view.Lines.Single(l => l.Name == name);

    private static Task<Id<Team>> Team(Council council, string name) =>
        council.Db(db => db.Teams.Where(t => t.Name == name).Select(t => t.Id).SingleAsync());
}

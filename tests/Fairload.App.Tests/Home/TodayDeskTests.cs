using Fairload.App.Home;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App.Tests.Home;

public sealed class What_is_there_for_today
{
    private static readonly StoppedClock Clock = StoppedClock.At(2026, 11, 16);
    private static readonly Reader Director = new("A director", null, [new(Role.Director)]);
    private static readonly Reader Analyst = new("An analyst", null, [new(Role.Analyst)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Counts_by_service_scores_that_are_due_again(string engine)
    {
        await using var desks = await Desks(engine);
        var today = await desks.GetRequiredService<TodayDesk>().Today(Director, default);
        var row = Assert.Single(Assert.Single(today.Services!.Services).Teams);
        Assert.Equal((1, 2, 1), (row.People, row.Cases, row.StaleScores));
        Assert.Equal("N-1", Assert.Single(today.Services.NoTeam.All).Reference);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Counts_each_name_to_settle_once_and_names_imports_not_confirmed(string engine)
    {
        await using var desks = await Desks(engine);
        var today = await desks.GetRequiredService<TodayDesk>().Today(Analyst, default);
        Assert.Equal((false, 1), (today.Imports!.NothingYet, today.Imports.NamesToSettle));
        Assert.Equal("cases.xlsx", Assert.Single(today.Imports.Looked).FileName);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_HR_about_hours_alone(string engine)
    {
        await using var desks = await Desks(engine);
        var today = await desks.GetRequiredService<TodayDesk>().Today(new("HR", null, [new(Role.HumanResources)]), default);
        Assert.Equal(new StaffToday(1, 0), today.Staff);
        Assert.True(today is { Services: null, Imports: null, Mine: null, Teams.Count: 0 });
    }

    private static async Task<ServiceProvider> Desks(string engine)
    {
        var store = await Engines.Fresh(engine);
        await using (var db = store.Open())
        {
            var team = Team.Open("Riverside", "Children", "", null, null, null);
            var worker = Worker.Join(new("S1", "Adeyemi, Grace", Role: "Social Worker"), null);
            db.AddRange(team, worker);
            await db.SaveChangesAsync();
            db.Add(new Membership(Id<Membership>.New(), worker.Id, team.Id, 1, null, null, null));
            Held(db, "A-1", worker.Id, "", team.Id, new(2026, 11, 10));
            Held(db, "A-2", worker.Id, "", team.Id, new(2026, 9, 10));
            Held(db, "N-1", null, "Somebody Unknown", null, null);
            db.Add(ImportRun.Look(Id<ImportRun>.New(), ImportKind.Cases, "cases.xlsx", "", new(2026, 11, 14), "An analyst",
                new(2026, 11, 14, 9, 0, 0, DateTimeKind.Utc), "{}"));
            await db.SaveChangesAsync();
        }

        return new ServiceCollection().AddLogging().AddFairload(Data(), Clock).AddScoped(_ => store.Open()).BuildServiceProvider();
    }

    private static DataDirectory Data() =>
        DataDirectory.Open(Directory.CreateTempSubdirectory("fairload-").FullName).Try(out var data, out _) ? data
            : throw new InvalidOperationException("The data directory could not be made.");

    private static void Held(FairloadDb db, string reference, Id<Worker>? worker, string name, Id<Team>? team, DateOnly? conference)
    {
        var one = Case.Open(reference, "annex-a", Area.Children, "child-protection", null, new(), new(2026, 9, 1), null, null);
        one.Tiered(2);
        db.AddRange(one, Assignment.Begin(one.Id, worker, name, team, "", 1, new(2026, 9, 1), true, null));
        db.Add(Score.Give(one.Id, ScoreBy.Agreed, "children/1", [2, 2, 2, 2, 2, 2], new(2026, 10, 1), "",
            new(2026, 10, 1, 9, 0, 0, DateTimeKind.Utc), null));
        if (conference is { } on) db.Add(CaseEvent.Happened(one.Id, CaseEventKind.Conference, on, null));
    }
}

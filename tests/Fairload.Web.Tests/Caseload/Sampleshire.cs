using Fairload.App;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Web.Tests.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Caseload;

/// <summary>
/// The site over a small council. Riverside: Grace Adeyemi is over with 12 cases of which 2 are not scored;
/// Tom Bevan is newly qualified with room; Lee Carter's hours are not known; Ana Diaz has 10; Sam Ellis left and a case stayed
/// behind; Kate Marsh manages and holds one; one case was never allocated. Hilltop has Uma Patel. Old Town ended and went to Riverside.
/// </summary>
public sealed class Sampleshire : IAsyncLifetime
{
    private readonly Dictionary<string, Id<Worker>> _people = [];
    private readonly Dictionary<string, Case> _cases = [];

    public TheSite Site { get; } = new();
    public Team Riverside { get; } = Team.Open("Riverside", "Children", "Sampleshire Council", null, null, null);
    public Team Hilltop { get; } = Team.Open("Hilltop", "Children", "Sampleshire Council", null, null, null);
    public Team OldTown { get; } = Team.Open("Old Town", "Children", "Sampleshire Council", null, new(2026, 3, 31), null);

    public Id<Worker> Person(string staffNumber) => _people[staffNumber];

    public Id<Case> Case(string reference) => _cases[reference].Id;

    public Task<HttpClient> Manager() => SignedIn.As(Site, Role.TeamManager, Riverside.Id, worker: Person("M1"));

    public Task<HttpClient> Practitioner(string staffNumber) => SignedIn.As(Site, Role.Practitioner, worker: Person(staffNumber));

    public async Task Ask(Func<FairloadDb, Task> ask)
    {
        await using var scope = Site.Scope();
        await ask(scope.ServiceProvider.GetRequiredService<FairloadDb>());
    }

    public async Task InitializeAsync()
    {
        await ((IAsyncLifetime)Site).InitializeAsync();
        await AgreeWeights();
        await Ask(db => db.Change(
            async () =>
            {
                OldTown.FollowedBy(Riverside.Id);
                db.AddRange(Riverside, Hilltop);
                await db.SaveChangesAsync();
                db.Add(OldTown);
                People(db);
                await db.SaveChangesAsync();
                Cases(db);
                Import(db, ImportKind.Staff);
                Import(db, ImportKind.AnnexA);
                return default(Done);
            },
            default));
    }

    public Task DisposeAsync() => Site.DisposeAsync().AsTask();

    /// <summary>Weights of our own, so that no figure here moves when the shipped examples do.</summary>
    private async Task AgreeWeights()
    {
        var cases = new Dictionary<string, CaseWeight>
        {
            ["referral"] = new(2, 3, 4, 3),
            ["child-in-need"] = new(4, 5.5m, 7, 5.5m),
            ["child-protection"] = new(5.5m, 7, 9, 7),
            ["looked-after"] = new(5, 6.5m, 8.5m, 6.5m),
            [Weights.Other] = new(3, 4.5m, 6, 4.5m),
        };
        Assert.True(
            Weights.Read("test/1", "Weights of the tests", "Nobody", new(2026, 1, 1), true, cases, new Dictionary<string, decimal>(), 2,
            0.5m, new()).Try(out var weights, out _));
        await using var scope = Site.Scope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<CaseloadSettings>().Agree(weights, default)).Try(out _, out _));
    }

    private void People(FairloadDb db)
    {
        Join(db, Riverside, new("M1", "Marsh, Kate", Role: "Team Manager", Fte: 1));
        Join(db, Riverside, new("S1", "Adeyemi, Grace", Role: "Social Worker", Fte: 1, ManagerStaffNumber: "M1"));
        Join(db, Riverside, new("S2", "Bevan, Tom", Role: "Social Worker", Fte: 0.8m, AsyeStartedOn: new(2026, 9, 1), ManagerStaffNumber: "M1"));
        Join(db, Riverside, new("S3", "Carter, Lee", Role: "Social Worker", EmploymentType: "Agency", ManagerStaffNumber: "M1"));
        Join(db, Riverside, new("S4", "Diaz, Ana", Role: "Social Worker", Fte: 1, ManagerStaffNumber: "M1"));
        Join(db, Riverside, new("S5", "Ellis, Sam", Role: "Social Worker", Fte: 1, EndsOn: new(2026, 10, 30), ManagerStaffNumber: "M1"));
        Join(db, Hilltop, new("S6", "Patel, Uma", Role: "Social Worker", Fte: 1));
    }

    private void Cases(FairloadDb db)
    {
        for (var i = 1; i <= 10; i++) Hold(db, $"A-{i:00}", CaseType.ChildProtection, "S1", 3);
        Hold(db, "A-11", CaseType.ChildProtection, "S1", null);
        Hold(db, "A-12", CaseType.ChildProtection, "S1", null);
        for (var i = 1; i <= 4; i++) Hold(db, $"B-{i:00}", CaseType.ChildInNeed, "S2", 2);
        for (var i = 1; i <= 3; i++) Hold(db, $"C-{i:00}", CaseType.Referral, "S3", 1);
        for (var i = 1; i <= 10; i++) Hold(db, $"D-{i:00}", CaseType.LookedAfter, "S4", 2);
        Hold(db, "E-01", CaseType.ChildInNeed, "S5", 2);
        Hold(db, "M-01", CaseType.Referral, "M1", 1);
        Hold(db, "N-01", CaseType.ChildProtection, null, null, new(2026, 11, 2));
        Hold(db, "P-01", CaseType.ChildInNeed, "S6", 1, team: Hilltop);
        db.Add(CaseEvent.Happened(Case("A-01"), CaseEventKind.Conference, new(2026, 11, 10), null));
    }

    private void Join(FairloadDb db, Team team, WorkerFacts facts)
    {
        var worker = Worker.Join(facts.Role == "Social Worker" ? facts with { SweNumber = $"SW-{facts.StaffNumber}" } : facts, null);
        _people[facts.StaffNumber] = worker.Id;
        db.AddRange(worker, new Membership(Id<Membership>.New(), worker.Id, team.Id, 1, null, null, null));
    }

    private void Hold(FairloadDb db, string reference, CaseType type, string? holder, int? tier, DateOnly? since = null, Team? team = null)
    {
        var from = since ?? new(2026, 9, 1);
        var one = Core.Caseload.Case.Open(reference, "annex-a", type.Area, type.Code, from, new(), from, null, null);
        one.Tiered(tier);
        _cases[reference] = one;
        db.AddRange(one,
            Assignment.Begin(one.Id, holder is null ? null : Person(holder), "", (team ?? Riverside).Id, "", 1, from, true, null));
        if (tier is { } known)
        {
            db.Add(Score.Give(one.Id, ScoreBy.Agreed, "children/1", [.. Enumerable.Repeat<int?>(known, 6)], new(2026, 10, 1), "Kate Marsh",
                new(2026, 10, 1, 9, 0, 0, DateTimeKind.Utc), null));
        }
    }

    private static void Import(FairloadDb db, ImportKind kind)
    {
        var run =
            ImportRun.Look(Id<ImportRun>.New(), kind, $"{kind}.xlsx", "", new(2026, 11, 14), "An analyst",
            new(2026, 11, 14, 9, 0, 0, DateTimeKind.Utc), "{}");
        run.Apply(false, "An analyst", new(2026, 11, 14, 9, 5, 0, DateTimeKind.Utc), "{}");
        db.Add(run);
    }
}

using Fairload.App.Allocation.Scenarios;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation.Scenarios;

public sealed class A_scenario
{
    private const string Service = "Safeguarding";

    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Without_somebody_lets_their_cases_wait_and_shares_them_out_and_changes_nothing_real(string engine)
    {
        await using var council = await Filled(engine);
        var before = await council.Dump();
        var view = await Shown(council, WhatIf.Nothing with { Gone = [await Person(council, "1001")] });

        Assert.Equal((2, 4), (view.AsIs.Waits, view.Then.Waits));
        Assert.Equal(["R-1", "R-2", "R-4", "R-5"], view.Then.Told.Cases.Select(c => c.Case.Reference).Order());
        Assert.DoesNotContain("Grace Adeyemi", view.Then.Told.People.Select(p => p.Worker.Name));
        Assert.Contains("Grace Adeyemi", view.Now.Select(p => p.Worker.Name));
        Assert.True(view.Then.Told.HeaviestAfter!.Value.Fraction > view.AsIs.Told.HeaviestAfter!.Value.Fraction);
        await council.Db(db => db.Set<Scenario>().ExecuteDeleteAsync());
        Assert.Equal(before, await council.Dump());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_solved_once_and_again_only_when_people_cases_or_settings_change(string engine)
    {
        await using var council = await Filled(engine);
        var what = WhatIf.Nothing with { New = new(1, WorkLevel.Experienced, 1) };
        var id = (await Shown(council, what)).Line.Scenario.Id;
        Task<ScenarioView?> Again() => council.Ask((ScenarioDesk desk) => desk.Show(id, null, Principal, default));
        var (one, two) = ((await Again())!, (await Again())!);
        Assert.Same(one.Then, two.Then);
        Assert.Same(one.AsIs, two.AsIs);

        await council.Ask((Fairload.App.Allocation.KindDesk desk) => desk.Agree(
            new("new", "None", "Directors", new(2026, 11, 16), false, new(0, false), new(0, false), new(0, false)), Principal, default));
        Assert.NotSame(one.Then, (await Again())!.Then);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_new_people_makes_the_heaviest_no_heavier_and_of_a_short_leave_gives_nothing_new(string engine)
    {
        await using var council = await Filled(engine);
        var more = await Shown(council, WhatIf.Nothing with { New = new(2, WorkLevel.Experienced, 1) });
        Assert.Equal(more.AsIs.Told.People.Count + 2, more.Then.Told.People.Count);
        Assert.True(more.Then.Told.HeaviestAfter!.Value.Fraction <= more.AsIs.Told.HeaviestAfter!.Value.Fraction);

        var ngozi = await Person(council, "1003");
        var leave = await Shown(council, WhatIf.Nothing with { Leave = new(ngozi, new(2026, 11, 16), new(2026, 11, 20)) });
        Assert.DoesNotContain(leave.Then.Told.Cases, c => c.To.Id == ngozi || c.With?.Id == ngozi);
        Assert.Equal(leave.AsIs.Waits, leave.Then.Waits);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task With_other_limits_or_weights_is_shared_by_those(string engine)
    {
        await using var council = await Filled(engine);
        var none = await Shown(council, WhatIf.Nothing with { NewCasesAWeek = 0 });
        Assert.Empty(none.Then.Told.Cases);
        Assert.Equal(2, none.Then.Told.Left.Count);
        var low = await Shown(council, WhatIf.Nothing with { OverFrom = 1 });
        Assert.Empty(low.Then.Told.Cases);
        var weights = await Shown(council, WhatIf.Nothing with { Weights = "example/1" });
        Assert.Equal(
            weights.AsIs.Told.People.Select(p => (p.Worker.Id, p.Before, p.After)), weights.Then.Told.People.Select(p => (p.Worker.Id,
                p.Before, p.After)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Stands_beside_another_of_the_same_place_and_is_kept_once_when_sent_twice(string engine)
    {
        await using var council = await Filled(engine);
        var one = Council.Good(await Keep(council, "Two more", WhatIf.Nothing with { New = new(2, WorkLevel.Experienced, 1) }));
        var again = Council.Good(await Keep(council, "Two more", WhatIf.Nothing with { New = new(2, WorkLevel.Experienced, 1) }));
        Assert.Equal(one.Id, again.Id);
        var other = Council.Good(await Keep(council, "Without Grace", WhatIf.Nothing with { Gone = [await Person(council, "1001")] }));

        var view = (await council.Ask((ScenarioDesk desk) => desk.Show(one.Id, other.Id, Principal, default)))!;
        Assert.Equal(("Without Grace", 4), (view.Beside!.Scenario.Name, view.ThenBeside!.Waits));
        Assert.True(await council.Ask((ScenarioDesk desk) => desk.Forget(other.Id, Principal, default)));
        Assert.Null(await council.Ask((ScenarioDesk desk) => desk.Show(other.Id, null, Principal, default)));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_for_whoever_sees_the_loads_of_the_whole_place(string engine)
    {
        await using var council = await Filled(engine);
        var kept = Council.Good(await Keep(council, "Two more", WhatIf.Nothing with { New = new(2, WorkLevel.Experienced, 1) }));
        var hillside = await council.Db(db => db.Teams.SingleAsync(t => t.Name == "Hillside"));
        var manager = new Reader("A manager", null, [new(Role.TeamManager, hillside.Id)]);

        Assert.Null(await council.Ask((ScenarioDesk desk) => desk.Show(kept.Id, null, manager, default)));
        Assert.Empty(await council.Ask((ScenarioDesk desk) => desk.All(manager, default)));
        Assert.False(await council.Ask((ScenarioDesk desk) => desk.Forget(kept.Id, manager, default)));
        Assert.Single(Council.Refused(await council.Ask(
            (ScenarioDesk desk) => desk.Keep("Mine", null, Service, WhatIf.Nothing with { NewCasesAWeek = 1 }, manager, default))));
        var grace = WhatIf.Nothing with { Gone = [await Person(council, "1001")] };
        Assert.StartsWith(
            "Choose people from the list",
            Assert.Single(Council.Refused(await council.Ask((ScenarioDesk desk) => desk.Keep("Mine", hillside.Id, "", grace, manager,
                default)))),
            StringComparison.Ordinal);
    }

    private static Task<Result<Scenario>> Keep(Council council, string name, WhatIf what) =>
        council.Ask((ScenarioDesk desk) => desk.Keep(name, null, Service, what, Principal, default));

    private static async Task<ScenarioView> Shown(Council council, WhatIf what)
    {
        var kept = Council.Good(await Keep(council, "What if", what));
        return (await council.Ask((ScenarioDesk desk) => desk.Show(kept.Id, null, Principal, default)))!;
    }

    private static Task<Id<Worker>> Person(Council council, string number) =>
        council.Db(db => db.Workers.Where(w => w.StaffNumber == number).Select(w => w.Id).SingleAsync());

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        return council;
    }
}

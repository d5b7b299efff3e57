using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Tests.Store;

public sealed class What_is_remembered
{
    private static readonly Reader Director = new("A director", null, [new(Role.Director)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_worked_out_once_until_something_changes(string engine)
    {
        await using var council = await Council.On(engine);
        var worked = 0;
        Task<string> Ask() => council.Ask((Remembered remembered) => council.Db(db => remembered.Of(
            db, "how often", () => Task.FromResult($"{++worked}"), default)));

        Assert.Equal(["1", "1"], [await Ask(), await Ask()]);
        await council.Import(ImportKind.Staff, Extracts.Staff);
        Assert.Equal(["2", "2"], [await Ask(), await Ask()]);
        await council.Undo();
        Assert.Equal(["3", "3"], [await Ask(), await Ask()]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Lets_a_long_answer_stand_in_nobodys_way_but_of_those_who_ask_the_same(string engine)
    {
        await using var council = await Council.On(engine);
        var (worked, slow) = (0, new TaskCompletionSource());
        Task<string> Ask(string what, Func<Task<string>> work) => council.Ask((Remembered remembered) => council.Db(db =>
            remembered.Of(db, what, work, default)));
        async Task<string> Long()
        {
            await slow.Task;
            return $"{++worked}";
        }

        var both = new[] { Ask("long", Long), Ask("long", Long) };
        Assert.Equal("short", await Ask("short", () => Task.FromResult("short")));
        Assert.All(both, asked => Assert.False(asked.IsCompleted));
        slow.SetResult();
        Assert.Equal(["1", "1"], await Task.WhenAll(both));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_not_forgotten_because_somebody_signed_in_or_read_a_record(string engine)
    {
        await using var council = await Council.On(engine);
        var worked = 0;
        Task<string> Ask() => council.Ask((Remembered remembered) => council.Db(db => remembered.Of(
            db, "how often", () => Task.FromResult($"{++worked}"), default)));

        await Ask();
        await council.Ask(async (Fairload.App.Audit.AuditTrail audit) =>
        {
            await audit.Read(Director, "worker", "1", default);
            return default(Done);
        });
        Assert.Equal("1", await Ask());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_services_and_waiting_is_never_older_than_an_import_an_undoing_a_score_or_new_weights(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        var before = await Picture(council);

        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        var scored = await Picture(council);
        Assert.NotEqual(before, scored);

        var second = Council.Csv(Extracts.CaseHeader, "R-1,looked after,Children,01/03/2026,,,Hillside,Ngozi Okafor,12/11/2026,");
        await council.Import(ImportKind.Cases, second, "2026-11-14");
        var later = await Picture(council);
        Assert.NotEqual(scored, later);

        Council.Good(await council.Undo());
        Assert.Equal(scored, await Picture(council));

        var now = await council.Ask((CaseloadSettings settings) => settings.WeightsOn(new(2026, 11, 16), default));
        var doubled = now with
        {
            LiveFrom = new(2026, 11, 16),
            Cases = now.Cases.ToDictionary(c => c.Key, c => new CaseWeight(
                c.Value.Tier1 * 2, c.Value.Tier2 * 2, c.Value.Tier3 * 2, c.Value.Unscored * 2)),
        };
        var principal = new Reader("A principal", null, [new(Role.PrincipalSocialWorker)]);
        Council.Good(await council.Ask((SettingsDesk desk) => desk.Agree(doubled, principal, default)));
        Assert.NotEqual(scored, await Picture(council));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_shown_to_nobody_who_sees_other_teams(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        var all = await council.Ask((ServiceDesk desk) => desk.All(Director, default));
        var team = all.Services.SelectMany(s => s.Teams).First().Team;
        var head = new Reader("A head of one team", null, [new(Role.TeamManager, team.Id)]);
        var own = await council.Ask((ServiceDesk desk) => desk.All(head, default));
        Assert.Equal([team.Name], own.Services.SelectMany(s => s.Teams).Select(t => t.Team.Name));
        Assert.True(all.Services.Sum(s => s.Teams.Count) > 1);
    }

    private static async Task<string> Picture(Council council)
    {
        var services = await council.Ask((ServiceDesk desk) => desk.All(Director, default));
        var waiting = await council.Ask((WaitingDesk desk) => desk.Waiting(Director, null, null, default));
        return string.Join('\n',
        [
            .. services.Services.SelectMany(s => s.Teams).Select(t => $"{t.Team.Name} {t.Points} {t.Cases} {t.Unscored} {t.Waiting}"),
            .. waiting.All.Select(w => $"{w.Reference} {w.List} {w.Points} {w.Tier}"),
        ]);
    }
}

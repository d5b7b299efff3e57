using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Tests.Caseload;

/// <summary>Grace Adeyemi holds 20 cases of 5 points, Tom Bevan 12, both in Riverside; Kate Cole 12 in Hilltop.</summary>
public sealed class A_draft_of_weights
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly Reader Analyst = new("Ann Low", null, [new(Role.Analyst)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_each_team_what_would_change_and_changes_nothing_until_it_is_entered(string engine)
    {
        await using var council = await Filled(engine);
        var before = await Loads(council);
        // Of 85 points: 12 × 6.5 = 78 are 92 %, room as 60 were; 20 × 6.5 = 130 are over, and 100 are over too.
        Council.Good(await Keep(council, 6.5m, 0));
        Assert.Empty((await View(council)).All.Moves);
        // 12 × 7.5 = 90 are 106 %: full.
        Council.Good(await Keep(council, 7.5m, 1));

        var view = await View(council);
        Assert.Equal([new BandMove(Band.Room, Band.Full, 2)], view.All.Moves);
        Assert.Equal((3, 44, 44), (view.All.People, view.All.Cases, view.All.Reweighed));
        Assert.Equal(
            [("Hilltop", 1, 1), ("Riverside", 2, 1)], view.Teams.Select(t => (t.Team.Name, t.Effect.People, t.Effect.Moving)));
        Assert.Equal(["Pat Singh"], [view.Drafted.SavedBy]);
        Assert.Equal(before, await Loads(council));

        var today = council.Clock.UkToday;
        var code = Council.Good(await council.Ask(
            (SettingsDraftDesk d) => d.Enter(DraftKind.Weights, 2, "The board", today, Principal, default)));
        Assert.Equal("weights/2", code);
        Assert.Null(await council.Ask((SettingsDraftDesk d) => d.Weights(Principal, default)));
        Assert.Equal([(Band.Over, 150m), (Band.Full, 90m), (Band.Full, 90m)], await Loads(council));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_kept_once_by_a_double_click_and_not_overwritten_by_the_second_of_two(string engine)
    {
        await using var council = await Filled(engine);
        Council.Good(await Keep(council, 6, 0));
        Council.Good(await Keep(council, 6, 0));
        Assert.Equal(1, (await View(council)).Drafted.Version);

        var second = Assert.Single(Council.Refused(await Keep(council, 8, 0)));
        Assert.StartsWith("Somebody has changed or ended the draft meanwhile", second, StringComparison.Ordinal);
        Assert.Equal(6, (await View(council)).Drafted.Draft.Cases["child-in-need"].Tier2);
        Assert.Single(Council.Refused(await council.Ask((SettingsDraftDesk d) => d.Drop(DraftKind.Weights, 7, Principal, default))));
        Council.Good(await council.Ask((SettingsDraftDesk d) => d.Drop(DraftKind.Weights, 1, Principal, default)));
        Council.Good(await council.Ask((SettingsDraftDesk d) => d.Drop(DraftKind.Weights, 1, Principal, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_seen_by_a_manager_for_their_own_team_and_changed_by_nobody_who_may_not_agree(string engine)
    {
        await using var council = await Filled(engine);
        Council.Good(await Keep(council, 7.5m, 0));
        var hilltop = (await View(council)).Teams[0].Team.Id;
        var manager = new Reader("Max Orr", null, [new(Role.TeamManager, hilltop)]);

        var view = (await council.Ask((SettingsDraftDesk d) => d.Weights(manager, default)))!;
        Assert.Equal((1, false, "Hilltop"), (view.All.People, view.MayAgree, Assert.Single(view.Teams).Team.Name));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Keep(council, 8, 1, manager));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask(
            (SettingsDraftDesk d) => d.Enter(DraftKind.Weights, 1, "Me", council.Clock.UkToday, manager, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_factors_says_what_is_worded_otherwise_and_leaves_every_score(string engine)
    {
        await using var council = await Filled(engine);
        var now = (await council.Ask((SettingsDesk d) => d.InForce(Analyst, default))).FactorSets.Single(s => s.Area == Area.Children);
        var draft = now with { Name = "Others", Factors = [.. now.Factors.Take(5), now.Factors[5] with { Name = "Moving on" }] };
        Council.Good(await council.Ask((SettingsDraftDesk d) => d.Keep(draft, 0, Analyst, default)));

        var view = (await council.Ask((SettingsDraftDesk d) => d.Factors(Area.Children, Analyst, default)))!;
        Assert.Equal([6], view.Changed);
        Assert.Equal(0, view.Kept);
        Assert.Null(await council.Ask((SettingsDraftDesk d) => d.Factors(Area.Adults, Analyst, default)));
    }

    private static async Task<Result<Done>> Keep(Council council, decimal points, int seen, Reader? by = null)
    {
        var now = (await council.Ask((SettingsDesk d) => d.InForce(Principal, default))).Weights;
        var cases = new Dictionary<string, CaseWeight>(now.Cases) { ["child-in-need"] = new(points, points, points, points) };
        var draft = now with { Name = "Heavier", Cases = cases };
        return await council.Ask((SettingsDraftDesk d) => d.Keep(draft, seen, by ?? Principal, default));
    }

    private static async Task<WeightsDraftView> View(Council council) =>
        (await council.Ask((SettingsDraftDesk d) => d.Weights(Principal, default)))!;

    private static async Task<List<(Band, decimal)>> Loads(Council council) =>
    [
        .. (await council.Ask((LoadReading r) => r.Everybody(council.Clock.UkToday, default)))
            .Where(p => p.Load.Cases > 0).OrderByDescending(p => p.Load.Points).Select(p => (p.Load.Band, p.Load.Points)),
    ];

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(
            ImportKind.Staff,
            Council.Csv(
                Extracts.StaffHeader, "1001,Grace Adeyemi,,,Social worker,Experienced,Riverside,Children,1,Permanent,,",
                "1002,Tom Bevan,,,Social worker,Experienced,Riverside,Children,1,Permanent,,",
                "1003,Kate Cole,,,Social worker,Experienced,Hilltop,Children,1,Permanent,,"),
            "2026-11-09");
        var cases = new[] { ("Grace Adeyemi", "Riverside", 20), ("Tom Bevan", "Riverside", 12), ("Kate Cole", "Hilltop", 12) }
            .SelectMany(w => Enumerable.Range(1, w.Item3)
                .Select(n => $"{w.Item1[0]}-{n},child in need,Children,01/09/2026,,,{w.Item2},{w.Item1},,"));
        await council.Import(ImportKind.Cases, Council.Csv([Extracts.CaseHeader, .. cases]), "2026-11-09");
        return council;
    }
}

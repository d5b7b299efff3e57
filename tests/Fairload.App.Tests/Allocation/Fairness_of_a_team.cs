using Fairload.App.Allocation;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class Fairness_of_a_team
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_told_from_what_each_extract_kept(string engine)
    {
        await using var council = await Filled(engine);
        var view = (await council.Ask((FairnessDesk desk) => desk.Of(Principal, null, "Safeguarding", default)))!;

        Assert.Equal([new DateOnly(2026, 11, 10), new(2026, 11, 14)], view.Points.Select(p => p.AsOf).TakeLast(2));
        var last = view.Points[^1];
        Assert.Equal((3, 0), (last.People, last.LeftOut));
        Assert.InRange(last.Fairness!.Jain, 0.34, 0.99);
        // The one case of tier 3 is with Grace, who has room.
        Assert.Equal(1, Assert.Single(last.TierThree).Part);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_not_shown_for_two_people_or_outside_the_readers_line(string engine)
    {
        await using var council = await Filled(engine);
        var riverside = await council.Db(db => db.Teams.SingleAsync(t => t.Name == "Riverside"));
        var hillside = await council.Db(db => db.Teams.SingleAsync(t => t.Name == "Hillside"));
        var manager = new Reader("A manager", null, [new(Role.TeamManager, hillside.Id)]);

        var two = (await council.Ask((FairnessDesk desk) => desk.Of(Principal, riverside.Id, null, default)))!;
        Assert.All(two.Points, p => Assert.Null(p.Fairness));
        Assert.Null(await council.Ask((FairnessDesk desk) => desk.Of(manager, riverside.Id, null, default)));
        Assert.Null(await council.Ask((FairnessDesk desk) => desk.Of(manager, null, "Safeguarding", default)));
        var hr = new Reader("HR", null, [new(Role.HumanResources)]);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask((FairnessDesk desk) => desk.Teams(hr, default)));
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-14");
        return council;
    }
}

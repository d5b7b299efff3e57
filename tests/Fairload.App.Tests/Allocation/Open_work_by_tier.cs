using Fairload.App.Allocation;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class Open_work_by_tier
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_told_with_who_has_it_in_hand_and_what_is_not_safe(string engine)
    {
        await using var council = await Filled(engine);
        await council.Import(
            ImportKind.Cases,
            Council.Csv(Extracts.CaseHeader, "R-8,child protection,Children,04/11/2026,,,Riverside,Sam Reed,05/11/2026,"), "2026-11-12",
                matching: "");
        var view = await council.Ask((WorkByTierDesk desk) => desk.Work(Principal, null, null, default));

        Assert.Equal(6, view.Work.Rows.Sum(r => r.Cases));
        var grace = view.Work.Rows.Single(r => r is { TypeCode: "child-protection", Tier: 3 });
        Assert.Equal(1, grace.InHandOf[InHandOf.Experienced]);
        // R-4 never had anybody, and R-5 stands in a name that matches nobody.
        Assert.Equal(2, view.Work.Rows.Sum(r => r.InHandOf.GetValueOrDefault(InHandOf.Nobody)));
        var line = Assert.Single(view.NotSafe);
        Assert.Equal(("R-8", UnsafeBecause.MayNotHold), (line.Reference, line.Because));
        Assert.Equal(["Sam Reed"], line.Holders);
        Assert.Equal((3, 2.8m), (view.Now[WorkLevel.Experienced].People, view.Now[WorkLevel.Experienced].Fte));
        Assert.Equal(new LevelNow(1, 0, 1), view.Now[WorkLevel.NotRegistered]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ends_at_the_readers_own_line_of_management(string engine)
    {
        await using var council = await Filled(engine);
        var hillside = await council.Db(db => db.Teams.SingleAsync(t => t.Name == "Hillside"));
        var riverside = await council.Db(db => db.Teams.SingleAsync(t => t.Name == "Riverside"));
        var manager = new Reader("A manager", null, [new(Role.TeamManager, hillside.Id)]);

        var own = await council.Ask((WorkByTierDesk desk) => desk.Work(manager, null, null, default));
        Assert.Equal((1, 1), (own.Work.Rows.Sum(r => r.Cases), own.Now.Values.Sum(n => n.People)));
        var other = await council.Ask((WorkByTierDesk desk) => desk.Work(manager, riverside.Id, null, default));
        Assert.Equal((0, 0), (other.Work.Rows.Sum(r => r.Cases), other.Now.Values.Sum(n => n.People)));
        var hr = new Reader("HR", null, [new(Role.HumanResources)]);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => council.Ask((WorkByTierDesk desk) => desk.Work(hr, null, null, default)));
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(
            ImportKind.Staff, Council.Csv(Extracts.StaffHeader,
                "1009,Sam Reed,,,Support worker,,Riverside,Safeguarding,,Permanent,01/02/2019,"),
            "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        return council;
    }
}

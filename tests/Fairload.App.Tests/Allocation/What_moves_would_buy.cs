using Fairload.App.Allocation;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class What_moves_would_buy
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_worked_out_once_for_everybody_who_looks_until_something_changes(string engine)
    {
        await using var council = await Filled(engine);
        var first = (await Of(council, "Safeguarding"))!;
        Assert.Equal("Safeguarding", first.Name);
        var points = first.Found!.Points;
        Assert.True(first.Found.IsWhole);
        Assert.Equal((0, 0, 1), (points[0].Moves, points[0].Bought, points[^1].Bought));
        Assert.True(points[^1].Moves > 0 && points[^1].Heaviest.Fraction < points[0].Heaviest.Fraction);
        Assert.True(first.MostForLeast(0.8)!.Bought >= 0.8);
        Assert.Same(first.Found, (await Of(council, "Safeguarding"))!.Found);

        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        Assert.NotSame(first.Found, (await Of(council, "Safeguarding"))!.Found);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_told_to_nobody_who_may_not_hold_a_meeting_about_all_of_it(string engine)
    {
        await using var council = await Filled(engine);
        var riverside = await council.Db(db => db.Teams.SingleAsync(t => t.Name == "Riverside"));
        var manager = new Reader("A manager", null, [new(Role.TeamManager, riverside.Id)]);
        Assert.NotNull(await Of(council, "", riverside.Id, manager));
        Assert.Null(await Of(council, "Safeguarding", null, manager));
        Assert.Null(await Of(council, "", null, manager));
        Assert.Null(await Of(council, "No such service"));
        Assert.NotNull(await Of(council, ""));
        Assert.False(await council.Ask((FrontierDesk desk) => desk.Enough(null, "Safeguarding", manager, default)));
        Assert.True(await council.Ask((FrontierDesk desk) => desk.Enough(null, "Safeguarding", Principal, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Of(council, "", null, new("A director", null, [new(Role.Director)])));
    }

    private static async Task<FrontierView?> Of(Council council, string service, Id<Team>? team = null, Reader? reader = null)
    {
        for (var tries = 0; ; tries++)
        {
            var view = await council.Ask((FrontierDesk desk) => desk.Of(team, service, reader ?? Principal, default));
            if (view?.AtWork is null || tries > 20) return view;
        }
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(
            ImportKind.Cases,
            Council.Csv([
                Extracts.CaseHeader,
                .. Enumerable.Range(1, 6).Select(i => $"R-{i},child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,"),
            ]),
            "2026-11-07");
        return council;
    }
}

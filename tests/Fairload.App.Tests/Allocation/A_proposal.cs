using Fairload.App.Allocation;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class A_proposal
{
    private const long Steps = 200_000;

    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Shares_what_waits_within_the_rules_and_never_below_its_own_bound(string engine)
    {
        await using var council = await Filled(engine);
        var view = Council.Good(await Propose(council, new(null, "Safeguarding", false, 0, 1, Steps)));
        Assert.Equal(["R-4", "R-5"], view.Cases.Select(c => c.Case.Reference).Order());
        Assert.All(view.Cases, c => Assert.Null(c.From));
        Assert.True(view.Bound!.Value.Fraction <= view.HeaviestAfter!.Value.Fraction);
        Assert.Equal(view.RiskBound, view.RiskPlaced);
        Assert.Equal(view.HeaviestAfter.Value.Fraction, view.People.Max(p => p.After.Fraction));
        Assert.Equal(0, await council.Db(db => db.Set<AllocationDecision>().CountAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_the_same_again_from_the_same_data_seed_and_steps(string engine)
    {
        await using var council = await Filled(engine);
        var asked = new ProposalAsked(null, null, true, 2, 7, Steps);
        var (one, other) = (Council.Good(await Propose(council, asked)), Council.Good(await Propose(council, asked)));
        Assert.Equal(one.Cases.Select(c => $"{c.Case.Reference} {c.To.Name}"), other.Cases.Select(c => $"{c.Case.Reference} {c.To.Name}"));
        Assert.True(one.Moves <= 2);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_refused_for_a_team_that_is_not_the_readers_and_for_more_than_one_thing_at_once(string engine)
    {
        await using var council = await Filled(engine);
        var hillside = await council.Db(db => db.Teams.SingleAsync(t => t.Name == "Hillside"));
        var manager = new Reader("A manager", null, [new(Role.TeamManager, hillside.Id)]);
        var other = await council.Ask((ProposalDesk desk) => desk.Propose(new("Riverside", null, false, 0, 0, Steps), manager, default));
        Assert.Equal(["There is no team Riverside that you may allocate for"], Council.Refused(other));
        var both = await Propose(council, new("Riverside", null, true, 0, 0, Steps));
        Assert.StartsWith("Name a team or a service", Assert.Single(Council.Refused(both)), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Leaves_waiting_what_nobody_may_hold_and_says_which_rule_stands_against_whom(string engine)
    {
        await using var council = await Filled(engine);
        await council.Import(
            ImportKind.Staff,
            Council.Csv(Extracts.StaffHeader, "1003,Ngozi Okafor,,,Support worker,,Hillside,Safeguarding,1.0,Permanent,01/02/2019,"), "2026-11-11");
        await council.Import(
            ImportKind.Cases,
            Council.Csv(Extracts.CaseHeader, "R-7,child protection,Children,04/11/2026,,,Hillside,,,"), "2026-11-12", matching: "");
        var view = Council.Good(await Propose(council, new("Hillside", null, false, 0, 0, Steps)));
        var left = Assert.Single(view.Left, l => l.Case.Reference == "R-7");
        Assert.Equal((0, 1), (left.Could, left.Why[Rule.NotQualified]));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_what_moves_of_held_cases_would_buy(string engine)
    {
        await using var council = await Filled(engine);
        var asked = new ProposalAsked("Riverside", null, false, 0, 0, Steps);
        var points = Council.Good(await council.Ask((ProposalDesk desk) => desk.Frontier(asked, Principal, default)));
        Assert.Equal(0, points[0].Moves);
        Assert.Equal(points.Select(p => p.Moves).Order(), points.Select(p => p.Moves));
        Assert.Equal(points.Select(p => p.Bought).Order(), points.Select(p => p.Bought));
        Assert.Equal(1, points[^1].Bought);
    }

    private static Task<Result<ProposalView>> Propose(Council council, ProposalAsked asked) =>
        council.Ask((ProposalDesk desk) => desk.Propose(asked, Principal, default));

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        return council;
    }
}

using Fairload.App.Allocation;
using Fairload.App.Allocation.Meetings;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class Weights_of_kindness
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    private static readonly KindAgreement Own = new(
        "new", "Continuity", "Directors, 2 November", Today, false, new(7, true), new(9, true), new(5, true));

    [Theory, ClassData(typeof(Engines))]
    public async Task Count_from_the_day_agreed_in_one_case_in_meetings_and_in_what_is_shared_out(string engine)
    {
        await using var council = await Filled(engine);
        Assert.Equal((10, 1), await Costs(council));
        Council.Good(await Agree(council, Own));
        Assert.Equal((21, 5), await Costs(council));
        Council.Good(await Agree(council, Own with { SameTeam = new(5, false), HeldBefore = new(7, false) }));
        Assert.Equal((9, 0), await Costs(council));

        var id = await council.Db(db => db.Cases.Where(c => c.Reference == "R-4").Select(c => c.Id).SingleAsync());
        var view = await council.Ask((AllocationDesk desk) => desk.Case(id, true, Principal, default));
        Assert.Equal(("kindness/3", new KindWeights(0, 9, 0, 0, 0, 0, 0, 0, 0, 0)), (view!.Kind.Code, view.Kind.Weights));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_kept_in_versions_the_later_ones_waiting_for_their_day_and_one_sent_twice_is_one(string engine)
    {
        await using var council = await Filled(engine);
        var later = Own with { LiveFrom = Today.AddDays(20) };
        Assert.Equal(Council.Good(await Agree(council, later)).Code, Council.Good(await Agree(council, later)).Code);
        var view = await council.Ask((KindDesk desk) => desk.InForce(Principal, default));
        Assert.True(view.InForce.IsExample);
        Assert.Equal(["kindness/2"], view.Later.Select(k => k.Code));
        Assert.Equal((10, 1), await Costs(council));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Refuse_a_day_that_has_passed_a_weight_out_of_bounds_and_who_may_not_agree(string engine)
    {
        await using var council = await Filled(engine);
        Assert.StartsWith("The day from which they count has passed",
            Assert.Single(Council.Refused(await Agree(council, Own with { LiveFrom = Today.AddDays(-1) }))), StringComparison.Ordinal);
        Assert.Equal(["A weight is a whole number from 0 to 100, and not 101"],
            Council.Refused(await Agree(council, Own with { SameTeam = new(101, true) })));
        Assert.Equal(0, await council.Db(db => db.Set<KindRow>().CountAsync()));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask((KindDesk desk) =>
            desk.Agree(Own, new("A manager", null, [new(Role.TeamManager)]), default)));
    }

    /// <summary>The most unkind way for R-4, which lies in Riverside, and how much kinder the kindest is. As it ships nobody knows the case
    /// or its family, and nobody has the skill or goal that such work asks for.</summary>
    private static async Task<(long Most, long Least)> Costs(Council council)
    {
        var about = new MeetingAbout(MeetingScope.Service, null, "Safeguarding", null, 0, 1, 1000, false);
        var question = await council.Ask((MeetingQuestions questions) => questions.Read(about, [], default));
        var item = question.Sharing.Items[question.Items.Index().Single(i => i.Item.Case.Reference == "R-4").Index];
        var costs = item.Options.Select(o => o.Cost).ToList();
        return (costs.Max(), costs.Max() - costs.Min());
    }

    private static Task<Result<KindAgreement>> Agree(Council council, KindAgreement agreed) =>
        council.Ask((KindDesk desk) => desk.Agree(agreed, Principal, default));

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(
            ImportKind.Cases, Council.Csv(Extracts.CaseHeader, "R-4,child in need,Children,04/06/2026,,,Riverside,,,"), "2026-11-07");
        return council;
    }
}

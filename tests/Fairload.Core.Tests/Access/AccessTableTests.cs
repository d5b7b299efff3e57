using Fairload.Core.Access;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Access;

public sealed class What_each_may_see
{
    private static readonly Permission[] OfSurveys =
        [
            Permission.SeeSurveys, Permission.SeeSurveyPlans, Permission.SeeEditions, Permission.SeeSurveyResults, Permission.SeeLedger,
        ];

    /// <summary>What is wrong with the place of work and whether its risks were assessed, without names; and what was let out.</summary>
    private static readonly Permission[] OfTheWorkplace =
        [Permission.SeeWorkplace, Permission.SeeRisks, Permission.SeeWorkplaceReleases];

    [Theory]
    [InlineData(Role.ElectedMember)]
    [InlineData(Role.UnionRepresentative)]
    [InlineData(Role.Evaluator)]
    public void Is_nothing_of_the_daily_work_for_people_outside_the_line(Role role) =>
        Assert.All(Enum.GetValues<Permission>().Except(
            [
                .. OfSurveys, .. OfTheWorkplace, Permission.ReadComments, Permission.KeyInAnswers, Permission.SeeHealthCheck,
                Permission.SeeActions, Permission.SeeScrutiny, Permission.SayOnActions, Permission.SeeEvidence, Permission.OwnAccount,
            ]),
            p => Assert.Equal(Reach.None, AccessTable.Of(role, p)));

    [Fact]
    public void Is_of_surveys_the_plan_the_promise_and_what_was_let_out_for_the_union() =>
        Assert.Equal([.. OfTheWorkplace, .. OfSurveys], Enum.GetValues<Permission>().Where(p =>
            p is not (Permission.OwnAccount or Permission.SeeHealthCheck or Permission.SeeActions or Permission.SeeScrutiny
                    or Permission.SayOnActions)
                && AccessTable.Of(Role.UnionRepresentative, p) == Reach.Council));

    [Fact]
    public void Is_of_actions_everything_for_the_union_and_for_members_what_scrutiny_asked_for() =>
        Assert.Equal(
            [Reach.Council, Reach.Own, Reach.None],
            new[] { Role.UnionRepresentative, Role.ElectedMember, Role.Evaluator }.Select(r => AccessTable.Of(r, Permission.SeeActions)));

    [Fact]
    public void Is_of_the_workplace_only_what_was_let_out_for_members() =>
        Assert.Equal([Permission.SeeWorkplaceReleases], OfTheWorkplace.Where(p => AccessTable.Of(Role.ElectedMember, p) != Reach.None));

    [Fact]
    public void Is_never_a_single_incident_for_human_resources_or_the_union()
    {
        Assert.Equal(Reach.None, AccessTable.Of(Role.HumanResources, Permission.SeeIncidents));
        Assert.Equal(Reach.None, AccessTable.Of(Role.UnionRepresentative, Permission.SeeIncidents));
    }

    [Fact]
    public void Is_paper_to_be_typed_in_for_nobody_of_the_line_of_management() =>
        Assert.Equal(
            [(Role.PrincipalSocialWorker, Reach.Council), (Role.HumanResources, Reach.Own), (Role.UnionRepresentative, Reach.Own)],
            Enum.GetValues<Role>().Select(r => (r, AccessTable.Of(r, Permission.KeyInAnswers))).Where(r => r.Item2 != Reach.None));

    [Fact]
    public void Is_what_people_wrote_for_the_union_only_where_the_principal_social_worker_names_somebody_of_it()
    {
        Assert.Equal(Reach.Own, AccessTable.Of(Role.UnionRepresentative, Permission.ReadComments));
        Assert.Equal(Reach.None, AccessTable.Of(Role.TeamManager, Permission.ReadComments));
        Assert.Equal(Reach.None, AccessTable.Of(Role.HeadOfService, Permission.ReadComments));
    }

    [Theory]
    [InlineData(Permission.SeeCases)]
    [InlineData(Permission.SeeLoads)]
    [InlineData(Permission.SeeWaiting)]
    [InlineData(Permission.ScoreCases)]
    public void Is_never_a_case_for_human_resources_or_the_administrator(Permission permission)
    {
        Assert.Equal(Reach.None, AccessTable.Of(Role.HumanResources, permission));
        Assert.Equal(Reach.None, AccessTable.Of(Role.Administrator, permission));
    }

    [Fact]
    public void Is_their_own_account_for_everybody() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.Equal(Reach.Own, AccessTable.Of(role, Permission.OwnAccount)));

    [Fact]
    public void Stops_at_the_managers_team()
    {
        var (north, south) = (Open("North"), Open("South"));
        var sight = new Reader("Tom", null, [new Grant(Role.TeamManager, north.Id)]).SightFor(Permission.SeeLoads);

        Assert.True(sight.SeesTeam(north));
        Assert.False(sight.SeesTeam(south));
    }

    [Fact]
    public void Is_their_own_for_a_practitioner()
    {
        var me = Id<Worker>.New();
        var sight = new Reader("Ana", me, [new Grant(Role.Practitioner)]).SightFor(Permission.SeeCases);

        Assert.True(sight.SeesWorker(me, []));
        Assert.False(sight.SeesWorker(Id<Worker>.New(), [Open("North")]));
    }

    [Fact]
    public void Is_nothing_without_a_grant() => Assert.True(new Reader("Ana", Id<Worker>.New(), []).SightFor(Permission.SeeCases).IsBlind);

    private static Team Open(string name) => Team.Open(name, "Children", "Council", null, null, null);
}

using Fairload.App.Workforce.Initiatives;
using Fairload.App.Workforce.Posts;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Initiatives;
using Fairload.Core.Workforce.Posts;
using Fairload.Core.Workforce.Reorganisations;
using Fairload.Web.Tests.Journeys;
using static Fairload.Core.Access.Permission;

namespace Fairload.Web.Tests.Routes;

/// <summary>The addresses of reorganisations, posts and vacancies, of managers' load and of what is asked of teams.</summary>
internal static class OfTheWorkforce
{
    private const string New = "/reorganisations/new/{kind:regex(^(merge|split|rename|close|move)$)}";
    private const string One = "/reorganisations/{id:guid}";

    public static IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("/downloads/initiatives", PlanLoads, "/downloads/initiatives", By: Role.TeamManager, Answer: Answer.File),
        new("/initiatives", PlanLoads, "/initiatives", By: Role.TeamManager),
        new("/initiatives/new", KeepInitiatives, "/initiatives/new", By: Role.Director),
        new("/initiatives/{id:guid}", PlanLoads, "/initiatives/{}", Kind.Initiative, Role.TeamManager),
        new("/initiatives/{id:guid}/change", KeepInitiatives, "/initiatives/{}/change", Kind.Initiative, Role.HeadOfService),
        new("/managers", PlanLoads, "/managers", By: Role.TeamManager),
        new("/posts", SeePeople, "/posts", By: Role.HumanResources),
        new("/posts", SeePeople, "/posts", By: Role.TeamManager, IsSame: true),
        new("/posts/vacancies/new", KeepPosts, "/posts/vacancies/new", By: Role.HumanResources),
        new("/posts/vacancies/{id:guid}", KeepPosts, "/posts/vacancies/{}", Kind.Vacancy, Role.TeamManager),
        new("/reorganisations", Reorganise, "/reorganisations", By: Role.Director),
        new(New, Reorganise, "/reorganisations/new/merge", By: Role.HeadOfService),
        new(New, Reorganise, "/reorganisations/new/split", By: Role.HeadOfService),
        new(New, Reorganise, "/reorganisations/new/move", By: Role.PrincipalSocialWorker),
        new(One, Reorganise, "/reorganisations/{}", Kind.Reorganisation, Role.HeadOfService),
    ];

    public static IReadOnlyList<FormRow> Forms { get; } =
    [
        new("/initiatives/new", "", KeepInitiatives, "/initiatives/new"),
        new("/initiatives/{id:guid}/change", "Amend", KeepInitiatives, "/initiatives/{}/change?handler=Amend", Kind.Initiative),
        new("/initiatives/{id:guid}/change", "End", KeepInitiatives, "/initiatives/{}/change?handler=End", Kind.Initiative),
        new("/posts/vacancies/new", "", KeepPosts, "/posts/vacancies/new"),
        new("/posts/vacancies/{id:guid}", "Amend", KeepPosts, "/posts/vacancies/{}?handler=Amend", Kind.Vacancy),
        new("/posts/vacancies/{id:guid}", "End", KeepPosts, "/posts/vacancies/{}?handler=End", Kind.Vacancy),
        new(New, "", Reorganise, "/reorganisations/new/rename"),
        new(One, "Again", Reorganise, "/reorganisations/{}?handler=Again", Kind.Reorganisation),
        new(One, "Apply", Reorganise, "/reorganisations/{}?handler=Apply", Kind.Reorganisation),
        new(One, "Withdraw", Reorganise, "/reorganisations/{}?handler=Withdraw", Kind.Reorganisation),
    ];

    /// <summary>An entry of each register of the workplace; a vacancy of the team, and a new name that is prepared for it.</summary>
    public static async Task<IReadOnlyList<(Kind Kind, string Key)>> Planted(this Served site, Team team, Reader reader)
    {
        var vacancy = new VacancyFacts(team.Id, "Social worker", 1, site.Clock.UkToday.AddDays(-20), null, null, null);
        var initiative = new InitiativeFacts(
            "Weekly tracker", InitiativeKind.Initiative, "Improvement board", "", StaffTold.No, null, 2, EffortPer.Team,
            InitiativeReach.Teams, [], [team.Id], site.Clock.UkToday.AddDays(-20), null);
        var rename = new ReorganisationAsked(
            ReorganisationKind.Rename, site.Clock.UkToday.AddDays(200), [team.Id], null, [$"{team.Name} by another name"], "", "",
            new Dictionary<Id<Worker>, int>());
        return
        [
            .. await site.Enter(team.Id, reader),
            (Kind.Vacancy, Records.Good(
                await site.Desk<VacancyDesk, Result<Vacancy>>(desk => desk.Enter(vacancy, reader, default))).Id.ToString()),
            (Kind.Initiative, Records.Good(
                await site.Desk<InitiativeDesk, Result<Initiative>>(desk => desk.Enter(initiative, reader, default))).FirstId.ToString()),
            (Kind.Reorganisation, Records.Good(
                await site.Desk<ReorganisationDesk, Result<Reorganisation>>(desk => desk.Prepare(rename, reader, default))).Id.ToString()),
        ];
    }
}

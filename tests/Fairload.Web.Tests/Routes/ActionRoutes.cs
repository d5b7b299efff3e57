using Fairload.Core.Access;
using static Fairload.Core.Access.Permission;

namespace Fairload.Web.Tests.Routes;

/// <summary>Every address and form of actions and scrutiny.</summary>
internal static class ActionRoutes
{
    private const string Step = "/actions/{id:guid}/{step:regex(^(move|done|refuse|open)$)}";
    private const string NoMessage = "/scrutiny/messages/01980000-0000-7000-8000-000000000000";
    private const Role Psw = Role.PrincipalSocialWorker;

    public static IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("/actions", SeeActions, "/actions", By: Role.TeamManager),
        new("/actions", SeeActions, "/actions?State=Overdue", By: Role.ElectedMember, IsSame: true),
        new("/actions/cannot", SeeActions, "/actions/cannot", By: Role.Director),
        new("/actions/cannot/letter", SeeActions, "/actions/cannot/letter?to=members", By: Role.Director),
        new("/actions/letters", SeeActions, "/actions/letters", By: Role.TeamManager),
        new("/actions/new", KeepActions, "/actions/new", By: Role.TeamManager),
        new("/actions/{id:guid}", SeeActions, "/actions/{}", Kind.Action, Role.TeamManager),
        new("/actions/{id:guid}/change", SeeActions, "/actions/{}/change", Kind.Action, Role.TeamManager),
        new("/actions/{id:guid}/publish", PublishActions, "/actions/{}/publish", Kind.Action, Psw),
        new("/actions/{id:guid}/say", SayOnActions, "/actions/{}/say", Kind.Action, Role.UnionRepresentative),
        new(Step, SeeActions, "/actions/{}/refuse", Kind.Action, Role.TeamManager),
        new(Step, SeeActions, "/actions/{}/move", Kind.Action, Role.TeamManager),
        new("/downloads/actions", SeeActions, "/downloads/actions", By: Role.TeamManager, Answer: Answer.File),
        new("/published/actions", null, "/published/actions"),
        new("/published/actions.csv", null, "/published/actions.csv", Answer: Answer.File),
        new("/scrutiny", SeeScrutiny, "/scrutiny", By: Role.ElectedMember),
        new("/scrutiny/messages/{id:guid}", SeeScrutiny, NoMessage, By: Role.Practitioner, Answer: Answer.Elsewhere),
        new("/scrutiny/new", KeepScrutiny, "/scrutiny/new", By: Psw),
        new("/scrutiny/resolutions/{id:guid}", SeeScrutiny, "/scrutiny/resolutions/{}", Kind.Resolution, Role.ElectedMember),
        new("/scrutiny/resolutions/{id:guid}/publish", PublishActions, "/scrutiny/resolutions/{}/publish", Kind.Resolution, Psw),
        new("/scrutiny/resolutions/{id:guid}/split", KeepScrutiny, "/scrutiny/resolutions/{}/split", Kind.Resolution, Psw),
        new("/scrutiny/{id:guid}", SeeScrutiny, "/scrutiny/{}", Kind.Scrutiny, Role.ElectedMember),
        new("/scrutiny/{id:guid}/minutes", KeepScrutiny, "/scrutiny/{}/minutes", Kind.Scrutiny, Psw),
    ];

    public static IReadOnlyList<FormRow> Forms { get; } =
    [
        new("/actions/letters", "", SeeActions, "/actions/letters"),
        new("/actions/new", "", KeepActions, "/actions/new"),
        new("/actions/{id:guid}", "Note", SeeActions, "/actions/{}?handler=Note", Kind.Action),
        new("/actions/{id:guid}", "Vote", SeeActions, "/actions/{}?handler=Vote", Kind.Action),
        new("/actions/{id:guid}/change", "", SeeActions, "/actions/{}/change", Kind.Action),
        new("/actions/{id:guid}/publish", "", PublishActions, "/actions/{}/publish", Kind.Action),
        new("/actions/{id:guid}/say", "", SayOnActions, "/actions/{}/say", Kind.Action),
        new(Step, "", SeeActions, "/actions/{}/move", Kind.Action),
        new("/scrutiny/messages/{id:guid}", "", SeeScrutiny, NoMessage),
        new("/scrutiny/new", "", KeepScrutiny, "/scrutiny/new"),
        new("/scrutiny/resolutions/{id:guid}/publish", "", PublishActions, "/scrutiny/resolutions/{}/publish", Kind.Resolution),
        new("/scrutiny/resolutions/{id:guid}/split", "", KeepScrutiny, "/scrutiny/resolutions/{}/split", Kind.Resolution),
        .. new[] { "Answer", "Item", "Message", "Question", "Resolution", "Unnamed", "Witness" }.Select(handler => new FormRow(
            "/scrutiny/{id:guid}/minutes", handler, KeepScrutiny, $"/scrutiny/{{}}/minutes?handler={handler}", Kind.Scrutiny)),
    ];
}

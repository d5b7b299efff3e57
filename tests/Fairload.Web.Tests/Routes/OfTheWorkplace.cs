using Fairload.Core.Access;
using static Fairload.Core.Access.Permission;

namespace Fairload.Web.Tests.Routes;

/// <summary>The addresses of the registers of the workplace.</summary>
internal static class OfTheWorkplace
{
    public static IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("/workplace", SeeWorkplace, "/workplace", By: Role.TeamManager),
        new("/workplace", SeeWorkplace, "/workplace", By: Role.UnionRepresentative, IsSame: true),
        new("/workplace/feedback", SeeFeedback, "/workplace/feedback", By: Role.HeadOfService),
        new("/workplace/feedback/new", KeepWorkplace, "/workplace/feedback/new", By: Role.TeamManager),
        new("/workplace/feedback/{id:guid}", SeeFeedback, "/workplace/feedback/{}", Kind.Feedback, Role.TeamManager),
        new("/workplace/incidents", SeeIncidents, "/workplace/incidents", By: Role.TeamManager),
        new("/workplace/incidents/new", ReportAtWork, "/workplace/incidents/new", By: Role.Practitioner),
        new("/workplace/incidents/{id:guid}", SeeIncidents, "/workplace/incidents/{}", Kind.Incident, Role.TeamManager),
        new("/workplace/release", ReleaseWorkplace, "/workplace/release", By: Role.PrincipalSocialWorker),
        new("/workplace/released", SeeWorkplaceReleases, "/workplace/released", By: Role.ElectedMember),
        new("/workplace/risks", SeeRisks, "/workplace/risks", By: Role.TeamManager),
        new("/workplace/risks/new", KeepWorkplace, "/workplace/risks/new", By: Role.TeamManager),
        new("/workplace/risks/{id:guid}", SeeRisks, "/workplace/risks/{}", Kind.Risk, Role.TeamManager),
        new("/workplace/sickness", SeeSickness, "/workplace/sickness", By: Role.HumanResources),
        new("/workplace/things", SeeWorkplace, "/workplace/things", By: Role.Practitioner),
        new("/workplace/things/new", ReportAtWork, "/workplace/things/new", By: Role.Practitioner),
        new("/workplace/things/{id:guid}", SeeWorkplace, "/workplace/things/{}", Kind.SmallThing, Role.TeamManager),
        new("/workplace/time", RecordTimeUse, "/workplace/time", By: Role.Practitioner),
    ];

    public static IReadOnlyList<FormRow> Forms { get; } =
    [
        new("/workplace/feedback/new", "", KeepWorkplace, "/workplace/feedback/new"),
        new("/workplace/feedback/{id:guid}", "", SeeFeedback, "/workplace/feedback/{}", Kind.Feedback),
        new("/workplace/incidents/new", "", ReportAtWork, "/workplace/incidents/new"),
        new("/workplace/incidents/{id:guid}", "", SeeIncidents, "/workplace/incidents/{}", Kind.Incident),
        new("/workplace/release", "Close", ReleaseWorkplace, "/workplace/release?handler=Close"),
        new("/workplace/release", "Open", ReleaseWorkplace, "/workplace/release?handler=Open"),
        new("/workplace/release", "Quarter", ReleaseWorkplace, "/workplace/release?handler=Quarter"),
        new("/workplace/risks/new", "", KeepWorkplace, "/workplace/risks/new"),
        new("/workplace/risks/{id:guid}", "Amend", SeeRisks, "/workplace/risks/{}?handler=Amend", Kind.Risk),
        new("/workplace/risks/{id:guid}", "End", SeeRisks, "/workplace/risks/{}?handler=End", Kind.Risk),
        new("/workplace/things/new", "Back", ReportAtWork, "/workplace/things/new?handler=Back"),
        new("/workplace/things/new", "Look", ReportAtWork, "/workplace/things/new?handler=Look"),
        new("/workplace/things/new", "Send", ReportAtWork, "/workplace/things/new?handler=Send"),
        new("/workplace/things/{id:guid}", "Again", SeeWorkplace, "/workplace/things/{}?handler=Again", Kind.SmallThing),
        new("/workplace/things/{id:guid}", "Cannot", SeeWorkplace, "/workplace/things/{}?handler=Cannot", Kind.SmallThing),
        new("/workplace/things/{id:guid}", "Fix", SeeWorkplace, "/workplace/things/{}?handler=Fix", Kind.SmallThing),
        new("/workplace/things/{id:guid}", "Own", SeeWorkplace, "/workplace/things/{}?handler=Own", Kind.SmallThing),
        new("/workplace/things/{id:guid}", "Too", SeeWorkplace, "/workplace/things/{}?handler=Too", Kind.SmallThing),
        new("/workplace/time", "Save", RecordTimeUse, "/workplace/time?handler=Save"),
        new("/workplace/time", "Withdraw", RecordTimeUse, "/workplace/time?handler=Withdraw"),
    ];
}

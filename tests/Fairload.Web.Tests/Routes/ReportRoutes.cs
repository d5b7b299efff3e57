using Fairload.Core.Access;
using static Fairload.Core.Access.Permission;

namespace Fairload.Web.Tests.Routes;

/// <summary>The addresses of reports of the health check and their editions.</summary>
internal static class ReportRoutes
{
    public static IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("/health-check/report-template", EditReport, "/health-check/report-template", By: Role.PrincipalSocialWorker,
            Answer: Answer.File),
        new("/health-check/{year:int}/editions", SeeHealthCheck, "/health-check/2026/editions", By: Role.PrincipalSocialWorker),
        new("/health-check/{year:int}/editions", SeeHealthCheck, "/health-check/2026/editions", By: Role.ElectedMember, IsSame: true),
        new("/health-check/{year:int}/editions/{id:guid}", SeeHealthCheck, "/health-check/2026/editions/{}", Kind.FrozenEdition,
            Role.Director),
        new("/health-check/{year:int}/editions/{id:guid}/files/{kind}", SeeHealthCheck, "/health-check/2026/editions/{}/files/ods",
            Kind.FrozenEdition, Role.ElectedMember, Answer.File),
        new("/health-check/{year:int}/report/{edition}", EditReport, "/health-check/2026/report/members",
            By: Role.PrincipalSocialWorker),
        new("/health-check/{year:int}/report/{edition}/{slot}", EditReport, "/health-check/2026/report/members/protection",
            By: Role.PrincipalSocialWorker),
        new("/health-check/{year:int}/report/{edition}/files/{kind}", EditReport, "/health-check/2026/report/members/files/docx",
            By: Role.PrincipalSocialWorker, Answer: Answer.File),
        new("/published", null, "/published"),
        new("/published/{year:int}/{language}", null, "/published/2026/en"),
        new("/published/{year:int}/{language}/report.{kind}", null, "/published/2026/en/report.docx", Answer: Answer.File),
    ];

    public static IReadOnlyList<FormRow> Forms { get; } =
    [
        new("/health-check/{year:int}/editions", "Claim", SeeHealthCheck, "/health-check/2026/editions?handler=Claim"),
        new("/health-check/{year:int}/editions", "GiveUp", SeeHealthCheck, "/health-check/2026/editions?handler=GiveUp"),
        new("/health-check/{year:int}/editions/{id:guid}", "Publish", SeeHealthCheck, "/health-check/2026/editions/{}?handler=Publish",
            Kind.FrozenEdition),
        new("/health-check/{year:int}/editions/{id:guid}", "Withdraw", SeeHealthCheck, "/health-check/2026/editions/{}?handler=Withdraw",
            Kind.FrozenEdition),
        new("/health-check/{year:int}/report/{edition}", "Freeze", EditReport, "/health-check/2026/report/members?handler=Freeze"),
        new("/health-check/{year:int}/report/{edition}/{slot}", "", EditReport, "/health-check/2026/report/members/protection"),
        new("/health-check/{year:int}/report/{edition}/{slot}", "SetBack", EditReport,
            "/health-check/2026/report/members/protection?handler=SetBack"),
    ];
}

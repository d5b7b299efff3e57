using Fairload.Core.Access;
using static Fairload.Core.Access.Permission;

namespace Fairload.Web.Tests.Routes;

/// <summary>How a page is answered to whoever may open it.</summary>
internal enum Answer { Page, File, Elsewhere, NotThere }

/// <summary>One address that can be opened.</summary>
/// <param name="Pattern">As the program knows the route.</param>
/// <param name="Needs">Null where it is open to everybody.</param>
/// <param name="Example">With <c>{}</c> where the key of a record stands.</param>
/// <param name="By">Who opens it in the browser.</param>
/// <param name="IsSame">The page of another row in another place or for another reader, with the same title.</param>
internal sealed record RouteRow(
    string Pattern, Permission? Needs, string Example, Kind Kind = Kind.Nothing, Role By = Role.Analyst, Answer Answer = Answer.Page,
    bool IsSame = false)
{
    public string At(string key) => Example.Replace("{}", key, StringComparison.Ordinal);
}

/// <summary>Every address of the site that can be opened, and who may. A route without a row fails a test.</summary>
internal static class RouteTable
{
    public static IReadOnlyList<RouteRow> Rows { get; } =
    [
        new("/", OwnAccount, "/", By: Role.TeamManager),
        new("/", OwnAccount, "/", By: Role.HumanResources, IsSame: true),
        new("/", OwnAccount, "/", By: Role.ElectedMember, IsSame: true),
        new("/accessibility", null, "/accessibility"),
        new("/account", OwnAccount, "/account"),
        new("/account/password", OwnAccount, "/account/password"),
        new("/account/recovery-codes", OwnAccount, "/account/recovery-codes"),
        new("/account/second-factor", OwnAccount, "/account/second-factor"),
        new("/account/second-factor/qr.svg", OwnAccount, "/account/second-factor/qr.svg", Answer: Answer.NotThere),
        new("/accounts", ManageAccounts, "/accounts", By: Role.Administrator),
        new("/accounts/invite", ManageAccounts, "/accounts/invite", By: Role.Administrator),
        new("/accounts/{id}", ManageAccounts, "/accounts/{}", Kind.Account, Role.Administrator),
        new("/audit", SeeAudit, "/audit", By: Role.Administrator),
        new("/calibration", Calibrate, "/calibration", By: Role.TeamManager),
        new("/calibration/new", OpenCalibration, "/calibration/new", By: Role.PrincipalSocialWorker),
        new("/calibration/{id:guid}", Calibrate, "/calibration/{}", Kind.Round, Role.PrincipalSocialWorker),
        new("/calibration/{id:guid}/end", OpenCalibration, "/calibration/{}/end", Kind.Round, Role.PrincipalSocialWorker, Answer.Elsewhere),
        new("/calibration/{id:guid}/results", Calibrate, "/calibration/{}/results", Kind.Round, Role.TeamManager),
        new("/calibration/{id:guid}/{vignette}", Calibrate, "/calibration/{}/children-01", Kind.Round, Role.TeamManager),
        new("/cases", SeeCases, "/cases?Find=1"),
        new("/cases/{id}", SeeCases, "/cases/{}", Kind.Case, Role.TeamManager),
        new("/cases/{id}/adviser", Allocate, "/cases/{}/adviser", Kind.Case, Role.TeamManager),
        new("/cases/{id}/allocate", Allocate, "/cases/{}/allocate", Kind.WaitingCase, Role.TeamManager),
        new("/demo", null, "/demo"),
        new("/downloads/services/{**name}", SeeLoads, "/downloads/services/{}", Kind.Service, Role.HeadOfService, Answer.File),
        new("/downloads/teams/{id}", SeeLoads, "/downloads/teams/{}", Kind.Team, Role.TeamManager, Answer.File),
        new("/downloads/waiting", SeeWaiting, "/downloads/waiting", Answer: Answer.File),
        new("/fairness", SeeLoads, "/fairness", By: Role.TeamManager),
        new("/fairness", SeeLoads, "/fairness?Where={}", Kind.Team, Role.TeamManager, IsSame: true),
        new("/fault/{code:int?}", null, "/fault/404", Answer: Answer.NotThere),
        new("/help", null, "/help"),
        new("/imports", Import, "/imports"),
        new("/imports/matchings", Import, "/imports/matchings"),
        new("/imports/matchings/edit", Import, "/imports/matchings/edit?name=No+such+matching", Answer: Answer.NotThere),
        new("/imports/matchings/new", Import, "/imports/matchings/new"),
        new("/imports/names", Import, "/imports/names"),
        new("/imports/new", Import, "/imports/new"),
        new("/imports/templates/{kind:regex(^(staff|cases|scores)$)}", Import, "/imports/templates/staff", Answer: Answer.File),
        new("/imports/{id:guid}", Import, "/imports/{}", Kind.Import),
        new("/imports/{id:guid}/problems.csv", Import, "/imports/{}/problems.csv", Kind.Import, Answer: Answer.File),
        new("/imports/{id:guid}/undo", Import, "/imports/{}/undo", Kind.Import),
        new("/invitation/{token?}", null, "/invitation/no-such-token"),
        new("/language/{code}", null, "/language/cy", Answer: Answer.Elsewhere),
        new("/my-work", SeeOwnWork, "/my-work", By: Role.Practitioner),
        new("/my-work/notices", SeeOwnWork, "/my-work/notices", By: Role.Practitioner),
        new("/my-work/score", ScoreCases, "/my-work/score", By: Role.Practitioner),
        new("/people", SeePeople, "/people"),
        new("/people/{id}", SeePeople, "/people/{}", Kind.Worker, Role.TeamManager),
        new("/people/{id}", SeePeople, "/people/{}", Kind.Worker, Role.HumanResources, IsSame: true),
        new("/people/{id}/score", ScoreCases, "/people/{}/score", Kind.Worker, Role.TeamManager),
        new("/privacy", null, "/privacy"),
        new("/scenarios", SeeLoads, "/scenarios", By: Role.TeamManager),
        new("/scenarios/new", SeeLoads, "/scenarios/new?Where={}", Kind.Team, Role.TeamManager),
        new("/scenarios/{id:guid}", SeeLoads, "/scenarios/{}", Kind.Scenario, Role.TeamManager),
        new("/services", SeeLoads, "/services"),
        new("/services/{**name}", SeeLoads, "/services/{}", Kind.Service, Role.HeadOfService),
        new("/settings", SeeSettings, "/settings"),
        new("/settings/factors/{area:regex(^(Children|Adults)$)}/new", AgreeSettings, "/settings/factors/Adults/new"),
        new("/settings/reserved", SeeSettings, "/settings/reserved"),
        new("/settings/reserved/new", AgreeSettings, "/settings/reserved/new"),
        new("/settings/weights/new", AgreeSettings, "/settings/weights/new"),
        new("/setup", null, "/setup", Answer: Answer.NotThere),
        new("/sign-in", null, "/sign-in", Answer: Answer.Elsewhere),
        new("/sign-in/code", null, "/sign-in/code", Answer: Answer.Elsewhere),
        new("/sign-out", null, "/sign-out"),
        new("/teams", SeeLoads, "/teams"),
        new("/teams/{id}", SeeLoads, "/teams/{}", Kind.Team, Role.TeamManager),
        new("/teams/{id}", SeeLoads, "/teams/{}?Type=child-protection&Tier=2", Kind.Team, Role.TeamManager, IsSame: true),
        new("/waiting", SeeWaiting, "/waiting"),
        new("/waiting", SeeWaiting, "/waiting?Where={}", Kind.Team, Role.TeamManager, IsSame: true),
        new("/work-by-tier", SeeLoads, "/work-by-tier"),
        new("/work-by-tier", SeeLoads, "/work-by-tier?Where={}", Kind.Team, Role.TeamManager, IsSame: true),
    ];

    /// <summary>Every form that can be sent: the route, its handler, and the record in its address.</summary>
    public static IReadOnlyList<FormRow> Forms { get; } =
    [
        new("/account", "End", OwnAccount, "/account?handler=End"),
        new("/account", "EndOthers", OwnAccount, "/account?handler=EndOthers"),
        new("/account/password", "", OwnAccount, "/account/password"),
        new("/account/recovery-codes", "", OwnAccount, "/account/recovery-codes"),
        new("/account/second-factor", "Confirm", OwnAccount, "/account/second-factor?handler=Confirm"),
        new("/account/second-factor", "Offer", OwnAccount, "/account/second-factor?handler=Offer"),
        new("/accounts/invite", "", ManageAccounts, "/accounts/invite"),
        new("/accounts/{id}", "Disable", ManageAccounts, "/accounts/{}?handler=Disable", Kind.Account),
        new("/accounts/{id}", "Enable", ManageAccounts, "/accounts/{}?handler=Enable", Kind.Account),
        new("/accounts/{id}", "EndSessions", ManageAccounts, "/accounts/{}?handler=EndSessions", Kind.Account),
        new("/accounts/{id}", "Give", ManageAccounts, "/accounts/{}?handler=Give", Kind.Account),
        new("/accounts/{id}", "InviteAgain", ManageAccounts, "/accounts/{}?handler=InviteAgain", Kind.Account),
        new("/accounts/{id}", "Take", ManageAccounts, "/accounts/{}?handler=Take", Kind.Account),
        new("/calibration/new", "", OpenCalibration, "/calibration/new"),
        new("/calibration/{id:guid}", "Finish", Calibrate, "/calibration/{}?handler=Finish", Kind.Round),
        new("/calibration/{id:guid}/end", "", OpenCalibration, "/calibration/{}/end", Kind.Round),
        new("/calibration/{id:guid}/{vignette}", "", Calibrate, "/calibration/{}/children-01", Kind.Round),
        new("/cases/{id}/adviser", "", Allocate, "/cases/{}/adviser", Kind.Case),
        new("/cases/{id}/allocate", "", Allocate, "/cases/{}/allocate", Kind.WaitingCase),
        new("/demo", "", null, "/demo"),
        new("/imports/matchings/edit", "", Import, "/imports/matchings/edit"),
        new("/imports/matchings/new", "", Import, "/imports/matchings/new"),
        new("/imports/names", "", Import, "/imports/names"),
        new("/imports/names", "Forget", Import, "/imports/names?handler=Forget"),
        new("/imports/new", "", Import, "/imports/new"),
        new("/imports/{id:guid}", "Abandon", Import, "/imports/{}?handler=Abandon", Kind.Import),
        new("/imports/{id:guid}", "Confirm", Import, "/imports/{}?handler=Confirm", Kind.Import),
        new("/imports/{id:guid}/undo", "", Import, "/imports/{}/undo", Kind.Import),
        new("/invitation/{token?}", "Accept", null, "/invitation?handler=Accept"),
        new("/invitation/{token?}", "Open", null, "/invitation?handler=Open"),
        new("/my-work/notices", "", SeeOwnWork, "/my-work/notices"),
        new("/my-work/score", "", ScoreCases, "/my-work/score"),
        new("/people/{id}/score", "", ScoreCases, "/people/{}/score", Kind.Worker),
        new("/scenarios/new", "", SeeLoads, "/scenarios/new?Where={}", Kind.Team),
        new("/scenarios/{id:guid}", "Forget", SeeLoads, "/scenarios/{}?handler=Forget", Kind.Scenario),
        new("/settings/factors/{area:regex(^(Children|Adults)$)}/new", "", AgreeSettings, "/settings/factors/Adults/new"),
        new("/settings/reserved/new", "", AgreeSettings, "/settings/reserved/new"),
        new("/settings/weights/new", "", AgreeSettings, "/settings/weights/new"),
        new("/setup", "", null, "/setup"),
        new("/sign-in", "", null, "/sign-in"),
        new("/sign-in/code", "", null, "/sign-in/code"),
        new("/sign-out", "", null, "/sign-out"),
    ];
}

/// <summary>A form that can be sent.</summary>
/// <param name="Handler">Empty for the only one of its page.</param>
internal sealed record FormRow(string Pattern, string Handler, Permission? Needs, string Address, Kind Kind = Kind.Nothing)
{
    public string At(string key) => Address.Replace("{}", key, StringComparison.Ordinal);
}

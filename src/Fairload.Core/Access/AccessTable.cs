using static Fairload.Core.Access.Permission;
using static Fairload.Core.Access.Reach;
using static Fairload.Core.Access.Role;

namespace Fairload.Core.Access;

/// <summary>
/// Role × permission → reach. The one truth about who may see what; <c>docs/access.md</c> shows the same table and a test
/// holds them together. Operational figures stay inside the line of management; HR sees staff and no cases; members and
/// union see nothing here, because they see only what Disclosure released.
/// </summary>
public static class AccessTable
{
    private static readonly Dictionary<(Role, Permission), Reach> Rows = new()
    {
        [(Practitioner, SeeOwnWork)] = Own,
        [(Practitioner, SeeCases)] = Own,
        [(Practitioner, ScoreCases)] = Own,
        [(Practitioner, EnterPractice)] = Own,
        [(Practitioner, BringToPanel)] = Own,
        [(Practitioner, SeeSupervision)] = Own,
        [(Practitioner, SeeSettings)] = Council,
        [(Practitioner, SeeSurveys)] = Council,
        [(Practitioner, SeeEditions)] = Council,
        [(Practitioner, SeeSurveyResults)] = Council,

        [(TeamManager, SeeOwnWork)] = Own,
        [(TeamManager, SeeLoads)] = Team,
        [(TeamManager, SeeCases)] = Team,
        [(TeamManager, SeeWaiting)] = Team,
        [(TeamManager, SeePeople)] = Team,
        [(TeamManager, ScoreCases)] = Team,
        [(TeamManager, EnterPractice)] = Team,
        [(TeamManager, Allocate)] = Team,
        [(TeamManager, SeeTransfers)] = Team,
        [(TeamManager, BringToPanel)] = Team,
        [(TeamManager, SeeSupervision)] = Team,
        [(TeamManager, KeepSupervision)] = Team,
        [(TeamManager, SeeSupervisionFigures)] = Team,
        [(TeamManager, SeeSettings)] = Council,
        [(TeamManager, Calibrate)] = Council,
        [(TeamManager, SeeSurveys)] = Council,
        [(TeamManager, SeeEditions)] = Council,
        [(TeamManager, SeeSurveyResults)] = Council,

        [(HeadOfService, SeeOwnWork)] = Own,
        [(HeadOfService, SeeLoads)] = Service,
        [(HeadOfService, SeeCases)] = Service,
        [(HeadOfService, SeeWaiting)] = Service,
        [(HeadOfService, SeePeople)] = Service,
        [(HeadOfService, ScoreCases)] = Service,
        [(HeadOfService, EnterPractice)] = Service,
        [(HeadOfService, Allocate)] = Service,
        [(HeadOfService, SeeTransfers)] = Service,
        [(HeadOfService, RuleOnTransfers)] = Service,
        [(HeadOfService, BringToPanel)] = Service,
        [(HeadOfService, HoldPanel)] = Service,
        [(HeadOfService, SeeSupervision)] = Service,
        [(HeadOfService, KeepSupervision)] = Service,
        [(HeadOfService, SeeSupervisionFigures)] = Service,
        [(HeadOfService, SeeSettings)] = Council,
        [(HeadOfService, Calibrate)] = Council,
        [(HeadOfService, SeeSurveys)] = Council,
        [(HeadOfService, SeeEditions)] = Council,
        [(HeadOfService, SeeSurveyResults)] = Council,

        [(Director, SeeLoads)] = Council,
        [(Director, SeeCases)] = Council,
        [(Director, SeeWaiting)] = Council,
        [(Director, SeePeople)] = Council,
        [(Director, SeeTransfers)] = Council,
        [(Director, RuleOnTransfers)] = Council,
        [(Director, BringToPanel)] = Council,
        [(Director, HoldPanel)] = Council,
        [(Director, SeeSupervisionFigures)] = Council,
        [(Director, SeeSettings)] = Council,
        [(Director, AgreeSettings)] = Council,
        [(Director, SeeSurveys)] = Council,
        [(Director, SeeEditions)] = Council,
        [(Director, SeeSurveyResults)] = Council,
        [(Director, SeeSurveyPlans)] = Council,
        [(Director, ReadComments)] = Council,
        [(Director, MakeReturn)] = Council,

        [(PrincipalSocialWorker, SeeOwnWork)] = Own,
        [(PrincipalSocialWorker, SeeLoads)] = Council,
        [(PrincipalSocialWorker, SeeCases)] = Council,
        [(PrincipalSocialWorker, SeeWaiting)] = Council,
        [(PrincipalSocialWorker, SeePeople)] = Council,
        [(PrincipalSocialWorker, ScoreCases)] = Council,
        [(PrincipalSocialWorker, EnterPractice)] = Council,
        [(PrincipalSocialWorker, Allocate)] = Council,
        [(PrincipalSocialWorker, SeeTransfers)] = Council,
        [(PrincipalSocialWorker, RuleOnTransfers)] = Council,
        [(PrincipalSocialWorker, BringToPanel)] = Council,
        [(PrincipalSocialWorker, HoldPanel)] = Council,
        [(PrincipalSocialWorker, SeePanelThemes)] = Council,
        [(PrincipalSocialWorker, SeeSupervision)] = Council,
        [(PrincipalSocialWorker, KeepSupervision)] = Council,
        [(PrincipalSocialWorker, SeeSupervisionFigures)] = Council,
        [(PrincipalSocialWorker, SeeSettings)] = Council,
        [(PrincipalSocialWorker, AgreeSettings)] = Council,
        [(PrincipalSocialWorker, Calibrate)] = Council,
        [(PrincipalSocialWorker, OpenCalibration)] = Council,
        [(PrincipalSocialWorker, SeeSurveys)] = Council,
        [(PrincipalSocialWorker, SeeEditions)] = Council,
        [(PrincipalSocialWorker, SeeSurveyResults)] = Council,
        [(PrincipalSocialWorker, SeeSurveyPlans)] = Council,
        [(PrincipalSocialWorker, PlanSurveys)] = Council,
        [(PrincipalSocialWorker, KeyInAnswers)] = Council,
        [(PrincipalSocialWorker, ReadComments)] = Council,
        [(PrincipalSocialWorker, MakeReturn)] = Council,
        [(PrincipalSocialWorker, SeeLedger)] = Council,

        [(HumanResources, SeePeople)] = Council,
        [(HumanResources, SeeSurveys)] = Council,
        [(HumanResources, SeeEditions)] = Council,
        [(HumanResources, SeeSurveyResults)] = Council,
        [(HumanResources, KeyInAnswers)] = Own,
        [(HumanResources, ReadComments)] = Own,

        [(ElectedMember, SeeSurveys)] = Council,
        [(ElectedMember, SeeEditions)] = Council,

        [(UnionRepresentative, SeeSurveys)] = Council,
        [(UnionRepresentative, SeeEditions)] = Council,
        [(UnionRepresentative, SeeSurveyResults)] = Council,
        [(UnionRepresentative, SeeSurveyPlans)] = Council,
        [(UnionRepresentative, KeyInAnswers)] = Own,
        [(UnionRepresentative, ReadComments)] = Own,
        [(UnionRepresentative, SeeLedger)] = Council,

        [(Analyst, SeeLoads)] = Council,
        [(Analyst, SeeCases)] = Council,
        [(Analyst, SeeWaiting)] = Council,
        [(Analyst, SeePeople)] = Council,
        [(Analyst, SeeSupervisionFigures)] = Council,
        [(Analyst, SeeSettings)] = Council,
        [(Analyst, AgreeSettings)] = Council,
        [(Analyst, Import)] = Council,
        [(Analyst, SeeLedger)] = Council,

        [(Administrator, Import)] = Council,
        [(Administrator, ManageAccounts)] = Council,
        [(Administrator, SeeAudit)] = Council,
        [(Administrator, SeeSettings)] = Council,
    };

    /// <summary>How far a role reaches with a permission. Everyone reaches their own account.</summary>
    public static Reach Of(Role role, Permission permission) =>
        permission == OwnAccount ? Own : Rows.GetValueOrDefault((role, permission), None);
}

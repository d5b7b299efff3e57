using static Fairload.Core.Access.Permission;
using static Fairload.Core.Access.Reach;
using static Fairload.Core.Access.Role;

namespace Fairload.Core.Access;

public static partial class AccessTable
{
    /// <summary>Roles beside the line of management.</summary>
    private static readonly Dictionary<(Role, Permission), Reach> BesideIt = new()
    {
        [(HumanResources, SeePeople)] = Council,
        [(HumanResources, EnterStaff)] = Council,
        [(HumanResources, KeepPosts)] = Council,
        [(HumanResources, SeeWorkplace)] = Council,
        [(HumanResources, SeeRisks)] = Council,
        [(HumanResources, SeeSickness)] = Council,
        [(HumanResources, SeeWorkplaceReleases)] = Council,
        [(HumanResources, SeeSurveys)] = Council,
        [(HumanResources, SeeEditions)] = Council,
        [(HumanResources, SeeSurveyResults)] = Council,
        [(HumanResources, KeyInAnswers)] = Own,
        [(HumanResources, ReadComments)] = Own,
        [(HumanResources, SeeHealthCheck)] = Council,
        [(HumanResources, SeeMeasures)] = Council,
        [(HumanResources, EnterMeasures)] = Council,
        [(HumanResources, SeeActions)] = Council,
        [(HumanResources, SeeScrutiny)] = Council,
        [(HumanResources, SeeEvidence)] = Council,
        [(HumanResources, KeepEvidence)] = Council,
        [(HumanResources, SeeReviews)] = Council,

        [(ElectedMember, SeeWorkplaceReleases)] = Council,
        [(ElectedMember, SeeSurveys)] = Council,
        [(ElectedMember, SeeEditions)] = Council,
        [(ElectedMember, SeeHealthCheck)] = Council,
        [(ElectedMember, SeeActions)] = Own,
        [(ElectedMember, SeeScrutiny)] = Council,

        [(UnionRepresentative, SeeWorkplace)] = Council,
        [(UnionRepresentative, SeeRisks)] = Council,
        [(UnionRepresentative, SeeWorkplaceReleases)] = Council,
        [(UnionRepresentative, SeeSurveys)] = Council,
        [(UnionRepresentative, SeeSurveyPlans)] = Council,
        [(UnionRepresentative, SeeEditions)] = Council,
        [(UnionRepresentative, SeeSurveyResults)] = Council,
        [(UnionRepresentative, KeyInAnswers)] = Own,
        [(UnionRepresentative, SeeLedger)] = Council,
        [(UnionRepresentative, ReadComments)] = Own,
        [(UnionRepresentative, SeeHealthCheck)] = Council,
        [(UnionRepresentative, SeeActions)] = Council,
        [(UnionRepresentative, SayOnActions)] = Council,
        [(UnionRepresentative, SeeScrutiny)] = Council,

        [(Evaluator, SeeEvidence)] = Own,

        [(Analyst, SeeLoads)] = Council,
        [(Analyst, SeeCases)] = Council,
        [(Analyst, SeeWaiting)] = Council,
        [(Analyst, SeePeople)] = Council,
        [(Analyst, EnterCases)] = Council,
        [(Analyst, EnterStaff)] = Council,
        [(Analyst, Reorganise)] = Council,
        [(Analyst, SeeSupervisionFigures)] = Council,
        [(Analyst, Import)] = Council,
        [(Analyst, SeeSettings)] = Council,
        [(Analyst, AgreeSettings)] = Council,
        [(Analyst, SeeLedger)] = Council,
        [(Analyst, SeeHealthCheck)] = Council,
        [(Analyst, SeeMeasures)] = Council,
        [(Analyst, EnterMeasures)] = Council,
        [(Analyst, SeeActions)] = Council,
        [(Analyst, SeeScrutiny)] = Council,
        [(Analyst, SeeEvidence)] = Council,
        [(Analyst, KeepEvidence)] = Council,
        [(Analyst, SeeReviews)] = Council,

        [(Administrator, Import)] = Council,
        [(Administrator, ManageAccounts)] = Council,
        [(Administrator, SeeAudit)] = Council,
        [(Administrator, SeeSettings)] = Council,
        [(Administrator, ProtectData)] = Council,
    };
}

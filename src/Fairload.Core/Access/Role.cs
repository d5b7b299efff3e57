namespace Fairload.Core.Access;

/// <summary>What a person is to the department, as far as the program is concerned. One person may hold several.</summary>
public enum Role
{
    Administrator,
    Practitioner,
    TeamManager,
    HeadOfService,
    Director,
    PrincipalSocialWorker,
    HumanResources,
    ElectedMember,
    UnionRepresentative,
    Evaluator,
    Analyst,
}

/// <summary>What may be done or seen. Every route and every command asks for exactly one of these.</summary>
public enum Permission
{
    /// <summary>One's own load, cases and clocks.</summary>
    SeeOwnWork,

    /// <summary>Load figures of named people in a team, and the team's own.</summary>
    SeeLoads,

    /// <summary>Single cases: reference, type, holder, scores, clocks.</summary>
    SeeCases,

    /// <summary>What waits, and how long.</summary>
    SeeWaiting,

    /// <summary>Staff facts: role, hours, team, absence category. No case data.</summary>
    SeePeople,

    /// <summary>Enter what becomes of vacant posts: advertised, interviews, who is expected when.</summary>
    KeepPosts,

    /// <summary>Prepare, do and take back reorganisations: merge, split, rename and close teams, move a service to another
    /// employer.</summary>
    Reorganise,

    /// <summary>Enter a complexity score.</summary>
    ScoreCases,

    /// <summary>Languages, skills and goals of a person.</summary>
    EnterPractice,

    /// <summary>Open, correct and close cases by hand between extracts.</summary>
    EnterCases,

    /// <summary>Enter absences, reductions, starters and leavers by hand between extracts.</summary>
    EnterStaff,

    /// <summary>Make and end the plans that loads over the line demand.</summary>
    PlanLoads,

    /// <summary>Keep the register of what is asked of teams beside casework.</summary>
    KeepInitiatives,

    /// <summary>Decide who takes a case.</summary>
    Allocate,

    /// <summary>Cases on their way from one team to another: proposed, accepted, returned, moved.</summary>
    SeeTransfers,

    /// <summary>Decide where a case lies that two managers could not agree on.</summary>
    RuleOnTransfers,

    /// <summary>Take a case to the complex case panel, and see what came of it.</summary>
    BringToPanel,

    /// <summary>Open sessions of the complex case panel, and record what it advised.</summary>
    HoldPanel,

    /// <summary>Which themes came to the panel, over the whole council.</summary>
    SeePanelThemes,

    /// <summary>Supervision of named people: agreement, sessions and their record, what falls due.</summary>
    SeeSupervision,

    /// <summary>Plan, record and cancel sessions of others, write agreements, and keep the log of meetings.</summary>
    KeepSupervision,

    /// <summary>Supervision and meetings counted, by team and service; nobody is named.</summary>
    SeeSupervisionFigures,

    /// <summary>What is open at the workplace of one's unit, and its small things.</summary>
    SeeWorkplace,

    /// <summary>Report a small thing or an incident.</summary>
    ReportAtWork,

    /// <summary>Keep the registers of the workplace: assessments, follow-up of incidents, answers to small things, complaints.</summary>
    KeepWorkplace,

    /// <summary>Risk assessments of teams, places and roles; those for one worker only within the line of management.</summary>
    SeeRisks,

    /// <summary>Single incidents; own: one's own, where one is named.</summary>
    SeeIncidents,

    /// <summary>Single complaints, comments and compliments, and how their natures shift.</summary>
    SeeFeedback,

    /// <summary>Working days lost to sickness, against the council's target.</summary>
    SeeSickness,

    /// <summary>One's own time-use week, which nobody else reads.</summary>
    RecordTimeUse,

    /// <summary>Open and close time-use weeks, and let figures of the workplace out.</summary>
    ReleaseWorkplace,

    /// <summary>Figures of the workplace that were let out.</summary>
    SeeWorkplaceReleases,

    /// <summary>Look at, confirm and undo imports; settle names that did not match.</summary>
    Import,

    /// <summary>Invite people, give and take roles, end sessions.</summary>
    ManageAccounts,

    /// <summary>Read who did what.</summary>
    SeeAudit,

    /// <summary>Read weights, factor sets, bands and settings.</summary>
    SeeSettings,

    /// <summary>Enter a new version of the weights or of a factor set, with who agreed it.</summary>
    AgreeSettings,

    /// <summary>Score made-up cases apart from others, and see what came of it for the group.</summary>
    Calibrate,

    /// <summary>Open and end rounds of calibration.</summary>
    OpenCalibration,

    /// <summary>Which staff surveys are open, and until when.</summary>
    SeeSurveys,

    /// <summary>The plan of a round and what is promised to those who answer.</summary>
    SeeSurveyPlans,

    /// <summary>What was let out of closed rounds, in the editions for members and for the public.</summary>
    SeeEditions,

    /// <summary>What was let out of closed rounds, all of it.</summary>
    SeeSurveyResults,

    /// <summary>Plan, open and close rounds of a survey.</summary>
    PlanSurveys,

    /// <summary>Type in what people answered on paper or by telephone; own: where one was named for the round.</summary>
    KeyInAnswers,

    /// <summary>Fill in and sign the employer's return.</summary>
    MakeReturn,

    /// <summary>What was let out, when and by whom, and whether it is proved; no figure of it.</summary>
    SeeLedger,

    /// <summary>Read and redact what was written in a closed round, one comment at a time; own: where one was named as a second
    /// reader.</summary>
    ReadComments,

    /// <summary>The year's health check: its steps, what was found and said, how its parts were judged.</summary>
    SeeHealthCheck,

    /// <summary>Figures of the measures as they stand, before they were let out.</summary>
    SeeMeasures,

    /// <summary>Enter figures that the program can not know, and who will know them.</summary>
    EnterMeasures,

    /// <summary>Open a year's health check, write down what was found and said, and go on with it.</summary>
    RunHealthCheck,

    /// <summary>Judge its parts.</summary>
    DecideHealthCheck,

    /// <summary>Put sentences of the report in other words, and freeze editions of it.</summary>
    EditReport,

    /// <summary>Decide which edition is published for whom, and enter which exemptions people claim.</summary>
    DecidePublication,

    /// <summary>What was promised, by whom and until when; own: for elected members what scrutiny asked for and what is public, for
    /// others those of their units and of the whole council.</summary>
    SeeActions,

    /// <summary>Promise, change, move and refuse actions of a unit. Whoever answers for one keeps it in any case.</summary>
    KeepActions,

    /// <summary>Agree with an action, take note of it or dissent from it, for one's side.</summary>
    SayOnActions,

    /// <summary>Meetings of scrutiny, what was agreed there and what became of it.</summary>
    SeeScrutiny,

    /// <summary>Take down meetings of scrutiny and split their resolutions into actions.</summary>
    KeepScrutiny,

    /// <summary>Let the public read an action or a resolution.</summary>
    PublishActions,

    /// <summary>The evidence room; own: what an entry of one's own opens, while it lasts.</summary>
    SeeEvidence,

    /// <summary>Put evidence in, and newer versions of it.</summary>
    KeepEvidence,

    /// <summary>Let evaluators and reviewers into parts of the evidence room, to a last day.</summary>
    InviteReviewers,

    /// <summary>Peer reviews: lines of enquiry, what was found, what the council answers.</summary>
    SeeReviews,

    /// <summary>Plan peer reviews and write down what comes of them.</summary>
    KeepReviews,

    /// <summary>Audit case files; own: those that one was given, and what concerns one's own team.</summary>
    AuditFiles,

    /// <summary>Draw rounds of case file audits, moderate grades, write what was learnt.</summary>
    ModerateAudits,

    /// <summary>Keep a case from all but named people.</summary>
    RestrictCases,

    /// <summary>Open a restricted case by a reason that is told to others.</summary>
    BreakGlass,

    /// <summary>How long records are kept, what must not be deleted, what the department holds about a person.</summary>
    ProtectData,

    /// <summary>One's own account: sessions, password, second factor.</summary>
    OwnAccount,
}

/// <summary>How far a permission reaches. The order matters: each reaches further than the one before.</summary>
public enum Reach { None, Own, Team, Service, Council }

using Fairload.App.Access;
using Fairload.App.Actions;
using Fairload.App.Allocation;
using Fairload.App.Allocation.Answers;
using Fairload.App.Allocation.Meetings;
using Fairload.App.Allocation.Scenarios;
using Fairload.App.Allocation.Transfers;
using Fairload.App.Audit;
using Fairload.App.Backup;
using Fairload.App.Caseload;
using Fairload.App.Caseload.Calibration;
using Fairload.App.Caseload.Plans;
using Fairload.App.Check;
using Fairload.App.DataProtection;
using Fairload.App.Disclosure;
using Fairload.App.HealthCheck;
using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Home;
using Fairload.App.Imports;
using Fairload.App.Imports.Inbox;
using Fairload.App.Mail;
using Fairload.App.PeerReview;
using Fairload.App.PeerReview.Audits;
using Fairload.App.PeerReview.Reviews;
using Fairload.App.PeerReview.Room;
using Fairload.App.Store;
using Fairload.App.Supervision;
using Fairload.App.Supervision.Meetings;
using Fairload.App.Supervision.Reflection;
using Fairload.App.Supervision.Sessions;
using Fairload.App.Surveys;
using Fairload.App.Surveys.Ballots;
using Fairload.App.Surveys.Comments;
using Fairload.App.Surveys.Earlier;
using Fairload.App.Surveys.Paper;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Returns;
using Fairload.App.Surveys.Rounds;
using Fairload.App.Workforce;
using Fairload.App.Workforce.Census;
using Fairload.App.Workforce.Initiatives;
using Fairload.App.Workforce.Posts;
using Fairload.App.Workforce.Reorganisations;
using Fairload.App.Workplace;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App;

/// <summary>Where to go to ask: one line a desk.</summary>
public static class Desks
{
    /// <summary>Everything that pages and commands ask, over one data directory and one clock.</summary>
    public static IServiceCollection AddFairload(this IServiceCollection services, DataDirectory data, TimeProvider clock) => services
        .AddSingleton(data)
        .AddSingleton(data.Settings)
        .AddSingleton(data.Words)
        .AddSingleton(clock)
        .AddSingleton<Remembered>()
        .AddSingleton<Outbox>()
        .AddSingleton<MailRound>()
        .AddSingleton<BallotStore>()
        .AddDbContext<FairloadDb>(options => data.Configure(options))
        .AddScoped<AuditTrail>()
        .AddScoped<BackupDesk>()
        .AddScoped<RetentionDesk>()
        .AddScoped<PersonDataDesk>()
        .AddScoped<AccountDesk>()
        .AddScoped<CaseloadSettings>()
        .AddScoped<AdviceReading>()
        .AddScoped<LoadReading>()
        .AddScoped<LoadSnapshots>()
        .AddScoped<RedWeeks>()
        .AddScoped<AsOfDesk>()
        .AddScoped<WaitingDesk>()
        .AddScoped<TeamDesk>()
        .AddScoped<ServiceDesk>()
        .AddScoped<PersonDesk>()
        .AddScoped<CaseDesk>()
        .AddScoped<RestrictedDesk>()
        .AddScoped<RestrictedNotices>()
        .AddScoped<RestrictedTexts>()
        .AddScoped<ScoreDesk>()
        .AddScoped<LoadPlanDesk>()
        .AddScoped<ScoreQuestionDesk>()
        .AddScoped<LoadDesk>()
        .AddScoped<SettingsDesk>()
        .AddScoped<SettingsDraftDesk>()
        .AddScoped<CalibrationDesk>()
        .AddScoped<CalibrationResults>()
        .AddSingleton(_ => ShippedFrameworks.ForActions)
        .AddScoped<ActionReading>()
        .AddScoped<ActionDesk>()
        .AddScoped<ActionKeeping>()
        .AddScoped<FeltDesk>()
        .AddScoped<EscalationDesk>()
        .AddScoped<WeeklyLetterDesk>()
        .AddScoped<ScrutinyDesk>()
        .AddScoped<ScrutinyKeeping>()
        .AddScoped<TrackerDesk>()
        .AddScoped<ActionsTodayDesk>()
        .AddScoped<PlansTodayDesk>()
        .AddScoped<ManagersDesk>()
        .AddScoped<InitiativeDesk>()
        .AddScoped<TodayDesk>()
        .AddScoped<SurveysTodayDesk>()
        .AddScoped<HealthCheckTodayDesk>()
        .AddScoped<StatementSettings>()
        .AddScoped<StatementDesk>()
        .AddScoped<AskedReading>()
        .AddScoped<SupplementReading>()
        .AddScoped<SupplementDesk>()
        .AddScoped<FamilyReading>()
        .AddScoped<PracticeDesk>()
        .AddScoped<KindSettings>()
        .AddScoped<KindDesk>()
        .AddScoped<CandidateReading>()
        .AddScoped<ProposalReading>()
        .AddScoped<ProposalDesk>()
        .AddScoped<NoticeDesk>()
        .AddScoped<CaseGiving>()
        .AddScoped<AllocationDesk>()
        .AddScoped<ToEnterDesk>()
        .AddScoped<MeetingQuestions>()
        .AddScoped<MeetingPlanning>()
        .AddScoped<MeetingStore>()
        .AddScoped<MeetingEditing>()
        .AddScoped<MeetingDecisions>()
        .AddScoped<MeetingDesk>()
        .AddSingleton<MeetingsAtWork>()
        .AddSingleton<FrontiersAtWork>()
        .AddScoped<FrontierDesk>()
        .AddScoped<HandoverDesk>()
        .AddScoped<InterimHolders>()
        .AddScoped<PanelForAnswers>()
        .AddScoped<LateReplyDesk>()
        .AddScoped<AnswerDesk>()
        .AddScoped<ReplyDesk>()
        .AddScoped<ChecklistSettings>()
        .AddScoped<ChecklistDesk>()
        .AddScoped<TransferReading>()
        .AddScoped<TransferDesk>()
        .AddScoped<TransferStepDesk>()
        .AddScoped<PanelNotices>()
        .AddScoped<PanelDesk>()
        .AddScoped<PanelSessionDesk>()
        .AddScoped<SupervisionReading>()
        .AddScoped<SupervisionDesk>()
        .AddScoped<SupervisionSessionDesk>()
        .AddScoped<AgreementDesk>()
        .AddScoped<DigestDesk>()
        .AddScoped<TeamMeetingDesk>()
        .AddScoped<NoteDesk>()
        .AddScoped<UsefulnessDesk>()
        .AddScoped<SupervisionFiguresDesk>()
        .AddScoped<SupervisionTodayDesk>()
        .AddScoped<WorkByTierDesk>()
        .AddScoped<AdviserDesk>()
        .AddScoped<FairnessDesk>()
        .AddScoped<GroupFairnessDesk>()
        .AddScoped<ScenarioReading>()
        .AddScoped<ScenarioDesk>()
        .AddScoped<DisclosureDesk>()
        .AddScoped<QuestionnaireDesk>()
        .AddScoped<Population>()
        .AddScoped<RoundReading>()
        .AddScoped<RoundDesk>()
        .AddScoped<KeyingDesk>()
        .AddScoped<HandedOutDesk>()
        .AddScoped<Invitations>()
        .AddScoped<OpeningDesk>()
        .AddScoped<RespondingDesk>()
        .AddScoped<ReleaseDesk>()
        .AddScoped<ResultDesk>()
        .AddScoped<ReturnDesk>()
        .AddScoped<EarlierDesk>()
        .AddScoped<CommentDesk>()
        .AddScoped<CommentStepDesk>()
        .AddScoped<SafePersonNotes>()
        .AddScoped<WorkforceMeasures>()
        .AddScoped<CaseloadMeasures>()
        .AddScoped<FlowMeasures>()
        .AddScoped<SurveyMeasures>()
        .AddScoped<SupervisionMeasures>()
        .AddScoped<WorkplaceMeasures>()
        .AddScoped<MeasureQueries>()
        .AddScoped<MeasureFigures>()
        .AddScoped<MeasureDesk>()
        .AddScoped<CycleReading>()
        .AddScoped<PublicationState>()
        .AddScoped<FigureProtection>()
        .AddScoped<CycleDesk>()
        .AddScoped<YearReading>()
        .AddScoped<ReportSource>(s => new(
            s.GetRequiredService<FairloadDb>(), s.GetRequiredService<PublicationState>(),
            s.GetService<ReportMaking>() ?? s.GetRequiredService<YearReading>().Make))
        .AddScoped<ReportDesk>()
        .AddScoped<EditionDesk>()
        .AddScoped<PublishedDesk>()
        .AddScoped<TalkDesk>()
        .AddScoped<JudgementDesk>()
        .AddScoped<SicknessReading>()
        .AddScoped<SicknessDesk>()
        .AddScoped<RiskDesk>()
        .AddScoped<IncidentDesk>()
        .AddScoped<SmallThingDesk>()
        .AddScoped<FeedbackDesk>()
        .AddScoped<TimeUseDesk>()
        .AddScoped<QuarterDesk>()
        .AddScoped<WorkplaceDesk>()
        .AddScoped<WorkplaceFiguresDesk>()
        .AddSingleton(_ => FrameworkParts.Shipped())
        .AddScoped<EntryDesk>()
        .AddScoped<EvidenceDesk>()
        .AddScoped<ReviewDesk>()
        .AddScoped<AuditReading>()
        .AddScoped<AuditRoundDesk>()
        .AddScoped<FileAuditDesk>()
        .AddScoped<ReviewFiguresDesk>()
        .AddScoped<ReviewsTodayDesk>()
        .AddScoped<EnteredMarks>()
        .AddScoped<EnteredDesk>()
        .AddScoped<CaseEntryDesk>()
        .AddScoped<StaffEntryDesk>()
        .AddScoped<ImportReading>()
        .AddScoped<ImportDesk>()
        .AddScoped<MatchingDesk>()
        .AddSingleton<InboxFolder>()
        .AddScoped<InboxKinds>()
        .AddScoped<InboxDesk>()
        .AddScoped<SettleDesk>()
        .AddScoped<PeopleDesk>()
        .AddScoped<LineageDesk>()
        .AddScoped<ReorganisationReading>()
        .AddScoped<ReorganisationApplying>()
        .AddScoped<ReorganisationDesk>()
        .AddScoped<CensusDesk>()
        .AddScoped<PostsDesk>()
        .AddScoped<VacancyDesk>()
        .AddScoped<BallotCheck>()
        .AddScoped<CheckDesk>();
}

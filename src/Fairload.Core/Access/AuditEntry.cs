namespace Fairload.Core.Access;

/// <summary>What can be written in the audit trail.</summary>
public enum AuditAction
{
    SignedIn,
    SignInRefused,
    SignedOut,
    AccessRefused,
    Read,
    ImportLooked,
    ImportApplied,
    ImportUndone,
    Scored,
    CalibrationOpened,
    CalibrationScored,
    CalibrationEnded,
    Allocated,
    Answered,
    MeetingChanged,
    MeetingEnded,
    HandoverWritten,
    SupplementEntered,
    LoadPlanned,
    ScoreAsked,
    PracticeEntered,
    EnteredHere,
    ConflictSettled,
    TransferStepTaken,
    PanelChanged,
    SupervisionChanged,
    TeamMeetingChanged,
    WorkplaceChanged,
    AdviserNamed,
    ScenarioKept,
    Released,
    SurveyRoundChanged,
    CommentsChanged,
    ReturnChanged,
    LedgerAudited,
    MeasureEntered,
    HealthCheckChanged,
    ActionChanged,
    ScrutinyChanged,
    EvidenceChanged,
    ReviewerLetIn,
    ReviewChanged,
    FileAuditChanged,
    NameSettled,
    Reorganised,
    PostChanged,
    InitiativeChanged,
    AccountInvited,
    AccountReset,
    GrantGiven,
    GrantTaken,
    AccountDisabled,
    AccountEnabled,
    SessionsEnded,
    PasswordChanged,
    SecondFactorChanged,
    SettingsChanged,
    CaseRestricted,
    RestrictedOpened,
    RetentionChanged,
    HoldChanged,
    RecordsDeleted,
    Exported,
}

/// <summary>Who did what to which record, and when. Written once; the database refuses to change or delete it.</summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    /// <summary>The order in which entries were written. Gaps mean nothing: a change that failed takes its number with it.</summary>
    public long Sequence { get; private init; }
    public Id<AuditEntry> Id { get; private init; }
    public DateTime At { get; private init; }
    public Id<Account>? AccountId { get; private init; }

    /// <summary>The name of who did it, as it was then.</summary>
    public string Who { get; private init; } = "";
    public AuditAction Action { get; private init; }
    public string SubjectKind { get; private init; } = "";
    public string SubjectId { get; private init; } = "";

    /// <summary>Codes and counts only: no names of people, no free text about them.</summary>
    public string Detail { get; private init; } = "";

    public static AuditEntry Write(
        DateTime at, Id<Account>? account, string who, AuditAction action, string kind, string id, string detail) => new()
        {
            Id = Id<AuditEntry>.New(),
            At = at,
            AccountId = account,
            Who = who,
            Action = action,
            SubjectKind = kind,
            SubjectId = id,
            Detail = detail,
        };
}

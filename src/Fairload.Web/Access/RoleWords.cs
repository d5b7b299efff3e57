using Fairload.App.Access;
using Fairload.Core.Access;

namespace Fairload.Web.Access;

/// <summary>Roles, states and deeds as people say them.</summary>
internal static class RoleWords
{
    public static string Of(Catalogue T, GrantView grant) => grant.Where is { } where ? $"{Of(T, grant.Role)}, {where}" : Of(T, grant.Role);

    public static string Of(Catalogue T, Role role) => role switch
    {
        Role.Administrator => T["Administrator"],
        Role.Practitioner => T["Practitioner"],
        Role.TeamManager => T["Team manager"],
        Role.HeadOfService => T["Head of service"],
        Role.Director => T["Director"],
        Role.PrincipalSocialWorker => T["Principal social worker"],
        Role.HumanResources => T["Human resources"],
        Role.ElectedMember => T["Elected member"],
        Role.UnionRepresentative => T["Union representative"],
        Role.Evaluator => T["Evaluator"],
        Role.Analyst => T["Analyst"],
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>One line for a role: what the person opens the program for.</summary>
    public static string ComesFor(Catalogue T, IEnumerable<Role> roles) =>
        string.Join(" ", roles.Distinct().Order().Select(role => role switch
    {
        Role.Administrator => T["Brings in extracts, settles names, invites people, reads the audit."],
        Role.Practitioner => T["Sees their own load with its parts, their cases and what is due, and scores them."],
        Role.TeamManager => T["Sees who holds what, who has room, what waits and how long."],
        Role.HeadOfService => T["Sees the teams of a service side by side, what waits and who is over the line."],
        Role.Director => T["Sees loads and waiting work across services, answers for the employer's return, decides what is published."],
        Role.PrincipalSocialWorker => T["Runs the health check, surveys and audits of files; sees loads and waiting work across the council."],
        Role.HumanResources => T["Sees staff, hours and absences, and no cases."],
        Role.ElectedMember => T["Sees what scrutiny asked for and what became of it, what staff said, and the reports for members."],
        Role.UnionRepresentative => T["Reads what is promised to those who answer, checks what was let out, agrees or dissents on actions."],
        Role.Analyst => T["Brings in extracts, settles names, checks figures."],
        Role.Evaluator => T["Reads the parts of the evidence room that are opened to them, until a last day."],
        _ => throw new ArgumentOutOfRangeException(nameof(roles)),
    }));

    public static string Of(Catalogue T, AccountState state) => state switch
    {
        AccountState.Invited => T["invited"],
        AccountState.WithoutSecondFactor => T["no second factor yet"],
        AccountState.InUse => T["in use"],
        AccountState.Demo => T["demo"],
        AccountState.Disabled => T["disabled"],
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(Catalogue T, AuditAction action) => action switch
    {
        AuditAction.MeasureEntered => T["measure entered"],
        AuditAction.HealthCheckChanged => T["health check changed"],
        AuditAction.SignedIn => T["signed in"],
        AuditAction.SignInRefused => T["sign-in refused"],
        AuditAction.SignedOut => T["signed out"],
        AuditAction.AccessRefused => T["access refused"],
        AuditAction.Read => T["read a record"],
        AuditAction.ImportLooked => T["looked at an import"],
        AuditAction.ImportApplied => T["confirmed an import"],
        AuditAction.ImportUndone => T["undid an import"],
        AuditAction.Scored => T["scored a case"],
        AuditAction.Answered => T["answered about a case given to somebody"],
        AuditAction.MeetingChanged => T["changed an allocation meeting"],
        AuditAction.MeetingEnded => T["ended an allocation meeting"],
        AuditAction.HandoverWritten => T["wrote a handover note"],
        AuditAction.LoadPlanned => T["made, answered or ended the plan for a load"],
        AuditAction.ScoreAsked => T["asked or answered what a score misses"],
        AuditAction.SupplementEntered => T["changed what is entered about a case"],
        AuditAction.PracticeEntered => T["changed somebody's languages, skills or goals"],
        AuditAction.EnteredHere => T["entered or took back something between extracts"],
        AuditAction.ConflictSettled => T["settled where an extract contradicts what was entered here"],
        AuditAction.ScenarioKept => T["kept a scenario"],
        AuditAction.Released => T["let figures out"],
        AuditAction.SurveyRoundChanged => T["planned, opened, changed or closed a round of a survey"],
        AuditAction.CommentsChanged => T["read, let out or destroyed comments of a survey"],
        AuditAction.ReturnChanged => T["began, changed or signed the employer's return"],
        AuditAction.ActionChanged => T["promised, changed or settled an action"],
        AuditAction.ScrutinyChanged => T["took down or changed a meeting of scrutiny"],
        AuditAction.LedgerAudited => T["audited what was let out"],
        AuditAction.EvidenceChanged => T["changed the evidence room"],
        AuditAction.ReviewerLetIn => T["let somebody into the evidence room, or ended it"],
        AuditAction.ReviewChanged => T["changed a peer review"],
        AuditAction.FileAuditChanged => T["changed an audit of case files"],
        AuditAction.InitiativeChanged => T["entered, changed or ended what is asked of teams"],
        AuditAction.Reorganised => T["prepared, did or took back a reorganisation"],
        AuditAction.PostChanged => T["changed what becomes of a post"],
        AuditAction.AdviserNamed => T["said who advises on a case"],
        AuditAction.CalibrationOpened => T["opened a calibration"],
        AuditAction.CalibrationScored => T["finished scoring in a calibration"],
        AuditAction.CalibrationEnded => T["ended a calibration"],
        AuditAction.Allocated => T["gave a case to somebody"],
        AuditAction.TransferStepTaken => T["took a step in a transfer"],
        AuditAction.PanelChanged => T["opened, booked or recorded a panel"],
        AuditAction.SupervisionChanged => T["planned, recorded or answered about supervision"],
        AuditAction.TeamMeetingChanged => T["entered or changed a team's meeting"],
        AuditAction.WorkplaceChanged => T["entered or changed something in a register of the workplace"],
        AuditAction.NameSettled => T["settled a name"],
        AuditAction.AccountInvited => T["invited a person"],
        AuditAction.AccountReset => T["reset an account"],
        AuditAction.GrantGiven => T["gave a role"],
        AuditAction.GrantTaken => T["took a role away"],
        AuditAction.AccountDisabled => T["disabled an account"],
        AuditAction.AccountEnabled => T["enabled an account"],
        AuditAction.SessionsEnded => T["ended sessions"],
        AuditAction.PasswordChanged => T["set a password"],
        AuditAction.SecondFactorChanged => T["changed a second factor"],
        AuditAction.SettingsChanged => T["changed settings"],
        AuditAction.Exported => T["exported"],
        AuditAction.CaseRestricted => T["restricted a case, or changed who may open it"],
        AuditAction.RestrictedOpened => T["opened a restricted case by a reason"],
        AuditAction.RetentionChanged => T["changed how long records are kept"],
        AuditAction.HoldChanged => T["put a legal hold on records, or lifted it"],
        AuditAction.RecordsDeleted => T["deleted records that had been kept long enough"],
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}

/// <summary>Instants as people in the UK read them.</summary>
internal static class Times
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>14 November 2026, 09:05.</summary>
    public static string Said(Catalogue T, DateTime utc)
    {
        var here = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London);
        return T["{0}, {1}", DateOnly.FromDateTime(here), here.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)];
    }
}

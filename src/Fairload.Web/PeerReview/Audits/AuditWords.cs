using Fairload.App.PeerReview.Audits;
using Fairload.Core.PeerReview.Audits;

namespace Fairload.Web.PeerReview.Audits;

/// <summary>Audits of case files in words.</summary>
internal static class AuditWords
{
    public static string Grade(Catalogue T, FileGrade? grade) => grade switch
    {
        FileGrade.Inadequate => T["inadequate"],
        FileGrade.RequiresImprovement => T["requires improvement"],
        FileGrade.Good => T["good"],
        FileGrade.Outstanding => T["outstanding"],
        _ => T["no grade yet"],
    };

    public static string Section(Catalogue T, string code) => code switch
    {
        "details" => T["Details of the case"],
        "history" => T["History and chronology"],
        "assessment" => T["Assessment and risk"],
        "planning" => T["Planning"],
        "voice" => T["The voice of the child or the person"],
        "partners" => T["Work with other agencies"],
        "oversight" => T["Management oversight and supervision"],
        "recording" => T["Recording"],
        _ => code,
    };

    public static string Said(Catalogue T, AuditedSection section) =>
        section.DoesNotApply ? T["does not apply"] : Grade(T, section.Grade);

    public static string Where(Catalogue T, string? where) => where ?? T["the whole council"];

    public static string Period(Catalogue T, AuditRound round) => T["{0} to {1}", round.FromOn, round.LastOn];

    public static string State(Catalogue T, AuditFile file) => file switch
    {
        { Moderated: { } grade } => T["{0}; after moderation {1}", Grade(T, file.Overall), Grade(T, grade)],
        { IsFinished: true } => T["{0}; not moderated", Grade(T, file.Overall)],
        { Version: > 0 } => T["begun"],
        _ => T["not begun"],
    };

    /// <summary>A share only where there are files enough.</summary>
    public static string Share(Catalogue T, Percent? share) =>
        share is { } told ? T.Percent(told) : T["not told of fewer than {0} files", AuditResults.FewestForShares];

    public static string Shift(Catalogue T, AuditorShift shift) => T.Count(
        shift.Moderated, "{0} file moderated: {1} graded higher, {2} lower", "{0} files moderated: {1} graded higher, {2} lower",
        shift.Raised,
        shift.Lowered);

    public static string Team(Catalogue T, FileRow row) => row.Team ?? T["team not known"];
}

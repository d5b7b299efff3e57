using Fairload.App.Imports;
using Fairload.App.Imports.Inbox;
using Fairload.Core.Imports;

namespace Fairload.Web.Imports;

/// <summary>How imports are spoken of on their pages.</summary>
internal static class ImportWords
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static string Of(Catalogue T, ImportKind kind) => kind switch
    {
        ImportKind.Staff => T["Staff"],
        ImportKind.AnnexA => T["Annex A"],
        ImportKind.Cases => T["Case sheet"],
        ImportKind.Measures => T["Measures"],
        ImportKind.Actions => T["Actions"],
        ImportKind.Supervision => T["Log of supervision"],
        ImportKind.Meetings => T["Log of meetings"],
        ImportKind.Risks => T["Risk assessments"],
        ImportKind.Incidents => T["Incidents"],
        ImportKind.Feedback => T["Complaints, comments and compliments"],
        ImportKind.WorkforceCensus => T["Workforce census"],
        ImportKind.Supplement => T["What no extract tells of cases"],
        _ => T["Scores"],
    };

    /// <summary>The kind, and the matching where it has one.</summary>
    public static string Of(Catalogue T, ImportRun run) =>
        run.Matching.Length == 0 ? Of(T, run.Kind) : T["{0}, matched as {1}", Of(T, run.Kind), run.Matching];

    public static string Of(Catalogue T, ImportState state) => state switch
    {
        ImportState.Looked => T["waits to be confirmed"],
        ImportState.Applied => T["held"],
        ImportState.Undone => T["undone"],
        _ => T["abandoned"],
    };

    public static string When(Catalogue T, DateTime at)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), London);
        return T["{0} at {1}", T.ShortDate(DateOnly.FromDateTime(local)), local.ToString("HH:mm", T.Language.Culture)];
    }

    public static string Things(Catalogue T, ImportKind kind, int count) => kind switch
    {
        ImportKind.Staff or ImportKind.WorkforceCensus => T.Count(count, one: "{0} person", other: "{0} people"),
        ImportKind.Scores => T.Count(count, one: "{0} score", other: "{0} scores"),
        ImportKind.Measures => T.Count(count, one: "{0} figure", other: "{0} figures"),
        ImportKind.Actions => T.Count(count, one: "{0} action", other: "{0} actions"),
        ImportKind.Supervision => T.Count(count, one: "{0} session", other: "{0} sessions"),
        ImportKind.Meetings => T.Count(count, one: "{0} meeting", other: "{0} meetings"),
        ImportKind.Risks => T.Count(count, one: "{0} assessment", other: "{0} assessments"),
        ImportKind.Incidents => T.Count(count, one: "{0} incident", other: "{0} incidents"),
        ImportKind.Feedback => T.Count(count, one: "{0} entry", other: "{0} entries"),
        _ => T.Count(count, one: "{0} case", other: "{0} cases"),
    };

    /// <summary>Why a file of the inbox was not taken in.</summary>
    public static string Why(Catalogue T, InboxFile file) => T[file.Reason, [.. file.Gaps]];

    public static string WouldDo(Catalogue T, ImportKind kind, ImportOutcome does) =>
        T["This would add {0}, change {1} and leave {2} as they are.", Things(T, kind, does.Added), Things(T, kind, does.Changed),
            Things(T, kind, does.Unchanged)];

    public static string Did(Catalogue T, ImportKind kind, ImportOutcome did) =>
        T["This added {0}, changed {1} and left {2} as they were.", Things(T, kind, did.Added), Things(T, kind, did.Changed),
            Things(T, kind, did.Unchanged)];

    public static string Missing(Catalogue T, ImportKind kind, int count) => kind is ImportKind.Staff or ImportKind.WorkforceCensus
        ? T.Count(count, one: "{0} person is no longer in the file.", other: "{0} people are no longer in the file.")
        : T.Count(count, one: "{0} case is no longer in the file.", other: "{0} cases are no longer in the file.");

    /// <summary>In the reader's language, from the catalogue's key and what goes in its gaps.</summary>
    public static string Says(Catalogue T, ImportProblem problem) => T[problem.Text, [.. problem.Args]];
}

using Fairload.Core.DataProtection;

namespace Fairload.Web.DataProtection;

/// <summary>Kinds of record as people say them, and why each is kept.</summary>
internal static class RetentionWords
{
    public static string Kind(Catalogue T, RecordKind kind) => kind switch
    {
        RecordKind.SignIns => T["Sessions and failed sign-ins"],
        RecordKind.Notices => T["Notices that somebody has seen"],
        RecordKind.Absences => T["Absences, as categories"],
        RecordKind.LeaverDetails => T["Languages, skills, notes to oneself, groups, other names and address of people who have left"],
        RecordKind.LoadHistory => T["Loads of single people as they stood at each extract"],
        RecordKind.CaseExtras => T["Language, wishes, conflicts of interest and handover notes of closed cases"],
        RecordKind.CaseNames => T["References and family marks of closed cases"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string From(Catalogue T, RecordKind kind) => kind switch
    {
        RecordKind.SignIns => T["after the session or the attempt"],
        RecordKind.Notices => T["after they were seen"],
        RecordKind.Absences => T["after the last day of absence"],
        RecordKind.LeaverDetails => T["after the last day of work"],
        RecordKind.LoadHistory => T["after the extract"],
        RecordKind.CaseExtras or RecordKind.CaseNames => T["after the case was closed"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What the council says; where it has not decided, what the program suggests and why.</summary>
    public static string Reason(Catalogue T, RetentionRule rule) => rule.Reason.Length > 0 ? rule.Reason : rule.Kind switch
    {
        RecordKind.SignIns => T["Long enough to find out who tried to get in."],
        RecordKind.Notices => T["Who was told what is asked within a year, if at all."],
        RecordKind.Absences => T["Three years of sickness are what figures compare; the personnel system keeps its own."],
        RecordKind.LeaverDetails => T["They mattered for sharing work while the person worked here."],
        RecordKind.LoadHistory => T["Six years, the time in which a claim about too much work can be brought."],
        RecordKind.CaseExtras => T["They mattered for choosing a worker; the case system keeps the record."],
        RecordKind.CaseNames => T["Six years for questions about how work was shared; the case system keeps the record for as long as the law says."],
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    public static string Months(Catalogue T, int months) => months % 12 == 0
        ? T.Count(months / 12, "{0} year", "{0} years") : T.Count(months, "{0} month", "{0} months");
}

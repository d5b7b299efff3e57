using Fairload.App.HealthCheck.Report;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>Reports in words. What stands in a report is in its own language, which is not always the reader's.</summary>
internal static class ReportTexts
{
    /// <param name="language">en or cy.</param>
    public static ReportWords Words(string language) => Words(new Catalogue(Language.Of(language) ?? Language.English));

    /// <summary>An edition as addresses name it: internal, members or public; null for none.</summary>
    public static Edition? EditionOf(string name) =>
        Enum.GetValues<Edition>().Where(e => Name(e) == name).Select(e => (Edition?)e).FirstOrDefault();

    public static string Name(Edition edition) => edition switch
    {
        Edition.Internal => "internal",
        Edition.Members => "members",
        _ => "public",
    };

    public static string For(Catalogue T, Edition edition) => edition switch
    {
        Edition.Internal => T["for staff"],
        Edition.Members => T["for elected members"],
        _ => T["for everybody"],
    };

    public static string Title(Catalogue T, int year, Edition edition) => edition switch
    {
        Edition.Internal => T["Report of {0} for staff", year],
        Edition.Members => T["Report of {0} for elected members", year],
        _ => T["Report of {0} for everybody", year],
    };

    public static string InLanguage(Catalogue T, string language) => language == ReportDocument.Welsh ? T["in Welsh"] : T["in English"];

    /// <summary>Kinds of files, with what the link to each says.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Files(Catalogue T) =>
        [new(ReportFiles.Docx, T["Word (.docx)"]), new(ReportFiles.Ods, T["tables as OpenDocument (.ods)"]),
            new(ReportFiles.Csv, T["tables as CSV (.zip)"])];

    /// <summary>14 November 2026, 09:30, by the clock in the UK.</summary>
    public static string At(Catalogue T, DateTime utc)
    {
        var there = TimeZoneInfo.ConvertTimeFromUtc(utc, London);
        return T["{0}, {1}", DateOnly.FromDateTime(there), there.ToString("HH:mm", T.Language.Culture)];
    }

    public static string State(Catalogue T, Publication? publication, DateTime now) => publication switch
    {
        null => T["held, not published"],
        { IsWithdrawn: true } => T["withdrawn on {0} by {1}: {2}", At(T, publication.WithdrawnAt!.Value), publication.WithdrawnBy,
            publication.WithdrawnBecause],
        _ when publication.From > now => T["published {0}, under embargo until {1}", For(T, publication.Level), At(T, publication.From)],
        _ => T["published {0} since {1}", For(T, publication.Level), At(T, publication.From)],
    };

    public static string Decided(Catalogue T, Publication publication) =>
        T["{0} decided it on {1}. Why: {2} How staff were consulted: {3}", publication.DecidedBy, At(T, publication.DecidedAt),
            publication.Why, publication.Consulted];

    public static string Claim(Catalogue T, ExemptionClaim claim) =>
        T["{0} claims {1} since {2}. {3}", claim.ClaimedBy, claim.Section, claim.ClaimedOn, claim.Reason];

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static ReportWords Words(Catalogue T) => new()
    {
        ForStaff = T["for staff"],
        ForMembers = T["for elected members"],
        ForPublic = T["for everybody"],
        Lead = T["Edition {0}. It tells about the time up to {1}."],
        AsOf = T["As of {0}"],
        Base = T["Base: {0}"],
        Protection = T["Protection: {0}"],
        Note = T["note {0}"],
        Notes = T["Notes"],
        Unit = T["Unit"],
        Signs = T["Signs in the tables"],
        Hidden = T["hidden to protect people"],
        NotAvailable = T["not available"],
        Low = T["rounds to nothing, and is not nothing"],
        Contents = T["Contents"],
        Sheet = T["Sheet"],
        Table = T["Table"],
        Council = T["Council"],
        Licence = T["Licence"],
        OpenLicence = T["Open Government Licence, version 3.0"],
        NotLicensed = T["none: this edition is not for publication"],
        Sign = T["Sign"],
        Means = T["Means"],
        SameAsTable = T["The same as a table"],
        ExemptAppendix = T["Exempt appendix"],
        ExemptApart = T["To this report belongs an appendix that is kept apart. {1} claims {0} for it, since {2}."],
        ExemptTitle = T["{0}: exempt appendix, not for publication"],
        ExemptClaim = T["Not for publication: {0}. {1} Claimed by {2} on {3}."],
    };
}

using System.Globalization;
using Fairload.App.HealthCheck.Report;

namespace Fairload.Testing;

/// <summary>What files of a report say, in plain English.</summary>
public static class ReportPlain
{
    public static ReportWords Words { get; } = new()
    {
        ForStaff = "for staff",
        ForMembers = "for elected members",
        ForPublic = "for the public",
        Lead = "Edition {0}, {1}",
        AsOf = "As of {0}",
        Base = "Base: {0}",
        Protection = "Protection: {0}",
        Note = "note {0}",
        Notes = "Notes",
        Unit = "Unit",
        Signs = "Signs",
        Hidden = "hidden",
        NotAvailable = "not available",
        Low = "low",
        Contents = "Contents",
        Sheet = "Sheet",
        Table = "Table",
        Council = "Council",
        Licence = "Licence",
        OpenLicence = "Open",
        NotLicensed = "None",
        Sign = "Sign",
        Means = "Means",
        SameAsTable = "The same as a table",
        ExemptAppendix = "Exempt appendix",
        ExemptApart = "Apart: {0}, claimed by {1} on {2}.",
        ExemptTitle = "{0}: exempt appendix",
        ExemptClaim = "Not for publication: {0}. {1} Claimed by {2} on {3}.",
    };

    /// <summary>The figures of every table and chart, by its code and in their order, as digits without commas.</summary>
    public static string Digits(decimal value) => (value / 1.000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}

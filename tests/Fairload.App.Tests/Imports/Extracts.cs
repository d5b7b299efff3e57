namespace Fairload.App.Tests.Imports;

/// <summary>Small sheets that the tests of imports begin with.</summary>
internal static class Extracts
{
    public const string StaffHeader = "Staff number,Name,Other names,SWE number,Role,Level,Team,Service,FTE,Employment type,Start,End";

    /// <summary>Grace and Tom in Riverside, Ngozi in Hillside.</summary>
    public static byte[] Staff { get; } = Council.Csv(
        StaffHeader,
        "1001,Grace Adeyemi,Grace Cole,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,",
        "1002,Tom Bevan,,SW10002,Social worker,Newly qualified,Riverside,Safeguarding,0.8,Permanent,01/09/2026,",
        "1003,Ngozi Okafor,,SW10003,Social worker,Experienced,Hillside,Safeguarding,1.0,Permanent,01/02/2019,");

    public const string CaseHeader = "Case reference,Case type,Area,Start date,Closed,Close reason,Team,Worker,Allocated on,Co-workers";

    /// <summary>Two with Grace, one with Tom, one that waits, one in a name that nobody knows.</summary>
    public static byte[] Cases { get; } = Council.Csv(
        CaseHeader,
        "R-1,child protection,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
        "R-2,child in need,Children,02/04/2026,,,Riverside,\"Adeyemi, Grace\",,",
        "R-3,looked after,Children,03/05/2026,,,Riverside,Tom Bevan,,",
        "R-4,child in need,Children,04/06/2026,,,Riverside,,,",
        "R-5,child in need,Children,05/07/2026,,,Hillside,Lee Carter,,");

    public static byte[] Scores { get; } = Council.Csv(
        "Case reference,Scored by,Scored on,Factor 1,Factor 2,Factor 3,Factor 4,Factor 5,Factor 6",
        "R-1,Agreed,10/11/2026,3,3,3,2,2,2",
        "R-2,Agreed,10/11/2026,1,1,1,1,1,1",
        "R-3,Practitioner,10/11/2026,2,2,2,2,2,2");
}

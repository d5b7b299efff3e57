using Fairload.Core.Workforce.Census;

namespace Fairload.Web.Workforce.Census;

/// <summary>Codes of the workforce census in words.</summary>
internal static class CensusWords
{
    public static string Role(Catalogue T, int? code) => code switch
    {
        1 => T["senior manager"],
        2 => T["middle manager"],
        3 => T["first line manager"],
        4 => T["senior practitioner"],
        5 => T["case holder"],
        6 => T["qualified, without cases"],
        _ => T["not known"],
    };

    public static string Origin(Catalogue T, int? code) => code switch
    {
        1 => T["newly qualified"],
        2 => T["another council in England"],
        3 => T["outside England"],
        4 => T["an agency"],
        5 => T["other social work"],
        6 => T["other social care"],
        7 => T["work outside social care, or none"],
        8 => T["elsewhere"],
        _ => T["not known"],
    };

    public static string Destination(Catalogue T, int? code) => code switch
    {
        1 => T["another council in England"],
        2 => T["outside England"],
        3 => T["an agency"],
        4 => T["other social work"],
        5 => T["other social care"],
        6 => T["work outside social care, or none"],
        7 => T["elsewhere"],
        _ => T["not known"],
    };

    public static string Status(Catalogue T, string codes) => codes.Length == 0 ? T["not known"]
        : string.Join(", ", codes.Split(' ').Select(code => code switch
        {
            "1" => T["assessed and supported year"],
            "2" => T["frontline practitioner"],
            "3" => T["practice supervisor"],
            _ => T["practice leader"],
        }));

    public static string When(Catalogue T, CensusEntry entry) => (entry.RoleStartedOn, entry.RoleEndedOn) switch
    {
        ({ } from, { } to) => T["{0} to {1}", from, to],
        ({ } from, null) => T["from {0}", from],
        (null, { } to) => T["until {0}", to],
        _ => T["not known"],
    };
}

/// <summary>What the census says of somebody.</summary>
/// <param name="ShowsDays">The reader sees sickness.</param>
public sealed record CensusFactsView(CensusEntry Entry, bool ShowsDays);

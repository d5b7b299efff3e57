using System.Globalization;
using Fairload.Core.Imports;
using Fairload.Web.Caseload;

namespace Fairload.Web.Imports;

/// <summary>How what was entered here by hand is spoken of.</summary>
internal static class EnteredWords
{
    public static string Kind(Catalogue T, EnteredKind kind) => kind switch
    {
        EnteredKind.CaseOpened => T["case opened"],
        EnteredKind.CaseCorrected => T["case put right"],
        EnteredKind.CaseClosed => T["case closed"],
        EnteredKind.Absence => T["absence"],
        EnteredKind.Reduction => T["reduction"],
        EnteredKind.Starter => T["starter"],
        _ => T["leaver"],
    };

    /// <summary>Who entered it and when, in one line.</summary>
    public static string Mark(Catalogue T, EnteredHere mark) =>
        T["Entered here by {0} on {1}: {2}. No extract has confirmed it yet.", mark.EnteredBy, mark.EnteredOn, Kind(T, mark.Kind)];

    /// <summary>The facts in one line.</summary>
    public static string Says(Catalogue T, string kept)
    {
        var facts = EnteredFacts.Read(kept);
        return facts.All.Count == 0 ? T["nothing"] : string.Join("; ", facts.All.Select(f => Says(T, f.Key, f.Value)));
    }

    public static IReadOnlyList<string> All(Catalogue T, IEnumerable<EnteredHere> marks) => [.. marks.Select(m => Mark(T, m))];

    private static string Says(Catalogue T, FactKind kind, string said) => kind switch
    {
        FactKind.Shown => T["it does not stand there"],
        FactKind.Type => CaseWords.Type(T, said),
        FactKind.Began => said.Length > 0 ? T["begun {0}", Day(T, said)] : T["start not known"],
        FactKind.Closed => said.Length > 0 ? T["closed {0}", Day(T, said)] : T["open"],
        FactKind.Team => T["team {0}", said],
        FactKind.Name => said,
        FactKind.Role => said,
        FactKind.Fte => T["FTE {0}", said],
        FactKind.From => said.Length > 0 ? T["from {0}", Day(T, said)] : T["since always"],
        FactKind.To => said.Length > 0 ? T["until {0}", Day(T, said)] : T["until further notice"],
        FactKind.Category => said,
        FactKind.Reason => said,
        FactKind.Percent => T["{0}% of the time", said],
        _ => said.Length > 0 ? T["last day {0}", Day(T, said)] : T["no last day"],
    };

    private static string Day(Catalogue T, string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? T.Date(day) : iso;
}

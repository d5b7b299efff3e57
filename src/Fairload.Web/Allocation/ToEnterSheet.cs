using Fairload.App.Allocation;
using Fairload.Core.Allocation;
using Fairload.Web.Caseload;

namespace Fairload.Web.Allocation;

/// <summary>The keying list: what somebody has to enter in the case system, the same on the page and in the file.</summary>
internal static class ToEnterSheet
{
    public static IEnumerable<IReadOnlyList<string>> Lines(Catalogue T, IEnumerable<ToEnterLine> lines) =>
        lines.Select(one => Line(T, one)).Prepend(
        [
            T["Case"], T["Type"], T["Team"], T["Held by, in the case system"], T["Held by, as agreed here"], T["What led to it"],
            T["Agreed on"], T["Agreed by"], T["The case itself"],
        ]);

    /// <summary>Days as the case system asks for them.</summary>
    private static IReadOnlyList<string> Line(Catalogue T, ToEnterLine one) =>
    [
        one.Case.Reference, CaseWords.Type(T, one.Case.TypeCode), one.Team, Names(T, one.ShownThere), Names(T, one.Takes),
        Kind(T, one.Decision.Kind),
        one.Decision.DecidedOn.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), one.Decision.DecidedBy,
        one.IsNewThere ? T["open it there too"] : T["is there"],
    ];

    public static string Names(Catalogue T, IReadOnlyList<Core.Workforce.Worker> workers) =>
        workers.Count == 0 ? T["nobody"] : string.Join("; ", workers.Select(w => $"{w.Name} ({w.StaffNumber})"));

    public static string Kind(Catalogue T, DecisionKind kind) => kind switch
    {
        DecisionKind.AtMeeting => T["allocation meeting"],
        DecisionKind.Interim => T["looked after meanwhile"],
        DecisionKind.Transferred => T["transfer between teams"],
        DecisionKind.Spread => T["caseload spread"],
        DecisionKind.TakenBack => T["taken back"],
        _ => T["allocation"],
    };
}

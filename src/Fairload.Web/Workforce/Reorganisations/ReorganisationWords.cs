using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Workforce.Reorganisations;

namespace Fairload.Web.Workforce.Reorganisations;

/// <summary>How reorganisations are spoken of on their pages.</summary>
internal static class ReorganisationWords
{
    /// <summary>The kinds as addresses name them, in the order of the list.</summary>
    public static IReadOnlyList<(string Word, ReorganisationKind Kind)> Kinds { get; } =
    [
        ("merge", ReorganisationKind.Merge), ("split", ReorganisationKind.Split), ("rename", ReorganisationKind.Rename),
        ("close", ReorganisationKind.Close), ("move", ReorganisationKind.MoveService),
    ];

    public static string Verb(Catalogue T, ReorganisationKind kind) => kind switch
    {
        ReorganisationKind.Merge => T["Merge teams"],
        ReorganisationKind.Split => T["Split a team"],
        ReorganisationKind.Rename => T["Rename a team"],
        ReorganisationKind.Close => T["Close a team"],
        _ => T["Move a service to another employer"],
    };

    public static string Title(Catalogue T, ReorganisationPlan plan) => plan.Kind switch
    {
        ReorganisationKind.Merge => T["{0} into {1}", Listed(T, plan.Ending.Select(f => f.Name)), Listed(T, plan.Into.Select(i => i.Name))],
        ReorganisationKind.Split =>
            T["{0} becomes {1}", Listed(T, plan.From.Select(f => f.Name)), Listed(T, plan.Into.Select(i => i.Name))],
        ReorganisationKind.Rename =>
            T["{0} is called {1}", Listed(T, plan.From.Select(f => f.Name)), Listed(T, plan.Into.Select(i => i.Name))],
        ReorganisationKind.Close => T["{0} closes", Listed(T, plan.From.Select(f => f.Name))],
        _ => T["{0} goes to {1}", plan.Service, plan.Employer],
    };

    public static string State(Catalogue T, ReorganisationLine line) => line.One.State switch
    {
        ReorganisationState.Applied => T["done"],
        ReorganisationState.Withdrawn => T["taken back"],
        _ => line.IsLate ? T["held up: open it to see by what"] : T["prepared"],
    };

    /// <summary>“Ash, Beech and Oak”.</summary>
    public static string Listed(Catalogue T, IEnumerable<string> names) => names.ToList() switch
    {
        [] => "",
        [var one] => one,
        [.. var first, var last] => T["{0} and {1}", string.Join(", ", first), last],
    };

    /// <summary>What a figure that goes further back has to say beside it.</summary>
    public static string Was(Catalogue T, TeamWas was) => was.IsPart
        ? T["Until {0} as a part of {1}; figures from then are of the whole.", was.Until, Listed(T, was.Teams)]
        : T["Until {0} as {1}.", was.Until, Listed(T, was.Teams)];

    public static string Employed(Catalogue T, EmployedUntil was) => was.Employer.Length > 0
        ? T["Until {0} employed by {1}.", was.Until, was.Employer] : T["Until {0} by an employer that is not known.", was.Until];

    public static string Load(Catalogue T, TeamHolds? holds) => holds switch
    {
        null => "–",
        { Load: { } load } => T.Percent(load),
        _ => T["not known"],
    };
}

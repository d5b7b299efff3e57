using Fairload.Core.Access;

namespace Fairload.Web;

/// <summary>Where one may go from every page: two rows, each showing only what the reader may open.</summary>
/// <param name="Also">Other places that count as below it.</param>
/// <param name="Except">Places below these that belong elsewhere.</param>
internal sealed record Destination(
    string Href, Func<Catalogue, string> Name, Permission? Needs = null, IReadOnlyList<string>? Also = null,
    IReadOnlyList<string>? Except = null)
{
    public bool IsOpenTo(Reader reader) => Needs is not { } permission || reader.May(permission);

    /// <summary>True on the page itself.</summary>
    public bool IsAt(PathString path) => path.Equals(Href, StringComparison.OrdinalIgnoreCase);

    /// <summary>True on the page itself and on those below it.</summary>
    public bool IsAbove(PathString path) => Href == "/" ? IsAt(path)
        : IsUnder(path, (Also ?? []).Prepend(Href)) && !IsUnder(path, Except ?? []);

    private static bool IsUnder(PathString path, IEnumerable<string> places) =>
        places.Any(above => path.StartsWithSegments(above, StringComparison.OrdinalIgnoreCase));
}

internal static class Navigation
{
    /// <summary>Figures of loads that are let out as results of surveys are, to the same readers.</summary>
    private const string OfSurveys = "/fairness/groups";

    public static IReadOnlyList<Destination> Work { get; } =
    [
        new("/", T => T["Today"]),
        new("/my-work", T => T["My work"], Permission.SeeOwnWork, ["/supervision"]),
        new("/teams", T => T["Teams"], Permission.SeeLoads),
        new("/services", T => T["Services"], Permission.SeeLoads),
        new("/waiting", T => T["Waiting"], Permission.SeeWaiting),
        new("/allocation", T => T["Allocation"], Permission.SeeCases,
            ["/meetings", "/answers", "/transfers", "/panels", "/fairness", "/scenarios", "/work-by-tier"], [OfSurveys]),
        new("/surveys", T => T["Surveys"], Permission.SeeSurveys, ["/disclosure", OfSurveys]),
    ];

    public static IReadOnlyList<Destination> Rest { get; } =
    [
        new("/people", T => T["People"], Permission.SeePeople),
        new("/imports", T => T["Imports"], Permission.Import),
        new("/settings", T => T["Settings"], Permission.SeeSettings),
        new("/accounts", T => T["Accounts"], Permission.ManageAccounts),
        new("/audit", T => T["Audit"], Permission.SeeAudit),
        new("/help", T => T["Help"]),
        new("/account", T => T["Your account"], Permission.OwnAccount),
    ];

    public static IEnumerable<Destination> For(Reader reader, IReadOnlyList<Destination> row) => row.Where(place => place.IsOpenTo(reader));
}

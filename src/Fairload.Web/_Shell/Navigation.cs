using Fairload.Core.Access;

namespace Fairload.Web;

/// <summary>Where one may go from every page: two rows, each showing only what the reader may open.</summary>
/// <param name="Also">Other places that count as below it.</param>
/// <param name="Except">Places below these that belong elsewhere.</param>
/// <param name="Unless">Whoever has this gets there from a wider place.</param>
internal sealed record Destination(
    string Href, Func<Catalogue, string> Name, Permission? Needs = null, IReadOnlyList<string>? Also = null,
    IReadOnlyList<string>? Except = null, Permission? Unless = null)
{
    public bool IsOpenTo(Reader reader) => (Needs is not { } needed || reader.May(needed)) && !(Unless is { } wider && reader.May(wider));

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

    private const string Own = "/my-work";
    private const string OfTeams = "/teams";
    private const string OfServices = "/services";
    private static readonly string[] Widths = [Own, OfTeams, OfServices];

    public static IReadOnlyList<Destination> Work { get; } =
    [
        new("/", T => T["Today"]),
        new(Own, T => T["My work"], Permission.SeeOwnWork),
        new(OfTeams, T => T["Teams"], Permission.SeeLoads, ["/over-the-line", "/scores-due", "/managers"]),
        new(OfServices, T => T["Services"], Permission.SeeLoads, ["/reorganisations", "/initiatives"]),
        new("/waiting", T => T["Waiting"], Permission.SeeWaiting),
        new("/allocation", T => T["Allocation"], Permission.SeeCases,
            ["/meetings", "/answers", "/transfers", "/panels", "/fairness", "/scenarios", "/work-by-tier"], [OfSurveys]),
        new("/surveys", T => T["Surveys"], Permission.SeeSurveys, ["/disclosure", OfSurveys]),
        new("/health-check", T => T["Health check"], Permission.SeeHealthCheck),
        new("/actions", T => T["Actions"], Permission.SeeActions, ["/scrutiny"]),
    ];

    public static IReadOnlyList<Destination> Rest { get; } =
    [
        new("/people", T => T["People"], Permission.SeePeople, ["/posts", "/entered"]),
        new("/supervision", T => T["Supervision"], Permission.SeeSupervision),
        new("/supervision/figures", T => T["Supervision in figures"], Permission.SeeSupervisionFigures, ["/supervision"],
            Unless: Permission.SeeSupervision),
        new("/workplace", T => T["Workplace"], Permission.SeeWorkplace),
        new("/workplace/released", T => T["Figures of the workplace"], Permission.SeeWorkplaceReleases, Unless: Permission.SeeWorkplace),
        new("/evidence", T => T["Evidence room"], Permission.SeeEvidence),
        new("/peer-reviews", T => T["Peer reviews"], Permission.SeeReviews),
        new("/file-audits", T => T["Case file audits"], Permission.AuditFiles),
        new("/imports", T => T["Imports"], Permission.Import),
        new("/settings", T => T["Settings"], Permission.SeeSettings, ["/data-protection"]),
        new("/accounts", T => T["Accounts"], Permission.ManageAccounts),
        new("/audit", T => T["Audit"], Permission.SeeAudit),
        new("/help", T => T["Help"]),
        new("/account", T => T["Your account"], Permission.OwnAccount),
    ];

    /// <summary>The first row has seven places at most, so of one's own work, teams and services it has the widest that the reader has; the
    /// others stand in the second row.</summary>
    public static IEnumerable<Destination> First(Reader reader) =>
        Work.Where(place => place.IsOpenTo(reader) && !IsNarrower(place, reader));

    public static IEnumerable<Destination> Second(Reader reader) =>
        Work.Where(place => place.IsOpenTo(reader) && IsNarrower(place, reader)).Concat(Rest.Where(place => place.IsOpenTo(reader)));

    private static bool IsNarrower(Destination place, Reader reader) => Widths.Contains(place.Href) && place.Href != Widest(reader);

    private static string Widest(Reader reader)
    {
        if (!reader.May(Permission.SeeLoads)) return Own;
        return reader.SightFor(Permission.SeeLoads) is { Everything: false, Services.Count: 0 } ? OfTeams : OfServices;
    }
}

using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;

namespace Fairload.Web.Caseload;

/// <summary>Where things are.</summary>
internal static class Links
{
    public static string Case(Id<Case> id) => $"/cases/{id}";

    public static string OpenRestricted(Id<Case> id) => $"/cases/{id}/open";

    public static string RestrictCase(Id<Case> id) => $"/cases/{id}/restrict";

    public static string Allocate(Id<Case> id) => $"/cases/{id}/allocate";

    public static string Transfer(Id<Transfer> id) => $"/transfers/{id}";

    public static string ProposeTransfer(Id<Case> id) => $"/cases/{id}/transfer";

    public static string BringToPanel(Id<Case> id) => $"/cases/{id}/panel";

    public static string PanelSession(Id<PanelSession> id) => $"/panels/sessions/{id}";

    public static string PanelBooking(Id<PanelBooking> id) => $"/panels/bookings/{id}";

    /// <param name="where">The id of a team, or <c>service:</c> and its name.</param>
    public static string Work(string where) => $"/work-by-tier?Where={Uri.EscapeDataString(where)}";

    /// <param name="where">As for <see cref="Work"/>.</param>
    public static string Fairness(string where) => $"/fairness?Where={Uri.EscapeDataString(where)}";

    /// <param name="place">A team, a service or the council, with its mark.</param>
    public static string Moves(string place) => $"/allocation/moves?For={Uri.EscapeDataString(place)}";

    public static string Handover(Id<Case> id) => $"/cases/{id}/handover";

    public static string Supplement(Id<Case> id) => $"/cases/{id}/supplement";

    public static string Practice(Id<Worker> id) => $"/people/{id}/practice";

    public static string Plan(Id<Worker> id) => $"/people/{id}/plan";

    public static string ScoreQuestion(Id<Case> id) => $"/cases/{id}/score";

    public static string CorrectCase(Id<Case> id) => $"/cases/{id}/correct";

    public static string CloseCase(Id<Case> id) => $"/cases/{id}/close";

    public static string Leave(Id<Worker> id) => $"/people/{id}/leave";

    public static string Absence(Id<Worker> id, Id<Absence>? one = null) => $"/people/{id}/absence" + (one is { } known ? $"/{known}" : "");

    public static string Reduction(Id<Worker> id, Id<Reduction>? one = null) =>
        $"/people/{id}/reduction" + (one is { } known ? $"/{known}" : "");

    public static string Person(Id<Worker> id) => $"/people/{id}";

    public static string Team(Id<Team> id) => $"/teams/{id}";

    /// <summary>A service has no key but its name.</summary>
    public static string Service(string name) => "/services/" + Path(name);

    public static string TeamFile(Id<Team> id) => $"/downloads/teams/{id}";

    public static string ServiceFile(string name) => "/downloads/services/" + Path(name);

    private static string Path(string name) => Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal);
}

using Fairload.App.Allocation.Meetings;
using Fairload.Core.Workforce;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation.Meetings;

/// <summary>A team's id, a service's name or the council, each with its mark, as it stands in an address or a list to choose
/// from.</summary>
internal sealed record PlaceChoice(Id<Team>? Team, string Service)
{
    private const string TeamMark = "team:";
    private const string ServiceMark = "service:";
    private const string Whole = "council";

    public static string Of(Id<Team> team) => TeamMark + team;

    public static string Of(string service) => ServiceMark + service;

    /// <summary>Null for what is none of the three.</summary>
    public static PlaceChoice? Read(string? chosen)
    {
        if (chosen == Whole) return new(null, "");
        if (chosen?.StartsWith(ServiceMark, StringComparison.Ordinal) == true && chosen.Length > ServiceMark.Length)
            return new(null, chosen[ServiceMark.Length..]);
        return chosen?.StartsWith(TeamMark, StringComparison.Ordinal) == true && Id<Team>.TryParse(chosen[TeamMark.Length..], out var team)
            ? new(team, "") : null;
    }

    public static IEnumerable<SelectListItem> All(Catalogue T, MeetingPlaces places) =>
    [
        .. places.Teams.Select(t => new SelectListItem(T["Team {0}", t.Name], Of(t.Id))),
        .. places.Services.Select(s => new SelectListItem(T["The whole of {0}", s], Of(s))),
        .. places.Council ? [new SelectListItem(T["The whole council"], Whole)] : Array.Empty<SelectListItem>(),
    ];
}

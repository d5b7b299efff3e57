using Fairload.App.Access;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Access;

/// <summary>The three fields with which a role is given: which, and for which team or service.</summary>
internal static class GrantForm
{
    public static IReadOnlyList<SelectListItem> Roles(Catalogue T) =>
    [
        new("", ""),
        .. Enum.GetValues<Role>().Select(r => new SelectListItem(RoleWords.Of(T, r), r.ToString()))
            .OrderBy(i => i.Text, StringComparer.CurrentCulture),
    ];

    public static IReadOnlyList<SelectListItem> Teams(Catalogue T, Places places) =>
        [new(T["no team"], ""), .. places.Teams.Select(t => new SelectListItem(t.Name, t.Id.ToString()))];

    public static IReadOnlyList<SelectListItem> Services(Catalogue T, Places places) =>
        [new(T["no service"], ""), .. places.Services.Select(s => new SelectListItem(s, s))];

    public static Result<Grant> Read(string? role, string? team, string? service)
    {
        // Only names: a number would also parse.
        if (!Enum.TryParse<Role>(role, out var which) || which.ToString() != role) return new Problem("Role", $"Choose a role");
        if (string.IsNullOrEmpty(team)) return AccountGrant.Check(which, null, service);
        return Id<Team>.TryParse(team, out var id)
            ? AccountGrant.Check(which, id, service)
            : new Problem("Team", $"Choose a team from the list");
    }
}

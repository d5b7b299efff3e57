using Fairload.App.HealthCheck;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Frameworks;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Frameworks;

/// <summary>A framework: its parts, and what each is in the others.</summary>
[Needs(Permission.SeeHealthCheck)]
internal sealed class ShowFramework : PageModel
{
    public Framework Shown { get; private set; } = null!;

    public IActionResult OnGet(string code)
    {
        if (ShippedFrameworks.Find(code) is not { } found) return NotFound();
        Shown = found;
        return Page();
    }

    /// <summary>The framework and the part that a key of the crosswalk names.</summary>
    public static (Framework Framework, FrameworkPart Part) Place(string key)
    {
        var framework = ShippedFrameworks.Find(key.Split('/')[0])!;
        return (framework, framework.Parts.First(p => p.Code == key.Split('/')[1]));
    }

    public static string Link(Catalogue T, LinkKind kind) => kind switch
    {
        LinkKind.Same => T["the same"],
        LinkKind.Reworded => T["the same in other words"],
        LinkKind.Changed => T["the number stayed and the meaning changed: no figure is followed from one to the other"],
        _ => T["a part of it"],
    };
}

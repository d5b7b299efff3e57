using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>Whether the reader wants a letter a week.</summary>
[Needs(Permission.SeeActions)]
internal sealed class WeeklyLetters(WeeklyLetterDesk desk) : PageModel
{
    [BindProperty] public bool Want { get; set; }

    public bool Wants { get; private set; }

    public async Task OnGet(CancellationToken stop) => Wants = await desk.Wants(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await desk.Want(Want, HttpContext.Reader!, stop);
        return Redirect("/actions/letters");
    }
}

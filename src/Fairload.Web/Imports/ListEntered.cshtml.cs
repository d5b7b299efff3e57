using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Imports;

/// <summary>What was entered here by hand and no extract has confirmed: to settle where one contradicts it, and to take back.</summary>
[Needs(Permission.EnterStaff)]
internal sealed class ListEntered(EnteredDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "done")] public string? Done { get; set; }
    [BindProperty] public string? Mark { get; set; }
    [BindProperty] public string? Theirs { get; set; }
    [BindProperty] public string? Keep { get; set; }

    public IReadOnlyList<EnteredLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => await Read(stop);

    public async Task<IActionResult> OnPostSettle(CancellationToken stop)
    {
        if (!Id<EnteredHere>.TryParse(Mark, out var mark) || Keep is not ("ours" or "theirs")) return BadRequest();
        var settled = await desk.Answer(mark, Theirs ?? "", Keep == "ours", HttpContext.Reader!, stop);
        return await Answer(settled, "settled", stop);
    }

    public async Task<IActionResult> OnPostBack(CancellationToken stop)
    {
        if (!Id<EnteredHere>.TryParse(Mark, out var mark)) return BadRequest();
        return await Answer(await desk.TakeBack(mark, HttpContext.Reader!, stop), "back", stop);
    }

    private async Task<IActionResult> Answer(Result<Done> done, string word, CancellationToken stop)
    {
        if (done.Try(out _, out var problems)) return Redirect($"/entered?done={word}");
        Done = null;
        await Read(stop);
        return this.Again(problems);
    }

    private async Task Read(CancellationToken stop) => Lines = await desk.All(HttpContext.Reader!, stop);
}

using Fairload.App.PeerReview.Reviews;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Reviews;
using Fairload.Web.Access;
using Fairload.Web.PeerReview.Room;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.PeerReview.Reviews;

/// <summary>One line of enquiry: a new one where the number is one more than the last.</summary>
[Needs(Permission.KeepReviews)]
internal sealed class WriteLine(ReviewDesk desk, Catalogue words) : PageModel
{
    [BindProperty] public int Seen { get; set; }

    public LineForm Form { get; private set; } = new();
    public ReviewView View { get; private set; } = null!;
    public int Number { get; private set; }
    public LineOfEnquiry? Line => View.Line(Number);

    /// <summary>Somebody else has saved since the form was opened.</summary>
    public bool IsOvertaken { get; private set; }

    public IEnumerable<SelectListItem> Parts(string none) =>
        View.Parts.All.Select(p => new SelectListItem(RoomWords.Of(words, p), p.Code)).Prepend(new(none, ""));

    public async Task<IActionResult> OnGet(Id<Review> id, int number, CancellationToken stop)
    {
        if (!await Load(id, number, stop)) return NotFound();
        Form = LineForm.Of(Line);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Review> id, int number, CancellationToken stop)
    {
        if (!await Load(id, number, stop)) return NotFound();
        await TryUpdateModelAsync(Form, "");
        if (!ModelState.IsValid) return this.Again([]);
        var saved = await desk.SaveLine(id, number, Form.Said(), Seen, HttpContext.Reader!, stop);
        if (saved.Try(out _, out var problems)) return Redirect($"/peer-reviews/{id}");
        await Load(id, number, stop);
        IsOvertaken = Seen != (Line?.Version ?? 0);
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<Review> id, int number, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view || number < 1 || number > view.Lines.Count + 1) return false;
        (View, Number) = (view, number);
        return true;
    }
}

using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>One complaint, comment or compliment, and for whoever keeps the log its form.</summary>
[Needs(Permission.SeeFeedback)]
internal sealed class ShowFeedback(FeedbackDesk desk) : PageModel
{
    public FeedbackLine Line { get; private set; } = null!;
    public FeedbackForm Form { get; private set; } = new();
    public IReadOnlyList<Team> Teams { get; private set; } = [];
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGet(Id<Feedback> id, string? done, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        (Done, Form) = (done, FeedbackForm.Of(Line.Feedback));
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Feedback> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!Line.MayKeep) return StatusCode(StatusCodes.Status403Forbidden);
        await TryUpdateModelAsync(Form, "");
        if (!Form.Read().Try(out var facts, out var problems) || !ModelState.IsValid) return this.Refused(problems);
        var amended = await desk.Amend(id, facts, Form.Version, HttpContext.Reader!, stop);
        if (amended.Try(out _, out var refused)) return Redirect($"/workplace/feedback/{id}?done=amended");
        if (!await Load(id, stop)) return NotFound();
        Form.Version = Line.Feedback.Version;
        return this.Refused(refused);
    }

    private async Task<bool> Load(Id<Feedback> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Show(id, reader, stop) is not { } line) return false;
        Line = line;
        if (line.MayKeep) Teams = await desk.Teams(reader, stop);
        return true;
    }
}

using Fairload.App.Workforce.Initiatives;
using Fairload.Core.Access;
using Fairload.Core.Workforce.Initiatives;
using Fairload.Web.Access;
using Fairload.Web.Workplace;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Initiatives;

/// <summary>What is new of one of the register, or that it is over.</summary>
[Needs(Permission.KeepInitiatives)]
internal sealed class ChangeInitiative(InitiativeDesk desk, Catalogue T) : PageModel
{
    public InitiativeView View { get; private set; } = null!;
    public InitiativeForm Form { get; private set; } = new();

    public InitiativeChoices Choices { get; private set; } = null!;

    /// <summary>Somebody has changed it while this one was typed.</summary>
    public bool IsOvertaken { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public string? Outcome { get; private set; }

    public async Task<IActionResult> OnGet(Id<Initiative> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form = InitiativeForm.Of(View.Line.One, T.Language.Culture);
        return Page();
    }

    public async Task<IActionResult> OnPostAmend(Id<Initiative> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await TryUpdateModelAsync(Form, "");
        if (!Form.Read(T.Language.Culture).Try(out var facts, out var problems) || !ModelState.IsValid) return this.Refused(problems);
        var amended = await desk.Amend(id, facts, Form.Number, HttpContext.Reader!, stop);
        return amended.Try(out _, out var refused) ? Redirect($"/initiatives/{id}") : await Overtaken(id, refused, stop);
    }

    public async Task<IActionResult> OnPostEnd(Id<Initiative> id, int number, DateOnly? endedOn, string? outcome, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form = InitiativeForm.Of(View.Line.One, T.Language.Culture);
        (EndedOn, Outcome) = (endedOn, outcome);
        if (!ModelState.IsValid) return this.Again([]);
        var ended = await desk.End(id, endedOn, outcome ?? "", number, HttpContext.Reader!, stop);
        return ended.Try(out _, out var refused) ? Redirect($"/initiatives/{id}") : await Overtaken(id, refused, stop);
    }

    /// <summary>Above stands what is stored now, and the next sending goes out from that.</summary>
    private async Task<IActionResult> Overtaken(Id<Initiative> id, IReadOnlyList<Problem> problems, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        IsOvertaken = Form.Number != View.Line.One.Number;
        Form.Number = View.Line.One.Number;
        return this.Refused(problems);
    }

    private async Task<bool> Load(Id<Initiative> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.ToKeep(id, reader, stop) is not { } view) return false;
        (View, Choices) = (view, await desk.Choices(reader, stop));
        return true;
    }
}

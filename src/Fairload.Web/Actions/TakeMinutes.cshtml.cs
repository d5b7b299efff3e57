using System.Globalization;
using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Actions;

/// <summary>Takes down a meeting, part by part.</summary>
[Needs(Permission.KeepScrutiny)]
internal sealed class TakeMinutes(ScrutinyDesk desk, ScrutinyKeeping keeping, Catalogue T) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public ResolutionShape? Shape { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Asked { get; set; }
    [BindProperty] public string? AskedBy { get; set; }
    [BindProperty] public string? Question { get; set; }
    [BindProperty] public string? Answer { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public bool Agreed { get; set; }
    [BindProperty] public string? Unnamed { get; set; }
    [BindProperty] public string? Message { get; set; }

    public ScrutinyView View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Shapes => Enum.GetValues<ResolutionShape>()
        .Select(s => new SelectListItem(ActionWords.Of(T, s), $"{s}", s == Shape)).Prepend(new(T["Take it from the words"], ""));

    public IEnumerable<SelectListItem> Unanswered => View.Questions.Where(q => q.AnsweredOn is null)
        .Select(q => new SelectListItem(T["Question {0}: {1}", q.Number, Short(q.Asked)], $"{q.Id}", $"{q.Id}" == Question));

    public async Task<IActionResult> OnGet(Id<ScrutinyMeeting> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Unnamed = View.Meeting.UnnamedWitnesses.ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public Task<IActionResult> OnPostResolution(Id<ScrutinyMeeting> id, CancellationToken stop) =>
        Store(id, r => keeping.Agree(id, Text ?? "", Shape, r, stop), stop);

    public Task<IActionResult> OnPostItem(Id<ScrutinyMeeting> id, CancellationToken stop) =>
        Store(id, r => keeping.Add(id, Title ?? "", r, stop), stop);

    public Task<IActionResult> OnPostQuestion(Id<ScrutinyMeeting> id, CancellationToken stop) =>
        Store(id, r => keeping.Ask(id, Asked ?? "", AskedBy ?? "", r, stop), stop);

    public Task<IActionResult> OnPostAnswer(Id<ScrutinyMeeting> id, CancellationToken stop) => Store(id, r =>
        keeping.Answer(id, Id<ScrutinyQuestion>.TryParse(Question, out var question) ? question : default, Answer ?? "", r, stop), stop);

    public Task<IActionResult> OnPostWitness(Id<ScrutinyMeeting> id, CancellationToken stop) =>
        Store(id, r => keeping.Name(id, Name ?? "", Agreed, r, stop), stop);

    public Task<IActionResult> OnPostUnnamed(Id<ScrutinyMeeting> id, CancellationToken stop) => Store(id, r => keeping.CountWitnesses(
        id, int.TryParse(Unnamed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null, r, stop), stop);

    public Task<IActionResult> OnPostMessage(Id<ScrutinyMeeting> id, CancellationToken stop) =>
        Store(id, r => keeping.Tell(id, Message ?? "", r, stop), stop, "Message");

    /// <param name="field">Where the words of the form stand, if not under the name that the rule knows.</param>
    private async Task<IActionResult> Store<TMade>(
        Id<ScrutinyMeeting> id, Func<Reader, Task<Result<TMade>>> store, CancellationToken stop, string? field = null) where TMade : notnull
    {
        if (!await Load(id, stop)) return NotFound();
        if ((await store(HttpContext.Reader!)).Try(out _, out var problems)) return Redirect($"/scrutiny/{id}");
        await Load(id, stop);
        return this.Again(problems.Select(p => field is null || p.Field.Length == 0 ? p : p with { Field = field }));
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";

    private async Task<bool> Load(Id<ScrutinyMeeting> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}

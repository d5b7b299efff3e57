using Fairload.App.Surveys.Returns;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Returns;

/// <summary>One return: to read once it is signed, to fill in, sign and correct for whoever makes it.</summary>
[Needs(Permission.SeeSurveyResults)]
internal sealed class ShowReturn(ReturnDesk desk) : PageModel
{
    /// <summary>Which of the year; null for the one that counts or is being filled in.</summary>
    [BindProperty(SupportsGet = true)] public int? Number { get; set; }

    [BindProperty] public string? Position { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public ReturnView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(int year, CancellationToken stop) => await Load(year, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostSign(int year, CancellationToken stop) =>
        Do(year, reader => desk.Sign(year, Position ?? "", Version, reader, stop), stop);

    public Task<IActionResult> OnPostCorrect(int year, CancellationToken stop) =>
        Do(year, reader => desk.Correct(year, Reason ?? "", reader, stop), stop);

    private async Task<IActionResult> Do(
        int year, Func<Reader, Task<Result<Core.Surveys.Returns.EmployersReturn>>> work, CancellationToken stop)
    {
        if (!await Load(year, stop)) return NotFound();
        var done = await work(HttpContext.Reader!);
        return done.Try(out _, out var problems) ? Redirect($"/surveys/return/{year}") : this.Again(problems);
    }

    private async Task<bool> Load(int year, CancellationToken stop)
    {
        if (await desk.Show(year, Number, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}

using Fairload.App.Workforce.Posts;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Posts;
using Fairload.Web.Access;
using Fairload.Web.Workplace;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Posts;

/// <summary>One vacancy, and what becomes of it.</summary>
[Needs(Permission.KeepPosts)]
internal sealed class ShowVacancy(VacancyDesk desk, Catalogue T) : PageModel
{
    public VacancyLine Line { get; private set; } = null!;
    public VacancyForm Form { get; private set; } = new();
    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<Vacancy> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form = VacancyForm.Of(Line.Vacancy, T.Language.Culture);
        return Page();
    }

    public async Task<IActionResult> OnPostAmend(Id<Vacancy> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await TryUpdateModelAsync(Form, "");
        if (!Form.Read(T.Language.Culture).Try(out var facts, out var problems) || !ModelState.IsValid) return this.Refused(problems);
        var amended = await desk.Amend(id, facts, Form.Version, HttpContext.Reader!, stop);
        return amended.Try(out _, out var refused) ? Redirect($"/posts/vacancies/{id}") : await Overtaken(id, refused, stop);
    }

    public async Task<IActionResult> OnPostEnd(Id<Vacancy> id, int version, VacancyEnd? how, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form = VacancyForm.Of(Line.Vacancy, T.Language.Culture);
        if (how is not { } chosen) return this.Again([new("How", $"Choose how it ended")]);
        var ended = await desk.End(id, chosen, version, HttpContext.Reader!, stop);
        return ended.Try(out _, out var refused) ? Redirect("/posts") : await Overtaken(id, refused, stop);
    }

    /// <summary>Above stands what is stored now, and the next sending goes out from that.</summary>
    private async Task<IActionResult> Overtaken(Id<Vacancy> id, IReadOnlyList<Problem> problems, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form.Version = Line.Vacancy.Version;
        return this.Refused(problems);
    }

    private async Task<bool> Load(Id<Vacancy> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Show(id, reader, stop) is not { } line) return false;
        (Line, Teams) = (line, await desk.Teams(reader, stop));
        return true;
    }
}

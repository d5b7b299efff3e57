using Fairload.App.Workforce.Posts;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Workplace;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Posts;

/// <summary>Enters a vacant post.</summary>
[Needs(Permission.KeepPosts)]
internal sealed class EnterVacancy(VacancyDesk desk, Catalogue T) : PageModel
{
    public VacancyForm Form { get; } = new();
    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Teams = await desk.Teams(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        Teams = await desk.Teams(reader, stop);
        await TryUpdateModelAsync(Form, "");
        if (!Form.Read(T.Language.Culture).Try(out var facts, out var problems) || !ModelState.IsValid) return this.Refused(problems);
        var entered = await desk.Enter(facts, reader, stop);
        return entered.Try(out _, out var refused) ? Redirect("/posts") : this.Refused(refused);
    }
}

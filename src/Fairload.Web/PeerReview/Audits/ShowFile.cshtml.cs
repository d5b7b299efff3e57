using Fairload.App.PeerReview.Audits;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Audits;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Audits;

/// <summary>One file: to audit for its auditor, to moderate for somebody else.</summary>
[Needs(Permission.AuditFiles)]
internal sealed class ShowFile(FileAuditDesk desk) : PageModel
{
    public const string SectionField = "Section.";
    public const string NoteField = "Note.";
    public const string DoesNotApply = "none";

    [BindProperty] public FileGrade? Overall { get; set; }
    [BindProperty] public string? Summary { get; set; }
    [BindProperty] public string? Family { get; set; }
    [BindProperty] public DateOnly? ReauditOn { get; set; }
    [BindProperty] public FileGrade? Moderated { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public string? Concern { get; set; }
    [BindProperty] public int Seen { get; set; }

    public FileView View { get; private set; } = null!;

    /// <summary>It was saved in another window since this one was opened.</summary>
    public bool IsOvertaken { get; private set; }

    public static string? Given(AuditedSection section) => section.DoesNotApply ? DoesNotApply : section.Grade?.ToString();

    public async Task<IActionResult> OnGet(Id<AuditFile> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var file = View.File;
        (Overall, Summary, Family, ReauditOn) = (file.Overall, file.Summary, file.Family, file.ReauditOn);
        (Moderated, Why) = (file.Moderated ?? file.Overall, file.ModeratedWhy);
        return Page();
    }

    public Task<IActionResult> OnPostWrite(Id<AuditFile> id, CancellationToken stop) => Do(
        id, view => view.MayWrite,
        reader => desk.Write(id, Said(id), Request.Form["Finish"] == "yes", Seen, reader, stop), stop);

    public Task<IActionResult> OnPostModerate(Id<AuditFile> id, CancellationToken stop) => Do(
        id, view => view.MayModerate, reader => desk.Moderate(id, Moderated, Why ?? "", Seen, reader, stop), stop);

    public Task<IActionResult> OnPostRaise(Id<AuditFile> id, CancellationToken stop) =>
        Do(id, _ => true, reader => desk.Raise(id, Concern ?? "", reader, stop), stop);

    private async Task<IActionResult> Do(
        Id<AuditFile> id, Func<FileView, bool> may, Func<Reader, Task<Result<AuditFile>>> work, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!may(View)) return Redirect($"/file-audits/files/{id}");
        Attempted();
        if (!ModelState.IsValid) return this.Again([]);
        var done = await work(HttpContext.Reader!);
        if (done.Try(out _, out var problems)) return Redirect($"/file-audits/files/{id}");
        await Load(id, stop);
        IsOvertaken = Seen != View.File.Version;
        return this.Again(problems);
    }

    /// <summary>Fields that are no properties stand on the page again as they were sent.</summary>
    private void Attempted()
    {
        foreach (var (key, value) in Request.Form.Where(f => IsOfASection(f.Key)))
            ModelState.SetModelValue(key, value.ToString(), value.ToString());
    }

    private static bool IsOfASection(string key) =>
        key.StartsWith(SectionField, StringComparison.Ordinal) || key.StartsWith(NoteField, StringComparison.Ordinal);

    private FileSaid Said(Id<AuditFile> id) => new(
        [.. AuditSections.Codes.Select(code => Section(id, code))], Overall, Summary ?? "", Family ?? "", ReauditOn);

    private AuditedSection Section(Id<AuditFile> id, string code)
    {
        var (given, note) = (Request.Form[SectionField + code].ToString(), Request.Form[NoteField + code].ToString()
            .ReplaceLineEndings("\n"));
        FileGrade? grade = Enum.TryParse<FileGrade>(given, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        return new(id, code, grade, given == DoesNotApply, note);
    }

    private async Task<bool> Load(Id<AuditFile> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}

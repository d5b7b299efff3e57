using Fairload.App.Surveys.Returns;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Returns;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Returns;

/// <summary>One section of a return that is not signed yet.</summary>
[Needs(Permission.MakeReturn)]
internal sealed class FillInReturn(ReturnDesk desk) : PageModel
{
    public const string AnswerField = "a.";

    [BindProperty] public int Version { get; set; }

    public ReturnView View { get; private set; } = null!;
    public SectionView Part { get; private set; } = null!;

    /// <summary>What was sent; null where nothing was.</summary>
    public IReadOnlyDictionary<string, string>? Sent { get; private set; }

    /// <summary>Somebody else has saved the section since it was opened.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>What stands in a field: what was sent, and before that what is saved.</summary>
    public string Given(string item) => Sent is { } sent ? sent.GetValueOrDefault(item, "") : Saved(item);

    public string Saved(string item) => Part.Answers.GetValueOrDefault(item) switch
    {
        null => "",
        { IsNotKnown: true } => ReturnAnswer.NotKnown,
        { Value: { } value } => value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        { Text: var text } => text,
    };

    public async Task<IActionResult> OnGet(int year, string section, CancellationToken stop)
    {
        if (!await Load(year, section, stop)) return NotFound();
        if (View.Return.IsSigned) return Redirect($"/surveys/return/{year}");
        Version = Part.Version;
        return Page();
    }

    public async Task<IActionResult> OnPost(int year, string section, CancellationToken stop)
    {
        if (!await Load(year, section, stop)) return NotFound();
        Sent = Request.Form.Where(f => f.Key.StartsWith(AnswerField, StringComparison.Ordinal))
            .ToDictionary(f => f.Key[AnswerField.Length..], f => f.Value.ToString().ReplaceLineEndings("\n"));
        if (!ModelState.IsValid) return this.Again([]);
        var saved = await desk.Save(year, section, Version, Sent, HttpContext.Reader!, stop);
        if (saved.Try(out _, out var problems)) return Redirect(After(year));
        await Load(year, section, stop);
        IsOvertaken = Version != Part.Version;
        ModelState.Clear();
        // Whoever saves again has seen what stands there now.
        Version = Part.Version;
        return this.Again(problems.Select(p => p.Field.Length == 0 ? p : p with { Field = AnswerField + p.Field }));
    }

    /// <summary>The next section, and after the last the return itself.</summary>
    private string After(int year)
    {
        var next = View.Sections.SkipWhile(s => s.Section.Code != Part.Section.Code).Skip(1).FirstOrDefault();
        return Request.Form["Go"] == "next" && next is not null ? $"/surveys/return/{year}/{next.Section.Code}" : $"/surveys/return/{year}";
    }

    private async Task<bool> Load(int year, string section, CancellationToken stop)
    {
        if (await desk.Show(year, null, HttpContext.Reader!, stop) is not { } view || view.Section(section) is not { } part) return false;
        (View, Part) = (view, part);
        return true;
    }
}

using Fairload.App.Store;
using Fairload.App.Surveys;
using Fairload.App.Surveys.Earlier;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Earlier;
using Fairload.Web.Access;
using Fairload.Web.Imports;
using Fairload.Web.Surveys.Rounds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Surveys.Earlier;

/// <summary>Takes in figures of surveys before this program, and what somebody says of which questions are the same.</summary>
[Needs(Permission.PlanSurveys), ReadsItsOwnForm, DisableRequestSizeLimit, IgnoreAntiforgeryToken]
internal sealed class TakeInEarlier(EarlierDesk desk, QuestionnaireDesk questionnaires, CouncilSettings settings) : PageModel
{
    private const char Between = '|';

    public int Megabytes => settings.Limits.UploadMegabytes;

    /// <summary>What the file that was just sent holds; null before.</summary>
    public EarlierRead? Sent { get; private set; }

    /// <summary>It was only looked at.</summary>
    public bool IsLook { get; private set; }

    public IReadOnlyList<EarlierQuestion> Kept { get; private set; } = [];

    public IReadOnlyList<Questionnaire> Asked { get; private set; } = [];

    public IEnumerable<SelectListItem> Wordings(Catalogue T) =>
        Kept.Select(k => new SelectListItem(k.Wording, k.Wording)).Prepend(new(T["Choose an earlier question"], ""));

    public IEnumerable<SelectListItem> Items(Catalogue T) => Asked
        .SelectMany(q => q.Items.Where(EarlierYears.IsCounted).Select(i => new SelectListItem(
            $"{RoundWords.Of(T, q.Name)}: {RoundWords.Of(T, i.Says)}", $"{q.Code}{Between}{i.Code}")))
        .Prepend(new(T["Choose a question of today"], ""));

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await using var upload = await Upload.Read(HttpContext, Megabytes, stop);
        if (upload is null) return BadRequest();
        return upload.Fields["What"] == "same" ? await Same(upload.Fields, stop) : await Take(upload, stop);
    }

    private async Task<IActionResult> Take(Upload upload, CancellationToken stop)
    {
        IsLook = upload.Fields["Look"] != "no";
        var taken = upload switch
        {
            { FileName.Length: 0 } => new Problem("File", $"Choose a file"),
            { IsTooLarge: true } => new Problem("File", $"The file is larger than {Megabytes} MB. Give the figures of fewer years at a time"),
            _ => await desk.Import(upload.File, upload.FileName, IsLook, HttpContext.Reader!, stop),
        };
        await Load(stop);
        if (!taken.Try(out var sent, out var problems)) return this.Again(problems);
        Sent = sent;
        return Page();
    }

    private async Task<IActionResult> Same(IFormCollection fields, CancellationToken stop)
    {
        var (wording, chosen) = ($"{fields["Wording"]}", $"{fields["Item"]}".Split(Between, 2));
        var said = await Say(wording, chosen, stop);
        if (said.Try(out _, out var problems)) return Redirect("/surveys/earlier");
        await Load(stop);
        return this.Again(problems);
    }

    private async Task<Result<string>> Say(string wording, string[] chosen, CancellationToken stop)
    {
        if (wording.Length == 0) return new Problem("Wording", $"Choose an earlier question");
        if (chosen.Length < 2) return new Problem("Item", $"Choose a question of today");
        return await desk.Say(wording, chosen[0], chosen[1], HttpContext.Reader!, stop);
    }

    private async Task Load(CancellationToken stop)
    {
        Kept = await desk.All(HttpContext.Reader!, stop);
        Asked = [.. (await questionnaires.All(stop)).Where(q => q.For == Respondents.Practitioners)];
    }
}

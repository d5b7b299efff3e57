using Fairload.App.Surveys.Paper;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Fairload.Web.Surveys.Answer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Paper;

/// <summary>
/// Types in one sheet after the other: the sheet, what was typed, sent. Nothing is kept on the server before it is sent; each sheet has a
/// page of its own, so that the same page sent twice is one ballot.
/// </summary>
[Needs(Permission.KeyInAnswers)]
internal sealed class KeyIn(KeyingDesk desk) : PageModel
{
    public const string Type = "type";
    public const string Check = "check";
    public const string Sent = "sent";

    public AnswerForm Form { get; private set; } = AnswerForm.Empty;
    public KeyingPlace Place { get; private set; } = null!;
    public string Step { get; private set; } = Type;
    public string GivenBack { get; private set; } = "";
    public KeyedIn? Done { get; private set; }

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form = Form with { Nonce = RespondingDesk.NewNonce() };
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<SurveyRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form = AnswerForm.Read(Request.Form);
        GivenBack = Request.Form[nameof(GivenBack)].ToString();
        return Form.Go switch
        {
            "next" => Another(),
            "check" => Looked(),
            "send" => await Send(id, stop),
            _ => Page(),
        };
    }

    /// <summary>A new page for the next sheet; the team is most often the same.</summary>
    private PageResult Another()
    {
        var team = Form.Background.Where(b => b.Key == Background.Unit).ToDictionary();
        (Form, GivenBack) = (AnswerForm.Empty with { Nonce = RespondingDesk.NewNonce(), Background = team }, "");
        return Page();
    }

    private PageResult Looked()
    {
        if (KeyingDesk.Faults(Place, Sheet) is { Count: > 0 } faults) return Wrong(faults);
        Step = Check;
        return Page();
    }

    private async Task<PageResult> Send(Id<SurveyRound> id, CancellationToken stop)
    {
        var keyed = await desk.Key(id, Sheet, HttpContext.Reader!, stop);
        if (!keyed.Try(out var done, out var problems)) return Wrong(problems);
        (Done, Step) = (done, Sent);
        return Page();
    }

    private TypedSheet Sheet => new(new(Form.Nonce, Form.Answers, Form.Background), GivenBack);

    /// <summary>The sheet as it was typed, each problem beside its field.</summary>
    private PageResult Wrong(IReadOnlyList<Problem> problems) => this.Again(problems.Select(p => p with { Field = FieldOf(p.Field) }));

    private string FieldOf(string field) => field switch
    {
        "" or "Code" => "",
        nameof(GivenBack) => field,
        "Unit" or Background.Unit => AnswerForm.BackgroundField + Background.Unit,
        _ when Place.Round.Background.Any(q => Background.Code(q) == field) => AnswerForm.BackgroundField + field,
        _ => AnswerForm.AnswerField + field,
    };

    private async Task<bool> Load(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await desk.Find(id, HttpContext.Reader!, stop) is not { } place) return false;
        Place = place;
        return true;
    }
}

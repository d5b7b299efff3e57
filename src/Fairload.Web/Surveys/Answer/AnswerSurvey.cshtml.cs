using Fairload.App.Surveys.Rounds;
using Fairload.Core.Surveys.Rounds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Answer;

/// <summary>
/// Where somebody answers, from the code to the receipt. The code is what opens it: nobody is signed in, no cookie is asked for, and the
/// address is the same on every page, so that no log and no history holds a code or an answer.
/// </summary>
[ByCode, IgnoreAntiforgeryToken]
internal sealed class AnswerSurvey(RespondingDesk desk) : PageModel
{
    /// <summary>Seconds after which a ballot that found no room is best sent again.</summary>
    private const string Soon = "5";

    public AnswerForm Form { get; private set; } = AnswerForm.Empty;
    public AnswerPlace? Place { get; private set; }

    /// <summary>The page that is shown.</summary>
    public string Step { get; private set; } = Steps.Code;
    public string? Receipt { get; private set; }

    /// <summary>The store had no room this moment; nothing was lost.</summary>
    public bool IsBusy { get; private set; }

    public AnswerPage? QuestionPage =>
        Place is { } place ? AnswerPages.Of(place.Asked).FirstOrDefault(p => Steps.Written(p) == Step) : null;

    public IReadOnlyDictionary<string, string[]> Kept => AnswerPages.Kept(Place!.Asked, Form.Answers);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        Form = AnswerForm.Read(Request.Form);
        if (Form.Step == Steps.Code && Form.Go is "cy" or "en") return Page();
        var begins = Form.Step == Steps.Code && Form.Answers.Count == 0;
        if (!(await desk.Find(Form.Code, begins, stop)).Try(out var place, out var problems)) return this.Again(problems);
        Place = place;
        if (Form.Nonce.Length == 0) Form = Form with { Nonce = RespondingDesk.NewNonce() };
        return Form.Go switch
        {
            "cy" or "en" or "team" => Show(Form.Step),
            "back" => Show(Steps.Before(Form.Step, place.Asked, Form.Answers)),
            "send" => await Send(place, stop),
            _ => Next(place),
        };
    }

    /// <summary>On to the next page, unless an answer can not be taken.</summary>
    private PageResult Next(AnswerPlace place)
    {
        var faults = RespondingDesk.Faults(place, Form.Answers);
        return faults.Count > 0 ? Wrong(place, faults) : Show(Steps.After(Form.Step, place.Asked, Form.Answers));
    }

    private async Task<IActionResult> Send(AnswerPlace place, CancellationToken stop)
    {
        var sent = await desk.Send(place, new(Form.Nonce, Form.Answers, Form.Background), stop);
        if (!sent.Try(out var done, out var problems)) return Wrong(place, problems);
        if (done.Receipt is null)
        {
            (IsBusy, Response.StatusCode, Response.Headers.RetryAfter) = (true, StatusCodes.Status503ServiceUnavailable, Soon);
            return Show(Steps.Check);
        }

        Receipt = done.Receipt;
        return Show(Steps.Sent);
    }

    /// <summary>The page with the first thing that can not be taken, everything as it was typed.</summary>
    private PageResult Wrong(AnswerPlace place, IReadOnlyList<Problem> problems)
    {
        var item = problems[0].Field;
        var isAbout = item == Background.Unit || place.Round.Background.Any(q => Background.Code(q) == item);
        var page = AnswerPages.Of(place.Asked).FirstOrDefault(p => p.Items.Any(i => i.Code == item));
        Step = page is not null ? Steps.Written(page) : isAbout ? Steps.About : item == "Code" ? Steps.Code : Show(Form.Step, Step);
        return this.Again(problems.Select(p => p with { Field = FieldOf(p.Field, isAbout) }));
    }

    private PageResult Show(string step)
    {
        Step = Show(step, Steps.Promise);
        return Page();
    }

    /// <summary>What a changed form asks for and is not there leads to the beginning.</summary>
    private string Show(string step, string otherwise) =>
        step is Steps.Promise or Steps.About or Steps.Check || (step == Steps.Sent && Receipt is not null)
            || AnswerPages.Of(Place!.Asked).Any(p => Steps.Written(p) == step) ? step : otherwise;

    private static string FieldOf(string field, bool isAbout) => field is "" or "Code" ? field
        : (isAbout ? AnswerForm.BackgroundField : AnswerForm.AnswerField) + field;
}

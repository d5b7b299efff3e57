using System.Globalization;
using Fairload.App.Surveys;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Surveys.Rounds;

/// <summary>Plans a round, or one that is planned anew. What each mode protects and loses stands beside it.</summary>
[Needs(Permission.PlanSurveys)]
internal sealed class PlanRound(RoundDesk desk, RoundReading reading, QuestionnaireDesk questionnaires) : PageModel
{
    private const int UsualDays = 21;

    /// <summary>The round that is planned anew; empty for a new one.</summary>
    [BindProperty(SupportsGet = true)] public string? Round { get; set; }
    [BindProperty] public string? Questionnaire { get; set; }
    [BindProperty] public RoundMode? Mode { get; set; }
    [BindProperty] public DateOnly? OpensOn { get; set; }
    [BindProperty] public DateOnly? ClosesOn { get; set; }
    [BindProperty] public string? Floor { get; set; }
    [BindProperty] public string? CommentFloor { get; set; }
    [BindProperty] public List<BackgroundQuestion> Background { get; set; } = [];
    [BindProperty] public string? SafePerson { get; set; }

    public IReadOnlyList<Questionnaire> All { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices(Catalogue T) => All
        .Select(q => new SelectListItem(
            T["{0}, for {1} ({2} minutes)", RoundWords.Of(T, q.Name), RoundWords.For(T, q.For), Effort.Of(q).Minutes], q.Code,
            q.Code == Questionnaire))
        .Prepend(new(T["Choose a questionnaire"], ""));

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        await Load(stop);
        var today = (await reading.All(HttpContext.Reader!, stop)).Today;
        (OpensOn, ClosesOn) = (today, today.AddDays(UsualDays));
        (Floor, CommentFloor) = (Written(RoundPlan.UsualFloor), Written(RoundPlan.UsualCommentFloor));
        if (string.IsNullOrEmpty(Round)) return Page();
        if (!Id<SurveyRound>.TryParse(Round, out var id) || await reading.Show(id, HttpContext.Reader!, stop) is not { } view)
            return NotFound();
        if (view.Round.State != RoundState.Planned) return Redirect($"/surveys/{id}");
        var round = view.Round;
        (Questionnaire, Mode, OpensOn, ClosesOn) = (round.Questionnaire, round.Mode, round.OpensOn, round.ClosesOn);
        (Floor, CommentFloor) = (Written(round.Floor), Written(round.CommentFloor));
        (Background, SafePerson) = ([.. round.Background], round.SafePerson);
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await Load(stop);
        if (!ModelState.IsValid) return this.Again([]);
        var plan = new RoundPlan(
            Questionnaire ?? "", Mode, OpensOn, ClosesOn, Number(Floor), Number(CommentFloor), Background, SafePerson ?? "");
        var isNew = !Id<SurveyRound>.TryParse(Round, out var id);
        var planned = isNew ? await desk.Plan(plan, HttpContext.Reader!, stop)
            : await desk.Replan(id, plan, HttpContext.Reader!, stop);
        return planned.Try(out var round, out var problems) ? Redirect($"/surveys/{round.Id}") : this.Again(problems);
    }

    private async Task Load(CancellationToken stop) =>
        All = [.. (await questionnaires.All(stop)).Where(q => q.For != Respondents.Employer)];

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

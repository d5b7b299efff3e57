using Fairload.App.Caseload.Plans;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Plans;

/// <summary>Scores to be looked at again, among the cases of those for whom the reader scores.</summary>
[Needs(Permission.ScoreCases)]
internal sealed class ListDueScores(ScoreQuestionDesk desk, Catalogue T) : PageModel
{
    public IReadOnlyList<DueScore> Lines { get; private set; } = [];

    public bool IsOwn(DueScore line) => line.Holder.Id == HttpContext.Reader!.Worker;

    public string Why(DueScore line) => Why(T, line);

    internal static string Why(Catalogue T, DueScore line)
    {
        var because = line.Because.Count > 0 ? CaseWords.Events(T, line.Because) : "";
        var asked = line.Asked is { } question ? T["the worker asks; an answer is due on {0}", question.DueOn] : "";
        return string.Join("; ", new[] { asked, because }.Where(w => w.Length > 0));
    }

    public async Task OnGet(CancellationToken stop) => Lines = await desk.Due(HttpContext.Reader!, stop);
}

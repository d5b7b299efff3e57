using Fairload.App.Caseload;
using Fairload.Core.Caseload;

namespace Fairload.Web.Caseload;

/// <summary>One case of the scoring form.</summary>
internal sealed record ScoreLineView(ScoreCaseload Form, ScoringLine Line, int At)
{
    public Score? Standing => Form.Standing(Line);

    /// <summary>The scores that are not entered here, to be seen beside.</summary>
    public IReadOnlyList<Score> Others =>
        [.. new[] { Line.Practitioner, Line.Supervisor, Line.Agreed }.OfType<Score>().Where(s => s.By != Form.By)];

    public string? Mistake(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state) =>
        state[Form.FieldOf(Line)]?.Errors.FirstOrDefault()?.ErrorMessage;
}

using Fairload.App.Surveys.Returns;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Returns;

namespace Fairload.Web.Surveys.Returns;

/// <summary>A signed return for other programs. What is not known and what was not answered are no numbers.</summary>
internal sealed record ReturnJson(
    int Year, int Number, string Reason, string SignedBy, string Position, DateOnly? SignedOn, IReadOnlyList<ReturnJson.AnswerPart> Answers)
{
    public static ReturnJson Of(ReturnView view) => new(
        view.Return.Year, view.Return.Number, view.Return.Reason, view.Return.SignedBy, view.Return.Position, view.Return.SignedOn,
        [.. view.Sections.SelectMany(s => ReturnAnswer.Asked(s.Section).Select(i => Part(i, s.Answers.GetValueOrDefault(i.Code))))]);

    public static IEnumerable<string> Lines(ReturnView view)
    {
        yield return $"{view.Return.Year}, number {view.Return.Number}: signed by {view.Return.SignedBy}, {view.Return.Position}, {view.Return.SignedOn:yyyy-MM-dd}";
        foreach (var section in view.Sections)
        {
            foreach (var item in section.Section.Items.Where(i => i.Kind == ItemKind.Scale))
                yield return $"  {Says(view.Asked, item, section.Answers.GetValueOrDefault(item.Code)),-18} {item.Says.En}";
        }
    }

    private static AnswerPart Part(SurveyItem item, ReturnAnswer? answer) => new(
        item.Code, item.Expectation, answer?.Value, answer is { IsNotKnown: true }, answer?.Text ?? "");

    private static string Says(Questionnaire asked, SurveyItem item, ReturnAnswer? answer) => answer switch
    {
        { IsNotKnown: true } => "not known",
        { Value: { } value } => asked.ScaleOf(item).Options.Single(o => o.Value == value).Says.En,
        _ => "not answered",
    };

    internal sealed record AnswerPart(string Item, string? Expectation, int? Value, bool IsNotKnown, string Text);
}

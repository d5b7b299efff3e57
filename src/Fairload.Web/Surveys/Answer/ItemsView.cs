using Fairload.Core.Surveys;

namespace Fairload.Web.Surveys.Answer;

/// <summary>Items to be answered, with what was answered so far.</summary>
internal sealed record ItemsView(Questionnaire Asked, AnswerForm Form, IReadOnlyList<SurveyItem> Items);

using Fairload.Core.Surveys.Rounds;

namespace Fairload.Web.Surveys.Answer;

/// <summary>What a respondent is promised.</summary>
public sealed record PromiseView(SurveyRound Round, Effort Effort);

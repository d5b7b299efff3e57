namespace Fairload.Core.Surveys.Rounds;

/// <summary>One running of a questionnaire.</summary>
public sealed class SurveyRound;

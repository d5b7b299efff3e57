namespace Fairload.Core.Actions;

/// <summary>What made somebody promise something.</summary>
public enum SourceKind
{
    Finding, SurveyResult, TalkPack, RiskAssessment, SmallThing, Incident, Complaint, PeerReview, CaseFileAudit, Resolution, Other,
}

/// <summary>Where an action comes from.</summary>
/// <param name="Reference">As its own register calls it, such as "HC-2026-014"; empty for none.</param>
/// <param name="Words">What it says, in its own words.</param>
public sealed record ActionSource(SourceKind Kind, string Reference, string Words)
{
    public const int MostReference = 60;
    public const int MostWords = 2000;

    internal IEnumerable<Problem> Wrong()
    {
        if (Reference.Trim().Length > MostReference)
            yield return new("SourceReference", $"Shorten the reference to {MostReference} characters or fewer");
        if (Words.Trim().Length > MostWords)
            yield return new("SourceWords", $"Shorten what it comes from to {MostWords} characters or fewer");
        if (Kind == SourceKind.Other && Words.Trim().Length == 0)
            yield return new("SourceWords", $"Say in a few words what this comes from");
    }
}

using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Frameworks;

namespace Fairload.Web.HealthCheck;

/// <summary>A year's health check in words.</summary>
internal static class CycleWords
{
    public static string Step(Catalogue T, CycleStep step) => step switch
    {
        CycleStep.Opened => T["Opened"],
        CycleStep.Gathering => T["Gathering figures and evidence"],
        CycleStep.AskingStaff => T["Asking staff"],
        CycleStep.Talking => T["Talking about what was found"],
        CycleStep.Judging => T["Judging each part"],
        CycleStep.Deciding => T["Deciding what to do"],
        CycleStep.Reporting => T["Writing the report"],
        CycleStep.Published => T["Published"],
        CycleStep.SixMonthsOn => T["Six months on"],
        _ => T["Compared with the year before"],
    };

    public static string Kind(Catalogue T, FindingKind kind) => kind switch
    {
        FindingKind.Concern => T["A concern"],
        FindingKind.Strength => T["A strength"],
        _ => T["A question"],
    };

    public static string Side(Catalogue T, VoiceSide side) => side switch
    {
        VoiceSide.Frontline => T["The frontline"],
        VoiceSide.Managers => T["Managers"],
        _ => T["People who use services"],
    };

    public static string Stance(Catalogue T, Stance stance) => stance switch
    {
        Core.HealthCheck.Cycles.Stance.Agrees => T["agree"],
        Core.HealthCheck.Cycles.Stance.AgreesInPart => T["agree in part"],
        Core.HealthCheck.Cycles.Stance.Disagrees => T["disagree"],
        _ => T["add"],
    };

    public static string Hosts(Catalogue T, ForumHosts hosts) => hosts switch
    {
        ForumHosts.HumanResourcesAndUnion => T["Human resources and the union together"],
        ForumHosts.HumanResources => T["Human resources"],
        ForumHosts.Union => T["The union"],
        ForumHosts.PrincipalSocialWorker => T["The principal social worker"],
        _ => T["People who use services"],
    };

    /// <summary>How far the talk about a finding has come.</summary>
    public static string Talk(Catalogue T, Finding finding)
    {
        if (finding.Voices.Count == 0) return T["Nobody has been heard on it yet."];
        var missing = finding.NotHeard.Select(s => Side(T, s)).ToList();
        var heard = missing.Count == 0 ? T["All three sides have been heard."] : T["Not heard yet: {0}.", string.Join(", ", missing)];
        return finding.IsDisputed ? $"{heard} {T["They do not agree, and both stand here."]}" : heard;
    }

    /// <summary>Where a part stands on the ladder.</summary>
    public static string Judged(Catalogue T, MaturityLadder ladder, Judgement? judgement) => judgement switch
    {
        null => T["Not judged yet"],
        { Step.Length: 0 } => T["No step is reached yet"],
        _ => MeasureWords.Of(T, ladder.Steps.First(s => s.Code == judgement.Step).Name),
    };

    /// <summary>The health check in a sentence.</summary>
    public static string Lead(Catalogue T, CycleView view)
    {
        var step = T["It has come to this step: {0}.", Step(T, view.Cycle.Step)];
        if (view.Open.NotYetKnown == 0 || !view.MaySeeMeasures) return step;
        var nobody = T.Count(view.Open.NotYetKnown, "Of {0} measure nobody has said who will know it.",
            "Of {0} measures nobody has said who will know them.");
        return $"{step} {nobody}";
    }
}

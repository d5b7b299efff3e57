using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Cycles;

namespace Fairload.App.Demo;

/// <summary>A finding of the demo with who was heard on it.</summary>
internal sealed record DemoFinding(FindingSaid Said, IReadOnlyList<(VoiceSide Side, Stance Stance, string Says)> Voices);

/// <summary>What was found and said in a year of the demo. Every sentence is made up.</summary>
/// <param name="Forums">How many days before the end of the year each was held.</param>
internal sealed record DemoTalk(IReadOnlyList<DemoFinding> Findings, IReadOnlyList<(int DaysAgo, ForumSaid Forum)> Forums)
{
    public static DemoTalk LastYear { get; } = new(
        [
            Finding(FindingKind.Concern, "workload", ["average-caseload", "caseload-over-limit"],
                "Some carry far more than others, and nobody could say why.",
                (VoiceSide.Frontline, Stance.Agrees, "The same three people take what is urgent."),
                (VoiceSide.Managers, Stance.AgreesInPart, "It is worse in some teams; we had no figures to see it by."),
                (VoiceSide.PeopleWhoUseServices, Stance.Adds, "We notice when our worker has no time to ring back.")),
            Finding(FindingKind.Concern, "allocation", ["transfer-delay", "unallocated"], "Cases lie between teams for weeks.",
                (VoiceSide.Frontline, Stance.Agrees, "We hold on to them out of worry."),
                (VoiceSide.Managers, Stance.Disagrees, "Most move within days; a few have good reasons not to."),
                (VoiceSide.PeopleWhoUseServices, Stance.Agrees, "For a month nobody knew whose we were.")),
            new(
                new(FindingKind.Strength, "workplace", ["team-meetings"], "", "Teams that meet every week settle newcomers well.", "",
                    "The long-term team could teach it."),
                [
                    (VoiceSide.Frontline, Stance.Agrees, "It is the hour of the week that helps most."),
                    (VoiceSide.Managers, Stance.Agrees, "We keep it even in bad weeks."),
                    (VoiceSide.PeopleWhoUseServices, Stance.Adds, "New workers seem to know about us already."),
                ]),
        ],
        [
            (40, new(null, "Town hall, large room", ForumHosts.HumanResourcesAndUnion, 46,
                "Rooms in which one can talk. Phones that work. Say no without being asked twice.")),
            (26, new(null, "Online", ForumHosts.HumanResourcesAndUnion, null,
                "Supervision is kept in most teams, and turns into a list of cases in too many.")),
        ]);

    public static DemoTalk ThisYear { get; } = new(
        [
            Finding(FindingKind.Concern, "workload", ["average-caseload", "supervision-ninety-minutes"],
                "Supervision is held, and often too short to think in.",
                (VoiceSide.Frontline, Stance.Agrees, "Forty minutes, and the door opens twice."),
                (VoiceSide.Managers, Stance.AgreesInPart, "It is shorter where I supervise eleven people.")),
            Finding(FindingKind.Question, "allocation", ["inflow"], "Why do referrals come in waves that nobody plans for?",
                (VoiceSide.Managers, Stance.Adds, "Schools close, and a month's worries come in one week.")),
            new(
                new(FindingKind.Concern, "workplace", ["risk-assessments"], "", "Nobody could show a lone-working check for some teams.",
                    "The hospital team works in pairs on the wards and alone in the community.", ""),
                []),
            new(
                new(FindingKind.Strength, "delivery", ["people-and-carers"], "", "People say that they are listened to.", "",
                    "The carers' lead could show how calls are returned."),
                [
                    (VoiceSide.PeopleWhoUseServices, Stance.Agrees, "She rings when she says she will."),
                    (VoiceSide.Frontline, Stance.Agrees, "We agreed a day for it and keep it."),
                    (VoiceSide.Managers, Stance.Agrees, "It cost nothing but a rule."),
                ]),
        ],
        [(12, new(null, "Riverside office", ForumHosts.HumanResourcesAndUnion, 31,
            "More people spoke than last year. Ask us again before it is written."))]);

    private static DemoFinding Finding(
        FindingKind kind, string part, IReadOnlyList<string> measures, string says, params (VoiceSide, Stance, string)[] voices) =>
        new(new(kind, part, measures, "", says, "", ""), voices);
}

using static Fairload.Core.Access.Permission;

namespace Fairload.Web;

/// <summary>Help with the pages of the year: surveys, health check, actions, scrutiny, workplace, reviews.</summary>
internal static class HelpOfTheYear
{
    public static IReadOnlyList<HelpTopic> Topics { get; } =
    [
        new("/surveys", T => T["Which surveys are open, and what was said in those that closed: of groups only, never of one person."],
            new HelpLine(PlanSurveys, T => T["Before you launch, look at who would stand alone and how teams are joined. Afterwards it can not be weakened."]),
            new HelpLine(SeeOwnWork, T => T["Read the promise of a survey before you answer: it says who could learn what, and until when."]))
        {
            Name = T => T["Surveys"], Needs = SeeSurveys,
        },
        new("/surveys/*/results", T => T["Results of groups that are large enough. Where something is hidden, it says why in one sentence."]),
        new("/surveys/*/comments", T => T["What people wrote, after two readers took out what would give somebody away."],
            new HelpLine(ReadComments, T => T["Take out names and everything by which a person can be known, with the reason. Words of harm go to the safe person."])),
        new("/surveys/*/promise", T => T["What this survey protects and what it does not, in words for those who answer."]),
        new("/surveys/*/key-in", T => T["Answers on paper are keyed in here. One sheet is one ballot."]),
        new("/surveys/return", T => T["The employer answers the same questions as the staff, so that both can be laid side by side."]),
        new("/disclosure", T => T["Every table about people that was ever let out, so that no new one gives away what an old one hid."]),
        new("/health-check", T => T["The year in steps: figures, what staff say, the talk about it, the judgement of each part and the report."],
            new HelpLine(RunHealthCheck, T => T["Take one step after the other. What is missing says who will know it."]),
            new HelpLine(SeeHealthCheck, T => T["There is no score, star or rank: each judgement stands with its evidence and with those who disagree."]))
        {
            Name = T => T["Health check"], Needs = SeeHealthCheck,
        },
        new("/health-check/measures", T => T["Each measure with what it counts, where the figure comes from, how it could mislead and the question it should make you ask."],
            new HelpLine(EnterMeasures, T => T["A figure that nobody can work out by itself is entered with its base and its source."])),
        new("/health-check/*/findings", T => T["One finding: what shows it, what each side says to it, and what follows. Disagreement stands; it is not averaged."]),
        new("/health-check/*/parts", T => T["One part of the check: its measures, what staff and employer say, and the step on the ladder with its evidence."]),
        new("/health-check/*/report", T => T["The report as it will be read. Every sentence can be changed; figures are live until it is frozen."]),
        new("/health-check/*/editions", T => T["Reports as they were frozen: what they said on their day does not change any more."]),
        new("/actions", T => T["What was promised, by whom and until when, and how it stands. Moved days stay visible."],
            new HelpLine(KeepActions, T => T["Say what moved and what did not. What can not be done is said with the reason, the cost and who decided."]),
            new HelpLine(SayOnActions, T => T["Say whether you feel the change. Your answer counts in groups only."]))
        {
            Name = T => T["Actions"], Needs = SeeActions,
        },
        new("/actions/cannot", T => T["What can not be funded, what it would cost and what follows from leaving it: also as a letter to whoever could."]),
        new("/scrutiny", T => T["Meetings of elected members, what they agreed and what became of it."],
            new HelpLine(KeepScrutiny, T => T["Split a resolution into actions with the day on which each comes back."]))
        {
            Name = T => T["Meetings of scrutiny"], Needs = SeeScrutiny,
        },
        new("/workplace", T => T["Small things that are not fixed, risk assessments that fall due, incidents, complaints, sickness and what time goes into."],
            new HelpLine(ReportAtWork, T => T["Report a thing in two steps. It stays open until it is fixed, and everybody sees since when."]))
        {
            Name = T => T["Workplace"], Needs = SeeWorkplace,
        },
        new("/workplace/released", T => T["Incidents, sickness and working time of groups of ten people or more, as they were let out."])
        {
            Name = T => T["Figures of the workplace"], Needs = SeeWorkplaceReleases,
        },
        new("/workplace/time", T => T["A week of your own time, if you want. It is seen only as the average of a group, never as yours."]),
        new("/workplace/sickness", T => T["Working days lost against the council's target, from the absences that are known."]),
        new("/workplace/feedback", T => T["Complaints, comments and compliments by their nature, so that a shift shows."]),
        new("/workplace/incidents", T => T["What happened to staff at work, who sees to it, and what was done."]),
        new("/workplace/risks", T => T["Assessments of lone working, violence, stress and the workplace, with the day of their review."]),
        new("/evidence", T => T["What shows how things are: files and links with the day from which they count. Reviewers from outside are let into parts of it until a last day."],
            new HelpLine(KeepEvidence, T => T["Give each piece its day, its owner and what it is evidence for."]))
        {
            Name = T => T["Evidence room"], Needs = SeeEvidence,
        },
        new("/peer-reviews", T => T["What people of another council found, line by line, and what the council answers. There is no grade."])
        {
            Name = T => T["Peer reviews"], Needs = SeeReviews,
        },
        new("/file-audits", T => T["Files drawn by lot, audited by somebody of another team, moderated, and what was learnt from them."],
            new HelpLine(ModerateAudits, T => T["Moderate the grade with the auditor; both grades are kept."]))
        {
            Name = T => T["Case file audits"], Needs = AuditFiles,
        },
        new("/published", T => T["Reports and promises that everybody may read, with no account."]) { Name = T => T["Published reports"] },
    ];
}

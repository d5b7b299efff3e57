using static Fairload.Core.Access.Permission;

namespace Fairload.Web;

/// <summary>Help with the pages of daily work: loads, cases, allocation, people, supervision.</summary>
internal static class HelpOfWork
{
    public static IReadOnlyList<HelpTopic> Topics { get; } =
    [
        new("/", T => T["What needs you, most urgent first. Each line is one thing with its date and one next step."],
            new HelpLine(SeeOwnWork, T => T["A line goes by itself when the thing is done. Nothing has to be ticked off here."]))
        {
            Name = T => T["Today"],
        },
        new("/my-work", T => T["Your own load with every part of it, your cases and what falls due. Your manager sees the same figure."],
            new HelpLine(SeeOwnWork, T => T["Open “How this is worked out” beside a figure to see each case and its points."]),
            new HelpLine(ScoreCases, T => T["Score a case yourself: your manager's score and yours are kept apart until you agree one."]))
        {
            Name = T => T["My work"], Needs = SeeOwnWork,
        },
        new("/my-work/answers", T => T["A case was given to you. You say that you agree, that you want to talk, or that it is not safe, and why."],
            new HelpLine(SeeOwnWork, T => T["“Not safe” has a written reply within the days that the council has set. Until then somebody else looks after the case."])),
        new("/my-work/notices", T => T["What you have been told, what you have not seen first. Mail only says that there is something here."]),
        new("/my-work/plan", T => T["The plan that was made because your load is over the line. You say whether you agree with it, in your own words."]),
        new("/teams", T => T["Who holds what and who has room. People stand in name order: this is not a league table."],
            new HelpLine(Allocate, T => T["Find who has room for a case, or open the person whose cases have to be spread."]))
        {
            Name = T => T["Teams"], Needs = SeeLoads,
        },
        new("/services", T => T["The same across teams, with what came in and what was closed."])
        {
            Name = T => T["Services"], Needs = SeeLoads,
        },
        new("/over-the-line", T => T["Loads over the line with their plans. A plan says why, what is done about it, and by when the load is below."],
            new HelpLine(PlanLoads, T => T["Make the plan with the person. A late plan goes up to the head of service by itself."])),
        new("/scores-due", T => T["Cases of which the score may be out of date, or of which a worker says that the score misses something."],
            new HelpLine(ScoreCases, T => T["Score the case again, or write why the score stands. Nobody answers their own question."])),
        new("/waiting", T => T["Cases without a named person at work: never allocated, held by a manager, or left behind by someone who has gone."],
            new HelpLine(Allocate, T => T["Open a case to see who could take it and why the others can not."]))
        {
            Name = T => T["Waiting"], Needs = SeeWaiting,
        },
        new("/cases", T => T["Cases are found by their reference. Nothing about the person is searched or shown."]),
        new("/cases/new", T => T["For a case that no extract knows yet. It counts at once and is marked until an extract says the same."]),
        new("/cases/*", T => T["Everything known here about one case: who holds it and has held it, its scores, its clocks, what is due."],
            new HelpLine(Allocate, T => T["Give it to somebody, send it to another team, or ask for an adviser."]),
            new HelpLine(ScoreCases, T => T["Score it with six factors. The agreed score decides its tier and its points."])),
        new("/cases/*/allocate", T => T["Three people who could take the case, each with the load before and after and what speaks for them."],
            new HelpLine(Allocate, T => T["Choose somebody else if you know better: you are asked for the reason, and it is kept."])),
        new("/cases/*/transfer", T => T["Sends the case to another team. It stays where it is until they accept it and the date comes."]),
        new("/cases/*/handover", T => T["What the next worker has to know, without telling the story again. It goes with the case."]),
        new("/cases/*/supplement", T => T["What no extract tells and matters for who takes the case, such as language and who must not hold it."]),
        new("/cases/*/restrict", T => T["Hides the case from everybody but the people named. It still counts in every load and total."]),
        new("/cases/*/open", T => T["A restricted case is opened by a reason. Whoever restricted it is told that you did, and why."]),
        new("/allocation", T => T["Who takes what: safely first, then as fairly as it can be. Fairload suggests; people decide."],
            new HelpLine(Allocate, T => T["A proposal for the whole list can be changed line by line in a meeting."]))
        {
            Name = T => T["Allocation"], Needs = SeeCases,
        },
        new("/allocation/how", T => T["How a suggestion comes about, rule by rule, with numbers."]),
        new("/allocation/moves", T => T["Which few moves would make loads most even. None is made by itself."]),
        new("/allocation/to-enter", T => T["Settled here, and not yet in the case system: the list for whoever keys it in."]),
        new("/meetings", T => T["A proposal for many cases that people go through together: keep, change, refuse, leave for later."],
            new HelpLine(Allocate, T => T["Each change is worked out at once. Nothing is given to anybody before you agree the whole."])),
        new("/answers", T => T["What people said to cases given to them, and whether the replies came in time."],
            new HelpLine(Allocate, T => T["Reply in writing, or find somebody else for the case."])),
        new("/transfers", T => T["Cases on their way from one team to another: who has the next step, by when, and who is responsible for the case meanwhile."])
        {
            Name = T => T["Transfers between teams"], Needs = SeeTransfers,
        },
        new("/panels", T => T["Senior people look at a hard case together with the worker. A slot is booked from the page of the case."])
        {
            Name = T => T["Complex case panel"], Needs = BringToPanel,
        },
        new("/fairness", T => T["How evenly work is spread, over six months. It names no team as better or worse."]),
        new("/fairness/groups", T => T["Whether groups of staff carry more than others, in figures that give nobody away."]),
        new("/work-by-tier", T => T["How much work of each tier there is and how many full-time people it needs, beside those who are there."]),
        new("/scenarios", T => T["What if: people more or fewer, other limits, other weights. It works on a copy and changes nothing."]),
        new("/calibration", T => T["Made-up cases that everybody scores, so that the same case weighs the same wherever it is."],
            new HelpLine(OpenCalibration, T => T["Open a round, and look together at the cases on which people differ most."])),
        new("/supervision", T => T["Sessions, their records and the agreement: your own and, where you supervise, those of your people, with what falls due."],
            new HelpLine(KeepSupervision, T => T["Before a session read the digest: new, heavy, quiet and stuck cases, and what was agreed last time."]),
            new HelpLine(SeeOwnWork, T => T["Confirm the record or say what is wrong with it. Your private notes are seen by nobody else."]))
        {
            Name = T => T["Supervision"], Needs = SeeSupervision,
        },
        new("/supervision/figures", T => T["How often supervision was held, cancelled and by whom, team by team, beside the standard."]),
        new("/supervision/meetings", T => T["Team and divisional meetings: planned, held, and how many came."]),
        new("/supervision/notes", T => T["Your own notes. Nobody else can read them, not even an administrator through the program."]),
        new("/people", T => T["Staff with role, hours and team, and what is missing about them. No case data."],
            new HelpLine(EnterStaff, T => T["Enter somebody who starts or leaves, an absence or a reduction: it counts at once."]))
        {
            Name = T => T["People"], Needs = SeePeople,
        },
        new("/people/*", T => T["One person: the load with every part, hours, absences, reductions, and who supervises them."],
            new HelpLine(Allocate, T => T["If they leave or are away for long, spread their cases from here."])),
        new("/people/*/spread", T => T["Finds a place for every case of somebody who leaves or is away, first with those who know it."]),
        new("/people/*/plan", T => T["The written plan for a load over the line. It is replaced by the next one and never rewritten."]),
        new("/posts", T => T["Posts, who fills them and what is vacant, by the Department's own definitions, with the sums behind each rate."],
            new HelpLine(KeepPosts, T => T["Enter for each vacancy when it was advertised and when somebody is expected."])),
        new("/entered", T => T["What was entered here between extracts. An extract that says the same confirms it; one that says otherwise waits for you."]),
        new("/reorganisations", T => T["Teams that merge, split, change their name or close, and services that move to another employer and back."],
            new HelpLine(Reorganise, T => T["Prepare it ahead and look at the preview: who moves, which cases go with them, what would be left without a team."])),
        new("/managers", T => T["What asks for a manager's time: people supervised, own cases, decisions, transfers, supervision due. It is no score."]),
        new("/initiatives", T => T["What is asked of teams beside casework, by whom and why, with the hours that it takes from each team."],
            new HelpLine(KeepInitiatives, T => T["Say why it is asked and whether staff were told. Reorganisations stand here by themselves."])),
        new("/restricted", T => T["Cases kept from all but named people, and who opened one by a reason."]),
    ];
}

using Fairload.App.Allocation;
using Fairload.App.Allocation.Answers;
using Fairload.App.Allocation.Meetings;
using Fairload.App.Allocation.Scenarios;
using Fairload.App.Caseload;
using Fairload.App.Caseload.Calibration;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.App.Demo;

/// <summary>
/// What the people of the made-up council have done here since the last extract, so that no page of the demo is empty: by the same desks
/// that pages ask, on the days on which it happened.
/// </summary>
/// <param name="clock">The clock that the desks ask too: it is moved to each day.</param>
public sealed class DemoWeek(IServiceProvider services, MovedClock clock)
{
    /// <summary>What was done before the last extract came.</summary>
    public Task BeforeTheLastExtract(DemoCouncil council, CancellationToken stop) =>
        new DemoReorganisations(new DemoDesks(services), clock).MoveAService(council, stop);

    /// <param name="say">Told what is being done, a line a step.</param>
    public async Task Play(DemoCouncil council, Action<string> say, CancellationToken stop)
    {
        var (desks, days) = (new DemoDesks(services), council.Dates);
        var people = await DemoReaders.Of(desks, council, stop);
        var journeys = new DemoJourneys(desks, people, clock);

        await new DemoClosedSurveys(desks, people, clock).Hold(council, stop);
        await new DemoPeopleAndCarers(desks, people, clock).Hold(council, stop);
        clock.MoveTo(days.Third);
        await new DemoRoom(desks, people, clock).Furnish(council, stop);
        clock.MoveTo(days.Third);
        say("The health checks of the two years before, and what people and carers said: answered, closed and let out; evidence, a peer review and a round of audits");
        await journeys.HoldAPanel(days, stop);
        clock.MoveTo(days.Third);
        await Allocate(desks, people, stop);
        var plans = new DemoPlans(desks, people, days.Today);
        await plans.MakeTheFirst(stop);
        await journeys.SendCasesToOtherTeams(days, stop);
        await new DemoSurveys(desks, people, clock).OpenTheHealthCheck(council, stop);
        clock.MoveTo(days.Today);
        var (dice, more) = (new DemoDice((ulong)council.Seed ^ 0x5EED), new DemoDice((ulong)council.Seed ^ 0xC0DE));
        await new DemoSupplements(desks, people, dice, more, days.Today).Enter(stop);
        await plans.Make(stop);
        await new DemoDrafts(desks, people).Keep(stop);
        await new DemoInitiatives(desks, people, days.Today).Enter(stop);
        await new DemoGroups(desks, people).Say(council, stop);
        await new DemoSupervision(desks, people, new((ulong)council.Seed ^ 0x50FE)).Keep(days.Today, stop);
        await new DemoWorkplace(desks, people, council).Fill(stop);
        var reorganisations = new DemoReorganisations(desks, clock);
        await reorganisations.PrepareAMerger(council, stop);
        await reorganisations.EnterVacancies(council, stop);
        say("A service that went to another employer, two teams that are to become one, and three vacant posts");
        await OpenAMeeting(desks, people, stop);
        await LookAhead(desks, people, days, stop);
        await new DemoActions(desks, people, clock).Play(council, stop);
        say("Promises, and what scrutiny asked: kept, moved, overdue and refused");
        await new DemoHealthCheck(desks, people, clock).Hold(council, stop);
        say("Last year's health check, published, and this year's, in the middle of its conversation");
        say("A panel, transfers, answers, a meeting, a calibration, an open survey, and what was entered about cases: what happened since the last extract");
    }

    /// <summary>Cases given on the Friday: one not answered yet, one agreed to, one to talk about, one not safe.</summary>
    private static async Task Allocate(DemoDesks desks, DemoReaders people, CancellationToken stop)
    {
        List<Id<Worker>> toSignInAs = [people.Practitioner.Worker!.Value, people.NewlyQualified.Worker!.Value];
        var (takers, isAsked) = (toSignInAs.ToHashSet(), false);
        var answers = new Queue<AnswerKind>([AnswerKind.Agreed, AnswerKind.LetsTalk, AnswerKind.NotSafe]);
        foreach (var waits in await Waiting(desks, people, stop))
        {
            if (answers.Count == 0 && isAsked) return;
            if (await desks.Ask((AllocationDesk desk) => desk.Case(waits.CaseId, false, people.Manager, stop)) is not { } view) continue;

            // Whoever tries the demo as a practitioner is asked about the first case that they may hold, alone or jointly.
            if (!isAsked && toSignInAs.Select(view.Answer.For).FirstOrDefault(w => w is not null) is { } first)
            {
                await Give(desks, people, view, first, stop);
                isAsked = true;
            }
            else if (answers.Count > 0 && view.Answer.Best.FirstOrDefault(w => w.With is null && takers.Add(w.Worker)) is { } way)
            {
                var given = await Give(desks, people, view, way, stop);
                await Answer(desks, given.Id, await DemoReaders.As(desks, way.Worker, stop), answers.Dequeue(), stop);
            }
        }
    }

    private static async Task<AllocationDecision> Give(
        DemoDesks desks, DemoReaders people, AllocateView view, CaseSuggestion way, CancellationToken stop)
    {
        var reason = view.Answer.Best.Contains(way) ? "" : "Knows the school and the family group well.";
        var choice = new Choice(view.Case.Id, way.Worker, reason, "", false);
        return (await desks.Ask((AllocationDesk desk) => desk.Decide(choice, people.Manager, stop))).OfTheDemo();
    }

    private static async Task Answer(
        DemoDesks desks, Id<AllocationDecision> given, Reader worker, AnswerKind kind, CancellationToken stop)
    {
        var answer = kind switch
        {
            AnswerKind.NotSafe => new Answering(
                kind, "Two other families of mine are in crisis this week. I can not see these children on Tuesday as the plan asks.",
                Replier.LineManager, null),
            AnswerKind.LetsTalk => new Answering(kind, "I worked with the aunt before. Can we speak about who should be the first visit?", null, null),
            _ => new Answering(kind, "", null, null),
        };
        (await desks.Ask((AnswerDesk desk) => desk.Answer(given, answer, worker, stop))).OfTheDemo();
    }

    /// <summary>What waits in the manager's team, in the order in which it came.</summary>
    private static async Task<IReadOnlyList<WaitingCase>> Waiting(DemoDesks desks, DemoReaders people, CancellationToken stop) =>
        [.. (await desks.Ask((WaitingDesk desk) => desk.Waiting(people.Manager, people.Team, null, stop))).All];

    /// <summary>The Monday's meeting of the team, in which the manager has kept one line and left another.</summary>
    private static async Task OpenAMeeting(DemoDesks desks, DemoReaders people, CancellationToken stop)
    {
        var about = new MeetingAbout(MeetingScope.Team, people.Team, "", null, 0, 1, AllocationMeeting.UsualSteps, false);
        var meeting = (await desks.Ask((MeetingDesk desk) => desk.Open(about, people.Manager, stop))).OfTheDemo().Id;
        (await desks.Ask((MeetingEditing desk) => desk.WorkOut(meeting, people.Manager, stop))).OfTheDemo();
        foreach (var kind in new[] { EditKind.Pinned, EditKind.Left })
        {
            var view = await desks.Ask((MeetingDesk desk) => desk.Show(meeting, people.Manager, stop));
            var given = view!.Lines.Where(l => l.To is not null && l.Line.Mark == LineMark.Free).ToList();
            if (given.Count == 0) return;
            var (line, to) = kind == EditKind.Pinned ? (given[0].Line, given[0].To!.Id) : (given[^1].Line, (Id<Worker>?)null);
            var reason = kind == EditKind.Left ? "The school meets the family on Thursday. We decide after that." : "";
            var change = new LineChange(line.Id, line.Version, kind, to, reason);
            (await desks.Ask((MeetingEditing desk) => desk.Change(meeting, change, people.Manager, stop))).OfTheDemo();
        }
    }

    private static async Task LookAhead(DemoDesks desks, DemoReaders people, DemoCouncil.Days days, CancellationToken stop)
    {
        var codes = ReferenceData.Vignettes().Where(v => v.Area == Area.Children).Select(v => v.Code).Take(10).ToList();
        (await desks.Ask((CalibrationDesk desk) =>
            desk.Open(Area.Children, codes, days.Today.AddDays(14), people.Principal, stop))).OfTheDemo();
        var gone = WhatIf.Nothing with { Gone = [people.Practitioner.Worker!.Value] };
        (await desks.Ask((ScenarioDesk desk) =>
            desk.Keep("One post stays vacant until spring", people.Team, "", gone, people.Manager, stop))).OfTheDemo();
    }
}

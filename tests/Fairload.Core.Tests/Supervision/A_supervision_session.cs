using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Supervision;

public sealed class A_supervision_session
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly SessionDeed Deed = new("Kate Marsh", null, new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc), Today);
    private static readonly SessionPlan Plan = new(Today, new(14, 30), "Room 2", null);
    private static readonly SessionHeld Held = new(Today, SessionKind.Mixed, 100, 60, 40, false, "Go on as agreed", "A-01, A-02");

    [Fact]
    public void Is_planned_moved_and_held()
    {
        var session = Planned();
        Good(session.Move(Plan with { On = Today.AddDays(2) }, Deed));
        Good(session.Move(Plan with { On = Today.AddDays(2), Place = "Room 3" }, Deed));
        Assert.Equal((1, Today, Today.AddDays(2), "Room 3"), (session.Moves, session.FirstPlannedOn, session.PlannedOn, session.Place));
        Good(session.Hold(Held, Deed));
        Assert.Equal((Today, "A-01 A-02", 40), (session.On, session.Cases, session.Logged.Reflection));
        Assert.True(session.WaitsForWorker);
        Assert.Equal([""], Refused(session.Cancel(CancelledBy.Worker, CancelledBecause.Duty, Deed)));
    }

    [Fact]
    public void Is_refused_for_what_can_not_be_with_every_fault_at_once()
    {
        var session = Planned();
        Assert.Equal(
            ["On", "Minutes", "CaseMinutes", "ReflectiveMinutes", "Record"],
            Refused(session.Hold(
                new(Today.AddDays(1), SessionKind.Mixed, 0, -1, 481, null, new string('x', 2_001), ""), Deed)).Distinct());
        Assert.Equal(["ReflectiveMinutes"], Refused(session.Hold(Held with { Minutes = 90 }, Deed)));
        Assert.Equal(["By", "Because"], Refused(session.Cancel(null, null, Deed)));
        Assert.Equal((SessionState.Planned, 0), (session.State, session.Version));
        Assert.Equal(["On", "Place"], SessionRules.OfPlan(new(Today.AddYears(2), null, new string('x', 201), null), Today)
            .Select(p => p.Field));
    }

    [Fact]
    public void Has_a_record_that_stays_once_the_worker_has_confirmed_it()
    {
        var session = Planned();
        Good(session.Hold(Held, Deed));
        Good(session.Hold(Held with { Minutes = 105 }, Deed));
        Good(session.Confirm(Deed.At));
        Assert.Equal([""], Refused(session.Hold(Held, Deed)));
        Assert.Equal([""], Refused(session.Contest("No", Deed.At)));
        Assert.Equal((RecordAnswer.Confirmed, 105), (session.Answer, session.Minutes));
    }

    [Fact]
    public void Keeps_a_dispute_and_its_answer_beside_the_record()
    {
        var session = Planned();
        Good(session.Hold(Held, Deed));
        Assert.Equal(["Dispute"], Refused(session.Contest("  ", Deed.At)));
        Good(session.Contest("We did not agree that", Deed.At));
        Assert.True(session.WaitsForReply);
        Assert.Equal(["Reply"], Refused(session.Respond("", Deed)));
        Good(session.Respond("We will talk again", Deed));
        Assert.Equal([""], Refused(session.Respond("Again", Deed)));
        Assert.Equal(
            ("Go on as agreed", "We did not agree that", "We will talk again"), (session.Record, session.Dispute, session.Reply));
    }

    [Fact]
    public void Keeps_at_most_twelve_actions_a_line_each()
    {
        var id = Planned().Id;
        Assert.True(SessionAction.Read(id, " Ring the school \r\n\r\nBook a visit\n").Try(out var actions, out _));
        Assert.Equal(["1 Ring the school", "2 Book a visit"], actions.Select(a => $"{a.Number} {a.Text}"));
        Assert.False(SessionAction.Read(id, string.Join('\n', Enumerable.Repeat("x", 13))).Try(out _, out _));
        actions[0].Tick(true, Deed);
        Assert.Equal((Today, "Kate Marsh"), (actions[0].DoneOn, actions[0].DoneBy));
        actions[0].Tick(false, Deed);
        Assert.Null(actions[0].DoneOn);
    }

    [Fact]
    public void Follows_an_agreement_of_which_the_last_that_the_worker_agreed_to_is_in_force()
    {
        var (worker, manager) = (Id<Worker>.New(), Id<Worker>.New());
        var terms = new AgreementTerms(manager, Frequency.Fortnightly, 90, "Room 2", null, "", "", Today.AddMonths(6));
        var first = Write(1, terms);
        var second = Write(2, terms with { Every = Frequency.Weekly });
        first.Agree(Today);
        Assert.Equal(1, SupervisionAgreement.InForce([first, second], Today)!.Number);
        second.Agree(Today.AddDays(1));
        Assert.Equal(1, SupervisionAgreement.InForce([first, second], Today)!.Number);
        Assert.Equal(2, SupervisionAgreement.InForce([first, second], Today.AddDays(1))!.Number);
        Assert.True(first.IsDueForReview(Today.AddMonths(7)));
        Assert.Equal(
            ["Supervisor", "Minutes", "Professional", "ReviewBy"],
            Fields(SupervisionAgreement.Write(
                worker, 1, new(worker, Frequency.Weekly, 20, "", manager, "", "", Today), isRegistered: false, Deed)));

        SupervisionAgreement Write(int number, AgreementTerms what) =>
            SupervisionAgreement.Write(worker, number, what, isRegistered: true, Deed).Try(out var written, out _) ? written
                : throw new InvalidOperationException();
    }

    private static SupervisionSession Planned() =>
        SupervisionSession.Plan(Id<Worker>.New(), null, Plan, Deed).Try(out var session, out _) ? session
            : throw new InvalidOperationException();

    private static void Good(Result<Done> done) => Assert.True(done.Try(out _, out _));

    private static IEnumerable<string> Refused(Result<Done> done) => Fields(done);

    private static IEnumerable<string> Fields<T>(Result<T> done) where T : notnull =>
        done.Try(out _, out var problems) ? throw new InvalidOperationException("It was not refused.") : problems.Select(p => p.Field);
}

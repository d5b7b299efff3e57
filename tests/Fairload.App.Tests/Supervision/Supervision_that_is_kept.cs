using Fairload.App.Home;
using Fairload.App.Supervision.Sessions;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Supervision;

public sealed class Supervision_that_is_kept
{
    private static readonly DateOnly Today = Supervising.Today;
    private static readonly SessionHeld NinetyFive = new(Today, SessionKind.Case, 95, null, null, false, "Go on", "R-1");

    [Theory, ClassData(typeof(Engines))]
    public async Task Goes_from_a_plan_to_a_record_that_the_worker_disputes_and_the_supervisor_answers(string engine)
    {
        await using var here = await Supervising.On(engine);
        var session = await here.Held("1001", Today, 95);
        var view = (await Show(here, session, here.Grace))!;
        Assert.Equal(("Kate Marsh", true, false), (view.Supervisor, view.IsOwn, view.MayKeep));
        Assert.Equal(["Ring the school", "Book a visit"], view.Actions.Select(a => a.Text));
        Assert.Single((await TodayOf(here, here.Grace)).ToConfirm);

        Assert.Equal(["There is no such session, or it is not yours to confirm"],
            Council.Refused(await Contest(here, session, "No", here.Kate)));
        Council.Good(await Contest(here, session, "We did not agree that", here.Grace));
        Assert.Single((await TodayOf(here, here.Kate)).ToReply);
        var told = (await Show(here, session, here.Kate))!;
        Council.Good(await here.Council.Ask((SupervisionSessionDesk desk) =>
            desk.Respond(session.Id, told.Session.Version, "Let us talk", here.Kate, default)));
        Council.Good(await here.Council.Ask((SupervisionSessionDesk desk) =>
            desk.Tick(session.Id, view.Actions[0].Id, true, here.Grace, default)));
        var after = (await Show(here, session, here.Kate))!;
        Assert.Equal(("As before", "We did not agree that", "Let us talk"),
            (after.Session.Record, after.Session.Dispute, after.Session.Reply));
        Assert.Equal([Today, null], after.Actions.Select(a => a.DoneOn));
        Assert.Equal(5, await here.Council.Db(db => db.Set<AuditEntry>().CountAsync(a => a.Action == AuditAction.SupervisionChanged)));
        await here.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_the_second_of_two_who_record_the_same_session_and_loses_nothing_of_the_first(string engine)
    {
        await using var here = await Supervising.On(engine);
        var session = await here.Planned("1001", Today);
        Council.Good(await here.Hold(session, NinetyFive, here.Kate));
        var second = Council.Refused(await here.Hold(session, NinetyFive with { Minutes = 30 }, Supervising.Principal));
        Assert.StartsWith("Somebody has changed this session while you looked at it (Kate Marsh).", Assert.Single(second), StringComparison.Ordinal);
        Assert.Equal(95, (await Show(here, session, here.Kate))!.Session.Minutes);
        var wrong = Council.Refused(await here.Council.Ask((SupervisionSessionDesk desk) =>
            desk.Hold(session.Id, 1, NinetyFive with { Minutes = 0 }, new string('x', 300), here.Kate, default)));
        Assert.Equal(2, wrong.Count);
        Assert.Equal(95, (await Show(here, session, here.Kate))!.Session.Minutes);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_seen_by_the_two_and_their_line_and_kept_by_nobody_for_themselves(string engine)
    {
        await using var here = await Supervising.On(engine);
        var session = await here.Held("1001", Today, 95);
        Assert.Null(await Show(here, session, here.Tom));
        Assert.Null(await here.Council.Ask((SupervisionDesk desk) => desk.Person(here.Of("1003"), here.Kate, default)));
        Assert.NotNull(await Show(here, session, Supervising.Principal));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Show(here, session, Supervising.Director));
        var own = (await here.Council.Ask((SupervisionDesk desk) => desk.Person(here.Of("1000"), here.Kate, default)))!;
        Assert.Equal((true, false), (own.IsOwn, own.MayKeep));
        Assert.Equal(["There is no such person, or their supervision is not yours to keep"], Council.Refused(await here.Council.Ask(
            (SupervisionDesk desk) => desk.Plan(here.Of("1000"), new(Today, null, "", null), here.Kate, default))));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Says_for_each_person_in_name_order_what_was_last_what_is_next_and_since_when_it_is_late(string engine)
    {
        await using var here = await Supervising.On(engine);
        await here.Held("1001", new(2026, 9, 15), 90);
        await here.Planned("1002", Today.AddDays(2));
        await here.Planned("1001", Today.AddDays(-3));
        var view = await here.Council.Ask((SupervisionDesk desk) => desk.Overview(null, here.Kate, default));
        Assert.Equal(["Grace Adeyemi", "Tom Bevan"], view.People.Select(p => p.Person.Worker.Name));

        // Grace began on the 1st of a month: October went by, and November is not over.
        var grace = view.People[0];
        Assert.Equal((new DateOnly(2026, 9, 15), new DateOnly(2026, 11, 1), Frequency.Monthly),
            (grace.LastHeld!.On, grace.LateSince, grace.Due!.Every));
        Assert.Equal(new(2026, 11, 30), grace.Due.To);

        // Tom's first two weeks went by without one; the third is open until Sunday.
        var tom = view.People[1];
        Assert.Equal((Frequency.Weekly, new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 9)),
            (tom.Due!.Every, tom.Due.To, tom.LateSince));
        Assert.Equal(Today.AddDays(2), tom.NextPlanned!.PlannedOn);
        Assert.Equal(Today.AddDays(-3), Assert.Single(view.NotRecorded).Session.PlannedOn);
        Assert.Equal(2, Assert.Single((await TodayOf(here, here.Kate)).Late).Late);

        // Of Ngozi no start is known, and of Hillside no log.
        var all = Council.Good(await here.Council.Ask((SupervisionDesk desk) => desk.Due("hillside", Supervising.Principal, default)));
        Assert.Equal([DueState.NotKnown, DueState.NotKnown], all.Select(l => l.Due!.State));
        Assert.All(all, l => Assert.Null(l.LateSince));
        Assert.Equal(["There is no team Nowhere. Give its name as it stands on the Teams page."],
            Council.Refused(await here.Council.Ask((SupervisionDesk desk) => desk.Due("Nowhere", Supervising.Principal, default))));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Rests_on_an_agreement_in_versions_to_which_the_worker_agrees(string engine)
    {
        await using var here = await Supervising.On(engine);
        var terms = new AgreementTerms(here.Of("1004"), Frequency.Fortnightly, 90, "Room 2", null, "", "", Today.AddMonths(6));
        Council.Good(await Write(here, 0, terms, here.Kate));
        var view = (await here.Council.Ask((AgreementDesk desk) => desk.Of(here.Of("1001"), here.Kate, default)))!;
        Assert.Equal((true, true, false), (view.WaitsForWorker, view.NeedsProfessional, view.InForce is not null));
        Assert.True((await TodayOf(here, here.Grace)).ToAgree);
        Assert.StartsWith("Kate Marsh has written another version", Assert.Single(Council.Refused(
            await Write(here, 0, terms with { Minutes = 100 }, Supervising.Principal))), StringComparison.Ordinal);
        Assert.Equal(["There is no such agreement, or it is not yours to agree to"],
            Council.Refused(await here.Council.Ask((AgreementDesk desk) => desk.Agree(here.Of("1001"), 1, here.Kate, default))));
        Council.Good(await here.Council.Ask((AgreementDesk desk) => desk.Agree(here.Of("1001"), 1, here.Grace, default)));
        Council.Good(await Write(here, 1, terms with { Professional = here.Of("1000") }, here.Kate));
        var after = (await here.Council.Ask((AgreementDesk desk) => desk.Of(here.Of("1001"), here.Grace, default)))!;
        Assert.Equal((2, 1, false), (after.Last!.Number, after.InForce!.Number, after.NeedsProfessional));

        // Whoever the agreement names keeps the supervision, in another team too.
        var lee = new Reader("Lee Carter", here.Of("1004"), [new(Role.TeamManager, new Id<Core.Workforce.Team>(Guid.CreateVersion7()))]);
        Assert.True((await here.Council.Ask((SupervisionDesk desk) => desk.Person(here.Of("1001"), lee, default)))!.MayKeep);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Has_a_digest_of_new_heavy_quiet_and_stuck_cases_with_the_last_actions(string engine)
    {
        await using var here = await Supervising.On(engine);
        await here.Council.Import(Core.Imports.ImportKind.Cases, Extracts.Cases, "2026-11-07");
        await here.Council.Import(Core.Imports.ImportKind.Scores, Extracts.Scores, "2026-11-10");
        await here.Held("1001", new(2026, 10, 20), 90);
        var digest = (await here.Council.Ask((DigestDesk desk) => desk.Of(here.Of("1001"), here.Grace, default)))!;
        Assert.Equal(["R-1", "R-2"], digest.Digest.Heavy.Select(c => c.Reference));
        Assert.Equal(["R-1", "R-2"], digest.Digest.Quiet.Select(c => c.Reference));
        Assert.Empty(digest.Digest.New);
        Assert.Equal(["Ring the school", "Book a visit"], digest.Actions.Select(a => a.Text));
        Assert.Null(digest.Before);
        Assert.Null(await here.Council.Ask((DigestDesk desk) => desk.Of(here.Of("1001"), here.Tom, default)));
    }

    private static Task<SessionView?> Show(Supervising here, SupervisionSession session, Reader by) =>
        here.Council.Ask((SupervisionSessionDesk desk) => desk.Show(session.Id, by, default));

    private static Task<Result<SupervisionSession>> Contest(Supervising here, SupervisionSession session, string says, Reader by) =>
        here.Council.Ask((SupervisionSessionDesk desk) => desk.Contest(session.Id, session.Version, says, by, default));

    private static Task<Result<SupervisionAgreement>> Write(Supervising here, int seen, AgreementTerms terms, Reader by) =>
        here.Council.Ask((AgreementDesk desk) => desk.Write(here.Of("1001"), seen, terms, by, default));

    private static Task<SupervisionToday> TodayOf(Supervising here, Reader reader) =>
        here.Council.Ask((SupervisionTodayDesk desk) => desk.Of(reader, Today, Today.AddDays(7), default));
}

using Fairload.App.Allocation;
using Fairload.App.Allocation.Answers;
using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class An_answer
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly Reader Director = new("Dilys Ray", null, [new(Role.Director)]);
    private static readonly Answering NotSafe = new(AnswerKind.NotSafe, "Two of us are needed at the door", Replier.LineManager, null);

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_agreement_is_stored_and_asks_no_more(string engine)
    {
        await using var council = await Filled(engine);
        var (asked, tom) = await Given(council);
        Assert.Equal(new DateOnly(2026, 11, 18), asked.DueOn);
        Council.Good(await Answer(council, asked, new(AnswerKind.LetsTalk, "", null, null), tom));
        Council.Good(await Answer(council, asked, new(AnswerKind.Agreed, "", null, null), tom));
        Assert.Empty(await council.Ask((AnswerDesk desk) => desk.ToAnswer(tom, default)));
        Assert.Equal(tom.Worker, await Holder(council));
        Assert.Equal(0, await council.Ask((NoticeDesk desk) => desk.Unseen(tom, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task That_it_is_not_safe_gives_the_case_at_once_to_somebody_who_manages(string engine)
    {
        await using var council = await Filled(engine);
        var (asked, tom) = await Given(council);
        var answer = Council.Good(await Answer(council, asked, NotSafe, tom));
        var mary = await Person(council, "9001");
        Assert.Equal(mary, await Holder(council));
        Assert.Equal(new DateOnly(2026, 11, 18), answer.ReplyDueOn);
        var waits = await council.Ask((WaitingDesk desk) => desk.Waiting(Principal, null, null, default));
        Assert.Contains(waits.HeldByManager, w => w.Reference == "R-4");
        var interim = new Reader("Mary Lowe", mary, [new(Role.Practitioner)]);
        Assert.Equal([NoticeKind.LookAfter], (await council.Ask((NoticeDesk desk) => desk.Mine(interim, default)))
            .Select(n => n.Notice.Kind));
        Assert.Empty(await council.Ask((AnswerDesk desk) => desk.ToAnswer(interim, default)));

        // It can be given to somebody else from there, and an extract that knows nothing of it takes nothing back.
        await council.Import(ImportKind.Cases, Cases, "2026-11-15");
        Assert.Equal(mary, await Holder(council));
        Assert.NotNull(await council.Ask((AllocationDesk desk) => desk.Case(asked.Case.Id, true, Principal, default)));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Has_an_interim_holder_also_where_no_line_manager_is_known_and_never_the_worker(string engine)
    {
        await using var council = await Filled(engine, withManager: false);
        var (asked, tom) = await Given(council);
        var answer = Council.Good(await Answer(council, asked, NotSafe, tom));

        // Nobody manages here: the words are kept, the case stays where it is, and those above see it at once.
        Assert.Null(answer.InterimId);
        Assert.Equal(tom.Worker, await Holder(council));
        Assert.Null(Assert.Single(await council.Ask((ReplyDesk desk) => desk.Owed(Principal, default))).Interim);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Leaves_the_second_of_two_holders_where_they_are(string engine)
    {
        await using var council = await Filled(engine);
        var (asked, tom) = await Given(council);
        var grace = await Person(council, "1001");
        await council.Db(async db =>
        {
            var what = new Deciding(asked.Case.Id, DecisionKind.AtMeeting, tom.Worker!.Value, grace, []);
            db.Add(Council.Good(AllocationDecision.Make(what, [tom.Worker.Value], null, new(2026, 11, 16),
                new(2026, 11, 16, 12, 0, 0, DateTimeKind.Utc), "Pat")));
            db.Add(Assignment.Begin(asked.Case.Id, grace, "Grace Adeyemi", null, "", 0.5m, new(2026, 11, 16), true, null));
            return await db.SaveChangesAsync();
        });
        council.Clock.Pass(TimeSpan.FromHours(4));
        var jointly = Assert.Single(await council.Ask((AnswerDesk desk) => desk.ToAnswer(tom, default)));
        Council.Good(await Answer(council, jointly, NotSafe, tom));
        var holders = await council.Db(db => db.Assignments.Where(a => a.ToOn == null && a.CaseId == asked.Case.Id)
            .Select(a => a.WorkerId).ToListAsync());
        Assert.Equal(new HashSet<Id<Worker>?> { grace, await Person(council, "9001") }, [.. holders]);
        Assert.NotNull(await council.Ask((AllocationDesk desk) => desk.Case(asked.Case.Id, true, Principal, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_replied_to_by_whom_the_worker_chose_and_by_those_above_when_it_is_late(string engine)
    {
        await using var council = await Filled(engine);
        var (asked, tom) = await Given(council);
        var answer = Council.Good(await Answer(council, asked, NotSafe, tom));
        Assert.Empty(await council.Ask((ReplyDesk desk) => desk.Owed(Principal, default)));
        var manager = await Manager(council);
        Assert.Single(await council.Ask((ReplyDesk desk) => desk.Owed(manager, default)));
        council.Clock.Pass(TimeSpan.FromDays(4));
        Assert.Single(await council.Ask((ReplyDesk desk) => desk.Owed(Principal, default)));
        var himself = new Reader("Tom Bevan", tom.Worker, [new(Role.PrincipalSocialWorker)]);
        Assert.Null(await council.Ask((ReplyDesk desk) => desk.Show(answer.Id, himself, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Goes_back_to_the_worker_with_a_reply_and_asks_them_again(string engine)
    {
        await using var council = await Filled(engine);
        var (asked, tom) = await Given(council);
        var answer = Council.Good(await Answer(council, asked, NotSafe, tom));
        var manager = await Manager(council);
        Assert.Equal(
            ["Write the reply: it is what the worker will read", "Choose what comes of it"],
            Council.Refused(await Reply(council, answer, "", null, manager)));
        Council.Good(await Reply(council, answer, "Grace comes with you", ReplyOutcome.TheyKeepIt, manager));
        Assert.Equal(tom.Worker, await Holder(council));
        var again = Assert.Single(await council.Ask((AnswerDesk desk) => desk.ToAnswer(tom, default)));
        Assert.NotEqual(asked.Decision.Id, again.Decision.Id);
        Assert.Contains(NoticeKind.Replied, (await council.Ask((NoticeDesk desk) => desk.Mine(tom, default))).Select(n => n.Notice.Kind));
        Assert.StartsWith("Mary Lowe has replied already", Assert.Single(
            Council.Refused(await Reply(council, answer, "Again", ReplyOutcome.SomebodyElse, manager))), StringComparison.Ordinal);

        var counts = Assert.Single(await council.Ask((ReplyDesk desk) => desk.Counts(Director, default))).Counts;
        Assert.Equal(new(2, 0, 0, 1, 0, 1, 0), counts);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Can_not_be_given_twice_nor_for_a_case_that_has_gone_to_somebody_else(string engine)
    {
        await using var council = await Filled(engine);
        var (asked, tom) = await Given(council);
        Council.Good(await Answer(council, asked, NotSafe, tom));
        Assert.StartsWith("This case is not with you by this decision any more",
            Assert.Single(Council.Refused(await Answer(council, asked, NotSafe, tom))), StringComparison.Ordinal);
        Assert.Equal(1, await council.Db(db => db.Set<AllocationAnswer>().CountAsync()));
        var grace = new Reader("Grace Adeyemi", await Person(council, "1001"), [new(Role.Practitioner)]);
        Assert.Equal(["There is no such case to answer about"], Council.Refused(await Answer(council, asked, NotSafe, grace)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Needs_words_and_who_replies_where_it_is_not_safe(string engine)
    {
        await using var council = await Filled(engine);
        var (asked, tom) = await Given(council);
        Assert.Equal(
            ["Say in a few words what is not safe: whoever replies needs to know", "Choose who is to reply"],
            Council.Refused(await Answer(council, asked, new(AnswerKind.NotSafe, " ", null, null), tom)));
        Assert.Equal(tom.Worker, await Holder(council));
        Assert.Equal(
            ["Choose which manager is to reply"],
            Council.Refused(await Answer(council, asked, NotSafe with { To = Replier.AnotherManager, Manager = tom.Worker }, tom)));
    }

    private static byte[] Cases { get; } = Council.Csv(
        Extracts.CaseHeader,
        "R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
        "R-4,child in need,Children,04/06/2026,,,Riverside,,,");

    private static Task<Result<AllocationAnswer>> Answer(Council council, AskedView asked, Answering answer, Reader reader) =>
        council.Ask((AnswerDesk desk) => desk.Answer(asked.Decision.Id, answer, reader, default));

    private static Task<Result<AllocationAnswer>> Reply(
        Council council, AllocationAnswer answer, string reply, ReplyOutcome? outcome, Reader reader) =>
        council.Ask((ReplyDesk desk) => desk.Reply(answer.Id, reply, outcome, reader, default));

    private static Task<Id<Worker>> Person(Council council, string number) =>
        council.Db(db => db.Workers.Where(w => w.StaffNumber == number).Select(w => w.Id).SingleAsync());

    private static async Task<Reader> Manager(Council council)
    {
        var riverside = await council.Db(db => db.Teams.Where(t => t.Name == "Riverside").Select(t => t.Id).SingleAsync());
        return new("Mary Lowe", await Person(council, "9001"), [new(Role.TeamManager, riverside)]);
    }

    private static Task<Id<Worker>?> Holder(Council council) => council.Db(db => db.Assignments
        .Where(a => a.ToOn == null && db.Cases.Any(c => c.Id == a.CaseId && c.Reference == "R-4")).Select(a => a.WorkerId).SingleAsync());

    /// <summary>R-4 is given to Tom.</summary>
    private static async Task<(AskedView Asked, Reader Tom)> Given(Council council)
    {
        var id = await council.Db(db => db.Cases.Where(c => c.Reference == "R-4").Select(c => c.Id).SingleAsync());
        var tom = new Reader("Tom Bevan", await Person(council, "1002"), [new(Role.Practitioner)]);
        var view = await council.Ask((AllocationDesk desk) => desk.Case(id, true, Principal, default));
        Council.Good(await council.Ask((AllocationDesk desk) =>
            desk.Decide(new(id, tom.Worker!.Value, "Knows them", "", true), Principal, default)));
        Assert.NotNull(view);
        return (Assert.Single(await council.Ask((AnswerDesk desk) => desk.ToAnswer(tom, default))), tom);
    }

    private static async Task<Council> Filled(string engine, bool withManager = true)
    {
        var council = await Council.On(engine);
        await council.Import(
            ImportKind.Staff,
            Council.Csv([
                Extracts.StaffHeader,
                "1001,Grace Adeyemi,,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,",
                "1002,Tom Bevan,,SW10002,Social worker,Experienced,Riverside,Safeguarding,0.8,Permanent,01/09/2021,",
                .. withManager ? ["9001,Mary Lowe,,SW90001,Team manager,Team manager,Riverside,Safeguarding,1.0,Permanent,01/09/2010,"] : Array.Empty<string>(),
            ]),
            "2026-11-07");
        await council.Import(ImportKind.Cases, Cases, "2026-11-07");
        return council;
    }
}

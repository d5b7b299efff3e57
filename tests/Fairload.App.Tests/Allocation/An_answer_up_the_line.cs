using Fairload.App.Allocation;
using Fairload.App.Allocation.Answers;
using Fairload.App.Supervision;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Imports;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class An_answer_up_the_line
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly Answering NotSafe = new(AnswerKind.NotSafe, "Two of us are needed at the door", Replier.LineManager, null);

    [Theory, ClassData(typeof(Engines))]
    public async Task To_which_no_reply_comes_is_told_to_the_next_above_once_a_step_however_often_it_is_asked(string engine)
    {
        await using var council = await Filled(engine);
        var (head, _) = await Account(council, "head@example.gov.uk", new(Role.HeadOfService, Service: "Safeguarding"));
        await Account(council, "stranger@example.gov.uk", new(Role.HeadOfService, Service: "Long-term"));
        var (director, _) = await Account(council, "director@example.gov.uk", new(Role.Director));
        var (decision, tom) = await Given(council);
        var answer = Council.Good(await Answer(council, decision, NotSafe, tom));
        council.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(0, await Tell(council));

        council.Clock.Pass(TimeSpan.FromDays(1));
        var both = await Task.WhenAll(Tell(council), Tell(council));
        Assert.Equal(1, both.Sum());
        Assert.Equal(0, await Tell(council));
        Assert.Contains("To: head@example.gov.uk", Assert.Single(Letters(council)), StringComparison.Ordinal);
        Assert.DoesNotContain(Letters(council), l => new[] { "R-4", "Tom" }.Any(w => l.Contains(w, StringComparison.Ordinal)));
        Assert.Equal((1, 0), (await Unseen(council, head), await Unseen(council, director)));

        // Nobody is the principal social worker here: the second step is the director's.
        council.Clock.Pass(TimeSpan.FromDays(4));
        Assert.Equal(1, await Tell(council));
        Assert.Equal(1, await Unseen(council, director));
        await council.Ask(async (LateReplyDesk desk) =>
        {
            await desk.Seen(head, default);
            return default(Done);
        });
        var told = (await council.Ask((AnswerDesk desk) => desk.Asked(decision, tom, default)))!.Above;
        Assert.Equal([(LateStep.HeadOfService, true), (LateStep.Director, false)], told.Select(t => (t.Step, t.SeenAt is not null)));
        Assert.Equal("R-4", Assert.Single(await council.Ask((LateReplyDesk desk) => desk.Mine(director, default))).Reference);

        Council.Good(await council.Ask((ReplyDesk desk) =>
            desk.Reply(answer.Id, "A second worker comes with you", ReplyOutcome.SomebodyElse, Principal, default)));
        council.Clock.Pass(TimeSpan.FromDays(30));
        Assert.Equal(0, await Tell(council));
        Assert.Empty(await council.Ask((LateReplyDesk desk) => desk.Mine(director, default)));
        Assert.Equal(0, await Unseen(council, director));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Sent_to_the_complex_case_panel_has_the_next_free_slot_and_a_reply_is_owed_all_the_same(string engine)
    {
        await using var council = await Filled(engine);
        await Open(council);
        var (decision, tom) = await Given(council);
        var answer = Council.Good(await Answer(council, decision, NotSafe with { To = Replier.Panel }, tom));
        Assert.Equal(new DateOnly(2026, 11, 18), answer.ReplyDueOn);
        var panel = (await council.Ask((AnswerDesk desk) => desk.Asked(decision, tom, default)))!.Panel;
        Assert.Equal((1, "Two of us are needed at the door", tom.Worker),
            (panel!.Booking!.Slot, panel.Booking.Question, panel.Booking.WorkerId));
        Assert.NotEqual(tom.Worker, await Holder(council));
        Assert.Single(await council.Ask((ReplyDesk desk) => desk.Owed(Principal, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Sent_to_a_panel_without_a_free_slot_says_who_was_told_and_is_booked_when_a_session_opens(string engine)
    {
        await using var council = await Filled(engine);
        await Account(council, "pat@example.gov.uk", new(Role.PrincipalSocialWorker));
        var (decision, tom) = await Given(council);
        Council.Good(await Answer(council, decision, NotSafe with { To = Replier.Panel, Words = new('x', 1_500) }, tom));
        var panel = (await council.Ask((AnswerDesk desk) => desk.Asked(decision, tom, default)))!.Panel!;
        Assert.Null(panel.Booking);
        Assert.Equal(["pat"], panel.Told);
        Assert.Contains(Letters(council), l => l.Contains("To: pat@example.gov.uk", StringComparison.Ordinal));

        await Open(council);
        await Open(council, day: 27);
        panel = (await council.Ask((AnswerDesk desk) => desk.Asked(decision, tom, default)))!.Panel!;
        Assert.Equal(PanelBooking.LongestText, panel.Booking!.Question.Length);
        Assert.Equal(new DateOnly(2026, 11, 20), panel.Session!.HeldOn);
        Assert.Equal(1, await council.Db(db => db.Set<PanelBooking>().CountAsync()));
        await council.IsSound();
    }

    private static Task<int> Tell(Council council) => council.Ask((LateReplyDesk desk) => desk.Tell(default));

    private static Task<int> Unseen(Council council, Reader reader) =>
        council.Ask((LateReplyDesk desk) => desk.Unseen(reader, default));

    /// <summary>Those about a late reply, and those to people with an account.</summary>
    private static List<string> Letters(Council council) =>
        [.. Directory.GetFiles(Path.Combine(council.Data.Path, "outbox"), "*.eml").Select(File.ReadAllText)];

    private static Task<Result<AllocationAnswer>> Answer(Council council, Id<AllocationDecision> id, Answering answer, Reader reader) =>
        council.Ask((AnswerDesk desk) => desk.Answer(id, answer, reader, default));

    private static async Task<(Reader Reader, Id<Account> Id)> Account(Council council, string email, Grant grant)
    {
        var account = Council.Good(Core.Access.Account.Open(email, email.Split('@')[0], null, DateTime.UnixEpoch));
        await council.Db(db => db.Change(
            async () =>
            {
                db.Add(account);
                await db.SaveChangesAsync();
                db.Add(AccountGrant.Give(account.Id, grant));
                return default(Done);
            },
            default));
        return (new(account.Name, null, [grant], account.Id), account.Id);
    }

    private static async Task Open(Council council, int day = 20)
    {
        var offer = new PanelOffer("", new(2026, 11, day), new(14, 0), "Room 4", "Pat Singh", 2, 30);
        Council.Good(await council.Ask((PanelSessionDesk desk) => desk.Open(offer, Principal, default)));
    }

    private static Task<Id<Worker>?> Holder(Council council) => council.Db(db => db.Assignments
        .Where(a => a.ToOn == null && db.Cases.Any(c => c.Id == a.CaseId && c.Reference == "R-4")).Select(a => a.WorkerId).SingleAsync());

    /// <summary>R-4 is given to Tom.</summary>
    private static async Task<(Id<AllocationDecision> Decision, Reader Tom)> Given(Council council)
    {
        var id = await council.Db(db => db.Cases.Where(c => c.Reference == "R-4").Select(c => c.Id).SingleAsync());
        var tom = new Reader(
            "Tom Bevan", await council.Db(db => db.Workers.Where(w => w.StaffNumber == "1002").Select(w => w.Id).SingleAsync()),
            [new(Role.Practitioner)]);
        var given = await council.Ask((AllocationDesk desk) =>
            desk.Decide(new(id, tom.Worker!.Value, "Knows them", "", true), Principal, default));
        return (Council.Good(given).Id, tom);
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(
            ImportKind.Staff,
            Council.Csv(
                Extracts.StaffHeader,
                "1002,Tom Bevan,,SW10002,Social worker,Experienced,Riverside,Safeguarding,0.8,Permanent,01/09/2021,",
                "9001,Mary Lowe,,SW90001,Team manager,Team manager,Riverside,Safeguarding,1.0,Permanent,01/09/2010,"),
            "2026-11-07");
        await council.Import(
            ImportKind.Cases, Council.Csv(Extracts.CaseHeader, "R-4,child in need,Children,04/06/2026,,,Riverside,,,"), "2026-11-07");
        return council;
    }
}

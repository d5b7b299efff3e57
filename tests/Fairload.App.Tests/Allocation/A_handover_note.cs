using Fairload.App.Allocation;
using Fairload.App.Allocation.Answers;
using Fairload.App.Allocation.Meetings;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class A_handover_note
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_written_by_the_leaver_seen_and_added_to_by_the_manager_and_read_by_whoever_takes_over(string engine)
    {
        await using var council = await Filled(engine);
        var grace = await council.Practitioner("1001");
        Assert.Null(await council.Ask((HandoverDesk desk) => desk.Mine(grace, default)));
        var meeting = Council.Good(await council.Ask((MeetingDesk desk) => desk.Spread(grace.Worker!.Value, false, Principal, default))).Id;
        Council.Good(await council.Ask((MeetingEditing e) => e.WorkOut(meeting, Principal, default)));
        var list = (await council.Ask((HandoverDesk desk) => desk.Mine(grace, default)))!;
        Assert.Equal((true, 2), (list.IsSpread, list.Missing));

        var one = await council.Case("R-1");
        Council.Good(await Write(council, one, "The school meets us on Friday", 0, grace));
        var line = Assert.Single((await Show(council, meeting)).Lines, l => l.Case.Reference == "R-1");
        Assert.Equal("The school meets us on Friday", Assert.Single(line.Handover).Note.Text);
        Council.Good(await council.Ask((MeetingEditing e) =>
            e.HandOver(meeting, line.Line.Id, line.Line.Version, "Go together the first time", Principal, default)));

        var view = await Show(council, meeting);
        var taker = view.Lines.Single(l => l.Case.Reference == "R-1").To!;
        Council.Good(await council.Ask((MeetingDecisions d) => d.Agree(meeting, view.Meeting.Version, "Pat", "", Principal, default)));
        var asked = Assert.Single(await council.Ask(async (AnswerDesk desk) =>
            await desk.ToAnswer(new(taker.Name, taker.Id, [new(Role.Practitioner)]), default)), a => a.Case.Id == one);
        Assert.Equal(("Grace Adeyemi", "The school meets us on Friday", "Go together the first time"),
            (asked.Handover[0].By.Name, asked.Handover[0].Note.Text, asked.Decision.Note));
        Assert.Equal("The school meets us on Friday",
            Assert.Single((await Show(council, meeting)).Lines.Single(l => l.Case.Reference == "R-1").Handover).Note.Text);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_written_by_nobody_but_who_holds_the_case_and_loses_nothing_of_another_window(string engine)
    {
        await using var council = await Filled(engine);
        var (grace, tom, one) = (await council.Practitioner("1001"), await council.Practitioner("1002"), await council.Case("R-1"));
        Assert.StartsWith("The case is not with you any more",
            Assert.Single(Council.Refused(await Write(council, one, "Mine", 0, tom))), StringComparison.Ordinal);
        Assert.Equal(["Write what the next worker needs to know to begin"], Council.Refused(await Write(council, one, " ", 0, grace)));
        Assert.StartsWith("The note is longer than 2000 letters",
            Assert.Single(Council.Refused(await Write(council, one, new('x', 2_001), 0, grace))), StringComparison.Ordinal);

        var first = Council.Good(await Write(council, one, "First", 0, grace));
        Assert.Equal(first.Id, Council.Good(await Write(council, one, "First", 0, grace)).Id);
        Assert.StartsWith("You have changed this note in another window",
            Assert.Single(Council.Refused(await Write(council, one, "Second", 0, grace))), StringComparison.Ordinal);
        Council.Good(await Write(council, one, "Second", first.Version, grace));
        Assert.Equal(["Second"], await council.Db(db => db.Set<HandoverNote>().Select(n => n.Text).ToListAsync()));
        Assert.Contains(
            Council.Refused(await council.Undo()), p => p.Contains("handover notes have been written", StringComparison.Ordinal));
    }

    private static Task<Result<HandoverNote>> Write(Council council, Id<Case> one, string text, int version, Reader reader) =>
        council.Ask((HandoverDesk desk) => desk.Write(one, text, version, reader, default));

    private static async Task<MeetingView> Show(Council council, Id<AllocationMeeting> id) =>
        (await council.Ask((MeetingDesk desk) => desk.Show(id, Principal, default)))!;

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(
            ImportKind.Staff,
            Council.Csv(
                Extracts.StaffHeader,
                "1001,Grace Adeyemi,,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,",
                "1002,Tom Bevan,,SW10002,Social worker,Experienced,Riverside,Safeguarding,0.8,Permanent,01/09/2021,"),
            "2026-11-07");
        await council.Import(
            ImportKind.Cases,
            Council.Csv(
                Extracts.CaseHeader,
                "R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
                "R-2,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,"),
            "2026-11-07");
        return council;
    }
}

using Fairload.App.Allocation.Meetings;
using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class A_meeting
{
    private const long Steps = 100_000;

    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly Reader Head = new("Hana Rees", null, [new(Role.HeadOfService, Service: "Safeguarding")]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_a_list_of_what_waits_that_people_agree_to_as_a_whole(string engine)
    {
        await using var council = await Filled(engine);
        var id = await Opened(council);
        var view = await Show(council, id);
        Assert.Equal(["R-4", "R-5", "R-6"], view.Lines.Select(l => l.Case.Reference).Order());
        Assert.All(view.Lines, l => Assert.NotNull(l.To));
        Assert.True(view.Plan!.Bound <= view.Plan.Figures.Heaviest);

        var nobody = Council.Refused(await Agree(council, id, view.Meeting.Version, " "));
        Assert.Equal(["Say who was there"], nobody);
        Council.Good(await Agree(council, id, view.Meeting.Version, "Hana, Pat"));
        foreach (var line in view.Lines) Assert.Equal(line.To!.Id, await Holder(council, line.Case.Id));
        Assert.Empty((await council.Ask((WaitingDesk desk) => desk.Waiting(Principal, null, null, default))).All);
        Assert.Equal(3, await council.Db(db => db.Set<AllocationDecision>().CountAsync(d => d.Kind == DecisionKind.AtMeeting)));
        Assert.Equal(["The meeting has ended meanwhile. Nothing was changed."],
            Council.Refused(await Agree(council, id, view.Meeting.Version, "Hana")));
        Assert.Equal(3, await council.Db(db => db.Set<AllocationDecision>().CountAsync()));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_worked_out_again_around_what_somebody_settles_and_says_what_that_costs(string engine)
    {
        await using var council = await Filled(engine);
        var id = await Opened(council);
        var tom = await Person(council, "1002");
        foreach (var reference in new[] { "R-4", "R-5" })
        {
            var line = await Line(council, id, reference);
            var edit = Council.Good(await Change(council, id,
                new(line.Line.Id, line.Line.Version, EditKind.Moved, tom, "Knows the school")));
            Assert.NotNull(edit.Before);
        }

        var view = await Show(council, id);
        Assert.All(view.Lines.Where(l => l.Case.Reference is "R-4" or "R-5"), l =>
            Assert.Equal((tom, LineMark.Pinned), (l.To!.Id, l.Line.Mark)));
        Assert.NotEqual(tom, view.Lines.Single(l => l.Case.Reference == "R-6").To!.Id);
        Assert.True(view.Edits[0].Edit.After.IsWorseThan(view.Edits[^1].Edit.After));

        var left = await Line(council, id, "R-5");
        Council.Good(await Change(council, id, new(left.Line.Id, left.Line.Version, EditKind.Left, null, "")));
        left = await Line(council, id, "R-5");
        Assert.Null(left.To);
        Council.Good(await Change(council, id, new(left.Line.Id, left.Line.Version, EditKind.Freed, null, "")));
        Assert.NotNull((await Line(council, id, "R-5")).To);
        Assert.Equal([EditKind.Freed, EditKind.Left, EditKind.Moved, EditKind.Moved, EditKind.Opened], (await Show(council, id))
            .Edits.Select(e => e.Edit.Kind));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Gives_a_case_to_somebody_else_than_whom_it_was_refused_to(string engine)
    {
        await using var council = await Filled(engine);
        var id = await Opened(council);
        var refused = new HashSet<Id<Worker>>();
        var line = await Line(council, id, "R-4");
        while (line.To is { } to)
        {
            Assert.True(refused.Add(to.Id), $"{to.Name} was proposed again");
            Council.Good(await Change(council, id, new(line.Line.Id, line.Line.Version, EditKind.Refused, to.Id, "")));
            line = await Line(council, id, "R-4");
        }

        Assert.Equal(3, refused.Count);
        Assert.Equal(3, line.NotTo.Count);

        // Not to this person, and to this person, can not both be.
        var pinned = new LineChange(line.Line.Id, line.Line.Version, EditKind.Moved, refused.First(), "After all");
        Assert.EndsWith("was refused for case R-4 in this meeting. Let the line go free first, or choose somebody else",
            Assert.Single(Council.Refused(await Change(council, id, pinned))), StringComparison.Ordinal);

        // Said twice it is still said once.
        var again = new LineChange(line.Line.Id, line.Line.Version, EditKind.Refused, refused.First(), "");
        Council.Good(await Change(council, id, again));
        Assert.Equal(3, (await Line(council, id, "R-4")).NotTo.Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Moves_cases_that_somebody_holds_and_lets_people_give_one_to_anybody_whom_the_rules_allow(string engine)
    {
        await using var council = await Filled(engine);
        await council.Import(
            ImportKind.Cases,
            Council.Csv(
                [Extracts.CaseHeader, "R-4,child in need,Children,04/06/2026,,,Riverside,,,",
                .. Enumerable.Range(10, 12).Select(n => $"R-{n},child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,")]),
            "2026-11-08");
        var about = About(MeetingScope.Service, "Safeguarding") with { MostMoves = 4 };
        var id = Council.Good(await Open(council, about, Principal)).Id;
        Council.Good(await council.Ask((MeetingEditing e) => e.WorkOut(id, Principal, default)));
        var view = await Show(council, id);
        var moved = view.Lines.Where(l => l.From is not null && l.To is not null).ToList();
        Assert.InRange(moved.Count, 1, 4);
        Assert.Equal(moved.Count, view.Plan!.Moves);

        var line = moved[0];
        var may = (await council.Ask((MeetingDesk desk) => desk.Line(id, line.Line.Id, Principal, default)))!;
        var other = may.Takers.First(t => t.Worker.Id != line.To!.Id && t.With is null).Worker.Id;
        Council.Good(await Change(council, id, new(line.Line.Id, line.Line.Version, EditKind.Moved, other, "Knows the school")));
        Assert.Equal(other, (await Line(council, id, line.Case.Reference)).To!.Id);
        Council.Good(await Agree(council, id, (await Show(council, id)).Meeting.Version, "Hana, Pat"));
        Assert.Equal(other, await Holder(council, line.Case.Id));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Loses_no_change_of_two_people_who_change_different_lines_at_once(string engine)
    {
        await using var council = await Filled(engine);
        var id = await Opened(council);
        var lines = (await Show(council, id)).Lines;
        var done = await Task.WhenAll(lines.Select((l, i) => Change(
            council, id, new(l.Line.Id, l.Line.Version, EditKind.Left, null, ""), i % 2 == 0 ? Principal : Head)));
        Assert.All(done, d => Council.Good(d));
        Assert.All((await Show(council, id)).Lines, l => Assert.Equal(LineMark.Left, l.Line.Mark));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_the_second_of_two_people_on_one_line_what_the_first_did(string engine)
    {
        await using var council = await Filled(engine);
        var id = await Opened(council);
        var seen = await Line(council, id, "R-4");
        var change = new LineChange(seen.Line.Id, seen.Line.Version, EditKind.Left, null, "");
        var first = Council.Good(await Change(council, id, change));
        var second = Council.Refused(await Change(council, id, change with { Kind = EditKind.Pinned, Worker = seen.To!.Id }, Head));
        Assert.StartsWith("Pat Singh has changed this line while you looked at it.", Assert.Single(second), StringComparison.Ordinal);
        Assert.Equal(LineMark.Left, (await Line(council, id, "R-4")).Line.Mark);
        Assert.Equal(first.Id, Council.Good(await Change(council, id, change)).Id);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Refuses_to_agree_to_a_list_that_was_changed_since_it_was_read(string engine)
    {
        await using var council = await Filled(engine);
        var id = await Opened(council);
        var view = await Show(council, id);
        Council.Good(await Change(council, id, new(view.Lines[0].Line.Id, view.Lines[0].Line.Version, EditKind.Left, null, "")));
        Assert.StartsWith("The list has been changed",
            Assert.Single(Council.Refused(await Agree(council, id, view.Meeting.Version, "Hana"))), StringComparison.Ordinal);
        Assert.Equal(0, await council.Db(db => db.Set<AllocationDecision>().CountAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Decides_nothing_when_a_case_was_given_in_another_meeting_or_somebody_has_left_meanwhile(string engine)
    {
        await using var council = await Filled(engine);
        var (one, other) = (await Opened(council), await Opened(council));
        Assert.All((await Show(council, one)).Lines, l => Assert.True(l.AlsoIn));
        Council.Good(await Agree(council, one, (await Show(council, one)).Meeting.Version, "Pat"));
        var given = await council.Db(db => db.Set<AllocationDecision>().CountAsync());
        var problems = Council.Refused(await Agree(council, other, (await Show(council, other)).Meeting.Version, "Pat"));
        Assert.Contains(problems, p => p.StartsWith("Case R-4 is not as the list says any more", StringComparison.Ordinal));
        Assert.Equal(given, await council.Db(db => db.Set<AllocationDecision>().CountAsync()));
        Assert.Equal(MeetingState.Open, (await Show(council, other)).Meeting.State);

        var again = Council.Good(await council.Ask((MeetingEditing e) => e.WorkOut(other, Principal, default)));
        Assert.Equal(EditKind.WorkedOutAgain, again.Kind);
        Assert.Empty((await Show(council, other)).Lines);
        Assert.Equal(3, (await Show(council, other)).Edits.Count(e => e.Edit.Kind == EditKind.Gone));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Lets_a_mark_go_when_the_person_has_left_while_the_meeting_is_on(string engine)
    {
        await using var council = await Filled(engine);
        var id = await Opened(council);
        var (line, ngozi) = (await Line(council, id, "R-5"), await Person(council, "1003"));
        Council.Good(await Change(council, id, new(line.Line.Id, line.Line.Version, EditKind.Moved, ngozi, "Own team")));
        await council.Import(
            ImportKind.Staff,
            Council.Csv(Extracts.StaffHeader, "1003,Ngozi Okafor,,SW10003,Social worker,Experienced,Hillside,Safeguarding,1.0,Permanent,01/02/2019,10/11/2026"),
            "2026-11-12");
        Assert.Contains(
            "Ngozi Okafor can not take case R-5 any more: a rule stands against it by now. Nothing was decided: have the list worked out again",
            Council.Refused(await Agree(council, id, (await Show(council, id)).Meeting.Version, "Pat")));
        Council.Good(await council.Ask((MeetingEditing e) => e.WorkOut(id, Principal, default)));
        line = await Line(council, id, "R-5");
        Assert.Equal(LineMark.Free, line.Line.Mark);
        Assert.NotEqual(ngozi, line.To?.Id);
        Assert.Contains((await Show(council, id)).Edits, e => e.Edit is { Kind: EditKind.Freed, By: "" } && e.Reference == "R-5");
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Has_one_line_for_a_case_that_waits_in_the_name_of_somebody_on_long_leave(string engine)
    {
        await using var council = await Filled(engine);
        await council.Db(async db =>
        {
            var grace = await db.Workers.SingleAsync(w => w.StaffNumber == "1001");
            db.Add(new Absence(Id<Absence>.New(), grace.Id, new(2026, 10, 1), null, "Maternity", null));
            return await db.SaveChangesAsync();
        });
        var id = Council.Good(await Open(council, About(MeetingScope.Service, "Safeguarding") with { MostMoves = 5 }, Principal)).Id;
        Council.Good(await council.Ask((MeetingEditing e) => e.WorkOut(id, Principal, default)));
        var line = await Line(council, id, "R-1");
        Assert.NotNull(line.To);
        Assert.NotEqual("Grace Adeyemi", line.To.Name);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Forbids_taking_back_the_import_that_brought_what_is_on_its_list(string engine)
    {
        await using var council = await Filled(engine);
        await Opened(council);
        Assert.Contains(Council.Refused(await council.Undo()), p => p.Contains("1 allocation meetings have", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_for_those_whose_line_of_management_covers_it_and_for_managers_where_they_take_part(string engine)
    {
        await using var council = await Filled(engine);
        var riverside = await council.Db(db => db.Teams.SingleAsync(t => t.Name == "Riverside"));
        var manager = new Reader("A manager", null, [new(Role.TeamManager, riverside.Id)]);
        var about = About(MeetingScope.Service, "Safeguarding");
        Assert.Equal(["Choose a team or service that you may allocate for"], Council.Refused(await Open(council, about, manager)));
        var closed = Council.Good(await Open(council, about, Head)).Id;
        Assert.Null(await council.Ask((MeetingDesk desk) => desk.Show(closed, manager, default)));
        var open = Council.Good(await Open(council, about with { ManagersTakePart = true }, Head)).Id;
        Assert.NotNull(await council.Ask((MeetingDesk desk) => desk.Show(open, manager, default)));
        Assert.Equal([open], (await council.Ask((MeetingDesk desk) => desk.All(manager, default))).Select(r => r.Meeting.Id));
    }

    private static MeetingAbout About(MeetingScope scope, string service) => new(scope, null, service, null, 0, 1, Steps, false);

    private static Task<Result<AllocationMeeting>> Open(Council council, MeetingAbout about, Reader reader) =>
        council.Ask((MeetingDesk desk) => desk.Open(about, reader, default));

    private static async Task<Id<AllocationMeeting>> Opened(Council council)
    {
        var id = Council.Good(await Open(council, About(MeetingScope.Service, "Safeguarding"), Principal)).Id;
        Council.Good(await council.Ask((MeetingEditing e) => e.WorkOut(id, Principal, default)));
        return id;
    }

    private static async Task<MeetingView> Show(Council council, Id<AllocationMeeting> id)
    {
        var view = await council.Ask((MeetingDesk desk) => desk.Show(id, Principal, default));
        Assert.NotNull(view);
        return view;
    }

    private static async Task<LineView> Line(Council council, Id<AllocationMeeting> id, string reference) =>
        (await Show(council, id)).Lines.Single(l => l.Case.Reference == reference);

    private static Task<Result<MeetingEdit>> Change(Council council, Id<AllocationMeeting> id, LineChange change, Reader? reader = null) =>
        council.Ask((MeetingEditing e) => e.Change(id, change, reader ?? Principal, default));

    private static Task<Result<AllocationMeeting>> Agree(Council council, Id<AllocationMeeting> id, int version, string present) =>
        council.Ask((MeetingDecisions d) => d.Agree(id, version, present, "", Principal, default));

    private static Task<Id<Worker>> Person(Council council, string number) =>
        council.Db(db => db.Workers.Where(w => w.StaffNumber == number).Select(w => w.Id).SingleAsync());

    private static Task<Id<Worker>?> Holder(Council council, Id<Case> id) =>
        council.Db(db => db.Assignments.Where(a => a.CaseId == id && a.ToOn == null).Select(a => a.WorkerId).SingleAsync());

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(
            ImportKind.Cases,
            Council.Csv(
                Extracts.CaseHeader,
                "R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
                "R-4,child in need,Children,04/06/2026,,,Riverside,,,",
                "R-5,child in need,Children,05/07/2026,,,Hillside,,,",
                "R-6,child in need,Children,06/07/2026,,,Hillside,,,"),
            "2026-11-07");
        return council;
    }
}

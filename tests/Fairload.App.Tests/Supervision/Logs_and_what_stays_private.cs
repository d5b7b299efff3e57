using Fairload.App.Supervision;
using Fairload.App.Supervision.Meetings;
using Fairload.App.Supervision.Reflection;
using Fairload.App.Supervision.Sessions;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Reflection;
using Fairload.Core.Supervision.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Supervision;

public sealed class Logs_and_what_stays_private
{
    private static readonly DateOnly Today = Supervising.Today;

    private static readonly byte[] Log = Council.Csv(
        "Staff number,Planned for,Outcome,Held on,Minutes,Kind,Case minutes,Reflective minutes,Interrupted,Cancelled by,Why cancelled,Supervisor's staff number,Place",
        "1001,05/10/2026,Held,06/10/2026,95,Mixed,60,35,No,,,1000,Room 2",
        "1001,09/11/2026,Cancelled,,,,,,,Supervisor,Court,1000,",
        "1002,09/11/2026,Held,,,Case,,,,,,1000,",
        "1002,23/11/2026,Planned,,,,,,,,,1000,",
        "9999,05/10/2026,Held,,90,Case,,,,,,,",
        "1001,20/11/2026,Held,,90,Case,,,,,,,",
        "1002,02/11/2026,Held,,900,Case,,,,,,,",
        "1002,03/11/2026,Cancelled,,,,,,,Nobody,,,",
        "1001,05/10/2026,Held,,90,Case,,,,,,,");

    private static readonly byte[] Meetings = Council.Csv(
        "Kind,Date,Outcome,Team,Service,Minutes,Attended,Why cancelled",
        "Team,01/09/2026,Held,Riverside,,60,9,",
        "Team,02/11/2026,Held,Hillside,,,,",
        "Team,09/11/2026,Cancelled,Hillside,,,,No cover",
        "Division,12/10/2026,Held,,Safeguarding,120,40,",
        "Team,01/12/2026,Held,Riverside,,60,9,",
        "Team,01/10/2026,Held,Nowhere,,60,9,",
        "Choir,01/10/2026,Held,Riverside,,60,9,");

    [Theory, ClassData(typeof(Engines))]
    public async Task A_log_of_supervision_adds_what_is_right_and_lists_what_is_not_and_is_undone(string engine)
    {
        await using var here = await Supervising.On(engine);
        var before = await here.Council.Dump();
        var did = Council.Good(await here.Council.Confirm(await here.Council.Look(ImportKind.Supervision, Log)));
        Assert.Equal((4, 0, 0), (did.Added, did.Changed, did.Unchanged));
        Assert.Equal([6, 7, 8, 9, 10], did.Problems.Where(p => p.Severity == "error").Select(p => p.Row!.Value).Order());
        var grace = (await here.Council.Ask((SupervisionDesk desk) => desk.Person(here.Of("1001"), here.Kate, default)))!;
        var held = grace.Sessions[^1];
        Assert.Equal((new DateOnly(2026, 10, 6), 95, 35, "Room 2"), (held.On, held.Minutes, held.ReflectiveMinutes, held.Place));
        Assert.Equal((CancelledBy.Supervisor, CancelledBecause.Court), (grace.Sessions[0].CancelledBy, grace.Sessions[0].CancelledBecause));

        Assert.Equal((0, 0, 4), Counts(await here.Council.Import(ImportKind.Supervision, Log)));
        Council.Good(await here.Council.Undo());
        Council.Good(await here.Council.Undo());
        Assert.Equal(before, await here.Council.Dump());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_log_fills_in_what_it_brought_and_never_changes_what_was_entered_or_answered_here(string engine)
    {
        await using var here = await Supervising.On(engine);
        await here.Planned("1001", new(2026, 11, 9));
        await here.Council.Import(ImportKind.Supervision, Log);
        var brought = await here.Council.Db(db => db.Set<SupervisionSession>().SingleAsync(s => s.Minutes == 95));
        Council.Good(await here.Council.Ask((SupervisionSessionDesk desk) =>
            desk.Confirm(brought.Id, brought.Version, here.Grace, default)));
        Assert.Contains(
            "confirmed or disputed since (1001)", string.Join(' ', Council.Refused(await here.Council.Undo())), StringComparison.Ordinal);
        here.Council.Clock.Pass(TimeSpan.FromDays(8));
        var later = Council.Csv(
            "Staff number,Planned for,Outcome,Minutes,Kind,Cancelled by,Why cancelled", "1002,23/11/2026,Held,90,Reflective,,",
            "1001,09/11/2026,Held,90,Case,,");
        var did = await here.Council.Import(ImportKind.Supervision, later, "2026-11-24");
        Assert.Equal((0, 1, 1), Counts(did));
        Assert.Contains(did.Problems, p => p.Message.Contains("entered or answered here", StringComparison.Ordinal));
        var session = await here.Council.Db(db => db.Set<SupervisionSession>()
            .SingleAsync(s => s.WorkerId == here.Of("1002") && s.Minutes == 90));
        Assert.Equal((SessionState.Held, true), (session.State, session.Logged.IsFull));
        Council.Good(await here.Council.Ask((SupervisionSessionDesk desk) => desk.Confirm(session.Id, session.Version, here.Tom, default)));
        Assert.Contains("changed again since (1002)", string.Join(' ', Council.Refused(await here.Council.Undo())),
            StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_log_of_meetings_names_teams_that_have_not_met_and_those_of_which_nothing_is_known(string engine)
    {
        await using var here = await Supervising.On(engine);
        var before = await here.Council.Dump();
        var unknown = await here.Council.Ask((TeamMeetingDesk desk) => desk.Log(Supervising.Principal, default));
        Assert.Equal(["Hillside", "Riverside"], unknown.NotKnown.Select(t => t.Name));
        Assert.Empty(unknown.Without);

        var did = await here.Council.Import(ImportKind.Meetings, Meetings);
        Assert.Equal((4, 0, 0), Counts(did));
        Assert.Equal([6, 7, 8], did.Problems.Where(p => p.Severity == "error").Select(p => p.Row!.Value).Order());
        var log = await here.Council.Ask((TeamMeetingDesk desk) => desk.Log(Supervising.Principal, default));
        Assert.Equal(["Riverside"], log.Without.Select(w => w.Team.Name));
        Assert.Equal(["Hillside", "Hillside", "Safeguarding", "Riverside"], log.Meetings.Select(m => m.Where));
        Assert.Equal(["Riverside"], (await here.Council.Ask((TeamMeetingDesk desk) => desk.Log(here.Kate, default)))
            .Meetings.Select(m => m.Where));

        Assert.Equal((0, 0, 4), Counts(await here.Council.Import(ImportKind.Meetings, Meetings)));
        Council.Good(await here.Council.Undo());
        Council.Good(await here.Council.Undo());
        Assert.Equal(before, await here.Council.Dump());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_meeting_is_entered_once_and_the_second_of_two_who_change_it_is_told(string engine)
    {
        await using var here = await Supervising.On(engine);
        var riverside = await here.Council.Db(db => db.Teams.Where(t => t.Name == "Riverside").Select(t => t.Id).SingleAsync());
        var hillside = await here.Council.Db(db => db.Teams.Where(t => t.Name == "Hillside").Select(t => t.Id).SingleAsync());
        var entry = new MeetingEntry(MeetingKind.Team, riverside, "", Today, true, 60, null, null);
        var both = await Task.WhenAll(Enter(here, entry, here.Kate), Enter(here, entry, here.Kate));
        var id = Assert.Single(both.Select(b => Council.Good(b).Id).Distinct());
        Assert.Equal(["Choose a team of yours"], Council.Refused(await Enter(here, entry with { Team = hillside }, here.Kate)));
        Council.Good(await Amend(here, id, 0, entry with { Attended = 8 }, here.Kate));
        Assert.StartsWith("Kate Marsh has changed this meeting", Assert.Single(Council.Refused(
            await Amend(here, id, 0, entry with { Attended = 5 }, Supervising.Principal))), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Figures_name_nobody_and_a_director_sees_services_and_no_teams(string engine)
    {
        await using var here = await Supervising.On(engine);
        await here.Council.Import(ImportKind.Supervision, Log);
        await here.Council.Import(ImportKind.Meetings, Meetings);
        await here.Held("1001", new(2026, 11, 10), 100);
        var figures = await Figures(here, Supervising.Principal);
        Assert.Equal((4, 3, 1, 0), (figures.Whole.Planned, figures.Whole.Held, figures.Whole.Cancelled, figures.Whole.NotRecorded));
        Assert.Equal((2, 1, 2), (figures.Whole.LengthKnown, figures.Whole.LengthNotKnown, figures.Whole.NinetyOrMore));

        // In the month: Grace had a hundred minutes, Tom's are not known, Kate had none; Hillside keeps no log.
        Assert.Equal((2, 1, 3), (figures.Whole.Workers, figures.Whole.WorkersWithNinety, figures.Whole.WorkersNotKnown));
        Assert.Equal((2, 1, 0, 1), (figures.TeamCount, figures.TeamsWithout, figures.TeamsNotKnown, figures.MeetingsHeld));
        var service = Assert.Single(figures.Services);
        Assert.Equal(["Hillside", "Riverside"], service.Teams.Select(t => t.Team.Name));
        Assert.Null(service.Teams[0].Supervision.WithNinetyInMonth);

        var director = await Figures(here, Supervising.Director);
        Assert.Equal(figures.Whole, director.Whole);
        Assert.Empty(Assert.Single(director.Services).Teams);
        Assert.Equal("Riverside", Assert.Single((await Figures(here, here.Kate)).Services).Teams.Single().Team.Name);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_note_to_oneself_is_kept_shut_opened_for_nobody_else_and_gone_when_deleted(string engine)
    {
        await using var here = await Supervising.On(engine);
        var keys = new EphemeralDataProtectionProvider();
        Task<T> Notes<T>(Func<NoteDesk, Task<T>> ask) => here.Council.Db(db => ask(new(db, keys, here.Council.Clock)));
        Assert.Equal(["Write something, or leave the page"], Council.Refused(await Notes(n => n.Write(" ", here.Grace, default))));
        Council.Good(await Notes(n => n.Write("It weighs on me", here.Grace, default)));
        Assert.DoesNotContain("weighs", await here.Council.Dump(), StringComparison.Ordinal);
        var note = Assert.Single(await Notes(n => n.Mine(here.Grace, default)));
        Assert.Equal(("It weighs on me", Today), (note.Text, note.WrittenOn));
        Assert.Empty(await Notes(n => n.Mine(here.Kate, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Notes(n => n.Mine(Supervising.Principal, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Notes(n => n.Mine(Reader.AtTheMachine, default)));
        await Notes(n => n.Delete(note.Id, here.Kate, default));
        Assert.Single(await Notes(n => n.Mine(here.Grace, default)));
        Assert.Null((await here.Council.Db(db => new NoteDesk(db, new EphemeralDataProtectionProvider(), here.Council.Clock)
            .Mine(here.Grace, default))).Single().Text);
        await Notes(n => n.Delete(note.Id, here.Grace, default));
        Assert.Empty(await here.Council.Db(db => db.Set<OwnNote>().ToListAsync()));
        Assert.Empty(await here.Council.Db(db => db.Set<AuditEntry>().Where(a => a.SubjectKind.Contains("note")).ToListAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_was_said_of_usefulness_leaves_only_as_parts_of_ten_people_or_more_and_is_then_deleted(string engine)
    {
        await using var here = await Supervising.On(engine);
        await here.Council.Import(ImportKind.Staff, Council.Csv([Supervising.Header, .. Enumerable.Range(1, 13).Select(n =>
            $"20{n:00},Person {n:00},SW20{n:00},Social worker,{(n <= 11 ? "Lakeside" : "Hillside")},Safeguarding,1,01/09/2020,,")]),
            "2026-11-08");
        var people = await here.Council.Db(db => db.Workers.Where(w => w.StaffNumber.StartsWith("20")).OrderBy(w => w.StaffNumber)
            .ToListAsync());
        foreach (var (at, person) in people.Index())
        {
            var reader = new Reader(person.Name, person.Id, [new(Role.Practitioner)]);
            Council.Good(await here.Council.Ask((UsefulnessDesk desk) => desk.Say(at < 9 ? 5 : 1, 4, reader, default)));
            Assert.Equal(4, (await here.Council.Ask((UsefulnessDesk desk) => desk.Mine(reader, default)))!.Helped);
        }

        Assert.Equal(["No half-year that is over has answers. Figures can be let out when it is"],
            Council.Refused(await here.Council.Ask((UsefulnessDesk desk) => desk.Release(Supervising.Principal, default))));
        here.Council.Clock.Pass(TimeSpan.FromDays(60));
        Assert.Equal(new(2026, 7, 1), (await here.Council.Ask((UsefulnessDesk desk) => desk.Look(Supervising.Director, default))).Next);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            here.Council.Ask((UsefulnessDesk desk) => desk.Release(here.Kate, default)));
        Council.Good(await here.Council.Ask((UsefulnessDesk desk) => desk.Release(Supervising.Principal, default)));

        var figures = Assert.Single((await here.Council.Ask((UsefulnessDesk desk) => desk.Look(here.Kate, default))).Releases).Figures;
        Assert.Equal(["  70 80", "Safeguarding  70 80"], figures.Lines.Where(l => l.Hidden is null && l.Team == "")
            .Select(l => $"{l.Service} {l.Team} {l.Speak!.Value.Tens} {l.Helped!.Value.Tens}"));
        Assert.All(figures.Lines.Where(l => l.Team.Length > 0), l => Assert.NotNull(l.Hidden));
        Assert.Empty(await here.Council.Db(db => db.Set<Usefulness>().ToListAsync()));
    }

    private static (int, int, int) Counts(App.Imports.ImportOutcome did) => (did.Added, did.Changed, did.Unchanged);

    private static Task<CouncilSupervision> Figures(Supervising here, Reader reader) =>
        here.Council.Ask((SupervisionFiguresDesk desk) => desk.Of(new(2026, 10, 1), Today, reader, default));

    private static Task<Result<TeamMeeting>> Enter(Supervising here, MeetingEntry entry, Reader by) =>
        here.Council.Ask((TeamMeetingDesk desk) => desk.Enter(entry, by, default));

    private static Task<Result<TeamMeeting>> Amend(Supervising here, Id<TeamMeeting> id, int seen, MeetingEntry entry, Reader by) =>
        here.Council.Ask((TeamMeetingDesk desk) => desk.Amend(id, seen, entry, by, default));
}

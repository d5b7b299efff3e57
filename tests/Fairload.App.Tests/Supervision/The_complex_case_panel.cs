using Fairload.App.Allocation;
using Fairload.App.Supervision;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Imports;
using Fairload.Core.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App.Tests.Supervision;

public sealed class The_complex_case_panel
{
    private static readonly DateOnly Friday = new(2026, 11, 20);
    private static readonly PanelOutcome Outcome =
        new("Ask the school first", "It goes on, with a joint visit", "Pat Singh, Ola Reed", ["risk", "family"], "County lines");

    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly Reader Head = new("Hera Jones", null, [new(Role.HeadOfService, Service: "Safeguarding")]);
    private static readonly Reader Stranger = new("Hugo Park", null, [new(Role.HeadOfService, Service: "Long-term")]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_booked_by_a_worker_for_their_own_case_and_gives_back_advice(string engine)
    {
        await using var council = await Filled(engine);
        var (grace, session) = (await Practitioner(council, "Grace Adeyemi"), await Open(council));
        var id = Council.Good(await Book(council, "R-1", session, 1, grace)).Id;
        Assert.Equal(["The session has not begun. Record what the panel advised when it has"], Council.Refused(await Record(council, id)));

        council.Clock.Pass(TimeSpan.FromDays(4) + TimeSpan.FromHours(6));
        Assert.Single(await council.Ask((PanelSessionDesk desk) => desk.NotRecorded(Principal, default)));
        Council.Good(await Record(council, id));
        var view = (await council.Ask((PanelDesk desk) => desk.Show(id, grace, default)))!;
        Assert.Equal(("It goes on, with a joint visit", "Pat Singh, Ola Reed"), (view.Booking.Decision, view.Booking.Present));
        Assert.Equal(["risk", "family"], view.Booking.ThemeCodes);
        var told = Assert.Single(await council.Ask((NoticeDesk desk) => desk.MineOfPanels(grace, default)));
        Assert.Equal((NoticeKind.PanelAdvised, "R-1"), (told.Notice.Kind, told.Case.Reference));
        Assert.Equal(1, await council.Ask((NoticeDesk desk) => desk.Unseen(grace, default)));
        Assert.Empty(await council.Ask((NoticeDesk desk) => desk.Mine(grace, default)));
        Assert.Equal(["Meanwhile Pat Singh has recorded what the panel advised. Nothing was changed."],
            Council.Refused(await council.Ask((PanelSessionDesk desk) =>
                desk.Record(id, Outcome with { Decision = "Something else" }, new("Ola Reed", null, Principal.Grants), default))));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Gives_a_slot_to_one_of_two_who_book_it_at_once(string engine)
    {
        await using var council = await Filled(engine);
        var (grace, tom) = (await Practitioner(council, "Grace Adeyemi"), await Practitioner(council, "Tom Bevan"));
        var session = await Open(council);
        var both = await Task.WhenAll(Book(council, "R-1", session, 2, grace), Book(council, "R-3", session, 2, tom));
        Assert.Single(both, b => b.Try(out _, out _));
        Assert.Equal(["Somebody else has just booked that slot; choose another"],
            both.Where(b => !b.Try(out _, out _)).SelectMany(Council.Refused));

        var twice = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Book(council, "R-2", session, 1, grace)));
        Assert.Single(twice.Select(Council.Good).Select(b => b.Id).Distinct());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Frees_the_slot_when_a_booking_is_taken_back(string engine)
    {
        await using var council = await Filled(engine);
        var (grace, session) = (await Practitioner(council, "Grace Adeyemi"), await Open(council));
        var id = Council.Good(await Book(council, "R-1", session, 1, grace)).Id;
        Assert.Equal(["Grace Adeyemi has booked a slot for this case already. Take that booking back first, or leave it."],
            Council.Refused(await Book(council, "R-1", session, 2, grace)));
        Assert.Equal(["There is no such booking, or it is not yours to see"],
            Council.Refused(await council.Ask(
                async (PanelDesk desk) => await desk.TakeBack(id, await Practitioner(council, "Tom Bevan"), default))));
        Council.Good(await council.Ask((PanelDesk desk) => desk.TakeBack(id, grace, default)));
        Council.Good(await council.Ask((PanelDesk desk) => desk.TakeBack(id, grace, default)));
        Council.Good(await Book(council, "R-1", session, 1, grace));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_not_booked_once_it_has_begun_and_offers_the_next_where_it_is_full(string engine)
    {
        await using var council = await Filled(engine);
        var grace = await Practitioner(council, "Grace Adeyemi");
        var (first, second) = (await Open(council, slots: 1), await Open(council, Friday.AddDays(7)));
        Council.Good(await Book(council, "R-1", first, 1, grace));
        var choice = (await Choose(council, "R-2", grace))!;
        Assert.Equal([0, 2], choice.Sessions.Select(s => s.Free.Count));
        Assert.Equal(second, choice.NextFree?.Session.Id);

        council.Clock.Pass(TimeSpan.FromDays(11) + TimeSpan.FromHours(5.5));
        Assert.Equal(["That session has begun, was called off, or is not for this case. Choose another"],
            Council.Refused(await Book(council, "R-2", second, 1, grace)));
        Assert.Empty((await Choose(council, "R-2", grace))!.Sessions);
        var back = await council.Db(db => db.Set<PanelBooking>().Select(b => b.Id).SingleAsync());
        Assert.Equal(["The session has begun: the booking can not be taken back any more"],
            Council.Refused(await council.Ask((PanelDesk desk) => desk.TakeBack(back, grace, default))));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Called_off_frees_every_slot_and_tells_who_had_booked(string engine)
    {
        await using var council = await Filled(engine);
        var (grace, session) = (await Practitioner(council, "Grace Adeyemi"), await Open(council));
        Council.Good(await Book(council, "R-1", session, 1, grace));
        Assert.Equal(["Say why it does not take place"],
            Council.Refused(await council.Ask((PanelSessionDesk desk) => desk.CallOff(session, " ", Principal, default))));
        Council.Good(await council.Ask((PanelSessionDesk desk) => desk.CallOff(session, "Two of three are ill", Principal, default)));
        var told = Assert.Single(await council.Ask((NoticeDesk desk) => desk.MineOfPanels(grace, default)));
        Assert.Equal(NoticeKind.PanelCalledOff, told.Notice.Kind);
        Assert.Null((await Choose(council, "R-1", grace))!.Booked);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_for_those_whose_case_it_is_and_who_hold_the_session(string engine)
    {
        await using var council = await Filled(engine);
        var (grace, tom) = (await Practitioner(council, "Grace Adeyemi"), await Practitioner(council, "Tom Bevan"));
        var session = await Open(council, service: "Safeguarding", by: Head);
        Assert.Null(await Choose(council, "R-1", tom));
        var id = Council.Good(await Book(council, "R-1", session, 1, grace)).Id;
        var riverside = await council.Db(db => db.Teams.Where(t => t.Name == "Riverside").Select(t => t.Id).SingleAsync());
        var manager = new Reader("Rita Moss", null, [new(Role.TeamManager, riverside)]);
        Assert.NotNull(await council.Ask((PanelDesk desk) => desk.Show(id, manager, default)));
        Assert.Null(await council.Ask((PanelDesk desk) => desk.Show(id, tom, default)));
        Assert.Null(await council.Ask((PanelSessionDesk desk) => desk.Show(session, Stranger, default)));
        Assert.Null(await council.Ask((PanelDesk desk) => desk.Show(id, Stranger, default)));
        Assert.Equal(["Choose for whom the session is"], Council.Refused(await TryOpen(council, Friday, 2, "", Head)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask((PanelSessionDesk desk) => desk.Themes(Head, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Record(council, id, grace));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_a_case_that_is_sent_on_behalf_of_its_worker_in_the_next_free_slot(string engine)
    {
        await using var council = await Filled(engine);
        var tom = await Practitioner(council, "Tom Bevan");
        var what = new PanelQuestion(await council.Case("R-3"), tom.Worker!.Value, "The worker says that this is not safe");
        Task<Result<PanelBooking>> Send() => council.Ask((IServiceProvider desks) => desks.GetRequiredService<FairloadDb>()
            .Change(() => desks.GetRequiredService<PanelDesk>().BookNext(what, Principal, default), default));
        Assert.StartsWith(
            "No session of the complex case panel has a free slot.", Assert.Single(Council.Refused(await Send())),
            StringComparison.Ordinal);
        await Open(council);
        var booking = Council.Good(await Send());
        Assert.Equal((1, tom.Worker), (booking.Slot, booking.WorkerId));
        Assert.Equal(booking.Id, Council.Good(await Send()).Id);
        var told = Assert.Single(await council.Ask((NoticeDesk desk) => desk.MineOfPanels(tom, default)));
        Assert.Equal(NoticeKind.PanelBooked, told.Notice.Kind);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_its_themes_with_days_and_without_a_count_a_person_or_a_team(string engine)
    {
        await using var council = await Filled(engine);
        var (grace, session) = (await Practitioner(council, "Grace Adeyemi"), await Open(council));
        var first = Council.Good(await Book(council, "R-1", session, 1, grace)).Id;
        var ids = new[] { first, Council.Good(await Book(council, "R-2", session, 2, grace)).Id };
        council.Clock.Pass(TimeSpan.FromDays(5));
        foreach (var id in ids) Council.Good(await Record(council, id));
        var themes = await council.Ask((PanelSessionDesk desk) => desk.Themes(Principal, default));
        Assert.Equal(["risk", "family", ""], themes.Select(t => t.Code));
        Assert.Equal("County lines", themes[^1].Words);
        Assert.All(themes, t => Assert.Equal([Friday], t.Days));
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        return council;
    }

    private static async Task<Reader> Practitioner(Council council, string name) =>
        new(name, await council.Db(db => db.Workers.Where(w => w.Name == name).Select(w => w.Id).SingleAsync()), [new(Role.Practitioner)]);

    private static Task<Result<PanelSession>> TryOpen(Council council, DateOnly day, int slots, string service, Reader by) =>
        council.Ask((PanelSessionDesk desk) =>
            desk.Open(new(service, day, new(14, 30), "Room 2", "Pat Singh, Ola Reed", slots, 30), by, default));

    private static async Task<Id<PanelSession>> Open(
        Council council, DateOnly? day = null, int slots = 2, string service = "", Reader? by = null) =>
        Council.Good(await TryOpen(council, day ?? Friday, slots, service, by ?? Principal)).Id;

    private static async Task<PanelChoice?> Choose(Council council, string reference, Reader by)
    {
        var id = await council.Case(reference);
        return await council.Ask((PanelDesk desk) => desk.Choosing(id, by, default));
    }

    private static async Task<Result<PanelBooking>> Book(Council council, string reference, Id<PanelSession> session, int slot, Reader by)
    {
        var id = await council.Case(reference);
        return await council.Ask((PanelDesk desk) => desk.Book(id, session, slot, "Is this still the right plan?", by, default));
    }

    private static Task<Result<PanelBooking>> Record(Council council, Id<PanelBooking> id, Reader? by = null) =>
        council.Ask((PanelSessionDesk desk) => desk.Record(id, Outcome, by ?? Principal, default));
}

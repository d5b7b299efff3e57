using Fairload.Core.Caseload;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Supervision;

public sealed class A_session_of_the_panel
{
    private static readonly DateTime Morning = new(2026, 11, 16, 9, 0, 0);
    private static readonly PanelOffer Offer = new("", new(2026, 11, 16), new(14, 30), "Room 2", "Pat Singh", 3, 30);

    [Fact]
    public void Has_slots_one_after_the_other()
    {
        var session = Good(PanelSession.Open(Offer, null, At(Morning)));
        Assert.Equal([new(14, 30), new(15, 0), new(15, 30)], Enumerable.Range(1, 3).Select(session.At));
        Assert.True(session.IsOpen(Morning));
        Assert.True(session.HasBegun(new(2026, 11, 16, 14, 30, 0)));
    }

    [Fact]
    public void Says_everything_that_is_wrong_at_once() => Assert.Equal(
        ["HeldOn", "Place", "Sits", "Slots", "SlotMinutes"],
        Refused(PanelSession.Open(new("", new(2026, 11, 15), new(9, 0), " ", "", 0, 5), null, At(Morning))));

    [Fact]
    public void Is_neither_a_year_away_nor_past_midnight()
    {
        Assert.Equal(["HeldOn"], Refused(PanelSession.Open(Offer with { HeldOn = new(2028, 11, 16) }, null, At(Morning))));
        Assert.Equal(["Slots"], Refused(PanelSession.Open(Offer with { Begins = new(23, 0) }, null, At(Morning))));
    }

    [Fact]
    public void Is_booked_for_a_free_slot_and_a_question()
    {
        var session = Good(PanelSession.Open(Offer, null, At(Morning)));
        var first = Good(Book(session, 1, []));
        Assert.Equal([2, 3], PanelBooking.Free(session, [first]));
        Assert.Equal(["Slot"], Refused(Book(session, 1, [first])));
        Assert.Equal(["Slot"], Refused(Book(session, 4, [first])));
        Assert.Equal(["Slot", "Question"], Refused(Book(session, 2, [first], " ", Morning.AddHours(6))));
        Good(first.TakeBack(session, At(Morning)));
        Assert.Equal([1, 2, 3], PanelBooking.Free(session, [first]));
        Assert.NotEmpty(Refused(first.TakeBack(session, At(Morning))));
    }

    [Fact]
    public void Leaves_a_record_that_is_written_once_with_who_was_there()
    {
        var session = Good(PanelSession.Open(Offer, null, At(Morning)));
        var booking = Good(Book(session, 1, []));
        var outcome = new PanelOutcome("", " ", "", ["no such theme"], new string('x', 61));
        var after = At(Morning.AddHours(6));
        Assert.Equal(["Decision", "Present", "Themes", "OwnTheme"], Refused(booking.Advise(session, outcome, after)));
        var sound = new PanelOutcome("", "It goes on", "Pat Singh", ["family", "risk"], "");
        Good(booking.Advise(session, sound, after));
        Assert.Equal(["risk", "family"], booking.ThemeCodes);
        Assert.Equal([""], Refused(booking.Advise(session, sound, after)));
        booking.CalledOff(after);
        Assert.False(booking.IsFreed);
    }

    [Fact]
    public void Is_called_off_before_it_begins_and_with_a_reason()
    {
        var session = Good(PanelSession.Open(Offer, null, At(Morning)));
        Assert.Equal(["Because"], Refused(session.CallOff(" ", At(Morning))));
        Assert.Equal([""], Refused(session.CallOff("Ill", At(Morning.AddHours(6)))));
        Good(session.CallOff("Ill", At(Morning)));
        Assert.Equal(["Slot"], Refused(Book(session, 1, [])));
    }

    private static Result<PanelBooking> Book(
        PanelSession session, int slot, IReadOnlyList<PanelBooking> booked, string question = "What next?", DateTime? now = null) =>
        PanelBooking.Book(session, slot, booked, new(Id<Case>.New(), Id<Worker>.New(), question), null, At(now ?? Morning));

    private static PanelDeed At(DateTime now) => new("Pat Singh", DateTime.SpecifyKind(now, DateTimeKind.Utc), now);

    private static T Good<T>(Result<T> done) where T : notnull =>
        done.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);

    private static IEnumerable<string> Refused<T>(Result<T> done) where T : notnull =>
        done.Try(out _, out var problems) ? [] : problems.Select(p => p.Field);
}

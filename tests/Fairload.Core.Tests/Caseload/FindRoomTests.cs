using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Caseload;

public sealed class Finding_room
{
    private static readonly Bands Usual = new();

    [Fact]
    public void Offers_whoever_stays_under_the_line_with_the_case() =>
        Assert.Equal(RoomAnswer.Could, Ask(Person(points: 100, capacity: 100), 9.99m).Answer);

    [Fact]
    public void Offers_nobody_who_would_come_to_the_line_itself() =>
        Assert.Equal(RoomAnswer.WouldBeOver, Ask(Person(points: 100, capacity: 100), 10).Answer);

    [Fact]
    public void Tells_the_load_before_and_after()
    {
        var found = Ask(Person(points: 60, capacity: 80), 8);
        Assert.Equal((75m, 85m), (found.Before!.Value.Value, found.After!.Value.Value));
    }

    [Fact]
    public void Offers_nobody_who_is_away() =>
        Assert.Equal(RoomAnswer.Away, Ask(Person(points: 0, capacity: 100) with { IsAway = true }, 5).Answer);

    [Fact]
    public void Offers_no_manager_because_the_case_would_wait_with_them() =>
        Assert.Equal(RoomAnswer.Manager, Ask(Person(points: 0, capacity: 100) with { IsManager = true }, 5).Answer);

    [Theory]
    [InlineData("child-protection", false, RoomAnswer.NotAlone)]
    [InlineData("section-47", false, RoomAnswer.NotAlone)]
    [InlineData("child-in-need", true, RoomAnswer.NotAlone)]
    [InlineData("child-in-need", false, RoomAnswer.Could)]
    public void Gives_the_newly_qualified_nothing_that_they_hold_only_jointly(string type, bool inCourt, RoomAnswer answer)
    {
        var person = Person(points: 0, capacity: 75) with { IsNewlyQualified = true };
        Assert.Equal(answer, FindRoom.Among([person], new(type, inCourt, 5), Usual).Single().Answer);
    }

    [Fact]
    public void Says_nothing_of_people_whose_hours_are_not_known()
    {
        var found = Ask(Person(points: 20, capacity: null), 5);
        Assert.Equal((RoomAnswer.HoursNotKnown, null, null), (found.Answer, found.Before, found.After));
    }

    [Fact]
    public void Offers_nobody_without_capacity() => Assert.Equal(RoomAnswer.NoCapacity, Ask(Person(points: 0, capacity: 0), 0).Answer);

    [Fact]
    public void Leaves_people_in_the_order_in_which_they_were_given()
    {
        var people = new[] { Person(points: 90, capacity: 100), Person(points: 10, capacity: 100), Person(points: 50, capacity: 100) };
        Assert.Equal(people.Select(p => p.Worker), FindRoom.Among(people, new("referral", false, 5), Usual).Select(f => f.Worker));
    }

    [Fact]
    public void Refuses_points_under_nought() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Ask(Person(points: 0, capacity: 100), -1));

    private static RoomFound Ask(RoomSeen person, decimal points) =>
        FindRoom.Among([person], new("referral", false, points), Usual).Single();

    private static RoomSeen Person(decimal points, decimal? capacity)
    {
        Percent? percent = capacity > 0 ? Percent.Of(points, capacity.Value) : null;
        var load =
            new WorkerLoad(points, points, points, 3, 0, capacity, percent, percent, percent, Usual.Of(capacity, points, 3), [], [], []);
        return new(Id<Worker>.New(), false, false, false, load);
    }
}

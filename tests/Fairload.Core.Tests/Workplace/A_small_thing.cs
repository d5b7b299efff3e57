using Fairload.Core.Workplace;
using static Fairload.Core.Tests.Workplace.In_the_registers;

namespace Fairload.Core.Tests.Workplace;

public sealed class A_small_thing
{
    private static readonly SmallThingFacts Drawer =
        new(SmallThingKind.Drawer, " Mill  Lane, room 4 ", "The drawer does not lock", Riverside);

    [Fact]
    public void Says_where_and_what_and_need_not_say_who()
    {
        var thing = Good(SmallThing.Report(Drawer, By("")));
        Assert.Equal(("Mill Lane, room 4", "", true), (thing.Place, thing.ReportedBy, thing.IsOpen));
        Assert.Equal(["Place", "What"], Refused(SmallThing.Report(Drawer with { Place = " ", What = new string('x', 201) }, By())));
    }

    /// <summary>From Monday 2 to Monday 16 November: ten working days.</summary>
    [Fact]
    public void Ages_in_working_days_until_it_is_answered()
    {
        var thing = Good(SmallThing.Report(Drawer, By(on: new(2026, 11, 2))));
        Assert.Equal(10, thing.Age(Today, Weeks));
        Good(thing.Fix(new(2026, 11, 9), 0, By()));
        Assert.Equal(5, thing.Age(Today, Weeks));
        Assert.Equal((true, false), (thing.WasOpenOn(new(2026, 11, 8)), thing.WasOpenOn(new(2026, 11, 9))));
    }

    [Fact]
    public void Is_fixed_or_can_not_be_because_and_opens_again()
    {
        var thing = Good(SmallThing.Report(Drawer, By()));
        Assert.Equal(["Because"], Refused(thing.Cannot(" ", 0, By())));
        Assert.Equal(["FixedOn"], Refused(thing.Fix(Today.AddDays(1), 0, By())));
        Assert.Equal(["FixedOn"], Refused(thing.Fix(Today.AddDays(-1), 0, By())));
        Good(thing.Cannot("The desk is hired", 0, By()));
        Assert.Equal([""], Refused(thing.Fix(Today, 0, By("Somebody who read it before"))));
        Good(thing.OpenAgain(1));
        Assert.Equal((SmallThingState.Open, "", null), (thing.State, thing.Because, thing.AnsweredOn));
    }

    [Fact]
    public void Has_an_owner_of_the_staff_or_outside_and_tells_whoever_comes_second()
    {
        var thing = Good(SmallThing.Report(Drawer, By()));
        Good(thing.Own(null, "Facilities", 0));
        Assert.Equal([""], Refused(thing.Own(null, "The landlord", 0)));
        Good(thing.Own(null, "Facilities", 0));
        Assert.Equal("Facilities", thing.OwnerText);
    }

    [Theory]
    [InlineData(0, Voices.None)]
    [InlineData(1, Voices.AFew)]
    [InlineData(4, Voices.AFew)]
    [InlineData(5, Voices.Counted)]
    public void Tells_how_many_say_the_same_only_from_five_on(int others, Voices voices)
    {
        var thing = Good(SmallThing.Report(Drawer, By()));
        for (var i = 0; i < others; i++) thing.OneMore();
        Assert.Equal(voices, thing.Voices);
    }
}

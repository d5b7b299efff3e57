using Fairload.Core.Allocation;

namespace Fairload.Core.Tests.Allocation;

public sealed class Fairness_by_group
{
    private static readonly GroupedLoad[] Six =
    [
        new("A", new(90, 100), 4, 3), new("A", new(110, 100), 5, 3), new("B", new(40, 50), 0, 1), new("B", new(40, 50), 1, 0),
        new("", new(50, 100), 0, 1), new("", new(70, 100), 0, 0),
    ];

    [Fact]
    public void Sets_what_a_group_carries_beside_its_part_of_the_room()
    {
        var a = FairnessByGroup.Of(Six)[0];

        // 200 of 200 points; 200 of 500 points of room; 9 of 10 cases of tier 3; 6 of 8 that came.
        Assert.Equal(("A", 2, 1.0, 0.4, 0.9, 0.75), (a.Group, a.People, a.Load, a.PartOfRoom, a.PartOfTierThree, a.PartOfNew));
        Assert.Equal(Fairness.Of([new(90, 100), new(110, 100)]), a.AmongThemselves);
    }

    [Fact]
    public void Keeps_those_who_have_not_said_as_a_group_of_their_own() =>
        Assert.Equal(["A", "B", ""], FairnessByGroup.Of(Six).Select(g => g.Group));

    [Fact]
    public void Gives_every_group_its_part_of_everything_and_the_parts_make_one()
    {
        var groups = FairnessByGroup.Of(Six);

        Assert.Equal(1, groups.Sum(g => g.PartOfRoom), 1e-12);
        Assert.Equal(1, groups.Sum(g => g.PartOfTierThree!.Value), 1e-12);
        Assert.Equal(1, groups.Sum(g => g.PartOfNew!.Value), 1e-12);
    }

    [Fact]
    public void Does_not_tell_of_tier_3_where_one_persons_is_not_known()
    {
        GroupedLoad[] people = [.. Six, new("A", new(10, 100), null, 0)];

        Assert.All(FairnessByGroup.Of(people), g => Assert.Null(g.PartOfTierThree));
    }

    [Fact]
    public void Is_empty_for_nobody() => Assert.Empty(FairnessByGroup.Of([]));

    [Fact]
    public void Hangs_on_no_order() =>
        Assert.Equal(FairnessByGroup.Of(Six).Select(g => g.Load), FairnessByGroup.Of([.. Six.Reverse()]).Select(g => g.Load));
}

using Fairload.Core.Allocation;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Allocation;

public sealed class Heavy_new_cases
{
    private static readonly Id<Worker> Ann = Id<Worker>.New();
    private static readonly Id<Worker> Ben = Id<Worker>.New();
    private static readonly Id<Worker> Cara = Id<Worker>.New();

    [Fact]
    public void Were_had_most_by_whoever_had_more_than_their_share_by_capacity()
    {
        Assert.Equal([Ann], HeavyNewCases.WhoHadMost([new(Ann, 85, 4), new(Ben, 85, 2), new(Cara, 85, 1)]));
        // Half the hours, half the share.
        Assert.Equal([Ben], HeavyNewCases.WhoHadMost([new(Ann, 80, 3), new(Ben, 40, 2), new(Cara, 80, 3)]));
    }

    [Fact]
    public void Are_nobodys_habit_when_there_was_one_or_as_many_for_each_and_are_not_counted_without_known_hours()
    {
        Assert.Empty(HeavyNewCases.WhoHadMost([new(Ann, 85, 1), new(Ben, 85, 0)]));
        Assert.Empty(HeavyNewCases.WhoHadMost([new(Ann, 85, 3), new(Ben, 85, 3)]));
        Assert.Empty(HeavyNewCases.WhoHadMost([new(Ann, null, 9), new(Ben, 0, 9), new(Cara, 85, 2)]));
        Assert.Empty(HeavyNewCases.WhoHadMost([]));
    }
}

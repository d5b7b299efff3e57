using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Core.Tests.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Allocation.Scenarios;

public sealed class A_what_if
{
    private static readonly Id<Worker> Grace = Id<Worker>.New();
    private static readonly DateOnly Day = new(2026, 11, 16);

    [Fact]
    public void Has_to_change_something() => Assert.Equal(
        ["Change something: name who is away or gone, add people, or take other weights or limits"],
        Sample.Problems(WhatIf.Read(WhatIf.Nothing)).Select(p => p.Message));

    [Fact]
    public void Refuses_what_no_team_has_and_says_all_of_it()
    {
        var wrong = WhatIf.Nothing with
        {
            Leave = new(Grace, Day, Day.AddDays(-1)),
            New = new(0, WorkLevel.Approved, 1.5m),
            OverFrom = 0,
            NewCasesAWeek = -1,
        };

        Assert.Equal(
            ["LeaveTo", "NewCount", "NewFte", "NewLevel", "OverFrom", "NewCasesAWeek"],
            Sample.Problems(WhatIf.Read(wrong)).Select(p => p.Field));
    }

    [Theory]
    [InlineData(27, false, true)]
    [InlineData(28, true, false)]
    public void Lets_cases_wait_on_a_long_leave_alone_and_gives_nothing_new_on_a_short_one(int days, bool waits, bool takesNothing)
    {
        var what = WhatIf.Nothing with { Leave = new(Grace, Day, Day.AddDays(days - 1)) };

        Assert.Equal((waits, takesNothing), (what.LeavesCases(Grace, InHandOf.Experienced, 28), what.TakesNothing(Grace, 28)));
        Assert.False(what.LeavesCases(Id<Worker>.New(), InHandOf.Experienced, 28));
    }

    [Fact]
    public void Of_a_level_is_about_everybody_of_it_and_no_manager()
    {
        var what = WhatIf.Nothing with { LevelGone = WorkLevel.NewlyQualified };

        Assert.True(what.LeavesCases(Grace, InHandOf.NewlyQualified, 28));
        Assert.False(what.LeavesCases(Grace, InHandOf.Experienced, 28));
        Assert.False(what.LeavesCases(Grace, InHandOf.Manager, 28));
    }

    [Fact]
    public void Is_kept_under_a_name()
    {
        Assert.Single(Sample.Problems(Scenario.Keep(" ", null, "Safeguarding", "{}", "Pat", DateTime.UnixEpoch)));
        Assert.True(Scenario.Keep(" Without Grace ", null, "Safeguarding", "{}", "Pat", DateTime.UnixEpoch).Try(out var kept, out _));
        Assert.Equal("Without Grace", kept.Name);
    }
}

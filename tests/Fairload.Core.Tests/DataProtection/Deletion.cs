using Fairload.Core.DataProtection;

namespace Fairload.Core.Tests.DataProtection;

public sealed class Deletion
{
    private static readonly DateOnly Monday = new(2026, 11, 30);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(92, true)]
    [InlineData(93, false)]
    [InlineData(3650, false)]
    [InlineData(-1, false)]
    public void Is_due_once_a_day_and_never_after_a_long_pause(int daysSince, bool due) =>
        Assert.Equal(due, DeletionDays.IsDue(Monday.AddDays(-daysSince), Monday));

    [Theory]
    [InlineData(12, 2025, 11, 30)]
    [InlineData(9, 2026, 2, 28)]
    public void Keeps_what_stopped_being_in_use_on_the_day_itself(int months, int year, int month, int day)
    {
        Assert.True(RetentionRule.Agree(RecordKind.Absences, months, "Why not", "Dee", 3).Try(out var rule, out _));
        Assert.Equal((new DateOnly(year, month, day), 4), (rule.Before(Monday), rule.Version));
    }

    [Theory]
    [InlineData(null, "Why")]
    [InlineData(0, "Why")]
    [InlineData(-12, "Why")]
    [InlineData(1201, "Why")]
    [InlineData(12, "  ")]
    public void Is_refused_a_period_that_is_none_or_that_nobody_gives_a_reason_for(int? months, string reason) =>
        Assert.False(RetentionRule.Agree(RecordKind.Absences, months, reason, "Dee", 0).Try(out _, out _));

    [Fact]
    public void Has_a_period_of_the_programs_own_for_every_kind_of_record() =>
        Assert.All(Enum.GetValues<RecordKind>(), kind => Assert.InRange(RetentionRule.Default(kind).Months, 1, 120));
}

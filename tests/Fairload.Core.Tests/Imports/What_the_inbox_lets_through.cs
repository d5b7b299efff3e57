using Fairload.Core.Imports;

namespace Fairload.Core.Tests.Imports;

public sealed class What_the_inbox_lets_through
{
    private static readonly InboxLimits Limits = new(new(20, 10), new(200, 40), new(10, 5), new(10, 5));

    [Theory]
    [InlineData(10, 0, 0, 0, null)]
    [InlineData(11, 0, 0, 0, "It would add")]
    [InlineData(0, 40, 0, 0, null)]
    [InlineData(0, 41, 0, 0, "It would change")]
    [InlineData(0, 0, 5, 0, null)]
    [InlineData(0, 0, 6, 0, "It would close or no longer shows")]
    [InlineData(0, 0, 0, 5, null)]
    [InlineData(0, 0, 0, 6, "It holds")]
    public void Is_bounded_by_per_cent_of_what_is_held_for_each_part(int added, int changed, int gone, int leftOut, string? held) =>
        Says(held, Limits.WhyHeld(new(added, changed, gone, leftOut, 100, 0), false));

    [Fact]
    public void Is_bounded_by_rows_too_where_a_per_cent_is_many()
    {
        Says(null, Limits.WhyHeld(new(20, 0, 0, 0, 10_000, 0), false));
        Says("It would add", Limits.WhyHeld(new(21, 0, 0, 0, 10_000, 0), false));
    }

    [Fact]
    public void Is_never_the_first_of_a_kind_nor_what_contradicts_what_was_entered_here()
    {
        Says("It is the first file of its kind", Limits.WhyHeld(new(0, 0, 0, 0, 100, 0), true));
        Says("It contradicts what was entered here", Limits.WhyHeld(new(0, 0, 0, 0, 100, 1), false));
        Says("It would add", Limits.WhyHeld(new(1, 0, 0, 0, 0, 0), false));
    }

    [Theory]
    [InlineData("cases 2026-11-13.csv", "2026-11-13")]
    [InlineData("20261113_staff.xlsx", "2026-11-13")]
    [InlineData("annex a 13-11-2026.xlsx", "2026-11-13")]
    [InlineData("cases.csv", null)]
    [InlineData("cases 2026-13-40.csv", null)]
    [InlineData("cases 120261113.csv", null)]
    [InlineData("2026-11-01 to 2026-11-13.csv", null)]
    public void Tells_about_the_one_day_in_its_name(string name, string? day) =>
        Assert.Equal(day, InboxName.Day(name)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("cases.csv", false)]
    [InlineData("cases.csv.part", true)]
    [InlineData("cases.TMP", true)]
    [InlineData(".cases.csv", true)]
    [InlineData("~$cases.xlsx", true)]
    public void Leaves_alone_what_somebody_is_still_writing(string name, bool isPassedOver) =>
        Assert.Equal(isPassedOver, InboxName.IsPassedOver(name));

    private static void Says(string? begins, Problem? why)
    {
        if (begins is null) Assert.Null(why);
        else Assert.StartsWith(begins, why!.Message, StringComparison.Ordinal);
    }
}

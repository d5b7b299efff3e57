namespace Fairload.Web.Tests._Shell;

public sealed class Saying_it
{
    private static readonly Catalogue English = new(Language.English);
    private static readonly Catalogue Welsh = new(Language.Welsh);

    [Fact]
    public void In_Welsh_uses_the_Welsh_words() => Assert.Equal(("Heddiw", "Today"), (Welsh["Today"], English["Today"]));

    [Fact]
    public void In_Welsh_falls_back_to_English_where_there_is_none() =>
        Assert.Equal("Nobody has ever translated 7", Welsh["Nobody has ever translated {0}", 7]);

    [Fact]
    public void Writes_dates_out()
    {
        var day = new DateOnly(2026, 11, 14);

        Assert.Equal(("14 November 2026", "14 Tachwedd 2026"), (English.Date(day), Welsh.Date(day)));
        Assert.Equal("14 Nov", English.ShortDate(day));
        Assert.Equal("As of 14 November 2026", English["As of {0}", day]);
    }

    [Fact]
    public void Keeps_three_letters_for_every_month_of_a_table() =>
        Assert.Equal("1 Jan, 1 Feb, 1 Mar, 1 Apr, 1 May, 1 Jun, 1 Jul, 1 Aug, 1 Sep, 1 Oct, 1 Nov, 1 Dec",
            string.Join(", ", Enumerable.Range(1, 12).Select(month => English.ShortDate(new(2026, month, 1)))));

    [Theory]
    [InlineData(0, "0 cases wait")]
    [InlineData(1, "1 case waits")]
    [InlineData(2, "2 cases wait")]
    public void Counts_in_English(int count, string says) =>
        Assert.Equal(says, English.Count(count, one: "{0} case waits", other: "{0} cases wait"));

    [Theory]
    [InlineData("1234.5", "1,234.5")]
    [InlineData("7", "7")]
    [InlineData("0.125", "0.13")]
    public void Writes_numbers_with_two_decimals_at_most(string number, string says) =>
        Assert.Equal(says, English.Number(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Rounds_half_away_from_zero() =>
        Assert.Equal(("109%", "108.5%", "3"), (English.Percent(new(1.085m)), English.Percent(new(1.085m), 1), English.Number(2.5m, 0)));

    [Fact]
    public void Puts_a_problem_of_a_desk_into_words_with_its_dates()
    {
        var problem = new Problem("from", $"The first day, {new DateOnly(2026, 4, 1)}, is after {3} others");

        Assert.Equal("The first day, 1 April 2026, is after 3 others", English[problem.Says]);
    }

    [Fact]
    public void Leaves_braces_in_what_people_typed_alone()
    {
        var typed = "{0} {boom";

        Assert.Equal("{0} {boom can not be read here. Check it", English["{0} can not be read here. Check it", typed]);
    }
}

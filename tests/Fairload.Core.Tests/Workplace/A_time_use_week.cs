using Fairload.Core.Disclosure;
using Fairload.Core.Workplace;
using static Fairload.Core.Tests.Workplace.In_the_registers;

namespace Fairload.Core.Tests.Workplace;

public sealed class A_time_use_week
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public void Is_read_from_hours_and_halves_and_comes_back_as_it_was_written()
    {
        var week = Good(TimeUse.Read(["2", "1.5", "", "0,5"]));
        const Activity contact = Activity.DirectContact;
        Assert.Equal((8, 4, 3), (week.HalfHours(contact), week.At(contact, 0), week.At(contact, 1)));
        Assert.Equal(week.Write(), TimeUse.Of(week.Write()).Write());
        Assert.Equal(0, TimeUse.Empty.Total);
    }

    [Theory]
    [InlineData("1.25")]
    [InlineData("25")]
    [InlineData("-1")]
    [InlineData("two")]
    public void Is_refused_where_something_is_no_number_of_hours(string typed) =>
        Assert.Equal(["Hours[0]"], Refused(TimeUse.Read([typed])));

    [Fact]
    public void Has_no_day_of_more_than_a_day() =>
        Assert.Equal(["Hours[1]"], Refused(TimeUse.Read([null, "20", .. Enumerable.Repeat((string?)null, 5), "5"])));

    [Fact]
    public void Is_opened_for_a_Monday_and_closed_once_when_it_is_over()
    {
        Assert.Equal(["Week"], Refused(TimeUseRound.Open(Monday.AddDays(1), By())));
        Assert.Equal(["Week"], Refused(TimeUseRound.Open(Monday.AddDays(-7), By())));
        Assert.Equal(["Week"], Refused(TimeUseRound.Open(Monday.AddDays(7 * 27), By())));
        var round = Good(TimeUseRound.Open(Monday, By()));
        Assert.Equal((true, false), (round.TakesEntriesOn(Monday.AddDays(6)), round.TakesEntriesOn(Monday.AddDays(7))));
        Assert.Equal([""], Refused(round.Close("", By(on: Monday.AddDays(6)))));
        Good(round.Close("", By(on: Monday.AddDays(7))));
        Assert.Equal([""], Refused(round.Close("x", By(on: Monday.AddDays(8)))));
    }

    /// <summary>Twelve in Riverside with 20 hours of contact and 20 of recording each; nine in Hillside: under ten, and hidden.</summary>
    [Fact]
    public void Leaves_only_as_the_mean_of_ten_people_or_more()
    {
        var figures = Release([.. Many(12, "Riverside", "20"), .. Many(9, "Hillside", "20")])!;

        var riverside = figures.Lines.Single(l => l.Name == "Riverside");
        Assert.Equal(HiddenBecause.Small, figures.Lines.Single(l => l.Name == "Hillside").Hidden);
        Assert.NotNull(riverside.Hidden);
        Assert.Equal((21, 40), (figures.Lines[0].People, figures.Lines[0].Hours));
        Assert.Equal(new TimePart(50, false), figures.Lines[0].Parts![0]);
        Assert.Equal(new TimePart(null, true), figures.Lines[0].Parts![1]);
    }

    [Fact]
    public void Is_shown_for_each_team_where_all_are_ten_or_more()
    {
        var figures = Release([.. Many(12, "Riverside", "20"), .. Many(11, "Hillside", "10")])!;
        Assert.Equal(["", "Safeguarding", "Hillside", "Riverside"], figures.Lines.Select(l => l.Name));
        Assert.Equal([33, 50], figures.Lines.Where(l => l.IsTeam).Select(l => l.Parts![0].Percent!.Value));
        Assert.All(figures.Lines, l => Assert.Null(l.Hidden));
    }

    [Fact]
    public void Is_not_shown_at_all_of_nine() => Assert.Null(Release([.. Many(9, "Riverside", "20")]));

    private static TimeUseFigures? Release(IReadOnlyList<TimeUsePerson> people)
    {
        var population = Good(TimeUseRelease.Population("w", people));
        var release = Good(Protection.Of(population, [], TimeUseRelease.Wanted("w", people), DisclosureRule.Usual));
        return TimeUseRelease.Of(release, people, Monday);
    }

    private static IEnumerable<TimeUsePerson> Many(int people, string team, string contact)
    {
        string?[] typed = [contact, .. Enumerable.Repeat((string?)null, 12), "20"];
        return Enumerable.Range(0, people).Select(_ => new TimeUsePerson(team, "Safeguarding", Good(TimeUse.Read(typed))));
    }
}

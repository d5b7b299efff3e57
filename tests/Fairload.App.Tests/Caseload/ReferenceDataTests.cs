using System.Globalization;
using System.Text.Json;
using Fairload.App.Caseload;
using Fairload.Core.Caseload;

namespace Fairload.App.Tests.Caseload;

public sealed class The_reference_data
{
    [Theory]
    [InlineData("england-and-wales", "2022-06-03")]
    [InlineData("england-and-wales", "2022-09-19")]
    [InlineData("england-and-wales", "2023-05-08")]
    [InlineData("england-and-wales", "2012-06-05")]
    [InlineData("scotland", "2026-11-30")]
    [InlineData("northern-ireland", "2026-07-13")]
    public void Knows_the_special_days_and_those_of_one_nation(string nation, string day) =>
        Assert.False(ReferenceData.Calendar(nation).IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("england-and-wales", "2026-11-30")]
    [InlineData("england-and-wales", "2026-07-13")]
    [InlineData("scotland", "2026-04-06")]
    [InlineData("england-and-wales", "2026-12-29")]
    public void Does_not_take_a_day_off_that_is_another_nations(string nation, string day) =>
        Assert.True(ReferenceData.Calendar(nation).IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("england-and-wales", 2012)]
    [InlineData("scotland", 2019)]
    [InlineData("northern-ireland", 2019)]
    public void Covers_whole_years_and_no_more(string nation, int firstYear)
    {
        var calendar = ReferenceData.Calendar(nation);
        Assert.Equal(new DateOnly(firstYear, 1, 1), calendar.First);
        Assert.Equal(new DateOnly(2027, 12, 31), calendar.Last);
        Assert.False(calendar.Covers(new(2028, 1, 1)));
    }

    [Fact]
    public void Says_england_and_wales_for_either_and_refuses_a_nation_it_does_not_know()
    {
        Assert.Same(ReferenceData.Calendar("england-and-wales"), ReferenceData.Calendar("wales"));
        Assert.Contains("france", Assert.Throws<ArgumentException>(() => ReferenceData.Calendar("france")).Message);
    }

    [Fact]
    public void Has_every_day_of_the_published_lists_and_no_other()
    {
        if (RepoRoot.SharedData("bank-holidays/govuk_bank-holidays_2019-2027.json") is not { } file) return;
        using var published = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var nation in published.RootElement.EnumerateObject())
        {
            var listed = nation.Value.GetProperty("events").EnumerateArray().Select(e =>
                Day(e.GetProperty("date").GetString()!)).ToHashSet();
            var calendar = ReferenceData.Calendar(nation.Name);
            for (var day = new DateOnly(2019, 1, 1); day <= calendar.Last; day = day.AddDays(1))
            {
                var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
                Assert.True(calendar.IsWorkingDay(day) == (!isWeekend && !listed.Contains(day)), $"{nation.Name} {day}");
            }
        }
    }

    [Fact]
    public void Weighs_every_known_type_of_case_as_an_example_that_says_so()
    {
        var weights = Assert.Single(ReferenceData.Weights());
        Assert.True(weights.IsExample);
        Assert.Contains("EXAMPLE: not a national standard", weights.Name);
        Assert.Equal([.. CaseType.Known.Select(t => t.Code).Append(Weights.Other).Order()], weights.Cases.Keys.Order());
        Assert.Equal(new CapacityRule(), weights.Capacity);
    }

    [Fact]
    public void Fills_a_full_time_worker_with_twelve_to_eighteen_childrens_cases()
    {
        var weights = ReferenceData.Weights()[0];
        var types = CaseType.Known.Where(t => t.Area == Area.Children && t != CaseType.Referral && t != CaseType.CareLeaver);
        Assert.All(types, t => Assert.InRange(85 / weights.Base(t.Code, 2), 12, 18));
    }

    [Fact]
    public void Has_a_factor_set_for_each_area_with_three_published_factors_and_three_marked_placeholders()
    {
        Assert.Equal([Area.Children, Area.Adults], ReferenceData.FactorSets().Select(s => s.Area));
        foreach (var set in ReferenceData.FactorSets())
        {
            Assert.Equal(["Risk", "Breadth of need", "Depth of need"], set.Factors.Where(f => !f.IsPlaceholder).Select(f => f.Name));
            Assert.All(set.Factors.Skip(3), f => Assert.StartsWith("LOCAL PLACEHOLDER", f.Name));
            Assert.All(set.Factors.Skip(3), f => Assert.True(f.IsPlaceholder));
        }
    }

    [Fact]
    public void Has_clocks_for_known_types_of_case_each_with_a_source_and_one_of_a_code_at_a_time()
    {
        var clocks = ReferenceData.Clocks();
        Assert.All(clocks, c => Assert.All(c.CaseTypes, t => Assert.NotNull(CaseType.Find(t))));
        Assert.Equal(clocks.Count, clocks.Select(c => c.Code).Distinct().Count());
        Assert.All(clocks.Where(c => c.Source.Contains("Local", StringComparison.Ordinal)), c => Assert.False(c.Statutory));
        Assert.All(clocks.Where(c => c.Source.Contains("not the Act", StringComparison.Ordinal)), c => Assert.False(c.Statutory));
    }

    [Theory]
    [InlineData("referral-decision", 1, ClockUnit.WorkingDays, true)]
    [InlineData("assessment", 45, ClockUnit.WorkingDays, true)]
    [InlineData("initial-conference", 15, ClockUnit.WorkingDays, true)]
    [InlineData("plan-first-review", 3, ClockUnit.Months, true)]
    [InlineData("plan-later-review", 6, ClockUnit.Months, true)]
    [InlineData("plan-visit", 10, ClockUnit.WorkingDays, false)]
    [InlineData("in-need-visit", 20, ClockUnit.WorkingDays, false)]
    [InlineData("care-first-visit", 1, ClockUnit.Weeks, true)]
    [InlineData("care-visit", 6, ClockUnit.Weeks, true)]
    [InlineData("care-first-review", 20, ClockUnit.WorkingDays, true)]
    [InlineData("pathway-review", 6, ClockUnit.Months, true)]
    [InlineData("adult-review", 12, ClockUnit.Months, false)]
    [InlineData("dols-standard", 21, ClockUnit.CalendarDays, true)]
    [InlineData("safeguarding-enquiry", 20, ClockUnit.WorkingDays, false)]
    public void Has_the_limits_of_law_and_marks_the_local_ones(string code, int limit, ClockUnit unit, bool statutory)
    {
        var clock = Assert.Single(ReferenceData.Clocks(), c => c.Code == code);
        Assert.Equal((limit, unit, statutory), (clock.Limit, clock.Unit, clock.Statutory));
    }

    [Theory]
    [InlineData("bank-holidays.csv")]
    [InlineData("clocks.json")]
    [InlineData("factor-sets.json")]
    [InlineData("weights.json")]
    public void Says_where_each_file_comes_from_when_and_under_which_licence(string file)
    {
        var text = File.ReadAllText(Path.Combine(RepoRoot.Path, "src/Fairload.App/Reference", file));
        var header = text[..text.IndexOf(file.EndsWith(".csv", StringComparison.Ordinal) ? "nation,date,name" : "},",
            StringComparison.Ordinal)];
        Assert.Contains("source", header, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2026-11-21", header);
        Assert.Contains("licence", header, StringComparison.OrdinalIgnoreCase);
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

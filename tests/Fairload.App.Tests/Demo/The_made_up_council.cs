using System.Globalization;
using Fairload.App.Demo;
using Fairload.Core.Access;
using Fairload.Core.Caseload;

namespace Fairload.App.Tests.Demo;

public sealed class The_made_up_council
{
    private static readonly DemoCouncil Usual = DemoCouncil.From(1, DemoSize.Usual);

    [Fact]
    public void Takes_place_on_16_November_2026_for_seed_1() => Assert.Equal(new(2026, 11, 16), Usual.Today);

    [Fact]
    public void Takes_place_on_a_Monday_of_2026_for_any_seed()
    {
        for (var seed = -50; seed < 200; seed++)
        {
            var days = DemoCouncil.Days.Of(seed);
            Assert.Equal((DayOfWeek.Monday, 2026), (days.Today.DayOfWeek, days.Today.Year));
            Assert.Equal([days.Today.AddDays(-56), days.Today.AddDays(-28), days.Today.AddDays(-3)], days.Extracts);
        }
    }

    [Theory, InlineData(2), InlineData(7), InlineData(-3), InlineData(int.MaxValue), InlineData(int.MinValue)]
    public void Can_be_made_from_any_seed(int seed)
    {
        var council = DemoCouncil.From(seed, DemoSize.Small);

        Assert.Equal(12, council.People.Count);
        Assert.NotEqual(council.Workers[0].Name + council.Workers[5].Name, Usual.Workers[0].Name + Usual.Workers[5].Name);
    }

    [Fact]
    public void Refuses_a_size_that_is_no_council() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DemoCouncil.From(1, new(10, 2, 100, 100)));

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Has_nobody_who_left_before_they_began(int seed) =>
        Assert.DoesNotContain(DemoCouncil.From(seed, DemoSize.Usual).Workers, w => w.End < w.Start);

    [Fact]
    public void Has_its_number_of_workers_teams_and_cases()
    {
        var day = Usual.Dates.Third;
        Assert.InRange(Usual.Workers.Count(w => w.IsAtWork(day)), 395, 405);
        Assert.Equal(39, Usual.Teams.Count(t => t.From <= day && !(t.To < day)));
        foreach (var extract in Usual.Dates.Extracts)
        {
            Assert.InRange(Usual.Cases.Count(c => c.IsOpen(extract) && c.Area == Area.Children), 5_800, 6_200);
            Assert.InRange(Usual.Cases.Count(c => c.IsOpen(extract) && c.Area == Area.Adults), 2_950, 3_050);
        }
    }

    [Fact]
    public void Has_the_mix_of_cases_that_its_method_tells()
    {
        var told = Table("Code | Area | Share % | Waits %");
        Assert.Equal(DemoShape.Types.Length, told.Count);
        foreach (var day in Usual.Dates.Extracts)
        {
            foreach (var row in told)
            {
                var area = Enum.Parse<Area>(row[1]);
                var open = Usual.Cases.Where(c => c.IsOpen(day) && c.Area == area).ToList();
                var share = 100.0 * open.Count(c => c.TypeOn(day) == row[0]) / open.Count;
                Assert.True(Math.Abs(share - Number(row[2])) < 2, $"{row[0]} on {day}: {share:0.0} % and not {row[2]} %");
            }
        }
    }

    [Fact]
    public void Waits_and_weighs_as_its_method_tells()
    {
        foreach (var row in Table("Code | Area | Share % | Waits %")) Assert.Equal(Number(row[3]) / 100, DemoShape.Of(row[0]).Waits, 9);
        foreach (var row in Table("Code | Tier 1 | Tier 2 | Tier 3 | Not scored"))
            Assert.Equal(row.Skip(1).Select(Number), DemoShape.Of(row[0]).Points);
    }

    [Fact]
    public void Has_assessments_that_take_as_long_as_in_England()
    {
        var first = Usual.Dates.First;
        var lengths = Usual.Cases.Select(c => c.Child).Where(c => c?.AssessmentDone <= first && c.AssessmentOn > first.AddYears(-2))
            .Select(c => WorkingDays(c!.AssessmentOn!.Value, c.AssessmentDone!.Value)).ToList();
        Assert.True(lengths.Count > 2_000);

        foreach (var row in Table("Working days of a finished assessment | Share %"))
        {
            var ends = row[0].Split('–').Select(t => int.Parse(t, CultureInfo.InvariantCulture)).ToList();
            var share = 100.0 * lengths.Count(l => ends[0] <= l && l <= ends[^1]) / lengths.Count;
            Assert.True(Math.Abs(share - Number(row[1])) < 4, $"{row[0]} working days: {share:0.0} % and not {row[1]} %");
        }
    }

    [Fact]
    public void Spreads_loads_around_a_fair_one()
    {
        foreach (var day in Usual.Dates.Extracts)
        {
            var loads = DemoLoad.On(Usual.Cases, day).Where(l => l.Key.IsAtWork(day) && !l.Key.IsManager).Select(l => l.Value.Percent)
                .Order().ToList();
            Assert.InRange(loads[loads.Count / 2], 85, 108);
            Assert.InRange(loads[loads.Count / 10], 60, 95);
            Assert.InRange(loads[loads.Count * 9 / 10], 105, 140);
        }
    }

    [Fact]
    public void Has_the_agency_share_and_the_vacancies_of_England()
    {
        var told = Table("Figure | England 2025 | Marlshire").ToDictionary(r => r[0], r => r[1]);
        Assert.Equal(DemoShape.AgencyShare, Number(told["Agency %"]) / 100, 9);
        Assert.Equal(DemoShape.VacancyShare, Number(told["Vacancy %"]) / 100, 9);
        Assert.Equal(DemoShape.TurnoverShare, Number(told["Turnover %"]) / 100, 9);

        var day = Usual.Dates.Third;
        var holders = Usual.Workers.Where(w => w.IsAtWork(day) && w.SweNumber is not null
            && w.Level is not ("Manager" or "Senior manager" or "Director" or "Principal")).ToList();
        Assert.InRange((double)holders.Count(w => w.IsAgency) / holders.Count, 0.09, 0.19);
    }

    [Fact]
    public void Gives_nobody_a_case_before_they_came()
    {
        foreach (var @case in Usual.Cases)
        {
            Assert.All(@case.Spells.Where(s => s.Worker is not null && @case.ClosedOn is null),
                s => Assert.True(s.Worker!.Start <= s.From, $"{@case.Reference} is held since {s.From}"));
        }
    }

    [Fact]
    public void Never_has_two_open_cases_of_one_person()
    {
        foreach (var day in Usual.Dates.Extracts)
            Assert.Empty(Usual.Cases.Where(c => c.IsOpen(day)).GroupBy(c => c.Reference).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Has_no_two_people_of_one_name_but_those_planted()
    {
        var planted = Usual.Planted.SameName.SelectMany(n => n).ToHashSet();
        Assert.Empty(Usual.Workers.Where(w => !planted.Contains(w.StaffNumber)).GroupBy(w => w.Name).Where(g => g.Count() > 1)
            .Select(g => g.Key));
        Assert.Equal(Usual.Workers.Count, Usual.Workers.Select(w => w.StaffNumber).Distinct().Count());
    }

    [Fact]
    public void Has_somebody_to_sign_in_as_for_each_role_who_is_at_work()
    {
        Role[] roles =
        [
            Role.Practitioner, Role.TeamManager, Role.HeadOfService, Role.Director, Role.PrincipalSocialWorker, Role.HumanResources,
            Role.ElectedMember,
            Role.UnionRepresentative, Role.Evaluator, Role.Analyst, Role.Administrator,
        ];
        Assert.Equal(roles, Usual.People.Select(p => p.Role).Distinct());
        foreach (var person in Usual.People.Where(p => p.StaffNumber is not null))
            Assert.True(Usual.Workers.Single(w => w.StaffNumber == person.StaffNumber).IsAtWork(Usual.Dates.Third));

        Assert.Contains(Usual.Teams, t => t.Name == Usual.People.Single(p => p.Role == Role.TeamManager).Team && t.To is null);
        Assert.Contains(Usual.Teams, t => t.Service == Usual.People.Single(p => p.Role == Role.HeadOfService).Service);
    }

    /// <summary>Counted another way than the generator counts: day by day, from the published bank holidays of 2025 and 2026.</summary>
    private static int WorkingDays(DateOnly from, DateOnly to)
    {
        string[] holidays = ["26-12-24", "25-12-24", "01-01-25", "18-04-25", "21-04-25", "05-05-25", "26-05-25", "25-08-25", "25-12-25",
            "26-12-25", "01-01-26", "03-04-26", "06-04-26", "04-05-26", "25-05-26", "31-08-26"];
        return Enumerable.Range(1, Math.Max(0, to.DayNumber - from.DayNumber)).Select(from.AddDays)
            .Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                && !holidays.Contains(d.ToString("dd-MM-yy", CultureInfo.InvariantCulture)));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The rows of the table in the method's document that begins with these headers.</summary>
    private static List<string[]> Table(string headers)
    {
        var lines = File.ReadAllLines(Path.Combine(RepoRoot.Path, "docs", "methods", "demo.md")).ToList();
        var at = lines.IndexOf($"| {headers} |");
        Assert.True(at >= 0, $"docs/methods/demo.md has no table “{headers}”.");
        return [.. lines.Skip(at + 2).TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
    }
}

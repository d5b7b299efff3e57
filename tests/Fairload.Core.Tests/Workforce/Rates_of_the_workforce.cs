using System.Globalization;
using Fairload.Core.Workforce.Posts;

namespace Fairload.Core.Tests.Workforce;

/// <summary>The department publishes counts and rates of every council since 2017: ours give its rates from its counts.</summary>
public sealed class Rates_of_the_workforce
{
    private const string File = "dfe-workforce-stats/csww_indicators_2017_to_2025.csv";

    /// <summary>Rate, its counts, rows that hold all three, and of these how many agree to the decimal that is published. The others differ
    /// because the published counts are rounded themselves.</summary>
    public static TheoryData<string, string, string, int, int> Published => new()
    {
        { "turnover_rate_fte", "leavers_fte", "inpost_fte", 1453, 1337 },
        { "turnover_rate_headcount", "leavers_headcount", "inpost_headcount", 1455, 1453 },
        { "agency_rate_fte", "agency_fte", "inpost_fte", 1449, 1389 },
        { "agency_rate_headcount", "agency_headcount", "inpost_headcount", 1460, 1458 },
        { "vacancy_rate_fte", "vacancy_fte", "inpost_fte", 1461, 1419 },
        { "agency_cover_rate_fte", "agency_cover_fte", "agency_fte", 1400, 1263 },
        { "vacancy_agency_cover_rate_fte", "agency_cover_fte", "vacancy_fte", 1410, 1260 },
        { "caseload_fte", "cases", "case_holders_fte", 1458, 1427 },
        { "absence_rate_fte", "working_days_lost_fte", "inpost_fte", 1444, 1430 },
    };

    [Theory, MemberData(nameof(Published))]
    public void Give_the_published_rates_from_the_published_counts(string rate, string part, string whole, int rows, int agree)
    {
        if (Rows() is not { } all) return;
        var known = Known(all, rate, part, whole);

        var same = known.Count(r => Shown(rate, r, r.Of(part)!.Value, r.Of(whole)!.Value) == r.Of(rate));

        Assert.Equal((rows, agree), (known.Count, same));
    }

    [Theory, MemberData(nameof(Published))]
    public void Differ_hardly_ever_by_more_than_the_rounding_of_the_counts(string rate, string part, string whole, int rows, int agree)
    {
        if (Rows() is not { } all) return;
        var (half, known) = (0.05m, Known(all, rate, part, whole));

        // A published count of 12.3 was anything from 12.25 to 12.35.
        var within = known.Count(r =>
        {
            var least = Unrounded(rate, r, Math.Max(0, r.Of(part)!.Value - half), r.Of(whole)!.Value + half);
            var most = Unrounded(rate, r, r.Of(part)!.Value + half, Math.Max(0.0001m, r.Of(whole)!.Value - half));
            return least - half <= r.Of(rate) && r.Of(rate) <= most + half;
        });

        Assert.InRange(within, agree, rows);
        Assert.True(within >= 0.99 * rows, $"{rate}: {within} of {rows}");
    }

    [Fact]
    public void Agree_as_the_page_of_the_method_says()
    {
        var page = System.IO.File.ReadAllText(Path.Combine(RepoRoot.Path, "docs/methods/workforce-rates.md"));
        Assert.All(Published, row => Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"| `{row[0]}` | {row[4]:N0} of {row[3]:N0} |"), page, StringComparison.Ordinal));
    }

    [Fact]
    public void Are_not_known_of_nothing() => Assert.Null(CensusRates.Vacancy(0, 0).Rate);

    [Theory]
    [InlineData(2023, 253), InlineData(2024, 254), InlineData(2100, 253)]
    public void Take_one_working_day_more_in_a_leap_year(int year, int days) => Assert.Equal(days, CensusRates.WorkingDaysOf(year));

    [Fact]
    public void Add_up_vacancies_so_that_a_surplus_hides_none()
    {
        var fewer = PostsHeld.OfTeam(10, 7, 1, 0, 2, 7);
        var more = PostsHeld.OfTeam(5, 8, 0, 0, 0, 8);

        var both = PostsHeld.Sum([fewer, more]);

        Assert.Equal((15m, 15m, 3m), (both.EstablishedFte, both.InPostFte, both.VacantFte));
        Assert.Equal("17%", both.VacancyRate.ToString());
        Assert.Equal(2, both.UncoveredFte);
    }

    [Fact]
    public void Are_not_known_where_a_part_is_missing()
    {
        var both = PostsHeld.Sum([PostsHeld.OfTeam(10, 7, 1, 0, 2, 7), PostsHeld.OfTeam(null, 4, null, 0, 0, 4)]);

        Assert.Equal((null, null, null, null), (both.EstablishedFte, both.VacantFte, both.VacancyRate, both.UncoveredFte));
        Assert.Equal((11m, 11m), (both.InPostFte, both.InPost));
    }

    private static List<Row> Known(List<Row> all, string rate, string part, string whole) =>
        all.Where(r => r.Of(rate) is not null && r.Of(part) is { } p && r.Of(whole) is { } w && Parts(rate, r, p, w).Rate is not null)
            .ToList();

    private static decimal Shown(string rate, Row row, decimal part, decimal whole) =>
        Math.Round(Unrounded(rate, row, part, whole), 1, MidpointRounding.AwayFromZero);

    private static decimal Unrounded(string rate, Row row, decimal part, decimal whole) =>
        Parts(rate, row, part, whole).Rate!.Value.Fraction * (rate == "caseload_fte" ? 1 : 100);

    private static RateParts Parts(string rate, Row row, decimal part, decimal whole) => rate switch
    {
        "turnover_rate_fte" or "turnover_rate_headcount" => CensusRates.Turnover(part, whole),
        "agency_rate_fte" or "agency_rate_headcount" => CensusRates.Agency(part, whole),
        "vacancy_rate_fte" => CensusRates.Vacancy(part, whole),
        "agency_cover_rate_fte" => CensusRates.AgencyThatCovers(part, whole),
        "vacancy_agency_cover_rate_fte" => CensusRates.VacanciesCovered(part, whole),
        "caseload_fte" => CensusRates.Caseload(part, whole),
        _ => CensusRates.Absence(part, whole, row.Year),
    };

    private static List<Row>? Rows()
    {
        if (RepoRoot.SharedData(File) is not { } path) return null;
        var lines = System.IO.File.ReadAllLines(path).Select(Cells).ToList();
        return lines.Skip(1).Select(cells => new Row(lines[0], cells)).ToList();
    }

    /// <summary>Names of regions may stand in quotation marks with a comma in them.</summary>
    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), "", false);
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell);
                cell = "";
            }
            else
            {
                cell += c;
            }
        }

        cells.Add(cell);
        return cells;
    }

    private sealed record Row(List<string> Header, List<string> Cells)
    {
        public int Year => int.Parse(Cells[Header.IndexOf("time_period")], CultureInfo.InvariantCulture);

        public decimal? Of(string column) =>
            decimal.TryParse(Cells[Header.IndexOf(column)], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number
                : null;
    }
}

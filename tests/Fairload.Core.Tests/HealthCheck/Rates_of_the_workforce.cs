using Fairload.Core.HealthCheck.Measures;

namespace Fairload.Core.Tests.HealthCheck;

public sealed class Rates_of_the_workforce
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    /// <summary>By hand: 10 posts and 8 in post leave 2; 5 and 6 leave none; together 2 of 2 + 14.</summary>
    [Fact]
    public void Count_vacancies_team_by_team_and_leave_out_what_is_not_known()
    {
        var (vacant, whole, notKnown) = WorkforceRates.Vacancies([new(10, 8), new(5, 6), new(4, null), new(null, 3)]);

        Assert.Equal((2m, 16m, 2), (vacant, whole, notKnown));
        Assert.Equal(12.5m, MeasureFigure.Share("vacancy-rate", "", Day, Day, vacant, whole, notKnown).Value);
    }

    /// <summary>By hand: 3 agency and 1 bank of 10.</summary>
    [Fact]
    public void Count_agency_and_bank_staff_among_all()
    {
        var staff = Enumerable.Range(0, 10)
            .Select(i => new StaffOnDay($"{i}", i < 3 ? StaffBasis.Agency : i == 3 ? StaffBasis.Bank : StaffBasis.InPost, 1, false, "m")).ToList();

        Assert.Equal((3, 1, 10), WorkforceRates.NotInPost(staff));
    }

    /// <summary>By hand: m has 4, n has 2, one names nobody, and the manager who names nobody is no gap.</summary>
    [Fact]
    public void Give_the_span_of_managers_and_say_who_names_nobody()
    {
        StaffOnDay Person(string number, string? manager, bool manages = false) => new(number, StaffBasis.InPost, 1, manages, manager);
        var staff = new[]
        {
            Person("1", "m"), Person("2", "m"), Person("3", "m"), Person("4", "m"), Person("5", "n"), Person("6", "n"), Person("7", null),
            Person("m", null, manages: true),
        };

        Assert.Equal((6, 2, 4, 1), WorkforceRates.Spans(staff));
    }

    /// <summary>By hand: 20 + 9 cases in the hands of 1.0 + 0.5; no hours known for 7 of them, and nobody without a case counts.</summary>
    [Fact]
    public void Average_caseload_over_those_who_hold_cases_and_whose_hours_are_known()
    {
        Assert.Equal((29m, 1.5m, 1), WorkforceRates.Caseload([(20, 1), (9, 0.5m), (7, null), (0, 1)]));
    }

    [Fact]
    public void Are_not_known_where_there_is_nothing_to_count_them_from()
    {
        Assert.Equal(FigureState.NotYetKnown, MeasureFigure.Share("vacancy-rate", "", Day, Day, 0, 0, 3).State);
        Assert.Null(MeasureFigure.Ratio("average-caseload", "", Day, Day, 0, 0).Value);
    }
}

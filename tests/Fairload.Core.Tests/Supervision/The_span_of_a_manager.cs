using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Supervision;
using Fairload.Core.Supervision.Sessions;

namespace Fairload.Core.Tests.Supervision;

public sealed class The_span_of_a_manager
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Fact]
    public void Counts_people_hours_and_the_sessions_that_the_standard_asks_for_by_hand()
    {
        Managed[] people =
        [
            Of(1.0m, Frequency.Monthly, DueState.Met), Of(0.8m, Frequency.Monthly, DueState.Open, late: true),
            Of(1.0m, Frequency.Weekly, DueState.Open) with { IsNewlyQualified = true },
            Of(null, Frequency.Fortnightly, DueState.Missed, late: true) with { IsNewlyQualified = true, IsAgency = true },
            Of(0.5m, Frequency.FourWeekly, DueState.Open), Of(1.0m, Frequency.Monthly, DueState.Suspended),
            Of(0.6m, null, DueState.NotKnown) with { IsStudent = true }, Of(0.4m, null, DueState.NotKnown) with { Now = null },
        ];
        var span = ManagerSpan.Of(people);
        Assert.Equal(
            (8, 5.3m, 1, 2, 1, 1, 3, 2, 2),
            (span.People, span.Fte, span.FteNotKnown, span.NewlyQualified, span.Agency, span.Students, span.Due, span.Late,
                span.SessionsNotKnown));

        // Two a month, 52 ÷ 12 a week, 26 ÷ 12 a fortnight, 13 ÷ 12 each four weeks; nobody on long leave.
        Assert.Equal(9.58m, Math.Round(span.SessionsAMonth, 2));
        Assert.Equal(new ManagerSpan(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), ManagerSpan.Of([]));
        Assert.Equal(5, ManagerSpan.Yardstick);
    }

    [Fact]
    public void Is_the_same_count_as_the_measure_of_the_health_check()
    {
        StaffOnDay[] staff =
        [
            new("1", StaffBasis.InPost, 1, true, null), new("2", StaffBasis.InPost, 1, false, "1"),
            new("3", StaffBasis.Agency, 1, false, "1"), new("4", StaffBasis.InPost, 1, false, "9"),
            new("5", StaffBasis.InPost, 1, false, null),
        ];
        var by = WorkforceRates.ByManager(staff);
        Assert.Equal(["2", "3"], by["1"].Select(s => s.StaffNumber));
        var (people, managers, widest, notKnown) = WorkforceRates.Spans(staff);
        Assert.Equal((by.Sum(g => g.Count()), by.Count, by.Max(g => g.Count()), 1), (people, managers, widest, notKnown));
    }

    private static Managed Of(decimal? fte, Frequency? every, DueState state, bool late = false) => new(
        fte, false, false, false, new(Today.AddDays(-3), Today.AddDays(3), every, state), late ? Today.AddDays(-3) : null);
}

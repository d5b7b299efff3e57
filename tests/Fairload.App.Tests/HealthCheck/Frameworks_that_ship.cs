using Fairload.App.HealthCheck;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.Surveys;
using Fairload.App.Tests.Imports;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Surveys;

namespace Fairload.App.Tests.HealthCheck;

public sealed class Frameworks_that_ship
{
    private static readonly string[] Founding =
    [
        "vacancy-rate", "average-caseload", "supervision-held", "unallocated", "inflow", "transfer-delay", "equipment-access",
        "information-access", "office-space", "sickness", "team-meetings", "risk-assessments", "staff-survey-themes", "complaints",
        "people-and-carers",
    ];

    [Fact]
    public void Are_four_and_name_the_fifteen_founding_measures()
    {
        Assert.Equal(
            ["five-areas-2009", "employer-standards-2014", "employer-standards-2020", "employer-standards-2025"],
            ShippedFrameworks.Frameworks.Select(f => f.Code));
        Assert.Equal(
            Founding.Order(StringComparer.Ordinal),
            ShippedFrameworks.Cards.Values.Where(c => c.IsFounding).Select(c => c.Code).Order(StringComparer.Ordinal));
        Assert.All(Founding, code => Assert.NotNull(ShippedFrameworks.Frameworks[0].PartOf(code)));
        Assert.NotEmpty(ShippedFrameworks.Crosswalk.Links);
    }

    /// <summary>A weakness or a question that fits two measures was not thought about for either.</summary>
    [Fact]
    public void Say_of_each_measure_something_that_is_said_of_no_other()
    {
        foreach (var field in new[] { "Weakness", "Gaming", "Question", "Counts" })
        {
            var texts = ShippedFrameworks.Cards.Values.Select(c => c.Texts.Single(t => t.Field == field).Text).ToList();
            Assert.Empty(texts.GroupBy(t => t.En).Where(g => g.Count() > 1).Select(g => g.Key));
            Assert.Empty(texts.GroupBy(t => t.Cy).Where(g => g.Count() > 1).Select(g => g.Key));
        }

        Assert.All(ShippedFrameworks.Cards.Values, c => Assert.EndsWith("?", c.Question.En, StringComparison.Ordinal));
    }

    [Fact]
    public void Have_every_card_in_a_framework_and_a_query_for_each_that_fills_itself()
    {
        var standing = ShippedFrameworks.Frameworks.SelectMany(f => f.Measures).Select(m => m.Code).ToHashSet();
        Assert.Equal(ShippedFrameworks.Cards.Keys.Order(StringComparer.Ordinal), standing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Name_queries_that_there_are()
    {
        await using var council = await Council.On("sqlite");
        var names = await council.Ask((MeasureQueries queries) => Task.FromResult(queries.Names));
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            ShippedFrameworks.Cards.Values.Select(c => c.Query).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Stand_beside_themes_and_expectations_that_surveys_have()
    {
        var staff = ShippedQuestionnaires.All.Single(q => q.Code == "practitioner-health-check");
        var employer = ShippedQuestionnaires.All.Single(q => q.Code == "employers-return");
        var themes = staff.Themes.Select(t => t.Code).ToHashSet();
        var expected = staff.Items.Concat(employer.Items).Select(i => i.Expectation).OfType<string>().ToHashSet();
        Assert.All(ShippedFrameworks.Cards.Values, c => Assert.All(c.Themes, t => Assert.Contains(t, themes)));
        Assert.All(ShippedFrameworks.Cards.Values, c => Assert.All(c.Expectations, e => Assert.Contains(e, expected)));
        Assert.All(
            ShippedFrameworks.Cards.Values.Where(c => c is { Kind: MeasureKind.Survey, Query: "staff-survey" }),
            c => Assert.Contains(staff.Items, i => i is { Kind: ItemKind.Scale, Expectation: { } e } && c.Expectations.Contains(e)));
    }

    [Fact]
    public void Have_a_ladder_for_each_of_the_five_areas() => Assert.Equal(
        ShippedFrameworks.Frameworks[0].Parts.Select(p => p.Code), ShippedFrameworks.Ladder.Parts.Select(p => p.Part));
}

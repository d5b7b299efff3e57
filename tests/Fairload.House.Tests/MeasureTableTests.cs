using System.Text.RegularExpressions;
using Fairload.App.HealthCheck;
using Fairload.Core.HealthCheck.Measures;

namespace Fairload.House.Tests;

/// <summary>docs/methods/measures.md: of each measure, how it is filled, by which query, and which test holds its figure. The table is
/// written from the cards, and differs from them in nothing.</summary>
public sealed class The_table_of_measures
{
    private static readonly IReadOnlyList<MeasureCard> Cards =
        [.. ShippedFrameworks.Frameworks.SelectMany(f => f.Measures).Select(m => m.Code).Distinct()
            .Select(c => ShippedFrameworks.Cards[c])];

    [Fact]
    public void Says_of_each_what_its_card_says()
    {
        var written = Repository.Lines("docs/methods/measures.md").Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToList();
        var missing = Cards.Select(Line).Except(written).Select(l => $"missing: {l}");
        Repository.Finds(
            missing.Concat(written.Except(Cards.Select(Line)).Select(l => $"too much: {l}")),
            "docs/methods/measures.md differs from the cards:");
    }

    [Fact]
    public void Names_for_each_that_fills_itself_a_test_that_is_there_and_for_no_other()
    {
        var tests = Repository.Sources.Where(f => f.StartsWith("tests/", StringComparison.Ordinal)).Select(Repository.Read).ToList();
        Repository.Finds(
            Cards.Where(c => c.Filled == Filling.Itself != c.Test is not null).Select(c => $"{c.Code}: {c.Test ?? "no test"}")
                .Concat(Cards.Where(c => c.Test is { } test && !tests.Any(source => Holds(source, test)))
                    .Select(c => $"{c.Code}: {c.Test}")),
            "Measures that fill themselves without a test that is there:");
    }

    private static bool Holds(string source, string test) =>
        source.Contains($"class {test.Split('.')[0]}", StringComparison.Ordinal)
            && Regex.IsMatch(source, $@"\b{Regex.Escape(test.Split('.')[1])}\(");

    private static string Line(MeasureCard card) =>
        $"| `{card.Code}` | {card.Name.En} | {Filled(card)} | {card.Query ?? "–"} | {(card.Test is { } test ? $"`{test}`" : "–")} |";

    private static string Filled(MeasureCard card) => card.Filled switch
    {
        Filling.Itself => "by itself",
        Filling.Sheet => "by a sheet",
        _ => "by hand",
    };
}

using System.Globalization;
using Fairload.Core.Caseload;

namespace Fairload.Web.Settings;

/// <summary>One type's points as typed.</summary>
internal sealed class WeightLine
{
    public string? Type { get; set; }
    public string? Tier1 { get; set; }
    public string? Tier2 { get; set; }
    public string? Tier3 { get; set; }
    public string? Unscored { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Type);
}

/// <summary>One travel band's points as typed.</summary>
internal sealed class TravelLine
{
    public string? Band { get; set; }
    public string? Points { get; set; }
}

/// <summary>The weights as they stand in the form: text, so that what cannot be read is shown again as it was typed.</summary>
internal sealed class WeightsForm
{
    private const int BlankTypes = 3;
    private const int BlankBands = 2;

    public string? Name { get; set; }
    public List<WeightLine> Types { get; set; } = [];
    public List<TravelLine> Travel { get; set; } = [];
    public string? Court { get; set; }

    /// <summary>Per cent.</summary>
    public string? NextSibling { get; set; }
    public string? Full { get; set; }
    public string? NewlyQualified { get; set; }
    public string? Stable { get; set; }

    public static WeightsForm Of(Weights weights) => new()
    {
        Name = weights.IsExample ? "" : weights.Name,
        Types =
        [
            .. weights.Cases.Select(c => new WeightLine
            {
                Type = c.Key,
                Tier1 = Typed.Of(c.Value.Tier1),
                Tier2 = Typed.Of(c.Value.Tier2),
                Tier3 = Typed.Of(c.Value.Tier3),
                Unscored = Typed.Of(c.Value.Unscored),
            }),
            .. Enumerable.Range(0, BlankTypes).Select(_ => new WeightLine()),
        ],
        Travel =
        [
            .. weights.Travel.Select(t => new TravelLine { Band = t.Key, Points = Typed.Of(t.Value) }),
            .. Enumerable.Range(0, BlankBands).Select(_ => new TravelLine()),
        ],
        Court = Typed.Of(weights.Court),
        NextSibling = Typed.Of(weights.NextSibling * 100),
        Full = Typed.Of(weights.Capacity.Full),
        NewlyQualified = Typed.Of(weights.Capacity.NewlyQualified),
        Stable = Typed.Of(weights.Capacity.Stable),
    };

    /// <summary>The form's field for one of the weights' own: a mistake is shown where it was typed.</summary>
    public static string FieldOf(string field) => field switch
    {
        "" or "Code" => "",
        "Cases" => "Form.Types",
        "Capacity" => "Form.Full",
        _ => "Form." + field,
    };

    /// <summary>Null with problems. The rules of weights are Core's; here only what cannot be read is refused.</summary>
    public Weights? Read(List<Problem> problems)
    {
        var cases = new Dictionary<string, CaseWeight>(StringComparer.Ordinal);
        foreach (var (at, line) in Types.Index())
        {
            if (line.IsBlank) continue;
            var type = line.Type!.Trim();
            var points = new CaseWeight(Cell(line.Tier1, 1), Cell(line.Tier2, 2), Cell(line.Tier3, 3), Cell(line.Unscored, null));
            if (!cases.TryAdd(type, points))
                problems.Add(new($"Form.Types[{at}].Type", $"The type {type} stands here twice. Leave one of the two out"));

            decimal Cell(string? typed, int? tier) => Typed.Read(
                typed, $"Form.Types[{at}].{(tier is { } known ? $"Tier{known}" : "Unscored")}", () => tier is { } shown
                    ? $"Enter the points of {type} at tier {shown} as a number, for example 5.5"
                    : (FormattableString)$"Enter the points of {type} not scored as a number, for example 5.5",
                problems);
        }

        var travel = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (at, line) in Travel.Index().Where(l => !string.IsNullOrWhiteSpace(l.Item.Band)))
        {
            var band = line.Band!.Trim();
            var points = Typed.Read(
                line.Points, $"Form.Travel[{at}].Points", () => $"Enter the points of the travel band {band} as a number, for example 0.5",
                problems);
            if (!travel.TryAdd(band, points))
                problems.Add(new($"Form.Travel[{at}].Band", $"The travel band {band} stands here twice. Leave one of the two out"));
        }

        var court = Typed.Read(Court, "Form.Court", () => $"Enter the points of a case in court as a number, for example 2", problems);
        var sibling = Typed.Read(
            NextSibling, "Form.NextSibling", () => $"Enter how many per cent the next sibling counts, from 0 to 100", problems);
        var capacity = new CapacityRule(
            Typed.Read(Full, "Form.Full", () => $"Enter the points of a full-time person as a number, for example 100", problems),
            Typed.Read(
                NewlyQualified, "Form.NewlyQualified", () => $"Enter the points of a newly qualified person as a number, for example 90",
                problems),
            Typed.Read(
                Stable, "Form.Stable", () => $"Enter the points that meetings and training take as a number, for example 15", problems));
        return problems.Count > 0 ? null
            : new("draft", Name ?? "", "", default, false, cases, travel, court, sibling / 100, capacity);
    }
}

/// <summary>Numbers as people type them.</summary>
internal static class Typed
{
    public static string Of(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Nought with a problem when it is no number.</summary>
    public static decimal Read(string? typed, string field, Func<FormattableString> says, List<Problem> problems)
    {
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite
            | NumberStyles.AllowTrailingWhite;
        if (decimal.TryParse(typed, Plain, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 10_000) return number;
        problems.Add(new(field, says()));
        return 0;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Fairload.Core.Caseload;

namespace Fairload.Core.Tests.Caseload;

/// <summary>The people worked out by hand in <c>docs/methods/load.md</c>.</summary>
public sealed partial class The_method_document
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // A misspelt name in the page must not pass for a missing value.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly string Page = File.ReadAllText(Path.Combine(RepoRoot.Path, "docs/methods/load.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Names => [.. People.Select(p => p.Name)];

    private static IReadOnlyList<Row> People => [.. Blocks("person").Select(b => JsonSerializer.Deserialize<Row>(b, Json)!)];

    [Theory, MemberData(nameof(Names))]
    public void Works_out_each_person_as_the_program_does(string name)
    {
        var person = Assert.Single(People, p => p.Name == name);
        var who = new WorkerNow(person.Fte, person.NewlyQualified, person.Reductions ?? [], person.Duties ?? []);
        var held = person.Cases.SelectMany(c => Enumerable.Range(0, c.Count).Select(_ => c.Held()));

        var load = WorkerLoad.Of(who, [.. held], Weights(), new());

        var expected = person.Expect;
        Assert.Equal(expected.Points, load.Points);
        Assert.Equal(expected.Low, load.Low);
        Assert.Equal(expected.High, load.High);
        Assert.Equal(expected.Unscored, load.Unscored);
        Assert.Equal(expected.Capacity, load.Capacity);
        Assert.Equal(expected.Percent, Six(load.Percent));
        Assert.Equal(expected.LowPercent, Six(load.LowPercent));
        Assert.Equal(expected.HighPercent, Six(load.HighPercent));
        Assert.Equal(expected.Band, load.Band.Code);
        Assert.Equal(expected.TeamCapacities ?? [], [.. (person.Teams ?? []).Select(t => load.CapacityIn(t)!.Value)]);
    }

    [Fact]
    public void Has_twelve_people_the_eleventh_three_times() => Assert.Equal(14, People.Select(p => p.Name).Distinct().Count());

    [Fact]
    public void Shows_in_its_table_what_its_blocks_say()
    {
        var rows = Page.Split('\n').Where(l => PersonRow().IsMatch(l)).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.Equal(People.Select(p => p.Expect.Band), rows.Select(r => r[6]));
        Assert.Equal(People.Select(p => p.Expect.Points),
            rows.Select(r => decimal.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(
            People.Select(p => p.Expect.Percent is { } percent ? Math.Round(percent, 2) : (decimal?)null),
            rows.Select(r => r[5] == "none" ? (decimal?)null : decimal.Parse(r[5], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static decimal? Six(Percent? percent) => percent is { } known ? Math.Round(known.Value, 6) : null;

    private static Weights Weights()
    {
        var given = JsonSerializer.Deserialize<GivenWeights>(Assert.Single(Blocks("weights")), Json)!;
        var read = Core.Caseload.Weights.Read("method/1", "Method", "Nobody", new(2026, 1, 1), true, given.Cases, given.Travel,
            given.Court, given.NextSibling, new());
        Assert.True(read.Try(out var weights, out _));
        return weights;
    }

    private static IEnumerable<string> Blocks(string kind) =>
        JsonBlock().Matches(Page).Where(m => m.Groups[1].Value == kind).Select(m => m.Groups[2].Value);

    [GeneratedRegex("```json (\\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex(@"^\| \d+[abc]?\. ")]
    private static partial Regex PersonRow();

    private sealed record GivenWeights(Dictionary<string, CaseWeight> Cases, Dictionary<string, decimal> Travel, decimal Court,
        decimal NextSibling);

    private sealed record Row([property: JsonPropertyName("person")] string Name, IReadOnlyList<GivenCase> Cases, Expected Expect)
    {
        public string Employment { get; init; } = "";
        public decimal? Fte { get; init; }
        public bool NewlyQualified { get; init; }
        public IReadOnlyList<decimal>? Reductions { get; init; }
        public IReadOnlyList<NamedPoints>? Duties { get; init; }
        public IReadOnlyList<decimal>? Teams { get; init; }
    }

    private sealed record GivenCase(string Type, int Count = 1, int? Tier = null, string Family = "", string Travel = "",
        bool Court = false, decimal Share = 1)
    {
        public HeldCase Held() => new(Id<Case>.New(), Type, Tier, new(Family, Travel, Court), Share);
    }

    private sealed record Expected(decimal Points, decimal Low, decimal High, decimal? Capacity, decimal? Percent, decimal? LowPercent,
        decimal? HighPercent,
        string Band, int Unscored, IReadOnlyList<decimal>? TeamCapacities);
}

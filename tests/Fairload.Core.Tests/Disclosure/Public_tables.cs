using System.Globalization;
using Fairload.Core.Disclosure;
using static Fairload.Core.Tests.Disclosure.MadeUpTables;

namespace Fairload.Core.Tests.Disclosure;

/// <summary>Test tables of the French statistical office, protected and audited. Their source stands in docs/performance.md.</summary>
public sealed class Public_tables
{
    private const string Folder = "sdc-rtauargus";

    [Fact]
    public void Of_single_enterprises_by_activity_region_and_size_are_protected()
    {
        if (RepoRoot.PublicProblem($"{Folder}/indiv_dt.csv") is not { } file) return;
        var rows = File.ReadLines(file).Skip(1).Select(Cells).ToList();
        var activity = Under("activity", rows.SelectMany(r => new[] { ($"88 {r[2]}", $"21 {r[1]}"), ($"21 {r[1]}", $"10 {r[0]}") }));
        var region = Under("region", rows.SelectMany(r => new[] { ($"3 {r[8]}", $"2 {r[7]}"), ($"2 {r[7]}", $"1 {r[6]}") }));
        var size = Hierarchy.Flat("size", rows.Select(r => r[4]));

        var lines = rows.Select((r, i) => new CrossingLine(i + 2, [$"88 {r[2]}", $"3 {r[8]}", r[4]], 1));
        var release = Protected([activity, region, size], [.. lines]);

        Assert.Equal(9_786, release.Groups.Single(g => g.Group.Name == "Total | Total | Total").People.Count);
        Assert.True(release.Groups.Count > 4_000, $"{release.Groups.Count} groups");
    }

    [Theory]
    [InlineData("turnover_act_size.csv", "ACTIVITY,SIZE,N_OBS,TOT,MAX")]
    [InlineData("turnover_act_cj.csv", "ACTIVITY,CJ,N_OBS,TOT,MAX")]
    [InlineData("turnover_nuts_size.csv", "NUTS,SIZE,N_OBS,TOT,MAX")]
    [InlineData("turnover_nuts_cj.csv", "NUTS,CJ,N_OBS,TOT,MAX")]
    public void Of_two_variables_are_protected(string file, string heading)
    {
        if (RepoRoot.PublicProblem($"{Folder}/{file}") is not { } path) return;
        Assert.Equal(heading, string.Join(',', Cells(File.ReadLines(path).First())));
        var above = Above(file.Contains("act", StringComparison.Ordinal) ? "activity_corr_table.csv" : "nuts23_fr_corr_table.csv");
        var rows = File.ReadLines(path).Skip(1).Select(Cells)
            .Where(r => !above.Contains(r[0]) && r[0] != "Total" && r[1] != "Total").ToList();

        Protected(
            [Hierarchy.Flat("first", rows.Select(r => r[0])), Hierarchy.Flat("second", rows.Select(r => r[1]))],
            [.. rows.Select((r, i) => new CrossingLine(i + 2, [r[0], r[1]], int.Parse(r[2], CultureInfo.InvariantCulture)))]);
    }

    private static Release Protected(IReadOnlyList<Hierarchy> variables, IReadOnlyList<CrossingLine> lines)
    {
        var crossing = Value(Crossing.Of("t", variables, lines));
        var release = Value(Protection.Of(crossing.Population, [], [.. crossing.Groups.Select(g => g.Group)], DisclosureRule.Usual));

        Assert.True(release.Proof.IsProved);
        Assert.DoesNotContain(release.Groups, g => g.Hidden is HiddenBecause.NotProved);
        Assert.All(release.Groups, g => Assert.True(g.People.Count is null or >= 10));
        Assert.Contains(release.Groups, g => g.IsShown);
        return release;
    }

    private static Hierarchy Under(string variable, IEnumerable<(string Child, string Parent)> pairs) =>
        Value(Hierarchy.Of(variable, [.. pairs.Distinct().Select((p, i) => new HierarchyLine(i + 1, p.Child, p.Parent))]));

    /// <summary>What stands in a column of a correspondence table that is not its last: headings.</summary>
    private static HashSet<string> Above(string file)
    {
        var rows = File.ReadLines(RepoRoot.PublicProblem($"{Folder}/{file}")!).Skip(1).Select(Cells).ToList();
        return [.. rows.SelectMany(r => r[..^1]).Except(rows.Select(r => r[^1]))];
    }

    private static string[] Cells(string line) => [.. line.Split(',').Select(c => c.Trim('"'))];
}

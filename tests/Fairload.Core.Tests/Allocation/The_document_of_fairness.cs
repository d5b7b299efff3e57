using System.Globalization;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Allocation;

/// <summary>The example in <c>docs/methods/fairness.md</c>.</summary>
public sealed class The_document_of_fairness
{
    [Fact]
    public void Has_in_its_example_what_the_program_finds()
    {
        var page = File.ReadAllText(Path.Combine(RepoRoot.Path, "docs/methods/fairness.md")).ReplaceLineEndings("\n");
        var rows = page.Split('\n').SkipWhile(l => !l.StartsWith("| Person |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(l => l.StartsWith('|')).Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray()).ToList();
        var point = FairnessOverTime.Of(rows.Select(r => Kept(Read(r[1]), Read(r[2]), (int)Read(r[3])))).Single();

        Assert.Equal(3, rows.Count);
        Assert.Contains(
            $"Evenness {Said(point.Fairness!.Jain)} %, inequality {Said(point.Fairness.Gini)} %; " +
            $"who is over holds {Said(point.TierThree.Single(b => b.Band == Band.Over).Part!.Value)} % of the cases of tier 3.",
            page, StringComparison.Ordinal);
    }

    private static LoadSnapshot Kept(decimal points, decimal capacity, int tier3) => new(
        Id<LoadSnapshot>.New(), new(2026, 11, 14), Id<Worker>.New(), null, points, points, points, 0, 1, capacity, null,
        new Bands().Of(capacity, points, 1), "test/1", null, tier3);

    private static decimal Read(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static string Said(double part) => (part * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
